import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { OTHER_COMMUNITY, startServer, type Harness } from './harness.js';

interface Post {
  id: string;
  title: string | null;
  body: string;
  author: { name: string } | null;
  editedAt: string | null;
  topics: { label: string }[];
  viewer: { can: string[] };
}
interface Activity {
  type: string;
  summary: string;
  object: { id: string; title: string | null; url: string | null };
}
let server: Harness;
before(async () => {
  server = await startServer();
});
after(() => server.close());

const newest = async () => (await server.as('visitor').get<{ items: Activity[] }>('/activities?type=posted')).body.items;

test('a post is written, read, edited and deleted, and the feed follows', async () => {
  const anna = server.as('anna');
  const made = await anna.post<Post>('/posts', {
    title: 'Meetup',
    body: 'On **Friday** at _noon_.',
    url: 'https://example.org/meetup',
    topics: ['Events'],
  });
  assert.equal(made.status, 201);
  assert.deepEqual(made.body.viewer.can, ['edit', 'delete', 'comment']);
  assert.deepEqual(
    made.body.topics.map(({ label }) => label),
    ['Events'],
  );
  const path = `/posts/${made.body.id}`;
  const [told] = await newest();
  assert.deepEqual(told?.object, { type: 'post', id: made.body.id, title: 'Meetup', url: 'https://example.org/meetup' });
  assert.equal(told?.summary, 'On Friday at noon.');
  const edited = await anna.patch<Post>(path, { title: null, body: 'On Monday.' }, made.etag);
  assert.equal(edited.body.title, null);
  assert.ok(edited.body.editedAt);
  assert.equal((await newest())[0]?.summary, 'On Monday.', 'the feed does not quote what is no longer there');
  assert.deepEqual((await server.as('visitor').get<Post>(path)).body.viewer.can, []);
  await anna.post('/comments', { object: { type: 'post', id: made.body.id }, body: 'Which one?' });
  assert.equal((await anna.delete(path, edited.etag)).status, 204);
  assert.equal((await anna.get(path)).status, 404);
  assert.deepEqual(await newest(), []);
  assert.deepEqual((await anna.get<{ items: unknown[] }>(`/comments?post=${made.body.id}`)).body.items ?? [], []);
  assert.deepEqual((await anna.get<{ items: unknown[] }>('/activities')).body.items, []);
});

test('what is whose: authors edit, authors and stewards delete', async () => {
  const { body, etag } = await server.as('anna').post<Post>('/posts', { body: 'Mine' });
  const path = `/posts/${body.id}`;
  assert.equal(body.title, null);
  assert.equal((await server.as('visitor').post('/posts', { body: 'x' })).status, 401);
  for (const [persona, status] of [
    ['visitor', 401],
    ['ben', 403],
    ['stella', 403],
  ] as const) {
    assert.equal((await server.as(persona).patch(path, { body: 'Theirs' }, etag)).status, status, persona);
  }
  assert.equal((await server.as('ben').delete(path, etag)).status, 403);
  assert.equal((await server.as('anna').patch(path, { body: 'x' }, null)).status, 428);
  assert.equal((await server.as('anna').patch(path, { body: 'x' }, '"7"')).status, 412);
  assert.equal((await server.as('anna').delete(path, '"7"')).status, 412);
  assert.equal((await server.as('anna', OTHER_COMMUNITY).get(path)).status, 404);
  assert.equal((await server.as('stella').delete(path, etag)).status, 204);
});

test('bad posts are refused, field by field', async () => {
  const bad: [object, string][] = [
    [{}, '/body'],
    [{ body: '  ' }, '/body'],
    [{ body: 'x'.repeat(30_001) }, '/body'],
    [{ body: 'x', url: 'javascript:alert(1)' }, '/url'],
    [{ body: 'x', title: 'x'.repeat(201) }, '/title'],
    [{ body: 'x', topics: ['a', 'b', 'c', 'd', 'e', 'f'] }, '/topics'],
    [{ body: 7 }, '/body'],
  ];
  for (const [post, pointer] of bad) {
    const { status, body } = await server.as('anna').post<{ errors: { pointer: string }[] }>('/posts', post);
    assert.equal(status, 422, pointer);
    assert.deepEqual(
      body.errors.map((error) => error.pointer),
      [pointer],
    );
  }
});

test('a post sent twice with one key is one post', async () => {
  const send = () => server.as('anna').post<Post>('/posts', { body: 'Once' }, { headers: { 'idempotency-key': 'post-once-1' } });
  const [first, second] = await Promise.all([send(), send()]);
  assert.equal(first.body.id, second.body.id);
  assert.equal((await newest()).length, 1);
});
