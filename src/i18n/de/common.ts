import type { CommonMessages } from '../en/common.js';
import type { Bundle } from '../localize.js';

const common: Bundle<CommonMessages> = (f) => ({
  loading: 'Wird geladen',
  problem: {
    offline: 'Gerade besteht keine Verbindung.',
    unauthenticated: 'Sie sind nicht angemeldet.',
    forbidden: 'Das ist Ihnen hier nicht erlaubt.',
    'not-found': 'Das gibt es nicht mehr.',
    stale: 'Jemand hat dies geändert, während Sie schrieben. Ihr Text ist aufgehoben; sehen Sie die neue Fassung an und senden Sie erneut.',
    invalid: 'Etwas darin stimmt noch nicht.',
    conflict: 'Das passt nicht zum jetzigen Stand.',
    'too-large': 'Das ist zu groß zum Senden.',
    busy: 'Die Gemeinschaft ist gerade ausgelastet.',
    server: 'Die Gemeinschaft konnte nicht antworten. Der Fehler liegt nicht bei Ihnen.',
  },
  kept: 'Ihr Text ist aufgehoben.',
  retry: 'Erneut versuchen',
  partMissing: 'Ein Teil konnte nicht geladen werden. Hilft ein neuer Versuch nicht, laden Sie die Seite neu.',
  noPermission: 'Das dürfen Sie nicht sehen.',
  oldRows: 'Das ist der Stand Ihres letzten Besuchs; gerade besteht keine Verbindung.',
  waiting: (n) =>
    f.plural(n, {
      one: 'Wartet auf eine Verbindung: # Beitrag von Ihnen. Er wird von selbst gesendet.',
      other: 'Warten auf eine Verbindung: # Beiträge von Ihnen. Sie werden von selbst gesendet.',
    }),
  signIn: 'Anmelden',
  signInNeeded: 'Bitte melden Sie sich zuerst an.',
  more: 'Mehr anzeigen',
  previous: 'Vorherige anzeigen',
  close: 'Schließen',
  cancel: 'Abbrechen',
  save: 'Speichern',
  edit: 'Bearbeiten',
  delete: 'Löschen',
  search: 'Suchen',
  clearFilters: 'Filter aufheben',
  actions: 'Weitere Aktionen',
  sort: 'Sortieren nach',
  somebody: 'Jemand',
  demo: 'Demo-Mitglied',
  edited: 'bearbeitet',
  from: 'Aus',
  opensElsewhere: 'öffnet auf einer anderen Website',
});
export default common;
