import type { Formats } from '../formats.js';

const compose = (_: Formats) => ({
  preview: 'Preview',
  nothingYet: 'Nothing written yet.',
  formatting: 'Formatting',
  bold: 'Bold',
  italic: 'Italic',
  code: 'Code',
  link: 'Link',
  quote: 'Quote',
  list: 'List',
  restored: 'Your text from last time is back.',
  discard: 'Discard',
});
export type ComposeMessages = ReturnType<typeof compose>;
export default compose;
