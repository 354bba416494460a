import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { resources } from '../../server/store/schema.js';
import { COMMUNITY, OTHER_COMMUNITY, startServer, type Harness, type Persona } from './harness.js';

interface Resource {
  id: string;
  title: string;
  kind: string;
  url: string | null;
  topics: { id: string; label: string }[];
  suggestedBy: { name: string } | null;
  version: number;
  editedAt: string | null;
  uses: { total: number; worked: number };
  viewer: { use: { outcome: string } | null; can: string[] };
}
interface Page {
  items: Resource[];
  nextCursor: string | null;
  total: number | null;
  facets: Record<
    'kind' | 'topic' | 'language' | 'outcome' | 'year' | 'form' | 'mark',
    { value: string; label: string; count: number }[]
  > | null;
}

let server: Harness;
before(async () => {
  server = await startServer();
});
after(() => server.close());

const list = (query: string, persona: Persona = 'visitor') => server.as(persona).get<Page>(`/resources?${query}`);
const titles = async (query: string, persona?: Persona) => (await list(query, persona)).body.items.map(({ title }) => title);
let links = 0;
/** Of an address of its own: a link is suggested once. */
const link = (more: object = {}) => ({
  kind: 'guide',
  title: 'A guide to standups',
  url: `https://example.org/standups/${(links += 1)}`,
  ...more,
});
const feedOf = async (id: string) => {
  const { body } = await server
    .as('visitor')
    .get<{ items: { type: string; summary: string; object: { id: string } }[] }>('/activities?limit=100');
  return body.items.filter((activity) => activity.object.id === id).map(({ type, summary }) => `${type}: ${summary}`);
};
async function allPages(query: string): Promise<Resource[]> {
  const items: Resource[] = [];
  let cursor = '';
  do {
    const { body } = await list(`${query}${cursor && `&cursor=${cursor}`}`);
    items.push(...body.items);
    cursor = body.nextCursor ?? '';
  } while (cursor);
  return items;
}

test('a link is suggested, read, revised and deleted, and the feed follows', async () => {
  const anna = server.as('anna');
  const made = await anna.post<Resource>(
    '/resources',
    link({
      description: 'Short **and** standing.',
      topics: ['Stand-ups', 'Retrospectives'],
      language: 'en',
      creator: 'Jo',
      publishedOn: '2024-02-29',
      licence: 'CC0',
    }),
  );
  assert.equal(made.status, 201);
  const { id } = made.body;
  assert.deepEqual(
    made.body.topics.map(({ label }) => label),
    ['Stand-ups', 'Retrospectives'],
  );
  assert.equal(made.body.suggestedBy?.name, 'Anna Ek');
  assert.deepEqual(made.body.viewer.can, ['edit', 'delete', 'comment', 'use', 'save', 'review', 'look-after', 'retire']);
  const read = await server.as('visitor').get<Resource>(`/resources/${id}`);
  assert.deepEqual(read.body.viewer.can, []);
  assert.equal(read.etag, made.etag);
  const revised = await anna.patch<Resource>(`/resources/${id}`, { title: 'A better guide', description: 'Sitting.' }, made.etag);
  assert.equal(revised.body.title, 'A better guide');
  assert.ok(revised.body.editedAt);
  await anna.patch(`/resources/${id}`, { description: 'Lying.' }, revised.etag);
  assert.deepEqual(await feedOf(id), ['revised: Lying.', 'added: Lying.'], 'once, and without the text of before');
  assert.equal((await anna.delete(`/resources/${id}`, '*')).status, 204);
  assert.equal((await anna.get(`/resources/${id}`)).status, 404);
  assert.deepEqual(await feedOf(id), []);
  assert.ok(!(await titles('')).includes('A better guide'));
});

test('what is whose: authors and stewards change it, others do not', async () => {
  const { body, etag } = await server.as('anna').post<Resource>('/resources', link());
  const path = `/resources/${body.id}`;
  assert.equal((await server.as('visitor').post('/resources', link())).status, 401);
  assert.equal((await server.as('visitor').patch(path, { title: 'Mine now' }, etag)).status, 401);
  assert.equal((await server.as('ben').patch(path, { title: 'Mine now' }, etag)).status, 403);
  assert.equal((await server.as('ben').delete(path, etag)).status, 403);
  assert.equal((await server.as('anna').patch(path, { title: 'Without version' }, null)).status, 428);
  assert.equal((await server.as('anna').patch(path, { title: 'Old version' }, '"99"')).status, 412);
  assert.equal((await server.as('anna', OTHER_COMMUNITY).get(path)).status, 404);
  assert.equal((await server.as('stella').patch(path, { title: 'Put right' }, etag)).status, 200);
  assert.equal((await server.as('anna').delete(path, etag)).status, 412);
  assert.equal((await server.as('stella').delete(path, '"2"')).status, 204);
});

test('of two edits from one version, one is refused', async () => {
  const { body, etag } = await server.as('anna').post<Resource>('/resources', link());
  const edits = await Promise.all(
    ['One', 'Two'].map((word) => server.as('anna').patch(`/resources/${body.id}`, { title: `${word} wins` }, etag)),
  );
  assert.deepEqual(edits.map(({ status }) => status).sort(), [200, 412]);
});

test('bad resources are refused, field by field', async () => {
  const bad: [object, string][] = [
    [{ url: null }, '/url'],
    [{ fileId: 'x' }, '/url'],
    [{ url: 'javascript:alert(1)' }, '/url'],
    [{ url: 'ftp://example.org/x' }, '/url'],
    [{ url: 'file:///etc/passwd' }, '/url'],
    [{ url: 'nothing' }, '/url'],
    [{ title: 'ab' }, '/title'],
    [{ title: 'x'.repeat(201) }, '/title'],
    [{ kind: 'poem' }, '/kind'],
    [{ publishedOn: '2023-02-29' }, '/publishedOn'],
    [{ language: '12' }, '/language'],
    [{ topics: ['a', '!!'] }, '/topics/1'],
    [{ topics: Array.from({ length: 9 }, (_, i) => `t${i}`) }, '/topics'],
    [{ description: 'zero \0 inside' }, ''],
  ];
  for (const [change, pointer] of bad) {
    const { status, body } = await server.as('anna').post<{ errors?: { pointer: string }[] }>('/resources', link(change));
    assert.equal(status, 422, pointer);
    if (pointer)
      assert.deepEqual(
        body.errors?.map((error) => error.pointer),
        [pointer],
      );
  }
  const { body, etag } = await server.as('anna').post<Resource>('/resources', link());
  assert.equal((await server.as('anna').patch(`/resources/${body.id}`, { url: null }, etag)).status, 422, 'a link stays a link');
  for (const query of ['kind=poem', 'outcome=great', 'sort=random', 'mine=perhaps', 'limit=1000'])
    assert.equal((await list(query)).status, 422, query);
  assert.equal((await list('sort=title&cursor=bm8')).status, 400);
});

test('mine, outcomes and uses', async () => {
  const { body } = await server.as('ben').post<Resource>('/resources', link({ title: 'Used by Anna' }));
  await server.as('anna').put(`/resources/${body.id}/use`, { outcome: 'adapted', context: 'with a remote team' });
  const shown = (await server.as('anna').get<Resource>(`/resources/${body.id}`)).body;
  assert.equal(shown.uses.total, 1);
  assert.equal(shown.viewer.use?.outcome, 'adapted');
  assert.deepEqual(await titles('outcome=adapted'), ['Used by Anna']);
  assert.deepEqual(await titles('outcome=failed'), []);
  assert.equal((await titles('sort=used'))[0], 'Used by Anna');
  assert.ok((await titles('mine=true', 'ben')).includes('Used by Anna'));
  assert.ok(!(await titles('mine=true', 'anna')).includes('Used by Anna'));
  assert.deepEqual(await titles('mine=true', 'visitor'), []);
});

test('titles are found though mistyped, and before texts', async () => {
  await server.as('anna').post('/resources', link({ title: 'Nonviolent communication', description: 'Listening.' }));
  await server.as('anna').post('/resources', link({ title: 'A book of listening', description: 'Also on nonviolent communication.' }));
  assert.deepEqual(await titles('q=nonviolent+communication'), ['Nonviolent communication', 'A book of listening']);
  assert.equal((await titles('q=nonvoilent+comunication'))[0], 'Nonviolent communication');
  assert.ok((await titles('q=nonvio')).includes('Nonviolent communication'));
});

test('where enough have the words themselves, what is merely alike is left out', async () => {
  await server.as('anna').post('/resources', link({ title: 'Sociocrazy explained' }));
  assert.deepEqual(await titles('q=sociocracy'), ['Sociocrazy explained'], 'nothing has it');
  for (const n of ['one', 'two', 'three', 'four', 'five']) await server.as('anna').post('/resources', link({ title: `Sociocracy ${n}` }));
  const found = await titles('q=sociocracy');
  assert.equal(found.length, 5);
  assert.ok(!found.includes('Sociocrazy explained'));
});

test('filters, facets, sorts and pages say what a plain loop over all rows says', async () => {
  const { db } = server.database;
  await db.delete(resources);
  const [K, T, L] = [
    ['book', 'tool', 'case'],
    ['t1', 't2', 't3'],
    ['de', 'en', null],
  ];
  const record = fc.record({
    kind: fc.constantFrom(...K),
    topics: fc.subarray(T),
    language: fc.constantFrom(...L),
    title: fc.constantFrom('Alpha', 'alpha', 'Ähre', 'Beta', 'Éclair'),
    day: fc.integer({ min: 1, max: 9 }),
    usesWorked: fc.integer({ min: 0, max: 2 }),
    usesFailed: fc.integer({ min: 0, max: 2 }),
    endorsementCount: fc.constantFrom(0, 0, 1),
    score: fc.integer({ min: -2, max: 2 }),
    publishedOn: fc.constantFrom('2019-05-01', '2020-01-31', '2020-12-31', '2021-06-01', null),
    reviewOn: fc.constantFrom('2020-01-01', '2999-01-01', null),
    file: fc.boolean(),
    status: fc.constantFrom('published' as const, 'published' as const, 'published' as const, 'proposed' as const, 'obsolete' as const),
    deleted: fc.constantFrom(false, false, true),
  });
  const rows = fc.sample(record, { numRuns: 300, seed: 5 }).map(({ day, deleted, file, ...r }) => ({
    ...r,
    id: uuidv7(),
    communityId: COMMUNITY,
    url: file ? null : 'https://example.org/',
    fileId: file ? uuidv7() : null,
    createdAt: new Date(Date.UTC(2026, 0, day)),
    deletedAt: deleted ? new Date() : null,
  }));
  await db.insert(resources).values(rows);
  type Row = (typeof rows)[number];
  const values = {
    kind: (r: Row) => [r.kind],
    topic: (r: Row) => r.topics,
    language: (r: Row) => (r.language ? [r.language] : []),
    outcome: (r: Row) => [...(r.usesWorked ? ['worked'] : []), ...(r.usesFailed ? ['failed'] : [])],
    year: (r: Row) => (r.publishedOn ? [r.publishedOn.slice(0, 4)] : []),
    form: (r: Row) => [r.fileId ? 'file' : 'link'],
    mark: (r: Row) => [...(r.endorsementCount ? ['endorsed'] : []), ...(r.reviewOn === '2020-01-01' ? ['due'] : [])],
  };
  const keys = Object.keys(values) as (keyof typeof values)[];
  const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const compare = <V extends string | number>(a: V, b: V) => (a < b ? -1 : a > b ? 1 : 0);
  /** The lower bound of the Wilson score interval at 95 %, in millionths. */
  const evidence = ({ usesWorked, usesFailed, endorsementCount }: Row) => {
    const n = usesWorked + usesFailed + endorsementCount;
    if (n === 0) return 0;
    const [p, z2] = [(usesWorked + endorsementCount) / n, 1.96 ** 2];
    return Math.round((1e6 * (p + z2 / (2 * n) - 1.96 * Math.sqrt((p * (1 - p) + z2 / (4 * n)) / n))) / (1 + z2 / n));
  };
  const sorts: Record<string, (a: Row, b: Row) => number> = {
    newest: (a, b) => compare(Number(b.createdAt), Number(a.createdAt)) || compare(b.id, a.id),
    title: (a, b) => compare(fold(a.title), fold(b.title)) || compare(a.id, b.id),
    used: (a, b) => compare(b.usesWorked + b.usesFailed, a.usesWorked + a.usesFailed) || compare(b.id, a.id),
    votes: (a, b) => compare(b.score, a.score) || compare(b.id, a.id),
    evidence: (a, b) => compare(evidence(b), evidence(a)) || compare(b.id, a.id),
  };
  const query = fc.record({
    kind: fc.subarray(K),
    topic: fc.subarray(T),
    language: fc.subarray(['de', 'en']),
    outcome: fc.constantFrom([], [], ['worked'], ['failed']),
    year: fc.constantFrom([], [], ['2019'], ['2020', '2021'], ['1999']),
    form: fc.constantFrom([], [], ['file'], ['link']),
    mark: fc.constantFrom([], [], ['endorsed'], ['due'], ['due', 'endorsed']),
  });
  const range = fc.constantFrom({}, {}, { since: '2020-01-31' }, { until: '2020-12-30' }, { since: '2020-01-01', until: '2020-12-31' });
  for (const [asked, { since, until }] of fc.sample(fc.tuple(query, range), { numRuns: 40, seed: 11 }) as unknown as [
    Record<(typeof keys)[number], string[]>,
    { since?: string; until?: string },
  ][]) {
    const inRange = ({ publishedOn }: Row) =>
      (!since || (publishedOn !== null && publishedOn >= since)) && (!until || (publishedOn !== null && publishedOn <= until));
    const fits = (r: Row, but?: string) =>
      r.deletedAt === null &&
      r.status === 'published' &&
      (but === 'year' || inRange(r)) &&
      keys.every((key) => key === but || asked[key].length === 0 || values[key](r).some((value) => asked[key].includes(value)));
    const wanted = rows.filter((r) => fits(r));
    const days = Object.entries({ since, until }).flatMap(([name, day]) => (day ? [`${name}=${day}`] : []));
    const text = [...keys.flatMap((key) => asked[key].map((value) => `${key}=${value}`)), ...days].join('&');
    const { total, facets } = (await list(`${text}&facets=true&limit=1`)).body;
    assert.equal(total, wanted.length, text);
    for (const key of keys) {
      const counts = new Map(asked[key].map((value) => [value, 0]));
      for (const r of rows.filter((one) => fits(one, key)))
        for (const value of values[key](r)) counts.set(value, (counts.get(value) ?? 0) + 1);
      assert.deepEqual(new Map(facets?.[key].map(({ value, count }) => [value, count])), counts, `${key} under ${text}`);
    }
    for (const [sort, order] of Object.entries(sorts)) {
      assert.deepEqual(
        (await allPages(`${text}&sort=${sort}&limit=9`)).map(({ id }) => id),
        wanted.toSorted(order).map(({ id }) => id),
        `${sort} ${text}`,
      );
    }
  }
});

test('a page begins after the last row shown, whatever was added or deleted since', async () => {
  const first = (await list('sort=newest&limit=5')).body;
  await server.as('anna').post('/resources', link({ title: 'Brand new' }));
  const last = first.items.at(-1);
  await server.as('stella').delete(`/resources/${last?.id}`, '*');
  const second = (await list(`sort=newest&limit=5&cursor=${first.nextCursor}`)).body;
  assert.ok(!second.items.some(({ id }) => first.items.some((one) => one.id === id)));
  assert.equal(second.total, null, 'the total is told once');
});
