import type { Formats } from '../formats.js';

const common = (f: Formats) => ({
  unconfigured: {
    'no-community': 'This element does not know its community yet. Tell it where the community is:',
    'unknown-community': 'There is no community of that name on this page. Name one that is here, or give the address:',
    'several-communities':
      'This page has several communities. Say which one by its name, as in community="my-community", or give the address:',
    'bad-endpoint': 'The address of the community is not a web address. It looks like this:',
  },
  loading: 'Loading',
  problem: {
    offline: 'There is no connection right now.',
    unauthenticated: 'You are not signed in.',
    forbidden: 'You may not do this here.',
    'not-found': 'This is no longer here.',
    stale: 'Somebody changed this while you were writing. Your text is kept; look at the new version and send again.',
    invalid: 'Something in it is not right yet.',
    conflict: 'This does not fit with what is there now.',
    'too-large': 'This is too large to be sent.',
    busy: 'The community is busy right now.',
    server: 'The community could not answer. The fault is not yours.',
  },
  kept: 'Your text is kept.',
  keptAsDraft: 'Your text is back in its field, to be changed or sent again.',
  refused: 'Something you sent without a connection was not accepted.',
  retry: 'Try again',
  partMissing: 'A part of this could not be loaded. If trying again does not help, reload the page.',
  noPermission: 'You may not see this.',
  oldRows: 'This is from your last visit; there is no connection right now.',
  waiting: (n: number) =>
    f.plural(n, {
      one: 'Waiting for a connection: # thing you wrote. It will be sent by itself.',
      other: 'Waiting for a connection: # things you wrote. They will be sent by themselves.',
    }),
  signIn: 'Sign in',
  signInNeeded: 'Please sign in first.',
  more: 'Show more',
  moreLoaded: (n: number) => f.plural(n, { one: '# more', other: '# more' }),
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  edit: 'Edit',
  delete: 'Delete',
  back: 'Back',
  search: 'Search',
  clear: 'Clear',
  clearFilters: 'Clear filters',
  sort: 'Sort by',
  all: 'All',
  somebody: 'Somebody',
  demo: 'demo member',
  edited: 'edited',
  from: 'From',
  licence: 'Licence',
  opensElsewhere: 'opens on another site',
});
export type CommonMessages = ReturnType<typeof common>;
export default common;
