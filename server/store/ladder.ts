import { and, eq, gte, sql, type SQL } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { decide, type Candidate, type Decision, type Reason, type Ring } from '../ladder/decide.js';
import type { QuietHours } from '../ladder/quiet.js';
import { rulesOf } from '../rules.js';
import { lockCommunity, recordChange } from './changes.js';
import type { CommunityRow } from './communities.js';
import { rows, type Db } from './database.js';
import { communities, helpRequests, questions } from './schema.js';

const WEEK = 7 * 24 * 3_600_000;
/** So many are looked at at a time: mostly the first few are awake. */
const PAGE = 250;
/** From so many answers on a topic on, somebody knows it, also where none was accepted. */
const MANY_ANSWERS = 3;

type Asked = Pick<CommunityRow, 'id' | 'rules'>;
export type LadderQuestion = Pick<
  typeof questions.$inferSelect,
  | 'id'
  | 'communityId'
  | 'authorId'
  | 'topics'
  | 'ladderStep'
  | 'ladderStartedAt'
  | 'answerCount'
  | 'closedAt'
  | 'deletedAt'
  | 'mergedIntoId'
>;
const ladderColumns = {
  id: questions.id,
  communityId: questions.communityId,
  authorId: questions.authorId,
  topics: questions.topics,
  ladderStep: questions.ladderStep,
  ladderStartedAt: questions.ladderStartedAt,
  answerCount: questions.answerCount,
  closedAt: questions.closedAt,
  deletedAt: questions.deletedAt,
  mergedIntoId: questions.mergedIntoId,
};

/** Does the question wait for an answer? */
export const isOpen = (question: Pick<LadderQuestion, 'answerCount' | 'closedAt' | 'deletedAt' | 'mergedIntoId'>): boolean =>
  question.answerCount === 0 && question.closedAt === null && question.deletedAt === null && question.mergedIntoId === null;

const list = (ids: readonly string[]): SQL =>
  sql`array[${sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )}]::text[]`;

/**
 * Who could be asked in a ring, best placed first. The order: how often the ladder asked them in the last seven days, fewest first;
 * then the fit, best first (ring 1: how many of the topics they offer; 2: how many are among theirs, and answers on them that were
 * accepted; 3: 2 for core and 1 for active members, and 1 for a visit in the last 30 days); then `md5("<question id> <member id>")`.
 * Who can’t sign in here can’t be asked: they would never see it.
 */
export async function* ladderPool(db: Db, question: LadderQuestion, ring: Ring, now: Date): AsyncGenerator<Candidate> {
  for (let offset = 0; ; offset += PAGE) {
    const page = await poolPage(db, question, ring, now, offset);
    yield* page;
    if (page.length < PAGE) return;
  }
}

async function poolPage(db: Db, question: LadderQuestion, ring: Ring, now: Date, offset: number): Promise<Candidate[]> {
  const { communityId, id, authorId } = question;
  const topics = question.topics.length ? list(question.topics) : sql`array[]::text[]`;
  const { kind, topic, fit, where } = RINGS[ring](topics, now);
  // Who offers a topic is found without looking at what everybody wrote; without topics nobody knows one.
  const written =
    ring === 1 || question.topics.length === 0
      ? sql`select null::uuid as id, 0 as accepted, null::text as topic where false`
      : writers(communityId, topics);
  const found = await rows<Omit<Candidate, 'reason'> & { kind: Reason['kind']; topic: string | null }>(
    db,
    sql`with wrote as materialized (${written}), recent as materialized (
        select member_id, count(*)::int as asks from help_requests
        where community_id = ${communityId} and ring > 0 and asked_at > ${new Date(now.getTime() - WEEK).toISOString()}::timestamptz group by member_id
      )
      select m.id, ${kind} as kind, ${topic} as topic, coalesce(a.asks, 0) as recent, m.asks_per_week as "asksPerWeek",
        m.quiet_hours as "quietHours", m.time_zone as "timeZone"
      from members m left join wrote w on w.id = m.id left join recent a on a.member_id = m.id
      where m.community_id = ${communityId} and m.listed and m.joined_at is not null and m.participation is distinct from 'break'
        and m.id is distinct from ${authorId}::uuid and exists (select from identities i where i.member_id = m.id)
        and not exists (select from help_requests h where h.question_id = ${id} and h.member_id = m.id) and ${where}
      order by coalesce(a.asks, 0), ${fit} desc, md5(${id}::text || ' ' || m.id::text) limit ${PAGE} offset ${offset}`,
  );
  return found.map(({ kind, topic, quietHours, ...one }) => ({
    ...one,
    quietHours: quietHours as QuietHours | null,
    reason: { kind, ...(topic !== null && { topic }) },
  }));
}

/** Whose answers on the topics show that they know them. */
const writers = (communityId: string, topics: SQL): SQL => sql`
  select a.author_id as id, count(distinct a.id) filter (where q.accepted_answer_id = a.id)::int as accepted,
    (array_agg(t.topic order by array_position(${topics}, t.topic)))[1] as topic
  from questions q join answers a on a.question_id = q.id and a.deleted_at is null cross join lateral unnest(q.topics) as t(topic)
  where q.community_id = ${communityId} and q.deleted_at is null and q.topics && ${topics} and t.topic = any(${topics}) and a.author_id is not null
  group by a.author_id
  having count(distinct a.id) >= ${MANY_ANSWERS} or count(distinct a.id) filter (where q.accepted_answer_id = a.id) > 0`;

const first = (topics: SQL, among: SQL) =>
  sql`(select t.topic from unnest(${topics}) with ordinality as t(topic, place) where t.topic = any(${among}) order by t.place limit 1)`;
const shared = (topics: SQL, among: SQL) => sql`(select count(*)::int from unnest(${topics}) as t(topic) where t.topic = any(${among}))`;
interface RingQuery {
  kind: SQL;
  topic: SQL;
  fit: SQL;
  where: SQL;
}
const gives = (topics: SQL) => sql`m.offers && ${topics}`;
const knows = (topics: SQL) => sql`(m.topics && ${topics} or w.id is not null)`;
const neither = (topics: SQL) => sql`not ${gives(topics)} and not ${knows(topics)}`;
/** What makes somebody one of a ring, in terms of the member `m` and what they wrote `w`. */
const RINGS: Record<Ring, (topics: SQL, now: Date) => RingQuery> = {
  1: (topics) => ({
    kind: sql`'offer'`,
    topic: first(topics, sql`m.offers`),
    fit: shared(topics, sql`m.offers`),
    where: gives(topics),
  }),
  2: (topics) => ({
    kind: sql`case when m.topics && ${topics} then 'topic' else 'answered' end`,
    topic: sql`coalesce(${first(topics, sql`m.topics`)}, w.topic)`,
    fit: sql`${shared(topics, sql`m.topics`)} + coalesce(w.accepted, 0)`,
    where: sql`${knows(topics)} and not ${gives(topics)}`,
  }),
  3: (topics, now) => ({
    kind: sql`'available'`,
    topic: sql`null::text`,
    fit: sql`case m.participation when 'core' then 2 when 'active' then 1 else 0 end
      + case when m.last_visit_at > ${new Date(now.getTime() - 30 * 86_400_000).toISOString()}::timestamptz then 1 else 0 end`,
    where: sql`${neither(topics)} and m.role <> 'steward' and m.participation is distinct from 'peripheral'`,
  }),
  4: (topics) => ({
    kind: sql`'steward'`,
    topic: sql`null::text`,
    fit: sql`0::int`,
    where: sql`${neither(topics)} and m.role = 'steward'`,
  }),
};

/** Begins to look for somebody who can help, as soon as it is asked. Call it in the transaction of asking, after what it records. */
export async function startLadder(tx: Db, community: Asked, questionId: string, now: Date): Promise<void> {
  if (rulesOf(community).ladder.weeklyCap === 0) return;
  await tx.update(questions).set({ ladderStartedAt: now, ladderDueAt: now }).where(eq(questions.id, questionId));
  await advanceLadder(tx, community, questionId, now);
}

/** Takes the step that is due; where the question waits no more, the ladder rests. The caller holds the question’s row. */
export async function advanceLadder(tx: Db, community: Asked, questionId: string, now: Date): Promise<Decision['asks']> {
  const [question] = await tx.select(ladderColumns).from(questions).where(eq(questions.id, questionId));
  if (!question?.ladderStartedAt || !isOpen(question)) {
    await tx.update(questions).set({ ladderDueAt: null }).where(eq(questions.id, questionId));
    return [];
  }
  // One step of a community at a time: two at once could both ask the same person for the last time in a week.
  await lockCommunity(tx, community.id);
  const { asks, step, dueAt } = await decideNow(tx, community, question, question.ladderStartedAt, now);
  await tx.update(questions).set({ ladderStep: step, ladderDueAt: dueAt }).where(eq(questions.id, questionId));
  if (asks.length > 0)
    await tx
      .insert(helpRequests)
      .values(asks.map((one) => ({ id: uuidv7(), communityId: community.id, questionId, askedAt: now, ...one })));
  if (asks.length > 0 || step !== question.ladderStep) await recordChange(tx, community.id, { type: 'question', id: questionId });
  return asks;
}

async function decideNow(db: Db, community: Asked, question: LadderQuestion, startedAt: Date, now: Date): Promise<Decision> {
  const asked = await db
    .select({ ring: helpRequests.ring, declined: sql<boolean>`coalesce(${helpRequests.outcome} = 'declined', false)` })
    .from(helpRequests)
    .where(and(eq(helpRequests.questionId, question.id), gte(helpRequests.ring, 1)));
  const state = { startedAt, step: question.ladderStep, asked };
  return decide(now, state, rulesOf(community).ladder, (ring) => ladderPool(db, question, ring, now));
}

/** When the ladder asks the first of those whose quiet hours it is now; null: it waits for nobody’s. */
export async function quietUntil(db: Db, community: Asked, question: LadderQuestion, now: Date): Promise<Date | null> {
  if (!question.ladderStartedAt) return null;
  return (await decideNow(db, community, question, question.ladderStartedAt, now)).quietUntil;
}

/** Lets the ladder look again at once: after a refusal, or when a question waits once more. */
export async function wakeLadder(tx: Db, questionId: string, now: Date): Promise<void> {
  await tx
    .update(questions)
    .set({ ladderDueAt: now })
    .where(and(eq(questions.id, questionId), sql`${questions.ladderStartedAt} is not null`));
}

/** Takes every step that is due, one question a transaction; what another server has in hand is left to it. @returns how many were asked */
export async function runLadders(db: Db, now: Date): Promise<number> {
  let asked = 0;
  for (;;) {
    const done = await db.transaction(async (tx) => {
      const [due] = await tx
        .select({ id: questions.id, communityId: questions.communityId })
        .from(questions)
        .where(sql`${questions.ladderDueAt} <= ${now.toISOString()}::timestamptz`)
        .orderBy(questions.ladderDueAt, questions.id)
        .limit(1)
        .for('update', { skipLocked: true });
      if (!due) return undefined;
      const [community] = await tx.select().from(communities).where(eq(communities.id, due.communityId));
      return community ? (await advanceLadder(tx, community, due.id, now)).length : 0;
    });
    if (done === undefined) return asked;
    asked += done;
  }
}
