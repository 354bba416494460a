import type { Activity, ActivityPage, ObjectRef, Post } from '../contract/index.js';
import { holds, type Cache } from '../data/cache.js';
import { toJson } from '../data/json.js';
import { catchUp } from '../data/live.js';
import type { Community } from './community.js';
import { ActivityEvent } from './events.js';
import { SharedLive } from './shared-live.js';

/** The live stream of a community, one for all tabs of a browser: what it tells is read again where it is shown. `resend` sends what waited for the endpoint. */
export function liveOf(community: Community, resend: () => Promise<void>): SharedLive {
  const { http, cache } = community;
  const name = () => `cop-live|${community.endpoint}|${community.session?.member?.id ?? ''}`;
  const handlers = {
    onReady: () => {
      // The endpoint is there again: what waited for it goes first.
      void resend()
        .then(() => catchUp(http, cache))
        .catch(() => undefined);
    },
    onResumed: () => void resend(),
    onActivity: (activity: Activity) => {
      community.dispatchEvent(new ActivityEvent(activity));
      for (const object of [activity.object, activity.target]) if (object) refresh(cache, object.id);
    },
    onChange: ({ id }: ObjectRef) => {
      refresh(cache, id);
      void fillCard(community, id).catch(() => undefined);
    },
    onReset: () => void cache.invalidate(),
  };
  const live = new SharedLive(http, name, handlers, () => void community.refreshSession().catch(() => undefined));
  community.addEventListener('session', () => live.renew());
  return live;
}

/** The page that a message links to has been read: its card stands in the feed, where it has its room already. */
async function fillCard({ http, cache }: Community, id: string): Promise<void> {
  const waits = (item: unknown) => {
    const { type, object, link } = item as Activity;
    return type === 'posted' && object.id === id && link && link.title === null;
  };
  const items = cache.of('activities').flatMap(({ data }) => (data as ActivityPage[]).flatMap?.((page) => page.items) ?? []);
  if (!items.some(waits)) return;
  const { link = null } = await http.json<Post>(`/posts/${id}`);
  cache.change('activities', (item) => (waits(item) ? { ...(item as Activity), link } : item));
}

/** What shows this one object is read again, and what is said in a thread; other lists are only marked, since nothing moves under a reader. */
function refresh(cache: Cache, id: string): void {
  void cache.invalidate(([noun, ...rest], entry) => toJson(rest).includes(id) || (/^(answers|comments)$/.test(noun) && holds(entry, id)));
  void cache.invalidate(() => true, true);
}
