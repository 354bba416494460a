import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { is } from 'drizzle-orm';
import { PgTable, getTableConfig } from 'drizzle-orm/pg-core';
import { exportArchive } from '../../server/export/archive.js';
import { Archive } from '../../server/import/archive.js';
import { load } from '../../server/import/load.js';
import { Report } from '../../server/import/report.js';
import { rows, sql, type Database } from '../../server/store/database.js';
import * as schema from '../../server/store/schema.js';
import { COMMUNITY, freshDatabase, startServer, type Harness, type Persona } from './harness.js';
import { RECORDS, lines } from './archive-records.js';

/*
 * An owner takes everything out and puts it back. Every table and column of the schema is carried by an archive, or stands here with
 * the reason why it is not; a new one that is neither fails the first test.
 */
const DELETED = 'What was deleted is not in an archive.';
const MADE = 'Made anew from the text.';
const LEFT_OUT: Readonly<Record<string, string>> = {
  changes: 'The log behind the live stream, kept for a day.',
  idempotency: 'Answers to repeated requests, kept for a day.',
  search_words: 'Written by the database, from names and titles.',
  mentions: 'Read from the texts again, at the time of the import.',
  'members.catch_up': 'The round of catching up that is being read begins again.',
  'topic_aliases.merged': 'Two topics are taken apart where they were merged; elsewhere the one that went is another word for the other.',
  'answers.deleted_at': DELETED,
  'comments.deleted_at': DELETED,
  'resources.deleted_at': DELETED,
  'collections.deleted_at': DELETED,
  'posts.deleted_at': DELETED,
  'questions.excerpt': MADE,
  'answers.excerpt': MADE,
};

let folder: string;
const fresh: { database: Database; drop: () => Promise<void> }[] = [];
let server: Harness;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'whole-'));
  server = await startServer();
});
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
  for (const { database: opened, drop } of fresh) {
    await opened.close();
    await drop();
  }
});
async function database(): Promise<Database> {
  const made = await freshDatabase();
  fresh.push(made);
  return made.database;
}
async function takeOut(from: Database, community: string): Promise<string> {
  const all: string[] = [];
  await exportArchive(from.db, community, async (more) => void all.push(...more));
  return `${all.join('\n')}\n`;
}
async function bringIn(to: Database, text: string, community: string): Promise<Report> {
  const path = join(folder, 'a.jsonl');
  writeFileSync(path, text);
  const report = new Report();
  const archive = new Archive(path, report);
  await archive.check();
  await load(to.db, archive.records(), report, { community });
  return report;
}

const tables = Object.values(schema as Record<string, unknown>)
  .filter((value) => is(value, PgTable))
  .map((table) => getTableConfig(table));
type Column = (typeof tables)[number]['columns'][number];
/** A value that is not just what the database puts there by itself. */
const isFilled = (value: unknown, { default: usual }: Column) =>
  value !== null && JSON.stringify(value) !== JSON.stringify(usual) && !(Array.isArray(value) && value.length === 0);
const contentOf = (from: Database, table: string) =>
  rows<{ row: Record<string, unknown> }>(
    from.db,
    sql`select to_jsonb(t) as row from ${sql.identifier(table)} t order by to_jsonb(t)::text`,
  );

describe('an archive is whole', () => {
  test('it carries every table and every column, or there is a reason why not', async () => {
    const first = await database();
    assert.equal((await bringIn(first, lines(RECORDS), 'whole')).skippedCount, 0);
    const out = await takeOut(first, 'whole');
    const second = await database();
    assert.equal((await bringIn(second, out, 'whole')).skippedCount, 0);
    assert.equal(await takeOut(second, 'whole'), out);
    const undecided: string[] = [];
    for (const { name: table, columns } of tables) {
      if (table in LEFT_OUT) continue;
      const [before, now] = [await contentOf(first, table), await contentOf(second, table)];
      for (const column of columns) {
        const name = `${table}.${column.name}`;
        const filled = before.some(({ row }) => isFilled(row[column.name], column));
        if (name in LEFT_OUT) continue;
        // Either a record of RECORDS has it, and it comes back, or it is named above.
        if (!filled) undecided.push(name);
        const values = (all: typeof before) => all.map(({ row }) => row[column.name]);
        assert.deepEqual(values(now), values(before), name);
      }
    }
    assert.deepEqual(undecided, [], 'columns that no record of the archive fills');
    const known = new Set(tables.flatMap(({ name, columns }) => [name, ...columns.map((column) => `${name}.${column.name}`)]));
    assert.deepEqual(
      Object.keys(LEFT_OUT).filter((name) => !known.has(name)),
      [],
    );
  });

  test('a second time it changes nothing and makes nothing double', async () => {
    const here = await database();
    await bringIn(here, lines(RECORDS), 'whole');
    const out = await takeOut(here, 'whole');
    for (const text of [lines(RECORDS), out]) {
      const again = await bringIn(here, text, 'whole');
      assert.ok(again.quiet && again.skippedCount === 0, again.toString());
      assert.equal(await takeOut(here, 'whole'), out);
    }
  });
});

interface View {
  id: string;
  title: string;
  version: number;
  anonymous: boolean;
  author: { id: string; name: string } | null;
  closedAt: string | null;
  closedReason: string | null;
  sameCount: number;
  answerCount: number;
  about: { url: string } | null;
  details: Record<string, string>;
  merged: { id: string; title: string }[];
}
type Json = Record<string, unknown>;

describe('a community that moved with an archive', () => {
  let asked: View;
  let twin: View;
  const COPY = 'moved';
  const there = (who: Persona) => server.as(who, COPY);
  const find = async (title: string) => {
    const page = await there('stella').get<{ items: View[] }>(`/questions?q=${encodeURIComponent(title)}`);
    const found = page.body.items.find((item) => item.title === title);
    assert.ok(found, title);
    return found;
  };
  const copyOf = async (title: string) =>
    (await rows<{ id: string }>(server.database.db, sql`select id from questions where community_id = ${COPY} and title = ${title}`))[0]
      ?.id ?? '';

  before(async () => {
    await server.as('stella').patch('', { rules: { anonymousQuestions: true } }, null);
    const ask = async (who: Persona, title: string, more: Json) =>
      (await server.as(who).post<View>('/questions', { kind: 'problem', title, body: 'It happens in **every** meeting.', ...more })).body;
    asked = await ask('anna', 'What do I do about a lead who shouts?', {
      anonymous: true,
      details: { tried: 'Whispering.' },
      about: { url: 'https://example.org/handbook', title: 'Handbook' },
    });
    twin = await ask('anna', 'How do I answer shouting leads?', { anonymous: true });
    const answer = await server.as('ben').post<{ id: string }>(`/questions/${twin.id}/answers`, { body: 'With a question.' });
    assert.equal(answer.status, 201);
    await server.as('ben').put(`/questions/${twin.id}/same`);
    await server.as('stella').put(`/questions/${twin.id}/vote`, { value: 1 });
    await server.as('ben').put(`/follows/question/${asked.id}`);
    await server.as('anna').post('/comments', { object: { type: 'question', id: asked.id }, body: 'It is every day now.' });
    await server.as('anna').patch(`/questions/${asked.id}`, { body: 'In every single meeting.' }, '*');
    assert.equal((await server.as('stella').put(`/questions/${twin.id}/merge`, { into: asked.id, note: '' })).status, 200);
    const closed = await server.as('stella').put(`/questions/${asked.id}/closing`, { reason: 'outdated', note: 'He left.' });
    assert.equal(closed.status, 200);
    const report = await bringIn(server.database, await takeOut(server.database, COMMUNITY), COPY);
    assert.equal(report.skippedCount, 0, report.toString());
  });

  test('shows no name of who asked without it, wherever members read', async () => {
    const { id } = await find(asked.title);
    const anna = (
      await rows<{ id: string }>(server.database.db, sql`select id from members where community_id = ${COPY} and name = 'Anna Ek'`)
    )[0]?.id;
    assert.ok(anna);
    for (const who of ['visitor', 'ben'] as const) {
      for (const path of [
        `/questions/${id}`,
        `/questions/${id}/answers`,
        '/questions?q=shouts',
        `/comments?thread=${id}`,
        `/revisions?question=${id}`,
      ]) {
        const { status, body } = await there(who).get<Json>(path);
        const text = JSON.stringify(path.startsWith('/questions?') ? (body.items as View[]).filter((item) => item.id === id) : body);
        assert.equal(status, 200, path);
        assert.ok(text.length > 20, path);
        assert.ok(!text.includes('Anna Ek') && !text.includes(anna), `${who} ${path}: ${text}`);
      }
      const feed = await there(who).get<{ items: { object: { id: string }; target: { id: string } | null }[] }>('/activities?limit=100');
      const about = feed.body.items.filter(({ object, target }) => object.id === id || target?.id === id);
      assert.ok(about.length >= 2);
      assert.ok(!JSON.stringify(about).includes('Anna Ek') && !JSON.stringify(about).includes(anna), `feed of ${who}`);
    }
    const seen = (await there('stella').get<View>(`/questions/${id}`)).body;
    assert.deepEqual([seen.author?.name, seen.anonymous], ['Anna Ek', true]);
  });

  test('keeps what was said about a question, and leads the old address on', async () => {
    const { id } = await find(asked.title);
    const old = (await there('visitor').get<View>(`/questions/${await copyOf(twin.title)}`)).body;
    assert.equal(old.id, id);
    assert.deepEqual(
      old.merged.map(({ title }) => title),
      [twin.title],
    );
    const before = (await server.as('visitor').get<View>(`/questions/${asked.id}`)).body;
    for (const field of ['version', 'closedAt', 'closedReason', 'sameCount', 'answerCount', 'about', 'details', 'anonymous'] as const)
      assert.deepEqual(old[field], before[field], field);
    assert.deepEqual([old.sameCount, old.answerCount, old.closedReason, old.details.tried], [1, 1, 'outdated', 'Whispering.']);
    const follows = (await there('ben').get<{ follows: { object: { id: string } }[] }>('/follows')).body.follows;
    assert.ok(follows.some(({ object }) => object.id === id));
    const acts = (await there('visitor').get<{ items: { act: string | null }[] }>(`/revisions?question=${id}`)).body.items;
    assert.deepEqual(
      acts.map(({ act }) => act),
      ['closed', 'merged', null, null],
    );
  });

  test('takes a merged question out again with all that came along, and an archive does not undo it', async () => {
    const [id, old] = [(await find(asked.title)).id, await copyOf(twin.title)];
    assert.equal((await there('stella').delete(`/questions/${old}/merge`)).status, 200);
    const apart = (await there('visitor').get<View & { score: number }>(`/questions/${old}`)).body;
    assert.deepEqual([apart.id, apart.answerCount, apart.sameCount, apart.score], [old, 1, 1, 1]);
    assert.equal((await there('stella').delete(`/questions/${id}/closing`)).status, 200);
    assert.equal((await there('anna').patch(`/questions/${id}`, { anonymous: false }, '*')).status, 200);
    await bringIn(server.database, await takeOut(server.database, COMMUNITY), COPY);
    const now = (await there('visitor').get<View>(`/questions/${id}`)).body;
    const still = (await there('visitor').get<View & { score: number }>(`/questions/${old}`)).body;
    assert.deepEqual([still.id, still.answerCount, still.sameCount, still.score], [old, 1, 1, 1]);
    assert.deepEqual([now.answerCount, now.sameCount], [0, 0]);
    assert.deepEqual([now.closedAt, now.anonymous, now.merged], [null, false, []]);
  });

  test('is not made to name anybody by an older archive that knew nothing of it', async () => {
    const old = (await takeOut(server.database, COMMUNITY))
      .split('\n')
      .map((line) => line.replace('"anonymous":true,', '').replace(/"(details|about)":\{[^}]*\},/g, ''))
      .filter((line) => !/"type":"(merge|revision)"/.test(line));
    await bringIn(server.database, old.join('\n').replace(/("type":"end","records":)\d+/, `$1${old.length - 3}`), COMMUNITY);
    const seen = (await server.as('visitor').get<View>(`/questions/${asked.id}`)).body;
    assert.deepEqual([seen.author, seen.anonymous, seen.details.tried], [null, true, 'Whispering.']);
    assert.equal(seen.about?.url, 'https://example.org/handbook');
  });
});
