import type { Formats } from '../formats.js';

const feed = (_: Formats) => ({});
export type FeedMessages = ReturnType<typeof feed>;
export default feed;
