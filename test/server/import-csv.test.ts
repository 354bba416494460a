import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Csv } from '../../server/import/csv.js';
import { load } from '../../server/import/load.js';
import { DamagedFile, PlainError } from '../../server/import/place.js';
import { Report } from '../../server/import/report.js';
import { rows, sql, type Database } from '../../server/store/database.js';
import { freshDatabase } from './harness.js';

const folder = fileURLToPath(new URL('../fixtures/csv', import.meta.url));

async function run(database: Database, path: string): Promise<Report> {
  const report = new Report();
  const csv = new Csv(path, report);
  await csv.check();
  await load(database.db, csv.records(), report, { community: 'csv', name: 'From CSV' });
  return report;
}

describe('members, resources and questions from CSV', () => {
  let database: Database;
  let drop: () => Promise<void>;
  let report: Report;
  before(async () => {
    ({ database, drop } = await freshDatabase());
    report = await run(database, folder);
  });
  after(async () => {
    await database.close();
    await drop();
  });

  test('come in by the names of their columns', async () => {
    const members = await rows(
      database.db,
      sql`select name, headline, country, topics, offers, joined_at is not null as listed from members order by name`,
    );
    assert.deepEqual(members, [
      {
        name: 'Ada B.',
        headline: 'Coach, "agile"',
        country: 'NO',
        topics: ['retrospectives', 'c++'],
        offers: ['facilitation'],
        listed: true,
      },
      { name: 'Cy', headline: 'Two lines', country: 'DE', topics: [], offers: [], listed: true },
    ]);
    const resources = await rows(
      database.db,
      sql`select kind, title, url, topics, published_on as day, licence, source from resources order by title`,
    );
    assert.deepEqual(resources, [
      { kind: 'tool', title: 'A tool without a date', url: 'https://example.org/tool', topics: [], day: null, licence: null, source: null },
      {
        kind: 'guide',
        title: 'How to coach',
        url: 'https://example.org/coach',
        topics: ['coaching'],
        day: '2024-05-01',
        licence: 'CC0 1.0',
        source: { name: 'A list', url: 'https://example.org/list', licence: 'CC0 1.0', licenceUrl: null },
      },
    ]);
    const questions = await rows(
      database.db,
      sql`select q.title, q.body, m.name as author, to_char(q.created_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at, x.type as told
        from questions q left join members m on m.id = q.author_id left join activities x on x.object_id = q.id order by q.title`,
    );
    assert.deepEqual(questions, [
      {
        title: 'How do I start a retrospective?',
        body: 'Some **text**\nand more',
        author: 'Ada B.',
        at: '2024-03-01 12:00',
        told: 'asked',
      },
      { title: 'Who has done this before?', body: 'Please tell', author: null, at: '2024-03-02 10:00', told: 'asked' },
    ]);
    const topics = await rows<{ label: string }>(database.db, sql`select label from topics order by id`);
    assert.deepEqual(
      topics.map(({ label }) => label),
      ['C++', 'Coaching', 'Facilitation', 'Retrospectives'],
    );
  });

  test('say of each bad row where it is and what is wrong', () => {
    const places = report.skipped.flatMap(({ first }) => first.map(({ at, reason }) => `${at?.file}:${at?.line} ${reason.split(':')[0]}`));
    assert.deepEqual(places.sort(), [
      'members.csv:3 country',
      'questions.csv:4 title',
      'questions.csv:5 createdAt',
      'resources.csv:3 kind',
      'resources.csv:4 url',
      'resources.csv:5 url',
    ]);
    const reasons = report.skipped.map(({ reason }) => reason);
    assert.ok(reasons.includes('country: “XYZ” is not two capital letters, such as NO.'), reasons.join('\n'));
    assert.ok(reasons.includes('title: It must have at least 8 characters.'), reasons.join('\n'));
    assert.ok(
      reasons.some((reason) => reason.startsWith('kind: “song” is none of article, tool, ')),
      reasons.join('\n'),
    );
    assert.deepEqual(
      report.notes.map(({ what, reason }) => `${what} ${reason}`),
      [
        'column “shoeSize” Unknown, left out.',
        'question The member “csv/member/nobody” is not there; it came in without.',
        'activity The member “csv/member/nobody” is not there; it came in without.',
      ],
    );
  });

  test('run again change nothing', async () => {
    const again = await run(database, folder);
    assert.equal(again.quiet, true, again.toString());
  });
});

test('members from CSV may be stewards and are who signs in', async () => {
  const { database, drop } = await freshDatabase();
  const own = mkdtempSync(join(tmpdir(), 'csv-'));
  writeFileSync(join(own, 'members.csv'), 'name,role,identity\nAda,steward,https://id.example.org 42\nBo,king,\nCy,,proxy\n');
  const report = await run(database, own);
  const found = await rows(
    database.db,
    sql`select m.name, m.role, i.issuer, i.subject from members m left join identities i on i.member_id = m.id`,
  );
  assert.deepEqual(found, [{ name: 'Ada', role: 'steward', issuer: 'https://id.example.org', subject: '42' }]);
  assert.deepEqual(
    report.skipped.map(({ reason }) => reason),
    ['role: “king” is none of member, steward.', 'identity: “proxy” is not the issuer, a blank and the subject.'],
  );
  rmSync(own, { recursive: true });
  await database.close();
  await drop();
});

describe('CSV that can’t be read', () => {
  let folderOfBad: string;
  before(() => {
    folderOfBad = mkdtempSync(join(tmpdir(), 'csv-'));
  });
  after(() => rmSync(folderOfBad, { recursive: true }));
  async function check(name: string, text: string): Promise<Error> {
    const path = join(folderOfBad, name);
    writeFileSync(path, text);
    try {
      await new Csv(path, new Report()).check();
    } catch (error) {
      return error as Error;
    }
    return assert.fail('It was read.');
  }
  test('ends with the line where a quotation mark is never closed', async () => {
    const error = await check('members.csv', 'name,bio\nAda,ok\nBen,"never closed\nmore\n');
    assert.ok(error instanceof DamagedFile);
    assert.match(error.message, /^members\.csv:\d+: Not well-formed CSV: /);
  });
  test('ends where a column is missing that has to be there', async () => {
    const error = await check('resources.csv', 'title,link\nA,https://example.org\n');
    assert.match(error.message, /^resources\.csv:1: The header lacks: url\./);
  });
  test('asks for a file with a name it knows', () => {
    assert.throws(() => new Csv(fileURLToPath(import.meta.url), new Report()), PlainError);
  });
});
