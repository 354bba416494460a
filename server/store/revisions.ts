import { and, desc, eq, lt, sql, type SQL } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { decodeCursor, encodeCursor, pageOfRows } from './cursor.js';
import { rows, type Db } from './database.js';
import { hiddenIn } from './hidden.js';
import { members, revisions, type REVISION_ACTS, type RevisionContent } from './schema.js';

export type RevisionAct = (typeof REVISION_ACTS)[number];
export interface RevisionObject {
  type: 'question' | 'answer' | 'resource' | 'post';
  id: string;
}
/** One state of a text: its version, who wrote it (null: unknown), when, and the texts. */
export interface RevisionState {
  version: number;
  editorId: string | null;
  at: Date;
  content: RevisionContent;
  act?: RevisionAct | null;
  note?: string | null;
}
export type { RevisionContent };

/**
 * Keeps a state and the one before it. Every writer of a text calls it in the transaction of the edit, while it holds the row:
 * `before` is what stood there (its editor is the author where it was never edited), `after` what stands there now.
 */
export async function recordRevision(
  tx: Db,
  communityId: string,
  object: RevisionObject,
  before: RevisionState,
  after: RevisionState,
): Promise<void> {
  const row = ({ at, act = null, note = null, ...state }: RevisionState) => ({
    ...state,
    id: uuidv7(),
    communityId,
    objectType: object.type,
    objectId: object.id,
    act,
    note,
    createdAt: at,
  });
  // A version may have come without a new text, such as by a new status: the state before it stands there already.
  const [newest] = await rows<{ same: boolean }>(
    tx,
    sql`select content - 'merged' = ${JSON.stringify(before.content)}::jsonb as same from revisions where object_id = ${object.id} order by version desc limit 1`,
  );
  await tx
    .insert(revisions)
    .values(newest?.same ? [row(after)] : [row(before), row(after)])
    .onConflictDoNothing();
}

const editor = { id: members.id, name: members.name, avatarUrl: members.avatarUrl, url: members.url, demo: members.demo };
const select = (db: Db) =>
  db.select({ revision: revisions, editor }).from(revisions).leftJoin(members, eq(members.id, revisions.editorId)).$dynamic();
export type RevisionRow = Awaited<ReturnType<typeof select>>[number];

/** The states of one text, newest first. */
export async function listRevisions(
  db: Db,
  communityId: string,
  object: RevisionObject,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ rows: RevisionRow[]; nextCursor: string | null }> {
  const after = decodeCursor(cursor, 'revisions', ['number']);
  const found = await select(db)
    .where(
      and(
        eq(revisions.communityId, communityId),
        eq(revisions.objectType, object.type),
        eq(revisions.objectId, object.id),
        after && lt(revisions.version, Number(after[0])),
      ),
    )
    .orderBy(desc(revisions.version))
    .limit(limit + 1);
  return pageOfRows(found, limit, ({ revision }) => encodeCursor('revisions', [revision.version]));
}

/** The newest state with such an act, for what is undone. */
export async function lastAct(db: Db, objectId: string, act: RevisionAct): Promise<RevisionContent | undefined> {
  const [row] = await db
    .select({ content: revisions.content })
    .from(revisions)
    .where(and(eq(revisions.objectId, objectId), eq(revisions.act, act)))
    .orderBy(desc(revisions.version))
    .limit(1);
  return row?.content;
}

/** Who the text belongs to, and whom its thread must not name. */
export interface RevisionScope {
  authorId: string | null;
  /** Those in the thread whose names are not shown to members. */
  hiddenIds: string[];
  /** Seen by everyone, and not just by its author and stewards. */
  open: boolean;
}

/** The text behind some revisions; undefined where it is not there, or no longer. */
export async function scopeOf(db: Db, communityId: string, { type, id }: RevisionObject): Promise<RevisionScope | undefined> {
  const hidden = (question: SQL) => sql`${hiddenIn(question)} as "hiddenIds"`;
  const where = sql`where o.id = ${id} and o.community_id = ${communityId} and o.deleted_at is null`;
  const none = sql`'{}'::text[] as "hiddenIds"`;
  const query = {
    question: sql`select o.author_id as "authorId", true as open, ${hidden(sql`o.id`)} from questions o ${where}`,
    answer: sql`select o.author_id as "authorId", true as open, ${hidden(sql`q.id`)} from answers o join questions q on q.id = o.question_id and q.deleted_at is null ${where}`,
    resource: sql`select o.author_id as "authorId", o.status in ('published', 'obsolete') as open, ${none} from resources o ${where}`,
    post: sql`select o.author_id as "authorId", true as open, ${none} from posts o ${where}`,
  }[type];
  const [row] = await rows<RevisionScope>(db, query);
  return row;
}
