import type { SharedMessages } from '../en/shared.js';
import type { Formats } from '../formats.js';

const shared = (f: Formats): SharedMessages => ({
  toasts: 'Was gerade getan wurde',
  undo: 'Rückgängig',
  undone: 'Zurückgenommen.',
  undoKey: 'Strg+Z nimmt es zurück.',
  exportAs: { csv: 'Als CSV exportieren', md: 'Als Markdown exportieren', jsonld: 'Als JSON-LD exportieren' },
  exporting: 'Export',
  gathered: (n) => (n ? f.plural(n, { one: 'Bisher # Zeile', other: 'Bisher # Zeilen' }) : 'Wird gesammelt'),
  exported: (n) => f.plural(n, { one: '# Zeile exportiert.', other: '# Zeilen exportiert.' }),
  exportedMost: (n) => `Die ersten ${f.number(n)} Zeilen exportiert. Für andere die Liste filtern.`,
  exportedOne: 'Exportiert.',
  print: 'Drucken',
  choose: 'Mehrere auswählen',
  keysTitle: 'Tastatur',
  keysHint: 'Sie wirken, solange der Fokus in diesem Teil der Seite ist und niemand schreibt.',
  keysOff: 'Einzelne Tasten sind hier ausgeschaltet.',
  keys: {
    next: 'Nächster Eintrag',
    previous: 'Voriger Eintrag',
    open: 'Eintrag öffnen',
    back: 'Zurück zur Liste',
    search: 'Suchen',
    fresh: 'Etwas Neues schreiben',
    keys: 'Diese Liste der Tasten',
    escape: 'Schließen, was offen ist',
    ctrl: 'Strg',
    undo: 'Zurücknehmen, was gerade gelöscht wurde',
  },
});
export default shared;
