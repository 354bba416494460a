import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { exportArchive } from '../../server/export/archive.js';
import { Archive } from '../../server/import/archive.js';
import { load } from '../../server/import/load.js';
import { DamagedFile, PlainError } from '../../server/import/place.js';
import { toLine, type ArchiveInput } from '../../server/import/records.js';
import { Report } from '../../server/import/report.js';
import { rows, sql, type Database } from '../../server/store/database.js';
import { freshDatabase } from './harness.js';

const at = '2025-05-01T10:00:00.000Z';
const later = '2025-05-02T10:00:00.250Z';
const source = { name: 'Somewhere', url: 'https://example.org/1', licence: 'CC BY 4.0', licenceUrl: null };
const bytes = Buffer.from('a template\n'.repeat(20));
const ID = {
  ada: '01890000-0000-7000-8000-000000000001',
  question: '01890000-0000-7000-8000-000000000002',
  file: '01890000-0000-7000-8000-000000000003',
  attached: '01890000-0000-7000-8000-000000000004',
};
/** One of each type, with every field filled somewhere; some written here (their key is an id), some imported. */
const RECORDS: ArchiveInput[] = [
  {
    type: 'community',
    name: 'Round trip',
    description: 'There and back',
    language: 'de',
    sources: [source],
    rules: { autoCloseDays: 90, ladder: { size: 4 } },
    profileFields: [{ id: 'team', label: 'Team', type: 'choice', options: ['Red', 'Blue'] }],
    createdAt: at,
  },
  { type: 'topic', id: 'feedback', label: 'Feedback', aliases: [{ id: 'praise', label: 'Appreciation' }] },
  { type: 'topic', id: 'größe', label: 'Größe' },
  { type: 'member', key: 'else/ben', name: 'Ben 🙂', url: 'https://example.org/ben', source, updatedAt: at },
  {
    type: 'member',
    key: ID.ada,
    name: 'Ada',
    headline: 'Coach',
    bio: 'Line\nline',
    pronouns: 'she',
    place: 'Oslo',
    country: 'NO',
    languages: ['nb'],
    timeZone: 'Europe/Oslo',
    topics: ['feedback'],
    offers: ['feedback'],
    needs: ['größe'],
    links: [{ kind: 'website', label: 'Site', url: 'https://example.org' }],
    groups: [{ name: 'Board', role: null }],
    participation: 'core',
    role: 'steward',
    visibility: { bio: 'members', workingHours: 'stewards', presence: 'nobody' },
    workingHours: { days: [1, 2, 4], from: '08:00', to: '16:30' },
    fields: { team: 'Red' },
    deletionDueAt: '2031-05-02T10:00:00.000Z',
    quietHours: { from: '20:00', to: '08:30' },
    asksPerWeek: 0,
    unreminded: true,
    joinedAt: at,
    lastVisitAt: later,
    caughtUpAt: at,
    updatedAt: later,
    version: 3,
    identities: [{ issuer: 'demo', subject: 'ada' }],
  },
  {
    type: 'file',
    key: ID.file,
    member: ID.ada,
    name: 'größe.txt',
    mediaType: 'text/plain',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    base64: bytes.toString('base64'),
    createdAt: at,
  },
  {
    type: 'file',
    key: ID.attached,
    member: ID.ada,
    name: 'plan.txt',
    mediaType: 'text/plain',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    base64: bytes.toString('base64'),
    createdAt: later,
  },
  {
    type: 'resource',
    key: 'else/r1',
    kind: 'template',
    title: 'A template',
    file: ID.file,
    creator: 'Ada',
    publishedOn: '2025-01-01',
    language: 'en',
    licence: 'CC0 1.0',
    topics: ['feedback'],
    status: 'obsolete',
    statusNote: 'There is a better one.',
    steward: ID.ada,
    reviewOn: '2026-05-01',
    reviewedAt: later,
    reviewedBy: 'else/ben',
    createdAt: at,
    updatedAt: at,
  },
  {
    type: 'resource',
    key: 'else/r2',
    kind: 'article',
    title: 'An article',
    url: 'https://www.example.org/article/?utm_source=x',
    link: { siteName: 'Example', imageUrl: 'https://example.org/cover.png', fetchedAt: at },
    createdAt: later,
    updatedAt: later,
  },
  {
    type: 'post',
    key: 'else/p1',
    title: 'News',
    body: `There is **news**, [@Ada](member:${ID.ada}).`,
    url: 'https://example.org/news',
    files: [ID.attached],
    author: ID.ada,
    createdAt: at,
    updatedAt: at,
    source,
  },
  {
    type: 'question',
    key: ID.question,
    kind: 'problem',
    title: 'How do I give feedback?',
    body: 'To *whom*?',
    topics: ['feedback'],
    anonymous: true,
    about: { url: 'https://example.org/handbook', title: 'Handbook' },
    details: { tried: 'Nothing yet.' },
    closedAt: later,
    closedReason: 'answered',
    closedNote: 'See below.',
    acceptance: { at, remindedAt: later },
    ladder: { startedAt: at, step: 2, dueAt: later },
    author: ID.ada,
    createdAt: at,
    updatedAt: later,
    editedAt: later,
    version: 2,
  },
  {
    type: 'question',
    key: 'else/q2',
    title: 'And how do I take it?',
    body: 'Asked *twice*.',
    anonymous: true,
    mergedInto: ID.question,
    author: 'else/ben',
    createdAt: at,
    updatedAt: later,
  },
  {
    type: 'answer',
    key: 'else/a1',
    question: ID.question,
    body: 'Soon.',
    accepted: true,
    author: 'else/ben',
    createdAt: at,
    updatedAt: at,
    source,
  },
  {
    type: 'comment',
    key: 'else/c1',
    object: { type: 'answer', key: 'else/a1' },
    body: 'Thanks.',
    score: 4,
    author: ID.ada,
    createdAt: at,
    updatedAt: at,
  },
  { type: 'vote', object: { type: 'answer', key: 'else/a1' }, member: ID.ada, value: 1, createdAt: at },
  { type: 'vote', key: 'else/v1', object: { type: 'question', key: ID.question }, value: -1, createdAt: at },
  { type: 'use', object: { type: 'answer', key: 'else/a1' }, member: ID.ada, outcome: 'adapted', context: 'Remote', createdAt: at },
  { type: 'use', key: 'former:1', object: { type: 'answer', key: 'else/a1' }, outcome: 'failed', context: 'Large group', createdAt: later },
  { type: 'endorsement', resource: 'else/r1', member: ID.ada, note: 'Used in each onboarding.', createdAt: at },
  {
    type: 'collection',
    key: 'else/k1',
    title: 'For new leads',
    description: 'To begin with.',
    featured: true,
    items: [
      { resource: 'else/r2', note: 'First this.', addedAt: at },
      { resource: 'else/r1', note: '', addedAt: later },
    ],
    author: ID.ada,
    createdAt: at,
    updatedAt: at,
  },
  {
    type: 'collection',
    key: 'else/k2',
    title: 'All articles',
    filter: { kind: ['article'] },
    author: ID.ada,
    createdAt: later,
    updatedAt: later,
    version: 2,
  },
  {
    type: 'request',
    key: 'else/w1',
    title: 'A map',
    details: 'Of the team.',
    author: ID.ada,
    resource: 'else/r2',
    closedAt: later,
    createdAt: at,
  },
  { type: 'save', object: { type: 'question', key: ID.question }, member: ID.ada, createdAt: at },
  { type: 'save', object: { type: 'resource', key: 'else/r2' }, member: ID.ada, createdAt: later },
  { type: 'follow', object: { type: 'topic', key: 'feedback' }, member: ID.ada, createdAt: at },
  { type: 'follow', object: { type: 'member', key: 'else/ben' }, member: ID.ada, createdAt: later },
  { type: 'follow', object: { type: 'question', key: ID.question }, member: 'else/ben', createdAt: '2025-05-03T10:00:00.000Z' },
  { type: 'same', question: ID.question, member: 'else/ben', createdAt: at },
  {
    type: 'help',
    question: ID.question,
    member: 'else/ben',
    ring: 1,
    reason: { kind: 'offer', topic: 'feedback' },
    askedAt: at,
    outcome: 'declined',
    outcomeAt: later,
  },
  { type: 'help', question: ID.question, member: ID.ada, reason: { kind: 'invited' }, invitedBy: 'else/ben', askedAt: later },
  {
    type: 'activity',
    key: 'else/x1',
    verb: 'answered',
    published: at,
    actor: 'else/ben',
    object: { type: 'answer', key: 'else/a1' },
    target: { type: 'question', key: ID.question },
    summary: 'Soon.',
    source,
  },
  { type: 'reaction', activity: 'else/x1', member: ID.ada, kind: 'thanks' },
];
const lines = (records: ArchiveInput[]) =>
  [
    JSON.stringify({ format: 'cop-archive', version: 1 }),
    ...records.map(toLine),
    JSON.stringify({ type: 'end', records: records.length }),
    '',
  ].join('\n');

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
    const merged = await rows(
      first.db,
      sql`select m.source_key as key, m.deleted_at is not null as gone, m.merged_into_id as into, q.same_count as same from questions m join questions q on q.id = m.merged_into_id`,
    );
    assert.deepEqual(merged, [{ key: 'else/q2', gone: true, into: ID.question, same: 1 }]);
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
    assert.equal((await rows(first.db, sql`select from files where community_id = 'copy'`)).length, 2);
    assert.equal((await rows(first.db, sql`select from attachments where community_id = 'copy'`)).length, 1);
  });

  test('has nothing in it that was deleted, nor what belonged to it', async () => {
    const other = await database();
    await bringIn(other, file(lines(RECORDS)));
    await other.db.execute(sql`update answers set deleted_at = now()`);
    const types = (await takeOut(other)).split('\n').flatMap((line) => /"type":"(\w+)"/.exec(line)?.[1] ?? []);
    assert.deepEqual(types, [
      ...[
        'community',
        'topic',
        'topic',
        'member',
        'member',
        'file',
        'file',
        'resource',
        'resource',
        'post',
        'question',
        'question',
        'vote',
      ],
      ...[
        'endorsement',
        'collection',
        'collection',
        'request',
        'save',
        'save',
        'follow',
        'follow',
        'follow',
        'same',
        'help',
        'help',
        'end',
      ],
    ]);
  });

  test('of an unknown community is refused', async () => {
    await assert.rejects(takeOut(first, 'nowhere'), PlainError);
  });
});

describe('a bad archive', () => {
  test('that is damaged ends with the line, and nothing is written', async () => {
    const good = lines(RECORDS).trimEnd().split('\n');
    const cases: [string | Buffer, RegExp, string?][] = [
      [good.slice(0, 7).join('\n'), /^a\.jsonl:7: It is cut off/],
      [good.with(4, `${good[4]?.slice(0, 20)}`).join('\n'), /^a\.jsonl:5:21: Not well-formed JSON/],
      [good.toSpliced(3, 1).join('\n'), /^a\.jsonl:33: It should hold 32 records and holds 31/],
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
