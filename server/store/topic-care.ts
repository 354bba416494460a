import { and, eq, inArray, isNotNull, notInArray, sql, type SQL } from 'drizzle-orm';
import { rows, type Db } from './database.js';
import { topicAliases, topics, type TopicMergeRecord } from './schema.js';
import { topicId } from './topic-id.js';

export interface TopicDetail {
  id: string;
  label: string;
  aliases: string[];
}

export async function findTopic(db: Db, communityId: string, id: string): Promise<TopicDetail | undefined> {
  const [topic] = await db
    .select({ id: topics.id, label: topics.label })
    .from(topics)
    .where(and(eq(topics.communityId, communityId), eq(topics.id, id)));
  if (!topic) return undefined;
  const aliases = await db
    .select({ label: topicAliases.label })
    .from(topicAliases)
    .where(and(eq(topicAliases.communityId, communityId), eq(topicAliases.topicId, id)))
    .orderBy(topicAliases.label);
  return { ...topic, aliases: aliases.map(({ label }) => label) };
}

/** Ids of topics, where an id may be another word for one; unknown ones stay as they are. */
export async function meantIds(db: Db, communityId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const found = await db
    .select({ id: topicAliases.id, topicId: topicAliases.topicId })
    .from(topicAliases)
    .where(and(eq(topicAliases.communityId, communityId), inArray(topicAliases.id, [...ids])));
  const meant = new Map(found.map((alias) => [alias.id, alias.topicId]));
  return [...new Set(ids.map((id) => meant.get(id) ?? id))];
}

/** The whole list of other words of a topic. @returns the first word that is a topic of its own, where there is one: nothing is changed then */
export async function setAliases(tx: Db, communityId: string, topic: string, labels: readonly string[]): Promise<string | undefined> {
  const byId = new Map(labels.flatMap((label) => (topicId(label) && topicId(label) !== topic ? [[topicId(label), label] as const] : [])));
  const ids = [...byId.keys()];
  const [taken] = ids.length
    ? await rows<{ id: string }>(
        tx,
        sql`select id from topics where community_id = ${communityId} and id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)) limit 1`,
      )
    : [];
  if (taken) return byId.get(taken.id);
  // A word that stays keeps what it was, such as a topic that was merged.
  const others = ids.length > 0 ? notInArray(topicAliases.id, ids) : undefined;
  await tx.delete(topicAliases).where(and(eq(topicAliases.communityId, communityId), eq(topicAliases.topicId, topic), others));
  if (ids.length)
    await tx
      .insert(topicAliases)
      .values([...byId].map(([id, label]) => ({ communityId, id, label, topicId: topic })))
      .onConflictDoUpdate({ target: [topicAliases.communityId, topicAliases.id], set: { topicId: topic, label: sql`excluded.label` } });
  return undefined;
}

export async function nameTopic(tx: Db, communityId: string, id: string, label: string): Promise<void> {
  await tx
    .update(topics)
    .set({ label })
    .where(and(eq(topics.communityId, communityId), eq(topics.id, id)));
}

/** Where topics stand, each in a list of ids. */
const COLUMNS = [
  ['questions', 'topics'],
  ['resources', 'topics'],
  ['posts', 'topics'],
  ['members', 'topics'],
  ['members', 'offers'],
  ['members', 'needs'],
] as const;

/** Moves everything from one topic to another in the transaction of the caller; the old id and its words lead to the new one. */
export async function mergeTopics(tx: Db, communityId: string, from: TopicDetail, into: string): Promise<void> {
  const merged: TopicMergeRecord = { rows: [], follows: { only: [], both: [] }, helps: [], aliases: [] };
  for (const [table, column] of COLUMNS) {
    const [t, c] = [sql.identifier(table), sql.identifier(column)];
    const both = await idsOf(
      tx,
      sql`select id from ${t} where community_id = ${communityId} and ${c} @> array[${from.id}] and ${c} @> array[${into}]`,
    );
    // Each once, in the order they stood in.
    const all = await idsOf(
      tx,
      sql`update ${t} set ${c} = (
        select array_agg(id order by place) from (
          select id, min(place) as place from unnest(array_replace(${c}, ${from.id}, ${into})) with ordinality as each(id, place) group by id) as those)
      where community_id = ${communityId} and ${c} @> array[${from.id}] returning id`,
    );
    const had = new Set(both);
    if (all.length > 0) merged.rows.push({ table, column, both, only: all.filter((id) => !had.has(id)) });
  }
  const follow = sql`community_id = ${communityId} and object_type = 'topic' and object_id = ${from.id}`;
  merged.follows.only = await idsOf(
    tx,
    sql`insert into follows (community_id, member_id, object_type, object_id, created_at)
    select community_id, member_id, object_type, ${into}, created_at from follows where ${follow} on conflict do nothing returning member_id as id`,
  );
  const followed = await idsOf(tx, sql`delete from follows where ${follow} returning member_id as id`);
  merged.follows.both = followed.filter((id) => !merged.follows.only.includes(id));
  merged.helps = await idsOf(
    tx,
    sql`update help_requests set reason = jsonb_set(reason, '{topic}', to_jsonb(${into}::text))
    where community_id = ${communityId} and reason ->> 'topic' = ${from.id} returning id`,
  );
  merged.aliases = await idsOf(
    tx,
    sql`update topic_aliases set topic_id = ${into} where community_id = ${communityId} and topic_id = ${from.id} returning id`,
  );
  await tx.execute(sql`delete from topics where community_id = ${communityId} and id = ${from.id}`);
  const alias = { communityId, id: from.id, label: from.label, topicId: into, merged };
  await tx.insert(topicAliases).values(alias).onConflictDoNothing();
}

const idsOf = async (tx: Db, query: SQL): Promise<string[]> => (await rows<{ id: string }>(tx, query)).map(({ id }) => id);
const among = (ids: readonly string[]): SQL => sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;

/**
 * Takes a merged topic out again: what had it has it again, as far as it still has the topic it went into; what was written since stays there.
 * @returns false where it was not merged, or no longer tells what came along
 */
export async function unmergeTopic(tx: Db, communityId: string, id: string): Promise<boolean> {
  const [alias] = await tx
    .delete(topicAliases)
    .where(and(eq(topicAliases.communityId, communityId), eq(topicAliases.id, id), isNotNull(topicAliases.merged)))
    .returning();
  if (!alias?.merged) return false;
  const { topicId: into, label, merged } = alias;
  await tx.insert(topics).values({ communityId, id, label }).onConflictDoNothing();
  for (const { table, column, only, both } of merged.rows) {
    // Only where topics stand: what is read from the database names no table of its own.
    if (!COLUMNS.some(([t, c]) => t === table && c === column)) continue;
    const [t, c] = [sql.identifier(table), sql.identifier(column)];
    const still = sql`community_id = ${communityId} and ${c} @> array[${into}] and not ${c} @> array[${id}]`;
    await tx.execute(sql`update ${t} set ${c} = array_replace(${c}, ${into}, ${id}) where ${still} and id::text in ${among(only)}`);
    await tx.execute(sql`update ${t} set ${c} = array_append(${c}, ${id}) where ${still} and id::text in ${among(both)}`);
  }
  const followers = (members: readonly string[]) =>
    sql`community_id = ${communityId} and object_type = 'topic' and object_id = ${into} and member_id::text in ${among(members)}`;
  await tx.execute(sql`insert into follows (community_id, member_id, object_type, object_id, created_at)
    select community_id, member_id, object_type, ${id}, created_at from follows
    where ${followers([...merged.follows.only, ...merged.follows.both])} on conflict do nothing`);
  await tx.execute(sql`delete from follows where ${followers(merged.follows.only)}`);
  await tx.execute(sql`update help_requests set reason = jsonb_set(reason, '{topic}', to_jsonb(${id}::text))
    where community_id = ${communityId} and reason ->> 'topic' = ${into} and id::text in ${among(merged.helps)}`);
  await tx.execute(
    sql`update topic_aliases set topic_id = ${id} where community_id = ${communityId} and topic_id = ${into} and id in ${among(merged.aliases)}`,
  );
  return true;
}
