import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { topicId } from '../../server/store/topic-id.js';
import { OTHER_COMMUNITY, startServer, type Harness } from './harness.js';

interface Topic {
  id: string;
  label: string;
  count: number;
}
let server: Harness;
before(async () => {
  server = await startServer();
  const anna = server.as('anna');
  const add = (title: string, topics: string[]) =>
    anna.post('/resources', { kind: 'guide', title, url: `https://example.org/${title}`, topics });
  await add('One guide', ['Facilitation', 'Working agreements']);
  await add('Two guides', ['facilitation', 'Feedback']);
  await add('Three guides', ['FACILITATION', '100% remote']);
});
after(() => server.close());

const topics = async (query: string, community?: string) =>
  (await server.as('visitor', community).get<{ items: Topic[] }>(`/topics?${query}`)).body.items;
const labels = async (q: string) => (await topics(`q=${encodeURIComponent(q)}`)).map(({ label }) => label);

test('topics come most used first, counted over questions and resources', async () => {
  const all = await topics('');
  assert.deepEqual(all.slice(0, 2), [
    { id: 'facilitation', label: 'Facilitation', count: 3, aliases: [] },
    { id: 'retrospectives', label: 'Retrospectives', count: 2, aliases: [] },
  ]);
  assert.deepEqual(
    all.map(({ count }) => count),
    all.map(({ count }) => count).toSorted((a, b) => b - a),
  );
  assert.equal((await topics('limit=1')).length, 1);
  assert.deepEqual(await topics('', OTHER_COMMUNITY), []);
});

test('a topic that is no longer used is not offered before anything is typed', async () => {
  const { body } = await server.as('anna').post<{ id: string }>('/posts', { body: 'News.', topics: ['Announcements'] });
  assert.ok(body.id);
  assert.ok((await topics('limit=100')).every(({ count }) => count > 0));
  assert.deepEqual(await labels('announce'), ['Announcements']);
  await server
    .as('anna')
    .post('/resources', { kind: 'guide', title: 'Of use', url: 'https://example.org/of-use', topics: ['Announcing well'] });
  assert.deepEqual(await labels('announc'), ['Announcing well', 'Announcements'], 'used ones come first');
});

test('what is being typed is completed, by any of its words, and though mistyped', async () => {
  assert.deepEqual((await labels('fa'))[0], 'Facilitation');
  assert.deepEqual(await labels('agree'), ['Working agreements']);
  assert.ok((await labels('retrospektive')).includes('Retrospectives'));
  assert.deepEqual(await labels('100%'), ['100% remote']);
  assert.deepEqual(await labels('%'), []);
  assert.deepEqual(await labels('_'), []);
  assert.deepEqual(await labels('zzzz'), []);
});

test('what was deleted is not counted', async () => {
  const { body } = await server
    .as('anna')
    .post<{ id: string }>('/resources', { kind: 'guide', title: 'To delete', url: 'https://example.org/to-delete', topics: ['Feedback'] });
  const feedback = async () => (await topics('q=feedback'))[0]?.count;
  assert.equal(await feedback(), 2);
  await server.as('anna').delete(`/resources/${body.id}`, '*');
  assert.equal(await feedback(), 1);
});

test('bad questions are refused', async () => {
  for (const query of ['limit=0', 'limit=101', `q=${'x'.repeat(61)}`]) {
    assert.equal((await server.as('visitor').get(`/topics?${query}`)).status, 422, query);
  }
});

test('ids of topics', () => {
  const ids: [string, string][] = [
    ['Team  Coaching', 'team-coaching'],
    ['C++', 'c++'],
    ['Führung & Macht', 'führung-macht'],
    ['...', ''],
    ['日本語', '日本語'],
    ['-x-', 'x'],
  ];
  for (const [label, id] of ids) assert.equal(topicId(label), id, label);
  assert.ok([...topicId('x'.repeat(100))].length <= 64);
});
