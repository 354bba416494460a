import { and, desc, eq, sql, type SQL } from 'drizzle-orm';
import type { z } from '@hono/zod-openapi';
import type { FollowType } from '../contract/follows.js';
import { isUuid } from './cursor.js';
import { rows, type Db } from './database.js';
import { follows } from './schema.js';
import { isSeen } from './topics.js';

export interface FollowKey {
  type: z.infer<typeof FollowType>;
  id: string;
}
export interface FollowView {
  object: FollowKey & { title: string };
  createdAt: Date;
}

const TITLES: Record<FollowKey['type'], (communityId: string, id: SQL) => SQL> = {
  question: (community, id) =>
    sql`select title from questions q where q.community_id = ${community} and q.id = ${id}::uuid and q.deleted_at is null`,
  topic: (community, id) => sql`select label as title from topics t where t.community_id = ${community} and t.id = ${id}`,
  member: (community, id) =>
    sql`select name as title from members m where m.community_id = ${community} and m.id = ${id}::uuid and m.listed and m.joined_at is not null`,
};

/** Is there such a question, topic or person, to be followed? */
export async function canBeFollowed(db: Db, communityId: string, { type, id }: FollowKey): Promise<boolean> {
  if (type !== 'topic' && !isUuid(id)) return false;
  const seen = type === 'topic' ? sql` and ${isSeen(communityId, sql`t.id`, 'members')}` : sql``;
  return (await rows(db, sql`${TITLES[type](communityId, sql`${id}`)}${seen}`)).length > 0;
}

/** All that a member follows and that is still there, newest first. */
export function listFollows(db: Db, communityId: string, memberId: string): Promise<FollowView[]> {
  const title = (type: FollowKey['type']) => sql`when ${type} then (${TITLES[type](communityId, sql`f.object_id`)})`;
  return rows<{ type: FollowKey['type']; id: string; title: string; createdAt: string | Date }>(
    db,
    sql`select * from (
        select f.object_type as type, f.object_id as id, f.created_at as "createdAt",
          case f.object_type ${title('question')} ${title('topic')} ${title('member')} end as title
        from follows f where f.community_id = ${communityId} and f.member_id = ${memberId}
      ) followed where title is not null order by "createdAt" desc, id`,
  ).then((found) => found.map(({ createdAt, ...object }) => ({ object, createdAt: new Date(createdAt) })));
}

export async function countFollows(db: Db, communityId: string, memberId: string): Promise<number> {
  return db.$count(follows, and(eq(follows.communityId, communityId), eq(follows.memberId, memberId)));
}

export async function follow(tx: Db, communityId: string, memberId: string, { type, id }: FollowKey): Promise<void> {
  await tx.insert(follows).values({ communityId, memberId, objectType: type, objectId: id }).onConflictDoNothing();
}

export async function unfollow(tx: Db, communityId: string, memberId: string, { type, id }: FollowKey): Promise<void> {
  await tx
    .delete(follows)
    .where(
      and(eq(follows.communityId, communityId), eq(follows.memberId, memberId), eq(follows.objectType, type), eq(follows.objectId, id)),
    );
}

/** Who wants to hear of an object, newest followers first; of a question, also who has the same one. For the server alone: nobody is shown it. */
export async function followersOf(db: Db, communityId: string, { type, id }: FollowKey): Promise<string[]> {
  const found = await db
    .select({ memberId: follows.memberId })
    .from(follows)
    .where(and(eq(follows.communityId, communityId), eq(follows.objectType, type), eq(follows.objectId, id)))
    .orderBy(desc(follows.createdAt));
  const same =
    type === 'question' && isUuid(id)
      ? await rows<{ memberId: string }>(db, sql`select member_id as "memberId" from same_questions where question_id = ${id}`)
      : [];
  return [...new Set([...found, ...same].map(({ memberId }) => memberId))];
}

/** Questions (`q` is their table) that a member follows: themselves, by “same question here”, by a topic, or by who asked openly. */
export const followedBy = (communityId: string, memberId: string): SQL => {
  const ids = (type: FollowKey['type'], as: SQL) =>
    sql`select object_id::${as} from follows where community_id = ${communityId} and member_id = ${memberId} and object_type = ${type}`;
  return sql`(questions.id in (${ids('question', sql`uuid`)})
    or questions.id in (select question_id from same_questions where member_id = ${memberId})
    or questions.topics && array(${ids('topic', sql`text`)})
    or (not questions.anonymous and questions.author_id in (${ids('member', sql`uuid`)})))`;
};
