import type { Formats } from '../formats.js';

const members = (_: Formats) => ({});
export type MembersMessages = ReturnType<typeof members>;
export default members;
