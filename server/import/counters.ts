import { sql } from 'drizzle-orm';
import type { Db } from '../store/database.js';

const commentCount = (table: string, type: string) => sql`
  update ${sql.identifier(table)} t set comment_count = c.count
  from (select o.id, count(c.id)::integer as count from ${sql.identifier(table)} o
    left join comments c on c.object_id = o.id and c.object_type = ${type} and c.deleted_at is null
    where o.community_id = `;

/** Counts scores, answers, comments, uses, endorsements and same questions of a community anew, from their rows; writes only those that differ. */
export async function recount(db: Db, community: string): Promise<void> {
  for (const [table, type] of [
    ['questions', 'question'],
    ['answers', 'answer'],
    ['resources', 'resource'],
    ['posts', 'post'],
  ] as const) {
    await db.execute(
      sql`${commentCount(table, type)}${community} group by o.id) c where t.id = c.id and t.comment_count is distinct from c.count`,
    );
  }
  for (const [table, type] of [
    ['questions', 'question'],
    ['answers', 'answer'],
    ['resources', 'resource'],
  ] as const) {
    await db.execute(sql`update ${sql.identifier(table)} t set score = c.score
      from (select o.id, coalesce(sum(v.value), 0)::integer as score from ${sql.identifier(table)} o
        left join votes v on v.object_id = o.id and v.object_type = ${type} where o.community_id = ${community} group by o.id) c
      where t.id = c.id and t.score is distinct from c.score`);
  }
  for (const [table, type] of [
    ['answers', 'answer'],
    ['resources', 'resource'],
  ] as const) {
    await db.execute(sql`update ${sql.identifier(table)} t set uses_worked = c.worked, uses_adapted = c.adapted, uses_failed = c.failed
      from (select o.id, ${outcomes} from ${sql.identifier(table)} o
        left join uses u on u.object_id = o.id and u.object_type = ${type} where o.community_id = ${community} group by o.id) c
      where t.id = c.id and (t.uses_worked, t.uses_adapted, t.uses_failed) is distinct from (c.worked, c.adapted, c.failed)`);
  }
  await db.execute(sql`update resources t set endorsement_count = c.count
    from (select o.id, count(e.member_id)::integer as count from resources o
      left join endorsements e on e.resource_id = o.id where o.community_id = ${community} group by o.id) c
    where t.id = c.id and t.endorsement_count is distinct from c.count`);
  await db.execute(sql`update questions t set same_count = c.count
    from (select o.id, count(s.member_id)::integer as count from questions o
      left join same_questions s on s.question_id = o.id where o.community_id = ${community} group by o.id) c
    where t.id = c.id and t.same_count is distinct from c.count`);
  await db.execute(sql`update questions q set answer_count = c.answers, uses_worked = c.worked, uses_adapted = c.adapted, uses_failed = c.failed
    from (select o.id, count(a.id)::integer as answers, coalesce(sum(a.uses_worked), 0)::integer as worked,
        coalesce(sum(a.uses_adapted), 0)::integer as adapted, coalesce(sum(a.uses_failed), 0)::integer as failed
      from questions o left join answers a on a.question_id = o.id and a.deleted_at is null where o.community_id = ${community} group by o.id) c
    where q.id = c.id and (q.answer_count, q.uses_worked, q.uses_adapted, q.uses_failed) is distinct from (c.answers, c.worked, c.adapted, c.failed)`);
}

const outcomes = sql`count(*) filter (where u.outcome = 'worked')::integer as worked,
  count(*) filter (where u.outcome = 'adapted')::integer as adapted, count(*) filter (where u.outcome = 'failed')::integer as failed`;
