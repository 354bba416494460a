import { sql } from 'drizzle-orm';
import type { ObjectKey } from './changes.js';
import { rows, type Db } from './database.js';

/** One entry of the log behind the live stream. */
export interface LogEntry {
  seq: number;
  activityId: string | null;
  object: ObjectKey;
}

/** What happened in a community after an entry, oldest first. */
export async function readLog(db: Db, communityId: string, after: number, limit: number): Promise<LogEntry[]> {
  const found = await rows<{ seq: string | number; activityId: string | null; type: ObjectKey['type']; id: string }>(
    db,
    sql`select seq, activity_id as "activityId", object_type as type, object_id as id from changes
      where community_id = ${communityId} and seq > ${after} order by seq limit ${limit}`,
  );
  return found.map(({ seq, activityId, type, id }) => ({ seq: Number(seq), activityId, object: { type, id } }));
}

/** The first and the last number of the whole log; both 0 while nothing has happened. */
export async function logBounds(db: Db): Promise<{ first: number; last: number }> {
  const [bounds] = await rows<{ first: string | number | null; last: string | number | null }>(
    db,
    sql`select (select min(seq) from changes) as first, (select max(seq) from changes) as last`,
  );
  return { first: Number(bounds?.first ?? 0), last: Number(bounds?.last ?? 0) };
}

/** Removes what is older than a day. The newest entry stays, so that the log always tells how far it reaches. */
export async function pruneLog(db: Db): Promise<void> {
  await db.execute(sql`delete from changes where at < now() - interval '1 day' and seq < (select max(seq) from changes)`);
}
