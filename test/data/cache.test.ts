import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Cache } from '../../src/data/cache.js';
import { Http } from '../../src/data/http.js';
import { pagedRead, read, type Page } from '../../src/data/read.js';
import { memoryStorage, type Storage } from '../../src/data/storage.js';

interface Item {
  id: string;
  score: number;
}

/** An endpoint that answers when told to. */
class Endpoint {
  readonly asked: string[] = [];
  #open: { path: string; answer: (response: Response) => void; signal: AbortSignal | null | undefined }[] = [];

  readonly fetch: typeof fetch = (input, init) =>
    new Promise((answer, fail) => {
      const url = new URL(String(input));
      const path = url.pathname.replace('/c', '') + url.search;
      this.asked.push(path);
      this.#open.push({ path, answer, signal: init?.signal });
      init?.signal?.addEventListener('abort', () => fail(new DOMException('Aborted', 'AbortError')));
    });

  async answer(path: string, body: unknown, status = 200): Promise<void> {
    await settle();
    const at = this.#open.findIndex((request) => request.path === path && !request.signal?.aborted);
    assert.notEqual(at, -1, `nobody asked ${path}`);
    this.#open.splice(at, 1)[0]?.answer(new Response(JSON.stringify(body), { status }));
    await settle();
  }
}
const settle = () => new Promise((done) => setTimeout(done, 5));

let endpoint: Endpoint;
let storage: Storage;
let cache: Cache;
const open = () => new Cache(new Http({ endpoint: 'https://host.example/c', fetch: endpoint.fetch }), storage, 'cache|');
beforeEach(() => {
  endpoint = new Endpoint();
  storage = memoryStorage();
  cache = open();
});

const one = read<Item>('items', '/items/1');
const list = pagedRead<Page<Item>>('items', '/items', { kind: 'a' });
const item = (id: string, score = 0): Item => ({ id, score });

test('two who ask the same share one request and one answer', async () => {
  const seen: unknown[] = [];
  cache.watch(one, () => seen.push(cache.peek(one).data));
  cache.watch(one, () => undefined);
  const answer = cache.get(one);
  await endpoint.answer('/items/1', item('1'));
  assert.deepEqual(await answer, item('1'));
  assert.deepEqual(endpoint.asked, ['/items/1']);
  assert.deepEqual(seen.at(-1), item('1'));
});

test('a fresh answer is not asked for again; an old one is shown while it is', async () => {
  cache.watch(one, () => undefined)();
  await endpoint.answer('/items/1', item('1'));
  cache.watch(one, () => undefined);
  assert.equal(endpoint.asked.length, 1);
  void cache.invalidate(([noun]) => noun === 'items');
  await settle();
  assert.equal(endpoint.asked.length, 2);
  assert.deepEqual(cache.peek(one).data, item('1'));
  assert.equal(cache.peek(one).fetching, true);
});

test('quietly marked old, it is read again only when somebody looks', async () => {
  const end = cache.watch(one, () => undefined);
  await endpoint.answer('/items/1', item('1'));
  await cache.invalidate(() => true, true);
  assert.equal(endpoint.asked.length, 1);
  end();
  cache.watch(one, () => undefined);
  await settle();
  assert.equal(endpoint.asked.length, 2);
});

test('the answer to a superseded request never shows', async () => {
  cache.watch(one, () => undefined);
  await settle();
  cache.refetch(one);
  await settle();
  assert.equal(endpoint.asked.length, 2);
  await endpoint.answer('/items/1', item('1', 2));
  assert.deepEqual(cache.peek(one).data, item('1', 2));
  await assert.rejects(endpoint.answer('/items/1', item('1', 1)), /nobody asked/);
});

test('a request that nobody waits for ends; one that moves goes on', async () => {
  cache.watch(one, () => undefined)();
  const end = cache.watch(one, () => undefined);
  await new Promise((done) => setTimeout(done, 300));
  assert.equal(endpoint.asked.length, 1);
  end();
  await new Promise((done) => setTimeout(done, 300));
  await assert.rejects(endpoint.answer('/items/1', item('1')), /nobody asked/);
  assert.equal(cache.peek(one).problem, null);
});

test('pages are read one after the other, and again as many as are shown', async () => {
  cache.watch(list, () => undefined);
  await endpoint.answer('/items?kind=a', { items: [item('1')], nextCursor: 'x' });
  const more = cache.more(list);
  await settle();
  await endpoint.answer('/items?kind=a&cursor=x', { items: [item('2')], nextCursor: null });
  await more;
  const ids = () => (cache.peek(list).data as Page<Item>[]).flatMap(({ items }) => items.map(({ id }) => id));
  assert.deepEqual(ids(), ['1', '2']);
  cache.refetch(list);
  await endpoint.answer('/items?kind=a', { items: [item('0')], nextCursor: 'y' });
  await endpoint.answer('/items?kind=a&cursor=y', { items: [item('1')], nextCursor: null });
  assert.deepEqual(ids(), ['0', '1']);
});

test('a refused write is undone, unless something newer has come', async () => {
  cache.watch(one, () => undefined);
  await endpoint.answer('/items/1', item('1', 1));
  const up = (x: unknown) => ({ ...(x as Item), score: (x as Item).score + 1 });
  cache.change('items', up)();
  assert.deepEqual(cache.peek(one).data, item('1', 1));
  const undo = cache.change('items', up);
  cache.refetch(one);
  await endpoint.answer('/items/1', item('1', 7));
  undo();
  assert.deepEqual(cache.peek(one).data, item('1', 7));
});

test('passing trouble is tried again, a refusal is not', async () => {
  cache.watch(one, () => undefined);
  await endpoint.answer('/items/1', {}, 500);
  assert.equal(cache.peek(one).problem, null);
  await new Promise((done) => setTimeout(done, 900));
  await endpoint.answer('/items/1', item('1'));
  assert.deepEqual(cache.peek(one).data, item('1'));
  const other = read<Item>('items', '/items/2');
  cache.watch(other, () => undefined);
  await endpoint.answer('/items/2', { status: 403, title: 'no' }, 403);
  assert.equal(cache.peek(other).problem?.kind, 'forbidden');
  assert.equal(endpoint.asked.filter((path) => path === '/items/2').length, 1);
});

test('the next visit shows what the last one kept, until the endpoint answers', async () => {
  cache.watch(one, () => undefined);
  await endpoint.answer('/items/1', item('1', 3));
  cache = open();
  cache.watch(one, () => undefined);
  await settle();
  assert.deepEqual(cache.peek(one).data, item('1', 3));
  await endpoint.answer('/items/1', item('1', 4));
  assert.deepEqual(cache.peek(one).data, item('1', 4));
});

test('what one person read is gone for the next', async () => {
  const session = { ...read<string>('session', '/session'), keep: false };
  cache.watch(session, () => undefined);
  cache.watch(one, () => undefined);
  await endpoint.answer('/session', 'ada');
  await endpoint.answer('/items/1', item('1'));
  void cache.forget(session.key);
  await settle();
  await settle();
  assert.equal(cache.peek(one).data, undefined);
  assert.equal(cache.peek(session).data, 'ada');
  assert.deepEqual(await storage.entries('cache|'), []);
  assert.equal(endpoint.asked.filter((path) => path === '/items/1').length, 2);
});
