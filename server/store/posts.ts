import { and, eq, getTableColumns, isNull } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { retellActivities } from './activities.js';
import { attachFiles } from './attachments.js';
import { deleteActivitiesOf, recordActivity, recordChange } from './changes.js';
import { deleteThread } from './comments.js';
import type { Db } from './database.js';
import { recordMentions } from './mentions.js';
import { linkOf } from './post-links.js';
import { recordRevision, type RevisionState } from './revisions.js';
import { members, posts } from './schema.js';

const shown = {
  ...getTableColumns(posts),
  author: { id: members.id, name: members.name, avatarUrl: members.avatarUrl, url: members.url, demo: members.demo },
};
const select = (db: Db) => db.select(shown).from(posts).leftJoin(members, eq(members.id, posts.authorId));
export type PostRow = Awaited<ReturnType<typeof select>>[number];
type Version = Pick<PostRow, 'id' | 'communityId' | 'version'>;

const still = (row: Version) => and(eq(posts.id, row.id), eq(posts.version, row.version), isNull(posts.deletedAt));

export async function findPost(db: Db, communityId: string, id: string): Promise<PostRow | undefined> {
  const [row] = await select(db).where(and(eq(posts.communityId, communityId), eq(posts.id, id), isNull(posts.deletedAt)));
  return row;
}

export type NewPost = Pick<PostRow, 'communityId' | 'title' | 'body' | 'url' | 'topics' | 'linkPreview'> & { authorId: string };
/** @throws Problem invalid where a file isn’t the author’s own, fresh upload */
export async function addPost(tx: Db, { files, ...post }: NewPost & { files: string[] }, summary: string): Promise<string> {
  const id = uuidv7();
  await tx.insert(posts).values({ id, ...post, link: linkOf(post) });
  await attachFiles(tx, { communityId: post.communityId, type: 'post', id }, post.authorId, files);
  await recordMentions(tx, post.communityId, { type: 'post', id }, post.body);
  await recordActivity(tx, {
    communityId: post.communityId,
    type: 'posted',
    actorId: post.authorId,
    object: { type: 'post', id },
    summary,
  });
  return id;
}

/** Its author alone edits it. */
const stateOf = ({ version, authorId, title, body }: PostRow, at: Date): RevisionState => ({
  version,
  editorId: authorId,
  at,
  content: { ...(title !== null && { title }), body },
});

/** @param summary the start of the text, for the feed. @returns false where the version is no longer the one given */
export async function editPost(
  tx: Db,
  row: PostRow,
  { files, ...change }: Partial<Pick<PostRow, 'title' | 'body' | 'linkPreview'>> & { files?: string[] | undefined },
  summary: string,
): Promise<boolean> {
  const now = new Date();
  // Whether its link has a card is no part of what was written.
  const rewritten = change.title !== undefined || change.body !== undefined || files !== undefined;
  const editedAt = rewritten ? now : row.editedAt;
  const done = await tx
    .update(posts)
    .set({ ...change, link: linkOf({ ...row, ...change }, row.link), version: row.version + 1, updatedAt: now, editedAt })
    .where(still(row))
    .returning({ id: posts.id });
  if (done.length === 0) return false;
  const object = { type: 'post', id: row.id } as const;
  if (rewritten)
    await recordRevision(tx, row.communityId, object, stateOf(row, row.editedAt ?? row.createdAt), {
      ...stateOf({ ...row, ...change }, now),
      version: row.version + 1,
    });
  if (files) await attachFiles(tx, { communityId: row.communityId, ...object }, row.authorId ?? '', files);
  if (change.body !== undefined) await recordMentions(tx, row.communityId, object, change.body);
  await retellActivities(tx, row.id, summary);
  await recordChange(tx, row.communityId, object);
  return true;
}

/** Takes its comments and activities along. @returns false where the version is no longer the one given */
export async function deletePost(tx: Db, row: Version): Promise<boolean> {
  const done = await tx
    .update(posts)
    .set({ deletedAt: new Date(), version: row.version + 1 })
    .where(still(row))
    .returning({ id: posts.id });
  if (done.length === 0) return false;
  await attachFiles(tx, { communityId: row.communityId, type: 'post', id: row.id }, '', []);
  await deleteThread(tx, row.id);
  await deleteActivitiesOf(tx, [row.id]);
  await recordChange(tx, row.communityId, { type: 'post', id: row.id });
  return true;
}
