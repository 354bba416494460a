import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { startServer, type Harness } from './harness.js';

interface Asked {
  id: string;
  title: string;
}

let server: Harness;
before(async () => {
  server = await startServer();
});
after(() => server.close());

const question = (title: string) => ({ kind: 'problem', title, body: 'Body' });
const ask = (key: string, title: string, who: 'anna' | 'ben' = 'anna') =>
  server.as(who).post<Asked & { type?: string }>('/questions', question(title), { headers: { 'idempotency-key': key } });
const countOf = async (title: string) => {
  const page = await server.as('visitor').get<{ items: Asked[] }>('/questions?limit=100');
  return page.body.items.filter((item) => item.title === title).length;
};

test('a repeat gets the first answer and does nothing', async () => {
  const key = randomUUID();
  const first = await ask(key, 'Asked only once, in a row');
  const second = await ask(key, 'Asked only once, in a row');
  assert.deepEqual([first.status, second.status], [201, 201]);
  assert.deepEqual(second.body, first.body);
  assert.equal(second.etag, first.etag);
  assert.deepEqual([first.headers.get('idempotency-replayed'), second.headers.get('idempotency-replayed')], [null, 'true']);
  assert.equal(await countOf('Asked only once, in a row'), 1);
});

test('repeats at the same moment do it once', async () => {
  const key = randomUUID();
  const all = await Promise.all(Array.from({ length: 12 }, () => ask(key, 'Asked only once, at once')));
  assert.deepEqual([...new Set(all.map(({ status }) => status))], [201]);
  assert.equal(new Set(all.map(({ body }) => body.id)).size, 1);
  assert.equal(await countOf('Asked only once, at once'), 1);
});

test('the same key with another text is refused', async () => {
  const key = randomUUID();
  await ask(key, 'The first with this key');
  const other = await ask(key, 'The second with this key');
  assert.equal(other.status, 422);
  assert.equal(other.body.type, 'urn:cop:problem:key-reused');
});

test('keys are a person’s own', async () => {
  const key = randomUUID();
  const [anna, ben] = [await ask(key, 'Asked by two people'), await ask(key, 'Asked by two people', 'ben')];
  assert.notEqual(anna.body.id, ben.body.id);
});

test('a refused request leaves its key free', async () => {
  const key = randomUUID();
  assert.equal((await ask(key, 'short')).status, 422);
  assert.equal((await ask(key, 'Long enough this time')).status, 201);
});

test('a key that is too short is refused', async () => {
  assert.equal((await ask('abc', 'With a key too short')).status, 422);
});

test('answers, comments, posts and files know keys too', async () => {
  const headers = { 'idempotency-key': randomUUID() };
  const paths: [string, unknown][] = [
    [`/questions/${server.ids.question}/answers`, { body: 'Once' }],
    ['/comments', { object: { type: 'question', id: server.ids.question }, body: 'Once' }],
    ['/posts', { body: 'Once' }],
  ];
  for (const [path, body] of paths) {
    const own = { headers: { 'idempotency-key': `${headers['idempotency-key']}${path.length}` } };
    const ids = [await server.as('anna').post<Asked>(path, body, own), await server.as('anna').post<Asked>(path, body, own)].map(
      (answer) => answer.body.id,
    );
    assert.equal(ids[0], ids[1], path);
  }
});
