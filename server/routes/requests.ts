import type { z } from '@hono/zod-openapi';
import { demand, requestActions, seesResource } from '../auth/policy.js';
import type { Session } from '../auth/session.js';
import type { Api, RequestContext } from '../context.js';
import {
  createRequest,
  deleteRequest,
  fulfilRequest,
  getRequest,
  listRequests,
  updateRequest,
  type ResourceRequest,
} from '../contract/requests.js';
import { demandVersion, expectedVersion, setEtag } from '../http/etag.js';
import { Problem, invalidField } from '../problem.js';
import { isUuid } from '../store/cursor.js';
import * as store from '../store/requests.js';
import { findResource } from '../store/resources.js';
import { excerpt } from '../text.js';
import { memberOf, memberRef, time, timeOrNull } from './refs.js';

const show = ({ request, author, resource }: store.RequestRow, session: Session): z.infer<typeof ResourceRequest> => ({
  id: request.id,
  title: request.title,
  details: request.details,
  author: memberRef(author),
  resource: resource && { type: 'resource', ...resource },
  createdAt: time(request.createdAt),
  closedAt: timeOrNull(request.closedAt),
  version: request.version,
  viewer: { can: requestActions(session, request) },
});

/** @throws Problem not-found */
async function find(c: RequestContext): Promise<store.RequestRow> {
  const row = await store.findRequest(c.get('db'), c.get('community').id, c.req.param('id') ?? '');
  if (!row) throw new Problem('not-found');
  return row;
}

async function showOne(c: RequestContext, id: string): Promise<z.infer<typeof ResourceRequest>> {
  const row = await store.findRequest(c.get('db'), c.get('community').id, id);
  if (!row) throw new Problem('not-found');
  setEtag(c, row.request.version);
  return show(row, c.get('session'));
}

export function registerRequests(app: Api): void {
  app.openapi(listRequests, async (c) => {
    const { open, mine, limit, cursor } = c.req.valid('query');
    const session = c.get('session');
    const by = mine ? (session.member?.id ?? null) : undefined;
    const page = await store.listRequests(c.get('db'), c.get('community').id, { filters: { open, by }, limit, cursor });
    return c.json({ items: page.rows.map((row) => show(row, session)), nextCursor: page.nextCursor, total: page.total }, 200);
  });
  app.openapi(getRequest, async (c) => c.json(await showOne(c, (await find(c)).request.id), 200));
  app.openapi(createRequest, async (c) => {
    const { title, details } = c.req.valid('json');
    const authorId = memberOf(c.get('session')).id;
    const id = await store.addRequest(c.get('db'), { communityId: c.get('community').id, authorId, title, details }, excerpt(details));
    return c.json(await showOne(c, id), 201);
  });
  registerChanges(app);
}

function registerChanges(app: Api): void {
  app.openapi(updateRequest, async (c) => {
    const { request } = await load(c, 'edit');
    demandVersion(expectedVersion(c), request.version);
    const { title, details } = c.req.valid('json');
    const change = { ...(title !== undefined && { title }), ...(details !== undefined && { details }) };
    if (!(await store.reviseRequest(c.get('db'), request, change, excerpt(details ?? request.details)))) throw new Problem('stale-version');
    return c.json(await showOne(c, request.id), 200);
  });
  app.openapi(deleteRequest, async (c) => {
    const { request } = await load(c, 'delete');
    demandVersion(expectedVersion(c), request.version);
    if (!(await store.deleteRequest(c.get('db'), request))) throw new Problem('stale-version');
    return c.body(null, 204);
  });
  app.openapi(fulfilRequest, async (c) => {
    const { resourceId } = c.req.valid('json');
    const { request } = await load(c, resourceId === null ? 'reopen' : 'fulfil', 'It is not open, or not yours to open again.');
    if (resourceId === null) await store.reopenRequest(c.get('db'), request);
    else {
      const resource = isUuid(resourceId) ? await findResource(c.get('db'), request.communityId, resourceId) : undefined;
      if (resource?.status !== 'published' || !seesResource(c.get('session'), resource))
        throw invalidField('/resourceId', 'unknown', 'There is no such resource.');
      const actorId = memberOf(c.get('session')).id;
      await store.fulfilRequest(c.get('db'), request, { resourceId, actorId, now: c.get('now') });
    }
    return c.json(await showOne(c, request.id), 200);
  });
}

/** @throws Problem not-found, forbidden */
async function load(c: RequestContext, action: ReturnType<typeof requestActions>[number], why?: string): Promise<store.RequestRow> {
  const row = await find(c);
  demand(c.get('session'), requestActions(c.get('session'), row.request), action, why);
  return row;
}
