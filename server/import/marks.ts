import { sql } from 'drizzle-orm';
import { rows, type Db } from '../store/database.js';
import type { Place } from './place.js';
import type { RecordOf } from './records.js';
import type { Ref, Refs } from './refs.js';
import type { Tally } from './report.js';
import { toJson } from './upsert.js';

interface Item<T extends 'endorsement' | 'save' | 'collection'> {
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

type Mark = Item<'endorsement' | 'save'>;
const objectOf = ({ record }: Mark): Ref =>
  record.type === 'endorsement' ? { type: 'resource', key: record.resource } : { type: record.object.type, key: record.object.key };

/** Endorsements and saves: rows that are identified by their member and their object alone. */
export async function putMarks(
  db: Db,
  refs: Refs,
  community: string,
  type: 'endorsement' | 'save',
  items: Mark[],
): Promise<{ tally: Tally; skipped: { reason: string; at: Place | undefined }[] }> {
  await refs.load(items.flatMap((item): Ref[] => [objectOf(item), { type: 'member', key: item.record.member }]));
  const skipped: { reason: string; at: Place | undefined }[] = [];
  const values = items.flatMap((item) => {
    const object = refs.get(objectOf(item));
    const member = refs.get({ type: 'member', key: item.record.member })?.id;
    if (object && !object.deleted && member)
      return [
        {
          object_type: objectOf(item).type,
          object_id: object.id,
          member_id: member,
          note: item.record.type === 'endorsement' ? item.record.note : '',
          created_at: item.record.createdAt,
        },
      ];
    skipped.push({ reason: `The ${member ? objectOf(item).type : 'member'} it belongs to is not there.`, at: item.at });
    return [];
  });
  const given = sql`jsonb_to_recordset(${toJson(values)}::jsonb) as r(object_type text, object_id uuid, member_id uuid, note text, created_at timestamptz)`;
  const written = await rows(
    db,
    type === 'endorsement'
      ? sql`insert into endorsements (resource_id, member_id, note, created_at) select object_id, member_id, note, created_at from ${given} on conflict do nothing returning 1`
      : sql`insert into saves (community_id, member_id, object_type, object_id, created_at) select ${community}, member_id, object_type, object_id, created_at from ${given} on conflict do nothing returning 1`,
  );
  return { tally: { new: written.length, changed: 0, unchanged: values.length - written.length }, skipped };
}
