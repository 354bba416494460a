import { sql, type SQL } from 'drizzle-orm';
import type { z } from '@hono/zod-openapi';
import type { ObjectRef } from '../contract/common.js';
import type { ObjectKey } from './changes.js';
import { rows, type Db } from './database.js';

export type ObjectTitle = z.infer<typeof ObjectRef>;

/** What an answer or a comment is called: what its thread is called. */
const LOOKUPS: Record<ObjectKey['type'], (ids: SQL) => SQL> = {
  question: (ids) =>
    sql`select 'question' as type, id, title, null::text as url from questions where id in (${ids}) and deleted_at is null`,
  answer: (ids) => sql`
    select 'answer' as type, a.id, q.title, null::text as url from answers a join questions q on q.id = a.question_id
    where a.id in (${ids}) and a.deleted_at is null and q.deleted_at is null`,
  comment: (ids) => sql`
    select 'comment' as type, c.id, coalesce(q.title, r.title, p.title) as title, null::text as url
    from comments c
    left join questions q on q.id = c.thread_id and q.deleted_at is null
    left join resources r on r.id = c.thread_id and r.deleted_at is null and r.status in ('published', 'obsolete')
    left join posts p on p.id = c.thread_id and p.deleted_at is null
    where c.id in (${ids}) and c.deleted_at is null and coalesce(q.id, r.id, p.id) is not null`,
  resource: (ids) =>
    sql`select 'resource' as type, id, title, url from resources where id in (${ids}) and deleted_at is null and status in ('published', 'obsolete')`,
  post: (ids) => sql`select 'post' as type, id, title, url from posts where id in (${ids}) and deleted_at is null`,
  collection: (ids) =>
    sql`select 'collection' as type, id, title, null::text as url from collections where id in (${ids}) and deleted_at is null`,
  request: (ids) => sql`select 'request' as type, id, title, null::text as url from resource_requests where id in (${ids})`,
  member: (ids) => sql`select 'member' as type, id, name as title, null::text as url from members where id in (${ids}) and listed`,
};

/** The titles of questions that were merged into one that is there: their text stays readable there. @returns by `question:id` */
export async function mergedTitles(db: Db, ids: readonly string[]): Promise<Map<string, ObjectTitle>> {
  if (ids.length === 0) return new Map();
  const list = ids.map((id) => sql`${id}::uuid`);
  const found = await rows<ObjectTitle>(
    db,
    sql`select 'question' as type, id, title, null::text as url from questions where id in (${sql.join(list, sql`, `)}) and merged_into_id is not null`,
  );
  return new Map(found.map((o) => [`${o.type}:${o.id}`, o]));
}

/**
 * The titles of any objects, in one query. What is gone, or has left the directory, is not among them.
 * @returns by `type:id`
 */
export async function titlesOf(db: Db, objects: Iterable<ObjectKey>): Promise<Map<string, ObjectTitle>> {
  const ids = new Map<ObjectKey['type'], Set<string>>();
  for (const { type, id } of objects) ids.set(type, (ids.get(type) ?? new Set()).add(id));
  const lookups = [...ids].map(([type, some]) => {
    const list = [...some].map((id) => sql`${id}::uuid`);
    return LOOKUPS[type](sql.join(list, sql`, `));
  });
  if (lookups.length === 0) return new Map();
  const found = await rows<ObjectTitle>(db, sql.join(lookups, sql` union all `));
  return new Map(found.map((o) => [`${o.type}:${o.id}`, o]));
}
