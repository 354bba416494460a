import { and, arrayOverlaps, asc, desc, eq, getTableColumns, inArray, sql, type SQL } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { retellActivities } from './activities.js';
import { deleteActivitiesOf, deleteActivity, recordActivity, recordChange } from './changes.js';
import { deleteThread } from './comments.js';
import { decodeCursor, encodeCursor, pageOfRows, type CursorValue } from './cursor.js';
import type { Db } from './database.js';
import { chosenBut, countFacets, countUpTo, type FacetCounts, type FacetField } from './facets.js';
import { claimFile, deleteFile } from './files.js';
import { recordMentions } from './mentions.js';
import { inOrderOf, rankedPage } from './ranked.js';
import { files, members, resources } from './schema.js';
import { search as searchText, type TextSearch } from './search.js';
import { similarTo } from './similar.js';
import { urlKey } from '../url-key.js';

const { search, sortTitle, ...columns } = getTableColumns(resources);
const shown = {
  ...columns,
  author: { id: members.id, name: members.name, avatarUrl: members.avatarUrl, url: members.url, demo: members.demo },
  file: { id: files.id, name: files.name, type: files.type, size: files.size, createdAt: files.createdAt },
};
const select = (db: Db) =>
  db.select(shown).from(resources).leftJoin(members, eq(members.id, resources.authorId)).leftJoin(files, eq(files.id, resources.fileId));
export type ResourceRow = Awaited<ReturnType<typeof select>>[number];

export interface ResourceFilters {
  q?: string | undefined;
  /** A title; only what is like it. */
  similar?: string | undefined;
  /** A link; only what has it, however it is spelt. */
  url?: string | undefined;
  kind?: string[] | undefined;
  topic?: string[] | undefined;
  language?: string[] | undefined;
  outcome?: 'worked' | 'adapted' | 'failed' | undefined;
  /** Only what this member suggested; null: nobody is asking, so nothing is theirs. */
  suggestedBy?: string | null | undefined;
}
export type ResourceSort = 'newest' | 'title' | 'used' | 'relevance';
export type ResourceFacet = 'kind' | 'topic' | 'language';

const uses = sql`(${resources.usesWorked} + ${resources.usesAdapted} + ${resources.usesFailed})`;
const OUTCOMES = { worked: resources.usesWorked, adapted: resources.usesAdapted, failed: resources.usesFailed };
type Key = Exclude<ResourceSort, 'relevance'>;
const ORDERS: Record<Key, { kinds: ('text' | 'time' | 'number' | 'id')[]; descending: boolean; cast: SQL }> = {
  newest: { kinds: ['time', 'id'], descending: true, cast: sql`::timestamptz` },
  title: { kinds: ['text', 'id'], descending: false, cast: sql`::text` },
  used: { kinds: ['number', 'id'], descending: true, cast: sql`::int` },
};
const KEY: Record<Key, SQL<CursorValue>> = { newest: sql`${resources.createdAt}`, title: sql`${sortTitle}`, used: sql`${uses}` };

function fieldsOf(filters: ResourceFilters): Record<ResourceFacet, FacetField> {
  return {
    kind: { values: sql`array[${resources.kind}]`, chosen: filters.kind && inArray(resources.kind, filters.kind), asked: filters.kind },
    topic: {
      values: sql`${resources.topics}`,
      chosen: filters.topic && arrayOverlaps(resources.topics, filters.topic),
      asked: filters.topic,
    },
    language: {
      values: sql`array_remove(array[${resources.language}], null)`,
      chosen: filters.language && inArray(resources.language, filters.language),
      asked: filters.language,
    },
  };
}

/** Conditions beside the facets and the text. */
function common(communityId: string, { outcome, suggestedBy, url }: ResourceFilters): SQL {
  const conditions = [
    sql`${resources.communityId} = ${communityId}`,
    sql`${resources.deletedAt} is null`,
    url === undefined ? [] : sql`${resources.urlKey} = ${urlKey(url)}`,
    outcome ? sql`${OUTCOMES[outcome]} > 0` : [],
    suggestedBy === undefined ? [] : suggestedBy === null ? sql`false` : eq(resources.authorId, suggestedBy),
  ];
  return sql.join(conditions.flat(), sql` and `);
}

export interface ResourceList {
  items: ResourceRow[];
  nextCursor: string | null;
  total: number | null;
  facets: FacetCounts<ResourceFacet>['counts'] | null;
}

/** What is like a title, or matches a text. */
async function matching(
  db: Db,
  communityId: string,
  there: SQL,
  { q, similar }: ResourceFilters,
  chosen: SQL,
): Promise<TextSearch | undefined> {
  if (similar) return similarTo(db, sql`${resources} where ${there}`, similar, { vector: search, short: sortTitle });
  if (!q) return undefined;
  return searchText(db, communityId, there, q, { vector: search, short: sortTitle, by: 'density', noun: 'resources', chosen });
}

/** Resources, filtered and sorted; relevance where there is a text, else the newest first. The total is told with the first page, up to 2,000. */
export async function listResources(
  db: Db,
  communityId: string,
  {
    filters,
    limit,
    cursor,
    ...ask
  }: { filters: ResourceFilters; sort?: ResourceSort | undefined; facets: boolean; limit: number; cursor?: string | undefined },
): Promise<ResourceList> {
  const ranked = filters.similar ?? filters.q;
  const sort = ask.sort === 'relevance' && !ranked ? 'newest' : (ask.sort ?? (ranked ? 'relevance' : 'newest'));
  const fields = fieldsOf(filters);
  const there = common(communityId, filters);
  const found = await matching(db, communityId, there, filters, chosenBut(fields));
  const base = found ? sql`${there} and ${found.match}` : there;
  const page =
    sort === 'relevance' && found
      ? await byRelevance(db, sql`${there} and ${chosenBut(fields)}`, found, { limit, cursor })
      : await sorted(db, sql`${base} and ${chosenBut(fields)}`, sort === 'relevance' ? 'newest' : sort, { limit, cursor });
  const counted = ask.facets ? await countFacets(db, sql`${resources} where ${base}`, fields) : null;
  const total =
    counted?.total ?? (cursor === undefined && !found?.many ? await countUpTo(db, resources, sql`${base} and ${chosenBut(fields)}`) : null);
  return { ...page, total, facets: counted?.counts ?? null };
}

interface Paging {
  limit: number;
  cursor?: string | undefined;
}
type Page = Pick<ResourceList, 'items' | 'nextCursor'>;

async function sorted(db: Db, where: SQL, sort: Key, { limit, cursor }: Paging): Promise<Page> {
  const { kinds, descending, cast } = ORDERS[sort];
  const key = KEY[sort];
  const after = decodeCursor(cursor, sort, kinds);
  const direction = descending ? desc : asc;
  const further = after && sql`(${key}, ${resources.id}) ${sql.raw(descending ? '<' : '>')} (${after[0]}${cast}, ${after[1]}::uuid)`;
  const some = await db
    .select({ ...shown, key })
    .from(resources)
    .leftJoin(members, eq(members.id, resources.authorId))
    .leftJoin(files, eq(files.id, resources.fileId))
    .where(and(where, further))
    .orderBy(direction(key), direction(resources.id))
    .limit(limit + 1);
  const { rows, nextCursor } = pageOfRows(some, limit, (last) =>
    encodeCursor(sort, [sort === 'newest' ? last.createdAt.toISOString() : last.key, last.id]),
  );
  return { items: rows.map(({ key: _key, ...row }) => row), nextCursor };
}

async function byRelevance(db: Db, where: SQL, found: TextSearch, paging: Paging): Promise<Page> {
  const { ids, nextCursor } = await rankedPage(db, { table: resources, id: resources.id, time: resources.createdAt }, where, found, paging);
  const some = ids.length > 0 ? await select(db).where(inArray(resources.id, ids)) : [];
  return { items: inOrderOf(ids, some, ({ id }) => id), nextCursor };
}

export async function findResource(db: Db, communityId: string, id: string): Promise<ResourceRow | undefined> {
  const [row] = await select(db).where(
    and(eq(resources.communityId, communityId), eq(resources.id, id), sql`${resources.deletedAt} is null`),
  );
  return row;
}

export type NewResource = Pick<
  ResourceRow,
  'communityId' | 'kind' | 'title' | 'description' | 'url' | 'fileId' | 'creator' | 'publishedOn' | 'language' | 'licence' | 'topics'
> & { authorId: string };

/** @throws Problem invalid where the file isn't the author's own, fresh upload */
export async function addResource(tx: Db, resource: NewResource, summary: string): Promise<string> {
  const id = uuidv7();
  if (resource.fileId !== null) await claimFile(tx, resource.communityId, resource.authorId, resource.fileId);
  await tx.insert(resources).values({ id, ...resource, urlKey: resource.url && urlKey(resource.url) });
  await recordMentions(tx, resource.communityId, { type: 'resource', id }, resource.description);
  await recordActivity(tx, {
    communityId: resource.communityId,
    type: 'added',
    actorId: resource.authorId,
    object: { type: 'resource', id },
    summary,
  });
  return id;
}

export type ResourceChange = Partial<
  Pick<ResourceRow, 'kind' | 'title' | 'description' | 'url' | 'creator' | 'publishedOn' | 'language' | 'licence' | 'topics'>
>;

/** @returns false where the version is no longer the one given */
export async function reviseResource(
  tx: Db,
  row: Pick<ResourceRow, 'id' | 'communityId' | 'version'>,
  change: ResourceChange,
  { actorId, summary }: { actorId: string; summary: string },
): Promise<boolean> {
  const now = new Date();
  const done = await tx
    .update(resources)
    .set({ ...change, ...(change.url && { urlKey: urlKey(change.url) }), version: row.version + 1, updatedAt: now, editedAt: now })
    .where(and(eq(resources.id, row.id), eq(resources.version, row.version), sql`${resources.deletedAt} is null`))
    .returning({ id: resources.id });
  if (done.length === 0) return false;
  if (change.description !== undefined) await recordMentions(tx, row.communityId, { type: 'resource', id: row.id }, change.description);
  await retellActivities(tx, row.id, summary);
  // Somebody who mends ten words one by one is in the feed once, with the last.
  await deleteActivity(tx, { type: 'revised', actorId, objectId: row.id });
  await recordActivity(tx, { communityId: row.communityId, type: 'revised', actorId, object: { type: 'resource', id: row.id }, summary });
  return true;
}

/** Takes its file, its comments and its activities along. @returns false where the version is no longer the one given */
export async function deleteResource(tx: Db, row: Pick<ResourceRow, 'id' | 'communityId' | 'version' | 'fileId'>): Promise<boolean> {
  const done = await tx
    .update(resources)
    .set({ deletedAt: new Date(), version: row.version + 1, fileId: null })
    .where(and(eq(resources.id, row.id), eq(resources.version, row.version), sql`${resources.deletedAt} is null`))
    .returning({ id: resources.id });
  if (done.length === 0) return false;
  if (row.fileId !== null) await deleteFile(tx, row.fileId);
  await deleteThread(tx, row.id);
  await deleteActivitiesOf(tx, [row.id]);
  await recordChange(tx, row.communityId, { type: 'resource', id: row.id });
  return true;
}
