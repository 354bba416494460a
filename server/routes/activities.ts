import { accepts } from 'hono/accepts';
import { clientAddress } from '../auth/address.js';
import { readerOf } from '../auth/policy.js';
import type { Api, RequestContext, Server } from '../context.js';
import { ACTIVITY_STREAMS } from '../contract/activity-streams.js';
import { deleteReaction, getActivity, listActivities, putReaction, streamActivities } from '../contract/activities.js';
import { asActivity, asPage, type AsOptions } from '../feeds/activity-streams.js';
import { pageUrl } from '../feeds/page-url.js';
import { LiveHub, TooManyStreams } from '../live/hub.js';
import { databaseSource } from '../live/source.js';
import { Problem } from '../problem.js';
import * as store from '../store/activities.js';
import { memberOf } from './refs.js';

export function registerActivities(app: Api, server: Server): void {
  registerStream(app, server);
  app.openapi(listActivities, async (c) => {
    const { mentions, following, group, cursor, limit, ...filters } = c.req.valid('query');
    const viewer = c.get('session').member?.id ?? null;
    const narrowed = {
      ...filters,
      mentions: mentions ? viewer : undefined,
      following: following ? viewer : undefined,
      group: group && { names: group, reader: readerOf(c.get('session')) },
    };
    const { id: community } = c.get('community');
    const page = await store.listActivities(c.get('db'), community, viewer, { filters: narrowed, cursor, limit });
    c.header('Vary', 'Accept', { append: true });
    if (!wantsActivityStreams(c)) return c.json(page, 200);
    const [first] = page.items;
    const prev = cursor && first ? await store.cursorBefore(c.get('db'), community, narrowed, first, limit) : null;
    const query = new URL(c.req.url).searchParams;
    query.delete('cursor');
    query.set('limit', String(limit));
    return asActivityStreams(c, asPage(page.items, addresses(c, server), query, { self: cursor, next: page.nextCursor, prev })) as never;
  });
  app.openapi(getActivity, async (c) => {
    const { id } = c.req.valid('param');
    const viewer = c.get('session').member?.id ?? null;
    const view = await store.activitiesByIds(c.get('db'), c.get('community').id, [id], new Set(viewer === null ? [] : [viewer]));
    const activity = view(id, viewer);
    if (!activity) throw new Problem('not-found');
    c.header('Vary', 'Accept', { append: true });
    if (!wantsActivityStreams(c)) return c.json(activity, 200);
    return asActivityStreams(c, asActivity(activity, addresses(c, server))) as never;
  });
  const react = async (c: RequestContext, reaction: { activityId: string; kind: 'thanks' | 'insight' | 'celebrate'; given: boolean }) => {
    const activity = await store.setReaction(c.get('db'), c.get('community').id, memberOf(c.get('session')).id, reaction);
    if (!activity) throw new Problem('not-found');
    return activity;
  };
  app.openapi(putReaction, async (c) => {
    const { id, kind } = c.req.valid('param');
    return c.json(await react(c, { activityId: id, kind, given: true }), 200);
  });
  app.openapi(deleteReaction, async (c) => {
    const { id, kind } = c.req.valid('param');
    return c.json(await react(c, { activityId: id, kind, given: false }), 200);
  });
}

/** Activity Streams 2.0, section 3.1, under either of its names. */
const wantsActivityStreams = (c: RequestContext): boolean =>
  accepts(c, { header: 'Accept', supports: ['application/json', ACTIVITY_STREAMS, 'application/ld+json'], default: 'application/json' }) !==
  'application/json';

const asActivityStreams = (c: RequestContext, body: unknown): Response =>
  c.body(JSON.stringify(body), 200, { 'Content-Type': `${ACTIVITY_STREAMS}; charset=utf-8` });

/** Where things are, for readers elsewhere. */
function addresses(c: RequestContext, server: Server): AsOptions {
  const { id, name } = c.get('community');
  const page = pageUrl(c, server);
  return { community: { id, name }, page, api: new URL(`/api/communities/${encodeURIComponent(id)}`, page).href };
}

function registerStream(app: Api, server: Server): void {
  const hub = new LiveHub(databaseSource(server.database, server.log));
  server.closing.addEventListener('abort', () => void hub.close());
  app.openapi(streamActivities, async (c) => {
    const headers = {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      // Else nginx keeps events until its buffer is full.
      'X-Accel-Buffering': 'no',
    };
    // Nobody would read the stream, so it would never end.
    if (c.req.method === 'HEAD') return c.body(null, 200, headers);
    const viewer = c.get('session').member?.id ?? null;
    const stream = await hub
      .open(c.get('community').id, viewer, clientAddress(c, server.config), c.req.valid('header')['last-event-id'])
      .catch((error: unknown) => {
        if (!(error instanceof TooManyStreams)) throw error;
        throw new Problem('too-many-requests', 'There are too many live connections from here.', { headers: { 'retry-after': '30' } });
      });
    return c.body(stream, 200, headers);
  });
}
