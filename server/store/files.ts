import { createHash } from 'node:crypto';
import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { Problem, invalidField } from '../problem.js';
import type { Db } from './database.js';
import { attachments, fileBytes, files, resources } from './schema.js';

export type FileRow = Pick<typeof files.$inferSelect, 'id' | 'name' | 'type' | 'size' | 'createdAt'>;
const shown = { id: files.id, name: files.name, type: files.type, size: files.size, createdAt: files.createdAt };
/** A text came with it, which everybody may read. */
const attached = sql`exists (select from ${attachments} where ${attachments.fileId} = ${files.id})`;
/** Something of the community has it. */
const claimed = sql`(exists (select from ${resources} where ${resources.fileId} = ${files.id}) or ${attached})`;

/** Uploads of a member that nothing has yet: more than these are no draft, but a way to fill the disk. */
const MOST_WAITING = 50;

/** @throws Problem too-many-requests while too many of the member's uploads wait for something that has them */
export async function addFile(
  tx: Db,
  file: { communityId: string; memberId: string; name: string; type: string; bytes: Uint8Array },
): Promise<FileRow> {
  const { bytes, ...rest } = file;
  const theirs = and(eq(files.communityId, file.communityId), eq(files.memberId, file.memberId));
  if ((await tx.$count(files, and(theirs, sql`not ${claimed}`))) >= MOST_WAITING)
    throw new Problem('too-many-requests', 'Too many uploads wait to be used; what nobody uses goes within a day.');
  const id = uuidv7();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const [row] = await tx
    .insert(files)
    .values({ id, ...rest, size: bytes.byteLength, sha256 })
    .returning(shown);
  await tx.insert(fileBytes).values({ fileId: id, bytes });
  if (!row) throw new Error('The file was not written.');
  return row;
}

/**
 * A file as a reader may have it: one that a resource or a text has, or a fresh upload of the reader's own.
 * @param viewer its id is null for visitors; stewards also read what waits for them
 * @returns `forAll`: everybody may read it
 */
export async function readFile(
  db: Db,
  communityId: string,
  id: string,
  { id: memberId, steward }: { id: string | null; steward: boolean },
): Promise<(FileRow & { sha256: string; bytes: Uint8Array; forAll: boolean }) | undefined> {
  const own = memberId === null ? sql`false` : eq(files.memberId, memberId);
  const published = inArray(resources.status, ['published', 'obsolete']);
  const forAll = sql<boolean>`(exists (select from ${resources} where ${resources.fileId} = ${files.id} and ${published}) or ${attached})`;
  const [row] = await db
    .select({ ...shown, sha256: files.sha256, bytes: fileBytes.bytes, forAll })
    .from(files)
    .innerJoin(fileBytes, eq(fileBytes.fileId, files.id))
    .where(and(eq(files.communityId, communityId), eq(files.id, id), sql`(${own} or ${steward ? claimed : forAll})`));
  return row;
}

/** For what is being made: the file is the member's own, of this community, and nothing else has it. @throws Problem invalid */
export async function claimFile(tx: Db, communityId: string, memberId: string, id: string, pointer = '/fileId'): Promise<void> {
  // Locked until commit, so that two can't claim it at once. The sweep comes an hour later than the last claim.
  const fresh = gt(files.createdAt, sql`now() - interval '24 hours'`);
  const own = and(eq(files.communityId, communityId), eq(files.memberId, memberId), sql`${files.id}::text = ${id}`, fresh);
  const [row] = await tx.select({ id: files.id }).from(files).where(own).for('update');
  // Asked only now: who waited for the lock must see what its holder did.
  const [taken] = row
    ? await tx
        .select({ id: files.id })
        .from(files)
        .where(and(eq(files.id, row.id), claimed))
    : [];
  if (!row || taken) throw invalidField(pointer, 'unknown', 'Upload the file first; a file serves one thing.');
}

export async function deleteFile(tx: Db, id: string): Promise<void> {
  await tx.delete(files).where(eq(files.id, id));
}

/** Uploads that nothing has claimed within a day are gone. @returns how many */
export async function forgetUnclaimedFiles(db: Db): Promise<number> {
  const gone = await db
    .delete(files)
    .where(and(lt(files.createdAt, sql`now() - interval '25 hours'`), sql`not ${claimed}`))
    .returning({ id: files.id });
  return gone.length;
}
