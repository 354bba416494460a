import type { Formats } from '../formats.js';

const member = (_: Formats) => ({});
export type MemberMessages = ReturnType<typeof member>;
export default member;
