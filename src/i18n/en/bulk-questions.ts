import type { Formats } from '../formats.js';

const bulkQuestions = (f: Formats) => ({
  heading: 'Look after several questions',
  hint: 'Tick questions; with Shift all between two.',
  chosen: (n: number) => f.plural(n, { one: '# question chosen', other: '# questions chosen' }),
  undone: (n: number) => f.plural(n, { one: '# question is as it was.', other: '# questions are as they were.' }),
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
});
export type BulkQuestionsMessages = ReturnType<typeof bulkQuestions>;
export default bulkQuestions;
