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

const PNG = new Uint8Array([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15,
  0xc4, 0x89,
]);
interface Attached {
  id: string;
  name: string;
  type: string;
  url: string;
}
async function upload(name: string, persona: 'anna' | 'ben' = 'anna', content: Uint8Array = new TextEncoder().encode(name)) {
  const form = new FormData();
  form.append('file', new File([content as BlobPart], name));
  return (await server.as(persona).post<Attached>('/files', undefined, { raw: form })).body;
}
const download = (url: string) => fetch(server.origin + url);

test('a post carries files, which everybody may read who may read the post, and which go with it', async () => {
  const anna = server.as('anna');
  const [plan, photo] = [await upload('plan.txt'), await upload('photo.png', 'anna', PNG)];
  assert.equal((await download(plan.url)).status, 404, 'an upload is its sender’s alone');
  const made = await anna.post<Post & { files: Attached[] }>('/posts', { body: 'See both.', files: [photo.id, plan.id] });
  assert.equal(made.status, 201);
  assert.deepEqual(
    made.body.files.map(({ name, type }) => [name, type]),
    [
      ['photo.png', 'image/png'],
      ['plan.txt', 'text/plain'],
    ],
  );
  const picture = await download(photo.url);
  assert.equal(picture.status, 200);
  assert.equal(picture.headers.get('cross-origin-resource-policy'), 'cross-origin');
  assert.equal((await download(plan.url)).headers.get('cross-origin-resource-policy'), 'same-site');

  const more = await upload('more.txt');
  const path = `/posts/${made.body.id}`;
  const edited = await anna.patch<Post & { files: Attached[] }>(path, { files: [more.id, photo.id] }, made.etag);
  assert.deepEqual(
    edited.body.files.map(({ name }) => name),
    ['more.txt', 'photo.png'],
  );
  assert.equal((await download(plan.url)).status, 404, 'what was taken out is gone');
  const { body: feed } = await server.as('visitor').get<{ items: Record<string, unknown>[] }>('/feed.json');
  const item = feed.items.find(({ attachments }) => attachments !== undefined) as { attachments: { url: string; mime_type: string }[] };
  assert.deepEqual(
    item.attachments.map(({ mime_type }) => mime_type),
    ['text/plain', 'image/png'],
  );
  assert.equal(item.attachments[1]?.url, server.origin + photo.url);
  const rss = await server.as('visitor').get<string>('/feed.rss');
  assert.match(rss.body, /<enclosure url="[^"]+\/files\/[^"]+" length="8" type="text\/plain"\/>/);
  assert.equal((await anna.delete(path, edited.etag)).status, 204);
  assert.equal((await download(photo.url)).status, 404);
});

test('a file serves one post, of its sender, and no more than ten do', async () => {
  const file = await upload('mine.txt');
  const send = (persona: 'anna' | 'ben', files: string[]) =>
    server.as(persona).post<{ errors: { pointer: string }[] }>('/posts', { body: 'x', files });
  const refused = await send('ben', [file.id]);
  assert.deepEqual([refused.status, refused.body.errors[0]?.pointer], [422, '/files/0']);
  assert.equal((await send('anna', [file.id])).status, 201);
  assert.equal((await send('anna', [file.id])).status, 422);
  assert.equal((await send('anna', ['not-a-file'])).status, 422);
  assert.equal(
    (
      await send(
        'anna',
        Array.from({ length: 11 }, (_, i) => `f-${i}`),
      )
    ).status,
    422,
  );
});

test('each state of a post is kept', async () => {
  const anna = server.as('anna');
  const { body, etag } = await anna.post<Post>('/posts', { body: 'Now.' });
  await anna.patch(`/posts/${body.id}`, { body: 'Later.' }, etag);
  const { body: page } = await server.as('ben').get<{ items: { content: { body: string } }[] }>(`/revisions?post=${body.id}`);
  assert.deepEqual(
    page.items.map(({ content }) => content.body),
    ['Later.', 'Now.'],
  );
});
