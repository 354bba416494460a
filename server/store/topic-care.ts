import { and, eq, inArray, sql } from 'drizzle-orm';
import { rows, type Db } from './database.js';
import { topicAliases, topics } from './schema.js';
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
  await tx.delete(topicAliases).where(and(eq(topicAliases.communityId, communityId), eq(topicAliases.topicId, topic)));
  if (ids.length)
    await tx
      .insert(topicAliases)
      .values([...byId].map(([id, label]) => ({ communityId, id, label, topicId: topic })))
      .onConflictDoUpdate({ target: [topicAliases.communityId, topicAliases.id], set: { topicId: topic } });
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
  for (const [table, column] of COLUMNS) {
    const [t, c] = [sql.identifier(table), sql.identifier(column)];
    // Each once, in the order they stood in.
    await tx.execute(sql`update ${t} set ${c} = (
        select array_agg(id order by place) from (
          select id, min(place) as place from unnest(array_replace(${c}, ${from.id}, ${into})) with ordinality as each(id, place) group by id) as those)
      where community_id = ${communityId} and ${c} @> array[${from.id}]`);
  }
  const follow = sql`community_id = ${communityId} and object_type = 'topic' and object_id = ${from.id}`;
  await tx.execute(sql`insert into follows (community_id, member_id, object_type, object_id, created_at)
    select community_id, member_id, object_type, ${into}, created_at from follows where ${follow} on conflict do nothing`);
  await tx.execute(sql`delete from follows where ${follow}`);
  await tx.execute(sql`update help_requests set reason = jsonb_set(reason, '{topic}', to_jsonb(${into}::text))
    where community_id = ${communityId} and reason ->> 'topic' = ${from.id}`);
  await tx.execute(sql`update topic_aliases set topic_id = ${into} where community_id = ${communityId} and topic_id = ${from.id}`);
  await tx.execute(sql`delete from topics where community_id = ${communityId} and id = ${from.id}`);
  await tx.insert(topicAliases).values({ communityId, id: from.id, label: from.label, topicId: into }).onConflictDoNothing();
}
