import type { Formats } from '../formats.js';

const bulkMembers = (f: Formats) => ({
  heading: 'Look after several members',
  hint: 'Tick members; with Shift all between two.',
  chosen: (n: number) => f.plural(n, { one: '# member chosen', other: '# members chosen' }),
  undone: (n: number) => f.plural(n, { one: '# member is where they were.', other: '# members are where they were.' }),
  groups: 'Groups',
  what: 'What happens to their groups',
  putIn: 'Put into a group',
  takeOut: 'Take out of a group',
  group: 'Group or cohort',
  putInNow: (n: number) => f.plural(n, { one: 'Put # member in', other: 'Put # members in' }),
  areIn: (n: number, group: string) => f.plural(n, { one: `# member is in ${group} now.`, other: `# members are in ${group} now.` }),
  fromWhich: 'Which group?',
  withCount: (group: string, n: number) => `${group} (${f.number(n)})`,
  inNone: 'None of them is in a group.',
  takeOutNow: (n: number) => f.plural(n, { one: 'Take # member out', other: 'Take # members out' }),
  areOut: (n: number, group: string) =>
    f.plural(n, { one: `# member is no longer in ${group}.`, other: `# members are no longer in ${group}.` }),
  full: (most: number) => `Nobody can be in more than ${f.number(most)} groups.`,
});
export type BulkMembersMessages = ReturnType<typeof bulkMembers>;
export default bulkMembers;
