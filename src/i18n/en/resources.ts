import type { Formats } from '../formats.js';

const resources = (f: Formats) => ({
  heading: 'Resources',
  suggest: 'Suggest one',
  searchLabel: 'Search the resources',
  kinds: {
    article: 'Article',
    tool: 'Tool',
    template: 'Template',
    case: 'Case',
    recording: 'Recording',
    book: 'Book',
    course: 'Course',
    guide: 'Guide',
    other: 'Other',
  },
  outcomes: { worked: 'It worked', adapted: 'It worked, adapted', failed: 'It did not work' },
  sorts: { newest: 'Newest', used: 'Most used', title: 'By title', relevance: 'Best match' },
  kind: 'Kind',
  moreFilters: 'More',
  mine: 'Suggested by me',
  chosen: 'Filters in use',
  without: (name: string) => `${name}, remove this filter`,
  layout: 'Layout',
  asList: 'As a list',
  asGrid: 'As a grid',
  worked: (worked: number, total: number) => `Worked for ${f.number(worked)} of ${f.number(total)}`,
  not: (context: string) => (/^not\b/i.test(context) ? context : `not: ${context}`),
  unused: 'No experience yet',
  open: 'Open',
  download: 'Download',
  newOnes: (n: number) => f.plural(n, { one: '# new resource', other: '# new resources' }),
  results: (n: number) => f.plural(n, { one: '# resource', other: '# resources' }),
  emptyAll: 'Nothing has been collected yet. What would you hand to somebody new?',
  emptyFound: 'Nothing here matches. Do you know something that would?',
});
export type ResourcesMessages = ReturnType<typeof resources>;
export default resources;
