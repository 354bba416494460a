/*
 * A community of any size, made of the words of real ones (demo/data): names and places of members, sentences of questions, topics by
 * Zipf's law, so that words are as frequent as they are in life. The same seed makes the same community.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { openDatabase, sql, type Db } from '../../server/store/database.js';
import { lookAfter } from '../../server/store/upkeep.js';
import { excerpt } from '../../server/text.js';

export interface Size {
  members: number;
  questions: number;
}
export const COMMUNITY = 'at-scale';

interface RealMember {
  type: string;
  name?: string;
  headline?: string;
  bio?: string;
  place?: string;
  country?: string;
  topics?: string[];
}
interface RealQuestion {
  type: string;
  title?: string;
  body?: string;
  topics?: string[];
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const lines = <T>(file: string): T[] => {
  const bytes = readFileSync(join(ROOT, 'demo/data/team-coaching', file));
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
};

/** Mulberry32: numbers from 0 to 1 that are the same in every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

class Maker {
  readonly #random = numbers(7);
  readonly #people = lines<RealMember>('2-members.jsonl').filter(({ type }) => type === 'member');
  readonly #asked = lines<RealQuestion>('3-questions.jsonl.gz').filter(({ type }) => type === 'question');
  readonly #words = this.#people.map(({ name = '' }) => name.split(' '));
  readonly #sentences = this.#asked.flatMap(({ body = '' }) => body.split(/(?<=[.?!])\s+/)).filter((one) => one.length > 20);
  readonly #bios = this.#people.flatMap(({ bio = '' }) => bio.split(/(?<=[.?!])\s+/)).filter((one) => one.length > 20);
  readonly memberTopics = [...new Set(this.#people.flatMap(({ topics = [] }) => topics))];
  readonly questionTopics = [...new Set(this.#asked.flatMap(({ topics = [] }) => topics))];

  #one<T>(all: readonly T[]): T {
    return all[Math.floor(this.#random() * all.length)] as T;
  }
  /** The first are frequent, the last are rare: the rank is drawn with a weight of 1 / rank. */
  #zipf<T>(all: readonly T[]): T {
    return all[Math.floor(all.length ** this.#random()) - 1] as T;
  }
  #some<T>(all: readonly T[], most: number): T[] {
    return [...new Set(Array.from({ length: Math.floor(this.#random() * (most + 1)) }, () => this.#zipf(all)))];
  }
  #id(at: number): string {
    const hex = (length: number) => Array.from({ length }, () => Math.floor(this.#random() * 16).toString(16)).join('');
    const time = at.toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
  }

  member(n: number, of: number) {
    const real = this.#one(this.#people);
    const joined = Date.UTC(2020, 0, 1) + Math.floor((n / of) * 6 * 365) * 86_400_000;
    return {
      id: this.#id(joined + n),
      name: `${this.#zipf(this.#words)[0]} ${this.#one(this.#words).at(-1)}`,
      headline: real.headline ?? '',
      bio: Array.from({ length: Math.floor(this.#random() * 5) }, () => this.#one(this.#bios)).join(' '),
      place: real.place ?? null,
      country: real.country ?? null,
      languages: this.#some(['en', 'es', 'fr', 'de', 'pt', 'sv', 'ar', 'hi'], 2),
      topics: this.#some(this.memberTopics, 5),
      offers: this.#some(this.memberTopics, 4),
      needs: this.#some(this.memberTopics, 3),
      joined_at: new Date(joined).toISOString(),
      visibility: this.#random() < 0.1 ? { offers: 'members', bio: 'stewards' } : {},
    };
  }

  question(n: number, of: number, author: () => string) {
    const created = Date.UTC(2020, 0, 1) + Math.floor((n / of) * 6 * 365 * 86_400_000);
    const body = Array.from({ length: 2 + Math.floor(this.#random() * 10) }, () => this.#one(this.#sentences)).join(' ');
    const [a, b] = [this.#one(this.#asked).title ?? '', this.#one(this.#asked).title ?? ''].map((title) => title.split(' '));
    return {
      id: this.#id(created),
      kind: this.#one(['problem', 'information', 'experience', 'development', null]),
      title: [...(a ?? []).slice(0, Math.ceil((a ?? []).length / 2)), ...(b ?? []).slice(Math.floor((b ?? []).length / 2))].join(' '),
      body,
      excerpt: excerpt(body),
      topics: this.#some(this.questionTopics, 4),
      author_id: author(),
      score: Math.floor(this.#random() ** 3 * 60) - 2,
      answer_count: Math.floor(this.#random() ** 2 * 6),
      created_at: new Date(created).toISOString(),
    };
  }
  any = <T>(all: readonly T[]): T => this.#one(all);
}

/** The first name that most members have. */
export const frequentName = (): string => {
  const [first] = lines<RealMember>('2-members.jsonl').filter(({ type }) => type === 'member');
  return first?.name?.split(' ')[0] ?? '';
};

const BATCH = 1000;
/** Another one makes the folders anew. */
const VERSION = 1;

export async function fill(db: Db, { members, questions }: Size): Promise<void> {
  const maker = new Maker();
  await db.execute(sql`insert into communities (id, name) values (${COMMUNITY}, 'A community at scale')`);
  const topics = [...new Set([...maker.memberTopics, ...maker.questionTopics])];
  await db.execute(sql`insert into topics (community_id, id, label)
    select ${COMMUNITY}, id, initcap(replace(id, '-', ' ')) from jsonb_array_elements_text(${JSON.stringify(topics)}::jsonb) as id`);
  const ids: string[] = [];
  await inBatches(members, async (from, to) => {
    const some = Array.from({ length: to - from }, (_, i) => maker.member(from + i, members));
    ids.push(...some.map(({ id }) => id));
    await db.execute(sql`insert into members (id, community_id, name, headline, bio, place, country, languages, topics, offers, needs, joined_at, visibility)
      select id, ${COMMUNITY}, name, headline, bio, place, country, languages, topics, offers, needs, joined_at, visibility
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as r (id uuid, name text, headline text, bio text, place text, country text,
        languages text[], topics text[], offers text[], needs text[], joined_at timestamptz, visibility jsonb)`);
  });
  await inBatches(questions, async (from, to) => {
    const some = Array.from({ length: to - from }, (_, i) => maker.question(from + i, questions, () => maker.any(ids)));
    await db.execute(sql`insert into questions (id, community_id, kind, title, body, excerpt, topics, author_id, score, answer_count, created_at, updated_at)
      select id, ${COMMUNITY}, kind, title, body, excerpt, topics, author_id, score, answer_count, created_at, created_at
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as r (id uuid, kind text, title text, body text, excerpt text,
        topics text[], author_id uuid, score int, answer_count int, created_at timestamptz)`);
  });
  // As an import ends.
  await lookAfter(db);
}

async function inBatches(count: number, write: (from: number, to: number) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < count; from += BATCH) await write(from, Math.min(count, from + BATCH));
}

/** The data folder of a community of this size, filled once for all runs until the tables or this file change. */
export async function dataFolder(size: Size): Promise<string> {
  const migrations = join(ROOT, 'server/store/migrations');
  const version = createHash('sha256').update(String(VERSION));
  for (const file of readdirSync(migrations).filter((name) => name.endsWith('.sql'))) version.update(readFileSync(join(migrations, file)));
  const folder = join(tmpdir(), `cop-bench-${size.members}-${size.questions}-${version.digest('hex').slice(0, 10)}`);
  if (existsSync(folder)) return folder;
  const started = performance.now();
  const unfinished = `${folder}-unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  const database = await openDatabase({ dataDir: unfinished });
  await fill(database.db, size);
  await database.close();
  renameSync(unfinished, folder);
  console.error(`Filled ${folder} in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
  return folder;
}
