import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { monthsAfter } from '../../server/store/resource-edits.js';
import { communities, resources } from '../../server/store/schema.js';
import { COMMUNITY, startServer, type Harness, type Persona } from './harness.js';

interface Resource {
  id: string;
  kind: string;
  title: string;
  topics: { label: string }[];
  editedAt: string | null;
  score: number;
  status: string;
  statusNote: string;
  version: number;
  endorsements: { total: number; newest: { member: { name: string } | null; note: string }[] };
  review: { steward: { name: string } | null; on: string | null; at: string | null; by: { name: string } | null; due: boolean };
  viewer: { vote: number; saved: boolean; endorsed: boolean; can: string[] };
  url: string | null;
  description: string;
  change: { content: Record<string, unknown>; by: { name: string } | null; returned: string | null } | null;
}
interface Page {
  items: Resource[];
  total: number | null;
  didYouMean: string | null;
}

let server: Harness;
before(async () => {
  server = await startServer();
});
after(() => server.close());

let links = 0;
const suggest = async (title: string, persona: Persona = 'anna', more: object = {}) =>
  await server.as(persona).post<Resource>('/resources', { kind: 'guide', title, url: `https://example.org/care/${(links += 1)}`, ...more });
const read = async (id: string, persona: Persona = 'visitor') => (await server.as(persona).get<Resource>(`/resources/${id}`)).body;
const titles = async (query: string, persona: Persona = 'visitor') =>
  (await server.as(persona).get<Page>(`/resources?${query}`)).body.items.map(({ title }) => title);
const feed = async (id: string) => {
  const { body } = await server
    .as('visitor')
    .get<{ items: { type: string; actor: { name: string } | null; object: { id: string }; target: { id: string } | null }[] }>(
      '/activities?limit=100',
    );
  return body.items.filter(({ object }) => object.id === id);
};
const status = (persona: Persona, id: string, body: object, version = '*') =>
  server.as(persona).put<Resource>(`/resources/${id}/status`, body, { headers: { 'if-match': version } });
const premoderate = (on: boolean) =>
  server.database.db
    .update(communities)
    .set({ rules: { premoderatedResources: on } })
    .where(eq(communities.id, COMMUNITY));

test('a vote is one a person, changes by a second, and is not one’s own to give', async () => {
  const { body } = await suggest('To vote on');
  const vote = (persona: Persona, value: number) => server.as(persona).put<Resource>(`/resources/${body.id}/vote`, { value });
  assert.equal((await vote('ben', 1)).body.score, 1);
  assert.equal((await vote('ben', 1)).body.score, 1);
  assert.equal((await vote('stella', -1)).body.score, 0);
  const turned = await vote('stella', 1);
  assert.deepEqual([turned.body.score, turned.body.viewer.vote], [2, 1]);
  assert.equal((await vote('ben', 0)).body.score, 1);
  assert.equal((await vote('anna', 1)).status, 403);
  assert.equal((await vote('ben', 5)).status, 422);
  assert.equal((await titles('sort=votes'))[0], 'To vote on');
});

test('stewards stand for a resource by name, with a note, and take it back', async () => {
  const { body } = await suggest('To endorse');
  const path = `/resources/${body.id}/endorsement`;
  assert.equal((await server.as('ben').put(path, { note: '' })).status, 403);
  const once = await server.as('stella').put<Resource>(path, { note: 'We use it in every onboarding.' });
  assert.deepEqual(
    once.body.endorsements.newest.map(({ member, note }) => [member?.name, note]),
    [['Stella Marin', 'We use it in every onboarding.']],
  );
  const twice = await server.as('stella').put<Resource>(path, { note: 'Still.' });
  assert.deepEqual(
    [twice.body.endorsements.total, twice.body.endorsements.newest[0]?.note, twice.body.viewer.endorsed],
    [1, 'Still.', true],
  );
  assert.deepEqual(
    (await feed(body.id)).map(({ type }) => type),
    ['endorsed', 'added'],
  );
  assert.ok((await titles('mark=endorsed')).includes('To endorse'));
  assert.equal((await titles('sort=evidence'))[0], 'To endorse');
  const gone = await server.as('stella').delete<Resource>(path);
  assert.deepEqual([gone.body.endorsements.total, gone.body.viewer.endorsed], [0, false]);
  assert.deepEqual(
    (await feed(body.id)).map(({ type }) => type),
    ['added'],
  );
  const own = await suggest('A steward’s own', 'stella');
  assert.equal((await server.as('stella').put(`/resources/${own.body.id}/endorsement`, {})).status, 403);
});

test('the day of the next review is so many months later, and the last of a shorter month', () => {
  const days = ['2024-01-31', '2024-02-29', '2023-12-15'].map((day) => [1, 12].map((n) => monthsAfter(new Date(`${day}T23:00:00Z`), n)));
  assert.deepEqual(days, [
    ['2024-02-29', '2025-01-31'],
    ['2024-03-29', '2025-02-28'],
    ['2024-01-15', '2024-12-15'],
  ]);
});

test('what is due is found, found right, and due again when the rules say', async () => {
  const { body } = await suggest('To look at');
  const path = `/resources/${body.id}`;
  assert.equal(body.review.due, false);
  assert.ok(body.review.on && body.review.on > new Date().toISOString());
  await server.database.db.update(resources).set({ reviewOn: '2024-03-01' }).where(eq(resources.id, body.id));
  assert.equal((await read(body.id)).review.due, true);
  assert.deepEqual(await titles('mark=due'), ['To look at']);
  assert.equal((await server.as('ben').post(`${path}/reviews`, {})).status, 403);
  const right = await server.as('stella').post<Resource>(`${path}/reviews`, {});
  assert.equal(right.body.review.due, false);
  assert.equal(right.body.review.by?.name, 'Stella Marin');
  assert.equal(right.body.review.on, monthsAfter(new Date(), 12));
  assert.deepEqual(await titles('mark=due'), []);
  assert.deepEqual(
    (await feed(body.id)).map(({ type }) => type),
    ['reviewed', 'added'],
  );
  assert.equal((await server.as('stella').post(`${path}/reviews`, { on: '2020-01-01' })).status, 422);
  assert.equal((await server.as('stella').post<Resource>(`${path}/reviews`, { on: '2999-01-01' })).body.review.on, '2999-01-01');
  assert.deepEqual(
    (await feed(body.id)).map(({ type }) => type),
    ['reviewed', 'added'],
    'told once',
  );
});

test('who looks after it: anybody where nobody does, handed over by who does, changed by stewards', async () => {
  const { body } = await suggest('To look after', 'stella');
  const steward = (persona: Persona, memberId: string | null) =>
    server.as(persona).put<Resource>(`/resources/${body.id}/steward`, { memberId });
  const { anna, ben, stella, fay } = server.ids;
  assert.equal((await steward('ben', anna)).status, 403, 'nobody volunteers another');
  const taken = await steward('ben', ben);
  assert.equal(taken.body.review.steward?.name, 'Ben Okafor');
  assert.deepEqual(taken.body.viewer.can, ['edit', 'comment', 'use', 'vote', 'save', 'review', 'hand-over', 'retire']);
  assert.equal((await steward('anna', anna)).status, 403, 'it is taken');
  assert.equal((await server.as('ben').post<Resource>(`/resources/${body.id}/reviews`, {})).status, 200);
  assert.equal((await steward('ben', fay)).status, 422, 'who never joined looks after nothing');
  assert.equal((await steward('ben', anna)).body.review.steward?.name, 'Anna Ek');
  assert.equal((await steward('ben', ben)).status, 403);
  assert.equal((await steward('stella', stella)).body.review.steward?.name, 'Stella Marin');
  assert.equal((await steward('stella', null)).body.review.steward, null);
  assert.equal((await steward('anna', ben)).status, 403);
  assert.equal((await steward('stella', ben)).body.review.steward?.name, 'Ben Okafor', 'a steward names somebody where nobody does');
});

test('a day for the next look, kind and topics of another’s are set without news, and can be set back', async () => {
  const { body, etag } = await suggest('To put in its place', 'anna', { topics: ['Hiring'] });
  const patch = (persona: Persona, change: object, version: string | null) =>
    server.as(persona).patch<Resource>(`/resources/${body.id}`, change, version ?? '');
  assert.equal((await patch('ben', { reviewOn: '2999-01-01' }, etag)).status, 403);
  const dated = await patch('stella', { reviewOn: '2999-01-01' }, etag);
  assert.deepEqual([dated.body.review.on, dated.body.editedAt, dated.body.version], ['2999-01-01', null, body.version + 1]);
  assert.equal((await patch('stella', { reviewOn: '2999-02-01' }, etag)).status, 412, 'of two, one is refused');
  const moved = await patch('stella', { kind: 'tool', topics: ['Hiring', 'Remote teams'] }, dated.etag);
  assert.deepEqual([moved.body.kind, moved.body.topics.map(({ label }) => label)], ['tool', ['Hiring', 'Remote teams']]);
  const back = await patch('stella', { kind: 'guide', topics: ['Hiring'], reviewOn: null }, moved.etag);
  assert.deepEqual([back.body.kind, back.body.topics.length, back.body.review.on, back.body.editedAt], ['guide', 1, null, null]);
  assert.deepEqual(
    (await feed(body.id)).map(({ type }) => type),
    ['added'],
  );
  const { body: states } = await server
    .as('visitor')
    .get<{ items: { act: string | null; editor: { name: string } | null }[] }>(`/revisions?resource=${body.id}`);
  assert.deepEqual(
    states.items.slice(0, 2).map(({ act, editor }) => [act, editor?.name]),
    [
      ['moved', 'Stella Marin'],
      ['moved', 'Stella Marin'],
    ],
  );
  await patch('anna', { topics: ['Retrospectives'] }, back.etag);
  assert.equal((await feed(body.id))[0]?.type, 'revised', 'one’s own change is told');
});

test('where it did not work, whoever looks after it has a look', async () => {
  const { body } = await suggest('To fail with');
  await server.as('ben').put(`/resources/${body.id}/use`, { outcome: 'worked', context: '' });
  assert.equal((await read(body.id)).review.due, false);
  await server.as('stella').put(`/resources/${body.id}/use`, { outcome: 'failed', context: 'in a team of forty' });
  assert.equal((await read(body.id)).review.due, true);
  await server.as('anna').post(`/resources/${body.id}/reviews`, {});
  await server.as('stella').put(`/resources/${body.id}/use`, { outcome: 'failed', context: 'in a team of fifty' });
  assert.equal((await read(body.id)).review.due, false, 'the same word again is no news');
});

test('what is no longer right leaves the lists, and comes back', async () => {
  const { body, etag } = await suggest('To retire');
  assert.equal((await status('ben', body.id, { status: 'obsolete' })).status, 403);
  assert.equal((await status('anna', body.id, { status: 'obsolete' }, '"9"')).status, 412);
  const gone = await status('anna', body.id, { status: 'obsolete', reason: 'The tool is gone.' }, etag);
  assert.deepEqual([gone.body.status, gone.body.statusNote], ['obsolete', 'The tool is gone.']);
  assert.ok(!(await titles('limit=100')).includes('To retire'));
  assert.deepEqual(await titles('status=obsolete'), ['To retire']);
  assert.equal((await read(body.id)).status, 'obsolete', 'a link to it still works');
  const back = await status('anna', body.id, { status: 'published' }, gone.etag);
  assert.deepEqual([back.body.status, back.body.statusNote], ['published', '']);
  assert.equal((await feed(body.id)).length, 1);
});

test('where the rules say so, a suggestion waits for a steward, unseen', async () => {
  await premoderate(true);
  const { body, etag } = await suggest('To be looked at first', 'anna', { description: 'Secret as yet.' });
  assert.equal(body.status, 'proposed');
  for (const persona of ['visitor', 'ben'] as const) {
    assert.equal((await server.as(persona).get(`/resources/${body.id}`)).status, 404, persona);
    assert.equal((await server.as(persona).get(`/uses?resource=${body.id}`)).status, 404, persona);
    assert.equal((await server.as(persona).get(`/revisions?resource=${body.id}`)).status, 404, persona);
    assert.ok(!(await titles('q=looked+at+first', persona)).includes('To be looked at first'));
    assert.deepEqual(await titles('status=proposed', persona), []);
  }
  const comments = await server.as('ben').get<{ items: unknown[] }>(`/comments?resource=${body.id}`);
  assert.ok(comments.status === 404 || comments.status === 422);
  assert.equal((await server.as('ben').post('/comments', { object: { type: 'resource', id: body.id }, body: 'Oh.' })).status, 422);
  assert.equal((await server.as('ben').put(`/resources/${body.id}/use`, { outcome: 'worked' })).status, 404);
  assert.equal((await server.as('ben').put(`/resources/${body.id}/vote`, { value: 1 })).status, 404);
  assert.equal((await server.as('ben').put(`/saves/resource/${body.id}`)).status, 404);
  assert.deepEqual(await feed(body.id), []);
  assert.deepEqual(await titles('status=proposed', 'anna'), ['To be looked at first']);
  assert.deepEqual(await titles('status=proposed', 'stella'), ['To be looked at first']);
  const again = await server
    .as('ben')
    .post<{ existing?: object }>('/resources', { kind: 'guide', title: 'The same', url: `https://example.org/care/${links}` });
  assert.deepEqual([again.status, again.body.existing], [409, undefined], 'what waits is not named');
  assert.equal((await status('anna', body.id, { status: 'published' }, etag)).status, 403);
  assert.equal((await status('stella', body.id, { status: 'draft' }, etag)).status, 422, 'a reason is due');
  const declined = await status('stella', body.id, { status: 'draft', reason: 'Say who it is for.' }, etag);
  assert.deepEqual([declined.body.status, declined.body.statusNote], ['draft', 'Say who it is for.']);
  assert.deepEqual(await titles('status=draft', 'anna'), ['To be looked at first']);
  assert.deepEqual(await titles('status=draft', 'stella'), [], 'drafts of others are not listed');
  const sent = await status('anna', body.id, { status: 'published' }, declined.etag);
  assert.equal(sent.body.status, 'proposed');
  const published = await status('stella', body.id, { status: 'published' }, sent.etag);
  assert.equal(published.body.status, 'published');
  assert.deepEqual(
    (await feed(body.id)).map(({ type, actor }) => [type, actor?.name]),
    [['added', 'Anna Ek']],
  );
  assert.equal((await suggest('A steward’s own word', 'stella')).body.status, 'published');
  await premoderate(false);
});

test('a draft needs neither link nor file until it is sent, and is its author’s', async () => {
  const made = await server.as('anna').post<Resource>('/resources', { kind: 'other', title: 'Half a thought', draft: true });
  assert.deepEqual([made.status, made.body.status], [201, 'draft']);
  assert.ok(!made.body.viewer.can.includes('publish'));
  assert.equal((await server.as('ben').get(`/resources/${made.body.id}`)).status, 404);
  assert.deepEqual(await titles('mine=true&status=draft', 'anna'), ['Half a thought']);
  assert.equal((await status('anna', made.body.id, { status: 'published' }, made.etag)).status, 403, 'not whole yet');
  const whole = await server.as('anna').patch<Resource>(`/resources/${made.body.id}`, { url: 'https://example.org/half' }, made.etag);
  assert.ok(whole.body.viewer.can.includes('publish'));
  const sent = await status('anna', made.body.id, { status: 'published' }, whole.etag);
  assert.equal(sent.body.status, 'published');
  assert.deepEqual(
    (await feed(made.body.id)).map(({ type }) => type),
    ['added'],
  );
  const dup = await server
    .as('ben')
    .post<Resource>('/resources', { kind: 'other', title: 'Its twin', url: 'https://example.org/half', draft: true });
  assert.equal((await status('ben', dup.body.id, { status: 'published' }, dup.etag)).status, 409);
});

test('an edit keeps what was there before', async () => {
  const { body, etag } = await suggest('First words');
  await server.as('anna').patch(`/resources/${body.id}`, { title: 'Better words' }, etag);
  const { body: states } = await server
    .as('visitor')
    .get<{ items: { content: { title: string }; editor: { name: string } }[] }>(`/revisions?resource=${body.id}`);
  assert.deepEqual(
    states.items.map(({ content, editor }) => [content.title, editor.name]),
    [
      ['Better words', 'Anna Ek'],
      ['First words', 'Anna Ek'],
    ],
  );
});

test('versions tell the link and what else readers go by, and bring it back', async () => {
  const { body, etag } = await suggest('To point elsewhere', 'anna', { creator: 'Ada', licence: 'CC0 1.0' });
  const moved = { url: 'https://example.com/elsewhere', creator: null, publishedOn: '2025-02-03', language: 'de', licence: null };
  const second = await server.as('anna').patch<Resource>(`/resources/${body.id}`, moved, etag);
  const states = async () =>
    (await server.as('visitor').get<{ items: { version: number; content: Record<string, unknown> }[] }>(`/revisions?resource=${body.id}`))
      .body.items;
  const [now, before] = await states();
  const facts = ({ url, creator, publishedOn, language, licence }: Record<string, unknown>) => ({
    url,
    creator,
    publishedOn,
    language,
    licence,
  });
  assert.deepEqual(facts(now?.content ?? {}), moved);
  const first = facts(before?.content ?? {});
  assert.deepEqual(first, { url: body.url, creator: 'Ada', publishedOn: null, language: null, licence: 'CC0 1.0' });
  const back = await server.as('anna').patch<Resource>(`/resources/${body.id}`, first, second.etag);
  assert.equal(back.body.url, body.url);
  // A status is no text: the next edit does not tell the same state again.
  const gone = await status('anna', body.id, { status: 'obsolete' }, back.etag);
  await server.as('anna').patch(`/resources/${body.id}`, { title: 'To point here' }, gone.etag);
  assert.deepEqual(
    (await states()).map(({ version }) => version),
    [5, 3, 2, 1],
  );
});

test('where the rules say so, an edit of what is published waits for a steward, and readers see it as it was', async () => {
  const made = await suggest('Known and good', 'anna', { description: 'As it was.' });
  const { id, url } = made.body;
  await premoderate(true);
  const anna = server.as('anna');
  const evil = { url: 'https://example.com/bait', description: 'Ask @everyone.', topics: ['Baits'], title: made.body.title };
  const waiting = await anna.patch<Resource>(`/resources/${id}`, evil, made.etag);
  assert.equal(waiting.status, 200);
  assert.deepEqual(
    [waiting.body.url, waiting.body.description, waiting.body.status, waiting.body.editedAt],
    [url, 'As it was.', 'published', null],
  );
  assert.deepEqual(waiting.body.change?.content, {
    url: evil.url,
    description: evil.description,
    topics: [{ id: 'baits', label: 'Baits' }],
  });
  assert.equal(waiting.body.change.by?.name, 'Anna Ek');
  for (const persona of ['visitor', 'ben'] as const) {
    const seen = await read(id, persona);
    assert.deepEqual([seen.url, seen.description, seen.change], [url, 'As it was.', null], persona);
    assert.deepEqual(await titles('q=bait', persona), []);
    assert.deepEqual(await titles('topic=baits', persona), []);
    assert.deepEqual((await server.as(persona).get<{ items: unknown[] }>(`/revisions?resource=${id}`)).body.items, []);
    assert.deepEqual(await titles('status=proposed', persona), []);
  }
  assert.deepEqual(await titles('status=proposed', 'stella'), ['Known and good'], 'in the queue of stewards');
  assert.deepEqual(await titles('status=proposed&mine=true', 'anna'), ['Known and good']);
  assert.equal((await feed(id)).length, 1, 'nothing is told');
  // It joins what waits; a field that is as it was is no change.
  const more = await anna.patch<Resource>(`/resources/${id}`, { licence: 'MIT', topics: [] }, waiting.etag);
  assert.deepEqual(Object.keys(more.body.change?.content ?? {}).sort(), ['description', 'licence', 'url']);
  const settle = (persona: Persona, body: object, version: string) =>
    server.as(persona).put<Resource>(`/resources/${id}/change`, body, { headers: { 'if-match': version } });
  assert.equal((await settle('anna', { accept: true }, more.etag)).status, 403);
  assert.equal((await settle('ben', { accept: true }, more.etag)).status, 403);
  assert.equal((await server.as('ben').delete(`/resources/${id}/change`, more.etag)).status, 403);
  assert.equal((await settle('stella', { accept: true }, waiting.etag)).status, 412, 'not the change that was looked at');
  assert.equal((await settle('stella', { accept: false }, more.etag)).status, 422, 'a reason is due');
  const returned = await settle('stella', { accept: false, reason: 'Whose page is that?' }, more.etag);
  assert.equal(returned.body.change?.returned, 'Whose page is that?');
  assert.deepEqual(await titles('status=proposed', 'stella'), []);
  assert.equal((await settle('stella', { accept: true }, returned.etag)).status, 403, 'what was sent back does not wait');
  const mended = await anna.patch<Resource>(`/resources/${id}`, { url: 'https://example.org/mended' }, returned.etag);
  assert.deepEqual([mended.body.change?.returned, mended.body.change?.content.description], [null, evil.description]);
  const accepted = await settle('stella', { accept: true }, mended.etag);
  assert.deepEqual(
    [accepted.body.url, accepted.body.description, accepted.body.change],
    ['https://example.org/mended', evil.description, null],
  );
  assert.deepEqual(
    (await feed(id)).map(({ type, actor }) => [type, actor?.name]),
    [
      ['revised', 'Anna Ek'],
      ['added', 'Anna Ek'],
    ],
  );
  const { body: states } = await server
    .as('ben')
    .get<{ items: { editor: { name: string }; content: { url: string } }[] }>(`/revisions?resource=${id}`);
  assert.deepEqual(
    states.items.map(({ content, editor }) => [content.url, editor.name]),
    [
      ['https://example.org/mended', 'Anna Ek'],
      [url, 'Anna Ek'],
    ],
  );
  await premoderate(false);
});

test('a change that waits is taken back, or is none; a steward’s own is there at once', async () => {
  const made = await suggest('Left alone', 'anna');
  const { id } = made.body;
  await premoderate(true);
  const waiting = await server.as('anna').patch<Resource>(`/resources/${id}`, { title: 'Left and changed' }, made.etag);
  const day = await server.as('anna').patch<Resource>(`/resources/${id}`, { reviewOn: '2099-01-01' }, waiting.etag);
  assert.deepEqual([day.body.review.on, day.body.title], ['2099-01-01', 'Left alone'], 'a day to look again is no text');
  const back = await server.as('anna').delete<Resource>(`/resources/${id}/change`, day.etag);
  assert.deepEqual([back.status, back.body.change], [200, null]);
  const none = await server.as('anna').patch<Resource>(`/resources/${id}`, { title: 'Left alone' }, back.etag);
  assert.equal(none.body.change, null);
  const again = await server.as('anna').patch<Resource>(`/resources/${id}`, { url: 'https://example.org/care/taken-since' }, none.etag);
  const other = await suggest('Quicker', 'stella', { url: 'https://example.org/care/taken-since' });
  assert.equal(other.status, 201);
  const clash = await server.as('stella').put(`/resources/${id}/change`, { accept: true }, { headers: { 'if-match': again.etag } });
  assert.equal(clash.status, 409, 'a link is there once');
  const steward = await server.as('stella').patch<Resource>(`/resources/${id}`, { title: 'As a steward says' }, again.etag);
  assert.equal(steward.body.title, 'As a steward says');
  assert.ok(steward.body.change, 'what waits still waits');
  await premoderate(false);
});

test('what one keeps for later, one finds again, and nobody else', async () => {
  const { body } = await suggest('To keep');
  const ben = server.as('ben');
  assert.equal((await server.as('visitor').put(`/saves/resource/${body.id}`)).status, 401);
  await ben.put(`/saves/resource/${body.id}`);
  await ben.put(`/saves/question/${server.ids.question}`);
  const kept = await ben.put<{ saves: { object: { title: string } }[] }>(`/saves/resource/${body.id}`);
  assert.deepEqual(
    kept.body.saves.map(({ object }) => object.title),
    ['How do you run a retrospective remotely?', 'To keep'],
  );
  assert.equal((await read(body.id, 'ben')).viewer.saved, true);
  assert.equal((await read(body.id, 'anna')).viewer.saved, false);
  assert.deepEqual(await titles('saved=true', 'ben'), ['To keep']);
  assert.deepEqual(await titles('saved=true', 'anna'), []);
  assert.deepEqual(await titles('saved=true', 'visitor'), []);
  assert.equal((await ben.put(`/saves/resource/${server.ids.question}`)).status, 404);
  assert.equal((await ben.put('/saves/member/x')).status, 422);
  const left = await ben.delete<{ saves: unknown[] }>(`/saves/resource/${body.id}`);
  assert.equal(left.body.saves.length, 1);
});

test('words that nothing has lead to those that something has', async () => {
  await suggest('Sociocracy for beginners', 'anna', { topics: ['Facilitation'] });
  const { body } = await server.as('visitor').get<Page>('/resources?q=facillitattion+xyz');
  assert.deepEqual([body.items.length, body.didYouMean], [0, 'Facilitation']);
  assert.equal((await server.as('visitor').get<Page>('/resources?q=qqqqqq')).body.didYouMean, null);
  assert.equal((await server.as('visitor').get<Page>('/resources?q=sociocracy')).body.didYouMean, null);
});
