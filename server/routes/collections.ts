import type { z } from '@hono/zod-openapi';
import { collectionActions, demand } from '../auth/policy.js';
import type { Api, RequestContext } from '../context.js';
import {
  CollectionFilter,
  MOST_ITEMS,
  createCollection,
  deleteCollection,
  getCollection,
  listCollections,
  putCollectionItems,
  updateCollection,
  type Collection,
  type CollectionItem,
} from '../contract/collections.js';
import { demandVersion, expectedVersion, setEtag } from '../http/etag.js';
import { Problem, invalidField } from '../problem.js';
import * as store from '../store/collections.js';
import { isUuid } from '../store/cursor.js';
import { countWithin, findResources, listResources, type ResourceFilters } from '../store/resources.js';
import { memberOf, memberRef, time } from './refs.js';
import { showResources } from './resource-view.js';

type View = z.infer<typeof Collection>;
type Row = store.CollectionRow;

/** A filter of an older version of the server that is no longer known holds nothing. */
const filterOf = ({ collection }: Row) =>
  collection.filter === null ? null : (CollectionFilter.safeParse(collection.filter).data ?? { q: '\u2014' });

async function show(c: RequestContext, rows: readonly Row[]): Promise<View[]> {
  const filters = rows.map(filterOf);
  const automatic = filters.flatMap((filter) => filter ?? []);
  const counts = await countWithin(c.get('db'), c.get('community').id, automatic as ResourceFilters[]);
  return rows.map(({ collection, author, chosen }, i) => {
    const filter = filters[i] ?? null;
    return {
      id: collection.id,
      title: collection.title,
      description: collection.description,
      author: memberRef(author),
      filter,
      featured: collection.featured,
      count: filter ? (counts[automatic.indexOf(filter)] ?? 0) : chosen,
      createdAt: time(collection.createdAt),
      updatedAt: time(collection.updatedAt),
      version: collection.version,
      viewer: { can: collectionActions(c.get('session'), collection) },
    };
  });
}

/** What it holds, as far as everybody may see it. */
async function itemsOf(c: RequestContext, row: Row): Promise<z.infer<typeof CollectionItem>[]> {
  const [db, communityId] = [c.get('db'), c.get('community').id];
  const about = { session: c.get('session'), now: c.get('now') };
  const within = filterOf(row);
  if (within) {
    const list = await listResources(db, communityId, {
      viewer: { id: null, steward: false },
      filters: { within: within as ResourceFilters },
      facets: false,
      limit: MOST_ITEMS,
    });
    return (await showResources(db, communityId, list.items, about)).map((resource) => ({ resource, note: '' }));
  }
  const items = await store.itemsOf(db, row.collection.id);
  const found = await findResources(
    db,
    communityId,
    items.map(({ resourceId }) => resourceId),
  );
  const shown = new Map(
    (
      await showResources(
        db,
        communityId,
        found.filter(({ status }) => status === 'published'),
        about,
      )
    ).map((resource) => [resource.id, resource]),
  );
  return items.flatMap(({ resourceId, note }) => {
    const resource = shown.get(resourceId);
    return resource ? [{ resource, note }] : [];
  });
}

/** @throws Problem not-found */
async function find(c: RequestContext, id: string): Promise<Row> {
  const row = await store.findCollection(c.get('db'), c.get('community').id, id);
  if (!row) throw new Problem('not-found');
  return row;
}

async function showOne(c: RequestContext, id: string) {
  const row = await find(c, id);
  setEtag(c, row.collection.version);
  const [shown] = await show(c, [row]);
  if (!shown) throw new Problem('not-found');
  return { ...shown, items: await itemsOf(c, row) };
}

/** The collection of a write, after the policy has agreed and the version fits. @throws Problem not-found, forbidden, stale-version */
async function load(c: RequestContext, action: View['viewer']['can'][number]): Promise<Row> {
  const row = await find(c, c.req.param('id') ?? '');
  demand(c.get('session'), collectionActions(c.get('session'), row.collection), action);
  demandVersion(expectedVersion(c), row.collection.version);
  return row;
}

/** What everybody sees first, stewards choose. @throws Problem forbidden */
function demandFeature(c: RequestContext): void {
  if (c.get('session').role !== 'steward') throw new Problem('forbidden', 'Stewards choose what is featured.');
}

export function registerCollections(app: Api): void {
  app.openapi(listCollections, async (c) => {
    const page = await store.listCollections(c.get('db'), c.get('community').id, c.req.valid('query'));
    return c.json({ items: await show(c, page.rows), nextCursor: page.nextCursor, total: page.total }, 200);
  });
  app.openapi(getCollection, async (c) => c.json(await showOne(c, c.req.valid('param').id), 200));
  app.openapi(createCollection, async (c) => {
    const text = c.req.valid('json');
    if (text.featured) demandFeature(c);
    const id = await store.addCollection(c.get('db'), c.get('community').id, memberOf(c.get('session')).id, textOf(text));
    return c.json(await showOne(c, id), 201);
  });
  app.openapi(updateCollection, async (c) => {
    const { collection } = await load(c, 'edit');
    const change = c.req.valid('json');
    if (change.featured !== undefined && change.featured !== collection.featured) demandFeature(c);
    if (!(await store.reviseCollection(c.get('db'), collection, textOf(change)))) throw new Problem('stale-version');
    return c.json(await showOne(c, collection.id), 200);
  });
  app.openapi(deleteCollection, async (c) => {
    const { collection } = await load(c, 'delete');
    if (!(await store.deleteCollection(c.get('db'), collection))) throw new Problem('stale-version');
    return c.body(null, 204);
  });
  app.openapi(putCollectionItems, async (c) => {
    const { collection } = await load(c, 'edit');
    if (collection.filter !== null) throw new Problem('conflict', 'This collection holds what its filter finds.');
    const { items } = c.req.valid('json');
    await demandThere(c, items);
    if (!(await store.setItems(c.get('db'), collection, items))) throw new Problem('stale-version');
    return c.json(await showOne(c, collection.id), 200);
  });
}

/** Without what is not said; `filter` as the table keeps it. */
function textOf<T extends Partial<store.CollectionText> & { filter?: object | null | undefined }>(
  text: T,
): T & { filter?: Record<string, string | string[]> | null } {
  const entries = Object.entries(text).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as T & { filter?: Record<string, string | string[]> | null };
}

/** Each once, and each a resource that can be seen. @throws Problem invalid */
async function demandThere(c: RequestContext, items: readonly store.ItemRow[]): Promise<void> {
  const ids = items.map(({ resourceId }) => resourceId);
  const twice = ids.findIndex((id, i) => ids.indexOf(id) !== i);
  if (twice >= 0) throw invalidField(`/items/${twice}/resourceId`, 'twice', 'It is in the collection already.');
  const found = await findResources(c.get('db'), c.get('community').id, ids.filter(isUuid));
  const there = new Set(found.filter(({ status }) => status === 'published' || status === 'obsolete').map(({ id }) => id));
  const missing = ids.findIndex((id) => !there.has(id));
  if (missing >= 0) throw invalidField(`/items/${missing}/resourceId`, 'unknown', 'There is no such resource.');
}
