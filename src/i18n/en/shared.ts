/** What all elements say beside their rows: toasts, export, keys, selecting. */
const shared = () => ({
  toasts: 'What has just been done',
  undo: 'Undo',
  undone: 'Taken back.',
  undoKey: 'Ctrl+Z takes it back.',
});
export type SharedMessages = ReturnType<typeof shared>;
export default shared;
