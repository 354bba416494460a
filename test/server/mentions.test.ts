import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { members, mentions } from '../../server/store/schema.js';
import { mentionedIn } from '../../server/store/mentions.js';
import { OTHER_COMMUNITY, startServer, type Harness } from './harness.js';

interface Written {
  id: string;
  body: string;
}
interface Page {
  items: { object: { id: string; type: string }; forYou: string | null }[];
}
let server: Harness;
before(async () => {
  server = await startServer();
});
after(() => server.close());

const named = async (objectId: string) =>
  (await server.database.db.select().from(mentions).where(eq(mentions.objectId, objectId))).map(({ memberId }) => memberId);
const ben = () => `[@Ben Okafor](member:${server.ids.ben})`;

describe('who is named in a text', () => {
  const id = '01890000-0000-7000-8000-00000000000';
  test('is found outside code, once each', () => {
    const to = (n: number) => `[@A ${n}](member:${id}${n})`;
    assert.deepEqual(mentionedIn(`Hi ${to(1)}, ${to(2)} and ${to(1)}!`), [`${id}1`, `${id}2`]);
    assert.deepEqual(mentionedIn(`\`${to(1)}\` and \`\`a \` ${to(2)}\`\` but ${to(3)}`), [`${id}3`]);
    assert.deepEqual(mentionedIn(`\`\`\`md\n${to(1)}\n\`\`\`\n${to(2)}\n~~~\n${to(3)}`), [`${id}2`]);
    assert.deepEqual(mentionedIn(`[Ben](member:${id}1) [@Ben](member:42) @Ben`), []);
    assert.deepEqual(mentionedIn(`[@Dr. \\[Ben\\]](member:${id}1)`), [`${id}1`]);
  });

  test('is found in no time in a text made to be slow', () => {
    const start = Date.now();
    mentionedIn(`](member: ${'`a``b```c'.repeat(3300)}`);
    mentionedIn(`](member: ${'[@'.repeat(15_000)}`);
    mentionedIn(`](member: ${'[@a](member:'.repeat(2500)}`);
    mentionedIn(`](member: ${Array.from({ length: 240 }, (_, i) => '`'.repeat(i + 1)).join(' ')}`);
    assert.ok(Date.now() - start < 1000, `${Date.now() - start} ms`);
  });
});

test('questions, answers, comments, resources and posts keep whom they name, also after an edit', async () => {
  const anna = server.as('anna');
  const question = { kind: 'problem', title: 'How do we start?', body: `Ask ${ben()}.`, topics: [] };
  const asked = await anna.post<Written>('/questions', question);
  assert.deepEqual(await named(asked.body.id), [server.ids.ben]);
  const answer = await anna.post<Written>(`/questions/${asked.body.id}/answers`, { body: `${ben()} knows.` });
  assert.deepEqual(await named(answer.body.id), [server.ids.ben]);
  const comment = await anna.post<Written>('/comments', { object: { type: 'answer', id: answer.body.id }, body: ben() });
  assert.deepEqual(await named(comment.body.id), [server.ids.ben]);
  const resource = await anna.post<Written>('/resources', {
    kind: 'article',
    title: 'A guide',
    url: 'https://example.org/a',
    description: ben(),
  });
  assert.equal(resource.status, 201, JSON.stringify(resource.body));
  assert.deepEqual(await named(resource.body.id), [server.ids.ben]);
  const post = await anna.post<Written>('/posts', { body: `Thanks, ${ben()}.` });
  assert.deepEqual(await named(post.body.id), [server.ids.ben]);
  const stella = `[@Stella](member:${server.ids.stella})`;
  await anna.patch(`/posts/${post.body.id}`, { body: `Thanks, ${stella}.` }, post.etag);
  assert.deepEqual(await named(post.body.id), [server.ids.stella]);
  await anna.patch(`/questions/${asked.body.id}`, { title: 'How do we begin?' }, asked.etag);
  assert.deepEqual(await named(asked.body.id), [server.ids.ben], 'an edit of the title leaves the text');
  await anna.patch(`/comments/${comment.body.id}`, { body: 'Nobody.' }, comment.etag);
  assert.deepEqual(await named(comment.body.id), []);
});

test('only members of the community who are in its directory are called, and 20 at most', async () => {
  const { body } = await server.as('anna').post<Written>('/posts', {
    body: `${ben()} [@Fay](member:${server.ids.fay}) [@X](member:01890000-0000-7000-8000-000000000001) \`${ben()}\``,
  });
  assert.deepEqual(await named(body.id), [server.ids.ben]);
  assert.match(body.body, /@Fay @X /, 'who is not there is a plain name');
  const other = await server.as('stella', OTHER_COMMUNITY).get('/session');
  assert.equal(other.status, 200);
  const many = Array.from({ length: 25 }, (_, i) => `01890000-0000-7000-8000-0000000001${String(i).padStart(2, '0')}`);
  await server.database.db
    .insert(members)
    .values(many.map((id, i) => ({ id, communityId: 'team-coaching', name: `Guest ${i}`, joinedAt: new Date() })));
  const crowd = await server.as('anna').post<Written>('/posts', { body: many.map((id) => `[@G](member:${id})`).join(' ') });
  assert.equal((await named(crowd.body.id)).length, 20);
  await server.database.db.delete(members).where(eq(members.headline, 'guest'));
});

test('a mention says the present name, whatever was written, and a plain name where its member has left', async () => {
  const { body } = await server.as('anna').post<Written>('/posts', { body: `Ask [@The Director](member:${server.ids.ben}).` });
  assert.equal(body.body, `Ask ${ben()}.`);
  const { db } = server.database;
  await db.update(members).set({ listed: false }).where(eq(members.id, server.ids.ben));
  assert.equal((await server.as('visitor').get<Written>(`/posts/${body.id}`)).body.body, 'Ask @The Director.');
  await db.update(members).set({ listed: true, name: 'Ben [O.]' }).where(eq(members.id, server.ids.ben));
  const again = (await server.as('visitor').get<Written>(`/posts/${body.id}`)).body.body;
  assert.equal(again, `Ask [@Ben \\[O.\\]](member:${server.ids.ben}).`);
  assert.deepEqual(mentionedIn(again), [server.ids.ben]);
  await db.update(members).set({ name: 'Ben Okafor' }).where(eq(members.id, server.ids.ben));
});

test('so does one in a profile, alone and in a list', async () => {
  const { db } = server.database;
  const { body: session } = await server.as('anna').get<{ member: { id: string } }>('/session');
  const id = session.member.id;
  const bio = `I work with [@Old Name](member:${server.ids.ben}).`;
  const saved = await server.as('anna').patch<{ bio: string }>(`/members/${id}`, { bio }, '*');
  assert.equal(saved.body.bio, `I work with ${ben()}.`);
  await db.update(members).set({ name: 'Ben Renamed' }).where(eq(members.id, server.ids.ben));
  const alone = (await server.as('visitor').get<{ bio: string }>(`/members/${id}`)).body.bio;
  assert.equal(alone, `I work with [@Ben Renamed](member:${server.ids.ben}).`);
  for (const query of [`id=${id}`, 'limit=100']) {
    const { body } = await server.as('visitor').get<{ items: { id: string; bio: string }[] }>(`/members?${query}`);
    assert.equal(body.items.find((one) => one.id === id)?.bio, alone, query);
  }
  await db.update(members).set({ name: 'Ben Okafor' }).where(eq(members.id, server.ids.ben));
  await server.as('anna').patch(`/members/${id}`, { bio: '' }, '*');
});

test('the feed tells who is named, and what is about what one wrote; nobody else sees it', async () => {
  const { body } = await server.as('anna').post<Written>('/posts', { body: `Look, ${ben()}.` });
  const of = (page: Page) => page.items.find(({ object }) => object.id === body.id);
  const mine = await server.as('ben').get<Page>('/activities?mentions=true');
  assert.equal(of(mine.body)?.forYou, 'mention');
  assert.ok(mine.body.items.every(({ forYou }) => forYou === 'mention'));
  assert.equal(of((await server.as('stella').get<Page>('/activities')).body)?.forYou, null);
  assert.equal(of((await server.as('stella').get<Page>('/activities?mentions=true')).body), undefined);
  assert.deepEqual((await server.as('visitor').get<Page>('/activities?mentions=true')).body.items, []);
  const answer = await server.as('ben').post<Written>(`/questions/${server.ids.question}/answers`, { body: 'A second answer.' });
  const newest = async (persona: 'anna' | 'ben') =>
    (await server.as(persona).get<Page>('/activities')).body.items.find(({ object }) => object.id === answer.body.id)?.forYou;
  assert.equal(await newest('anna'), 'yours');
  assert.equal(await newest('ben'), null, 'nobody’s own act concerns them');
});

test('the feed is narrowed to topics, and to what one follows', async () => {
  const { db } = server.database;
  const { follows } = await import('../../server/store/schema.js');
  const asked = await server
    .as('stella')
    .post<Written>('/questions', { kind: 'problem', title: 'A talk about money', body: 'How?', topics: ['Equity'] });
  const ids = async (query: string, persona: 'anna' | 'visitor' = 'anna') =>
    (await server.as(persona).get<Page>(`/activities?${query}`)).body.items.map(({ object }) => object.id);
  assert.deepEqual(await ids('topic=equity'), [asked.body.id]);
  assert.deepEqual(await ids('topic=nothing'), []);
  assert.deepEqual(await ids('following=true'), []);
  assert.deepEqual(await ids('following=true', 'visitor'), []);
  const follow = (objectType: 'topic' | 'member' | 'question', objectId: string) =>
    db.insert(follows).values({ communityId: 'team-coaching', memberId: server.ids.anna, objectType, objectId });
  await follow('topic', 'equity');
  assert.deepEqual(await ids('following=true'), [asked.body.id]);
  await follow('member', server.ids.ben);
  const both = await ids('following=true');
  assert.ok(both.includes(asked.body.id) && both.length > 1);
  await db.delete(follows);
  await follow('question', asked.body.id);
  const answer = await server.as('ben').post<Written>(`/questions/${asked.body.id}/answers`, { body: 'So.' });
  assert.deepEqual(await ids('following=true'), [answer.body.id, asked.body.id]);
});

test('people are found by the beginning of a word of their name', async () => {
  const names = async (name: string) =>
    (await server.as('anna').get<{ items: { name: string }[] }>(`/members?name=${encodeURIComponent(name)}&limit=6`)).body.items.map(
      (member) => member.name,
    );
  assert.deepEqual(await names('ok'), ['Ben Okafor']);
  assert.deepEqual(await names('ÁNNA e'), ['Anna Ek']);
  // Whose first name begins so comes first.
  await server.database.db.insert(members).values({ id: uuidv7(), communityId: 'team-coaching', name: 'Eva Lind', joinedAt: new Date() });
  assert.deepEqual(await names('e'), ['Eva Lind', 'Anna Ek']);
  assert.deepEqual(await names('kafor'), []);
  assert.deepEqual(await names('%'), []);
  assert.deepEqual(await names('_nna'), []);
});
