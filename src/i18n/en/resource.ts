import type { Formats } from '../formats.js';

const resource = (_: Formats) => ({});
export type ResourceMessages = ReturnType<typeof resource>;
export default resource;
