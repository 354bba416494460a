import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { decodeCursor, encodeCursor, pageOfRows } from './cursor.js';
import { rows, type Db } from './database.js';
import { orderOf, type TextSearch } from './search.js';

/*
 * A page of a search by relevance. Where few rows match, each is weighed. Where many do, weighing all would cost what the community
 * weighs: then the newest of those with the words in their name or title are weighed and stand first, and the others follow, the newest
 * first. Both are one total order (rank, time, id): what belongs to the first is told by the time from which on it does, which the cursor
 * carries, so that pages hold every row once whatever is written between them.
 */

/** Of those with the words in their name or title so many are weighed. */
const WEIGHED = 100;

interface Ranked {
  id: string;
  rank: number;
  time: string;
}

export interface RankedPage {
  /** In the order found. */
  ids: string[];
  nextCursor: string | null;
}

/** @param where what must hold beside the text */
export async function rankedPage(
  db: Db,
  { table, id, time }: { table: PgTable; id: SQLWrapper; time: SQLWrapper },
  where: SQL,
  found: TextSearch,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<RankedPage> {
  const all = sql`${where} and ${found.match}`;
  const from = (conditions: SQL, rank: SQL) => sql`select ${id} as id, ${rank} as rank, ${time} as time from ${table} where ${conditions}`;
  const afterAll = (after: readonly unknown[] | undefined) =>
    after ? sql` where (rank, time, id) < (${after[0]}::int, ${after[1]}::timestamptz, ${after[2]}::uuid)` : sql``;
  const ranked = (inner: SQL, after: readonly unknown[] | undefined, count: number) =>
    rows<Ranked>(db, sql`select * from (${inner}) as ranked${afterAll(after)} order by rank desc, time desc, id desc limit ${count}`);
  const order = orderOf(found);
  if (!found.many) {
    const after = decodeCursor(cursor, order, ['number', 'time', 'id']);
    const some = await ranked(from(all, found.rank), after, limit + 1);
    return page(some, limit, (last) => encodeCursor(order, [last.rank, iso(last.time), last.id]));
  }
  const { first } = found.many;
  const after = decodeCursor(cursor, order, ['number', 'time', 'id', 'time']);
  const since = after ? String(after[3]) : await weighedSince(db, sql`${time} as time from ${table} where ${where} and ${first}`);
  const isFirst = sql`(${first} and ${time} >= ${since}::timestamptz)`;
  const some = after?.[0] === 0 ? [] : await ranked(from(sql`${all} and ${isFirst}`, sql`greatest(1, ${found.rank})`), after, limit + 1);
  if (some.length <= limit) {
    const others = sql`${all} and not ${isFirst}`;
    const further = after?.[0] === 0 ? sql` and (${time}, ${id}) < (${after[1]}::timestamptz, ${after[2]}::uuid)` : sql``;
    const newest = sql`select ${id} as id, 0 as rank, ${time} as time from ${table} where ${others}${further}`;
    some.push(...(await rows<Ranked>(db, sql`${newest} order by ${time} desc, ${id} desc limit ${limit + 1 - some.length}`)));
  }
  return page(some, limit, (last) => encodeCursor(order, [last.rank, iso(last.time), last.id, since]));
}

/** From which time on those with the words in their name or title are weighed, RFC 3339. */
async function weighedSince(db: Db, select: SQL): Promise<string> {
  const [oldest] = await rows<{ since: string | null }>(
    db,
    sql`select min(time) as since from (select ${select} order by time desc limit ${WEIGHED}) as newest`,
  );
  return oldest?.since ? iso(oldest.since) : new Date(0).toISOString();
}

const iso = (time: string): string => new Date(time).toISOString();

function page(some: Ranked[], limit: number, cursorOf: (last: Ranked) => string): RankedPage {
  const { rows: shown, nextCursor } = pageOfRows(some, limit, cursorOf);
  return { ids: shown.map(({ id }) => id), nextCursor };
}

/** Rows that were read by their ids, in the order of those. */
export function inOrderOf<T>(ids: readonly string[], found: readonly T[], idOf: (row: T) => string): T[] {
  const byId = new Map(found.map((row) => [idOf(row), row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
