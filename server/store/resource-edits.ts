import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { urlKey } from '../url-key.js';
import { retellActivities } from './activities.js';
import { deleteActivitiesOf, deleteActivity, recordActivity, recordChange } from './changes.js';
import { deleteThread } from './comments.js';
import type { Db } from './database.js';
import { claimFile, deleteFile } from './files.js';
import { recordMentions } from './mentions.js';
import { NO_CHANGE, versionOf } from './resource-changes.js';
import { closeRequestsFor, nameForRequest } from './requests.js';
import type { ResourceRow, ResourceStatus } from './resources.js';
import { recordRevision } from './revisions.js';
import { collectionItems, endorsements, resources, saves } from './schema.js';

type Text = Pick<
  ResourceRow,
  'kind' | 'title' | 'description' | 'url' | 'creator' | 'publishedOn' | 'language' | 'licence' | 'topics' | 'reviewOn' | 'link'
>;
export type NewResource = Pick<ResourceRow, 'communityId' | 'fileId' | 'status'> & Text & { authorId: string };

/** The day so many months later; the last of a shorter month. @returns RFC 3339 date */
export function monthsAfter(day: Date, months: number): string {
  const then = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(day.getUTCDate(), last));
  return then.toISOString().slice(0, 10);
}

/** @throws Problem invalid where the file isn't the author's own, fresh upload, or there is no such open request */
export async function addResource(tx: Db, resource: NewResource, about: { summary: string; requestId: string | null }): Promise<string> {
  const id = uuidv7();
  if (resource.fileId !== null) await claimFile(tx, resource.communityId, resource.authorId, resource.fileId);
  await tx.insert(resources).values({ id, ...resource, urlKey: resource.url && urlKey(resource.url) });
  // Nobody is told of a text that can't be seen yet.
  if (resource.status === 'published') await recordMentions(tx, resource.communityId, { type: 'resource', id }, resource.description);
  if (about.requestId !== null) await nameForRequest(tx, resource.communityId, about.requestId, id);
  if (resource.status === 'published') await announce(tx, { id, ...resource }, about.summary);
  else if (resource.status === 'proposed') await recordChange(tx, resource.communityId, { type: 'resource', id });
  return id;
}

/** It is there for everybody now: in the feed, and for whoever asked for it. */
async function announce(
  tx: Db,
  { id, communityId, authorId }: Pick<ResourceRow, 'id' | 'communityId' | 'authorId'>,
  summary: string,
): Promise<void> {
  const requestId = await closeRequestsFor(tx, id);
  await recordActivity(tx, {
    communityId,
    type: 'added',
    actorId: authorId,
    object: { type: 'resource', id },
    target: requestId === undefined ? null : { type: 'request', id: requestId },
    summary,
  });
}

export type ResourceChange = Partial<Text> & { fileId?: string };

/** Whether it changes nothing but this. */
const only = (change: ResourceChange, ...fields: (keyof Text)[]): boolean =>
  Object.keys(change).every((field) => fields.includes(field as keyof Text));

/** What a state keeps of a resource: all that its readers go by. */
const contentOf = (row: ResourceRow, { description, ...text }: Partial<Text> = {}) => ({
  title: text.title ?? row.title,
  body: description ?? row.description,
  kind: text.kind ?? row.kind,
  topics: text.topics ?? row.topics,
  url: text.url === undefined ? row.url : text.url,
  creator: text.creator === undefined ? row.creator : text.creator,
  publishedOn: text.publishedOn === undefined ? row.publishedOn : text.publishedOn,
  language: text.language === undefined ? row.language : text.language,
  licence: text.licence === undefined ? row.licence : text.licence,
});

/**
 * @param about.accepts the change that waited is this one, and waits no longer
 * @returns false where the version is no longer the one given
 */
export async function reviseResource(
  tx: Db,
  row: ResourceRow,
  change: ResourceChange,
  { actorId, summary, now, accepts }: { actorId: string; summary: string; now: Date; accepts?: boolean },
): Promise<boolean> {
  if (change.fileId !== undefined) await claimFile(tx, row.communityId, actorId, change.fileId);
  // Whoever puts another's in its place, or sets the day of its next look, writes nothing anew: that is no news.
  const dated = only(change, 'reviewOn');
  const moved = dated || (actorId !== row.authorId && only(change, 'kind', 'topics', 'reviewOn'));
  const done = await tx
    .update(resources)
    .set({
      ...change,
      ...(change.url && { urlKey: urlKey(change.url) }),
      ...(accepts && NO_CHANGE),
      version: row.version + 1,
      ...(!moved && { updatedAt: now, editedAt: now }),
    })
    .where(versionOf(row))
    .returning({ id: resources.id });
  if (done.length === 0) return false;
  const object = { type: 'resource', id: row.id } as const;
  if (row.status === 'draft') return true;
  if (dated) {
    await recordChange(tx, row.communityId, object);
    return true;
  }
  const before = {
    version: row.version,
    editorId: row.editedAt ? null : row.authorId,
    at: row.editedAt ?? row.createdAt,
    content: contentOf(row),
  };
  await recordRevision(tx, row.communityId, object, before, {
    version: row.version + 1,
    editorId: actorId,
    at: now,
    content: contentOf(row, change),
    act: moved ? 'moved' : null,
  });
  if (moved || row.status === 'proposed') {
    await recordChange(tx, row.communityId, object);
    return true;
  }
  if (change.description !== undefined) await recordMentions(tx, row.communityId, object, change.description);
  await retellActivities(tx, row.id, summary);
  // Somebody who mends ten words one by one is in the feed once, with the last.
  await deleteActivity(tx, { type: 'revised', actorId, objectId: row.id });
  await recordActivity(tx, { communityId: row.communityId, type: 'revised', actorId, object, summary });
  return true;
}

/** Takes its file, its comments and its activities along. @returns false where the version is no longer the one given */
export async function deleteResource(tx: Db, row: Pick<ResourceRow, 'id' | 'communityId' | 'version' | 'fileId'>): Promise<boolean> {
  const done = await tx
    .update(resources)
    .set({ deletedAt: new Date(), version: row.version + 1, fileId: null, ...NO_CHANGE })
    .where(versionOf(row))
    .returning({ id: resources.id });
  if (done.length === 0) return false;
  if (row.fileId !== null) await deleteFile(tx, row.fileId);
  await deleteThread(tx, row.id);
  await tx.delete(saves).where(eq(saves.objectId, row.id));
  await tx.delete(collectionItems).where(eq(collectionItems.resourceId, row.id));
  await deleteActivitiesOf(tx, [row.id]);
  await recordChange(tx, row.communityId, { type: 'resource', id: row.id });
  return true;
}

/** Publishes, declines, takes out of the lists or brings back. @returns false where the version is no longer the one given */
export async function setStatus(
  tx: Db,
  row: ResourceRow,
  status: ResourceStatus,
  { note, summary, now, reviewOn }: { note: string; summary: string; now: Date; reviewOn: string },
): Promise<boolean> {
  const first = status === 'published' && row.status !== 'obsolete';
  const done = await tx
    .update(resources)
    .set({
      status,
      statusNote: note,
      version: row.version + 1,
      updatedAt: now,
      // What waited is new on the day when it can be seen.
      ...(first && { createdAt: now, reviewOn: row.reviewOn ?? reviewOn }),
    })
    .where(versionOf(row))
    .returning({ id: resources.id });
  if (done.length === 0) return false;
  if (first) await recordMentions(tx, row.communityId, { type: 'resource', id: row.id }, row.description);
  if (first) await announce(tx, row, summary);
  else await recordChange(tx, row.communityId, { type: 'resource', id: row.id });
  return true;
}

/** It is still right. */
export async function reviewResource(
  tx: Db,
  { id, communityId }: Pick<ResourceRow, 'id' | 'communityId'>,
  { actorId, now, on }: { actorId: string; now: Date; on: string | null },
): Promise<void> {
  await tx.update(resources).set({ reviewedAt: now, reviewedById: actorId, reviewOn: on }).where(eq(resources.id, id));
  await deleteActivity(tx, { type: 'reviewed', objectId: id });
  await recordActivity(tx, { communityId, type: 'reviewed', actorId, object: { type: 'resource', id } });
}

/** Who looks after it from now on; whoever takes it over is reminded, so it gets a day for that where it has none. */
export async function setSteward(
  tx: Db,
  { id, communityId, reviewOn }: Pick<ResourceRow, 'id' | 'communityId' | 'reviewOn'>,
  stewardId: string | null,
  next: string,
): Promise<void> {
  await tx
    .update(resources)
    .set({ stewardId, ...(stewardId !== null && reviewOn === null && { reviewOn: next }) })
    .where(eq(resources.id, id));
  await recordChange(tx, communityId, { type: 'resource', id });
}

/** Stands for it by name, or says anew why. Lock the resource's row before. */
export async function endorse(
  tx: Db,
  { id, communityId }: Pick<ResourceRow, 'id' | 'communityId'>,
  memberId: string,
  note: string,
): Promise<void> {
  const is = and(eq(endorsements.resourceId, id), eq(endorsements.memberId, memberId));
  const again = await tx.update(endorsements).set({ note }).where(is).returning({ id: endorsements.resourceId });
  const object = { type: 'resource', id } as const;
  if (again.length > 0) return recordChange(tx, communityId, object);
  await tx.insert(endorsements).values({ resourceId: id, memberId, note });
  await tx
    .update(resources)
    .set({ endorsementCount: sql`${resources.endorsementCount} + 1` })
    .where(eq(resources.id, id));
  await recordActivity(tx, { communityId, type: 'endorsed', actorId: memberId, object, summary: note || null });
}

/** Takes it back; nothing happens where there is nothing. */
export async function unendorse(tx: Db, { id, communityId }: Pick<ResourceRow, 'id' | 'communityId'>, memberId: string): Promise<void> {
  const gone = await tx
    .delete(endorsements)
    .where(and(eq(endorsements.resourceId, id), eq(endorsements.memberId, memberId)))
    .returning({ id: endorsements.resourceId });
  if (gone.length === 0) return;
  await tx
    .update(resources)
    .set({ endorsementCount: sql`${resources.endorsementCount} - 1` })
    .where(eq(resources.id, id));
  await deleteActivity(tx, { type: 'endorsed', actorId: memberId, objectId: id });
  await recordChange(tx, communityId, { type: 'resource', id });
}

/** Holds the row until the transaction ends, so that what is counted on it comes one by one. */
export async function lockResource(tx: Db, id: string): Promise<void> {
  await tx.select({ id: resources.id }).from(resources).where(eq(resources.id, id)).for('update');
}
