import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { members } from '../../server/store/schema.js';
import { OTHER_COMMUNITY, startServer, type Harness, type Persona } from './harness.js';

interface Page {
  items: { id: string; type: string; actor: { name: string } | null; object: { title: string | null } }[];
  nextCursor: string | null;
}
let server: Harness;
before(async () => {
  server = await startServer();
});
after(() => server.close());

const change = (id: string, values: Partial<typeof members.$inferInsert>) =>
  server.database.db.update(members).set(values).where(eq(members.id, id));
const joins = (id: string, ...names: string[]) => change(id, { groups: names.map((name) => ({ name, role: null })) });
const titles = async (query: string, persona: Persona = 'visitor') =>
  (await server.as(persona).get<Page>(`/activities?type=posted&${query}`)).body.items.map(({ object }) => object.title);
const groups = async (persona: Persona = 'visitor') =>
  (await server.as(persona).get<{ items: { name: string; count: number }[] }>('/groups')).body.items;
const counted = async () => (await server.as('visitor').get<{ counts: { groups: number } }>('')).body.counts.groups;

test('the feed is narrowed to what members of a group did, and told which groups there are', async () => {
  const { anna, ben } = server.ids;
  assert.deepEqual([await groups(), await counted()], [[], 0]);
  await joins(anna, 'Cohort 2026', 'Coaches');
  await joins(ben, 'Cohort 2026', 'Cohort 2026');
  assert.deepEqual(await groups(), [
    { name: 'Cohort 2026', count: 2 },
    { name: 'Coaches', count: 1 },
  ]);
  assert.equal(await counted(), 2);
  for (const [persona, title] of [
    ['anna', 'Of Anna'],
    ['ben', 'Of Ben'],
    ['stella', 'Of Stella'],
  ] as const)
    await server.as(persona).post('/posts', { title, body: 'x' });
  assert.deepEqual(await titles('group=Cohort%202026'), ['Of Ben', 'Of Anna']);
  assert.deepEqual(await titles('group=Coaches'), ['Of Anna']);
  assert.deepEqual(await titles('group=Coaches&group=Nobody'), ['Of Anna']);
  assert.deepEqual(await titles('group=Nobody'), []);
  assert.deepEqual(await titles(`group=${encodeURIComponent('"}]\' or true --')}`), []);
  assert.equal((await server.as('visitor').get(`/activities?group=${'x'.repeat(101)}`)).status, 422);
  const first = (await server.as('visitor').get<Page>('/activities?type=posted&group=Cohort%202026&limit=1')).body;
  assert.ok(first.nextCursor);
  assert.deepEqual(await titles(`group=Cohort%202026&limit=1&cursor=${first.nextCursor}`), ['Of Anna']);
  const elsewhere = await server.as('anna', OTHER_COMMUNITY).get<Page>('/activities?group=Cohort%202026');
  assert.deepEqual(elsewhere.body.items, []);
});

test('a group tells nothing of who does not show it to the reader, or has left the directory', async () => {
  const { ben } = server.ids;
  await change(ben, { visibility: { groups: 'members' } });
  assert.deepEqual(await titles('group=Cohort%202026'), ['Of Anna']);
  assert.deepEqual(await titles('group=Cohort%202026', 'anna'), ['Of Ben', 'Of Anna']);
  await joins(ben, 'Hidden circle');
  assert.equal(
    (await groups()).some(({ name }) => name === 'Hidden circle'),
    false,
  );
  assert.equal(
    (await groups('anna')).some(({ name }) => name === 'Hidden circle'),
    true,
  );
  assert.deepEqual(await titles('group=Hidden%20circle'), []);
  await change(ben, { visibility: {}, listed: false });
  assert.deepEqual(await titles('group=Hidden%20circle', 'stella'), []);
  assert.equal(
    (await groups('stella')).some(({ name }) => name === 'Hidden circle'),
    false,
  );
  await change(ben, { listed: true });
});

test('who belongs to a group is told to whom they chose, in the profile, the directory and the feed; stewards, who set groups, see them', async () => {
  const { ben } = server.ids;
  await joins(ben, 'Quiet circle');
  const path = `/members/${ben}`;
  const inProfile = async (persona: Persona) =>
    (await server.as(persona).get<{ groups: { name: string }[] }>(path)).body.groups.some(({ name }) => name === 'Quiet circle');
  const inDirectory = async (persona: Persona) => {
    const { items, facets } = (
      await server
        .as(persona)
        .get<{ items: { id: string }[]; facets: { group: { value: string; count: number }[] } }>(
          '/members?facets=true&group=Quiet%20circle',
        )
    ).body;
    const { count } = facets.group.find(({ value }) => value === 'Quiet circle') ?? { count: 0 };
    assert.equal(count, items.length, `${persona} counts what they find`);
    return items.length === 1;
  };
  const seenBy: [string, Persona[], Persona[]][] = [
    ['everyone', ['visitor', 'anna', 'stella', 'ben'], ['visitor', 'anna', 'stella', 'ben']],
    ['members', ['anna', 'stella', 'ben'], ['anna', 'stella', 'ben']],
    ['stewards', ['stella', 'ben'], ['stella']],
    ['nobody', ['stella', 'ben'], []],
  ];
  for (const [level, read, found] of seenBy) {
    const { etag } = await server.as('ben').get(path);
    assert.equal((await server.as('ben').patch(path, { visibility: { groups: level } }, etag)).status, 200);
    for (const persona of ['visitor', 'anna', 'stella', 'ben'] as const) {
      assert.equal(await inProfile(persona), read.includes(persona), `${persona} reads it for ${level}`);
      assert.equal(await inDirectory(persona), found.includes(persona), `${persona} finds it for ${level}`);
      assert.equal(
        (await groups(persona)).some(({ name }) => name === 'Quiet circle'),
        found.includes(persona),
        `${persona} is offered it for ${level}`,
      );
    }
  }
  await change(ben, { visibility: {} });
});

test('who asks without a name is not found by their group', async () => {
  const rules = await server.as('stella').patch('', { rules: { anonymousQuestions: true } }, null);
  assert.equal(rules.status, 200);
  await server.as('anna').post('/questions', { kind: 'problem', title: 'Nobody may know that I ask', body: 'Why?', anonymous: true });
  const all = (await server.as('ben').get<Page>('/activities?type=asked')).body.items;
  assert.equal(all[0]?.object.title, 'Nobody may know that I ask');
  const found = (await server.as('ben').get<Page>('/activities?type=asked&group=Coaches')).body.items;
  assert.equal(
    found.some(({ object }) => object.title === 'Nobody may know that I ask'),
    false,
  );
});
