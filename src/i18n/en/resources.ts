import type { Formats } from '../formats.js';

const resources = (_: Formats) => ({});
export type ResourcesMessages = ReturnType<typeof resources>;
export default resources;
