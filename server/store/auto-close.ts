import { sql } from 'drizzle-orm';
import { rulesOf } from '../rules.js';
import { recordChange } from './changes.js';
import type { CommunityRow } from './communities.js';
import { rows, type Db } from './database.js';

/** So many in one transaction. */
const BATCH = 200;

/**
 * Closes answered questions where nothing has happened for as long as the community’s rule says. `updated_at` is when a question was last
 * asked, answered, edited or accepted; comments don’t count. What came with an import stays as its source has it.
 * @returns how many were closed
 */
export async function closeAnswered(db: Db, community: CommunityRow, now: Date): Promise<number> {
  const { autoCloseDays } = rulesOf(community);
  if (autoCloseDays === null) return 0;
  const before = new Date(now.getTime() - autoCloseDays * 86_400_000).toISOString();
  for (let closed = 0; ;) {
    const done = await db.transaction(async (tx) => {
      const due = await rows<{ id: string }>(
        tx,
        sql`select id from questions where community_id = ${community.id} and closed_at is null and deleted_at is null and answer_count > 0
          and updated_at <= ${before}::timestamptz and source_key is null order by updated_at limit ${BATCH} for update skip locked`,
      );
      for (const { id } of due) {
        await tx.execute(
          sql`update questions set closed_at = ${now.toISOString()}::timestamptz, closed_reason = 'answered', version = version + 1 where id = ${id}::uuid`,
        );
        await recordChange(tx, community.id, { type: 'question', id });
      }
      return due.length;
    });
    closed += done;
    if (done < BATCH) return closed;
  }
}
