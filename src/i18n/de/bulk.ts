import type { BulkMessages } from '../en/bulk.js';
import type { Bundle } from '../localize.js';
import members from './bulk-members.js';
import questions from './bulk-questions.js';
import resources from './bulk-resources.js';

const bulk: Bundle<BulkMessages> = (f) => ({
  choose: (title) => `„${title}“ auswählen`,
  noneChosen: 'Nichts ausgewählt',
  allShown: (n) => f.plural(n, { one: 'Auswählen, was gezeigt ist', other: 'Alle # gezeigten auswählen' }),
  none: 'Nichts auswählen',
  done: 'Fertig',
  csv: 'Als CSV exportieren',
  exported: (n) => f.plural(n, { one: '# Zeile exportiert.', other: '# Zeilen exportiert.' }),
  sort: 'Art und Themen',
  kind: 'Art',
  kindKeep: 'Die Art jeweils behalten',
  topics: (most) => `Themen, jeweils höchstens ${f.number(most)}`,
  how: 'Was mit vorhandenen Themen geschieht',
  hows: { add: 'Zu den vorhandenen hinzufügen', remove: 'Diese wegnehmen', replace: 'Die vorhandenen ersetzen' },
  full: (most) => `Es wären mehr als ${f.number(most)} Themen.`,
  progress: (done, all) => `${f.number(done)} von ${f.number(all)}`,
  resting: 'Der Server bittet um eine Pause. Danach geht es von selbst weiter.',
  stop: 'Danach anhalten',
  stopped: (left) => f.plural(left, { other: 'Angehalten. Was noch fehlt (#), ist unverändert und bleibt ausgewählt.' }),
  failed: (n) =>
    f.plural(n, {
      one: 'Einmal ging es nicht. Es bleibt, wie es war, und ausgewählt:',
      other: '#-mal ging es nicht. Es bleibt, wie es war, und ausgewählt:',
    }),
  failedElsewhere: (n) => f.plural(n, { one: 'Einmal ging es nicht.', other: '#-mal ging es nicht.' }),
  notUndone: (n) => f.plural(n, { one: 'Einmal ließ es sich nicht zurücknehmen:', other: '#-mal ließ es sich nicht zurücknehmen:' }),
  stale: 'Jemand hat es inzwischen geändert.',
  again: 'Noch einmal versuchen',
  same: (n) => f.plural(n, { one: 'Einmal war es schon so.', other: '#-mal war es schon so.' }),
  nothing: 'Es war nichts zu tun: Alles ist schon so.',
  questions: questions(f),
  resources: resources(f),
  members: members(f),
});
export default bulk;
