import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { recordChange } from './changes.js';
import { rows, type Db } from './database.js';
import { type QuestionColumns } from './questions.js';
import { questions, revisions, type MergeRecord } from './schema.js';
import { recordAct } from './stewarding.js';

const list = (ids: readonly string[], type: 'uuid' | 'text' = 'uuid'): SQL =>
  ids.length === 0
    ? sql`null`
    : sql.join(
        ids.map((id) => sql`${id}::${sql.raw(type)}`),
        sql`, `,
      );
const idsOf = async (tx: Db, query: SQL): Promise<string[]> => (await rows<{ id: string }>(tx, query)).map(({ id }) => id);

/** Everything in a thread that moves with its answers: their comments, and what the feed tells of them. */
async function moveThread(tx: Db, from: string, into: string, moved: Pick<MergeRecord, 'answers' | 'comments'>): Promise<void> {
  const { answers, comments } = moved;
  await tx.execute(sql`update answers set question_id = ${into} where id in (${list(answers)})`);
  await tx.execute(sql`update comments set object_id = ${into} where id in (${list(comments)}) and object_type = 'question'`);
  await tx.execute(sql`update comments set thread_id = ${into} where id in (${list(comments)}) or object_id in (${list(answers)})`);
  await tx.execute(
    sql`update activities set target_id = ${into} where target_type = 'question' and target_id = ${from}
      and (object_id in (${list([...answers, ...comments])}) or object_id in (select id from comments where object_id in (${list(answers)})))`,
  );
  await tx.execute(
    sql`update reports set thread_id = ${into} where object_id in (${list([...answers, ...comments])}) or object_id in (select id from comments where object_id in (${list(answers)}))`,
  );
}

/** Counts of a question by what it has now; votes that came without a person stay in its score. */
async function recount(tx: Db, id: string, score: number): Promise<void> {
  const sum = (column: string) =>
    sql.raw(`(select coalesce(sum(${column}), 0)::int from answers a where a.question_id = q.id and a.deleted_at is null)`);
  await tx.execute(sql`update questions q set score = q.score + ${score},
    answer_count = (select count(*)::int from answers a where a.question_id = q.id and a.deleted_at is null),
    comment_count = (select count(*)::int from comments c where c.object_id = q.id and c.deleted_at is null),
    same_count = (select count(*)::int from same_questions s where s.question_id = q.id),
    uses_worked = ${sum('uses_worked')}, uses_adapted = ${sum('uses_adapted')}, uses_failed = ${sum('uses_failed')}
    where q.id = ${id}`);
}

const scoreOf = async (tx: Db, votes: readonly string[]): Promise<number> =>
  (await rows<{ sum: number }>(tx, sql`select coalesce(sum(value), 0)::int as sum from votes where id in (${list(votes)})`))[0]?.sum ?? 0;

/** Rows of members that move where the member has none there yet; the others stay, so that taking apart finds them. */
async function movePeople(tx: Db, from: string, into: string, not: string | null) {
  const fresh = (table: string, column: string) =>
    sql`${not}::uuid is distinct from member_id and not exists (select from ${sql.identifier(table)} there where there.member_id = o.member_id and ${sql.raw(`there.${column}`)} = ${into})`;
  const votes = await idsOf(
    tx,
    sql`update votes o set object_id = ${into} where object_id = ${from} and (member_id is null or (${fresh('votes', 'object_id')})) returning id`,
  );
  const same = await idsOf(
    tx,
    sql`update same_questions o set question_id = ${into} where question_id = ${from} and ${fresh('same_questions', 'question_id')} returning member_id as id`,
  );
  const follows = await idsOf(
    tx,
    sql`update follows o set object_id = ${into} where object_type = 'question' and object_id = ${from} and ${fresh('follows', 'object_id')} returning member_id as id`,
  );
  const saves = await idsOf(
    tx,
    sql`update saves o set object_id = ${into} where object_type = 'question' and object_id = ${from} and ${fresh('saves', 'object_id')} returning member_id as id`,
  );
  const help = await idsOf(
    tx,
    sql`update help_requests o set question_id = ${into} where question_id = ${from} and ${fresh('help_requests', 'question_id')} returning member_id as id`,
  );
  return { votes, same, follows, saves, help };
}

/** Merges a question into another; nothing is lost. The caller holds both rows. */
export async function mergeQuestions(tx: Db, from: QuestionColumns, into: QuestionColumns, actorId: string, note: string): Promise<void> {
  const live = sql`deleted_at is null`;
  const answers = await idsOf(tx, sql`select id from answers where question_id = ${from.id} and ${live}`);
  const comments = await idsOf(tx, sql`select id from comments where object_id = ${from.id} and object_type = 'question' and ${live}`);
  await moveThread(tx, from.id, into.id, { answers, comments });
  // What is reported of it is seen to where it is read now.
  await tx.execute(sql`update reports set thread_id = ${into.id} where thread_id = ${from.id}`);
  const people = await movePeople(tx, from.id, into.id, into.authorId);
  // Whoever asked it hears of the answers, and is not named by it.
  if (from.authorId && from.authorId !== into.authorId)
    await tx.execute(
      sql`insert into same_questions (question_id, member_id) select ${into.id}, id from members where id = ${from.authorId} and joined_at is not null on conflict do nothing`,
    );
  const accepted = into.acceptedAnswerId ? null : from.acceptedAnswerId;
  const merged: MergeRecord = { id: from.id, answers, comments, ...people, accepted };
  await recordAct(tx, into, actorId, 'merged', { note: note || from.title, merged });
  const now = new Date();
  if (accepted)
    await tx.update(questions).set({ acceptedAnswerId: accepted, acceptedAt: from.acceptedAt }).where(eq(questions.id, into.id));
  await tx.update(questions).set({ updatedAt: now }).where(eq(questions.id, into.id));
  await tx
    .update(questions)
    .set({ mergedIntoId: into.id, deletedAt: now, acceptedAnswerId: null, acceptedAt: null, ladderDueAt: null })
    .where(eq(questions.id, from.id));
  const score = await scoreOf(tx, people.votes);
  await recount(tx, into.id, score);
  await recount(tx, from.id, -score);
  for (const id of [from.id, into.id]) await recordChange(tx, from.communityId, { type: 'question', id });
}

/** Takes a merged question out again. The caller holds both rows. */
export async function unmergeQuestion(tx: Db, from: QuestionColumns, into: QuestionColumns, actorId: string): Promise<void> {
  const merged = await mergeRecord(tx, into.id, from.id);
  const still = await idsOf(tx, sql`select id from answers where id in (${list(merged.answers)}) and question_id = ${into.id}`);
  await moveThread(tx, into.id, from.id, { answers: still, comments: merged.comments });
  await tx.execute(sql`update votes set object_id = ${from.id} where id in (${list(merged.votes)}) and object_id = ${into.id}`);
  const score = await scoreOf(tx, merged.votes);
  const back = (table: string, column: string, people: string[]) =>
    sql`update ${sql.identifier(table)} set ${sql.identifier(column)} = ${from.id} where ${sql.identifier(column)} = ${into.id} and member_id in (${list(people)})`;
  await tx.execute(back('same_questions', 'question_id', merged.same));
  await tx.execute(sql`${back('follows', 'object_id', merged.follows)} and object_type = 'question'`);
  await tx.execute(sql`${back('saves', 'object_id', merged.saves ?? [])} and object_type = 'question'`);
  await tx.execute(back('help_requests', 'question_id', merged.help ?? []));
  await tx.execute(sql`update reports set thread_id = ${from.id} where thread_id = ${into.id} and object_type = 'question' and object_id in (
    with recursive those as (select ${from.id}::uuid as id union select q.id from questions q join those on q.merged_into_id = those.id) select id from those)`);
  if (from.authorId && !merged.same.includes(from.authorId))
    await tx.execute(sql`delete from same_questions where question_id = ${into.id} and member_id = ${from.authorId}`);
  await recordAct(tx, into, actorId, 'unmerged', { note: from.title, merged });
  if (merged.accepted && into.acceptedAnswerId === merged.accepted)
    await tx.update(questions).set({ acceptedAnswerId: null, acceptedAt: null }).where(eq(questions.id, into.id));
  await tx
    .update(questions)
    .set({ mergedIntoId: null, deletedAt: null, acceptedAnswerId: merged.accepted })
    .where(eq(questions.id, from.id));
  await recount(tx, into.id, -score);
  await recount(tx, from.id, score);
  for (const id of [from.id, into.id]) await recordChange(tx, from.communityId, { type: 'question', id });
}

async function mergeRecord(tx: Db, into: string, from: string): Promise<MergeRecord> {
  const found = await tx
    .select({ content: revisions.content })
    .from(revisions)
    .where(and(eq(revisions.objectId, into), inArray(revisions.act, ['merged'])))
    .orderBy(sql`${revisions.version} desc`);
  const record = found.map(({ content }) => content.merged).find((merged) => merged?.id === from);
  return record ?? { id: from, answers: [], comments: [], votes: [], same: [], follows: [], accepted: null };
}

const CHAIN = 10;

/** The question that a merged one went into, over any number of steps; undefined where it was not merged. */
export async function mergedInto(db: Db, communityId: string, id: string): Promise<string | undefined> {
  const [row] = await rows<{ id: string }>(
    db,
    sql`with recursive chain as (
        select merged_into_id as id, 1 as step from questions where id = ${id} and community_id = ${communityId} and merged_into_id is not null
        union all
        select q.merged_into_id, step + 1 from chain join questions q on q.id = chain.id where q.merged_into_id is not null and step < ${CHAIN}
      ) select id from chain order by step desc limit 1`,
  );
  return row?.id;
}

/** What was merged into a question, with the asker as far as the reader may see them. */
export interface MergedRow {
  id: string;
  title: string;
  body: string;
  createdAt: Date;
  anonymous: boolean;
  author: { id: string; name: string; avatarUrl: string | null; url: string | null; demo: boolean } | null;
}
export async function mergedQuestions(db: Db, id: string): Promise<MergedRow[]> {
  const found = await rows<
    Omit<MergedRow, 'author' | 'createdAt'> & {
      createdAt: string | Date;
      authorId: string | null;
      name: string;
      avatarUrl: string | null;
      url: string | null;
      demo: boolean;
    }
  >(
    db,
    sql`select q.id, q.title, q.body, q.created_at as "createdAt", q.anonymous, m.id as "authorId", m.name, m.avatar_url as "avatarUrl", m.url, m.demo
      from questions q left join members m on m.id = q.author_id where q.merged_into_id = ${id} order by q.created_at, q.id`,
  );
  return found.map(({ authorId, name, avatarUrl, url, demo, createdAt, ...rest }) => ({
    ...rest,
    createdAt: new Date(createdAt),
    author: authorId === null ? null : { id: authorId, name, avatarUrl, url, demo },
  }));
}

/** A merged question by its own id, its row held. */
export async function lockMerged(tx: Db, communityId: string, id: string): Promise<QuestionColumns | undefined> {
  const [row] = await tx
    .select()
    .from(questions)
    .where(and(eq(questions.communityId, communityId), eq(questions.id, id), sql`${questions.mergedIntoId} is not null`))
    .for('update');
  return row;
}
