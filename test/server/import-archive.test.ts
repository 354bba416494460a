import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { exportArchive } from '../../server/export/archive.js';
import { Archive } from '../../server/import/archive.js';
import { load } from '../../server/import/load.js';
import { DamagedFile, PlainError } from '../../server/import/place.js';
import type { ArchiveInput } from '../../server/import/records.js';
import { Report } from '../../server/import/report.js';
import { rows, sql, type Database } from '../../server/store/database.js';
import { ID, RECORDS, at, bytes, lines } from './archive-records.js';
import { freshDatabase } from './harness.js';

let folder: string;
const fresh: { database: Database; drop: () => Promise<void> }[] = [];
async function database(): Promise<Database> {
  const made = await freshDatabase();
  fresh.push(made);
  return made.database;
}
function file(text: string | Buffer, name = 'a.jsonl'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}
async function bringIn(to: Database, path: string, community = 'round'): Promise<Report> {
  const report = new Report();
  const archive = new Archive(path, report);
  await archive.check();
  await load(to.db, archive.records(), report, { community });
  return report;
}
async function takeOut(from: Database, community = 'round'): Promise<string> {
  const all: string[] = [];
  await exportArchive(from.db, community, async (more) => void all.push(...more));
  return `${all.join('\n')}\n`;
}

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'archive-'));
});
after(async () => {
  rmSync(folder, { recursive: true });
  for (const { database: opened, drop } of fresh) {
    await opened.close();
    await drop();
  }
});

describe('an archive', () => {
  let first: Database;
  before(async () => {
    first = await database();
    const report = await bringIn(first, file(lines(RECORDS)));
    assert.equal(report.skippedCount, 0, report.toString());
  });

  test('goes in and comes out as it was, also when compressed', async () => {
    const out = await takeOut(first);
    assert.deepEqual(out.split('\n').map(sorted), lines(RECORDS).split('\n').map(sorted));
    const second = await database();
    await bringIn(second, file(gzipSync(out), 'a.jsonl.gz'));
    assert.equal(await takeOut(second), out);
  });

  test('keeps ids of what was written here, counts anew, and brings the bytes of files', async () => {
    const found = await rows(
      first.db,
      sql`select q.id, q.source_key as key, q.score, q.answer_count as answers, a.score as answer_score, a.comment_count as comments, q.uses_adapted as uses, q.accepted_answer_id = a.id as accepted
        from questions q join answers a on a.question_id = q.id`,
    );
    assert.deepEqual(found, [{ id: ID.question, key: null, score: -1, answers: 1, answer_score: 1, comments: 1, uses: 1, accepted: true }]);
    assert.deepEqual(await rows(first.db, sql`select object_type as type, member_id as member from mentions`), [
      { type: 'post', member: ID.ada },
    ]);
    const content = await rows<{ content: string }>(
      first.db,
      sql`select convert_from(b.bytes, 'UTF8') as content from resources r join file_bytes b on b.file_id = r.file_id`,
    );
    assert.equal(content[0]?.content, bytes.toString());
    const shared = await rows(first.db, sql`select url_key as key, endorsement_count as endorsed from resources order by created_at`);
    assert.deepEqual(shared, [
      { key: null, endorsed: 1 },
      { key: 'example.org/article', endorsed: 0 },
    ]);
  });

  test('comes in beside itself, in another community of the same database', async () => {
    await bringIn(first, file(lines(RECORDS)), 'copy');
    const copy = (await takeOut(first, 'copy')).split('\n').filter((line) => !/"type":"(file|resource|post)"/.test(line));
    assert.deepEqual(
      copy.map(sorted),
      lines(RECORDS)
        .split('\n')
        .filter((line) => !/"type":"(file|resource|post)"/.test(line))
        .map(sorted),
    );
    assert.equal((await rows(first.db, sql`select from files where community_id = 'copy'`)).length, 3);
    assert.equal((await rows(first.db, sql`select from attachments where community_id = 'copy'`)).length, 2);
  });

  test('has nothing in it that was deleted, nor what belonged to it', async () => {
    const other = await database();
    await bringIn(other, file(lines(RECORDS)));
    await other.db.execute(sql`update answers set deleted_at = now()`);
    const types = (await takeOut(other)).split('\n').flatMap((line) => /"type":"(\w+)"/.exec(line)?.[1] ?? []);
    assert.deepEqual(types, [
      ...['community', 'topic', 'topic', 'member', 'member', 'file', 'file', 'file', 'post', 'question', 'question', 'question'],
      ...['resource', 'resource', 'comment', 'comment', 'comment', 'vote', 'vote', 'use', 'use', 'use', 'endorsement', 'collection'],
      ...['collection', 'request', 'save', 'save', 'follow', 'follow', 'follow', 'same', 'help', 'help', 'report', 'revision', 'revision'],
      ...['merge', 'merge', 'end'],
    ]);
  });

  test('of an unknown community is refused', async () => {
    await assert.rejects(takeOut(first, 'nowhere'), PlainError);
  });
});

describe('a bad archive', () => {
  test('that is damaged ends with the line, and nothing is written', async () => {
    const good = lines(RECORDS).trimEnd().split('\n');
    const all = RECORDS.length;
    const cases: [string | Buffer, RegExp, string?][] = [
      [good.slice(0, 7).join('\n'), /^a\.jsonl:7: It is cut off/],
      [good.with(4, `${good[4]?.slice(0, 20)}`).join('\n'), /^a\.jsonl:5:21: Not well-formed JSON/],
      [good.toSpliced(3, 1).join('\n'), new RegExp(`^a\\.jsonl:${all + 1}: It should hold ${all} records and holds ${all - 1}`)],
      ['{"format":"other"}\n', /^a\.jsonl:1: It is no archive/],
      ['', /^a\.jsonl:1: It is empty/],
      [gzipSync(lines(RECORDS)).subarray(0, 300), /^a\.jsonl\.gz:\d+: Broken or cut off/, 'a.jsonl.gz'],
    ];
    const empty = await database();
    for (const [text, message, name] of cases) {
      await assert.rejects(bringIn(empty, file(text, name)), (error) => error instanceof DamagedFile && message.test(error.message));
    }
    assert.equal((await rows(empty.db, sql`select from communities`)).length, 0);
  });

  test('with bad records brings in the others and says what is wrong', async () => {
    const bad: ArchiveInput[] = [
      ...RECORDS.slice(0, 5),
      { type: 'resource', key: 'x/1', kind: 'song' as 'book', title: 'No kind', createdAt: at },
      { type: 'answer', key: 'x/2', question: 'nowhere', body: 'To nothing.', createdAt: at },
      { type: 'question', key: 'x/3', title: 'Asked by nobody?', body: 'Yes.', author: 'nobody', createdAt: at },
      { type: 'file', key: 'x/4', name: 'a.txt', mediaType: 'text/plain', sha256: '0'.repeat(64), base64: 'YQ==', createdAt: at },
    ];
    const report = await bringIn(await database(), file(lines(bad)));
    assert.deepEqual(report.skipped.map(({ what, reason, first }) => `${first[0]?.at?.line} ${what} ${reason.slice(0, 45)}`).sort(), [
      '10 file Its content is not what its checksum says.',
      '7 resource kind: Invalid option: expected one of "articl',
      '8 answer The question it belongs to is not there.',
    ]);
    assert.equal(report.notes[0]?.reason, 'The member “nobody” is not there; it came in without.');
    assert.equal(report.tallies.get('question')?.new, 1);
  });
});

/** Fields in one order, so that only what a line says is compared. */
function sorted(line: string): unknown {
  return line === '' ? '' : JSON.parse(line);
}
