import type { Formats } from '../formats.js';

const compose = (f: Formats) => ({
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
  markdown: 'You can format with Markdown.',
  empty: 'Write something first.',
  tooLong: (n: number) => `At most ${f.number(n)} characters.`,
  theirs: 'The new version',
  takeTheirs: 'Take the new version',
  sendMine: 'Send mine over it',
  topics: {
    remove: (label: string) => `${label}, remove this topic`,
    removed: (label: string) => `${label} removed.`,
    full: (n: number) => `${f.number(n)} topics are the most; remove one to add another.`,
  },
  use: {
    tell: 'I used this',
    change: 'Change',
    question: 'How did it go?',
    outcomes: { worked: 'It worked', adapted: 'I adapted it', failed: 'It did not work here' },
    yours: { worked: 'You: it worked', adapted: 'You: adapted it', failed: 'You: it did not work here' },
    context: 'Where or with whom, in one line (optional)',
    example: 'in a team of nine, by video',
    choose: 'Choose how it went.',
    takeBack: 'Take it back',
    told: 'Thank you. Others can see now how it went.',
    takenBack: 'Taken back.',
    summary: (total: number, worked: number) => `Used by ${f.number(total)}, worked for ${f.number(worked)}`,
    contexts: { worked: 'worked', adapted: 'adapted', failed: 'did not work' },
    quote: (text: string) => `“${text}”`,
  },
});
export type ComposeMessages = ReturnType<typeof compose>;
export default compose;
