import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from '@hono/zod-openapi';
import type { CommentObject } from '../contract/comments.js';
import { retellActivities } from './activities.js';
import { lockQuestionOf } from './answers.js';
import { deleteActivitiesOf, recordActivity, recordChange } from './changes.js';
import { decodeCursor, encodeCursor, pageOfRows } from './cursor.js';
import type { Db } from './database.js';
import { hiddenIn } from './hidden.js';
import { recordMentions } from './mentions.js';
import { authorColumns } from './questions.js';
import { answers, comments, members, posts, questions, resources } from './schema.js';

export type CommentObjectKey = z.infer<typeof CommentObject>;
const TABLES = { question: questions, answer: answers, resource: resources, post: posts };
/** What is not published yet has no comments. */
const open = (type: CommentObjectKey['type']) => (type === 'resource' ? inArray(resources.status, ['published', 'obsolete']) : undefined);
export type ThreadType = 'question' | 'resource' | 'post';

const select = (db: Db) =>
  db
    .select({ comment: comments, author: authorColumns, hiddenIds: hiddenIn(sql`${comments.threadId}`) })
    .from(comments)
    .leftJoin(members, eq(members.id, comments.authorId))
    .$dynamic();
export type CommentRow = Awaited<ReturnType<typeof select>>[number];

/** Is there such a question, resource or post, to have comments? */
export async function hasThread(db: Db, communityId: string, type: ThreadType, id: string): Promise<boolean> {
  const table = TABLES[type];
  const [row] = await db
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.communityId, communityId), eq(table.id, id), isNull(table.deletedAt), open(type)));
  return row !== undefined;
}

/** What a thread is about is gone, so its comments go too. */
export async function deleteThread(tx: Db, threadId: string): Promise<void> {
  await tx
    .update(comments)
    .set({ deletedAt: new Date() })
    .where(and(eq(comments.threadId, threadId), isNull(comments.deletedAt)));
}

/** All comments of a thread, oldest first. */
export async function listComments(
  db: Db,
  communityId: string,
  threadId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ rows: CommentRow[]; nextCursor: string | null; total: number | null }> {
  const after = decodeCursor(cursor, 'comments', ['time', 'id']);
  const all = and(eq(comments.communityId, communityId), eq(comments.threadId, threadId), isNull(comments.deletedAt));
  const found = await select(db)
    .where(and(all, after && sql`(${comments.createdAt}, ${comments.id}) > (${after[0]}::timestamptz, ${after[1]}::uuid)`))
    .orderBy(comments.createdAt, comments.id)
    .limit(limit + 1);
  const page = pageOfRows(found, limit, ({ comment }) => encodeCursor('comments', [comment.createdAt.toISOString(), comment.id]));
  return { ...page, total: cursor === undefined ? await db.$count(comments, all) : null };
}

export async function findComment(db: Db, communityId: string, id: string, lock?: 'lock'): Promise<CommentRow | undefined> {
  const is = and(eq(comments.communityId, communityId), eq(comments.id, id), isNull(comments.deletedAt));
  if (lock) {
    const [row] = await db.select({ type: comments.objectType, id: comments.objectId }).from(comments).where(is);
    if (row) await lockObject(db, communityId, row);
    await db.select({ id: comments.id }).from(comments).where(is).for('update');
  }
  const [row] = await select(db).where(is);
  return row;
}

/** The thread that a comment on an object joins, with the object's row held; undefined: not there. */
export async function lockObject(
  tx: Db,
  communityId: string,
  { type, id }: CommentObjectKey,
): Promise<{ type: ThreadType; id: string } | undefined> {
  const still = <T extends (typeof TABLES)[CommentObjectKey['type']]>(table: T) =>
    and(eq(table.communityId, communityId), eq(table.id, id), isNull(table.deletedAt), open(type));
  if (type === 'answer') {
    await lockQuestionOf(tx, id);
    const [row] = await tx.select({ id: answers.questionId }).from(answers).where(still(answers)).for('update');
    return row && { type: 'question', id: row.id };
  }
  const table = TABLES[type];
  const [row] = await tx.select({ id: table.id }).from(table).where(still(table)).for('update');
  return row && { type, id };
}

async function count(tx: Db, { type, id }: CommentObjectKey, change: 1 | -1): Promise<void> {
  const table = TABLES[type];
  await tx
    .update(table)
    .set({ commentCount: sql`${table.commentCount} + ${change}` })
    .where(eq(table.id, id));
}

/** @param thread from `lockObject` */
export async function insertComment(
  tx: Db,
  communityId: string,
  authorId: string,
  object: CommentObjectKey,
  thread: { type: ThreadType; id: string },
  text: { body: string; excerpt: string },
): Promise<string> {
  const id = uuidv7();
  await tx
    .insert(comments)
    .values({ id, communityId, objectType: object.type, objectId: object.id, threadId: thread.id, body: text.body, authorId });
  await recordMentions(tx, communityId, { type: 'comment', id }, text.body);
  await count(tx, object, 1);
  if (thread.type === 'question') await tx.update(questions).set({ updatedAt: new Date() }).where(eq(questions.id, thread.id));
  await recordActivity(tx, {
    communityId,
    type: 'commented',
    actorId: authorId,
    object: { type: 'comment', id },
    target: thread,
    summary: text.excerpt,
  });
  return id;
}

export async function updateComment(tx: Db, { comment }: CommentRow, text: { body: string; excerpt: string }): Promise<void> {
  const now = new Date();
  await tx
    .update(comments)
    .set({ body: text.body, version: comment.version + 1, editedAt: now, updatedAt: now })
    .where(eq(comments.id, comment.id));
  await recordMentions(tx, comment.communityId, { type: 'comment', id: comment.id }, text.body);
  await retellActivities(tx, comment.id, text.excerpt);
  await recordChange(tx, comment.communityId, { type: 'comment', id: comment.id });
}

export async function deleteComment(tx: Db, { comment }: CommentRow): Promise<void> {
  await tx.update(comments).set({ deletedAt: new Date() }).where(eq(comments.id, comment.id));
  await count(tx, { type: comment.objectType, id: comment.objectId }, -1);
  await deleteActivitiesOf(tx, [comment.id]);
  await recordChange(tx, comment.communityId, { type: 'comment', id: comment.id });
  await recordChange(tx, comment.communityId, { type: comment.objectType, id: comment.objectId });
}
