import { sql } from 'drizzle-orm';
import { rows, type Db } from '../store/database.js';
import type { Place } from './place.js';
import type { RecordOf } from './records.js';
import type { Ref, Refs } from './refs.js';
import type { Tally } from './report.js';
import { toJson } from './upsert.js';

export type MarkType = 'endorsement' | 'save' | 'follow' | 'same';
interface Item<T extends MarkType | 'collection'> {
  record: RecordOf<T>;
  at: Place | undefined;
}

/** What a collection holds, in the order of its record; it was there before, so what is there now is what the source says. */
export async function putItems(db: Db, refs: Refs, items: Item<'collection'>[]): Promise<void> {
  const values = items.flatMap(({ record }) => {
    const collection = refs.get({ type: 'collection', key: record.key })?.id;
    return record.items.flatMap(({ resource, note, addedAt }, position) => {
      const found = refs.get({ type: 'resource', key: resource });
      return collection && found && !found.deleted
        ? [{ collection_id: collection, resource_id: found.id, position, note, added_at: addedAt }]
        : [];
    });
  });
  await db.execute(
    sql`insert into collection_items (collection_id, resource_id, position, note, added_at) select collection_id, resource_id, position, note, added_at
      from jsonb_to_recordset(${toJson(values)}::jsonb) as r(collection_id uuid, resource_id uuid, position integer, note text, added_at timestamptz) on conflict do nothing`,
  );
}

type Mark = Item<MarkType>;
/** What it is about; a topic is known by its id, and has no row of its own to look up. */
function objectOf({ record }: Mark): Ref | { type: 'topic'; key: string } {
  if (record.type === 'endorsement') return { type: 'resource', key: record.resource };
  return record.type === 'same' ? { type: 'question', key: record.question } : record.object;
}
const isRef = (object: ReturnType<typeof objectOf>): object is Ref => object.type !== 'topic';

/** Rows that are identified by their member and their object alone. */
export async function putMarks(
  db: Db,
  refs: Refs,
  community: string,
  type: MarkType,
  items: Mark[],
): Promise<{ tally: Tally; skipped: { reason: string; at: Place | undefined }[] }> {
  await refs.load(items.flatMap((item): Ref[] => [...[objectOf(item)].filter(isRef), { type: 'member', key: item.record.member }]));
  const skipped: { reason: string; at: Place | undefined }[] = [];
  const values = items.flatMap((item) => {
    const named = objectOf(item);
    const object = isRef(named) ? refs.get(named) : { id: named.key, deleted: false };
    const member = refs.get({ type: 'member', key: item.record.member })?.id;
    if (object && !object.deleted && member)
      return [
        {
          object_type: named.type,
          object_id: object.id,
          member_id: member,
          note: item.record.type === 'endorsement' ? item.record.note : '',
          created_at: item.record.createdAt,
        },
      ];
    skipped.push({ reason: `The ${member ? named.type : 'member'} it belongs to is not there.`, at: item.at });
    return [];
  });
  const given = sql`jsonb_to_recordset(${toJson(values)}::jsonb) as r(object_type text, object_id text, member_id uuid, note text, created_at timestamptz)`;
  const insert = {
    endorsement: sql`insert into endorsements (resource_id, member_id, note, created_at) select object_id::uuid, member_id, note, created_at`,
    save: sql`insert into saves (community_id, member_id, object_type, object_id, created_at) select ${community}, member_id, object_type, object_id::uuid, created_at`,
    follow: sql`insert into follows (community_id, member_id, object_type, object_id, created_at) select ${community}, member_id, object_type, object_id, created_at`,
    same: sql`insert into same_questions (question_id, member_id, created_at) select object_id::uuid, member_id, created_at`,
  }[type];
  const written = await rows(db, sql`${insert} from ${given} on conflict do nothing returning 1`);
  return { tally: { new: written.length, changed: 0, unchanged: values.length - written.length }, skipped };
}

/** Other words of topics; a word that is a topic of its own, or another's, stays what it is. */
export async function putAliases(db: Db, community: string, topics: RecordOf<'topic'>[]): Promise<void> {
  const values = topics.flatMap(({ id: topic, aliases }) => aliases.map((alias) => ({ ...alias, topic })));
  if (values.length === 0) return;
  await db.execute(
    sql`insert into topic_aliases (community_id, id, label, topic_id) select ${community}, id, label, topic
      from jsonb_to_recordset(${toJson(values)}::jsonb) as r(id text, label text, topic text)
      where not exists (select from topics t where t.community_id = ${community} and t.id = r.id) on conflict do nothing`,
  );
}

/** Questions that were merged into others: their rows are there by now, and so are those they went into. */
export async function putMerged(db: Db, refs: Refs, questions: RecordOf<'question'>[]): Promise<void> {
  const values = questions.flatMap(({ key, mergedInto, updatedAt, createdAt }) => {
    const into = mergedInto === null ? undefined : refs.get({ type: 'question', key: mergedInto })?.id;
    return into ? [{ id: refs.get({ type: 'question', key })?.id, into_id: into, at: updatedAt ?? createdAt }] : [];
  });
  if (values.length === 0) return;
  await db.execute(
    sql`update questions q set merged_into_id = r.into_id, deleted_at = r.at
      from jsonb_to_recordset(${toJson(values)}::jsonb) as r(id uuid, into_id uuid, at timestamptz)
      where q.id = r.id and q.id <> r.into_id and q.merged_into_id is null and q.deleted_at is null`,
  );
}
