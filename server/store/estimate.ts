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
