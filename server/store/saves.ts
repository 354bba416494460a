import { and, eq, inArray, sql } from 'drizzle-orm';
import type { z } from '@hono/zod-openapi';
import type { SaveType } from '../contract/saves.js';
import { isUuid } from './cursor.js';
import { rows, type Db } from './database.js';
import { saves } from './schema.js';

export interface SaveKey {
  type: z.infer<typeof SaveType>;
  id: string;
}
export interface SaveView {
  object: SaveKey & { title: string; url: string | null };
  createdAt: Date;
}

const THERE: Record<SaveKey['type'], string> = {
  question: `select id, title, null::text as url, community_id from questions where deleted_at is null`,
  resource: `select id, title, url, community_id from resources where deleted_at is null and status in ('published', 'obsolete')`,
};

/** Is there such a question or resource, to be kept? */
export async function canBeSaved(db: Db, communityId: string, { type, id }: SaveKey): Promise<boolean> {
  if (!isUuid(id)) return false;
  return (
    (await rows(db, sql`select 1 from (${sql.raw(THERE[type])}) o where o.community_id = ${communityId} and o.id = ${id}::uuid`)).length > 0
  );
}

/** All that a member keeps and that is still there, newest first. */
export async function listSaves(db: Db, communityId: string, memberId: string): Promise<SaveView[]> {
  const of = (type: SaveKey['type']) =>
    sql`select s.object_type as type, s.object_id as id, o.title, o.url, s.created_at as "createdAt" from saves s
      join (${sql.raw(THERE[type])}) o on o.id = s.object_id
      where s.community_id = ${communityId} and s.member_id = ${memberId} and s.object_type = ${type}`;
  const found = await rows<SaveView['object'] & { createdAt: Date | string }>(
    db,
    sql`${of('question')} union all ${of('resource')} order by "createdAt" desc, id`,
  );
  return found.map(({ createdAt, ...object }) => ({ object, createdAt: new Date(createdAt) }));
}

export const countSaves = (db: Db, communityId: string, memberId: string): Promise<number> =>
  db.$count(saves, and(eq(saves.communityId, communityId), eq(saves.memberId, memberId)));

/** Which of these objects a member keeps. */
export async function savedBy(db: Db, memberId: string | undefined, ids: readonly string[]): Promise<Set<string>> {
  if (memberId === undefined || ids.length === 0) return new Set();
  const found = await db
    .select({ id: saves.objectId })
    .from(saves)
    .where(and(eq(saves.memberId, memberId), inArray(saves.objectId, [...ids])));
  return new Set(found.map(({ id }) => id));
}

export async function save(tx: Db, communityId: string, memberId: string, { type, id }: SaveKey): Promise<void> {
  await tx.insert(saves).values({ communityId, memberId, objectType: type, objectId: id }).onConflictDoNothing();
}

export async function unsave(tx: Db, communityId: string, memberId: string, { type, id }: SaveKey): Promise<void> {
  if (!isUuid(id)) return;
  await tx
    .delete(saves)
    .where(and(eq(saves.communityId, communityId), eq(saves.memberId, memberId), eq(saves.objectType, type), eq(saves.objectId, id)));
}
