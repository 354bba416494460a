import type { FollowList, FollowType } from '../contract/index.js';
import { read, type Read, type Write } from './read.js';

/** What is followed: a question or a person by their id, a topic by its own. */
export interface FollowObject {
  type: FollowType;
  id: string;
  /** What it is called, for the list that is shown before the endpoint has answered. */
  title?: string;
}

/** All that this person follows, newest first; one small answer for all buttons of a page. */
export const listFollows = (): Read<FollowList> => read('follows', '/follows');

export const isFollowed = (list: FollowList, { type, id }: FollowObject): boolean =>
  list.follows.some(({ object }) => object.type === type && object.id === id);

/** Follow, or follow no longer. On screen at once. */
export const setFollow = (object: FollowObject, on: boolean): Write<FollowList> => ({
  method: on ? 'PUT' : 'DELETE',
  path: `/follows/${object.type}/${encodeURIComponent(object.id)}`,
  touches: ['follows'],
  optimistic: {
    noun: 'follows',
    change: (item) => {
      const list = item as FollowList;
      const others = list.follows.filter(({ object: { type, id } }) => type !== object.type || id !== object.id);
      const added = { object: { type: object.type, id: object.id, title: object.title ?? '' }, createdAt: new Date().toISOString() };
      return { follows: on ? [added, ...others] : others };
    },
  },
});
