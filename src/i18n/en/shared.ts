import type { Formats } from '../formats.js';

/** What all elements say beside their rows: toasts, export, keys. */
const shared = (f: Formats) => ({
  toasts: 'What has just been done',
  undo: 'Undo',
  undone: 'Taken back.',
  undoKey: 'Ctrl+Z takes it back.',
  exportAs: { csv: 'Export as CSV', md: 'Export as Markdown', jsonld: 'Export as JSON-LD' },
  exporting: 'Export',
  gathered: (n: number) => (n ? f.plural(n, { one: '# row so far', other: '# rows so far' }) : 'Gathering'),
  exported: (n: number) => f.plural(n, { one: 'Exported # row.', other: 'Exported # rows.' }),
  exportedMost: (n: number) => `Exported the first ${f.number(n)} rows. Filter the list to export others.`,
  exportedOne: 'Exported.',
  print: 'Print',
  choose: 'Choose several',
  keysTitle: 'Keyboard',
  keysHint: 'They work while the focus is in this part of the page and nobody types.',
  keysOff: 'Single keys are switched off here.',
  keys: {
    next: 'Next entry',
    previous: 'Previous entry',
    open: 'Open the entry',
    back: 'Back to the list',
    search: 'Search',
    fresh: 'Write something new',
    keys: 'This list of keys',
    escape: 'Close what is open',
    ctrl: 'Ctrl',
    undo: 'Take back what was just deleted',
  },
});
export type SharedMessages = ReturnType<typeof shared>;
export default shared;
