import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startServer, type Harness } from './harness.js';

interface Round {
  since: string;
  until: string;
  total: number;
  later: number;
  items: { id: string; published: string; forYou: string | null; object: { id: string } }[];
}
let server: Harness;
before(async () => {
  server = await startServer();
});
after(() => server.close());

const PATH = '/session/catch-up';
const post = async (body: string) => (await server.as('ben').post<{ id: string }>('/posts', { body })).body.id;
/** A device of Anna's. */
const anna = () => server.as('anna');
const objects = (round: Round) => round.items.map(({ object }) => object.id);

test('a round ends, never grows while it is read, and never repeats; two devices agree', async () => {
  const posts = [await post('One'), await post('Two')];
  const named = await post(`Three, [@Anna](member:${server.ids.anna})`);
  const answer = (await server.as('ben').post<{ id: string }>(`/questions/${server.ids.question}/answers`, { body: 'To yours.' })).body.id;
  await anna().post('/posts', { body: 'Mine, which I have seen.' });
  posts.push(await post('Four'));

  const { body: first } = await anna().get<Round>(PATH);
  assert.deepEqual(objects(first), [named, answer, posts[2], posts[1], posts[0]], 'what concerns me first, else newest first');
  assert.deepEqual(
    first.items.map(({ forYou }) => forYou),
    ['mention', 'yours', null, null, null],
  );
  assert.equal(first.total, 5);

  const [one, two, ...others] = first.items.map(({ id }) => id);
  const { body: marked } = await anna().put<Round>(PATH, { until: first.until, seen: [one] });
  assert.deepEqual([marked.total, marked.later], [4, 0]);
  const late = await post('Five, while the round is read');
  const { body: other } = await anna().get<Round>(PATH);
  assert.deepEqual([other.until, other.total, other.later], [first.until, 4, 1], 'another device reads the same round');
  assert.ok(!objects(other).includes(late));
  await anna().put(PATH, { until: other.until, seen: [two] });
  const { body: ended } = await anna().put<Round>(PATH, { until: first.until, seen: others });
  assert.deepEqual([ended.total, ended.later, ended.items], [0, 1, []]);

  const { body: next } = await anna().get<Round>(PATH);
  assert.equal(next.since, first.until);
  assert.deepEqual(objects(next), [late], 'the next round begins where the last one ended');
  const { body: all } = await anna().put<Round>(PATH, { until: next.until, all: true });
  assert.equal(all.total, 0);
  assert.deepEqual(objects((await anna().get<Round>(PATH)).body), []);
  // A device that still shows the first round has nothing more to say.
  const { body: stale } = await anna().put<Round>(PATH, { until: first.until, seen: [one], all: true });
  assert.equal(stale.since, next.until, 'the point never goes back');
});

test('everybody has a round of their own, and a visitor none', async () => {
  const id = await post('For all');
  const { body } = await server.as('stella').get<Round>(PATH);
  assert.ok(objects(body).includes(id));
  assert.equal((await server.as('visitor').get(PATH)).status, 401);
  assert.equal((await server.as('visitor').put(PATH, { until: body.until, all: true })).status, 401);
  assert.ok(!objects((await server.as('ben').get<Round>(PATH)).body).includes(id), 'one’s own acts are no news');
});

test('more than can be shown at once are read one after the other, and then it ends', async () => {
  await anna().put(PATH, { until: new Date().toISOString(), all: true });
  for (let i = 0; i < 105; i += 1) await post(`Post ${i}`);
  const seen = new Set<string>();
  for (let step = 0; step < 5; step += 1) {
    const { body } = await anna().get<Round>(PATH);
    if (step === 0) assert.deepEqual([body.total, body.items.length], [105, 100]);
    if (!body.items.length) break;
    for (const { id } of body.items) {
      assert.ok(!seen.has(id), 'nothing twice');
      seen.add(id);
    }
    await anna().put(PATH, { until: body.until, seen: body.items.map(({ id }) => id) });
  }
  assert.equal(seen.size, 105);
  assert.equal((await anna().get<Round>(PATH)).body.total, 0);
});

test('a round in the future, and more than a hundred at once, are refused or cut', async () => {
  const { body } = await anna().put<Round>(PATH, { until: '2099-01-01T00:00:00Z', all: true });
  assert.ok(Date.parse(body.until) < Date.now() + 60_000);
  assert.equal((await anna().put(PATH, { until: 'soon' })).status, 422);
  assert.equal((await anna().put(PATH, { until: body.until, seen: Array.from({ length: 101 }, () => 'x') })).status, 422);
});

test('the first round begins where the last visit ended', async () => {
  const before = new Date();
  await server.as('stella').put('/session/last-visit', { at: before.toISOString() });
  const id = await post('After the visit');
  await server.as('stella').put('/session/last-visit', { at: new Date().toISOString() });
  assert.ok(objects((await server.as('stella').get<Round>(PATH)).body).includes(id), 'to look at the list is not to have seen it');
});

test('the session tells how many wait, and no more than are told in number', async () => {
  const waiting = async () => (await anna().get<{ waiting: { catchUp: number } }>('/session')).body.waiting.catchUp;
  const all = (await anna().get<Round>(PATH)).body;
  await anna().put(PATH, { until: all.until, all: true });
  const rest = (await anna().get<Round>(PATH)).body;
  assert.equal(await waiting(), rest.total);
  const ids = [await post('A'), await post('B'), await post('C')];
  await anna().post('/posts', { body: 'Mine.' });
  const round = (await anna().get<Round>(PATH)).body;
  assert.equal(await waiting(), round.total);
  const seen = round.items.filter(({ object }) => object.id === ids[0]).map(({ id }) => id);
  const left = (await anna().put<Round>(PATH, { until: round.until, seen })).body;
  assert.equal(await waiting(), left.total);
  await post('After the round has begun.');
  assert.equal(await waiting(), left.total, 'what came later waits for the next round');
  await anna().put(PATH, { until: round.until, all: true });
  assert.equal(await waiting(), 1);
  for (let i = 0; i < 55; i += 1) await post(`Number ${i}`);
  assert.equal(await waiting(), 51);
  const visitor = (await server.as('visitor').get<{ waiting: { catchUp?: number } }>('/session')).body.waiting;
  assert.equal(visitor.catchUp, undefined);
});
