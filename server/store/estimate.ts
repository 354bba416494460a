import { sql, type SQL } from 'drizzle-orm';
import { rows, type Db } from './database.js';

/** How many rows a condition leaves, as the database's own statistics have it: without reading any. @param from `table where …` */
export async function estimateRows(db: Db, from: SQL): Promise<number> {
  const [found] = await rows<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] | string }>(
    db,
    sql`explain (format json) select 1 from ${from}`,
  );
  const plan = found?.['QUERY PLAN'] ?? '[]';
  const [first] = typeof plan === 'string' ? (JSON.parse(plan) as [{ Plan: { 'Plan Rows': number } }]) : plan;
  return first?.Plan['Plan Rows'] ?? 0;
}

/** How many rows there are, counted up to a limit. @param from `table where …` */
export async function countRows(db: Db, from: SQL, limit: number): Promise<number> {
  const [row] = await rows<{ count: number }>(
    db,
    sql`select count(*)::int as count from (select 1 from ${from} limit ${limit}) as counted`,
  );
  return row?.count ?? 0;
}

/** Conditions that leave so few rows are met by their indexes. */
const FEW = 2000;

export interface Fitting {
  where: SQL;
  /** So few rows are left that counting them costs nothing that anybody sees. */
  few: boolean;
}

/**
 * A condition that is met by its own indexes first where it leaves few rows: with a sort and a limit beside it, the database may take
 * reading along the sort for quicker, and read all of it.
 */
export async function byIndexes(db: Db, table: 'members' | 'questions' | 'resources', where: SQL): Promise<Fitting> {
  const name = sql.identifier(table);
  if ((await estimateRows(db, sql`${name} where ${where}`)) > FEW) return { where, few: false };
  return { where: sql`(${name}.id = any(array(select ${name}.id from ${name} where ${where})))`, few: true };
}
