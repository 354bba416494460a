import type { Formats } from '../formats.js';

const feed = (f: Formats) => ({
  heading: 'Activity',
  // {places} may stand in any order. `n` counts the people.
  actors: (n: number) =>
    n < 2
      ? '{first}'
      : n === 2
        ? '{first} and {second}'
        : `{first} and ${f.plural(n - 1, { one: '# other', other: '# others' })}`,
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
