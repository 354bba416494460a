import type { Formats } from '../formats.js';

const history = (f: Formats) => ({
  heading: 'Versions',
  version: (n: number) => `Version ${f.number(n)}`,
  current: 'shown now',
  by: (name: string) => `by ${name}`,
  none: 'There is no earlier version of this text.',
  first: 'The first version',
  changes: 'What has changed',
  added: 'added',
  removed: 'removed',
  unchanged: 'The text is the same.',
  restore: 'Bring this version back',
  restoring: 'Bringing it back …',
  restored: 'This version is back, as a new one.',
  fields: {
    title: 'Title',
    body: 'Text',
    kind: 'Kind',
    topics: 'Topics',
    details: 'Details',
    url: 'Link',
    creator: 'Made by',
    publishedOn: 'Published',
    language: 'Language',
    licence: 'Licence',
  },
  from: (before: string, after: string) => `${before || '–'} → ${after || '–'}`,
  acts: {
    closed: 'closed',
    reopened: 'opened again',
    merged: 'took in another question',
    unmerged: 'the other question was taken out again',
    moved: 'kind or topics changed',
    revealed: 'asker’s name shown',
  },
  because: (note: string) => `“${note}”`,
  older: 'Older versions',
});
export type HistoryMessages = ReturnType<typeof history>;
export default history;
