import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { invalidField } from '../problem.js';
import { retellActivities } from './activities.js';
import { deleteActivitiesOf, recordActivity, recordChange } from './changes.js';
import { decodeCursor, encodeCursor, isUuid, pageOfRows } from './cursor.js';
import type { Db } from './database.js';
import { members, resourceRequests, resources } from './schema.js';

const open = isNull(resourceRequests.closedAt);
const select = (db: Db) =>
  db
    .select({
      request: resourceRequests,
      author: { id: members.id, name: members.name, avatarUrl: members.avatarUrl, url: members.url, demo: members.demo },
      // What waits for a steward, or is being written, is not named yet.
      resource: { id: resources.id, title: resources.title, url: resources.url },
    })
    .from(resourceRequests)
    .leftJoin(members, eq(members.id, resourceRequests.authorId))
    .leftJoin(
      resources,
      and(
        eq(resources.id, resourceRequests.resourceId),
        isNull(resources.deletedAt),
        sql`${resources.status} in ('published', 'obsolete')`,
        isNotNull(resourceRequests.closedAt),
      ),
    )
    .$dynamic();
export type RequestRow = Awaited<ReturnType<typeof select>>[number];

/** Newest first. */
export async function listRequests(
  db: Db,
  communityId: string,
  {
    filters,
    limit,
    cursor,
  }: { filters: { open?: boolean | undefined; by?: string | null | undefined }; limit: number; cursor?: string | undefined },
): Promise<{ rows: RequestRow[]; nextCursor: string | null; total: number | null }> {
  const after = decodeCursor(cursor, 'requests', ['time', 'id']);
  const all = and(
    eq(resourceRequests.communityId, communityId),
    filters.open === undefined ? undefined : filters.open ? open : isNotNull(resourceRequests.closedAt),
    filters.by === undefined ? undefined : filters.by === null ? sql`false` : eq(resourceRequests.authorId, filters.by),
  );
  const found = await select(db)
    .where(and(all, after && sql`(${resourceRequests.createdAt}, ${resourceRequests.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`))
    .orderBy(desc(resourceRequests.createdAt), desc(resourceRequests.id))
    .limit(limit + 1);
  const page = pageOfRows(found, limit, ({ request }) => encodeCursor('requests', [request.createdAt.toISOString(), request.id]));
  return { ...page, total: cursor === undefined ? await db.$count(resourceRequests, all) : null };
}

export async function findRequest(db: Db, communityId: string, id: string): Promise<RequestRow | undefined> {
  const [row] = await select(db).where(and(eq(resourceRequests.communityId, communityId), eq(resourceRequests.id, id)));
  return row;
}

export async function addRequest(
  tx: Db,
  request: { communityId: string; authorId: string; title: string; details: string },
  summary: string,
): Promise<string> {
  const id = uuidv7();
  await tx.insert(resourceRequests).values({ id, ...request });
  const { communityId, authorId } = request;
  await recordActivity(tx, { communityId, type: 'requested', actorId: authorId, object: { type: 'request', id }, summary });
  return id;
}

type Key = { id: string; communityId: string; version: number };
const versionOf = ({ id, version }: Key) => and(eq(resourceRequests.id, id), eq(resourceRequests.version, version));

/** @returns false where the version is no longer the one given */
export async function reviseRequest(tx: Db, row: Key, change: { title?: string; details?: string }, summary: string): Promise<boolean> {
  const done = await tx
    .update(resourceRequests)
    .set({ ...change, version: row.version + 1 })
    .where(versionOf(row))
    .returning({ id: resourceRequests.id });
  if (done.length === 0) return false;
  await retellActivities(tx, row.id, summary);
  await recordChange(tx, row.communityId, { type: 'request', id: row.id });
  return true;
}

/** @returns false where the version is no longer the one given */
export async function deleteRequest(tx: Db, row: Key): Promise<boolean> {
  const done = await tx.delete(resourceRequests).where(versionOf(row)).returning({ id: resourceRequests.id });
  if (done.length === 0) return false;
  await deleteActivitiesOf(tx, [row.id]);
  await recordChange(tx, row.communityId, { type: 'request', id: row.id });
  return true;
}

/** Somebody has named what was looked for. The feed tells who asked. */
export async function fulfilRequest(
  tx: Db,
  { id, communityId, version }: Key,
  { resourceId, actorId, now }: { resourceId: string; actorId: string; now: Date },
): Promise<void> {
  await tx
    .update(resourceRequests)
    .set({ resourceId, closedAt: now, version: version + 1 })
    .where(eq(resourceRequests.id, id));
  const [object, target] = [{ type: 'resource', id: resourceId } as const, { type: 'request', id } as const];
  await recordActivity(tx, { communityId, type: 'added', actorId, object, target });
}

export async function reopenRequest(tx: Db, { id, communityId, version }: Key): Promise<void> {
  await tx
    .update(resourceRequests)
    .set({ resourceId: null, closedAt: null, version: version + 1 })
    .where(eq(resourceRequests.id, id));
  await recordChange(tx, communityId, { type: 'request', id });
}

/** A new resource is for a request, which stays open until it is published. @throws Problem invalid where there is no such open request */
export async function nameForRequest(tx: Db, communityId: string, requestId: string, resourceId: string): Promise<void> {
  const is = and(eq(resourceRequests.communityId, communityId), sql`${resourceRequests.id}::text = ${requestId}`, open);
  const named = isUuid(requestId)
    ? await tx.update(resourceRequests).set({ resourceId }).where(is).returning({ id: resourceRequests.id })
    : [];
  if (named.length === 0) throw invalidField('/requestId', 'unknown', 'Nobody looks for this any more.');
}

/** What was made for requests is there: they are closed. @returns one of them */
export async function closeRequestsFor(tx: Db, resourceId: string): Promise<string | undefined> {
  const closed = await tx
    .update(resourceRequests)
    .set({ closedAt: new Date(), version: sql`${resourceRequests.version} + 1` })
    .where(and(eq(resourceRequests.resourceId, resourceId), open))
    .returning({ id: resourceRequests.id });
  return closed[0]?.id;
}
