import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { Cache } from '../../src/data/cache.js';
import { Http } from '../../src/data/http.js';
import { pagedRead, read, type Page } from '../../src/data/read.js';
import { memoryStorage, type Storage } from '../../src/data/storage.js';

type Answer = unknown | ((url: URL) => unknown);
interface Item {
  id: string;
  score: number;
}
const item = (id: string, score = 0): Item => ({ id, score });
const page = (items: Item[], nextCursor: string | null = null): Page<Item> => ({ items, nextCursor });

/** A cache over an endpoint whose answers the test gives; an Error is a connection that fails, a number a status. */
function cacheOf(answer: Answer, storage: Storage = memoryStorage()) {
  const asked: string[] = [];
  const signals: AbortSignal[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(String(input));
    asked.push(url.pathname.slice(2) + url.search);
    if (init?.signal) signals.push(init.signal);
    const value = await (typeof answer === 'function' ? (answer as (url: URL) => unknown)(url) : answer);
    if (init?.signal?.aborted) throw init.signal.reason;
    if (value instanceof Error) throw value;
    return typeof value === 'number' ? Response.json({ title: 'no' }, { status: value }) : Response.json(value);
  };
  const cache = new Cache(new Http({ endpoint: 'https://community.example/c', fetch }), storage, 'cache|');
  return { cache, asked, signals, storage };
}

const settle = async () => {
  for (let i = 0; i < 40; i += 1) await new Promise((next) => setImmediate(next));
};
function later<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => (resolve = done));
  return { promise, resolve };
}
const QUESTIONS = pagedRead<Page<Item>>('questions', '/questions');
const one = (id: string) => read<Item>('questions', `/questions/${id}`);
const ids = (data: unknown) => (data as Page<Item>[]).flatMap((p) => p.items.map(({ id }) => id));

afterEach(() => mock.timers.reset());

test('one question is one request, whoever asks', async () => {
  const { cache, asked } = cacheOf(item('q-1'));
  let calls = 0;
  cache.watch(one('q-1'), () => (calls += 1));
  cache.watch(one('q-1'), () => (calls += 1));
  assert.deepEqual(await cache.get(one('q-1')), item('q-1'));
  cache.watch(one('q-1'), () => {});
  assert.deepEqual(asked, ['/questions/q-1']);
  assert.ok(calls >= 2);
});

test('another argument is another question, in whatever order the arguments are given', async () => {
  const { cache, asked } = cacheOf((url: URL) => item(url.search));
  const by = (query: object) => read<Item>('questions', '/questions', query);
  await Promise.all([cache.get(by({ a: 1, b: 2 })), cache.get(by({ b: 2, a: 1 })), cache.get(by({ a: 1, b: 3 })), cache.get(by({ a: 1 }))]);
  assert.equal(asked.length, 3);
});

test('an older answer never replaces a newer one', async () => {
  const answers = [later<Item>(), later<Item>()];
  let n = 0;
  const { cache } = cacheOf(() => answers[n++]?.promise);
  cache.watch(one('q-1'), () => {});
  await settle();
  cache.refetch(one('q-1'));
  await settle();
  answers[1]?.resolve(item('new'));
  await settle();
  answers[0]?.resolve(item('old'));
  await settle();
  assert.deepEqual(cache.peek(one('q-1')).data, item('new'));
  assert.equal(cache.peek(one('q-1')).problem, null);
});

test('a list is read page by page, and read again as far as it was', async () => {
  const pages: Record<string, Page<Item>> = { '': page([item('a')], 'x'), x: page([item('b')], 'y'), y: page([item('c')]) };
  const { cache, asked } = cacheOf((url: URL) => pages[url.searchParams.get('cursor') ?? '']);
  cache.watch(QUESTIONS, () => {});
  await settle();
  await cache.more(QUESTIONS);
  assert.deepEqual(ids(cache.peek(QUESTIONS).data), ['a', 'b']);
  asked.length = 0;
  await cache.invalidate();
  assert.deepEqual(asked, ['/questions', '/questions?cursor=x']);
  await cache.more(QUESTIONS);
  await cache.more(QUESTIONS);
  assert.deepEqual(ids(cache.peek(QUESTIONS).data), ['a', 'b', 'c']);
});

test('a page that fails keeps those that are there', async () => {
  const { cache } = cacheOf((url: URL) => (url.searchParams.has('cursor') ? 403 : page([item('a')], 'x')));
  cache.watch(QUESTIONS, () => {});
  await settle();
  await cache.more(QUESTIONS);
  const entry = cache.peek(QUESTIONS);
  assert.deepEqual(ids(entry.data), ['a']);
  assert.equal(entry.problem?.kind, 'forbidden');
  assert.equal(entry.fetchingMore, false);
});

const up = (id: string, by: number) => (value: unknown) => {
  const one = value as Item;
  return one.id === id ? { ...one, score: one.score + by } : one;
};
const scores = (cache: Cache) => [
  ...(cache.peek(QUESTIONS).data as Page<Item>[]).flatMap((p) => p.items.map(({ score }) => score)),
  (cache.peek(one('a')).data as Item).score,
];
async function voting() {
  const made = cacheOf((url: URL) => (url.pathname.endsWith('/a') ? item('a', 1) : page([item('a', 1), item('b', 5)])));
  made.cache.watch(QUESTIONS, () => {});
  made.cache.watch(one('a'), () => {});
  await settle();
  return made;
}

test('a change shows in lists and alone, and can be taken back', async () => {
  const { cache } = await voting();
  const undo = cache.change('questions', up('a', 1));
  assert.deepEqual(scores(cache), [2, 5, 2]);
  undo();
  assert.deepEqual(scores(cache), [1, 5, 1]);
});

test('taking one change back leaves the others, whichever came first', async () => {
  const { cache } = await voting();
  const undoFirst = cache.change('questions', up('a', 1));
  const undoSecond = cache.change('questions', up('b', 10));
  undoFirst();
  assert.deepEqual(scores(cache), [1, 15, 1]);
  undoSecond();
  assert.deepEqual(scores(cache), [1, 5, 1]);
});

test('a change that is taken back after a newer answer leaves the answer', async () => {
  const { cache } = await voting();
  const undo = cache.change('questions', up('a', 1));
  await cache.invalidate();
  undo();
  assert.deepEqual(scores(cache), [1, 5, 1]);
});

test('a read on its way when something changes is made anew once the change has arrived', async () => {
  const answers = [item('a', 1), later<Item>(), item('a', 2)];
  let n = 0;
  const { cache, asked } = cacheOf(() => {
    const answer = answers[n++];
    return answer && 'promise' in answer ? answer.promise : answer;
  });
  const seen: unknown[] = [];
  cache.watch(one('a'), () => seen.push((cache.peek(one('a')).data as Item | undefined)?.score));
  await settle();
  cache.refetch(one('a'));
  await settle();
  const release = cache.hold('questions');
  cache.change('questions', up('a', 1));
  (answers[1] as ReturnType<typeof later<Item>>).resolve(item('a', 1));
  await settle();
  void cache.invalidate();
  await settle();
  assert.equal(asked.length, 2);
  seen.length = 0;
  release();
  await settle();
  assert.equal(asked.length, 3);
  assert.deepEqual([...new Set(seen)], [2]);
});

test('of two changes the first to arrive reads nothing before the second', async () => {
  const { cache, asked } = await voting();
  asked.length = 0;
  const releases = [cache.hold('questions'), cache.hold('questions')];
  await cache.invalidate();
  releases[0]?.();
  await settle();
  assert.deepEqual(asked, []);
  releases[1]?.();
  await settle();
  assert.deepEqual(asked.toSorted(), ['/questions', '/questions/a']);
});

test('a list that was left and is shown again goes on where it was', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { cache } = cacheOf((url: URL) => (url.searchParams.has('cursor') ? page([item('b')]) : page([item('a')], 'x')));
  const leave = cache.watch(QUESTIONS, () => {});
  await settle();
  leave();
  mock.timers.tick(1000);
  cache.watch(QUESTIONS, () => {});
  await cache.more(QUESTIONS);
  assert.deepEqual(ids(cache.peek(QUESTIONS).data), ['a', 'b']);
});

test('what was read is there at once on the next visit, until the network has answered', async () => {
  const storage = memoryStorage();
  const before = cacheOf(page([item('old')]), storage);
  await before.cache.get(QUESTIONS as never);
  await settle();
  const answer = later<unknown>();
  const { cache } = cacheOf(() => answer.promise, storage);
  cache.watch(QUESTIONS, () => {});
  await settle();
  assert.deepEqual(ids(cache.peek(QUESTIONS).data), ['old']);
  assert.equal(cache.peek(QUESTIONS).fetching, true);
  answer.resolve(page([item('new')]));
  await settle();
  assert.deepEqual(ids(cache.peek(QUESTIONS).data), ['new']);
});

test('what is read offline is what was kept, with the problem', async () => {
  const storage = memoryStorage();
  await cacheOf(item('q-1'), storage).cache.get(one('q-1'));
  await settle();
  const { cache } = cacheOf(new TypeError('Failed to fetch'), storage);
  cache.watch(one('q-1'), () => {});
  await settle();
  assert.deepEqual(cache.peek(one('q-1')).data, item('q-1'));
  assert.equal(cache.peek(one('q-1')).problem?.kind, 'offline');
});

test('nothing is shown that is older than a day, and nothing kept that must not be', async () => {
  const storage = memoryStorage();
  const { cache } = cacheOf(item('q-1'), storage);
  await cache.get({ ...one('q-2'), keep: false });
  await settle();
  assert.deepEqual(await storage.entries(''), []);
  await cache.get(one('q-1'));
  await settle();
  const [[key, kept] = []] = await storage.entries<{ data: unknown; at: number }>('cache|');
  await storage.set(key as string, { ...kept, at: Date.now() - 25 * 3_600_000 });
  const next = cacheOf(() => new Promise(() => {}), storage);
  next.cache.watch(one('q-1'), () => {});
  await settle();
  assert.equal(next.cache.peek(one('q-1')).data, undefined);
});

test('another person sees nothing of what was read before', async () => {
  const session = { ...read<Item>('session', '/session'), keep: false };
  let who = 'ada';
  const { cache, storage } = cacheOf(() => item(who));
  cache.watch(session, () => {});
  cache.watch(one('q-1'), () => {});
  await settle();
  who = 'bo';
  const forgotten = cache.forget(session.key);
  await settle();
  await forgotten;
  assert.deepEqual(cache.peek(one('q-1')).data, item('bo'));
  assert.deepEqual(cache.peek(session).data, item('ada'));
  await settle();
  assert.deepEqual(
    (await storage.entries<{ data: Item }>('cache|')).map(([, kept]) => kept.data.id),
    ['bo'],
  );
});

test('what fails for now is tried twice more, after a while; what is refused or offline is not', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const failing = cacheOf(503);
  const got = failing.cache.get(one('q-1')).catch((error: unknown) => error);
  for (let i = 0; i < 8; i += 1) {
    await settle();
    mock.timers.tick(800);
  }
  assert.equal(((await got) as { kind: string }).kind, 'busy');
  assert.equal(failing.asked.length, 3);
  for (const [answer, kind] of [
    [404, 'not-found'],
    [new TypeError('Failed to fetch'), 'offline'],
  ] as const) {
    const { cache, asked } = cacheOf(answer);
    await assert.rejects(cache.get(one('q-1')), { kind });
    assert.equal(asked.length, 1);
  }
});

test('what failed is read again when the connection is back, if somebody still shows it', async () => {
  let online = false;
  const { cache, asked } = cacheOf(() => (online ? item('q') : new TypeError('Failed to fetch')));
  cache.watch(one('q-1'), () => {});
  const leave = cache.watch(one('q-2'), () => {});
  await settle();
  leave();
  online = true;
  asked.length = 0;
  cache.revive();
  await settle();
  assert.deepEqual(asked, ['/questions/q-1']);
  assert.equal(cache.peek(one('q-1')).problem, null);
});

test('marking as old reads again what is on screen, or nothing when it is done quietly', async () => {
  const { cache, asked } = cacheOf(item('q'));
  cache.watch(one('q-1'), () => {});
  await cache.get(one('q-2'));
  await settle();
  asked.length = 0;
  await cache.invalidate(() => true, true);
  assert.deepEqual(asked, []);
  await cache.invalidate(([noun]) => noun === 'questions');
  assert.deepEqual(asked, ['/questions/q-1']);
  await cache.get(one('q-2'));
  assert.deepEqual(asked, ['/questions/q-1', '/questions/q-2']);
});

test('a request ends when nobody waits for it, but not while an element only moves', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { cache, signals, asked } = cacheOf(() => new Promise(() => {}));
  cache.watch(one('q-1'), () => {})();
  mock.timers.tick(100);
  const leave = cache.watch(one('q-1'), () => {});
  mock.timers.tick(5000);
  await settle();
  assert.equal(signals[0]?.aborted, false);
  leave();
  mock.timers.tick(5000);
  assert.equal(signals[0]?.aborted, true);
  assert.equal(asked.length, 1);
});
