import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { deleteActivitiesOf, recordActivity, recordChange } from './changes.js';
import { decodeCursor, encodeCursor, isUuid, pageOfRows } from './cursor.js';
import type { Db } from './database.js';
import { collectionItems, collections, members, resources } from './schema.js';

const select = (db: Db) =>
  db
    .select({
      collection: collections,
      author: { id: members.id, name: members.name, avatarUrl: members.avatarUrl, url: members.url, demo: members.demo },
      chosen: sql<number>`(select count(*)::int from ${collectionItems} i join ${resources} r on r.id = i.resource_id
        where i.collection_id = ${collections.id} and r.deleted_at is null and r.status = 'published')`,
    })
    .from(collections)
    .leftJoin(members, eq(members.id, collections.authorId))
    .$dynamic();
export type CollectionRow = Awaited<ReturnType<typeof select>>[number];

/** The featured ones first, then the newest. */
export async function listCollections(
  db: Db,
  communityId: string,
  { resource, limit, cursor }: { resource?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<{ rows: CollectionRow[]; nextCursor: string | null; total: number | null }> {
  const after = decodeCursor(cursor, 'collections', ['number', 'time', 'id']);
  if (resource !== undefined && !isUuid(resource)) return { rows: [], nextCursor: null, total: 0 };
  const featured = sql<number>`(case when ${collections.featured} then 1 else 0 end)`;
  const all = and(
    eq(collections.communityId, communityId),
    isNull(collections.deletedAt),
    resource === undefined
      ? undefined
      : sql`${collections.id} in (select collection_id from ${collectionItems} where resource_id = ${resource}::uuid)`,
  );
  const found = await select(db)
    .where(
      and(
        all,
        after &&
          sql`(${featured}, ${collections.createdAt}, ${collections.id}) < (${after[0]}::int, ${after[1]}::timestamptz, ${after[2]}::uuid)`,
      ),
    )
    .orderBy(desc(featured), desc(collections.createdAt), desc(collections.id))
    .limit(limit + 1);
  const page = pageOfRows(found, limit, ({ collection }) =>
    encodeCursor('collections', [collection.featured ? 1 : 0, collection.createdAt.toISOString(), collection.id]),
  );
  return { ...page, total: cursor === undefined ? await db.$count(collections, all) : null };
}

export async function findCollection(db: Db, communityId: string, id: string): Promise<CollectionRow | undefined> {
  if (!isUuid(id)) return undefined;
  const [row] = await select(db).where(
    and(eq(collections.communityId, communityId), eq(collections.id, id), isNull(collections.deletedAt)),
  );
  return row;
}

export interface ItemRow {
  resourceId: string;
  note: string;
}

/** What was chosen, in order; also what is not to be seen by everybody now. */
export const itemsOf = (db: Db, collectionId: string): Promise<ItemRow[]> =>
  db
    .select({ resourceId: collectionItems.resourceId, note: collectionItems.note })
    .from(collectionItems)
    .innerJoin(resources, and(eq(resources.id, collectionItems.resourceId), isNull(resources.deletedAt)))
    .where(eq(collectionItems.collectionId, collectionId))
    .orderBy(asc(collectionItems.position), asc(collectionItems.resourceId));

export type CollectionText = Pick<CollectionRow['collection'], 'title' | 'description' | 'filter' | 'featured'>;

export async function addCollection(tx: Db, communityId: string, authorId: string, text: CollectionText): Promise<string> {
  const id = uuidv7();
  await tx.insert(collections).values({ id, communityId, authorId, ...text });
  await recordActivity(tx, {
    communityId,
    type: 'collected',
    actorId: authorId,
    object: { type: 'collection', id },
    summary: text.description || null,
  });
  return id;
}

type Key = Pick<CollectionRow['collection'], 'id' | 'communityId' | 'version'>;

/** @returns false where the version is no longer the one given */
async function touch(tx: Db, row: Key, change: Partial<CollectionText> & { deletedAt?: Date; editedAt?: Date }): Promise<boolean> {
  const done = await tx
    .update(collections)
    .set({ ...change, version: row.version + 1, updatedAt: new Date() })
    .where(and(eq(collections.id, row.id), eq(collections.version, row.version), isNull(collections.deletedAt)))
    .returning({ id: collections.id });
  return done.length > 0;
}

/** @returns false where the version is no longer the one given */
export async function reviseCollection(tx: Db, row: Key, change: Partial<CollectionText>): Promise<boolean> {
  if (!(await touch(tx, row, { ...change, editedAt: new Date() }))) return false;
  await recordChange(tx, row.communityId, { type: 'collection', id: row.id });
  return true;
}

/** @returns false where the version is no longer the one given */
export async function deleteCollection(tx: Db, row: Key): Promise<boolean> {
  if (!(await touch(tx, row, { deletedAt: new Date() }))) return false;
  await deleteActivitiesOf(tx, [row.id]);
  await recordChange(tx, row.communityId, { type: 'collection', id: row.id });
  return true;
}

/** What it holds from now on, in this order. @returns false where the version is no longer the one given */
export async function setItems(tx: Db, row: Key, items: readonly ItemRow[]): Promise<boolean> {
  if (!(await touch(tx, row, {}))) return false;
  await tx.delete(collectionItems).where(eq(collectionItems.collectionId, row.id));
  if (items.length > 0)
    await tx.insert(collectionItems).values(items.map((item, position) => ({ ...item, collectionId: row.id, position })));
  await recordChange(tx, row.communityId, { type: 'collection', id: row.id });
  return true;
}
