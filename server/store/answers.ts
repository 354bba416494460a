import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from '@hono/zod-openapi';
import type { AnswerSort } from '../contract/answers.js';
import { retellActivities } from './activities.js';
import { deleteActivitiesOf, deleteActivity, recordActivity, recordChange } from './changes.js';
import { decodeCursor, encodeCursor, pageOfRows, type CursorValue } from './cursor.js';
import type { Db } from './database.js';
import { hiddenIn } from './hidden.js';
import { recordMentions } from './mentions.js';
import { authorColumns } from './questions.js';
import { recordRevision } from './revisions.js';
import { answers, comments, members, questions } from './schema.js';

type Sort = z.infer<typeof AnswerSort>;

const accepted = sql<boolean>`coalesce(${questions.acceptedAnswerId} = ${answers.id}, false)`;
const select = (db: Db) =>
  db
    .select({ answer: answers, accepted, author: authorColumns, hiddenIds: hiddenIn(sql`${questions.id}`) })
    .from(answers)
    .innerJoin(questions, eq(questions.id, answers.questionId))
    .leftJoin(members, eq(members.id, answers.authorId))
    .$dynamic();
export type AnswerRow = Awaited<ReturnType<typeof select>>[number];

/** Ascending keys: for `best` the accepted one comes first, then the higher score, then the earlier id. */
const best = sql`(case when ${accepted} then 0 else 1 end), (-${answers.score}), ${answers.id}`;
const ORDERS: Record<
  Sort,
  { kinds: ('number' | 'time' | 'id')[]; after(values: CursorValue[]): SQL; order: SQL; cursor(row: AnswerRow): CursorValue[] }
> = {
  best: {
    kinds: ['number', 'number', 'id'],
    after: ([first, score, id]) => sql`(${best}) > (${first}::int, ${score}::int, ${id}::uuid)`,
    order: best,
    cursor: ({ answer, accepted }) => [accepted ? 0 : 1, answer.score === 0 ? 0 : -answer.score, answer.id],
  },
  oldest: {
    kinds: ['time', 'id'],
    after: ([at, id]) => sql`(${answers.createdAt}, ${answers.id}) > (${at}::timestamptz, ${id}::uuid)`,
    order: sql`${answers.createdAt}, ${answers.id}`,
    cursor: ({ answer }) => [answer.createdAt.toISOString(), answer.id],
  },
  newest: {
    kinds: ['time', 'id'],
    after: ([at, id]) => sql`(${answers.createdAt}, ${answers.id}) < (${at}::timestamptz, ${id}::uuid)`,
    order: sql`${answers.createdAt} desc, ${answers.id} desc`,
    cursor: ({ answer }) => [answer.createdAt.toISOString(), answer.id],
  },
};

export async function listAnswers(
  db: Db,
  questionId: string,
  { sort, limit, cursor }: { sort: Sort; limit: number; cursor?: string | undefined },
): Promise<{ rows: AnswerRow[]; nextCursor: string | null }> {
  const order = ORDERS[sort];
  const after = decodeCursor(cursor, sort, order.kinds);
  const found = await select(db)
    .where(and(eq(answers.questionId, questionId), isNull(answers.deletedAt), after && order.after(after)))
    .orderBy(order.order)
    .limit(limit + 1);
  return pageOfRows(found, limit, (last) => encodeCursor(sort, order.cursor(last)));
}

/** One answer that is there. @param lock holds its question's row and its own until the transaction ends */
export async function findAnswer(db: Db, communityId: string, id: string, lock?: 'lock'): Promise<AnswerRow | undefined> {
  const is = and(eq(answers.communityId, communityId), eq(answers.id, id), isNull(answers.deletedAt));
  if (lock) {
    await lockQuestionOf(db, id);
    await db.select({ id: answers.id }).from(answers).where(is).for('update');
  }
  const [row] = await select(db).where(is);
  return row;
}

/** Every writer takes the question before its answers, so that no two wait for each other. */
export async function lockQuestionOf(tx: Db, answerId: string): Promise<void> {
  await tx.execute(sql`select id from questions where id = (select question_id from answers where id = ${answerId}) for update`);
}

export interface AnswerText {
  body: string;
  excerpt: string;
}

/** The caller holds the question's row. */
export async function insertAnswer(tx: Db, communityId: string, questionId: string, authorId: string, text: AnswerText): Promise<string> {
  const id = uuidv7();
  await tx.insert(answers).values({ id, communityId, questionId, authorId, ...text });
  await recordMentions(tx, communityId, { type: 'answer', id }, text.body);
  await tx
    .update(questions)
    .set({ answerCount: sql`${questions.answerCount} + 1`, updatedAt: new Date() })
    .where(eq(questions.id, questionId));
  await recordActivity(tx, {
    communityId,
    type: 'answered',
    actorId: authorId,
    object: { type: 'answer', id },
    target: { type: 'question', id: questionId },
    summary: text.excerpt,
  });
  return id;
}

export async function updateAnswer(tx: Db, { answer }: AnswerRow, actorId: string, text: AnswerText): Promise<void> {
  const now = new Date();
  const state = (body: string) => ({
    editorId: answer.authorId,
    version: answer.version,
    at: answer.editedAt ?? answer.createdAt,
    content: { body },
  });
  const after = { ...state(text.body), version: answer.version + 1, editorId: actorId, at: now };
  await recordRevision(tx, answer.communityId, { type: 'answer', id: answer.id }, state(answer.body), after);
  await tx
    .update(answers)
    .set({ ...text, version: answer.version + 1, editedAt: now, updatedAt: now })
    .where(eq(answers.id, answer.id));
  await tx.update(questions).set({ updatedAt: now }).where(eq(questions.id, answer.questionId));
  await recordMentions(tx, answer.communityId, { type: 'answer', id: answer.id }, text.body);
  await retellActivities(tx, answer.id, text.excerpt);
  // Somebody who mends ten words one by one is in the feed once, with the last.
  await deleteActivity(tx, { type: 'revised', actorId, objectId: answer.id });
  await recordActivity(tx, {
    communityId: answer.communityId,
    type: 'revised',
    actorId,
    object: { type: 'answer', id: answer.id },
    target: { type: 'question', id: answer.questionId },
    summary: text.excerpt,
  });
}

/** Takes its comments and activities along, its acceptance, and what it counted for on the question. */
export async function deleteAnswer(tx: Db, { answer, accepted }: AnswerRow): Promise<void> {
  const gone = { deletedAt: new Date() };
  await tx.update(answers).set(gone).where(eq(answers.id, answer.id));
  const said = await tx
    .update(comments)
    .set(gone)
    .where(and(eq(comments.objectId, answer.id), isNull(comments.deletedAt)))
    .returning({ id: comments.id });
  await tx
    .update(questions)
    .set({
      answerCount: sql`${questions.answerCount} - 1`,
      usesWorked: sql`${questions.usesWorked} - ${answer.usesWorked}`,
      usesAdapted: sql`${questions.usesAdapted} - ${answer.usesAdapted}`,
      usesFailed: sql`${questions.usesFailed} - ${answer.usesFailed}`,
      ...(accepted && { acceptedAnswerId: null, acceptedAt: null, remindedAt: null }),
    })
    .where(eq(questions.id, answer.questionId));
  await deleteActivitiesOf(tx, [answer.id, ...said.map(({ id }) => id)]);
  await recordChange(tx, answer.communityId, { type: 'answer', id: answer.id });
  await recordChange(tx, answer.communityId, { type: 'question', id: answer.questionId });
}
