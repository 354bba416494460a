import type { FeedMessages } from '../en/feed.js';
import type { Bundle } from '../localize.js';

const feed: Bundle<FeedMessages> = () => ({});
export default feed;
