import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { rows, sql } from '../../server/store/database.js';
import { OTHER_COMMUNITY, startServer, type Harness, type Persona } from './harness.js';

interface Activity {
  id: string;
  type: string;
  published: string;
  actor: { id: string; name: string } | null;
  object: { type: string; id: string; title: string | null };
  target: { type: string; id: string; title: string | null } | null;
  reactions: { kind: string; count: number; mine: boolean }[];
}
interface Page {
  items: Activity[];
  nextCursor: string | null;
}
let server: Harness;
before(async () => {
  server = await startServer();
});
after(() => server.close());

const feed = async (query = '', persona: Persona = 'visitor') => (await server.as(persona).get<Page>(`/activities?${query}`)).body;
const post = async (body: string, persona: Persona = 'anna') =>
  (await server.as(persona).post<{ id: string }>('/posts', { title: body, body })).body.id;
async function allPages(query: string): Promise<Activity[]> {
  const items: Activity[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Page = await feed(`${query}${cursor && `&cursor=${cursor}`}`);
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}

test('every kind of deed is told with its object and what that belongs to', async () => {
  const [anna, ben] = [server.as('anna'), server.as('ben')];
  const question = (await anna.post<{ id: string }>('/questions', { kind: 'problem', title: 'How to say no?', body: 'To everyone.' })).body
    .id;
  const answer = (await ben.post<{ id: string }>(`/questions/${question}/answers`, { body: 'Kindly.' })).body.id;
  const comment = (await anna.post<{ id: string }>('/comments', { object: { type: 'answer', id: answer }, body: 'Nice.' })).body.id;
  await anna.put(`/questions/${question}/accepted-answer`, { answerId: answer });
  await anna.put(`/answers/${answer}/use`, { outcome: 'worked', context: 'at home' });
  const told = (await feed()).items.map(({ type, actor, object, target }) => [
    type,
    actor?.name,
    object.type,
    object.id,
    object.title,
    target?.id ?? null,
  ]);
  assert.deepEqual(told, [
    ['used', 'Anna Ek', 'answer', answer, 'How to say no?', question],
    ['accepted', 'Anna Ek', 'answer', answer, 'How to say no?', question],
    ['commented', 'Anna Ek', 'comment', comment, 'How to say no?', question],
    ['answered', 'Ben Okafor', 'answer', answer, 'How to say no?', question],
    ['asked', 'Anna Ek', 'question', question, 'How to say no?', null],
  ]);
  await server.as('stella').delete(`/questions/${question}`, '*');
  assert.deepEqual((await feed()).items, [], 'what is gone takes all of it along');
});

test('filters: by type, by actor, since', async () => {
  const first = await post('First');
  await post('Second', 'ben');
  await server.as('anna').post('/resources', { kind: 'book', title: 'A book', url: 'https://example.org/' });
  const types = async (query: string) => (await feed(query)).items.map(({ type }) => type);
  assert.deepEqual(await types('type=added'), ['added']);
  assert.deepEqual(await types('type=added&type=posted'), ['added', 'posted', 'posted']);
  assert.deepEqual(await types(`actor=${server.ids.ben}`), ['posted']);
  assert.deepEqual(await types('actor=nobody'), []);
  const [at] = (await allPages('')).filter(({ object }) => object.id === first);
  assert.deepEqual(await types(`since=${at?.published}`), ['added', 'posted']);
  assert.deepEqual(await types(`since=${encodeURIComponent('2999-01-01T01:00:00+01:00')}`), []);
  for (const query of ['type=slept', 'since=yesterday', 'limit=0'])
    assert.equal((await server.as('visitor').get(`/activities?${query}`)).status, 422, query);
  assert.equal((await server.as('visitor').get('/activities?cursor=abc')).status, 400);
});

test('pages hold every activity once, newest first, also those of the same moment and while more come in', async () => {
  for (let n = 0; n < 12; n += 1) await post(`Post ${n}`, n % 2 ? 'anna' : 'ben');
  await server.database.db.execute(sql`update activities set published = date_trunc('minute', published)`);
  const whole = (await feed('limit=100')).items;
  const first = await feed('limit=3');
  await post('In between');
  const rest: Activity[] = [];
  for (let cursor = first.nextCursor; cursor !== null;) {
    const page = await feed(`limit=3&cursor=${cursor}`);
    rest.push(...page.items);
    cursor = page.nextCursor;
  }
  assert.deepEqual(
    [...first.items, ...rest].map(({ id }) => id),
    whole.map(({ id }) => id),
  );
  assert.deepEqual(
    (await allPages('limit=5')).map(({ id }) => id),
    (await feed('limit=100')).items.map(({ id }) => id),
  );
});

test('a reaction counts once per person and kind, however often it is sent', async () => {
  const id = await post('Liked');
  const activity = (await feed('limit=1')).items[0];
  assert.equal(activity?.object.id, id);
  const path = (kind: string) => `/activities/${activity?.id}/reactions/${kind}`;
  const ben = server.as('ben');
  const sent = await Promise.all(Array.from({ length: 8 }, () => ben.put<Activity>(path('thanks'))));
  assert.ok(sent.every(({ status }) => status === 200));
  await ben.put(path('insight'));
  const seen = await server.as('anna').put<Activity>(path('thanks'));
  assert.deepEqual(seen.body.reactions, [
    { kind: 'insight', count: 1, mine: false },
    { kind: 'thanks', count: 2, mine: true },
  ]);
  assert.deepEqual(
    (await feed('limit=1')).items[0]?.reactions.map(({ mine }) => mine),
    [false, false],
  );
  const logged = await rows<{ n: number }>(
    server.database.db,
    sql`select count(*)::int as n from changes where object_id = ${id} and activity_id is null`,
  );
  assert.equal(logged[0]?.n, 3, 'only what changed something is told to live readers');
  for (let n = 0; n < 2; n += 1) {
    const taken = await ben.delete<Activity>(path('thanks'));
    assert.deepEqual(
      taken.body.reactions.find(({ kind }) => kind === 'thanks'),
      { kind: 'thanks', count: 1, mine: false },
    );
  }
});

test('who may not react, and to what', async () => {
  await post('For reactions');
  const activity = (await feed('limit=1')).items[0];
  assert.equal((await server.as('visitor').put(`/activities/${activity?.id}/reactions/thanks`)).status, 401);
  assert.equal((await server.as('ben').put(`/activities/${activity?.id}/reactions/envy`)).status, 422);
  assert.equal((await server.as('ben').put(`/activities/${server.ids.question}/reactions/thanks`)).status, 404);
  assert.equal((await server.as('anna', OTHER_COMMUNITY).put(`/activities/${activity?.id}/reactions/thanks`)).status, 404);
});

test('who has left the directory is not told about, nor is what an outdated row still names', async () => {
  const ben = server.as('anna', OTHER_COMMUNITY);
  const joined = await ben.get<Page>('/activities?type=joined');
  assert.equal(joined.body.items.length, 1);
  const [me] = joined.body.items;
  await ben.patch(`/members/${me?.object.id}`, { listed: false }, '*');
  assert.deepEqual((await ben.get<Page>('/activities?type=joined')).body.items, []);
  const id = await post('Will be gone');
  await server.database.db.execute(sql`update posts set deleted_at = now() where id = ${id}`);
  assert.ok(!(await allPages('')).some(({ object }) => object.id === id));
});
