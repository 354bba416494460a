import { rows, sql, type Db } from './database.js';

/*
 * What autovacuum does on a server, for the embedded database, which has nobody in the background: without it the indexes of words have
 * long tails that every search reads to the end, and the planner knows nothing of what is there.
 */

/** Looks after the tables that have changed much since the last time, by the measure of PostgreSQL's defaults (section 24.1.6 of its manual). */
export async function lookAfter(db: Db): Promise<void> {
  const due = await rows<{ name: string }>(
    db,
    sql`select relname as name from pg_stat_user_tables where n_mod_since_analyze > 50 + 0.1 * n_live_tup
      or n_dead_tup > 50 + 0.2 * n_live_tup or n_ins_since_vacuum > 1000 + 0.2 * n_live_tup order by relname`,
  );
  for (const { name } of due) await db.execute(sql`vacuum (analyze) ${sql.identifier(name)}`);
}
