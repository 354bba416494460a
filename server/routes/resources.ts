import type { z } from '@hono/zod-openapi';
import { demand, editWaits, resourceActions } from '../auth/policy.js';
import type { Api, RequestContext } from '../context.js';
import { type ResourceQuery, createResource, deleteResource, getResource, listResources, updateResource } from '../contract/resources.js';
import { demandVersion, expectedVersion } from '../http/etag.js';
import type { LinkPreviews } from '../links/previews.js';
import { Problem, invalidField } from '../problem.js';
import { rulesOf } from '../rules.js';
import { findCollection } from '../store/collections.js';
import { labelled } from '../store/facets.js';
import { findLinked } from '../store/links.js';
import { proposeChange } from '../store/resource-changes.js';
import * as edits from '../store/resource-edits.js';
import * as store from '../store/resources.js';
import { ensureTopics, topicLabels } from '../store/topics.js';
import { excerpt } from '../text.js';
import { urlKey } from '../url-key.js';
import { factsOf, find, showOne, showResources } from './resource-view.js';
import { memberOf, viewerOf } from './refs.js';

/** A link is suggested once, however it is spelt. @throws Problem conflict, which names what is there */
export async function demandNew(c: RequestContext, url: string, but?: string): Promise<void> {
  const linked = await findLinked(c.get('db'), c.get('community').id, url, but);
  if (!linked) return;
  const { status, authorId, ...rest } = linked;
  const seen = status !== 'proposed' || c.get('session').role === 'steward' || authorId === memberOf(c.get('session')).id;
  if (!seen) throw new Problem('conflict', 'This link has been suggested already, and waits for a steward.');
  throw new Problem('conflict', `This link is here already: ${rest.title}`, { existing: { type: 'resource', ...rest } });
}

/** What becomes of what this person suggests, by the community’s rules. */
export const statusFor = (c: RequestContext): 'published' | 'proposed' =>
  rulesOf(c.get('community')).premoderatedResources && c.get('session').role !== 'steward' ? 'proposed' : 'published';

/** When something that is right today is looked at again. */
export const nextReview = (c: RequestContext): string => edits.monthsAfter(c.get('now'), rulesOf(c.get('community')).reviewMonths);

export function registerResources(app: Api, links: LinkPreviews): void {
  registerReading(app);
  app.openapi(createResource, async (c) => {
    const { topics, draft, requestId, ...fields } = c.req.valid('json');
    const communityId = c.get('community').id;
    const tx = c.get('db');
    if (fields.url !== null && !draft) await demandNew(c, fields.url);
    const text = {
      ...fields,
      communityId,
      authorId: memberOf(c.get('session')).id,
      topics: await ensureTopics(tx, communityId, topics),
      status: draft ? ('draft' as const) : statusFor(c),
      reviewOn: draft ? null : nextReview(c),
      link: fields.url === null ? null : links.keptOf(fields.url),
    };
    return c.json(await showOne(c, await edits.addResource(tx, text, { summary: excerpt(fields.description), requestId })), 201);
  });
  app.openapi(updateResource, async (c) => {
    const row = await find(c, c.req.valid('param').id);
    demand(c.get('session'), resourceActions(c.get('session'), factsOf(row)), 'edit');
    demandVersion(expectedVersion(c), row.version);
    const { topics, fileId, ...fields } = c.req.valid('json');
    const url = fields.url === undefined ? row.url : fields.url;
    const file = fileId ?? row.fileId;
    const complete = (url === null) !== (file === null);
    if (fileId && row.fileId !== null && fileId !== row.fileId)
      throw invalidField('/fileId', 'has-file', 'It has a file; suggest the new one on its own.');
    if (!complete && !(row.status === 'draft' && url === null))
      throw invalidField('/url', 'link-or-file', 'A resource is a link or a file.');
    const tx = c.get('db');
    const moved = fields.url && urlKey(fields.url) !== row.urlKey ? fields.url : undefined;
    if (moved && row.status !== 'draft') await demandNew(c, moved, row.id);
    const change = {
      ...fields,
      ...(topics && { topics: await ensureTopics(tx, row.communityId, topics) }),
      ...(fileId && fileId !== row.fileId && { fileId }),
      ...(moved && { link: links.keptOf(moved) }),
    };
    const about = { actorId: memberOf(c.get('session')).id, summary: excerpt(fields.description ?? row.description), now: c.get('now') };
    const waits = editWaits(c.get('session'), row, rulesOf(c.get('community')).premoderatedResources);
    const done = waits
      ? await proposeChange(tx, row, { ...fields, ...(change.topics && { topics: change.topics }) }, about)
      : await edits.reviseResource(tx, row, change, about);
    if (!done) throw new Problem('stale-version');
    return c.json(await showOne(c, row.id), 200);
  });
  app.openapi(deleteResource, async (c) => {
    const row = await find(c, c.req.valid('param').id);
    demand(c.get('session'), resourceActions(c.get('session'), factsOf(row)), 'delete');
    demandVersion(expectedVersion(c), row.version);
    if (!(await edits.deleteResource(c.get('db'), row))) throw new Problem('stale-version');
    return c.body(null, 204);
  });
}

/** The filters of a list; a collection that is not there holds nothing. */
async function filtersOf(c: RequestContext, query: z.infer<typeof ResourceQuery>): Promise<store.ResourceFilters> {
  const { cursor: _, limit: _limit, sort: _sort, facets: _facets, q, similar, collection, ...filters } = query;
  const plain = { ...filters, q: q || undefined, similar: similar || undefined };
  if (collection === undefined) return plain;
  const found = await findCollection(c.get('db'), c.get('community').id, collection);
  if (!found) throw new Problem('not-found', 'There is no such collection.');
  const { id, filter } = found.collection;
  return filter ? { ...plain, within: filter as store.ResourceFilters } : { ...plain, collection: id };
}

function registerReading(app: Api): void {
  app.openapi(listResources, async (c) => {
    const query = c.req.valid('query');
    const [db, community, session] = [c.get('db'), c.get('community'), c.get('session')];
    const { sort, facets = false, limit, cursor } = query;
    const filters = await filtersOf(c, query);
    const list = await store.listResources(db, community.id, { viewer: viewerOf(session), filters, sort, facets, limit, cursor });
    const counted = list.facets;
    const labels = await topicLabels(db, community.id, counted?.topic.map(({ value }) => value) ?? []);
    const none = new Map<string, string>();
    return c.json(
      {
        items: await showResources(db, community.id, list.items, { session, now: c.get('now') }),
        nextCursor: list.nextCursor,
        total: list.total,
        facets: counted && {
          kind: labelled(counted.kind, none),
          topic: labelled(counted.topic, labels),
          language: labelled(counted.language, none),
          outcome: labelled(counted.outcome, none),
          year: labelled(counted.year, none),
          form: labelled(counted.form, none),
          mark: labelled(counted.mark, none),
        },
        didYouMean: filters.q && list.items.length === 0 && !cursor ? await store.didYouMean(db, community.id, filters.q) : null,
      },
      200,
    );
  });
  app.openapi(getResource, async (c) => c.json(await showOne(c, c.req.valid('param').id), 200));
}
