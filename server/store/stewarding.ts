import { wakeLadder } from './ladder.js';
import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from '@hono/zod-openapi';
import type { CloseReason } from '../contract/questions.js';
import { deleteActivity, recordActivity, recordChange } from './changes.js';
import { rows, type Db } from './database.js';
import { hiddenIn } from './hidden.js';
import { stateOf, type QuestionColumns } from './questions.js';
import { recordRevision, type RevisionAct } from './revisions.js';
import { activities, answers, questions, resources, type RevisionContent } from './schema.js';

/** Something done to a question beside its text: it stands among its versions, with who did it and why. The caller holds the row. */
export async function recordAct(
  tx: Db,
  question: QuestionColumns,
  actorId: string | null,
  act: RevisionAct,
  { note = '', merged, at = new Date() }: { note?: string; merged?: RevisionContent['merged']; at?: Date } = {},
): Promise<void> {
  const before = stateOf(question);
  await recordRevision(tx, question.communityId, { type: 'question', id: question.id }, before, {
    version: question.version + 1,
    editorId: actorId,
    at,
    content: { ...before.content, ...(merged && { merged }) },
    act,
    note: note || null,
  });
  await tx
    .update(questions)
    .set({ version: question.version + 1 })
    .where(eq(questions.id, question.id));
}

/** @param actorId who closes it; null: the clock */
export async function closeQuestion(
  tx: Db,
  question: QuestionColumns,
  actorId: string | null,
  { reason, note }: { reason: z.infer<typeof CloseReason>; note: string },
): Promise<void> {
  await recordAct(tx, question, actorId, 'closed', { note: note || reason });
  await tx
    .update(questions)
    .set({ closedAt: new Date(), closedById: actorId, closedReason: reason, closedNote: note || null })
    .where(eq(questions.id, question.id));
  await recordChange(tx, question.communityId, { type: 'question', id: question.id });
}

export async function reopenQuestion(tx: Db, question: QuestionColumns, actorId: string): Promise<void> {
  await recordAct(tx, question, actorId, 'reopened');
  await tx
    .update(questions)
    .set({ closedAt: null, closedById: null, closedReason: null, closedNote: null, updatedAt: new Date() })
    .where(eq(questions.id, question.id));
  await wakeLadder(tx, question.id, new Date());
  await recordChange(tx, question.communityId, { type: 'question', id: question.id });
}

/** Shows who asked, from now on. */
export async function revealAsker(tx: Db, question: QuestionColumns, actorId: string): Promise<void> {
  await recordAct(tx, question, actorId, 'revealed');
  await tx.update(questions).set({ anonymous: false }).where(eq(questions.id, question.id));
  await recordChange(tx, question.communityId, { type: 'question', id: question.id });
}

/** Once per steward and answer: a second time says it anew. */
export async function thank(
  tx: Db,
  actorId: string,
  answer: { id: string; communityId: string; questionId: string },
  note: string,
): Promise<void> {
  await takeThanksBack(tx, actorId, answer);
  const { communityId, id, questionId } = answer;
  const target = { type: 'question', id: questionId } as const;
  await recordActivity(tx, { communityId, type: 'thanked', actorId, object: { type: 'answer', id }, target, summary: note });
}

export async function takeThanksBack(tx: Db, actorId: string, { id, communityId }: { id: string; communityId: string }): Promise<void> {
  const [before] = await tx
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.objectId, id), eq(activities.type, 'thanked'), eq(activities.actorId, actorId)));
  if (!before) return;
  await deleteActivity(tx, { type: 'thanked', actorId, objectId: id });
  await recordChange(tx, communityId, { type: 'answer', id });
}

export interface GuideAnswer {
  body: string;
  accepted: boolean;
  author: { id: string; name: string; url: string | null; here: boolean } | null;
  source: { name: string; url: string | null; licence: string | null } | null;
}
/** Answers that a guide begins with: the accepted one, then what worked and what was voted up, the best first. */
const MOST_ANSWERS = 8;

export async function answersForGuide(db: Db, question: QuestionColumns): Promise<GuideAnswer[]> {
  const found = await rows<
    Omit<GuideAnswer, 'author'> & { id: string | null; name: string; url: string | null; here: boolean; hidden: boolean }
  >(
    db,
    sql`select a.body, a.id = ${question.acceptedAnswerId} is true as accepted, a.source, m.id, m.name, m.url, m.joined_at is not null as here,
        coalesce(a.author_id::text = any(${hiddenIn(sql`${question.id}::uuid`)}), false) as hidden
      from ${answers} a left join members m on m.id = a.author_id
      where a.question_id = ${question.id} and a.deleted_at is null
        and (a.id = ${question.acceptedAnswerId} or a.score > 0 or a.uses_worked + a.uses_adapted > 0)
      order by (a.id = ${question.acceptedAnswerId}) is true desc, a.uses_worked + a.uses_adapted desc, a.score desc, a.id limit ${MOST_ANSWERS}`,
  );
  return found.map(({ id, name, url, here, hidden, ...rest }) => ({
    ...rest,
    author: id === null || hidden ? null : { id, name, url, here },
  }));
}

/** The draft of a guide, which remembers its thread. */
export async function insertGuide(
  tx: Db,
  question: QuestionColumns,
  authorId: string,
  { title, description }: { title: string; description: string },
): Promise<string> {
  const id = uuidv7();
  await tx.insert(resources).values({
    id,
    communityId: question.communityId,
    kind: 'guide',
    title,
    description,
    topics: question.topics,
    authorId,
    status: 'draft',
    questionId: question.id,
  });
  return id;
}
