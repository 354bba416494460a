import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from './database.js';
import { claimFile, deleteFile, type FileRow } from './files.js';
import { attachments, files } from './schema.js';

type AttachedTo = (typeof attachments.$inferInsert)['objectType'];

/** The files of some texts, each in its order. */
export async function attachmentsOf(db: Db, objectIds: readonly string[]): Promise<Map<string, FileRow[]>> {
  const found = new Map<string, FileRow[]>();
  if (objectIds.length === 0) return found;
  const rows = await db
    .select({
      objectId: attachments.objectId,
      file: { id: files.id, name: files.name, type: files.type, size: files.size, createdAt: files.createdAt },
    })
    .from(attachments)
    .innerJoin(files, eq(files.id, attachments.fileId))
    .where(inArray(attachments.objectId, [...objectIds]))
    .orderBy(asc(attachments.position), asc(files.id));
  for (const { objectId, file } of rows) found.set(objectId, [...(found.get(objectId) ?? []), file]);
  return found;
}

/**
 * A text has these files now, in this order: new ones are the member's own fresh uploads, those it no longer has are deleted.
 * @throws Problem invalid where a file is not theirs to give
 */
export async function attachFiles(
  tx: Db,
  object: { communityId: string; type: AttachedTo; id: string },
  memberId: string,
  fileIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(fileIds)];
  const before = (await tx.select({ id: attachments.fileId }).from(attachments).where(eq(attachments.objectId, object.id))).map(
    ({ id }) => id,
  );
  for (const [i, id] of wanted.entries()) if (!before.includes(id)) await claimFile(tx, object.communityId, memberId, id, `/files/${i}`);
  for (const id of before) if (!wanted.includes(id)) await deleteFile(tx, id);
  for (const [position, fileId] of wanted.entries()) {
    if (before.includes(fileId))
      await tx
        .update(attachments)
        .set({ position })
        .where(and(eq(attachments.objectId, object.id), eq(attachments.fileId, fileId)));
    else
      await tx
        .insert(attachments)
        .values({ communityId: object.communityId, objectType: object.type, objectId: object.id, fileId, position });
  }
}
