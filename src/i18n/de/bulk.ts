import type { BulkMessages } from '../en/bulk.js';
import type { Bundle } from '../localize.js';

const bulk: Bundle<BulkMessages> = (f) => ({
  heading: 'Mehrere Fragen betreuen',
  choose: (title) => `„${title}“ auswählen`,
  chosen: (n) => (n ? f.plural(n, { one: '# Frage ausgewählt', other: '# Fragen ausgewählt' }) : 'Keine ausgewählt'),
  hint: 'Haken Sie Fragen an; mit der Umschalttaste alle zwischen zweien.',
  allShown: (n) => f.plural(n, { one: 'Die # gezeigte auswählen', other: 'Alle # gezeigten auswählen' }),
  none: 'Keine auswählen',
  done: 'Fertig',
  sort: 'Art und Themen',
  kindKeep: 'Die Art jeder Frage behalten',
  topics: (most) => `Themen, höchstens ${f.number(most)} je Frage`,
  how: 'Was mit vorhandenen Themen geschieht',
  add: 'Zu den vorhandenen hinzufügen',
  replace: 'Die vorhandenen ersetzen',
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
  progress: (done, all) => `${f.number(done)} von ${f.number(all)}`,
  stop: 'Nach dieser anhalten',
  stopped: (left) =>
    f.plural(left, {
      one: 'Angehalten; # ist, wie sie war, und noch ausgewählt.',
      other: 'Angehalten; # sind, wie sie waren, und noch ausgewählt.',
    }),
  failed: (n) =>
    f.plural(n, {
      one: '# ließ sich nicht ändern. Sie ist, wie sie war, und noch ausgewählt:',
      other: '# ließen sich nicht ändern. Sie sind, wie sie waren, und noch ausgewählt:',
    }),
  full: (most) => `Sie hätte mehr als ${f.number(most)} Themen.`,
  nothing: 'Es war nichts zu tun: Alle sind schon so.',
  undone: (n) => f.plural(n, { one: '# Frage ist, wie sie war.', other: '# Fragen sind, wie sie waren.' }),
});
export default bulk;
