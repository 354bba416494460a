import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Archive } from '../../server/import/archive.js';
import { load, type Located } from '../../server/import/load.js';
import { Report } from '../../server/import/report.js';
import { DEMO_COMMUNITIES, seedDemo } from '../../server/import/seed.js';
import { rows, sql, type Database } from '../../server/store/database.js';
import { freshDatabase } from './harness.js';

const folder = fileURLToPath(new URL('../../demo/data', import.meta.url));
const archives = DEMO_COMMUNITIES.flatMap((community) =>
  readdirSync(`${folder}/${community}`).map((file) => ({ community, path: `${folder}/${community}/${file}` })),
);
const textOf = (path: string) => (path.endsWith('.gz') ? gunzipSync(readFileSync(path)).toString() : readFileSync(path, 'utf8'));

describe('the demo', () => {
  let database: Database;
  let drop: () => Promise<void>;
  let reports: Map<string, Report>;
  const steps: number[] = [];
  before(async () => {
    ({ database, drop } = await freshDatabase());
    // As a start that was killed leaves it: some of the first community, and not its sources.
    const some: Located[] = [];
    const members = archives.find(({ path }) => path.includes('2-members'));
    for await (const located of new Archive(members?.path ?? '', new Report()).records())
      if (located.record.type !== 'community' && some.push(located) === 1500) break;
    await load(database.db, Readable.from(some), new Report(), { community: 'team-coaching' });
    reports = await seedDemo(database.db, { onProgress: ({ done, total }) => steps.push(done / total) });
  });
  after(async () => {
    await database.close();
    await drop();
  });

  test('comes in whole after a start that was killed, with nothing skipped', async () => {
    for (const report of reports.values()) assert.equal(report.skippedCount + report.notes.length, 0, report.toString());
    for (const community of DEMO_COMMUNITIES) {
      const lines = archives.filter((archive) => archive.community === community).flatMap(({ path }) => textOf(path).split('\n'));
      for (const [type, table] of [
        ['question', 'questions'],
        ['answer', 'answers'],
        ['resource', 'resources'],
        ['post', 'posts'],
        ['member', 'members'],
        ['vote', 'votes'],
        ['comment', 'comments'],
        ['activity', 'activities'],
      ]) {
        const keys = new Set(lines.filter((line) => line.startsWith(`{"type":"${type}"`)).map((line) => /"key":"([^"]+)"/.exec(line)?.[1]));
        const found = await rows<{ count: number }>(
          database.db,
          sql`select count(*)::integer as count from ${sql.identifier(table as string)} where community_id = ${community}`,
        );
        assert.equal(found[0]?.count, keys.size, `${table} of ${community}`);
      }
    }
    assert.equal(steps.at(-1), 1);
    assert.deepEqual(
      steps,
      [...steps].sort((a, b) => a - b),
    );
  });

  test('is looked at once more and left as it is', async () => {
    assert.equal((await seedDemo(database.db)).size, 0);
  });

  test('has three personas in both communities that are plainly called so, and nobody else signs in', async () => {
    const found = await rows(
      database.db,
      sql`select i.community_id as community, i.subject, m.name, m.role from identities i join members m on m.id = i.member_id where m.demo and i.issuer = 'demo' and m.offers <> '{}' and m.needs <> '{}' and m.time_zone is not null order by 1, 2`,
    );
    const personas = [
      { subject: 'mika', name: 'Mika (demo member)', role: 'member' },
      { subject: 'noor', name: 'Noor (demo member)', role: 'member' },
      { subject: 'sam', name: 'Sam (demo steward)', role: 'steward' },
    ];
    assert.deepEqual(
      found,
      ['digital-government', 'team-coaching'].flatMap((community) => personas.map((persona) => ({ community, ...persona }))),
    );
    assert.equal((await rows(database.db, sql`select from identities`)).length, found.length);
  });

  test('puts no word and no deed into anybody’s mouth', async () => {
    const invented = await rows(
      database.db,
      sql`select id from members where not demo and (participation is not null or needs <> '{}' or role <> 'member' or time_zone is not null or last_visit_at is not null)
        union all select id from activities where source is null union all select member_id from uses union all select member_id from votes where member_id is not null
        union all select member_id from reactions union all select id from comments where author_id is not null`,
    );
    assert.deepEqual(invented, []);
    const demo = await rows(database.db, sql`select x.id from activities x join members m on m.id = x.actor_id where m.demo`);
    assert.deepEqual(demo, []);
  });

  test('names source and licence on every record of another', async () => {
    for (const table of ['questions', 'answers', 'comments', 'resources', 'posts']) {
      const without = await rows(
        database.db,
        sql`select id from ${sql.identifier(table)} where source->>'url' is null or source->>'licence' is null`,
      );
      assert.deepEqual(without, [], table);
    }
    assert.deepEqual(await rows(database.db, sql`select id from members where not demo and source is null`), []);
    const unnamed = await rows(
      database.db,
      sql`select q.id from questions q left join members m on m.id = q.author_id where m.url is null`,
    );
    assert.deepEqual(unnamed, []);
  });

  test('holds clean text', async () => {
    const dirty = await rows(
      database.db,
      sql`select title from resources where title ~ '&#?[a-z0-9]+;|\\{\\{|<[a-z]|^\\s|\\u200b' union all select title from posts where title ~ '&#?[a-z0-9]+;|\\{\\{|<[a-z]'
        union all select body from posts where body ~ '&#[0-9]+;|\\{\\{[<%]|[^\\\\]<(script|iframe|p|a)[ >]|javascript:'`,
    );
    assert.deepEqual(dirty, []);
  });
});

test('the demo’s archives are whole and small, and their licences lie beside them', async () => {
  for (const { path } of archives) await new Archive(path, new Report()).check();
  const size = archives.reduce((sum, { path }) => sum + statSync(path).size, 0);
  assert.ok(size < 8_000_000, `${size} bytes`);
  const sources = readFileSync(`${folder}/SOURCES.md`, 'utf8');
  for (const { community, path } of archives) assert.ok(sources.includes(`${community}/${path.split('/').at(-1)}`), path);
});
