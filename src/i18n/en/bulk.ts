import type { Formats } from '../formats.js';

const bulk = (f: Formats) => ({
  heading: 'Look after several questions',
  choose: (title: string) => `Choose “${title}”`,
  chosen: (n: number) => (n ? f.plural(n, { one: '# question chosen', other: '# questions chosen' }) : 'None chosen'),
  hint: 'Tick questions; with Shift all between two.',
  allShown: (n: number) => f.plural(n, { one: 'Choose # shown', other: 'Choose all # shown' }),
  none: 'Choose none',
  done: 'Done',
  sort: 'Kind and topics',
  kindKeep: 'Keep the kind of each',
  topics: (most: number) => `Topics, at most ${f.number(most)} a question`,
  how: 'What happens to topics that are there',
  add: 'Add to those that are there',
  replace: 'Replace those that are there',
  sortNow: (n: number) => f.plural(n, { one: 'Change # question', other: 'Change # questions' }),
  sorted: (n: number) => f.plural(n, { one: '# question is in its place.', other: '# questions are in their place.' }),
  close: 'Close',
  closeNow: (n: number) => f.plural(n, { one: 'Close # question', other: 'Close # questions' }),
  closed: (n: number) => f.plural(n, { one: '# question is closed.', other: '# questions are closed.' }),
  merge: 'Merge into one',
  mergeInto: 'Which one stays?',
  mergeNow: (n: number) => f.plural(n, { one: 'Merge # other into it', other: 'Merge # others into it' }),
  merged: (n: number) =>
    f.plural(n, { one: '# question is merged; nothing of it is lost.', other: '# questions are merged; nothing of them is lost.' }),
  progress: (done: number, all: number) => `${f.number(done)} of ${f.number(all)}`,
  stop: 'Stop after this one',
  stopped: (left: number) =>
    f.plural(left, { one: 'Stopped; # is as it was, and still chosen.', other: 'Stopped; # are as they were, and still chosen.' }),
  failed: (n: number) =>
    f.plural(n, {
      one: '# could not be changed. It is as it was, and still chosen:',
      other: '# could not be changed. They are as they were, and still chosen:',
    }),
  full: (most: number) => `It would have more than ${f.number(most)} topics.`,
  nothing: 'Nothing was to be done: all of them are so already.',
  undone: (n: number) => f.plural(n, { one: '# question is as it was.', other: '# questions are as they were.' }),
});
export type BulkMessages = ReturnType<typeof bulk>;
export default bulk;
