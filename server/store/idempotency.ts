import { and, eq, lt, sql } from 'drizzle-orm';
import type { Db } from './database.js';
import { idempotency } from './schema.js';

export interface IdempotencyKey {
  communityId: string;
  memberId: string;
  key: string;
}
export interface StoredAnswer {
  request: string;
  status: number | null;
  body: string | null;
  etag: string | null;
}

const is = (key: IdempotencyKey) =>
  and(eq(idempotency.communityId, key.communityId), eq(idempotency.memberId, key.memberId), eq(idempotency.key, key.key));

/**
 * Claims a key within the transaction of its request; undefined: claimed, go on. Else what the key was answered with.
 * A request with the same key that is still running makes this wait for its end: the index holds one row a key.
 */
export async function claimKey(tx: Db, key: IdempotencyKey, request: string): Promise<StoredAnswer | undefined> {
  const [claimed] = await tx
    .insert(idempotency)
    .values({ ...key, request })
    .onConflictDoNothing()
    .returning({ key: idempotency.key });
  if (claimed) return undefined;
  const [stored] = await tx.select().from(idempotency).where(is(key));
  return stored;
}

export async function storeAnswer(
  tx: Db,
  key: IdempotencyKey,
  answer: { status: number; body: string; etag: string | null },
): Promise<void> {
  await tx.update(idempotency).set(answer).where(is(key));
}

export async function forgetOldKeys(db: Db): Promise<void> {
  await db.delete(idempotency).where(lt(idempotency.createdAt, sql`now() - interval '1 day'`));
}
