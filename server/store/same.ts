import { and, eq, inArray, sql } from 'drizzle-orm';
import { recordChange } from './changes.js';
import type { Db } from './database.js';
import { questions, sameQuestions } from './schema.js';

/** Of some questions, those that a member has too. */
export async function sameOf(db: Db, memberId: string | undefined, ids: readonly string[]): Promise<Set<string>> {
  if (memberId === undefined || ids.length === 0) return new Set();
  const found = await db
    .select({ id: sameQuestions.questionId })
    .from(sameQuestions)
    .where(and(eq(sameQuestions.memberId, memberId), inArray(sameQuestions.questionId, [...ids])));
  return new Set(found.map(({ id }) => id));
}

/** “I have the same question”, or no longer. The caller holds the question's row. */
export async function setSame(tx: Db, communityId: string, memberId: string, questionId: string, on: boolean): Promise<void> {
  const row = { questionId, memberId };
  const changed = on
    ? await tx.insert(sameQuestions).values(row).onConflictDoNothing().returning({ id: sameQuestions.questionId })
    : await tx
        .delete(sameQuestions)
        .where(and(eq(sameQuestions.questionId, questionId), eq(sameQuestions.memberId, memberId)))
        .returning({ id: sameQuestions.questionId });
  if (changed.length === 0) return;
  await tx
    .update(questions)
    .set({ sameCount: sql`${questions.sameCount} + ${on ? 1 : -1}` })
    .where(eq(questions.id, questionId));
  await recordChange(tx, communityId, { type: 'question', id: questionId });
}
