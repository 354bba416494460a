import type { Formats } from '../formats.js';

const thread = (_: Formats) => ({});
export type ThreadMessages = ReturnType<typeof thread>;
export default thread;
