import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { SQL } from 'drizzle-orm';
import { countWithin, type ResourceFilters } from '../../server/store/resources.js';
import { COMMUNITY, OTHER_COMMUNITY, startServer, type Harness, type Persona } from './harness.js';

interface Collection {
  id: string;
  title: string;
  count: number;
  featured: boolean;
  items: { resource: { id: string; title: string }; note: string }[];
  viewer: { can: string[] };
}
interface Request {
  id: string;
  title: string;
  resource: { id: string; title: string } | null;
  closedAt: string | null;
  viewer: { can: string[] };
}

let server: Harness;
before(async () => {
  server = await startServer();
});
after(() => server.close());

let links = 0;
const suggest = async (title: string, more: object = {}, persona: Persona = 'anna') =>
  (
    await server
      .as(persona)
      .post<{ id: string; status: string }>('/resources', { kind: 'guide', title, url: `https://example.org/c/${(links += 1)}`, ...more })
  ).body;
const create = (body: object, persona: Persona = 'anna') => server.as(persona).post<Collection>('/collections', body);
const put = (id: string, items: object[], version: string, persona: Persona = 'anna') =>
  server.as(persona).put<Collection>(`/collections/${id}/items`, { items }, { headers: { 'if-match': version } });
const held = ({ items }: Collection) => items.map(({ resource, note }) => `${resource.title}${note && `: ${note}`}`);
const titles = async (query: string) =>
  (await server.as('visitor').get<{ items: { title: string }[] }>(`/resources?${query}`)).body.items.map(({ title }) => title);
const feed = async (id: string) =>
  (
    await server
      .as('visitor')
      .get<{ items: { type: string; object: { id: string }; target: { id: string } | null }[] }>('/activities?limit=100')
  ).body.items
    .filter(({ object, target }) => object.id === id || target?.id === id)
    .map(({ type }) => type);

test('a collection holds what was chosen, in its order, with notes', async () => {
  const [a, b, c] = [await suggest('Alpha'), await suggest('Beta'), await suggest('Gamma')];
  const made = await create({ title: 'For new leads', description: 'What we wish we had read.' });
  assert.equal(made.status, 201);
  const item = ({ id }: { id: string }, note = '') => ({ resourceId: id, note });
  const one = await put(made.body.id, [item(c, 'Begin here.'), item(a), item(b)], made.etag);
  assert.deepEqual(held(one.body), ['Gamma: Begin here.', 'Alpha', 'Beta']);
  assert.equal(one.body.count, 3);
  const two = await put(made.body.id, [item(b), item(c, 'Then this.')], one.etag);
  assert.deepEqual(held(two.body), ['Beta', 'Gamma: Then this.']);
  assert.deepEqual(await titles(`collection=${made.body.id}`), ['Beta', 'Gamma'], 'the list has its order');
  assert.deepEqual(await titles(`collection=${made.body.id}&sort=title&q=gamma`), ['Gamma']);
  assert.equal((await put(made.body.id, [], one.etag)).status, 412, 'two who move at once don’t undo each other');
  assert.equal((await put(made.body.id, [], two.etag, 'ben')).status, 403);
  assert.equal((await put(made.body.id, [item(a), item(a)], two.etag)).status, 422);
  assert.equal((await put(made.body.id, [{ resourceId: made.body.id }], two.etag)).status, 422);
  const of = await server.as('visitor').get<{ items: Collection[] }>(`/collections?resource=${b.id}`);
  assert.deepEqual(
    of.body.items.map(({ title }) => title),
    ['For new leads'],
  );
  await server.as('anna').delete(`/resources/${b.id}`, '*');
  assert.deepEqual(held((await server.as('visitor').get<Collection>(`/collections/${made.body.id}`)).body), ['Gamma: Then this.']);
  assert.deepEqual(await feed(made.body.id), ['collected']);
  assert.equal((await server.as('anna').delete(`/collections/${made.body.id}`, '*')).status, 204);
  assert.deepEqual(await feed(made.body.id), []);
  assert.equal((await server.as('visitor').get(`/resources?collection=${made.body.id}`)).status, 404);
  assert.ok((await titles('')).includes('Gamma'), 'the resources stay');
});

test('forty automatic collections are counted by as many queries as two, each as its list has it', async () => {
  await suggest('Gong drills', { kind: 'tool', topics: ['Drills'], language: 'en' });
  await suggest('Drills with a whistle', { kind: 'case', topics: ['Drills'], language: 'de', description: 'No gong needed.' });
  const filters: ResourceFilters[] = [
    { q: 'gongs' },
    { q: 'dirlls' },
    { q: '"a whistle"', kind: ['case'] },
    { q: '—' },
    { kind: ['tool'] },
    { topic: ['drills'], language: ['de'] },
    { form: ['file'] },
    { outcome: 'worked' },
  ];
  const forty = Array.from({ length: 40 }, (_, i) => filters[i % filters.length] ?? {});
  let queries = 0;
  const { db } = server.database;
  const counting = new Proxy(db, {
    get: (target, name: keyof typeof db) =>
      name === 'execute' ? (query: SQL) => ((queries += 1), target.execute(query)) : (target[name] as unknown),
  });
  const asked = async (some: ResourceFilters[]) => {
    queries = 0;
    return { counts: await countWithin(counting, COMMUNITY, some), queries };
  };
  const all = await asked(forty);
  assert.ok(all.queries <= 3, `${all.queries} queries`);
  assert.ok((await asked(filters.slice(0, 2))).queries <= 3);
  const visitor = server.as('visitor');
  for (const [i, filter] of filters.entries()) {
    const query = new URLSearchParams(Object.entries(filter).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)])));
    const { body } = await visitor.get<{ total: number }>(`/resources?${query}`);
    assert.deepEqual([all.counts[i], all.counts[i + 32]], [body.total, body.total], JSON.stringify(filter));
    assert.deepEqual((await asked([filter])).counts, [body.total], `${JSON.stringify(filter)} alone`);
  }
});

test('an automatic collection holds what its filter finds, then and later', async () => {
  await suggest('A book on trust', { kind: 'book', topics: ['Trust'] });
  await suggest('A tool for trust', { kind: 'tool', topics: ['Trust'] });
  const made = await create({ title: 'Books on trust', filter: { kind: ['book'], topic: ['trust'] } });
  assert.deepEqual(held(made.body), ['A book on trust']);
  await suggest('Another book on trust', { kind: 'book', topics: ['Trust'] });
  const now = await server.as('visitor').get<Collection>(`/collections/${made.body.id}`);
  assert.deepEqual([held(now.body), now.body.count], [['Another book on trust', 'A book on trust'], 2]);
  assert.deepEqual(await titles(`collection=${made.body.id}&sort=title`), ['A book on trust', 'Another book on trust']);
  await suggest('Stopwatch');
  const worded = await create({ title: 'By words', filter: { q: 'stopwatch' } });
  assert.deepEqual(held(worded.body), ['Stopwatch']);
  assert.equal((await put(made.body.id, [], now.etag)).status, 409);
  for (const filter of [{}, { kind: [] }, { kind: ['poem'] }, { sql: 'x' }])
    assert.equal((await create({ title: 'Wrong', filter })).status, 422, JSON.stringify(filter));
});

test('stewards feature collections, and those come first', async () => {
  assert.equal((await create({ title: 'Featured by me', featured: true })).status, 403);
  const plain = await create({ title: 'A plain one' });
  const featured = await create({ title: 'Begin here', featured: true }, 'stella');
  await create({ title: 'The newest' });
  const list = async (query = '') =>
    (await server.as('visitor').get<{ items: Collection[]; nextCursor: string | null }>(`/collections?${query}`)).body;
  assert.equal((await list()).items[0]?.title, 'Begin here');
  const names: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { items: Collection[]; nextCursor: string | null } = await list(`limit=1${cursor && `&cursor=${cursor}`}`);
    names.push(...page.items.map(({ title }) => title));
    cursor = page.nextCursor;
  }
  assert.deepEqual(
    names,
    (await list()).items.map(({ title }) => title),
  );
  assert.equal((await server.as('anna').patch(`/collections/${plain.body.id}`, { featured: true }, plain.etag)).status, 403);
  assert.equal(
    (await server.as('anna').patch<Collection>(`/collections/${plain.body.id}`, { title: 'Renamed' }, plain.etag)).body.title,
    'Renamed',
  );
  assert.equal((await server.as('ben').patch(`/collections/${plain.body.id}`, { title: 'Mine now' }, '*')).status, 403);
  assert.equal(
    (await server.as('stella').patch<Collection>(`/collections/${featured.body.id}`, { featured: false }, featured.etag)).body.featured,
    false,
  );
  assert.equal((await server.as('visitor', OTHER_COMMUNITY).get(`/collections/${plain.body.id}`)).status, 404);
  assert.equal(
    (await server.as('visitor').get<{ counts: { collections: number } }>('')).body.counts.collections,
    (await list()).items.length,
  );
});

test('a request waits until somebody has it, and tells who asked', async () => {
  const made = await server.as('anna').post<Request>('/requests', { title: 'A checklist for the first retro', details: 'Short, please.' });
  assert.deepEqual([made.status, made.body.viewer.can], [201, ['edit', 'delete', 'fulfil']]);
  assert.deepEqual(await feed(made.body.id), ['requested']);
  const open = async () => (await server.as('visitor').get<{ items: Request[]; total: number }>('/requests?open=true')).body;
  assert.equal((await open()).total, 1);
  const { id } = await suggest('The checklist', { requestId: made.body.id }, 'ben');
  const closed = await server.as('visitor').get<Request>(`/requests/${made.body.id}`);
  assert.deepEqual([closed.body.resource?.id, closed.body.closedAt === null], [id, false]);
  assert.deepEqual(await feed(made.body.id), ['added', 'requested'], 'the requester finds it in the feed');
  assert.equal((await open()).total, 0);
  const late = await server.as('ben').post<{ errors: { pointer: string }[] }>('/resources', {
    kind: 'guide',
    title: 'Too late',
    url: 'https://example.org/late',
    requestId: made.body.id,
  });
  assert.deepEqual([late.status, late.body.errors[0]?.pointer], [422, '/requestId']);
  assert.equal((await server.as('ben').put(`/requests/${made.body.id}/resource`, { resourceId: null })).status, 403);
  const again = await server.as('anna').put<Request>(`/requests/${made.body.id}/resource`, { resourceId: null });
  assert.deepEqual([again.body.resource, again.body.closedAt], [null, null]);
});

test('a request is fulfilled by what is there already, changed and taken back by who asked', async () => {
  const { id } = await suggest('There since long');
  const made = await server.as('anna').post<Request>('/requests', { title: 'Something old' });
  const edited = await server.as('anna').patch<Request>(`/requests/${made.body.id}`, { title: 'Something older' }, made.etag);
  assert.equal(edited.body.title, 'Something older');
  assert.equal((await server.as('ben').patch(`/requests/${made.body.id}`, { title: 'Mine' }, '*')).status, 403);
  assert.equal((await server.as('ben').put(`/requests/${made.body.id}/resource`, { resourceId: made.body.id })).status, 422);
  const found = await server.as('ben').put<Request>(`/requests/${made.body.id}/resource`, { resourceId: id });
  assert.equal(found.body.resource?.title, 'There since long');
  assert.equal((await server.as('ben').delete(`/requests/${made.body.id}`, '*')).status, 403);
  assert.equal((await server.as('anna').delete(`/requests/${made.body.id}`, '*')).status, 204);
  assert.deepEqual(await feed(made.body.id), []);
  assert.equal((await server.as('visitor').post('/requests', { title: 'By nobody' })).status, 401);
  assert.equal((await server.as('anna').post('/requests', { title: 'x' })).status, 422);
});
