import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { rows, type Db } from '../store/database.js';
import { recordMentionsOf } from '../store/mentions.js';
import { importedId, isId } from './ids.js';
import type { Place } from './place.js';
import { ORDER, type ArchiveRecord, type RecordOf, type RecordType } from './records.js';
import { Refs, isRefType, type Ref } from './refs.js';
import { putItems, putMarks, putMerges, type MarkType, type Outcome } from './marks.js';
import { KINDS, type Report } from './report.js';
import { tables, type Lookup, type Table, type TableType, type Values } from './tables.js';
import { toJson, upsert } from './upsert.js';

export interface Located {
  record: ArchiveRecord;
  at?: Place | undefined;
}
interface Item<T extends RecordType> {
  record: RecordOf<T>;
  at: Place | undefined;
}
type Later = (report: Report) => void;

/** Records that are written together, in one transaction: each comes in whole or not at all. */
export class Batch {
  readonly #items = new Map<RecordType, Map<string, Located>>();
  readonly #later: Later[] = [];
  size = 0;

  add(located: Located): void {
    const { record } = located;
    const items = this.#items.get(record.type) ?? new Map<string, Located>();
    const identity = identityOf(record);
    const before = items.get(identity);
    if (before && JSON.stringify(before.record) !== JSON.stringify(record))
      this.#later.push((report) => report.skip(one(record.type), 'It stands in the source once more; the later one counts.', before.at));
    items.set(identity, located);
    this.#items.set(record.type, items);
    this.size += 1;
  }

  items<T extends RecordType>(type: T): Item<T>[] {
    return [...(this.#items.get(type)?.values() ?? [])] as Item<T>[];
  }

  /** Writes everything within the given transaction. @returns what to report once it is committed */
  async write(db: Db, community: string): Promise<Later[]> {
    const writer = new Writer(db, community, this.#later);
    for (const type of ORDER) {
      if (this.#items.has(type)) await writer.write(type, this);
    }
    return this.#later;
  }
}

const one = (type: RecordType) => KINDS[type].replace(/ies$/, 'y').replace(/s$/, '');

function identityOf(record: ArchiveRecord): string {
  switch (record.type) {
    case 'community':
      return 'community';
    case 'topic':
      return record.id;
    case 'vote':
    case 'use':
      return record.key ?? `${record.object.type} ${record.object.key} ${record.member}`;
    case 'endorsement':
      return `${record.resource} ${record.member}`;
    case 'save':
    case 'follow':
      return `${record.object.type} ${record.object.key} ${record.member}`;
    case 'report':
      return `${record.object.type} ${record.object.key} ${record.member ?? `at ${record.createdAt}`}`;
    case 'revision':
      return `${record.object.type} ${record.object.key} ${record.version}`;
    case 'merge':
      return record.question;
    case 'same':
    case 'help':
      return `${record.question} ${record.member}`;
    case 'reaction':
      return `${record.activity} ${record.member} ${record.kind}`;
    default:
      return record.key;
  }
}

const MARKED: ReadonlySet<RecordType> = new Set<MarkType>(['endorsement', 'save', 'follow', 'same', 'report', 'revision']);
const isMark = (type: RecordType): type is MarkType => MARKED.has(type);
const isWritten = (type: RecordType) =>
  type === 'question' || type === 'answer' || type === 'comment' || type === 'resource' || type === 'post';
const isIntact = (record: ArchiveRecord): boolean =>
  record.type !== 'file' || createHash('sha256').update(record.base64, 'base64').digest('hex') === record.sha256;

/** Writes the types of one batch, one after the other. */
class Writer {
  readonly #db: Db;
  readonly #community: string;
  readonly #refs: Refs;
  readonly #later: Later[];

  constructor(db: Db, community: string, later: Later[]) {
    this.#db = db;
    this.#community = community;
    this.#refs = new Refs(db, community);
    this.#later = later;
  }

  async write(type: RecordType, batch: Batch): Promise<void> {
    if (type === 'community') return;
    if (type === 'topic') return this.#topics(batch.items('topic'));
    if (type === 'reaction') return this.#reactions(batch.items('reaction'));
    if (isMark(type)) return this.#tell(type, await putMarks(this.#db, this.#refs, this.#community, type, batch.items(type)));
    if (type === 'merge') return this.#tell(type, await putMerges(this.#db, this.#refs, batch.items('merge')));
    await this.#rows(type, batch);
    if (type === 'member') await this.#identities(batch.items('member'));
    if (type === 'file') await this.#bytes(batch.items('file'));
    if (type === 'answer') await this.#accept(batch.items('answer'));
    if (type === 'collection') await putItems(this.#db, this.#refs, batch.items('collection'));
    if (type === 'post') await this.#attach(batch.items('post'));
  }

  async #rows<T extends TableType>(type: T, batch: Batch): Promise<void> {
    const table = tables[type] as unknown as Table<T>;
    const items = batch.items(type) as Item<T>[];
    const own = (record: RecordOf<T>): Ref[] =>
      isRefType(type) && 'key' in record && record.key !== null ? [{ type, key: record.key }] : [];
    await this.#refs.load(items.flatMap(({ record }) => [...own(record), ...table.needs(record), ...table.names(record)]));
    const kept = items.filter((item) => this.#stands(type, table, item));
    const ids = await this.#ids(
      type,
      kept.map(({ record }) => record),
    );
    const values = kept.map(({ record }, i) => this.#values(type, table, record, ids[i] ?? ''));
    const tallies =
      type === 'vote' || type === 'use'
        ? [
            await upsert(
              this.#db,
              table,
              values.filter((row) => row.member_id === null),
              'community_id, source_key',
            ),
            await upsert(
              this.#db,
              table,
              values.filter((row) => row.member_id !== null),
              'object_id, member_id',
            ),
          ]
        : [await upsert(this.#db, table, values)];
    this.#later.push((report) => tallies.forEach((tally) => report.count(type, tally)));
    if (isWritten(type)) await recordMentionsOf(this.#db, this.#community, type, ids);
  }

  /** Whether what the record stands on is there; if not, it is skipped and said why. */
  #stands<T extends TableType>(type: T, table: Table<T>, { record, at }: Item<T>): boolean {
    const own = isRefType(type) && 'key' in record && record.key !== null ? this.#refs.get({ type, key: record.key }) : undefined;
    if (own?.merged) return this.#asItIs(type);
    if (own?.deleted) return this.#skip(type, 'It was deleted here.', at);
    if (!isIntact(record)) {
      return this.#skip(type, 'Its content is not what its checksum says.', at);
    }
    for (const need of table.needs(record)) {
      const found = this.#refs.get(need);
      if (!found) return this.#skip(type, `The ${need.type} it belongs to is not there.`, at);
      if (found.merged && type !== 'answer' && type !== 'comment') return this.#asItIs(type);
      if (found.merged) return this.#skip(type, 'The question it belongs to was merged into another here.', at);
      if (found.deleted) return this.#skip(type, `The ${need.type} it belongs to was deleted here.`, at);
    }
    for (const named of table.names(record)) {
      if (!this.#refs.get(named))
        this.#later.push((report) => report.note(one(type), `The ${named.type} “${named.key}” is not there; it came in without.`, at));
    }
    return true;
  }

  /** Of a question that was merged into another: what belongs to either is as the merging left it. */
  #asItIs(type: RecordType): false {
    this.#later.push((report) => report.count(type, { unchanged: 1 }));
    return false;
  }

  #skip(type: RecordType, reason: string, at: Place | undefined): false {
    this.#later.push((report) => report.skip(one(type), reason, at));
    return false;
  }

  /** The id of each record: its row's, its own where the key is one and is free, else one made from the key. */
  async #ids<T extends TableType>(type: T, records: RecordOf<T>[]): Promise<string[]> {
    const keys = records.map((record) => ('key' in record && record.key !== null ? record.key : identityOf(record)));
    const unknown = keys.filter((key) => isId(key) && isRefType(type) && !this.#refs.get({ type, key }));
    const taken = isRefType(type) ? await this.#refs.taken(type, unknown) : new Set<string>();
    return records.map((record, i) => {
      const key = keys[i] ?? '';
      const known = isRefType(type) ? this.#refs.get({ type, key }) : undefined;
      const time =
        type === 'file'
          ? null
          : 'createdAt' in record
            ? record.createdAt
            : 'published' in record
              ? record.published
              : 'joinedAt' in record
                ? record.joinedAt
                : null;
      return known?.id ?? (isId(key) && isRefType(type) && !taken.has(key) ? key : importedId(this.#community, type, key, time));
    });
  }

  #values<T extends TableType>(type: T, table: Table<T>, record: RecordOf<T>, id: string): Values {
    const lookup: Lookup = (refType, key) => (key === null ? null : (this.#refs.get({ type: refType, key })?.id ?? null));
    const values = table.values(record, lookup);
    const plain: ArchiveRecord = record;
    const thread =
      plain.type === 'comment' ? this.#refs.get(plain.object)?.thread : plain.type === 'answer' ? lookup('question', plain.question) : id;
    const key = 'key' in record ? record.key : null;
    if (isRefType(type) && key !== null) this.#refs.set({ type, key }, { id, deleted: false, thread: thread ?? id });
    const columns = Object.fromEntries(Object.keys(table.columns).map((name) => [name, name === 'thread_id' ? thread : values[name]]));
    // What was written here and comes back has its own id as key, and no source.
    return { ...columns, id, community_id: this.#community, source_key: key === id ? null : key };
  }

  async #topics(items: Item<'topic'>[]): Promise<void> {
    const values = toJson(items.map(({ record }) => ({ id: record.id, label: record.label })));
    const written = await rows<{ inserted: boolean }>(
      this.#db,
      sql`insert into topics as t (community_id, id, label) select ${this.#community}, id, label from jsonb_to_recordset(${values}::jsonb) as r(id text, label text)
        on conflict (community_id, id) do nothing returning true as inserted`,
    );
    // A word that is a topic of its own here stays one.
    const aliases = toJson(items.flatMap(({ record }) => record.aliases.map((alias) => ({ ...alias, topic: record.id }))));
    await this.#db.execute(
      sql`insert into topic_aliases (community_id, id, label, topic_id) select ${this.#community}, id, label, topic
        from jsonb_to_recordset(${aliases}::jsonb) as r(id text, label text, topic text)
        where not exists (select from topics t where t.community_id = ${this.#community} and t.id = r.id) on conflict do nothing`,
    );
    this.#later.push((report) => report.count('topic', { new: written.length, unchanged: items.length - written.length }));
  }

  async #identities(items: Item<'member'>[]): Promise<void> {
    const values = items.flatMap(({ record }) =>
      record.identities.map((identity) => ({ ...identity, member_id: this.#refs.get({ type: 'member', key: record.key })?.id })),
    );
    if (values.length === 0) return;
    await this.#db.execute(
      sql`insert into identities (community_id, issuer, subject, member_id) select ${this.#community}, issuer, subject, member_id
        from jsonb_to_recordset(${toJson(values)}::jsonb) as r(issuer text, subject text, member_id uuid) on conflict do nothing`,
    );
  }

  async #bytes(items: Item<'file'>[]): Promise<void> {
    for (const { record } of items) {
      const id = this.#refs.get({ type: 'file', key: record.key })?.id;
      if (id === undefined) continue;
      await this.#db.execute(
        sql`insert into file_bytes (file_id, bytes) values (${id}, decode(${record.base64}, 'base64')) on conflict do nothing`,
      );
    }
  }

  /** The files of a message, unless it was edited here since. */
  async #attach(items: Item<'post'>[]): Promise<void> {
    const values = items.flatMap(({ record }) =>
      record.files.flatMap((key, position) => {
        const [post, file] = [this.#refs.get({ type: 'post', key: record.key })?.id, this.#refs.get({ type: 'file', key })?.id];
        return post && file ? [{ post, file, position, edited: record.editedAt }] : [];
      }),
    );
    if (values.length === 0) return;
    await this.#db.execute(
      sql`insert into attachments (community_id, object_type, object_id, file_id, position) select ${this.#community}, 'post', p.id, r.file, r.position
        from jsonb_to_recordset(${toJson(values)}::jsonb) as r(post uuid, file uuid, position smallint, edited timestamptz)
        join posts p on p.id = r.post and p.edited_at is not distinct from r.edited on conflict do nothing`,
    );
  }

  /** The source's choice counts, unless the asker or a steward chose an answer that was written here. */
  async #accept(items: Item<'answer'>[]): Promise<void> {
    const accepted = items
      .filter(({ record }) => record.accepted)
      .flatMap(({ record }) => this.#refs.get({ type: 'answer', key: record.key }) ?? []);
    if (accepted.length === 0) return;
    await this.#db.execute(
      sql`update questions q set accepted_answer_id = r.id from jsonb_to_recordset(${toJson(accepted)}::jsonb) as r(id uuid, thread uuid)
        where q.id = r.thread and q.accepted_answer_id is distinct from r.id
          and (q.accepted_answer_id is null or exists (select from answers a where a.id = q.accepted_answer_id and a.source_key is not null))`,
    );
  }

  #tell(type: RecordType, { tally, skipped, notes }: Outcome): void {
    for (const { reason, at } of skipped) this.#skip(type, reason, at);
    this.#later.push((report) => {
      for (const { reason, at } of notes) report.note(one(type), reason, at);
      report.count(type, tally);
    });
  }

  async #reactions(items: Item<'reaction'>[]): Promise<void> {
    await this.#refs.load(
      items.flatMap(({ record }): Ref[] => [
        { type: 'activity', key: record.activity },
        { type: 'member', key: record.member },
      ]),
    );
    const values = items.flatMap(({ record, at }) => {
      const activity = this.#refs.get({ type: 'activity', key: record.activity })?.id;
      const member = this.#refs.get({ type: 'member', key: record.member })?.id;
      if (activity && member) return [{ activity_id: activity, member_id: member, kind: record.kind }];
      this.#skip('reaction', `The ${activity ? 'member' : 'activity'} it belongs to is not there.`, at);
      return [];
    });
    const written = await rows<{ inserted: boolean }>(
      this.#db,
      sql`insert into reactions (activity_id, member_id, kind) select activity_id, member_id, kind
        from jsonb_to_recordset(${toJson(values)}::jsonb) as r(activity_id uuid, member_id uuid, kind text) on conflict do nothing returning true as inserted`,
    );
    this.#later.push((report) => report.count('reaction', { new: written.length, unchanged: values.length - written.length }));
  }
}
