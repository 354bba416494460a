import { and, inArray, sql } from 'drizzle-orm';
import type { Concern } from '../contract/activities.js';
import type { z } from '@hono/zod-openapi';
import { rows, type Db } from './database.js';
import { mentions } from './schema.js';

type Why = z.infer<typeof Concern>;
interface Act {
  id: string;
  objectId: string;
  targetId: string | null;
  actor: { id: string } | null;
}

/** Where a member may have written what an act is about. */
const WRITTEN = ['questions', 'answers', 'resources', 'posts'] as const;

/**
 * Why acts concern some of their readers: their text names them, or it is about what they wrote. Nobody's own act concerns them.
 * Two queries for all.
 */
export async function concernsOf(
  db: Db,
  acts: readonly Act[],
  viewers: ReadonlySet<string>,
): Promise<(activityId: string, viewer: string | null) => Why | null> {
  if (!acts.length || !viewers.size) return () => null;
  const objects = [...new Set(acts.map(({ objectId }) => objectId))];
  const things = [...new Set([...objects, ...acts.flatMap(({ targetId }) => targetId ?? [])])];
  const readers = [...viewers];
  const named = await db
    .select({ id: mentions.objectId, member: mentions.memberId })
    .from(mentions)
    .where(and(inArray(mentions.objectId, objects), inArray(mentions.memberId, readers)));
  const list = (ids: readonly string[]) =>
    sql.join(
      ids.map((id) => sql`${id}::uuid`),
      sql`, `,
    );
  const written = await rows<{ id: string; member: string }>(
    db,
    sql.join(
      WRITTEN.map(
        (table) =>
          sql`select id, author_id as member from ${sql.identifier(table)} where id in (${list(things)}) and author_id in (${list(readers)})`,
      ),
      sql` union all `,
    ),
  );
  const pairs = (found: readonly { id: string; member: string }[]) => new Set(found.map(({ id, member }) => `${id} ${member}`));
  const [mentioned, owned] = [pairs(named), pairs(written)];
  const byId = new Map(acts.map((act) => [act.id, act]));
  return (activityId, viewer) => {
    const act = byId.get(activityId);
    if (!act || viewer === null || act.actor?.id === viewer) return null;
    if (mentioned.has(`${act.objectId} ${viewer}`)) return 'mention';
    return owned.has(`${act.objectId} ${viewer}`) || owned.has(`${act.targetId} ${viewer}`) ? 'yours' : null;
  };
}
