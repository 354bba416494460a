import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { sql } from '../../server/store/database.js';
import { questions } from '../../server/store/schema.js';
import { COMMUNITY, startServer, type Harness } from './harness.js';

/* So many questions have a word that not all of them are weighed. */

interface Page {
  items: { id: string; title: string; createdAt: string }[];
  nextCursor: string | null;
  total: number | null;
}
const COUNT = 1200;
let server: Harness;
before(async () => {
  server = await startServer();
  // Every question has the word in its text, every fifth in its title.
  await server.database.db.execute(sql`
    insert into questions (id, community_id, title, body, excerpt, topics, created_at, updated_at)
    select gen_random_uuid(), ${COMMUNITY}, case when n % 5 = 0 then 'Delegation ' || n else 'Question ' || n end,
      'About delegation' || repeat(' and so on', n % 7), '', array['t' || n % 100], timestamptz '2026-01-01' + n * interval '1 hour', now()
    from generate_series(1, ${COUNT}::int) n`);
  // Of so many that the beginning of a word is estimated to be frequent.
  await server.database.db.execute(sql`
    insert into resources (id, community_id, kind, title, description, created_at)
    select gen_random_uuid(), ${COMMUNITY}, 'guide', 'Resource ' || n || case when n % 3000 = 0 then ' on facilitation' else '' end, 'Words',
      timestamptz '2026-01-01' + n * interval '1 minute'
    from generate_series(1, 16000) n`);
  await server.database.db.execute(sql`analyze`);
});
after(() => server.close());

async function allPages(query: string, between?: () => Promise<unknown>): Promise<Page['items']> {
  const items: Page['items'] = [];
  let cursor = '';
  do {
    const { body } = await server.as('visitor').get<Page>(`/questions?limit=90&${query}${cursor}`);
    items.push(...body.items);
    cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
    await between?.();
  } while (cursor);
  return items;
}

test('where many match, those with the word in their title stand first, then the newest, and each once', async () => {
  const items = await allPages('q=delegation');
  assert.equal(items.length, COUNT);
  assert.equal(new Set(items.map(({ id }) => id)).size, COUNT);
  const weighed = items.slice(0, 100);
  assert.ok(weighed.every(({ title }) => title.startsWith('Delegation')));
  const others = items.slice(100).map(({ createdAt }) => createdAt);
  assert.deepEqual(others, others.toSorted().toReversed());
});

test('what is written between the pages moves nothing that was there', async () => {
  const before = (await allPages('q=delegation')).map(({ id }) => id);
  const add = () =>
    server.database.db
      .insert(questions)
      .values({ id: uuidv7(), communityId: COMMUNITY, title: 'Delegation anew', body: 'Delegation', excerpt: '', topics: [] });
  const after = (await allPages('q=delegation', add)).map(({ id }) => id);
  assert.equal(new Set(after).size, after.length, 'none twice');
  const old = new Set(before);
  assert.deepEqual(
    after.filter((id) => old.has(id)),
    before,
  );
});

test('a filter that leaves few is weighed in full, and a rare word among many is found', async () => {
  const { body } = await server.as('visitor').get<Page>('/questions?q=delegation&topic=t7');
  assert.equal(body.total, 12);
  assert.equal(body.items.length, 12);
  const rare = await server.as('visitor').get<Page>('/questions?q=retrospective+remotely');
  assert.equal(rare.body.items.length, 1);
  const typed = await server.as('visitor').get<Page>('/questions?q=delegaton');
  assert.ok(typed.body.items[0]?.title.startsWith('Delegation'), 'also mistyped');
});

test('in a large community, one word that is mistyped still finds what it was meant for, and few hits are told as few', async () => {
  const found = async (q: string) => (await server.as('visitor').get<Page>(`/resources?limit=30&q=${q}`)).body;
  for (const q of ['facilitation', 'facilit', 'facilitaiton']) {
    const { items, total } = await found(q);
    assert.deepEqual([items.length, total], [5, 5], q);
  }
  assert.deepEqual([(await found('zzzz')).items.length, (await found('zzzz')).total], [0, 0]);
  const [first] = (await found('resou')).items;
  assert.equal(first?.title, 'Resource 16000', 'a beginning that all have: the newest first');
  assert.equal((await found('resource')).total, null);
});
