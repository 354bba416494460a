import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load, type Located } from '../../server/import/load.js';
import { DamagedFile, PlainError } from '../../server/import/place.js';
import { Report } from '../../server/import/report.js';
import { StackExchange } from '../../server/import/stackexchange.js';
import { licenceOf, siteOf } from '../../server/import/stackexchange-rules.js';
import { rows, sql, type Database } from '../../server/store/database.js';
import { freshDatabase } from './harness.js';

const fixture = fileURLToPath(new URL('../fixtures/dump.example.org', import.meta.url));
/** A whole small site, where it lies beside the checkout; the fixture stands for it elsewhere. */
const real = fileURLToPath(new URL('../../../shared/data/qa-ai', import.meta.url));

interface Dump {
  folder: string;
  site: string;
  questions: number;
  answers: number;
  comments: number;
}
const DUMPS: Dump[] = [
  { folder: fixture, site: 'dump.example.org', questions: 2, answers: 3, comments: 2 },
  ...(existsSync(real) ? [{ folder: real, site: 'ai.stackexchange.com', questions: 421, answers: 749, comments: 1165 }] : []),
];

async function run(database: Database, { folder, site }: { folder: string; site: string }): Promise<Report> {
  const report = new Report();
  const dump = new StackExchange({ folder, site }, report);
  await dump.check();
  await load(database.db, dump.records(), report, { community: 'se' });
  return report;
}

/** Up minus down by post, read with nothing of the importer. */
function scoresOf(folder: string): Map<string, number> {
  const scores = new Map<string, number>();
  for (const [row] of readFileSync(join(folder, 'Votes.xml'), 'utf8').matchAll(/<row .*?\/>/gs)) {
    const value = { '2': 1, '3': -1 }[/ VoteTypeId="(\d+)"/.exec(row)?.[1] ?? ''] ?? 0;
    const post = / PostId="(\d+)"/.exec(row)?.[1] ?? '';
    scores.set(post, (scores.get(post) ?? 0) + value);
  }
  return scores;
}

const countOf = async (database: Database, table: string) =>
  (await rows<{ count: number }>(database.db, sql`select count(*)::integer as count from ${sql.identifier(table)}`))[0]?.count;
const everything = (database: Database) =>
  rows(
    database.db,
    sql`select source_key, to_jsonb(q) - 'search' as row from questions q union all select source_key, to_jsonb(a) from answers a
    union all select source_key, to_jsonb(c) from comments c union all select source_key, to_jsonb(x) from activities x order by 1`,
  );

for (const dump of DUMPS) {
  describe(`the dump of ${dump.site}`, () => {
    let database: Database;
    let drop: () => Promise<void>;
    let first: Report;
    before(async () => {
      ({ database, drop } = await freshDatabase());
      first = await run(database, dump);
    });
    after(async () => {
      await database.close();
      await drop();
    });

    test('brings in all questions, answers and comments', async () => {
      for (const table of ['questions', 'answers', 'comments'] as const) assert.equal(await countOf(database, table), dump[table], table);
      assert.equal(first.tallies.get('question')?.new, dump.questions);
      assert.equal(first.tallies.get('answer')?.new, dump.answers);
      assert.equal(first.tallies.get('comment')?.new, dump.comments);
    });

    test('gives every question and answer the score that its votes have', async () => {
      const scores = scoresOf(dump.folder);
      const found = await rows<{ post: string; score: number }>(
        database.db,
        sql`select split_part(source_key, '/', 3) as post, score from questions union all select split_part(source_key, '/', 3), score from answers`,
      );
      assert.equal(found.length, dump.questions + dump.answers);
      const wrong = found.filter(({ post, score }) => score !== (scores.get(post) ?? 0));
      assert.deepEqual(wrong, []);
    });

    test('counts answers and comments, and tells each act in the feed at its date', async () => {
      const wrong = await rows(
        database.db,
        sql`select q.source_key from questions q where answer_count <> (select count(*) from answers a where a.question_id = q.id)
          or comment_count <> (select count(*) from comments c where c.object_id = q.id)
          or not exists (select from activities x where x.object_id = q.id and x.type = 'asked' and x.published = q.created_at and x.actor_id is not distinct from q.author_id)`,
      );
      assert.deepEqual(wrong, []);
      const accepted = await rows(
        database.db,
        sql`select q.id from questions q join answers a on a.id = q.accepted_answer_id and a.question_id = q.id
          join activities x on x.object_id = a.id and x.type = 'accepted' and x.target_id = q.id and x.actor_id is not distinct from q.author_id`,
      );
      assert.ok(accepted.length > 0);
      assert.equal(accepted.length, (await rows(database.db, sql`select from questions where accepted_answer_id is not null`)).length);
    });

    test('leaves source and licence on every record, and a link on every author', async () => {
      const without = await rows(
        database.db,
        sql`select source_key from questions where source->>'url' is distinct from ${`https://${dump.site}/q/`} || split_part(source_key, '/', 3) or source->>'licence' not like 'CC BY-SA _._'
          union all select source_key from answers where source->>'url' not like ${`https://${dump.site}/a/%`} or source->>'licence' not like 'CC BY-SA _._'
          union all select source_key from comments where source->>'url' is null
          union all select source_key from members where (url is null and source_key not like '%/name/%') or joined_at is not null`,
      );
      assert.deepEqual(without, []);
    });

    test('run again changes nothing and says so', async () => {
      const was = await everything(database);
      const second = await run(database, dump);
      assert.equal(second.quiet, true);
      assert.match(second.toString(), /Nothing changed/);
      assert.equal(second.tallies.get('question')?.unchanged, dump.questions);
      assert.equal(second.skippedCount, first.skippedCount);
      assert.deepEqual(await everything(database), was);
    });
  });
}

describe('hard cases of a dump', () => {
  let database: Database;
  let drop: () => Promise<void>;
  let report: Report;
  before(async () => {
    ({ database, drop } = await freshDatabase());
    report = await run(database, { folder: fixture, site: 'dump.example.org' });
  });
  after(async () => {
    await database.close();
    await drop();
  });
  const bodyOf = async (table: string, key: string) =>
    (
      await rows<{ body: string }>(
        database.db,
        sql`select body from ${sql.identifier(table)} where source_key = ${`dump.example.org/${key}`}`,
      )
    )[0]?.body ?? '';

  test('says what was skipped, why and where', () => {
    const reasons = report.skipped.map(
      ({ what, reason, count, first }) => `${count} ${what} ${first[0]?.at?.file}:${first[0]?.at?.line} ${reason}`,
    );
    assert.deepEqual(reasons.sort(), [
      '1 answer Posts.xml:10 Its question is not in the dump.',
      '1 comment Comments.xml:5 What it is about is not a question or answer of the dump.',
      '1 post Posts.xml:8 It is a tag wiki.',
      '1 post Posts.xml:9 It is the nomination of a moderator.',
      '1 question or answer Posts.xml:11 It was deleted on the site.',
      '1 question or answer Posts.xml:12 It has no title.',
      '1 topic Tags.xml:5 It has no name.',
      '1 user Users.xml:6 Wrote no question, answer or comment.',
      '1 user Users.xml:7 It has no id or no name.',
      '1 vote Votes.xml:13 It is no vote up or down, but a mark such as favourite, closing or bounty.',
      '1 vote Votes.xml:15 The answer it belongs to is not there.',
      '2 vote Votes.xml:12 It is for a post that was deleted, or is no question or answer.',
    ]);
  });

  test('turns HTML into safe Markdown and names what it left out', async () => {
    const question = await bodyOf('questions', 'q/1');
    assert.match(question, /\*\*retrospective\*\*/);
    assert.match(question, /```py\nfor x in team:\n {4}print\(x < 3\)\n```/);
    assert.match(question, /^- +one$/m);
    const answer = await bodyOf('answers', 'a/3');
    assert.doesNotMatch(answer, /javascript|<script|alert/);
    assert.match(answer, /click or \[read\]\(https:\/\/example\.org\/a\), and type \\<b>\./);
    assert.match(answer, /\| A \| B \|\n\| --- \| --- \|\n\| 1 \| x\\\|y \|/);
    const notes = report.notes.map(({ what, reason }) => `${what}: ${reason}`);
    assert.deepEqual(notes, ['answer 3: a link to javascript:alert(1) was left out.', 'answer 3: <script> was left out.']);
    assert.equal(await bodyOf('comments', 'c/1'), 'Trust \\<someone>, see `a<b>`.');
  });

  test('keeps the names of authors whose account is gone', async () => {
    const authors = await rows<{ key: string; name: string | null; url: string | null }>(
      database.db,
      sql`select a.source_key as key, m.name, m.url from answers a left join members m on m.id = a.author_id order by 1`,
    );
    assert.deepEqual(authors, [
      { key: 'dump.example.org/a/2', name: 'Björn & Søn', url: 'https://dump.example.org/users/2' },
      { key: 'dump.example.org/a/3', name: 'user77', url: null },
      { key: 'dump.example.org/a/4', name: null, url: null },
    ]);
  });

  test('gives each record the licence of its date, or the one that the dump names', async () => {
    const found = await rows<{ licence: string }>(
      database.db,
      sql`select source->>'licence' as licence from (select source_key, source from questions union all select source_key, source from answers) r order by source_key`,
    );
    assert.deepEqual(
      found.map(({ licence }) => licence),
      ['CC BY-SA 4.0', 'CC BY-SA 3.0', 'CC BY-SA 3.0', 'CC BY-SA 2.5', 'CC BY-SA 4.0'],
    );
    assert.equal(licenceOf('2018-05-01T23:59:59').licence, 'CC BY-SA 3.0');
    assert.equal(licenceOf('2018-05-02T00:00:00').licence, 'CC BY-SA 4.0');
  });

  test('leaves alone what was edited or deleted here', async () => {
    await database.db.execute(
      sql`update questions set title = 'Edited here', edited_at = now(), version = 2 where source_key = 'dump.example.org/q/1'`,
    );
    await database.db.execute(sql`update answers set deleted_at = now() where source_key = 'dump.example.org/a/2'`);
    const again = await run(database, { folder: fixture, site: 'dump.example.org' });
    const found = await rows<{ title: string; answers: number }>(
      database.db,
      sql`select title, answer_count as answers from questions order by source_key`,
    );
    assert.deepEqual(found, [
      { title: 'Edited here', answers: 2 },
      { title: 'Is there a second question?', answers: 0 },
    ]);
    assert.ok(again.skipped.some(({ what, reason }) => what === 'answer' && reason === 'It was deleted here.'));
  });

  test('takes over what changed in the source', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dump-'));
    cpSync(fixture, folder, { recursive: true });
    const posts = readFileSync(join(folder, 'Posts.xml'), 'utf8');
    writeFileSync(join(folder, 'Posts.xml'), posts.replace('Is there a second question?', 'Is there really a second question?'));
    const changed = await run(database, { folder, site: 'dump.example.org' });
    rmSync(folder, { recursive: true });
    assert.deepEqual(changed.tallies.get('question'), { new: 0, changed: 1, unchanged: 1 });
    const found = await rows<{ title: string; version: number }>(
      database.db,
      sql`select title, version from questions where source_key = 'dump.example.org/q/5'`,
    );
    assert.deepEqual(found, [{ title: 'Is there really a second question?', version: 2 }]);
  });
});

describe('a damaged dump', () => {
  let database: Database;
  let drop: () => Promise<void>;
  let folder: string;
  before(async () => {
    ({ database, drop } = await freshDatabase());
    folder = mkdtempSync(join(tmpdir(), 'dump-'));
  });
  after(async () => {
    rmSync(folder, { recursive: true });
    await database.close();
    await drop();
  });
  async function damage(file: string, change: (text: string) => string | Buffer): Promise<DamagedFile> {
    cpSync(fixture, folder, { recursive: true });
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')));
    const error: unknown = await run(database, { folder, site: 'dump.example.org' }).catch((reason: unknown) => reason);
    assert.ok(error instanceof DamagedFile, String(error));
    assert.equal(await countOf(database, 'communities'), 0);
    assert.equal(await countOf(database, 'members'), 0);
    return error;
  }

  test('that was cut off ends with file and line, and nothing is written', async () => {
    const { place, message } = await damage('Votes.xml', (text) => text.slice(0, text.indexOf('Id="9"')));
    assert.equal(place.file, 'Votes.xml');
    assert.equal(place.line, 11);
    assert.match(message, /^Votes\.xml:11:\d+: Not well-formed XML: /);
  });
  test('that is malformed ends with line and column', async () => {
    const { place } = await damage('Posts.xml', (text) => text.replace('row Id="5"', 'row Id=5'));
    assert.deepEqual({ file: place.file, line: place.line }, { file: 'Posts.xml', line: 7 });
    assert.ok((place.column ?? 0) > 1 && (place.column ?? 0) < 20);
  });
  test('that is no UTF-8 is told', async () => {
    const { message } = await damage('Users.xml', (text) => Buffer.from(text, 'latin1'));
    assert.match(message, /^Users\.xml:\d+: .*not UTF-8/);
  });
});

test('an import that was killed goes on where it was, without duplicates', async () => {
  const { database, drop } = await freshDatabase();
  try {
    const whole = new StackExchange({ folder: fixture }, new Report());
    await whole.check();
    const firstOnes: Located[] = [];
    for await (const located of whole.records()) if (firstOnes.push(located) === 12) break;
    await load(database.db, Readable.from(firstOnes), new Report(), { community: 'se' });
    const report = await run(database, DUMPS[0] as Dump);
    assert.equal(await countOf(database, 'questions'), 2);
    assert.equal(await countOf(database, 'votes'), 8);
    const questions = report.tallies.get('question');
    assert.equal((questions?.new ?? 0) + (questions?.unchanged ?? 0), 2);
    assert.equal((await run(database, DUMPS[0] as Dump)).quiet, true);
  } finally {
    await database.close();
    await drop();
  }
});

test('the site is the option or the name of the folder, else it is asked for', () => {
  assert.equal(siteOf('/tmp/ai', 'https://AI.stackexchange.com/'), 'ai.stackexchange.com');
  assert.equal(siteOf('/tmp/cooking.stackexchange.com', undefined), 'cooking.stackexchange.com');
  assert.throws(
    () => siteOf('/tmp/qa-ai', undefined),
    (error) => error instanceof PlainError && /--site/.test(error.message),
  );
});
