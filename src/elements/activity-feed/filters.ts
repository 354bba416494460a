import type { ActivityType } from '../../contract/index.js';

/** What a reader can choose to see alone. */
export const FILTERS = {
  questions: ['asked', 'answered', 'accepted', 'commented'],
  resources: ['added', 'used'],
  people: ['joined'],
  news: ['posted'],
} as const satisfies Record<string, readonly ActivityType[]>;
/** A group of acts that a reader can choose to see alone. */
export type FeedFilter = keyof typeof FILTERS;
export const NAMES = Object.keys(FILTERS) as FeedFilter[];
