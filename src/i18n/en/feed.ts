import type { Formats } from '../formats.js';

const feed = (f: Formats) => ({
  heading: 'Activity',
  filters: { all: 'All', questions: 'Questions', resources: 'Resources', people: 'People', news: 'News' },
  show: 'Show',
  newOnes: (n: number) => f.plural(n, { one: '# new', other: '# new' }),
  shown: (n: number) => f.plural(n, { one: '# new entry, shown first', other: '# new entries, shown first' }),
  moreShown: (n: number) => f.plural(n, { one: '# more entry', other: '# more entries' }),
  since: (day: string) => `Since your last visit, ${day}`,
  seenAll: (day: string) => `You have seen everything since ${day}.`,
  seenAllEver: 'That is everything so far.',
  all: (n: number) => f.plural(n, { one: 'Show #', other: 'Show all #' }),
  fewer: 'Show fewer',
  react: 'React',
  reactions: { thanks: 'Thanks', insight: 'Insight', celebrate: 'Celebrate' },
  write: 'Write a message',
  emptyAll: 'Nothing has happened here yet. What members ask, answer and share will be told here.',
  emptyFound: 'Nothing of this kind has happened yet.',
  rss: 'RSS',
  json: 'JSON Feed',
  follow: 'Follow by',
  // {places} may stand in any order. `n` counts the people.
  actors: (n: number) =>
    n < 2 ? '{first}' : n === 2 ? '{first} and {second}' : `{first} and ${f.plural(n - 1, { one: '# other', other: '# others' })}`,
  acts: {
    asked: (_: number) => '{actors} asked {subject}',
    answered: (_: number) => '{actors} answered {subject}',
    commented: (_: number) => '{actors} commented on {subject}',
    accepted: (_: number) => '{actors} accepted an answer to {subject}',
    added: (_: number) => '{actors} added {subject}',
    used: (_: number) => '{actors} used {subject}',
    usedAnswer: (_: number) => '{actors} used an answer to {subject}',
    posted: (_: number) => '{actors} posted {subject}',
    joined: (_: number) => '{actors} joined',
    revised: (_: number) => '{actors} revised {subject}',
    revisedAnswer: (_: number) => '{actors} revised an answer to {subject}',
    revisedComment: (_: number) => '{actors} revised a comment on {subject}',
  },
  from: { posted: '{source} published {subject}', added: '{subject} came from {source}' },
  things: {
    question: 'a question',
    answer: 'an answer',
    comment: 'a comment',
    resource: 'a resource',
    post: 'a message',
    member: 'a member',
  },
});
export type FeedMessages = ReturnType<typeof feed>;
export default feed;
