import type { z } from '@hono/zod-openapi';
import { demand, resourceActions } from '../auth/policy.js';
import type { Session } from '../auth/session.js';
import type { Api, RequestContext } from '../context.js';
import {
  ResourceKind,
  createResource,
  deleteResource,
  getResource,
  listResources,
  updateResource,
  type Resource,
} from '../contract/resources.js';
import { demandVersion, expectedVersion, setEtag } from '../http/etag.js';
import { excerpt } from '../text.js';
import { urlKey } from '../url-key.js';
import { Problem, invalidField } from '../problem.js';
import { findLinked } from '../store/links.js';
import type { Db } from '../store/database.js';
import { labelled } from '../store/facets.js';
import { withMentions } from '../store/mentions.js';
import * as store from '../store/resources.js';
import { ensureTopics, topicLabels, topicRefs } from '../store/topics.js';
import { contextsOf, useSummary, usesOf } from '../store/uses.js';
import { showFile } from './files.js';
import { memberOf, memberRef, sourceOf, time, timeOrNull } from './refs.js';

/** Resources with labels, contexts and one's own uses, each looked up once for all. */
async function showAll(
  db: Db,
  communityId: string,
  rows: readonly store.ResourceRow[],
  session: Session,
): Promise<z.infer<typeof Resource>[]> {
  const labels = await topicLabels(
    db,
    communityId,
    rows.flatMap((row) => row.topics),
  );
  const contexts = await contextsOf(db, rows);
  const mine = await usesOf(
    db,
    session.member?.id,
    rows.map((row) => row.id),
  );
  const descriptions = await withMentions(
    db,
    communityId,
    rows.map(({ description }) => description),
  );
  return rows.map((row, i) => ({
    id: row.id,
    kind: ResourceKind.safeParse(row.kind).data ?? 'other',
    title: row.title,
    description: descriptions[i] ?? row.description,
    url: row.url,
    file: row.file && showFile(communityId, row.file),
    creator: row.creator,
    publishedOn: row.publishedOn,
    language: row.language,
    licence: row.licence,
    topics: topicRefs(labels, row.topics),
    suggestedBy: memberRef(row.author),
    createdAt: time(row.createdAt),
    updatedAt: time(row.updatedAt),
    editedAt: timeOrNull(row.editedAt),
    version: row.version,
    commentCount: row.commentCount,
    uses: useSummary(row, contexts.get(row.id)),
    viewer: { use: mine.get(row.id) ?? null, can: resourceActions(session, row) },
    source: sourceOf(row.source),
  }));
}

/** @throws Problem not-found */
async function find(c: RequestContext, id: string): Promise<store.ResourceRow> {
  const row = await store.findResource(c.get('db'), c.get('community').id, id);
  if (!row) throw new Problem('not-found');
  return row;
}

async function showOne(c: RequestContext, row: store.ResourceRow): Promise<z.infer<typeof Resource>> {
  const [shown] = await showAll(c.get('db'), row.communityId, [row], c.get('session'));
  if (!shown) throw new Problem('not-found');
  setEtag(c, row.version);
  return shown;
}

/** A link is suggested once, however it is spelt. @throws Problem conflict, which names what is there */
async function demandNew(c: RequestContext, url: string, but?: string): Promise<void> {
  const linked = await findLinked(c.get('db'), c.get('community').id, url, but);
  if (!linked) return;
  const { status, authorId, ...rest } = linked;
  const seen = status !== 'proposed' || c.get('session').role === 'steward' || authorId === memberOf(c.get('session')).id;
  if (!seen) throw new Problem('conflict', 'This link has been suggested already, and waits for a steward.');
  throw new Problem('conflict', `This link is here already: ${rest.title}`, { existing: { type: 'resource', ...rest } });
}

export function registerResources(app: Api): void {
  registerReading(app);
  app.openapi(createResource, async (c) => {
    const { topics, ...fields } = c.req.valid('json');
    const communityId = c.get('community').id;
    const authorId = memberOf(c.get('session')).id;
    const tx = c.get('db');
    if (fields.url !== null) await demandNew(c, fields.url);
    const ids = await ensureTopics(tx, communityId, topics);
    const id = await store.addResource(tx, { ...fields, communityId, authorId, topics: ids }, excerpt(fields.description));
    return c.json(await showOne(c, await find(c, id)), 201);
  });
  app.openapi(updateResource, async (c) => {
    const row = await find(c, c.req.valid('param').id);
    demand(c.get('session'), resourceActions(c.get('session'), row), 'edit');
    demandVersion(expectedVersion(c), row.version);
    const { topics, ...fields } = c.req.valid('json');
    const link = fields.url === undefined ? row.url : fields.url;
    if ((link === null) === (row.fileId === null)) throw invalidField('/url', 'link-or-file', 'A resource is a link or a file.');
    const tx = c.get('db');
    if (fields.url && urlKey(fields.url) !== row.urlKey) await demandNew(c, fields.url, row.id);
    const change = { ...fields, ...(topics && { topics: await ensureTopics(tx, row.communityId, topics) }) };
    const summary = excerpt(fields.description ?? row.description);
    if (!(await store.reviseResource(tx, row, change, { actorId: memberOf(c.get('session')).id, summary })))
      throw new Problem('stale-version');
    return c.json(await showOne(c, await find(c, row.id)), 200);
  });
  app.openapi(deleteResource, async (c) => {
    const row = await find(c, c.req.valid('param').id);
    demand(c.get('session'), resourceActions(c.get('session'), row), 'delete');
    demandVersion(expectedVersion(c), row.version);
    if (!(await store.deleteResource(c.get('db'), row))) throw new Problem('stale-version');
    return c.body(null, 204);
  });
}

function registerReading(app: Api): void {
  app.openapi(listResources, async (c) => {
    const { q, similar, url, kind, topic, language, outcome, mine, sort, facets, limit, cursor } = c.req.valid('query');
    const [db, community, session] = [c.get('db'), c.get('community'), c.get('session')];
    const suggestedBy = mine ? (session.member?.id ?? null) : undefined;
    const filters = { q: q || undefined, similar: similar || undefined, url, kind, topic, language, outcome, suggestedBy };
    const list = await store.listResources(db, community.id, { filters, sort, facets: facets ?? false, limit, cursor });
    const counted = list.facets;
    const labels = await topicLabels(db, community.id, counted?.topic.map(({ value }) => value) ?? []);
    return c.json(
      {
        items: await showAll(db, community.id, list.items, session),
        nextCursor: list.nextCursor,
        total: list.total,
        facets: counted && {
          kind: labelled(counted.kind, new Map()),
          topic: labelled(counted.topic, labels),
          language: labelled(counted.language, new Map()),
        },
      },
      200,
    );
  });
  app.openapi(getResource, async (c) => c.json(await showOne(c, await find(c, c.req.valid('param').id)), 200));
}
