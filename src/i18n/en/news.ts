import type { Formats } from '../formats.js';

const news = (f: Formats) => ({
  newOnes: (n: number) => f.plural(n, { one: '# new', other: '# new' }),
  shown: (n: number) => f.plural(n, { one: '# new entry, shown first', other: '# new entries, shown first' }),
  since: (n: number, more: boolean, day: string) => `${f.number(n)}${more ? '+' : ''} new since your last visit, ${day}`,
  seenAll: (day: string) => `You have seen everything since ${day}.`,
  seenAllEver: 'That is everything so far.',
  groups: {
    label: 'Group',
    all: 'All groups',
    one: (name: string, members: number) => `${name}, ${f.plural(members, { one: '# member', other: '# members' })}`,
  },
});
export type NewsMessages = ReturnType<typeof news>;
export default news;
