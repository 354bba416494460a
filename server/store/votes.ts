import { and, eq, inArray, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { recordChange } from './changes.js';
import type { Db } from './database.js';
import { answers, questions, resources, votes } from './schema.js';

export type VoteValue = -1 | 0 | 1;
export interface VoteObject {
  type: 'question' | 'answer' | 'resource';
  id: string;
}

/** What a member voted on each object, by its id; nothing is 0. */
export async function votesOf(db: Db, memberId: string | undefined, objectIds: readonly string[]): Promise<Map<string, VoteValue>> {
  if (memberId === undefined || objectIds.length === 0) return new Map();
  const found = await db
    .select({ objectId: votes.objectId, value: votes.value })
    .from(votes)
    .where(and(eq(votes.memberId, memberId), inArray(votes.objectId, [...objectIds])));
  return new Map(found.map(({ objectId, value }) => [objectId, value as VoteValue]));
}

/** Sets a member's one vote on an object (0 takes it back), and the score with it. The caller holds the object's row, so votes on it come one by one. */
export async function setVote(tx: Db, communityId: string, memberId: string, object: VoteObject, value: VoteValue): Promise<void> {
  const mine = and(eq(votes.objectId, object.id), eq(votes.memberId, memberId));
  const [before] = await tx.select({ value: votes.value }).from(votes).where(mine);
  const change = value - (before?.value ?? 0);
  if (change === 0) return;
  if (value === 0) await tx.delete(votes).where(mine);
  else if (before) await tx.update(votes).set({ value }).where(mine);
  else await tx.insert(votes).values({ id: uuidv7(), communityId, objectType: object.type, objectId: object.id, memberId, value });
  const table = { question: questions, answer: answers, resource: resources }[object.type];
  await tx
    .update(table)
    .set({ score: sql`${table.score} + ${change}` })
    .where(eq(table.id, object.id));
  await recordChange(tx, communityId, object);
}
