import type { Formats } from '../formats.js';

const ask = (f: Formats) => ({
  heading: 'Ask the community',
  count: (questions: number, answered: number) =>
    `${f.plural(questions, { one: '# question', other: '# questions' })}, ${f.number(answered)} answered`,
  ask: 'Ask a question',
  searchLabel: 'What would you like to know?',
  unanswered: 'Unanswered',
  mine: 'Mine',
  followed: 'Followed',
  forMe: 'For me to answer',
  anyKind: 'Any kind',
  kinds: {
    problem: 'Solve a problem',
    information: 'Find information',
    experience: 'Seeking experience',
    development: 'Discuss a development',
  },
  sorts: { newest: 'Newest', active: 'Last active', votes: 'Most votes', relevance: 'Best match' },
  votes: (n: number) => f.plural(n, { one: 'vote', other: 'votes' }),
  closed: 'Closed',
  answers: (n: number) => (n ? f.plural(n, { one: '# answer', other: '# answers' }) : 'No answer yet'),
  worked: (worked: number, total: number) => `Worked for ${f.number(worked)} of ${f.number(total)}`,
  newOnes: (n: number) => f.plural(n, { one: '# new question', other: '# new questions' }),
  results: (n: number) => f.plural(n, { one: '# question', other: '# questions' }),
  emptyAll: 'Nobody has asked anything yet. Yours would be the first question.',
  emptyAbout: 'Nobody has asked about this page yet.',
  aboutHere: (n: number) => f.plural(n, { one: '# question about this page', other: '# questions about this page' }),
  aMember: 'A member',
  emptyFound: 'No question matches. You could be the one who asks it.',
  kind: 'Kind of question',
  anyTopic: 'Any topic',
  topic: 'Topic',
  backToList: 'All questions',
});
export type AskMessages = ReturnType<typeof ask>;
export default ask;
