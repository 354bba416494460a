import type { Activity, ReactionKind, Session } from '../contract/index.js';
import type { Write } from './read.js';

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
