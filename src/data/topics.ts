import type { Topic } from '../contract/index.js';
import { read, type Read } from './read.js';

/** Topics that complete what is being typed, or the most used ones. */
export const listTopics = (q = '', limit = 10): Read<{ items: Topic[] }> => read('topics', '/topics', { q, limit });
/** Topics of open questions on which nobody offers help; for stewards. */
export const listUnhelped = (): Read<{ items: Topic[] }> => read('topics', '/topics', { unhelped: true, limit: 20 });
