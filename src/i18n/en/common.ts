import type { Formats } from '../formats.js';

const common = (f: Formats) => ({
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
  previous: 'Show previous',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  edit: 'Edit',
  delete: 'Delete',
  search: 'Search',
  clearFilters: 'Clear filters',
  actions: 'More actions',
  sort: 'Sort by',
  somebody: 'Somebody',
  demo: 'demo member',
  edited: 'edited',
  from: 'From',
  opensElsewhere: 'opens on another site',
});
export type CommonMessages = ReturnType<typeof common>;
export default common;
