import type { AskMessages } from '../en/ask.js';
import type { Bundle } from '../localize.js';

const ask: Bundle<AskMessages> = (f) => ({
  heading: 'Die Gemeinschaft fragen',
  count: (questions, answered) => `${f.plural(questions, { one: '# Frage', other: '# Fragen' })}, ${f.number(answered)} beantwortet`,
  ask: 'Frage stellen',
  searchLabel: 'Was möchten Sie wissen?',
  unanswered: 'Unbeantwortet',
  mine: 'Meine',
  followed: 'Gefolgt',
  forMe: 'Für mich zum Antworten',
  anyKind: 'Jede Art',
  kinds: {
    problem: 'Ein Problem lösen',
    information: 'Information finden',
    experience: 'Erfahrung gesucht',
    development: 'Entwicklung besprechen',
  },
  sorts: { newest: 'Neueste', active: 'Zuletzt aktiv', votes: 'Meiste Stimmen', relevance: 'Beste Treffer' },
  votes: (n) => f.plural(n, { one: 'Stimme', other: 'Stimmen' }),
  closed: 'Geschlossen',
  answers: (n) => (n ? f.plural(n, { one: '# Antwort', other: '# Antworten' }) : 'Noch keine Antwort'),
  worked: (worked, total) => `${f.number(worked)} von ${f.number(total)} half es`,
  newOnes: (n) => f.plural(n, { one: '# neue Frage', other: '# neue Fragen' }),
  results: (n) => f.plural(n, { one: '# Frage', other: '# Fragen' }),
  emptyAll: 'Noch hat niemand etwas gefragt. Ihre Frage wäre die erste.',
  emptyAbout: 'Zu dieser Seite hat noch niemand gefragt.',
  aboutHere: (n) => f.plural(n, { one: '# Frage zu dieser Seite', other: '# Fragen zu dieser Seite' }),
  aMember: 'Ein Mitglied',
  emptyFound: 'Keine Frage passt dazu. Stellen Sie sie doch.',
  kind: 'Art der Frage',
  anyTopic: 'Jedes Thema',
  topic: 'Thema',
  backToList: 'Alle Fragen',
});
export default ask;
