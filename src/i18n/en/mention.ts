import type { Formats } from '../formats.js';

const mention = (f: Formats) => ({
  people: 'People to mention',
  found: (n: number) => f.plural(n, { one: '# person, choose with the arrow keys', other: '# people, choose with the arrow keys' }),
  mentioned: (name: string) => `${name} is mentioned.`,
});
export type MentionMessages = ReturnType<typeof mention>;
export default mention;
