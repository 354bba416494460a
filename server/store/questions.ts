import { and, arrayOverlaps, desc, eq, getTableColumns, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from '@hono/zod-openapi';
import type { QuestionKind, QuestionSort } from '../contract/questions.js';
import { retellActivities } from './activities.js';
import { deleteActivitiesOf, deleteActivity, recordActivity, recordChange } from './changes.js';
import { countCommunity } from './communities.js';
import { decodeCursor, encodeCursor, isUuid, pageOfRows } from './cursor.js';
import type { Db } from './database.js';
import { byIndexes } from './estimate.js';
import { followedBy } from './follows.js';
import { waitsFor, waitsForStewards } from './help-requests.js';
import { chosenBut, countFacets, countUpTo, type FacetCounts, type FacetField } from './facets.js';
import type { MemberRow } from './identities.js';
import { recordMentions } from './mentions.js';
import { inOrderOf, rankedPage } from './ranked.js';
import { isReported } from './reports.js';
import { recordRevision, type RevisionState } from './revisions.js';
import { answers, comments, members, questions } from './schema.js';
import { search as searchText, type TextSearch } from './search.js';
import { similarTo } from './similar.js';

const { search, sortTitle, ...columns } = getTableColumns(questions);
export type QuestionColumns = Omit<typeof questions.$inferSelect, 'search' | 'sortTitle'>;
export type AuthorRow = Pick<MemberRow, 'id' | 'name' | 'avatarUrl' | 'url' | 'demo' | 'joinedAt'>;
export const authorColumns = {
  id: members.id,
  name: members.name,
  avatarUrl: members.avatarUrl,
  url: members.url,
  demo: members.demo,
  joinedAt: members.joinedAt,
};
export interface QuestionRow {
  question: QuestionColumns;
  author: AuthorRow | null;
}
export type QuestionFacet = 'kind' | 'topic';
type Sort = z.infer<typeof QuestionSort>;
type Kind = z.infer<typeof QuestionKind>;

export interface QuestionFilters {
  q?: string | undefined;
  similar?: string | undefined;
  kind?: Kind | undefined;
  topic?: string[] | undefined;
  answered?: boolean | undefined;
  /** Asked or answered by this member; null: by nobody, so nothing is found. */
  by?: string | null | undefined;
  /** Followed by this member; null: by nobody. */
  followedBy?: string | null | undefined;
  /** Waits for this member, who was asked to help; null: for nobody. */
  askedOf?: string | null | undefined;
  /** Has come to the end of the ladder; null: as if none had. */
  forStewards?: true | null | undefined;
  author?: string | undefined;
  /** Who may be told that a question without a name is this author’s: themselves and stewards. */
  seesHidden?: boolean | undefined;
  about?: string | undefined;
  reported?: boolean | undefined;
  /** Open, not settled, and with nothing new since then. */
  untouchedSince?: Date | undefined;
}

type Key = Exclude<Sort, 'relevance'>;
const KEYS: Record<Key, { kinds: ('time' | 'number' | 'id')[]; cast: SQL }> = {
  newest: { kinds: ['time', 'id'], cast: sql`::timestamptz` },
  active: { kinds: ['time', 'id'], cast: sql`::timestamptz` },
  votes: { kinds: ['number', 'id'], cast: sql`::int` },
};
const COLUMN = { newest: questions.createdAt, active: questions.updatedAt, votes: questions.score };

function fieldsOf({ kind, topic }: QuestionFilters): Record<QuestionFacet, FacetField> {
  return {
    kind: {
      values: sql`case when ${questions.kind} is null then '{}' else array[${questions.kind}] end`,
      chosen: kind && eq(questions.kind, kind),
      asked: kind && [kind],
    },
    topic: { values: sql`${questions.topics}`, chosen: topic && arrayOverlaps(questions.topics, topic), asked: topic },
  };
}

/** Conditions beside the facets and the text. */
function common(communityId: string, filters: QuestionFilters): SQL {
  const { answered, by, followedBy: follower, author, about, reported, askedOf, forStewards, untouchedSince } = filters;
  const conditions = [sql`${questions.communityId} = ${communityId} and ${questions.deletedAt} is null`];
  if (answered !== undefined) conditions.push(answered ? sql`${questions.answerCount} > 0` : sql`${questions.answerCount} = 0`);
  if (author !== undefined) conditions.push(isUuid(author) ? eq(questions.authorId, author) : sql`false`);
  if (author !== undefined && !filters.seesHidden) conditions.push(sql`not ${questions.anonymous}`);
  if (about !== undefined) conditions.push(sql`${questions.aboutUrl} is not null and ${questions.aboutUrl} = ${about}`);
  if (reported !== undefined) conditions.push(sql`${reported ? sql`` : sql`not`} ${isReported}`);
  if (untouchedSince)
    conditions.push(
      sql`${questions.closedAt} is null and ${questions.acceptedAnswerId} is null and ${questions.updatedAt} < ${untouchedSince.toISOString()}::timestamptz`,
    );
  if (follower === null) conditions.push(sql`false`);
  else if (follower !== undefined) conditions.push(followedBy(communityId, follower));
  if (askedOf === null || forStewards === null) conditions.push(sql`false`);
  if (askedOf) conditions.push(waitsFor(askedOf));
  if (forStewards) conditions.push(waitsForStewards);
  if (by === null) conditions.push(sql`false`);
  else if (by !== undefined) {
    const answered = sql`select ${answers.questionId} from ${answers} where ${answers.authorId} = ${by} and ${answers.deletedAt} is null`;
    conditions.push(sql`(${questions.authorId} = ${by} or ${questions.id} in (${answered}))`);
  }
  return sql.join(conditions, sql` and `);
}

export interface QuestionList {
  items: QuestionRow[];
  nextCursor: string | null;
  total: number | null;
  facets: FacetCounts<QuestionFacet>['counts'] | null;
}

/** Questions, filtered and sorted. The total (exact up to about 2,000) is told with the first page. */
export async function listQuestions(
  db: Db,
  communityId: string,
  {
    filters,
    limit,
    cursor,
    ...ask
  }: { filters: QuestionFilters; sort?: Sort | undefined; facets: boolean; limit: number; cursor?: string | undefined },
): Promise<QuestionList> {
  const outer = common(communityId, filters);
  const fields = fieldsOf(filters);
  const found = filters.similar
    ? await similarTo(db, sql`${questions} where ${outer}`, filters.similar, { vector: search, short: sortTitle })
    : filters.q
      ? await searchText(
          db,
          communityId,
          outer,
          filters.q,
          { vector: search, short: sortTitle, by: 'density', noun: 'questions', chosen: chosenBut(fields) },
          cursor,
        )
      : undefined;
  const sort = ask.sort === 'relevance' && !found ? 'newest' : (ask.sort ?? (found ? 'relevance' : 'newest'));
  const base = found ? sql`${outer} and ${found.match}` : outer;
  const fitting = sql`${base} and ${chosenBut(fields)}`;
  const whole = Object.values(filters).every((one) => one === undefined);
  const { where, few } = whole || found ? { where: fitting, few: !found?.many } : await byIndexes(db, 'questions', fitting);
  const page =
    sort === 'relevance' && found
      ? await byRelevance(db, sql`${outer} and ${chosenBut(fields)}`, found, { limit, cursor })
      : await sorted(db, where, sort === 'relevance' ? 'newest' : sort, { limit, cursor });
  const counted = ask.facets ? await countFacets(db, questions, base, fields) : null;
  // What nothing narrows is counted once for many readers.
  const uncounted = async () => (whole ? (await countCommunity(db, communityId)).questions : countUpTo(db, questions, where));
  const total = counted?.total ?? (cursor === undefined && few ? await uncounted() : null);
  return { ...page, total, facets: counted?.counts ?? null };
}

interface Paging {
  limit: number;
  cursor?: string | undefined;
}
type Page = Pick<QuestionList, 'items' | 'nextCursor'>;

async function sorted(db: Db, where: SQL, sort: Key, { limit, cursor }: Paging): Promise<Page> {
  const { kinds, cast } = KEYS[sort];
  const after = decodeCursor(cursor, sort, kinds);
  const some = await select(db)
    .where(after ? sql`${where} and (${COLUMN[sort]}, ${questions.id}) < (${after[0]}${cast}, ${after[1]}::uuid)` : where)
    .orderBy(desc(COLUMN[sort]), desc(questions.id))
    .limit(limit + 1);
  const { rows, nextCursor } = pageOfRows(some, limit, ({ question }) => encodeCursor(sort, [keyOf(question, sort), question.id]));
  return { items: rows, nextCursor };
}

async function byRelevance(db: Db, where: SQL, found: TextSearch, paging: Paging): Promise<Page> {
  const { ids, nextCursor } = await rankedPage(db, { table: questions, id: questions.id, time: questions.createdAt }, where, found, paging);
  const some = ids.length > 0 ? await select(db).where(inArray(questions.id, ids)) : [];
  return { items: inOrderOf(ids, some, ({ question }) => question.id), nextCursor };
}

const select = (db: Db) =>
  db.select({ question: columns, author: authorColumns }).from(questions).leftJoin(members, eq(members.id, questions.authorId));

const keyOf = (question: QuestionColumns, sort: Key): string | number =>
  ({ newest: question.createdAt.toISOString(), active: question.updatedAt.toISOString(), votes: question.score })[sort];

/** One question that is there. @param lock holds its row until the transaction ends */
export async function findQuestion(db: Db, communityId: string, id: string, lock?: 'lock'): Promise<QuestionRow | undefined> {
  const is = and(eq(questions.communityId, communityId), eq(questions.id, id), isNull(questions.deletedAt));
  if (lock) await db.select({ id: questions.id }).from(questions).where(is).for('update');
  const [row] = await db
    .select({ question: columns, author: authorColumns })
    .from(questions)
    .leftJoin(members, eq(members.id, questions.authorId))
    .where(is);
  return row;
}

export interface NewQuestionText extends QuestionText {
  anonymous?: boolean;
  aboutUrl?: string | null;
  aboutTitle?: string | null;
}
export interface QuestionText {
  kind: Kind;
  title: string;
  body: string;
  excerpt: string;
  topics: string[];
  details: Record<string, string>;
}

export async function insertQuestion(tx: Db, communityId: string, authorId: string, text: NewQuestionText): Promise<string> {
  const id = uuidv7();
  await tx.insert(questions).values({ id, communityId, authorId, ...text });
  await recordMentions(tx, communityId, { type: 'question', id }, text.body);
  await recordActivity(tx, { communityId, type: 'asked', actorId: authorId, object: { type: 'question', id }, summary: text.excerpt });
  return id;
}

/** The caller holds the question's row. */
export async function updateQuestion(tx: Db, question: QuestionColumns, actorId: string, text: Partial<QuestionText>): Promise<void> {
  const { communityId, id } = question;
  const now = new Date();
  // A steward who puts it in its place writes nothing anew: that stands in its versions alone.
  const moved = actorId !== question.authorId && text.title === undefined && text.body === undefined;
  await recordRevision(tx, communityId, { type: 'question', id }, stateOf(question), {
    ...stateOf({ ...question, ...text }),
    act: moved ? 'moved' : null,
    version: question.version + 1,
    editorId: actorId,
    at: now,
  });
  await tx
    .update(questions)
    .set({ ...text, version: sql`${questions.version} + 1`, ...(!moved && { editedAt: now, updatedAt: now }) })
    .where(eq(questions.id, id));
  if (moved) return recordChange(tx, communityId, { type: 'question', id });
  if (text.body !== undefined) await recordMentions(tx, communityId, { type: 'question', id }, text.body);
  if (text.excerpt !== undefined) await retellActivities(tx, id, text.excerpt);
  // Somebody who mends ten words one by one is in the feed once, with the last.
  await deleteActivity(tx, { type: 'revised', actorId, objectId: id });
  await recordActivity(tx, { communityId, type: 'revised', actorId, object: { type: 'question', id }, summary: text.excerpt ?? null });
}

/** A question as one of its states. */
export const stateOf = ({
  version,
  authorId,
  editedAt,
  createdAt,
  title,
  body,
  kind,
  topics,
  details,
}: QuestionColumns): RevisionState => ({
  version,
  editorId: authorId,
  at: editedAt ?? createdAt,
  content: { title, body, kind, topics, details },
});

/** A question goes with its answers, comments and activities; the rows stay, so that an import doesn't bring them back. */
export async function deleteQuestion(tx: Db, communityId: string, id: string): Promise<void> {
  const gone = { deletedAt: new Date() };
  const answered = await tx
    .update(answers)
    .set(gone)
    .where(and(eq(answers.questionId, id), isNull(answers.deletedAt)))
    .returning({ id: answers.id });
  const said = await tx
    .update(comments)
    .set(gone)
    .where(and(eq(comments.threadId, id), isNull(comments.deletedAt)))
    .returning({ id: comments.id });
  await tx.update(questions).set(gone).where(eq(questions.id, id));
  await deleteActivitiesOf(tx, [id, ...answered.map((row) => row.id), ...said.map((row) => row.id)]);
  await recordChange(tx, communityId, { type: 'question', id });
}

/** Marks the answer that helped. Who accepted is the actor, whoever wrote the answer. */
export async function acceptAnswer(
  tx: Db,
  communityId: string,
  question: QuestionColumns,
  answer: { id: string; excerpt: string },
  actorId: string,
  at = new Date(),
): Promise<void> {
  if (question.acceptedAnswerId === answer.id) return;
  if (question.acceptedAnswerId) await forgetAcceptance(tx, question.acceptedAnswerId);
  const accepted = { acceptedAnswerId: answer.id, acceptedAt: at, remindedAt: null, unremindedAt: null };
  await tx
    .update(questions)
    .set({ ...accepted, updatedAt: new Date() })
    .where(eq(questions.id, question.id));
  await recordActivity(tx, {
    communityId,
    type: 'accepted',
    actorId,
    object: { type: 'answer', id: answer.id },
    target: { type: 'question', id: question.id },
    summary: answer.excerpt,
  });
}

export async function unacceptAnswer(tx: Db, communityId: string, question: QuestionColumns): Promise<void> {
  if (!question.acceptedAnswerId) return;
  await tx.update(questions).set({ acceptedAnswerId: null, acceptedAt: null, remindedAt: null }).where(eq(questions.id, question.id));
  await forgetAcceptance(tx, question.acceptedAnswerId);
  await recordChange(tx, communityId, { type: 'question', id: question.id });
}

const forgetAcceptance = (tx: Db, answerId: string) => deleteActivity(tx, { type: 'accepted', objectId: answerId });
