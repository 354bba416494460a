import { clientAddress } from '../auth/address.js';
import type { Api, RequestContext, Server } from '../context.js';
import { deleteReaction, listActivities, putReaction, streamActivities } from '../contract/activities.js';
import { LiveHub, TooManyStreams } from '../live/hub.js';
import { databaseSource } from '../live/source.js';
import { Problem } from '../problem.js';
import * as store from '../store/activities.js';
import { memberOf } from './refs.js';

export function registerActivities(app: Api, server: Server): void {
  registerStream(app, server);
  app.openapi(listActivities, async (c) => {
    const { mentions, following, cursor, limit, ...filters } = c.req.valid('query');
    const viewer = c.get('session').member?.id ?? null;
    const own = { mentions: mentions ? viewer : undefined, following: following ? viewer : undefined };
    return c.json(
      await store.listActivities(c.get('db'), c.get('community').id, viewer, { filters: { ...filters, ...own }, cursor, limit }),
      200,
    );
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
