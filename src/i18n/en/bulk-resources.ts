import type { Formats } from '../formats.js';

const bulkResources = (f: Formats) => ({
  heading: 'Look after several resources',
  hint: 'Tick resources; with Shift all between two.',
  chosen: (n: number) => f.plural(n, { one: '# resource chosen', other: '# resources chosen' }),
  undone: (n: number) => f.plural(n, { one: '# resource is as it was.', other: '# resources are as they were.' }),
  cannot: 'This can’t be done with it in the state it is in.',

  sortNow: (n: number) => f.plural(n, { one: 'Change # resource', other: 'Change # resources' }),
  sorted: (n: number) => f.plural(n, { one: '# resource is in its place.', other: '# resources are in their place.' }),

  collect: 'Collection',
  which: 'Into which collection?',
  chooseOne: 'Choose one',
  newOne: 'A new one',
  newTitle: 'Title of the new collection',
  collectNow: (n: number) => f.plural(n, { one: 'Put # resource in', other: 'Put # resources in' }),
  collected: (n: number, title: string) =>
    f.plural(n, { one: `# resource is in ${title} now.`, other: `# resources are in ${title} now.` }),
  unseen: 'Only what is published can be in a collection.',
  collectionFull: (most: number) => `A collection holds at most ${f.number(most)}.`,

  review: 'Still right?',
  how: 'What is said of them',
  hows: { right: 'They are still right', day: 'They get a day for the next look', none: 'They need no next look' },
  day: 'Look at them again on',
  usual: (months: number) => f.plural(months, { one: 'Empty: in # month.', other: 'Empty: in # months.' }),
  saveNow: (n: number) => f.plural(n, { one: 'Save for # resource', other: 'Save for # resources' }),
  right: (n: number) => f.plural(n, { one: '# resource is still right.', other: '# resources are still right.' }),
  dayed: (n: number) => f.plural(n, { one: 'The day is set for # resource.', other: 'The day is set for # resources.' }),

  steward: 'Looked after by',
  find: 'Find a member',
  me: 'I do',
  nobody: 'Nobody',
  lookedAfter: (n: number, name: string) =>
    f.plural(n, { one: `${name} looks after # resource now.`, other: `${name} looks after # resources now.` }),
  letGo: (n: number) => f.plural(n, { one: 'Nobody looks after # resource now.', other: 'Nobody looks after # resources now.' }),

  state: 'Status',
  states: { publish: 'Publish', decline: 'Send back', restore: 'Bring back', retire: 'No longer right' },
  withCount: (state: string, n: number) => `${state} (${f.number(n)})`,
  stateNow: {
    publish: (n: number) => f.plural(n, { one: 'Publish # resource', other: 'Publish # resources' }),
    decline: (n: number) => f.plural(n, { one: 'Send # resource back', other: 'Send # resources back' }),
    restore: (n: number) => f.plural(n, { one: 'Bring # resource back', other: 'Bring # resources back' }),
    retire: (n: number) => f.plural(n, { one: 'Take # resource out', other: 'Take # resources out' }),
  },
  stated: {
    publish: (n: number) => f.plural(n, { one: '# resource is published.', other: '# resources are published.' }),
    decline: (n: number) => f.plural(n, { one: '# resource is a draft again.', other: '# resources are drafts again.' }),
    restore: (n: number) => f.plural(n, { one: '# resource is back in the list.', other: '# resources are back in the list.' }),
    retire: (n: number) => f.plural(n, { one: '# resource is out of the list.', other: '# resources are out of the list.' }),
  },

  remove: 'Delete',
  removeHint: 'They are deleted for good, with what was said about them. For some seconds you can take it back.',
  removeNow: (n: number) => f.plural(n, { one: 'Delete # resource', other: 'Delete # resources' }),
  removed: (n: number) => f.plural(n, { one: '# resource is deleted.', other: '# resources are deleted.' }),
});
export type BulkResourcesMessages = ReturnType<typeof bulkResources>;
export default bulkResources;
