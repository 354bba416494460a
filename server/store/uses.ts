import { and, desc, eq, inArray, isNull, lt, or, sql, type SQL } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { z } from '@hono/zod-openapi';
import type { NewUse, UseOutcome, UseSummary } from '../contract/assessments.js';
import { retellUse } from './activities.js';
import { lockQuestionOf } from './answers.js';
import { deleteActivity, recordActivity, recordChange } from './changes.js';
import { decodeCursor, encodeCursor, pageOfRows } from './cursor.js';
import { rows, type Db } from './database.js';
import { hiddenIn } from './hidden.js';
import { answers, members, questions, resources, uses } from './schema.js';

type Outcome = z.infer<typeof UseOutcome>;
type Summary = z.infer<typeof UseSummary>;
export type UseObject = { type: 'answer' | 'resource'; id: string };
export interface UseCounts {
  usesWorked: number;
  usesAdapted: number;
  usesFailed: number;
}
export interface UseContext {
  outcome: Outcome;
  context: string;
}
export type UseContexts = ReadonlyMap<string, UseContext[]>;

const COLUMNS = { worked: 'usesWorked', adapted: 'usesAdapted', failed: 'usesFailed' } as const satisfies Record<Outcome, keyof UseCounts>;
const SHOWN_CONTEXTS = 3;

export const useSummary = (counts: UseCounts, contexts: UseContext[] = []): Summary => ({
  total: counts.usesWorked + counts.usesAdapted + counts.usesFailed,
  worked: counts.usesWorked,
  adapted: counts.usesAdapted,
  failed: counts.usesFailed,
  contexts,
});

const hasUses = (row: UseCounts) => row.usesWorked + row.usesAdapted + row.usesFailed > 0;

/** The three newest contexts of each answer or resource, by its id. */
export function contextsOf(db: Db, objects: readonly (UseCounts & { id: string })[]): Promise<UseContexts> {
  return newestContexts(
    db,
    objects,
    (ids) => sql`select object_id as key, outcome, context, created_at, id from uses where object_id in (${ids}) and context <> ''`,
  );
}

/** The same of each question, over all its answers. */
export function contextsOfQuestions(db: Db, asked: readonly (UseCounts & { id: string })[]): Promise<UseContexts> {
  return newestContexts(
    db,
    asked,
    (ids) => sql`
      select a.question_id as key, u.outcome, u.context, u.created_at, u.id from uses u join answers a on a.id = u.object_id
      where a.question_id in (${ids}) and a.deleted_at is null and u.context <> ''`,
  );
}

async function newestContexts(db: Db, objects: readonly (UseCounts & { id: string })[], query: (ids: SQL) => SQL): Promise<UseContexts> {
  const ids = objects.filter(hasUses).map(({ id }) => sql`${id}::uuid`);
  const contexts = new Map<string, UseContext[]>();
  if (ids.length === 0) return contexts;
  const found = await rows<UseContext & { key: string }>(
    db,
    sql`select key, outcome, context from (
        select *, row_number() over (partition by key order by created_at desc, id desc) as place from (${query(sql.join(ids, sql`, `))}) as given
      ) as placed where place <= ${SHOWN_CONTEXTS} order by key, place`,
  );
  for (const { key, outcome, context } of found) contexts.set(key, [...(contexts.get(key) ?? []), { outcome, context }]);
  return contexts;
}

/** What a member said about each object, by its id. */
export async function usesOf(db: Db, memberId: string | undefined, objectIds: readonly string[]): Promise<Map<string, UseContext>> {
  if (memberId === undefined || objectIds.length === 0) return new Map();
  const found = await db
    .select({ objectId: uses.objectId, outcome: uses.outcome, context: uses.context })
    .from(uses)
    .where(and(eq(uses.memberId, memberId), inArray(uses.objectId, [...objectIds])));
  return new Map(found.map(({ objectId, ...use }) => [objectId, use]));
}

interface Change {
  communityId: string;
  memberId: string;
  object: UseObject;
}

/** Tells how it went, or tells it anew; the counters of the object (and of its question) follow. Lock the object's row before. */
export async function putUse(tx: Db, { communityId, memberId, object }: Change, use: z.infer<typeof NewUse>): Promise<void> {
  const before = await mine(tx, memberId, object.id);
  // Told anew, it is looked at anew.
  if (before)
    await tx
      .update(uses)
      .set({ ...use, attendedAt: null })
      .where(eq(uses.id, before.id));
  else await tx.insert(uses).values({ id: uuidv7(), communityId, objectType: object.type, objectId: object.id, memberId, ...use });
  await count(tx, object, use.outcome, before?.outcome);
  // Where it did not work, whoever looks after it has a look.
  if (object.type === 'resource' && use.outcome === 'failed' && before?.outcome !== 'failed')
    await tx
      .update(resources)
      .set({ reviewOn: sql`least(coalesce(${resources.reviewOn}, current_date), current_date)` })
      .where(eq(resources.id, object.id));
  // Who has said how the answer went that they accepted is not asked for it, also when they take it back.
  await tx
    .update(questions)
    .set({ unremindedAt: sql`now()` })
    .where(and(eq(questions.acceptedAnswerId, object.id), eq(questions.authorId, memberId)));
  if (before) {
    await retellUse(tx, object.id, memberId, use.context || null);
    await recordChange(tx, communityId, object);
  } else
    await recordActivity(tx, {
      communityId,
      type: 'used',
      actorId: memberId,
      object,
      target: await questionOf(tx, object),
      summary: use.context || null,
    });
}

/** Takes it back; nothing happens where there is nothing. */
export async function deleteUse(tx: Db, { communityId, memberId, object }: Change): Promise<void> {
  const before = await mine(tx, memberId, object.id);
  if (!before) return;
  await tx.delete(uses).where(eq(uses.id, before.id));
  await count(tx, object, undefined, before.outcome);
  await deleteActivity(tx, { type: 'used', actorId: memberId, objectId: object.id });
  await recordChange(tx, communityId, object);
}

async function mine(tx: Db, memberId: string, objectId: string) {
  const [row] = await tx
    .select({ id: uses.id, outcome: uses.outcome })
    .from(uses)
    .where(and(eq(uses.objectId, objectId), eq(uses.memberId, memberId)));
  return row;
}

async function questionOf(tx: Db, object: UseObject): Promise<{ type: 'question'; id: string } | null> {
  if (object.type !== 'answer') return null;
  const [row] = await tx.select({ id: answers.questionId }).from(answers).where(eq(answers.id, object.id));
  return row ? { type: 'question', id: row.id } : null;
}

async function count(tx: Db, object: UseObject, added: Outcome | undefined, removed: Outcome | undefined): Promise<void> {
  if (added === removed) return;
  const change = (table: typeof answers | typeof resources | typeof questions) => ({
    ...(added && { [COLUMNS[added]]: sql`${table[COLUMNS[added]]} + 1` }),
    ...(removed && { [COLUMNS[removed]]: sql`${table[COLUMNS[removed]]} - 1` }),
  });
  if (object.type === 'resource') {
    await tx.update(resources).set(change(resources)).where(eq(resources.id, object.id));
    return;
  }
  const [answer] = await tx
    .update(answers)
    .set(change(answers))
    .where(eq(answers.id, object.id))
    .returning({ questionId: answers.questionId });
  if (answer) await tx.update(questions).set(change(questions)).where(eq(questions.id, answer.questionId));
}

/** Is there such an answer or resource in the community? */
export async function isUsable(db: Db, communityId: string, object: UseObject): Promise<boolean> {
  const table = object.type === 'answer' ? answers : resources;
  const open = object.type === 'answer' ? undefined : inArray(resources.status, ['published', 'obsolete']);
  return (await db.$count(table, and(eq(table.id, object.id), eq(table.communityId, communityId), isNull(table.deletedAt), open))) > 0;
}

/** The row that uses are counted on, held until the transaction ends; undefined: not there, or gone. */
export async function lockUsable(tx: Db, communityId: string, object: UseObject): Promise<UsableRow | undefined> {
  if (object.type === 'answer') {
    await lockQuestionOf(tx, object.id);
    const [row] = await tx
      .select({ authorId: answers.authorId })
      .from(answers)
      .where(and(eq(answers.id, object.id), eq(answers.communityId, communityId), isNull(answers.deletedAt)))
      .for('update');
    return row && { ...row, status: 'published', stewardId: null, complete: true, change: null };
  }
  const [row] = await tx
    .select({ authorId: resources.authorId, status: resources.status, stewardId: resources.stewardId })
    .from(resources)
    .where(and(eq(resources.id, object.id), eq(resources.communityId, communityId), isNull(resources.deletedAt)))
    .for('update');
  return row && { ...row, complete: true, change: null };
}

/** What the policy asks of it. */
export interface UsableRow {
  authorId: string | null;
  status: 'published' | 'proposed' | 'draft' | 'obsolete';
  stewardId: string | null;
  complete: boolean;
  change: null;
}

/** All uses of an object, summed up. */
export async function summarise(db: Db, object: UseObject): Promise<Summary> {
  const table = object.type === 'answer' ? answers : resources;
  const counts = { id: table.id, usesWorked: table.usesWorked, usesAdapted: table.usesAdapted, usesFailed: table.usesFailed };
  const [row] = await db.select(counts).from(table).where(eq(table.id, object.id));
  return row ? useSummary(row, (await contextsOf(db, [row])).get(row.id)) : useSummary({ usesWorked: 0, usesAdapted: 0, usesFailed: 0 });
}

/** Who used an object, newest first. */
export async function listUses(
  db: Db,
  communityId: string,
  object: UseObject,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const after = decodeCursor(cursor, 'uses', ['time', 'id']);
  const found = await db
    .select({
      use: uses,
      member: { id: members.id, name: members.name, avatarUrl: members.avatarUrl, url: members.url, demo: members.demo },
      hiddenIds: hiddenIn(sql`select a.question_id from answers a where a.id = ${uses.objectId}`),
    })
    .from(uses)
    .leftJoin(members, eq(members.id, uses.memberId))
    .where(
      and(
        eq(uses.communityId, communityId),
        eq(uses.objectId, object.id),
        after &&
          or(
            lt(uses.createdAt, new Date(String(after[0]))),
            and(eq(uses.createdAt, new Date(String(after[0]))), lt(uses.id, String(after[1]))),
          ),
      ),
    )
    .orderBy(desc(uses.createdAt), desc(uses.id))
    .limit(limit + 1);
  return pageOfRows(found, limit, ({ use }) => encodeCursor('uses', [use.createdAt.toISOString(), use.id]));
}
