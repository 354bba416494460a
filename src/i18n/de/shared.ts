import type { SharedMessages } from '../en/shared.js';

const shared = (): SharedMessages => ({
  toasts: 'Was gerade getan wurde',
  undo: 'Rückgängig',
  undone: 'Zurückgenommen.',
  undoKey: 'Strg+Z nimmt es zurück.',
});
export default shared;
