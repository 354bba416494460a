import type { BulkQuestionsMessages } from '../en/bulk-questions.js';
import type { Bundle } from '../localize.js';

const bulkQuestions: Bundle<BulkQuestionsMessages> = (f) => ({
  heading: 'Mehrere Fragen betreuen',
  hint: 'Haken Sie Fragen an; mit der Umschalttaste alle zwischen zweien.',
  chosen: (n) => f.plural(n, { one: '# Frage ausgewählt', other: '# Fragen ausgewählt' }),
  undone: (n) => f.plural(n, { one: '# Frage ist, wie sie war.', other: '# Fragen sind, wie sie waren.' }),
  sortNow: (n) => f.plural(n, { one: '# Frage ändern', other: '# Fragen ändern' }),
  sorted: (n) => f.plural(n, { one: '# Frage steht an ihrem Platz.', other: '# Fragen stehen an ihrem Platz.' }),
  close: 'Schließen',
  closeNow: (n) => f.plural(n, { one: '# Frage schließen', other: '# Fragen schließen' }),
  closed: (n) => f.plural(n, { one: '# Frage ist geschlossen.', other: '# Fragen sind geschlossen.' }),
  merge: 'Zu einer zusammenlegen',
  mergeInto: 'Welche bleibt?',
  mergeNow: (n) => f.plural(n, { one: '# andere mit ihr zusammenlegen', other: '# andere mit ihr zusammenlegen' }),
  merged: (n) =>
    f.plural(n, { one: '# Frage ist zusammengelegt; nichts ging verloren.', other: '# Fragen sind zusammengelegt; nichts ging verloren.' }),
});
export default bulkQuestions;
