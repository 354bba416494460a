import { sql } from 'drizzle-orm';
import { rows, type Db } from '../store/database.js';
import { importedId, isId } from './ids.js';
import type { RecordType } from './records.js';

/** Types that other records refer to, with their tables. */
const TABLES = {
  topic: 'topics',
  member: 'members',
  file: 'files',
  resource: 'resources',
  post: 'posts',
  question: 'questions',
  answer: 'answers',
  comment: 'comments',
  activity: 'activities',
  collection: 'collections',
  request: 'resource_requests',
} as const;
export type RefType = keyof typeof TABLES;
export interface Ref {
  type: RefType;
  key: string;
}
export interface Found {
  id: string;
  /** Deleted here, since it came in. */
  deleted: boolean;
  /** A question that was merged into another here. */
  merged?: boolean;
  /** Of an answer: its question. Of all else: itself. */
  thread: string;
}

const WITH_DELETED: readonly RefType[] = ['resource', 'post', 'question', 'answer', 'comment', 'collection'];
const name = ({ type, key }: Ref) => `${type} ${key}`;

/** Types whose records have a key. */
export const isRefType = (type: RecordType): type is Exclude<RefType, 'topic'> => type in TABLES && type !== 'topic';

/** What the keys of a batch stand for in the database: the database itself is the map, so memory doesn't grow with the import. */
export class Refs {
  readonly #found = new Map<string, Found>();
  readonly #asked = new Set<string>();
  readonly #db: Db;
  readonly #community: string;

  constructor(db: Db, community: string) {
    this.#db = db;
    this.#community = community;
  }

  get(ref: Ref): Found | undefined {
    return this.#found.get(name(ref));
  }
  set(ref: Ref, found: Found): void {
    this.#asked.add(name(ref));
    this.#found.set(name(ref), found);
  }

  /** Looks up what was not asked for before. */
  async load(refs: Iterable<Ref>): Promise<void> {
    const wanted = new Map<RefType, Set<string>>();
    for (const ref of refs) {
      if (this.#asked.has(name(ref))) continue;
      this.#asked.add(name(ref));
      wanted.set(ref.type, (wanted.get(ref.type) ?? new Set()).add(ref.key));
    }
    for (const [type, keys] of wanted) await this.#loadType(type, [...keys]);
  }

  async #loadType(type: RefType, keys: string[]): Promise<void> {
    if (type === 'file') return this.#loadFiles(keys);
    if (type === 'topic') return this.#loadTopics(keys);
    const deleted = WITH_DELETED.includes(type) ? sql`deleted_at is not null` : sql`false`;
    const merged = type === 'question' ? sql`deleted_at is not null and merged_into_id is not null` : sql`false`;
    const thread = type === 'answer' ? sql`question_id` : sql`id`;
    const listed = sql`(select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`;
    const ids = sql`(select jsonb_array_elements_text(${JSON.stringify(keys.filter(isId))}::jsonb)::uuid)`;
    const found = await rows<Found & { key: string }>(
      this.#db,
      sql`select coalesce(source_key, id::text) as key, id, ${deleted} as deleted, ${merged} as merged, ${thread} as thread from ${sql.identifier(TABLES[type])}
        where community_id = ${this.#community} and (source_key in ${listed} or id in ${ids})`,
    );
    for (const { key, ...rest } of found) this.#found.set(name({ type, key }), rest);
  }

  /** A topic is its id. */
  async #loadTopics(keys: string[]): Promise<void> {
    const found = await rows<{ id: string }>(
      this.#db,
      sql`select id from topics where community_id = ${this.#community} and id in (select jsonb_array_elements_text(${JSON.stringify(keys)}::jsonb))`,
    );
    for (const { id } of found) this.#found.set(name({ type: 'topic', key: id }), { id, deleted: false, thread: id });
  }

  /** Files have no source key: one that was imported has its key as id, or the id that its key gives. */
  async #loadFiles(keys: string[]): Promise<void> {
    const byId = new Map(
      keys.flatMap((key) => [...(isId(key) ? [[key, key] as const] : []), [importedId(this.#community, 'file', key, null), key] as const]),
    );
    const found = await rows<{ id: string }>(
      this.#db,
      sql`select id from files where community_id = ${this.#community} and id in (select jsonb_array_elements_text(${JSON.stringify([...byId.keys()])}::jsonb)::uuid)`,
    );
    for (const { id } of found) this.#found.set(name({ type: 'file', key: byId.get(id) ?? id }), { id, deleted: false, thread: id });
  }

  /** Which of these ids a row has already, in whatever community. */
  async taken(type: RefType, ids: string[]): Promise<Set<string>> {
    if (ids.length === 0) return new Set();
    const found = await rows<{ id: string }>(
      this.#db,
      sql`select id from ${sql.identifier(TABLES[type])} where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`,
    );
    return new Set(found.map(({ id }) => id));
  }
}
