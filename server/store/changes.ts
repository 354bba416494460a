import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Db } from './database.js';
import { activities, changes } from './schema.js';

/** The channel of NOTIFY; the payload is the community's id. Empty: look in all. */
export const CHANGES_CHANNEL = 'cop_changes';

export type ObjectType = (typeof activities.$inferInsert)['objectType'];
export interface ObjectKey {
  type: ObjectType;
  id: string;
}
export interface NewActivity {
  communityId: string;
  type: (typeof activities.$inferInsert)['type'];
  actorId: string | null;
  object: ObjectKey;
  /** What the object belongs to, such as the question of an answer. */
  target?: ObjectKey | null;
  /** Plain text: the start of what was written. */
  summary?: string | null;
}

/** Adds to the feed, and tells live readers. Call it last in the transaction: it takes the community's lock until commit. Returns the activity's id. */
export async function recordActivity(tx: Db, activity: NewActivity): Promise<string> {
  const id = uuidv7();
  await lockCommunity(tx, activity.communityId);
  await tx.insert(activities).values({
    id,
    communityId: activity.communityId,
    type: activity.type,
    published: sql`clock_timestamp()`,
    actorId: activity.actorId,
    objectType: activity.object.type,
    objectId: activity.object.id,
    targetType: activity.target?.type ?? null,
    targetId: activity.target?.id ?? null,
    summary: activity.summary ?? null,
  });
  await append(tx, activity.communityId, activity.object, id);
  return id;
}

/** Tells live readers that an object's text, votes, uses or reactions are no longer what they were. Call it last, as above. */
export async function recordChange(tx: Db, communityId: string, object: ObjectKey): Promise<void> {
  await lockCommunity(tx, communityId);
  await append(tx, communityId, object, null);
}

/** What is deleted takes its activities along. */
export async function deleteActivitiesOf(tx: Db, objectIds: readonly string[]): Promise<void> {
  if (objectIds.length === 0) return;
  await tx.delete(activities).where(or(inArray(activities.objectId, [...objectIds]), inArray(activities.targetId, [...objectIds])));
}

/** One writer of a community's log at a time: then the order of `seq` is the order of commits, and a reader who saw seq 7 has missed nothing before it. */
export async function lockCommunity(tx: Db, communityId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${communityId}))`);
}

async function append(tx: Db, communityId: string, object: ObjectKey, activityId: string | null): Promise<void> {
  await tx.insert(changes).values({ communityId, activityId, objectType: object.type, objectId: object.id });
  await tx.execute(sql`select pg_notify(${CHANGES_CHANNEL}, ${communityId})`);
}

/** An act taken back leaves the feed: an acceptance, a use. Without an actor: whoever did it. */
export async function deleteActivity(tx: Db, act: { type: NewActivity['type']; objectId: string; actorId?: string }): Promise<void> {
  const actor = act.actorId === undefined ? undefined : eq(activities.actorId, act.actorId);
  await tx.delete(activities).where(and(eq(activities.type, act.type), eq(activities.objectId, act.objectId), actor));
}
