import { and, asc, desc, eq, gt, inArray, isNotNull, lte, ne, or, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { z } from '@hono/zod-openapi';
import type { Activity, ActivityType, Reaction, ReactionKind } from '../contract/activities.js';
import { recordChange, type ObjectKey } from './changes.js';
import { concernsOf } from './concerns.js';
import { decodeCursor, encodeCursor, isUuid, pageOfRows } from './cursor.js';
import type { Db } from './database.js';
import { membersIn } from './groups.js';
import { hiddenIn } from './hidden.js';
import type { Reader } from './members.js';
import { titlesOf } from './objects.js';
import { cardsOf, type LinkView } from './post-links.js';
import { activities, follows, members, mentions, posts, reactions } from './schema.js';

export type ActivityView = z.infer<typeof Activity>;
type Kind = z.infer<typeof ReactionKind>;

const actor = alias(members, 'actor');
/** Those whom the feed does not name in what it tells of a thread. */
const hidden = hiddenIn(sql`${activities.objectId}, ${activities.targetId}`);
const isHidden = sql`(${activities.actorId}::text = any(${hidden}))`;
const columns = {
  id: activities.id,
  type: activities.type,
  published: activities.published,
  objectType: activities.objectType,
  objectId: activities.objectId,
  targetType: activities.targetType,
  targetId: activities.targetId,
  summary: activities.summary,
  source: activities.source,
  hiddenIds: hidden,
  actor: { id: actor.id, name: actor.name, avatarUrl: actor.avatarUrl, url: actor.url, demo: actor.demo },
};
const select = (db: Db) => db.select(columns).from(activities).leftJoin(actor, eq(actor.id, activities.actorId));
type Row = Awaited<ReturnType<typeof select>>[number];

const objectOf = (row: Row): ObjectKey => ({ type: row.objectType, id: row.objectId });
const targetOf = (row: Row): ObjectKey | null => (row.targetType && row.targetId ? { type: row.targetType, id: row.targetId } : null);
const named = (key: ObjectKey) => `${key.type}:${key.id}`;

export interface ActivityFilters {
  type?: z.infer<typeof ActivityType>[] | undefined;
  actor?: string | undefined;
  /** Who is in these groups, as far as the reader may see it. */
  group?: { names: readonly string[]; reader: Reader } | undefined;
  since?: string | undefined;
  until?: string | undefined;
  /** Ids of topics. */
  topic?: string[] | undefined;
  /** Only what names this member; null: nobody, so nothing is found. */
  mentions?: string | null | undefined;
  /** Only what this member follows; null: nobody, so nothing is found. */
  following?: string | null | undefined;
}

/** The things whose topics are among some. */
const about = (topics: SQL): SQL => {
  const things = ['questions', 'resources', 'posts'].map(
    (table) => sql`select id from ${sql.identifier(table)} where community_id = ${activities.communityId} and topics && ${topics}`,
  );
  const ids = sql`(${sql.join(things, sql` union all `)})`;
  return sql`(${activities.objectId} in ${ids} or ${activities.targetId} in ${ids})`;
};

function followedBy(communityId: string, memberId: string): SQL | undefined {
  const followed = (type: 'question' | 'topic' | 'member') =>
    sql`(select ${follows.objectId} from ${follows} where ${follows.communityId} = ${communityId} and ${follows.memberId} = ${memberId} and ${follows.objectType} = ${type})`;
  return or(
    sql`(${activities.actorId}::text in ${followed('member')} and not ${isHidden})`,
    sql`${activities.objectId}::text in ${followed('question')}`,
    sql`${activities.targetId}::text in ${followed('question')}`,
    about(sql`array${followed('topic')}`),
  );
}
const naming = (memberId: string): SQL =>
  sql`${activities.objectId} in (select ${mentions.objectId} from ${mentions} where ${mentions.memberId} = ${memberId})`;

/** What narrows the feed, as conditions; undefined where nothing can be found. */
function conditionsOf(communityId: string, filters: ActivityFilters): (SQL | undefined)[] | undefined {
  const { actor, following, group, mentions: named, since, topic, type, until } = filters;
  if (named === null || following === null || (actor !== undefined && !isUuid(actor))) return undefined;
  return [
    eq(activities.communityId, communityId),
    type && inArray(activities.type, type),
    // What is kept from view is not found by who did it either.
    actor === undefined ? undefined : sql`${activities.actorId} = ${actor} and not ${isHidden}`,
    group && sql`${activities.actorId} in ${membersIn(communityId, group.names, group.reader)} and not ${isHidden}`,
    since === undefined ? undefined : gt(activities.published, new Date(since)),
    until === undefined ? undefined : lte(activities.published, new Date(until)),
    topic &&
      about(
        sql`array[${sql.join(
          topic.map((id) => sql`${id}`),
          sql`, `,
        )}]::text[]`,
      ),
    named === undefined ? undefined : naming(named),
    following === undefined ? undefined : followedBy(communityId, following),
  ];
}

/** The feed, newest first. */
export async function listActivities(
  db: Db,
  communityId: string,
  viewer: string | null,
  { filters, cursor, limit }: { filters: ActivityFilters; cursor?: string | undefined; limit: number },
): Promise<{ items: ActivityView[]; nextCursor: string | null; total: null }> {
  const after = decodeCursor(cursor, 'newest', ['time', 'id']);
  const narrowed = conditionsOf(communityId, filters);
  if (!narrowed) return { items: [], nextCursor: null, total: null };
  const conditions: (SQL | undefined)[] = [
    ...narrowed,
    after && sql`(${activities.published}, ${activities.id}) < (${String(after[0])}::timestamptz, ${String(after[1])}::uuid)`,
  ];
  const found = await select(db)
    .where(and(...conditions))
    .orderBy(desc(activities.published), desc(activities.id))
    .limit(limit + 1);
  const page = pageOfRows(found, limit, (last) => encodeCursor('newest', [last.published.toISOString(), last.id]));
  const views = await viewsOf(db, page.rows, new Set(viewer === null ? [] : [viewer]));
  return { items: page.rows.flatMap((row) => views(row.id, viewer) ?? []), nextCursor: page.nextCursor, total: null };
}

/**
 * Where the page before one begins that starts with the given act.
 * @returns a cursor; '' for the first page, null where nothing is newer
 */
export async function cursorBefore(
  db: Db,
  communityId: string,
  filters: ActivityFilters,
  { id, published }: Pick<ActivityView, 'id' | 'published'>,
  limit: number,
): Promise<string | null> {
  const newer = sql`(${activities.published}, ${activities.id}) > (${published}::timestamptz, ${id}::uuid)`;
  const found = await db
    .select({ id: activities.id, published: activities.published })
    .from(activities)
    .where(and(...(conditionsOf(communityId, filters) ?? []), newer))
    .orderBy(asc(activities.published), asc(activities.id))
    .limit(limit + 1);
  const before = found[limit];
  if (before) return encodeCursor('newest', [before.published.toISOString(), before.id]);
  return found.length ? '' : null;
}

/** Some activities by their ids, as several viewers see them; undefined for what is gone. The same object for all who see the same. */
export async function activitiesByIds(
  db: Db,
  communityId: string,
  ids: readonly string[],
  viewers: ReadonlySet<string>,
): Promise<(id: string, viewer: string | null) => ActivityView | undefined> {
  if (ids.length === 0) return () => undefined;
  const found = await select(db).where(and(eq(activities.communityId, communityId), inArray(activities.id, [...ids])));
  return viewsOf(db, found, viewers);
}

/** Titles and reactions of all rows by one query each. */
async function viewsOf(db: Db, found: readonly Row[], viewers: ReadonlySet<string>) {
  const titles = await titlesOf(
    db,
    found.flatMap((row) => [objectOf(row), targetOf(row) ?? []].flat()),
  );
  const given = await reactionsTo(
    db,
    found.map((row) => row.id),
    viewers,
  );
  const why = await concernsOf(db, found, viewers);
  const links = await linksOf(db, found);
  const common = new Map<string, ActivityView>();
  for (const row of found) {
    const object = titles.get(named(objectOf(row)));
    const target = targetOf(row);
    if (!object || (target && !titles.has(named(target)))) continue;
    common.set(row.id, {
      id: row.id,
      type: row.type,
      published: row.published.toISOString(),
      actor: row.actor && row.hiddenIds.includes(row.actor.id) ? null : row.actor,
      object,
      target: target ? (titles.get(named(target)) ?? null) : null,
      summary: row.summary,
      link: links.get(row.id) ?? null,
      reactions: (given.get(row.id) ?? []).map(({ kind, count }) => ({ kind, count, mine: false })),
      forYou: null,
      source: row.source,
    });
  }
  return (id: string, viewer: string | null): ActivityView | undefined => {
    const view = common.get(id);
    if (!view || viewer === null) return view;
    const mine = given.get(id) ?? [];
    const forYou = why(id, viewer);
    if (forYou === null && !mine.some(({ by }) => by.includes(viewer))) return view;
    return { ...view, forYou, reactions: mine.map(({ kind, count, by }) => ({ kind, count, mine: by.includes(viewer) })) };
  };
}

/** The cards of messages, by act. */
async function linksOf(db: Db, found: readonly Row[]): Promise<Map<string, LinkView | null>> {
  const sent = found.filter(({ type, objectType }) => type === 'posted' && objectType === 'post');
  if (sent.length === 0) return new Map();
  const ids = sent.map(({ objectId }) => objectId);
  const linking = await db
    .select({ id: posts.id, communityId: posts.communityId, link: posts.link, linkPreview: posts.linkPreview })
    .from(posts)
    .where(and(inArray(posts.id, ids), isNotNull(posts.link), posts.linkPreview));
  const cards = await cardsOf(db, linking[0]?.communityId ?? '', linking);
  const byPost = new Map(linking.map(({ id }, i) => [id, cards[i] ?? null]));
  return new Map(sent.map(({ id, objectId }) => [id, byPost.get(objectId) ?? null]));
}

interface Given extends Omit<z.infer<typeof Reaction>, 'mine'> {
  /** Which of the viewers gave it. */
  by: string[];
}

async function reactionsTo(db: Db, ids: readonly string[], viewers: ReadonlySet<string>): Promise<Map<string, Given[]>> {
  if (ids.length === 0) return new Map();
  const among = viewers.size > 0 ? inArray(reactions.memberId, [...viewers]) : sql`false`;
  const found = await db
    .select({
      activityId: reactions.activityId,
      kind: reactions.kind,
      count: sql<number>`count(*)::int`,
      by: sql<string[]>`coalesce(array_agg(${reactions.memberId}::text) filter (where ${among}), '{}')`,
    })
    .from(reactions)
    .where(inArray(reactions.activityId, [...ids]))
    .groupBy(reactions.activityId, reactions.kind)
    .orderBy(reactions.kind);
  const byActivity = new Map<string, Given[]>();
  for (const { activityId, ...given } of found) byActivity.set(activityId, [...(byActivity.get(activityId) ?? []), given]);
  return byActivity;
}

/**
 * Gives or takes back a reaction, once per person and kind however often it is sent.
 * @returns the activity; undefined where there is none
 */
export async function setReaction(
  tx: Db,
  communityId: string,
  memberId: string,
  { activityId, kind, given }: { activityId: string; kind: Kind; given: boolean },
): Promise<ActivityView | undefined> {
  if (!isUuid(activityId)) return undefined;
  const [activity] = await tx
    .select({ type: activities.objectType, id: activities.objectId })
    .from(activities)
    .where(and(eq(activities.communityId, communityId), eq(activities.id, activityId)));
  if (!activity) return undefined;
  const row = { activityId, memberId, kind };
  const changed = given
    ? await tx.insert(reactions).values(row).onConflictDoNothing().returning({ kind: reactions.kind })
    : await tx
        .delete(reactions)
        .where(and(eq(reactions.activityId, activityId), eq(reactions.memberId, memberId), eq(reactions.kind, kind)))
        .returning({ kind: reactions.kind });
  const view = await activitiesByIds(tx, communityId, [activityId], new Set([memberId]));
  if (changed.length > 0) await recordChange(tx, communityId, activity);
  return view(activityId, memberId);
}

/** After an edit the feed no longer quotes what was written before. How somebody used it is that person's text, and stays. */
export async function retellActivities(tx: Db, objectId: string, summary: string): Promise<void> {
  await tx
    .update(activities)
    .set({ summary })
    .where(and(eq(activities.objectId, objectId), ne(activities.type, 'used')));
}

/** The same where a member tells anew how it went. */
export async function retellUse(tx: Db, objectId: string, memberId: string, summary: string | null): Promise<void> {
  await tx
    .update(activities)
    .set({ summary })
    .where(and(eq(activities.objectId, objectId), eq(activities.type, 'used'), eq(activities.actorId, memberId)));
}
