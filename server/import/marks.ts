import { sql, type SQL } from 'drizzle-orm';
import { rows, type Db } from '../store/database.js';
import { importedId } from './ids.js';
import type { Place } from './place.js';
import type { RecordOf } from './records.js';
import type { Ref, Refs } from './refs.js';
import type { Tally } from './report.js';
import { toJson } from './upsert.js';

export interface Item<T extends MarkType | 'collection' | 'merge'> {
  record: RecordOf<T>;
  at: Place | undefined;
}
/** What came of some records: how many, which were left out, and what some came in without. */
export interface Outcome {
  tally: Tally;
  skipped: { reason: string; at: Place | undefined }[];
  notes: { reason: string; at: Place | undefined }[];
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

/** Rows that are known by their object and their member, or version, alone: what is there already stays as it is. */
export type MarkType = 'endorsement' | 'save' | 'follow' | 'same' | 'report' | 'revision';
type Row = Record<string, unknown>;
interface Mark<T extends MarkType> {
  object: (record: RecordOf<T>) => Ref;
  /** Without whom there is no such row. */
  member?: (record: RecordOf<T>) => string;
  /** Whom it names beside; without them it comes in all the same. */
  names?: (record: RecordOf<T>) => (string | null)[];
  more?: (record: RecordOf<T>) => Ref[];
  /** The columns besides object, member and time, and their SQL types. */
  columns?: string;
  row?: (record: RecordOf<T>, id: (ref: Ref) => string | null, object: { id: string; thread: string }) => Row;
  insert: (community: string, given: SQL) => SQL;
}

const person = (key: string): Ref => ({ type: 'member', key });
const ids = (type: Ref['type'], keys: string[], id: (ref: Ref) => string | null) => keys.flatMap((key) => id({ type, key }) ?? []);

const MARKS: { [T in MarkType]: Mark<T> } = {
  endorsement: {
    object: ({ resource }) => ({ type: 'resource', key: resource }),
    member: ({ member }) => member,
    columns: 'note text',
    row: ({ note }) => ({ note }),
    insert: (_, given) => sql`insert into endorsements (resource_id, member_id, note, created_at)
      select object_id::uuid, member_id, note, created_at from ${given} on conflict do nothing returning 1`,
  },
  save: {
    object: ({ object }) => object,
    member: ({ member }) => member,
    insert: (community, given) => sql`insert into saves (community_id, member_id, object_type, object_id, created_at)
      select ${community}, member_id, object_type, object_id::uuid, created_at from ${given} on conflict do nothing returning 1`,
  },
  follow: {
    object: ({ object }) => object,
    member: ({ member }) => member,
    insert: (community, given) => sql`insert into follows (community_id, member_id, object_type, object_id, created_at)
      select ${community}, member_id, object_type, object_id, created_at from ${given} on conflict do nothing returning 1`,
  },
  same: {
    object: ({ question }) => ({ type: 'question', key: question }),
    member: ({ member }) => member,
    // Who went along when a merged question was taken out again here has that one.
    insert: (_, given) => sql`insert into same_questions (question_id, member_id, created_at)
      select object_id::uuid, member_id, created_at from ${given}
      where not exists (select from revisions v where v.object_id = r.object_id::uuid and v.act = 'unmerged'
        and jsonb_exists(v.content -> 'merged' -> 'same', r.member_id::text))
      on conflict do nothing returning 1`,
  },
  report: {
    object: ({ object }) => object,
    names: ({ member, closedBy }) => [member, closedBy],
    columns: 'thread_id uuid, reporter uuid, reason text, note text, closed_at timestamptz, closed_by_id uuid',
    row: ({ member, reason, note, closedAt, closedBy }, id, { thread }) => ({
      thread_id: thread,
      reporter: member && id(person(member)),
      reason,
      note,
      closed_at: closedAt,
      closed_by_id: closedBy && id(person(closedBy)),
    }),
    // Those of nobody are told from each other by their time.
    insert: (community, given) => sql`insert into reports
        (id, community_id, object_type, object_id, thread_id, member_id, reason, note, created_at, closed_at, closed_by_id)
      select id, ${community}, object_type, object_id::uuid, thread_id, reporter, reason, note, created_at, closed_at, closed_by_id from ${given}
      where not exists (select from reports t where t.object_id = r.object_id::uuid and t.member_id is null and t.created_at = r.created_at)
      on conflict do nothing returning 1`,
  },
  revision: {
    object: ({ object }) => object,
    names: ({ editor }) => [editor],
    more: ({ merged }) =>
      merged
        ? [
            { type: 'question', key: merged.question },
            ...[...merged.answers, ...(merged.accepted ? [merged.accepted] : [])].map((key): Ref => ({ type: 'answer', key })),
            ...merged.comments.map((key): Ref => ({ type: 'comment', key })),
            ...[
              ...merged.same,
              ...merged.follows,
              ...merged.saves,
              ...merged.help,
              ...merged.votes.flatMap(({ member }) => member ?? []),
            ].map(person),
          ]
        : [],
    columns: 'version integer, editor_id uuid, content jsonb, act text, note text, merged jsonb',
    row: ({ version, editor, content, act, note, merged }, id) => ({
      version,
      editor_id: editor && id(person(editor)),
      content,
      act,
      note,
      merged: merged && {
        id: id({ type: 'question', key: merged.question }),
        answers: ids('answer', merged.answers, id),
        comments: ids('comment', merged.comments, id),
        votes: merged.votes.map(({ member, key }) => ({ member: member && id(person(member)), key })),
        same: ids('member', merged.same, id),
        follows: ids('member', merged.follows, id),
        saves: ids('member', merged.saves, id),
        help: ids('member', merged.help, id),
        accepted: merged.accepted ? id({ type: 'answer', key: merged.accepted }) : null,
      },
    }),
    insert: (
      community,
      given,
    ) => sql`insert into revisions (id, community_id, object_type, object_id, version, editor_id, content, act, note, created_at)
      select id, ${community}, object_type, object_id::uuid, version, editor_id,
        case when merged ->> 'id' is null then content else content || jsonb_build_object('merged', merged || jsonb_build_object('votes', (
          select coalesce(jsonb_agg(v.id order by each.place), '[]') from jsonb_array_elements(merged -> 'votes') with ordinality as each(vote, place)
          join votes v on v.object_id = r.object_id::uuid and (v.member_id = (vote ->> 'member')::uuid or v.source_key = vote ->> 'key')))) end,
        act, note, created_at
      from ${given} on conflict do nothing returning 1`,
  },
};

/** Writes such rows, once each; skipped is what stands on nothing. */
export async function putMarks<T extends MarkType>(db: Db, refs: Refs, community: string, type: T, items: Item<T>[]): Promise<Outcome> {
  const mark = MARKS[type] as Mark<T>;
  await refs.load(items.flatMap(({ record }) => refsOf(mark, record)));
  const outcome: Outcome = { tally: { new: 0, changed: 0, unchanged: 0 }, skipped: [], notes: [] };
  const id = (ref: Ref) => refs.get(ref)?.id ?? null;
  const values = items.flatMap(({ record, at }) => {
    const plain: RecordOf<MarkType> = record;
    const { type: objectType, key } = mark.object(record);
    const object = refs.get({ type: objectType, key });
    const member = mark.member && id(person(mark.member(record)));
    if (object?.merged) {
      // As the merging left it.
      outcome.tally.unchanged += 1;
      return [];
    }
    if (!object || object.deleted || member === null) {
      outcome.skipped.push({ reason: `The ${member === null ? 'member' : objectType} it belongs to is not there.`, at });
      return [];
    }
    for (const name of mark.names?.(record) ?? [])
      if (name !== null && id(person(name)) === null)
        outcome.notes.push({ reason: `The member “${name}” is not there; it came in without.`, at });
    const own = { object_type: objectType, object_id: object.id, member_id: member ?? null, created_at: plain.createdAt };
    const identity = `${objectType} ${key} ${'version' in plain ? plain.version : (plain.member ?? plain.createdAt)}`;
    return [{ id: importedId(community, type, identity, plain.createdAt), ...own, ...mark.row?.(record, id, object) }];
  });
  const columns = sql.raw(
    `id uuid, object_type text, object_id text, member_id uuid, created_at timestamptz${mark.columns ? `, ${mark.columns}` : ''}`,
  );
  const written = await rows(db, mark.insert(community, sql`jsonb_to_recordset(${toJson(values)}::jsonb) as r(${columns})`));
  // What is reported of one is seen to where it is read now.
  await db.execute(
    sql`update reports p set thread_id = q.merged_into_id from questions q where q.id = p.thread_id and p.object_type = 'question' and p.object_id = q.id
      and q.id in (select "from" from jsonb_to_recordset(${toJson(values)}::jsonb) as r("from" uuid)) and q.merged_into_id is not null`,
  );
  outcome.tally.new = written.length;
  outcome.tally.unchanged += values.length - written.length;
  return outcome;
}

const refsOf = <T extends MarkType>({ object, member, names, more }: Mark<T>, record: RecordOf<T>): Ref[] => [
  object(record),
  ...(member ? [person(member(record))] : []),
  ...(names?.(record).flatMap((key) => (key === null ? [] : [person(key)])) ?? []),
  ...(more?.(record) ?? []),
];

/** Questions that were merged into others lead there, unless they were taken out again here since. */
export async function putMerges(db: Db, refs: Refs, items: Item<'merge'>[]): Promise<Outcome> {
  const question = (key: string): Ref => ({ type: 'question', key });
  await refs.load(items.flatMap(({ record }) => [question(record.question), question(record.into)]));
  const outcome: Outcome = { tally: { new: 0, changed: 0, unchanged: 0 }, skipped: [], notes: [] };
  const values = items.flatMap(({ record, at }) => {
    const [from, into] = [refs.get(question(record.question)), refs.get(question(record.into))];
    if (from?.merged) {
      outcome.tally.unchanged += 1;
      return [];
    }
    if (from && into && !from.deleted && (!into.deleted || into.merged)) return [{ from: from.id, into: into.id, at: record.at }];
    outcome.skipped.push({ reason: `The question ${from && !from.deleted ? 'it went into' : 'it is about'} is not there.`, at });
    return [];
  });
  const written = await rows(
    db,
    sql`update questions q set merged_into_id = r."into", deleted_at = r.at from jsonb_to_recordset(${toJson(values)}::jsonb) as r("from" uuid, "into" uuid, at timestamptz)
      where q.id = r."from" and not exists (select from revisions v where v.object_id = r."into" and v.act = 'unmerged'
        and v.content -> 'merged' ->> 'id' = r."from"::text and v.created_at > r.at) returning 1`,
  );
  outcome.tally.new = written.length;
  outcome.tally.unchanged += values.length - written.length;
  return outcome;
}
