import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from '@hono/zod-openapi';
import type { NewReport } from '../contract/reports.js';
import { recordChange, type ObjectKey } from './changes.js';
import { decodeCursor, encodeCursor, pageOfRows } from './cursor.js';
import { rows, type Db } from './database.js';
import { members, questions, reports } from './schema.js';

export type ReportText = z.infer<typeof NewReport>;

/** Questions with a report that nobody has seen to, on themselves or on what stands under them. */
export const isReported = sql`exists (select from ${reports} where ${reports.threadId} = ${questions.id} and ${reports.closedAt} is null)`;

/** The thread of what is reported; undefined where it is not there. */
export async function threadOf(
  db: Db,
  communityId: string,
  { type, id }: ReportText['object'],
): Promise<{ id: string; authorId: string | null } | undefined> {
  // What is not published yet is not there for others.
  const open = type === 'resource' ? sql` and o.status in ('published', 'obsolete')` : sql``;
  const here = sql`o.id = ${id} and o.community_id = ${communityId} and o.deleted_at is null${open}`;
  const thread = { question: 'o.id', answer: 'o.question_id', comment: 'o.thread_id', resource: 'o.id', post: 'o.id' }[type];
  const [row] = await rows<{ id: string; authorId: string | null }>(
    db,
    sql`select ${sql.raw(thread)} as id, o.author_id as "authorId" from ${sql.identifier(`${type}s`)} o where ${here}`,
  );
  return row;
}

/** Once a member and object: a second time changes the first, also one that was seen to. */
export async function putReport(
  tx: Db,
  communityId: string,
  memberId: string,
  threadId: string,
  { object, reason, note }: ReportText,
): Promise<void> {
  await tx
    .insert(reports)
    .values({ id: uuidv7(), communityId, objectType: object.type, objectId: object.id, threadId, memberId, reason, note })
    .onConflictDoUpdate({ target: [reports.objectId, reports.memberId], set: { reason, note, closedAt: null, closedById: null } });
  await recordChange(tx, communityId, { type: object.type, id: object.id });
}

const select = (db: Db) =>
  db
    .select({
      report: reports,
      member: { id: members.id, name: members.name, avatarUrl: members.avatarUrl, url: members.url, demo: members.demo },
    })
    .from(reports)
    .leftJoin(members, eq(members.id, reports.memberId))
    .$dynamic();
export type ReportRow = Awaited<ReturnType<typeof select>>[number];

/** What nobody has seen to, newest first. */
export async function listReports(
  db: Db,
  communityId: string,
  { thread, limit, cursor }: { thread?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<{ rows: ReportRow[]; nextCursor: string | null }> {
  const after = decodeCursor(cursor, 'reports', ['time', 'id']);
  const found = await select(db)
    .where(
      and(
        eq(reports.communityId, communityId),
        isNull(reports.closedAt),
        thread === undefined ? undefined : eq(reports.threadId, thread),
        after && sql`(${reports.createdAt}, ${reports.id}) < (${after[0]}::timestamptz, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(desc(reports.createdAt), desc(reports.id))
    .limit(limit + 1);
  return pageOfRows(found, limit, ({ report }) => encodeCursor('reports', [report.createdAt.toISOString(), report.id]));
}

/** A steward has seen to it, or takes that back. @returns what it was about; undefined where there is none */
export async function setReportClosed(tx: Db, communityId: string, id: string, stewardId: string | null): Promise<ObjectKey | undefined> {
  const [row] = await tx
    .update(reports)
    .set({ closedAt: stewardId === null ? null : new Date(), closedById: stewardId })
    .where(and(eq(reports.communityId, communityId), eq(reports.id, id)))
    .returning({ type: reports.objectType, id: reports.objectId });
  if (row) await recordChange(tx, communityId, row);
  return row;
}
