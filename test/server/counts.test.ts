import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from '../../server/store/database.js';
import { startServer, type Harness } from './harness.js';

/** A directory so large that its counts are kept for a while: filters must still count right, on the same rows. */
interface Page {
  total: number | null;
  facets: Record<'topic' | 'offers' | 'needs' | 'country' | 'language', { value: string; count: number }[]>;
}
let server: Harness;
before(async () => {
  server = await startServer();
  await server.database.db.execute(sql`
    insert into members (id, community_id, name, topics, offers, country, languages, joined_at, visibility)
    select gen_random_uuid(), 'team-coaching', 'Person ' || n, array['t' || n % 3], array['o' || n % 5], (array['DE','SE'])[1 + n % 2], array['en'], now(),
      case when n % 4 = 0 then '{"offers": "members"}'::jsonb else '{}'::jsonb end
    from generate_series(1, 3000) n`);
});
after(() => server.close());

const people = Array.from({ length: 3000 }, (_, i) => i + 1);
const get = async (query: string, persona: 'visitor' | 'anna' = 'anna') =>
  (await server.as(persona).get<Page>(`/members?limit=1&${query}`)).body;
const count = (page: Page, facet: keyof Page['facets'], value: string) => page.facets[facet].find((one) => one.value === value)?.count;
const some = (fits: (n: number) => boolean) => people.filter(fits).length;

test('counts of a large directory are right with no filter, with one and with two, the second time too', async () => {
  for (let round = 0; round < 2; round += 1) {
    assert.equal((await get('')).total, 3003);
    const whole = await get('facets=true');
    assert.equal(whole.total, 3003);
    assert.equal(
      count(whole, 'topic', 't1'),
      some((n) => n % 3 === 1),
    );
    const one = await get('facets=true&topic=t1');
    assert.equal(
      one.total,
      some((n) => n % 3 === 1),
    );
    assert.equal(
      count(one, 'topic', 't2'),
      some((n) => n % 3 === 2),
      'its own filter does not narrow a facet',
    );
    assert.equal(
      count(one, 'country', 'DE'),
      some((n) => n % 3 === 1 && n % 2 === 0),
    );
    const two = await get('facets=true&topic=t1&country=DE');
    assert.equal(
      two.total,
      some((n) => n % 3 === 1 && n % 2 === 0),
    );
    assert.equal(
      count(two, 'topic', 't2'),
      some((n) => n % 3 === 2 && n % 2 === 0),
    );
    assert.equal(
      count(two, 'country', 'SE'),
      some((n) => n % 3 === 1 && n % 2 === 1),
    );
    assert.equal(
      count(two, 'offers', 'o3'),
      some((n) => n % 3 === 1 && n % 2 === 0 && n % 5 === 3),
    );
  }
});

test('what is kept for one reader is not shown to another', async () => {
  const hidden = some((n) => n % 5 === 3 && n % 4 === 0);
  assert.ok(hidden > 0);
  assert.equal(
    count(await get('facets=true', 'anna'), 'offers', 'o3'),
    some((n) => n % 5 === 3),
  );
  assert.equal(count(await get('facets=true', 'visitor'), 'offers', 'o3'), some((n) => n % 5 === 3) - hidden);
  assert.equal((await get('offers=o3', 'visitor')).total, some((n) => n % 5 === 3) - hidden);
});

test('whoever writes something sees it counted at once; others soon', async () => {
  const counts = async (persona: 'anna' | 'ben') =>
    (await server.as(persona).get<{ counts: { questions: number; answered: number; resources: number } }>('')).body.counts;
  const [before, bens] = [await counts('anna'), await counts('ben')];
  const asked = await server
    .as('anna')
    .post<{ id: string }>('/questions', { kind: 'problem', title: 'What do others count?', body: 'Say.' });
  assert.equal((await counts('anna')).questions, before.questions + 1);
  // Counted anew for one, it is there for the next as well.
  assert.equal((await counts('ben')).questions, bens.questions + 1);
  await server.as('ben').post(`/questions/${asked.body.id}/answers`, { body: 'What they can see.' });
  assert.equal((await counts('ben')).answered, before.answered + 1);
  await server.as('anna').post('/resources', { kind: 'guide', title: 'One more', url: 'https://example.org/one-more' });
  assert.equal((await counts('anna')).resources, before.resources + 1);
  const people = async () => (await get('')).total ?? 0;
  const all = await people();
  const { body: session } = await server.as('anna').get<{ member: { id: string } }>('/session');
  const leave = async (listed: boolean) => server.as('anna').patch(`/members/${session.member.id}`, { listed }, '*');
  assert.equal((await leave(false)).status, 200);
  assert.equal(await people(), all - 1);
  assert.equal((await leave(true)).status, 200);
  assert.equal(await people(), all);
});
