import { and, eq, sql, type SQL } from 'drizzle-orm';
import { rulesOf } from '../rules.js';
import { recordChange } from './changes.js';
import type { CommunityRow } from './communities.js';
import { rows, type Db } from './database.js';
import { waitsFor, waitsForStewards } from './help-requests.js';
import { hiddenIn } from './hidden.js';
import { questions, uses } from './schema.js';

/** How many are shown. */
const SHOWN = 50;

export interface ReminderRow {
  kind: 'tell' | 'failed';
  id: string;
  object: { type: 'answer' | 'resource'; id: string };
  question: { type: 'question'; id: string } | null;
  use: {
    outcome: 'failed';
    context: string;
    member: { id: string; name: string; avatarUrl: string | null; url: string | null; demo: boolean } | null;
  } | null;
  at: string;
}

/** An accepted answer of somebody else, of which the asker has not said how it went. Conditions on `q` and `a`. */
const untold = sql`a.id = q.accepted_answer_id and a.deleted_at is null and a.author_id is distinct from q.author_id
  and q.deleted_at is null and q.unreminded_at is null and not exists (select from uses u where u.object_id = a.id and u.member_id = q.author_id)`;

/** Accepted answers that this member was reminded of. Whoever wants no reminders has none, also of those that came before. */
const toTell = (communityId: string, memberId: string): SQL => sql`
  select 'tell' as kind, q.id, 'answer' as type, a.id as object, q.id as question, q.reminded_at as at, null::text as context, null::uuid as member
  from questions q join answers a on ${untold} join members m on m.id = q.author_id and m.reminders
  where q.community_id = ${communityId} and q.author_id = ${memberId} and q.reminded_at is not null`;

/** What did not work for somebody: told to its author; where the author is not here, to the stewards. */
const failed = (communityId: string, memberId: string, steward: boolean): SQL => {
  const mine = (author: SQL) =>
    sql`(${author} = ${memberId}::uuid ${steward ? sql`or not exists (select from identities i where i.member_id = ${author})` : sql``})`;
  return sql`
  select 'failed' as kind, u.id, u.object_type as type, u.object_id as object, a.question_id as question, u.created_at as at, u.context, u.member_id as member
  from uses u left join answers a on a.id = u.object_id left join questions q on q.id = a.question_id left join resources r on r.id = u.object_id
  where u.community_id = ${communityId} and u.outcome = 'failed' and u.attended_at is null and u.member_id <> ${memberId}
    and ((a.id is not null and a.deleted_at is null and q.deleted_at is null and ${mine(sql`a.author_id`)})
      or (r.id is not null and r.deleted_at is null and r.status = 'published' and ${mine(sql`r.author_id`)}))`;
};

/** What waits for a member’s word, newest first. */
export async function listReminders(db: Db, communityId: string, memberId: string, steward: boolean): Promise<ReminderRow[]> {
  const found = await rows<{
    kind: ReminderRow['kind'];
    id: string;
    type: 'answer' | 'resource';
    object: string;
    question: string | null;
    context: string | null;
    at: string;
    member: NonNullable<ReminderRow['use']>['member'];
  }>(
    db,
    sql`select w.kind, w.id, w.type, w.object, w.question, w.context, to_char(w.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
        case when m.id is not null then jsonb_build_object('id', m.id, 'name', m.name, 'avatarUrl', m.avatar_url, 'url', m.url, 'demo', m.demo) end as member
      from (${toTell(communityId, memberId)} union all ${failed(communityId, memberId, steward)}) w
      left join members m on m.id = w.member and m.listed and m.id::text <> all(${hiddenIn(sql`w.question`)}) order by w.at desc, w.id limit ${SHOWN}`,
  );
  return found.map(({ kind, id, type, object, question, context, at, member }) => ({
    kind,
    id,
    object: { type, id: object },
    question: question === null ? null : { type: 'question', id: question },
    use: kind === 'failed' ? { outcome: 'failed', context: context ?? '', member } : null,
    at,
  }));
}

export interface Waiting {
  forMe: number;
  reminders: number;
  forStewards: number;
}

/** How much waits for a member: questions they were asked about, reminders, and for stewards questions at the end of the ladder. */
export async function countWaiting(db: Db, communityId: string, memberId: string, steward: boolean): Promise<Waiting> {
  const there = sql`${questions.communityId} = ${communityId} and ${questions.deletedAt} is null`;
  const [found] = await rows<Waiting>(
    db,
    sql`select (select count(*)::int from ${questions} where ${there} and ${waitsFor(memberId)}) as "forMe",
      (select count(*)::int from (${toTell(communityId, memberId)} union all ${failed(communityId, memberId, steward)}) w) as reminders,
      ${steward ? sql`(select count(*)::int from ${questions} where ${there} and ${waitsForStewards})` : sql`0`} as "forStewards"`,
  );
  return found ?? { forMe: 0, reminders: 0, forStewards: 0 };
}

/** Ends a reminder for good. @returns false where this member has no such reminder */
export async function dismissReminder(
  tx: Db,
  { communityId, memberId, steward, id }: { communityId: string; memberId: string; steward: boolean; id: string },
  now: Date,
): Promise<boolean> {
  const mine = (await listReminders(tx, communityId, memberId, steward)).find((reminder) => reminder.id === id);
  if (mine?.kind === 'failed') {
    await tx.update(uses).set({ attendedAt: now }).where(eq(uses.id, id));
    await recordChange(tx, communityId, mine.object);
    return true;
  }
  const ended = await tx
    .update(questions)
    .set({ unremindedAt: now })
    .where(and(eq(questions.communityId, communityId), eq(questions.id, id), eq(questions.authorId, memberId)))
    .returning({ id: questions.id });
  if (ended.length > 0) await recordChange(tx, communityId, { type: 'question', id });
  return ended.length > 0;
}

/** Reminds of every acceptance that is old enough, once. Each community’s own hours. @returns how many */
export async function runReminders(db: Db, community: CommunityRow, now: Date): Promise<number> {
  const before = new Date(now.getTime() - rulesOf(community).ladder.remindAfterHours * 3_600_000).toISOString();
  return db.transaction(async (tx) => {
    const due = await rows<{ id: string; tell: boolean }>(
      tx,
      sql`select q.id, (m.reminders and m.joined_at is not null and exists (select from answers a where ${untold})) as tell
        from questions q join members m on m.id = q.author_id
        where q.community_id = ${community.id} and q.accepted_at <= ${before}::timestamptz and q.reminded_at is null and q.accepted_answer_id is not null
        order by q.id for update of q skip locked`,
    );
    if (due.length === 0) return 0;
    const told = due.filter(({ tell }) => tell);
    // What needs no reminder now is not looked at again, and needs none later.
    for (const { id, tell } of due)
      await tx
        .update(questions)
        .set({ remindedAt: now, ...(!tell && { unremindedAt: now }) })
        .where(eq(questions.id, id));
    for (const { id } of told) await recordChange(tx, community.id, { type: 'question', id });
    return told.length;
  });
}
