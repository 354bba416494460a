import type { Formats } from '../formats.js';

const members = (f: Formats) => ({
  heading: 'Members',
  count: (n: number) => f.plural(n, { one: '# member', other: '# members' }),
  searchLabel: 'Who can help with…',
  myProfile: 'My profile',
  filters: 'Filters',
  facets: {
    topic: 'Topic',
    offers: 'Can help with',
    needs: 'Would like help with',
    country: 'Place',
    language: 'Language',
    group: 'Group',
  },
  chosen: (facet: string, value: string) => `${facet}: ${value}`,
  remove: (filter: string) => `Remove filter ${filter}`,
  showFewer: 'Show fewer',
  noFacets: 'There is nothing to filter by yet.',
  sorts: { name: 'By name', joined: 'Newest first', relevance: 'Best match' },
  there: (time: string) => `${time} there`,
  theirTime: (time: string) => `${time} their time`,
  offers: 'Can help with',
  needs: (topic: string) => `needs: ${topic}`,
  andMore: (n: number) => `and ${f.number(n)} more`,
  onBreak: 'on a break',
  steward: 'steward',
  pages: 'Pages of members',
  previous: 'Previous',
  next: 'Next',
  range: (from: number, to: number, total: number | null) =>
    total === null ? `${f.number(from)}–${f.number(to)}` : `${f.number(from)}–${f.number(to)} of ${f.number(total)}`,
  emptyAll: 'Nobody is listed here yet.',
  emptyFound: 'Nobody matches. Fewer filters or other words may find someone.',
  beFirst: 'Write my profile',
});
export type MembersMessages = ReturnType<typeof members>;
export default members;
