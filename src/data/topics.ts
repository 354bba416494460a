import type { Topic } from '../contract/index.js';
import { read, type Read } from './read.js';

/** Topics that complete what is being typed, or the most used ones. */
export const listTopics = (q = '', limit = 10): Read<{ items: Topic[] }> => read('topics', '/topics', { q, limit });
