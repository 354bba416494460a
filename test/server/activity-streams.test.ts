import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startServer, type Harness } from './harness.js';

interface Thing {
  id: string;
  type: string | string[];
  name?: string;
  summary?: string;
  url?: string;
  inReplyTo?: string;
}
interface Act extends Thing {
  published: string;
  'cop:act': string;
  actor?: Thing;
  object: Thing;
  target?: Thing;
}
interface Page {
  '@context': [string, Record<string, string>];
  id: string;
  type: string;
  partOf: Thing & { first: string };
  next?: string;
  prev?: string;
  orderedItems: Act[];
}

/** Activity Streams 2.0 Vocabulary, sections 3.1 to 3.3: what a reader of it knows. */
const ACTIVITIES =
  'Accept Activity Add Announce Arrive Block Create Delete Dislike Flag Follow Ignore Invite Join Leave Like Listen Move Offer Question Read Reject Remove TentativeAccept TentativeReject Travel Undo Update View'.split(
    ' ',
  );
const OBJECTS =
  'Article Audio Document Event Image Note Page Place Profile Relationship Tombstone Video Question Collection OrderedCollection Application Group Organization Person Service'.split(
    ' ',
  );
const TYPE = 'application/activity+json';
const HOSTILE = '<img src=x onerror=alert(1)> & "more"';

let server: Harness;
before(async () => {
  server = await startServer();
  const anna = server.as('anna');
  const ben = server.as('ben');
  const { body: question } = await anna.post<{ id: string }>('/questions', { kind: 'problem', title: 'How to say no?', body: HOSTILE });
  const { body: answer } = await ben.post<{ id: string }>(`/questions/${question.id}/answers`, { body: 'Kindly.' });
  await anna.put(`/questions/${question.id}/accepted-answer`, { answerId: answer.id });
  await anna.post('/comments', { object: { type: 'question', id: question.id }, body: 'And to whom?' });
  const { body: book } = await ben.post<{ id: string }>('/resources', { kind: 'book', title: 'A book', url: 'https://example.org/b' });
  await anna.put(`/resources/${book.id}/use`, { outcome: 'worked', context: 'With six people' });
  await ben.post('/posts', { title: 'News', body: 'Thursday.' });
  for (let n = 0; n < 9; n += 1) await ben.post('/posts', { body: `Post ${n}` });
  await anna.post('/questions', { kind: 'problem', title: 'Nobody shall know', body: 'It is me.', anonymous: true });
});
after(() => server.close());

const ask = <T = Page>(url: string, accept = TYPE, cookie?: string) =>
  server.ask<T>('GET', url, { accept, ...(cookie && { cookie: `cop-session=${cookie}` }) });
const types = ({ type }: Thing) => [type].flat();
/** The feed, page by page. */
async function pages(url: string): Promise<Page[]> {
  const found: Page[] = [];
  for (let next: string | undefined = url; next; next = found.at(-1)?.next) found.push((await ask(next)).body);
  return found;
}

test('the feed is a page of an ordered collection, where it is asked for so; else as ever', async () => {
  const url = server.url('/activities');
  const { headers, body } = await ask(url);
  assert.match(headers.get('content-type') ?? '', /^application\/activity\+json/);
  assert.match(headers.get('vary') ?? '', /accept/i);
  assert.deepEqual(body['@context'], ['https://www.w3.org/ns/activitystreams', { cop: 'urn:cop:ns#' }]);
  assert.deepEqual([body.type, body.partOf.id, types(body.partOf)], ['OrderedCollectionPage', url, ['OrderedCollection']]);
  const linked = await ask(url, 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"');
  assert.equal(linked.body.type, 'OrderedCollectionPage');
  for (const accept of ['*/*', 'application/json', 'text/html', 'application/json, application/activity+json;q=0.5'])
    assert.ok('items' in (await ask<object>(url, accept)).body, accept);
});

test('every act has a type of the vocabulary, an address that leads to it, and what the vocabulary asks for', async () => {
  const acts = (await pages(server.url('/activities?limit=50'))).flatMap(({ orderedItems }) => orderedItems);
  const kinds = new Set(acts.map((act) => act['cop:act']));
  for (const kind of ['asked', 'answered', 'accepted', 'commented', 'added', 'used', 'posted']) assert.ok(kinds.has(kind), kind);
  for (const act of acts) {
    assert.ok(ACTIVITIES.includes(types(act)[0] ?? ''), act['cop:act']);
    assert.ok(
      types(act)
        .slice(1)
        .every((type) => type.startsWith('cop:')),
    );
    assert.equal(new Date(act.published).toISOString(), act.published);
    for (const thing of [act.actor, act.object, act.target]) if (thing) assert.ok(OBJECTS.includes(types(thing)[0] ?? ''), thing.id);
    assert.ok(!act.summary?.includes('<') && !act.object.summary?.includes('<'), 'what is HTML there is escaped');
  }
  for (const act of [...new Map(acts.map((act) => [act['cop:act'], act])).values()]) {
    assert.equal((await ask<Act>(act.id)).body.published, act.published);
    for (const thing of [act.actor, act.object, act.target]) {
      if (!thing) continue;
      const { status } = await fetch(thing.id);
      assert.equal(status, 200, `${act['cop:act']}: ${thing.id}`);
      assert.ok(thing.url === undefined || URL.canParse(thing.url));
    }
  }
});

test('acts are said in the words of the vocabulary', async () => {
  const acts = (await ask(server.url('/activities?limit=50'))).body.orderedItems;
  const of = (kind: string) => acts.find((act) => act['cop:act'] === kind) as Act;
  const said = (kind: string) => [types(of(kind)), types(of(kind).object)];
  assert.deepEqual(said('asked'), [['Create'], ['Question']]);
  assert.deepEqual(said('answered'), [['Create'], ['Note', 'cop:Answer']]);
  assert.equal(of('answered').object.inReplyTo, of('answered').target?.id);
  assert.deepEqual(said('accepted'), [['Accept'], ['Note', 'cop:Answer']]);
  assert.deepEqual(said('commented'), [['Create'], ['Note']]);
  assert.deepEqual([...said('added'), types(of('added').target as Thing)], [['Add'], ['Document'], ['Collection']]);
  assert.deepEqual(said('used'), [['Activity', 'cop:Used'], ['Document']]);
  assert.equal(of('used').summary, 'With six people');
  assert.equal(of('used').object.summary, undefined, 'what was said of it is not its own text');
  assert.deepEqual(types(acts.find(({ object }) => object.name === 'News')?.object as Thing), ['Article']);
  assert.equal(acts.find(({ object }) => object.name === 'How to say no?')?.actor?.name, 'Anna Ek');
});

test('one goes through it forth and back, page by page, and each page says where it is', async () => {
  const found = await pages(server.url('/activities?limit=4&type=posted'));
  assert.ok(found.length >= 3);
  assert.ok(!found[0]?.prev);
  for (const [i, page] of found.entries()) {
    assert.deepEqual((await ask(page.id)).body.orderedItems, page.orderedItems);
    assert.equal(page.partOf.first, found[0]?.id);
    assert.ok(page.orderedItems.every((act) => act['cop:act'] === 'posted'));
    if (i) assert.equal(page.prev, found[i - 1]?.id);
  }
  const ids = found.flatMap(({ orderedItems }) => orderedItems.map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length);
});

test('it names nobody whom the reader may not see, and no act of another community', async () => {
  const url = server.url('/activities?limit=50');
  for (const who of [undefined, 'ben', 'anna']) {
    const { body } = await ask(url, TYPE, who);
    assert.equal(body.orderedItems.find(({ object }) => object.name === 'Nobody shall know')?.actor, undefined);
    assert.ok(!JSON.stringify(body).includes('forYou'));
  }
  const id = (await ask(url)).body.orderedItems[0]?.id.split('/').at(-1);
  assert.equal((await ask(server.url(`/activities/${id}`, 'digital-government'))).status, 404);
  assert.equal((await ask(server.url('/activities/01990000-0000-7000-8000-000000000000'))).status, 404);
  assert.equal((await ask(server.url('/activities/nothing'))).status, 404);
});
