import type { Formats } from '../formats.js';
import members from './bulk-members.js';
import questions from './bulk-questions.js';
import resources from './bulk-resources.js';

/** What is said of several things at once, whatever they are. */
const bulk = (f: Formats) => ({
  choose: (title: string) => `Choose “${title}”`,
  noneChosen: 'None chosen',
  allShown: (n: number) => f.plural(n, { one: 'Choose # shown', other: 'Choose all # shown' }),
  none: 'Choose none',
  done: 'Done',
  csv: 'Export as CSV',
  exported: (n: number) => f.plural(n, { one: 'Exported # row.', other: 'Exported # rows.' }),
  sort: 'Kind and topics',
  kind: 'Kind',
  kindKeep: 'Keep the kind of each',
  topics: (most: number) => `Topics, at most ${f.number(most)} each`,
  how: 'What happens to topics that are there',
  hows: { add: 'Add to those that are there', remove: 'Take these away', replace: 'Replace those that are there' },
  full: (most: number) => `It would have more than ${f.number(most)} topics.`,
  progress: (done: number, all: number) => `${f.number(done)} of ${f.number(all)}`,
  resting: 'The server asks for a pause. It goes on by itself.',
  stop: 'Stop after this one',
  stopped: (left: number) =>
    f.plural(left, { one: 'Stopped; # is as it was, and still chosen.', other: 'Stopped; # are as they were, and still chosen.' }),
  failed: (n: number) =>
    f.plural(n, {
      one: '# could not be changed. It is as it was, and still chosen:',
      other: '# could not be changed. They are as they were, and still chosen:',
    }),
  failedElsewhere: (n: number) => f.plural(n, { one: '# could not be changed.', other: '# could not be changed.' }),
  notUndone: (n: number) => f.plural(n, { one: '# could not be taken back:', other: '# could not be taken back:' }),
  stale: 'Somebody has changed it meanwhile.',
  again: 'Try again',
  same: (n: number) => f.plural(n, { one: '# was so already.', other: '# were so already.' }),
  nothing: 'Nothing was to be done: all of them are so already.',
  questions: questions(f),
  resources: resources(f),
  members: members(f),
});
export type BulkMessages = ReturnType<typeof bulk>;
export default bulk;
