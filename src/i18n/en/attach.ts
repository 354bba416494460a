import type { Formats } from '../formats.js';

const attach = (f: Formats) => ({
  files: 'Files',
  add: 'Attach files',
  drop: 'or drop or paste them here',
  limits: (types: string, size: string) => `${types}; up to ${size} each`,
  most: (n: number) => `At most ${f.plural(n, { one: '# file', other: '# files' })}.`,
  facts: (type: string, size: string) => `${type}, ${size}`,
  sending: 'on its way',
  attached: 'attached',
  added: (name: string) => `${name} is attached.`,
  remove: (name: string) => `Remove ${name}`,
  removed: (name: string) => `${name} removed.`,
  stop: (name: string) => `Stop sending ${name}`,
  again: (name: string) => `Send ${name} again`,
  tooLarge: (most: string) => `Too large: at most ${most} can be sent.`,
  empty: 'The file is empty.',
  wrongType: 'Files of this type cannot be sent.',
  failed: 'It could not be sent.',
  stopped: 'Stopped.',
  unsent: 'Some files are not sent. Send them again, or remove them.',
});
export type AttachMessages = ReturnType<typeof attach>;
export default attach;
