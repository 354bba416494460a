import type { Formats } from '../formats.js';

const catchUp = (f: Formats) => ({
  title: (n: number, day: string) => f.plural(n, { one: `# thing since ${day}`, other: `# things since ${day}` }),
  back: 'All activity',
  parts: { mention: 'You are named', yours: 'About what you wrote', other: 'What else happened' },
  seen: 'Seen',
  seenThis: (what: string) => `Seen: ${what}`,
  allSeen: 'I have seen all of it',
  left: (n: number) => f.plural(n, { one: '# left', other: '# left' }),
  keys: 'J and K, or the arrow keys, go from one to the next; X marks it as seen.',
  done: 'You have seen everything.',
  doneUntil: (time: string) => `Up to ${time}.`,
  later: (n: number) => f.plural(n, { one: '# thing has happened meanwhile.', other: '# things have happened meanwhile.' }),
  nothingLater: 'What happens now waits for the next time.',
  next: 'Look again',
  failed: 'It could not be kept that you have seen it. It is shown again.',
});
export type CatchUpMessages = ReturnType<typeof catchUp>;
export default catchUp;
