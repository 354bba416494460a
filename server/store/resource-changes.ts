import { and, eq, isNull } from 'drizzle-orm';
import { recordChange } from './changes.js';
import type { Db } from './database.js';
import type { ResourceRow } from './resources.js';
import { resources, type PendingChange } from './schema.js';

type Key = Pick<ResourceRow, 'id' | 'version'>;
/** The row of a resource while it is of the version that was read. */
export const versionOf = ({ id, version }: Key) => and(eq(resources.id, id), eq(resources.version, version), isNull(resources.deletedAt));

/** No change that waits, or was sent back. */
export const NO_CHANGE = { pending: null, pendingById: null, pendingAt: null, pendingNote: null };

/**
 * Keeps an edit for a steward; what readers see stays as it is until then. It joins what waits already, and one that changes nothing is
 * none. When it is looked at again is no matter for readers, and is set at once.
 * @returns false where the version is no longer the one given
 */
export async function proposeChange(
  tx: Db,
  row: ResourceRow,
  { reviewOn, ...change }: PendingChange & { reviewOn?: string | null },
  { actorId, now }: { actorId: string; now: Date },
): Promise<boolean> {
  const whole: PendingChange = { ...row.pending, ...change };
  const same = (name: keyof PendingChange) => JSON.stringify(whole[name]) === JSON.stringify(row[name]);
  const pending = Object.fromEntries(Object.entries(whole).filter(([name]) => !same(name as keyof PendingChange)));
  const done = await tx
    .update(resources)
    .set({
      ...(Object.keys(change).length > 0 &&
        (Object.keys(pending).length > 0 ? { pending, pendingById: actorId, pendingAt: now, pendingNote: null } : NO_CHANGE)),
      ...(reviewOn !== undefined && { reviewOn }),
      version: row.version + 1,
    })
    .where(versionOf(row))
    .returning({ id: resources.id });
  if (done.length > 0) await recordChange(tx, row.communityId, { type: 'resource', id: row.id });
  return done.length > 0;
}

/** Sends a waiting change back with a reason, or drops it. @returns false where the version is no longer the one given */
export async function returnChange(tx: Db, row: ResourceRow, reason: string | null): Promise<boolean> {
  const done = await tx
    .update(resources)
    .set({ ...(reason === null ? NO_CHANGE : { pendingNote: reason }), version: row.version + 1 })
    .where(versionOf(row))
    .returning({ id: resources.id });
  if (done.length > 0) await recordChange(tx, row.communityId, { type: 'resource', id: row.id });
  return done.length > 0;
}
