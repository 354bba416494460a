import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ActivityStreams } from '../../server/import/activity-streams.js';
import { load } from '../../server/import/load.js';
import { DamagedFile, PlainError } from '../../server/import/place.js';
import { Report } from '../../server/import/report.js';
import { rows, sql } from '../../server/store/database.js';
import { startServer, type Harness } from './harness.js';

/** As Mastodon exports it (docs.joinmastodon.org, “Data export”): a follower’s post, a poll, a boost, and what is private. */
const OUTBOX = fileURLToPath(new URL('../fixtures/activity-streams/outbox.json', import.meta.url));
const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public';
const BASE = 'https://team.example';

let server: Harness;
let folder: string;
before(async () => {
  server = await startServer();
  folder = mkdtempSync(join(tmpdir(), 'cop-as2-'));
});
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const fileOf = (value: unknown): string => {
  const path = join(folder, `${Math.random()}.json`);
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value, null, 2));
  return path;
};
async function run(path: string, community: string): Promise<Report> {
  const report = new Report();
  const source = new ActivityStreams(path, report);
  await source.check();
  await load(server.database.db, source.records(), report, { community });
  return report;
}
const reasons = (report: Report) => Object.fromEntries(report.skipped.map(({ what, reason, count }) => [`${what}: ${reason}`, count]));
const newOnes = (
  report: Report,
  kind: 'post' | 'question' | 'answer' | 'comment' | 'resource' | 'vote' | 'activity' | 'reaction' | 'member',
) => report.tallies.get(kind)?.new ?? 0;
const feed = async (community: string) =>
  (
    await server
      .as('visitor', community)
      .get<{ items: { type: string; actor: { name: string } | null; object: { type: string; title: string | null } }[] }>(
        '/activities?limit=50',
      )
  ).body.items;

test('an outbox of Mastodon comes in: what everybody may read, as text without markup that could act', async () => {
  const report = await run(OUTBOX, 'mastodon');
  assert.deepEqual(
    [newOnes(report, 'post'), newOnes(report, 'comment'), newOnes(report, 'question'), newOnes(report, 'member')],
    [2, 1, 1, 1],
  );
  assert.deepEqual(reasons(report), {
    'Create: It was not meant for everybody.': 1,
    'Create: What it replies to is not in the file.': 1,
    'Follow: Who follows whom is each member’s own choice here.': 1,
    'Dance: This type is not known.': 1,
  });
  assert.match(report.toString(), /outbox\.json:\d+:\d+/, 'the report says where');
  const [post] = await rows<{ body: string; topics: string[]; source: { url: string } }>(
    server.database.db,
    sql`select body, topics, source from posts where community_id = 'mastodon' order by created_at`,
  );
  assert.deepEqual(post?.topics, ['retrospective']);
  assert.equal(post?.source.url, 'https://social.example/@mara/100');
  assert.match(
    post?.body ?? '',
    /begins in silence\. {2}\nSee \[https:\/\/blog\.example\/a-long\\-path\]\(https:\/\/blog\.example\/a-long-path\)/,
  );
  assert.match(post?.body ?? '', /!\[A board with notes\]\(<https:\/\/files\.example\/board\.png>\)$/);
  assert.ok(!/script|alert|media_attachments/.test(post?.body ?? ''));
  assert.match(report.notes.map(({ reason }) => reason).join(), /<script> was left out/);
  const everything = JSON.stringify(await rows(server.database.db, sql`select * from posts where community_id = 'mastodon'`));
  assert.ok(!everything.includes('secret'));
  const acts = await feed('mastodon');
  assert.deepEqual(
    acts.map(({ type, object }) => `${type} ${object.type}`),
    ['posted post', 'asked question', 'commented comment', 'posted post'],
  );
  assert.ok(acts.every(({ actor }) => actor?.name === 'mara'));
  const [question] = await rows<{ title: string; body: string }>(
    server.database.db,
    sql`select title, body from questions where community_id = 'mastodon'`,
  );
  assert.deepEqual(question, { title: 'How often do you look back?', body: 'How often do you look back?\n\n- Every week\n- Never' });
});

test('the same file again changes nothing', async () => {
  const report = await run(OUTBOX, 'mastodon');
  assert.ok(report.quiet, report.toString());
});

const act = (n: number, type: string | string[], object: unknown, more: object = {}) => ({
  id: `${BASE}/acts/${n}`,
  type,
  actor: { id: `${BASE}/people/ada`, type: 'Person', name: 'Ada', url: `${BASE}/ada` },
  published: `2025-01-01T10:${String(n).padStart(2, '0')}:00Z`,
  to: PUBLIC,
  object,
  ...more,
});
const thing = (id: string, type: string, more: object = {}) => ({ id: `${BASE}/${id}`, type, content: `<p>Text of ${id}</p>`, ...more });
const bo = { actor: `${BASE}/people/bo` };
const ACTS = [
  act(1, 'Create', thing('q1', 'Question', { name: 'How to begin?' })),
  act(2, 'Create', thing('a1', 'Note', { inReplyTo: `${BASE}/q1` }), bo),
  act(3, 'Create', thing('c1', 'Note', { inReplyTo: `${BASE}/a1` })),
  act(4, 'Create', thing('c2', 'Note', { inReplyTo: [`${BASE}/c1`] }), bo),
  act(5, 'Accept', `${BASE}/a1`),
  act(
    6,
    'Add',
    { id: `${BASE}/r1`, type: 'Video', name: 'A talk', url: [{ type: 'Link', href: 'https://video.example/1', mediaType: 'text/html' }] },
    {
      target: `${BASE}/library`,
    },
  ),
  act(7, 'Like', `${BASE}/r1`, bo),
  act(8, 'Like', `${BASE}/a1`),
  act(9, 'Create', thing('p1', 'Article', { name: 'News', nameMap: { en: 'News' } })),
  act(10, 'Like', `${BASE}/p1`, bo),
  act(11, 'Update', thing('p1', 'Article', { name: 'News', content: '<p>Put right</p>' })),
  act(12, 'Join', `${BASE}`, { ...bo, object: { id: BASE, type: 'Group', name: 'The team' } }),
  act(13, 'Create', thing('p2', 'Note')),
  act(14, 'Delete', { id: `${BASE}/p2`, type: 'Tombstone' }),
  act(15, 'Like', `${BASE}/nowhere`, bo),
  act(16, ['Activity', 'cop:Used'], `${BASE}/r1`, { ...bo, 'cop:act': 'used' }),
  act(17, 'Arrive', `${BASE}/here`),
  act(18, 'Create', thing('x', 'Relationship')),
  act(
    19,
    'Announce',
    thing('far', 'Note', { url: 'https://far.example/1', content: '<p onclick="x()">Read <a href="javascript:alert(1)">this</a></p>' }),
  ),
];

test('acts of every kind become ours, with what they belong to', async () => {
  const page = {
    '@context': 'https://www.w3.org/ns/activitystreams',
    id: `${BASE}/outbox?page=1`,
    type: 'OrderedCollectionPage',
    partOf: `${BASE}/outbox`,
    next: `${BASE}/outbox?page=2`,
    orderedItems: ACTS.toReversed(),
  };
  const report = await run(fileOf(page), 'team');
  assert.deepEqual(
    (['question', 'answer', 'comment', 'resource', 'post', 'vote', 'reaction', 'member'] as const).map((kind) => newOnes(report, kind)),
    [1, 1, 2, 1, 2, 2, 1, 2],
    report.toString(),
  );
  assert.deepEqual(reasons(report), {
    'Create: It was taken back later.': 1,
    'Like: What it is about is not in the file.': 1,
    'Arrive: Nothing here is like it.': 1,
    'Create: It makes a thing of a type that is not known: Relationship.': 1,
  });
  assert.match(report.notes.map(({ reason }) => reason).join(), /There is more of it at https:\/\/team\.example\/outbox\?page=2/);
  const team = server.as('visitor', 'team');
  const [question] = (
    await team.get<{ items: { id: string; title: string; acceptedAnswerId: string | null; answerCount: number }[] }>('/questions')
  ).body.items;
  assert.equal(question?.title, 'How to begin?');
  assert.ok(question.acceptedAnswerId);
  const { items } = (await team.get<{ items: { object: { type: string } }[] }>(`/comments?thread=${question.id}`)).body;
  assert.deepEqual(
    items.map(({ object }) => object.type),
    ['answer', 'answer'],
    'a reply to a comment is a comment beside it',
  );
  const posts = await rows<{ body: string }>(
    server.database.db,
    sql`select body from posts where community_id = 'team' order by created_at`,
  );
  assert.deepEqual(
    posts.map(({ body }) => body),
    ['Put right', '> Read this'],
  );
  const kinds = (await feed('team')).map(({ type, actor }) => `${actor?.name} ${type}`);
  assert.deepEqual(kinds.toSorted(), [
    'Ada accepted',
    'Ada added',
    'Ada asked',
    'Ada commented',
    'Ada posted',
    'Ada posted',
    'Ada revised',
    'bo answered',
    'bo commented',
    'bo joined',
    'bo used',
  ]);
  assert.ok((await run(fileOf(page), 'team')).quiet, 'again it changes nothing');
  const changed = await run(
    fileOf([act(9, 'Create', thing('p1', 'Article', { name: 'News', content: '<p>Newer</p>', updated: '2025-02-01T00:00:00Z' }))]),
    'team',
  );
  assert.deepEqual(
    [changed.tallies.get('post')?.new, changed.tallies.get('post')?.changed],
    [0, 1],
    'what changed in the source is changed',
  );
});

test('what this server answers comes in elsewhere', async () => {
  await server.as('anna').post('/questions', { kind: 'problem', title: 'How to say no?', body: 'To everyone.' });
  const { body } = await server.ask<{ orderedItems: object[] }>('GET', server.url('/activities?limit=50'), {
    accept: 'application/activity+json',
  });
  const report = await run(fileOf(body), 'copy');
  const there = await feed('team-coaching');
  const here = await feed('copy');
  const asked = (acts: typeof here) =>
    acts.flatMap(({ type, actor, object }) => (type === 'asked' ? [`${actor?.name}: ${object.title}`] : []));
  assert.ok(asked(there).length > 0);
  assert.deepEqual(asked(here), asked(there), report.toString());
});

test('what is damaged, or something else, comes in not at all and says why', async () => {
  await assert.rejects(run(fileOf('{"type": "OrderedCollection",\n "orderedItems": ['), 'never'), (error: DamagedFile) => {
    assert.ok(error instanceof DamagedFile);
    assert.equal(error.place.line, 2);
    return true;
  });
  await assert.rejects(run(fileOf({ hello: 'world' }), 'never'), DamagedFile);
  await assert.rejects(run(join(folder, 'missing.json'), 'never'), PlainError);
  for (const odd of [
    [
      null,
      3,
      'text',
      [],
      act(1, 'Create', null),
      act(2, 'Create', { id: 5, type: {} }),
      act(3, 'Like', [[]]),
      { type: 'Create' },
      { type: ['Create', 7], actor: 7, object: [] },
    ],
  ])
    assert.ok((await run(fileOf(odd), 'odd')).skippedCount > 0);
  const long = `${BASE}/${'x'.repeat(600)}`;
  const report = await run(fileOf([act(1, 'Create', { id: long, type: 'Note', content: 'Long' })]), 'odd');
  assert.equal(newOnes(report, 'post'), 0);
});
