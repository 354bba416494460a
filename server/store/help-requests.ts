import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { recordChange } from './changes.js';
import { rows, type Db } from './database.js';
import { advanceLadder, wakeLadder } from './ladder.js';
import type { CommunityRow } from './communities.js';
import { hiddenIn } from './hidden.js';
import { answers, helpRequests, members, questions } from './schema.js';

export type HelpRow = typeof helpRequests.$inferSelect;
/** How many people one person may invite to a question. */
export const MOST_INVITED = 5;

const open = sql`${questions.answerCount} = 0 and ${questions.closedAt} is null and ${questions.mergedIntoId} is null`;
/** Questions that this member was asked to help with, and that nobody has answered. */
export const waitsFor = (memberId: string): SQL => sql`(${open} and ${questions.id} in (
  select ${helpRequests.questionId} from ${helpRequests} where ${helpRequests.memberId} = ${memberId} and ${helpRequests.outcome} is null))`;
/** Questions that nobody has answered when the stewards’ turn came. */
export const waitsForStewards: SQL = sql`(${open} and ${questions.ladderStep} = 4)`;

/** What was asked of a member, by question. */
export async function helpRequestsOf(
  db: Db,
  memberId: string | undefined,
  questionIds: readonly string[],
): Promise<{ request: HelpRow; invitedBy: InviterRow | null; hiddenIds: string[] }[]> {
  if (memberId === undefined || questionIds.length === 0) return [];
  return db
    .select({ request: helpRequests, invitedBy: inviterColumns, hiddenIds: hiddenIn(sql`${helpRequests.questionId}`) })
    .from(helpRequests)
    .leftJoin(members, eq(members.id, helpRequests.invitedById))
    .where(and(eq(helpRequests.memberId, memberId), inArray(helpRequests.questionId, [...questionIds])));
}
const inviterColumns = {
  id: members.id,
  name: members.name,
  avatarUrl: members.avatarUrl,
  url: members.url,
  demo: members.demo,
};
export type InviterRow = { id: string; name: string; avatarUrl: string | null; url: string | null; demo: boolean };

/** Everybody who was asked about a question, in the order of asking. */
export function everybodyAsked(db: Db, questionId: string) {
  return db
    .select({
      request: helpRequests,
      member: { ...inviterColumns, listed: members.listed, visibility: members.visibility },
    })
    .from(helpRequests)
    .innerJoin(members, eq(members.id, helpRequests.memberId))
    .where(eq(helpRequests.questionId, questionId))
    .orderBy(helpRequests.askedAt, helpRequests.id);
}

/** `not-now`: a break, “never ask me”, or asked already. Which of these is nobody’s but theirs to tell. */
export type Refusal = 'unknown' | 'self' | 'asker' | 'not-now' | 'limit';

/**
 * Asks a person by name, for another. An invitation is a personal word: it is not under the weekly cap and not kept back in quiet hours, and
 * respects a break and “never ask me”. The caller holds the question’s row.
 * @returns why not, or null
 */
export async function invite(
  tx: Db,
  question: { id: string; communityId: string; authorId: string | null; anonymous: boolean },
  memberId: string,
  invitedById: string,
  now: Date,
): Promise<Refusal | null> {
  const { communityId, id: questionId } = question;
  const [member] = await tx
    .select()
    .from(members)
    .where(and(eq(members.communityId, communityId), eq(members.id, memberId)));
  if (!member?.joinedAt || !member.listed) return 'unknown';
  if (memberId === invitedById) return 'self';
  // Of whom asked without a name, a refusal would tell who it is.
  if (memberId === question.authorId && !question.anonymous) return 'asker';
  const by = await tx.$count(helpRequests, and(eq(helpRequests.questionId, questionId), eq(helpRequests.invitedById, invitedById)));
  if (by >= MOST_INVITED) return 'limit';
  if (member.participation === 'break' || member.asksPerWeek === 0) return 'not-now';
  const added = await tx
    .insert(helpRequests)
    .values({ id: uuidv7(), communityId, questionId, memberId, ring: 0, reason: { kind: 'invited' }, invitedById, askedAt: now })
    .onConflictDoNothing()
    .returning({ id: helpRequests.id });
  if (added.length === 0) return 'not-now';
  await recordChange(tx, communityId, { type: 'question', id: questionId });
  return null;
}

/** “I can’t this time”: the ladder moves on at once. The caller holds the question’s row. @returns false where nothing waits for this member */
export async function decline(tx: Db, community: CommunityRow, questionId: string, memberId: string, now: Date): Promise<boolean> {
  const declined = await tx
    .update(helpRequests)
    .set({ outcome: 'declined', outcomeAt: now })
    .where(and(eq(helpRequests.questionId, questionId), eq(helpRequests.memberId, memberId), isNull(helpRequests.outcome)))
    .returning({ id: helpRequests.id });
  if (declined.length === 0) return false;
  await recordChange(tx, community.id, { type: 'question', id: questionId });
  await advanceLadder(tx, community, questionId, now);
  return true;
}

/** “I can after all”. Who was asked in their place stays asked. */
export async function undecline(tx: Db, communityId: string, questionId: string, memberId: string): Promise<boolean> {
  const undone = await tx
    .update(helpRequests)
    .set({ outcome: null, outcomeAt: null })
    .where(and(eq(helpRequests.questionId, questionId), eq(helpRequests.memberId, memberId), eq(helpRequests.outcome, 'declined')))
    .returning({ id: helpRequests.id });
  if (undone.length > 0) await recordChange(tx, communityId, { type: 'question', id: questionId });
  return undone.length > 0;
}

/** Somebody has answered: what was asked of them is done, and the ladder rests. */
export async function settleHelp(tx: Db, questionId: string, memberId: string, now: Date): Promise<void> {
  await tx
    .update(helpRequests)
    .set({ outcome: 'answered', outcomeAt: now })
    .where(and(eq(helpRequests.questionId, questionId), eq(helpRequests.memberId, memberId)));
  await tx.update(questions).set({ ladderDueAt: null }).where(eq(questions.id, questionId));
}

/** An answer is gone: its author may be asked again, and where it was the only one, the ladder goes on. */
export async function reopenHelp(tx: Db, answer: { questionId: string; authorId: string | null }, now: Date): Promise<void> {
  const { questionId, authorId } = answer;
  if (authorId) {
    const others = await tx.$count(
      answers,
      and(eq(answers.questionId, questionId), eq(answers.authorId, authorId), isNull(answers.deletedAt)),
    );
    if (others === 0)
      await tx
        .update(helpRequests)
        .set({ outcome: null, outcomeAt: null })
        .where(and(eq(helpRequests.questionId, questionId), eq(helpRequests.memberId, authorId), eq(helpRequests.outcome, 'answered')));
  }
  const [question] = await tx.select({ count: questions.answerCount }).from(questions).where(eq(questions.id, questionId));
  if (question?.count === 0) await wakeLadder(tx, questionId, now);
}

/** How many questions of how many this community’s waiting is told by, and from how many on. */
const WAIT_DAYS = 180;
const WAIT_NEWEST = 200;
const WAIT_LEAST = 5;
/**
 * How long a first answer by somebody else took: the median, in hours, over the newest 200 questions of 180 days that were asked here and
 * answered; imported ones tell of another community. Questions without an answer have no time, so it says nothing about them.
 */
export async function medianWait(db: Db, communityId: string, now: Date): Promise<{ medianHours: number; n: number } | null> {
  const [found] = await rows<{ hours: string | number | null; n: number }>(
    db,
    sql`select percentile_cont(0.5) within group (order by hours) as hours, count(*)::int as n from (
        select extract(epoch from (a.first - q.created_at)) / 3600.0 as hours
        from questions q cross join lateral (
          select min(a.created_at) as first from answers a
          where a.question_id = q.id and a.deleted_at is null and a.author_id is distinct from q.author_id) a
        where q.community_id = ${communityId} and q.deleted_at is null and q.source_key is null and q.answer_count > 0 and a.first is not null
          and q.created_at > ${new Date(now.getTime() - WAIT_DAYS * 86_400_000).toISOString()}::timestamptz
        order by q.created_at desc limit ${WAIT_NEWEST}) waits`,
  );
  if (!found || found.n < WAIT_LEAST) return null;
  return { medianHours: Math.round(Number(found.hours) * 10) / 10, n: found.n };
}
