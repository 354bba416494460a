import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { z } from '@hono/zod-openapi';
import type { TopicRef } from '../contract/common.js';
import type { Topic } from '../contract/topics.js';
import { invalidField } from '../problem.js';
import { rows, type Db } from './database.js';
import { topicAliases, topics } from './schema.js';
import { topicId } from './topic-id.js';

export type TopicLabels = ReadonlyMap<string, string>;

/**
 * The ids of topics by their labels, each once and in the order given. A new one keeps the label as first written.
 * @param pointer the field of the request that the labels came in, such as `/topics`
 * @throws Problem invalid for a label without a letter or digit
 */
export async function ensureTopics(tx: Db, communityId: string, labels: readonly string[], pointer = '/topics'): Promise<string[]> {
  const byId = new Map<string, string>();
  labels.forEach((label, i) => {
    const id = topicId(label);
    if (!id) throw invalidField(`${pointer}/${i}`, 'no-letters', 'A topic needs a letter or a digit.');
    if (!byId.has(id)) byId.set(id, label);
  });
  if (byId.size === 0) return [];
  // Another word for a topic is that topic.
  const aliases = await tx
    .select({ id: topicAliases.id, topicId: topicAliases.topicId })
    .from(topicAliases)
    .where(and(eq(topicAliases.communityId, communityId), inArray(topicAliases.id, [...byId.keys()])));
  const meant = new Map(aliases.map((alias) => [alias.id, alias.topicId]));
  // In one order for all writers, so that two of them never wait for each other.
  const added = [...byId]
    .filter(([id]) => !meant.has(id))
    .map(([id, label]) => ({ communityId, id, label }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (added.length) await tx.insert(topics).values(added).onConflictDoNothing();
  return [...new Set([...byId.keys()].map((id) => meant.get(id) ?? id))];
}

/** The labels of all topics that some rows name, in one query. */
export async function topicLabels(db: Db, communityId: string, ids: Iterable<string>): Promise<TopicLabels> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const found = await db
    .select({ id: topics.id, label: topics.label })
    .from(topics)
    .where(and(eq(topics.communityId, communityId), inArray(topics.id, wanted)));
  const labels = new Map(found.map(({ id, label }) => [id, label]));
  const missing = wanted.filter((id) => !labels.has(id));
  if (missing.length === 0) return labels;
  // Older texts may name a topic that was merged since.
  const aliases = await db
    .select({ id: topicAliases.id, label: topicAliases.label })
    .from(topicAliases)
    .where(and(eq(topicAliases.communityId, communityId), inArray(topicAliases.id, missing)));
  return new Map([...labels, ...aliases.map(({ id, label }) => [id, label] as const)]);
}

export const topicRefs = (labels: TopicLabels, ids: readonly string[]): z.infer<typeof TopicRef>[] =>
  ids.map((id) => ({ id, label: labels.get(id) ?? id }));

/** A topic of no question and no resource is offered where its readers may read it: in a post, or in what members say of themselves to them. */
const seenOtherwise = (communityId: string, id: SQL, readers = sql`('everyone')`) => sql`(
  exists (select from posts p where p.community_id = ${communityId} and p.deleted_at is null and p.topics @> array[${id}])
  or exists (
    select from members m where m.community_id = ${communityId} and m.listed and m.joined_at is not null and (
      m.topics @> array[${id}]
      or (m.offers @> array[${id}] and coalesce(m.visibility ->> 'offers', 'everyone') in ${readers})
      or (m.needs @> array[${id}] and coalesce(m.visibility ->> 'needs', 'everyone') in ${readers}))))`;

/** Whether a topic stands where its readers may read it: what only drafts and hidden fields have is told to nobody. @param readers members, or else everyone */
export const isSeen = (communityId: string, id: SQL, readers: 'members' | 'everyone'): SQL => sql`(
  exists (select from questions q where q.community_id = ${communityId} and q.deleted_at is null and q.topics @> array[${id}])
  or exists (select from resources r where r.community_id = ${communityId} and r.deleted_at is null and r.status in ('published', 'obsolete') and r.topics @> array[${id}])
  or ${seenOtherwise(communityId, id, readers === 'members' ? sql`('everyone', 'members')` : undefined)})`;

/** Topics that are used, most used first; with `q` those that begin with it or have a word that does, then those that are written alike. */
export async function listTopics(
  db: Db,
  communityId: string,
  { q, limit }: { q?: string | undefined; limit: number },
): Promise<z.infer<typeof Topic>[]> {
  const text = (q ?? '').toLowerCase();
  const escaped = text.replace(/[\\%_]/g, '\\$&');
  const begins = sql`(lower(t.label) like ${`${escaped}%`} or lower(t.label) like ${`% ${escaped}%`} or t.id like ${`${escaped}%`})`;
  const alias = (condition: SQL) =>
    sql`exists (select from topic_aliases a where a.community_id = t.community_id and a.topic_id = t.id and ${condition})`;
  const otherwise = alias(sql`(lower(a.label) like ${`${escaped}%`} or a.id like ${`${escaped}%`})`);
  const matches = text === '' ? sql`true` : sql`(${begins} or ${otherwise} or ${text} <% lower(t.label))`;
  return rows(
    db,
    sql`with wanted as (select t.id, t.label, (${begins} or ${otherwise}) as begins from topics t where t.community_id = ${communityId} and ${matches}),
      used as (
        select topic, count(*)::int as count from (
          select unnest(topics) as topic from questions where community_id = ${communityId} and deleted_at is null
          union all
          select unnest(topics) from resources where community_id = ${communityId} and deleted_at is null and status = 'published'
        ) named group by topic
      )
      select w.id, w.label, coalesce(u.count, 0) as count,
        array(select a.label from topic_aliases a where a.community_id = ${communityId} and a.topic_id = w.id order by a.label) as aliases from wanted w left join used u on u.topic = w.id
      where ${text === '' ? sql`u.count > 0` : sql`(u.count > 0 or ${seenOtherwise(communityId, sql`w.id`)})`}
      order by w.begins desc, count desc, w.label, w.id limit ${limit}`,
  );
}

/** Topics of open questions without an answer on which nobody in the directory offers help, as far as stewards may see it; the most asked first. */
export function listUnhelped(db: Db, communityId: string, limit: number): Promise<z.infer<typeof Topic>[]> {
  return rows(
    db,
    sql`select t.id, t.label, count(*)::int as count from questions q cross join unnest(q.topics) as topic
      join topics t on t.community_id = q.community_id and t.id = topic
      where q.community_id = ${communityId} and q.deleted_at is null and q.closed_at is null and q.answer_count = 0
        and not exists (select from members m where m.community_id = q.community_id and m.listed and m.joined_at is not null and m.offers @> array[topic]
          and coalesce(m.visibility ->> 'offers', 'everyone') in ('everyone', 'members', 'stewards'))
      group by t.id, t.label order by count desc, t.label, t.id limit ${limit}`,
  );
}
