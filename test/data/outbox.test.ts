import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { Http } from '../../src/data/http.js';
import { Outbox } from '../../src/data/outbox.js';
import { memoryStorage, type Storage } from '../../src/data/storage.js';

/** An endpoint that remembers what arrived by its key, as the contract asks: a repeat gets the first answer and does nothing. */
class Endpoint {
  online = true;
  status = 200;
  /** Takes the write, but its answer is lost on the way. */
  losesAnswers = false;
  readonly arrived = new Map<string, unknown>();
  readonly requests: string[] = [];

  fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const key = request.headers.get('idempotency-key') ?? '';
    if (!this.online) throw new TypeError('Failed to fetch');
    this.requests.push(`${request.method} ${new URL(request.url).pathname} ${key}`);
    await new Promise((next) => setTimeout(next, 2));
    if (this.status >= 400) return new Response('{"title":"no"}', { status: this.status });
    if (!this.arrived.has(key)) this.arrived.set(key, JSON.parse(await request.text()));
    if (this.losesAnswers) throw new TypeError('Failed to fetch');
    return Response.json({ id: `answer to ${key}` });
  };
}

/** What a tab has: an outbox of its own over the storage that all tabs of a browser share. */
const tab = (endpoint: Endpoint, storage: Storage, member: string | null = 'ada') =>
  new Outbox(new Http({ endpoint: 'https://community.example/c', fetch: endpoint.fetch }), storage, 'outbox|', () => member);
const write = (text: string) => ({ method: 'POST' as const, path: '/posts', body: { text }, touches: [] });
const texts = (endpoint: Endpoint) => [...endpoint.arrived.values()].map((body) => (body as { text: string }).text);

/** The Web Locks API, as much of it as is used: one holder for a name, nobody waits. */
function withLocks(): void {
  const held = new Set<string>();
  const locks = {
    async request(name: string, _: unknown, work: (lock: unknown) => Promise<unknown>) {
      if (held.has(name)) return work(null);
      held.add(name);
      try {
        return await work({ name });
      } finally {
        held.delete(name);
      }
    },
  };
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { locks } });
}
const navigator = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
afterEach(() => {
  if (navigator) Object.defineProperty(globalThis, 'navigator', navigator);
  else Reflect.deleteProperty(globalThis, 'navigator');
});

test('sends at once, gives the answer, and keeps nothing', async () => {
  const endpoint = new Endpoint();
  const storage = memoryStorage();
  const sent = await tab(endpoint, storage).send(write('a'), 'key-1');
  assert.deepEqual(sent, { state: 'sent', answer: { id: 'answer to key-1' } });
  assert.deepEqual(await storage.entries('outbox|'), []);
});

test('what waits can be taken back: it is never sent, and its text is a draft again unless another has been begun', async () => {
  const endpoint = new Endpoint();
  endpoint.online = false;
  const storage = memoryStorage();
  const outbox = tab(endpoint, storage);
  let returned = 0;
  outbox.addEventListener('returned', () => (returned += 1));
  const draft = (key: string) => ({ key, value: { text: key } });
  await outbox.send({ ...write('a'), draft: draft('draft|a') }, 'key-a');
  await outbox.send({ ...write('b'), draft: draft('draft|b') }, 'key-b');
  await outbox.send(write('c'), 'key-c');
  await storage.set('draft|b', { text: 'begun since' });
  assert.equal(await outbox.takeBack('key-a'), true);
  assert.equal(await outbox.takeBack('key-b'), true);
  assert.equal(await outbox.takeBack('key-a'), false);
  assert.deepEqual(
    outbox.waiting.map(({ id }) => id),
    ['key-c'],
  );
  assert.deepEqual(await storage.get('draft|a'), { text: 'draft|a' });
  assert.deepEqual(await storage.get('draft|b'), { text: 'begun since' });
  assert.equal(returned, 2);
  endpoint.online = true;
  await outbox.flush();
  assert.deepEqual(texts(endpoint), ['c']);
});

test('what another tab is just sending can’t be taken back', async () => {
  withLocks();
  const endpoint = new Endpoint();
  endpoint.online = false;
  const storage = memoryStorage();
  const [one, other] = [tab(endpoint, storage), tab(endpoint, storage)];
  await one.send(write('a'), 'key-a');
  await other.flush();
  endpoint.online = true;
  const sending = one.flush();
  while (!endpoint.requests.length) await new Promise((next) => setImmediate(next));
  assert.equal(await other.takeBack('key-a'), false);
  await sending;
  assert.deepEqual(texts(endpoint), ['a']);
  assert.equal(await other.takeBack('key-a'), false);
});

test('keeps what finds no connection, and sends it in order when there is one', async () => {
  const endpoint = new Endpoint();
  endpoint.online = false;
  const outbox = tab(endpoint, memoryStorage());
  let changes = 0;
  outbox.addEventListener('change', () => (changes += 1));
  for (const text of ['a', 'b', 'c']) {
    assert.equal((await outbox.send(write(text))).state, 'waiting');
    await new Promise((next) => setTimeout(next, 2));
  }
  assert.equal(outbox.waiting.length, 3);
  assert.ok(changes >= 3);
  endpoint.online = true;
  await outbox.flush();
  assert.deepEqual(texts(endpoint), ['a', 'b', 'c']);
  assert.equal(outbox.waiting.length, 0);
});

test('a write whose answer was lost arrives once, also after a crash', async () => {
  const endpoint = new Endpoint();
  const storage = memoryStorage();
  endpoint.losesAnswers = true;
  assert.equal((await tab(endpoint, storage).send(write('a'), 'key-1')).state, 'waiting');
  endpoint.losesAnswers = false;
  const after = tab(endpoint, storage);
  await after.flush();
  assert.deepEqual(texts(endpoint), ['a']);
  assert.deepEqual(endpoint.requests, ['POST /c/posts key-1', 'POST /c/posts key-1']);
  assert.deepEqual(await storage.entries('outbox|'), []);
});

test('a page that closes before it could send leaves the write to the next one', async () => {
  const endpoint = new Endpoint();
  const storage = memoryStorage();
  const stays = { ...endpoint, fetch: () => new Promise<Response>(() => {}) } as unknown as Endpoint;
  void tab(stays, storage).send(write('a'), 'key-1');
  await new Promise((next) => setTimeout(next, 5));
  await tab(endpoint, storage).flush();
  assert.deepEqual(texts(endpoint), ['a']);
});

test('two tabs send a write once', async () => {
  withLocks();
  const endpoint = new Endpoint();
  const storage = memoryStorage();
  endpoint.online = false;
  await tab(endpoint, storage).send(write('a'), 'key-1');
  await tab(endpoint, storage).send(write('b'), 'key-2');
  endpoint.online = true;
  const [one, two] = [tab(endpoint, storage), tab(endpoint, storage)];
  await Promise.all([one.flush(), two.flush()]);
  await Promise.all([one.flush(), two.flush()]);
  assert.deepEqual(endpoint.requests.toSorted(), ['POST /c/posts key-1', 'POST /c/posts key-2']);
  assert.equal(one.waiting.length + two.waiting.length, 0);
});

test('a tab that opens while another one sends does not send it too', async () => {
  withLocks();
  const endpoint = new Endpoint();
  const storage = memoryStorage();
  const sending = tab(endpoint, storage).send(write('a'), 'key-1');
  await new Promise((next) => setTimeout(next, 1));
  await tab(endpoint, storage).flush();
  assert.equal((await sending).state, 'sent');
  assert.equal(endpoint.requests.length, 1);
});

test('an endpoint that fails for now keeps nothing waiting that the writer was told of', async () => {
  const endpoint = new Endpoint();
  const storage = memoryStorage();
  endpoint.status = 500;
  await assert.rejects(tab(endpoint, storage).send(write('a'), 'key-1'), { kind: 'server' });
  assert.deepEqual(await storage.entries('outbox|'), []);
});

test('a refusal of what waited is told, and the rest goes on', async () => {
  const endpoint = new Endpoint();
  const storage = memoryStorage();
  endpoint.online = false;
  const outbox = tab(endpoint, storage);
  await outbox.send(write('a'), 'key-1');
  endpoint.online = true;
  endpoint.status = 422;
  const refused: string[] = [];
  outbox.addEventListener('refused', (event) => refused.push((event as unknown as { entry: { id: string } }).entry.id));
  await outbox.flush();
  assert.deepEqual(refused, ['key-1']);
  assert.equal(outbox.waiting.length, 0);
});

test('the text of what is refused is back as a draft, unless another was begun', async () => {
  const endpoint = new Endpoint();
  const storage = memoryStorage();
  endpoint.online = false;
  const outbox = tab(endpoint, storage);
  await outbox.send({ ...write('a'), draft: { key: 'draft|a', value: { body: 'a' } } }, 'key-1');
  await outbox.send({ ...write('b'), draft: { key: 'draft|b', value: { body: 'b' } } }, 'key-2');
  await storage.set('draft|b', { body: 'the next one' });
  endpoint.online = true;
  endpoint.status = 403;
  await outbox.flush();
  assert.deepEqual(await storage.get('draft|a'), { body: 'a' });
  assert.deepEqual(await storage.get('draft|b'), { body: 'the next one' });
});

test('nobody sends what another person wrote', async () => {
  const endpoint = new Endpoint();
  const storage = memoryStorage();
  endpoint.online = false;
  await tab(endpoint, storage, 'ada').send(write('a'), 'key-1');
  endpoint.online = true;
  await tab(endpoint, storage, 'bo').flush();
  await tab(endpoint, storage, null).flush();
  assert.deepEqual(endpoint.requests, []);
  await tab(endpoint, storage, 'ada').flush();
  assert.deepEqual(texts(endpoint), ['a']);
});

test('a second flush while one runs is left to the first', async () => {
  const endpoint = new Endpoint();
  endpoint.online = false;
  const outbox = tab(endpoint, memoryStorage());
  await outbox.send(write('a'), 'key-1');
  endpoint.online = true;
  await Promise.all([outbox.flush(), outbox.flush(), outbox.flush()]);
  assert.equal(endpoint.requests.length, 1);
});
