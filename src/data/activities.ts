import type { Activity, ActivityPage, ActivityType, NewPost, Post, ReactionKind, Session } from '../contract/index.js';
import { pagedRead, read, type PagedRead, type Read, type Write } from './read.js';

/** What narrows the feed; `since` is an RFC 3339 time. */
export interface ActivityFilters {
  type?: readonly ActivityType[] | undefined;
  actor?: string | undefined;
  since?: string | undefined;
  limit?: number | undefined;
}

/** What happened, newest first. */
export const listActivities = (filters: ActivityFilters): PagedRead<ActivityPage> => pagedRead('activities', '/activities', filters);
/** One message. */
export const getPost = (id: string): Read<Post> => read('posts', `/posts/${id}`);

/** Sends a message. */
export const addPost = (post: NewPost): Write<Post> => ({ method: 'POST', path: '/posts', body: post, touches: ['activities', 'posts'] });
/** Changes one’s own message; refused as `stale` where it is no longer of that version. */
export const editPost = (id: string, version: number, patch: Pick<NewPost, 'title' | 'body'>): Write<Post> => ({
  method: 'PATCH',
  path: `/posts/${id}`,
  body: patch,
  ifMatch: version,
  touches: ['activities', 'posts'],
});
/** Deletes a message; refused as `stale` where it is no longer of that version. */
export const deletePost = (id: string, version: number): Write<void> => ({
  method: 'DELETE',
  path: `/posts/${id}`,
  ifMatch: version,
  touches: ['activities', 'posts'],
});

/** React, or take a reaction back. On screen at once. */
export const react = (activityId: string, kind: ReactionKind, on: boolean): Write<Activity> => ({
  method: on ? 'PUT' : 'DELETE',
  path: `/activities/${activityId}/reactions/${kind}`,
  // The answer is the activity itself: the feed need not be read again.
  touches: [],
  optimistic: {
    noun: 'activities',
    change: (item) => {
      const activity = item as Activity;
      if (activity.id !== activityId) return item;
      const others = activity.reactions.filter((r) => r.kind !== kind);
      const count = (activity.reactions.find((r) => r.kind === kind)?.count ?? 0) + (on ? 1 : -1);
      return { ...activity, reactions: count > 0 ? [...others, { kind, count, mine: on }] : others };
    },
  },
});
/** Seen up to here: for “since your last visit”, across devices. `at` is an RFC 3339 time. */
export const markVisited = (at: string): Write<Session> => ({ method: 'PUT', path: '/session/last-visit', body: { at }, touches: [] });
