import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { fillUrlKeys } from '../../server/store/links.js';
import { resources } from '../../server/store/schema.js';
import { urlKey } from '../../server/url-key.js';
import { OTHER_COMMUNITY, startServer, type Harness, type Persona } from './harness.js';

interface Refusal {
  detail: string;
  existing?: { type: string; id: string; title: string; url: string | null };
}
interface Page {
  items: { id: string; title: string }[];
}

let server: Harness;
before(async () => {
  server = await startServer();
});
after(() => server.close());

const suggest = (url: string, title = 'A guide', persona: Persona = 'anna') =>
  server.as(persona).post<{ id: string } & Refusal>('/resources', { kind: 'guide', title, url });
const found = async (query: string) => (await server.as('visitor').get<Page>(`/resources?${query}`)).body.items.map(({ title }) => title);

const SAME: [string, string, string][] = [
  ['scheme', 'http://example.org/a', 'https://example.org/a'],
  ['case of the host', 'https://EXAMPLE.org/a', 'https://example.org/a'],
  ['case of the scheme', 'HTTPS://example.org/a', 'https://example.org/a'],
  ['www', 'https://www.example.org/a', 'https://example.org/a'],
  ['final dot', 'https://example.org./a', 'https://example.org/a'],
  ['usual port', 'https://example.org:443/a', 'http://example.org:80/a'],
  ['final slash', 'https://example.org/a/', 'https://example.org/a'],
  ['no path', 'https://example.org', 'https://example.org/'],
  ['fragment', 'https://example.org/a#part-2', 'https://example.org/a'],
  ['tracking', 'https://example.org/a?utm_source=mail&x=1&UTM_Medium=b&fbclid=9', 'https://example.org/a?x=1'],
  ['only tracking', 'https://example.org/a?gclid=1', 'https://example.org/a'],
  ['order of parameters', 'https://example.org/a?b=2&a=1', 'https://example.org/a?a=1&b=2'],
  ['escapes', 'https://example.org/M%c3%bcller', 'https://example.org/Müller'],
  ['name in another script', 'https://müller.example/', 'https://xn--mller-kva.example'],
  ['way there', 'https://example.org/x/../a', 'https://example.org/a'],
  ['password', 'https://ada:secret@example.org/a', 'https://example.org/a'],
  ['blanks', '  https://example.org/a ', 'https://example.org/a'],
];
const OTHER: [string, string, string][] = [
  ['path', 'https://example.org/a', 'https://example.org/b'],
  ['case of the path', 'https://example.org/A', 'https://example.org/a'],
  ['parameter', 'https://example.org/a?page=1', 'https://example.org/a?page=2'],
  ['value twice', 'https://example.org/a?x=1&x=2', 'https://example.org/a?x=1'],
  ['host', 'https://docs.example.org/', 'https://example.org/'],
  ['port', 'https://example.org:8443/', 'https://example.org/'],
  ['port of the other scheme', 'https://example.org:80/', 'https://example.org/'],
  ['page within a page', 'https://example.org/#/one', 'https://example.org/#/two'],
  ['a whole host called www', 'https://www.org/', 'https://org/'],
  ['escaped slash', 'https://example.org/a%2Fb', 'https://example.org/a/b'],
];
for (const [what, a, b] of SAME) test(`one link: ${what}`, () => assert.equal(urlKey(a), urlKey(b)));
for (const [what, a, b] of OTHER) test(`two links: ${what}`, () => assert.notEqual(urlKey(a), urlKey(b)));

test('the key of any address is found in one go, and is never empty', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      const key = urlKey(url);
      assert.ok(key.length > 0);
      assert.equal(urlKey(`https://${key}`), urlKey(url));
    }),
  );
  assert.equal(urlKey('mailto:ada@example.org'), 'mailto:ada@example.org');
  assert.equal(urlKey('https://example.org/%E0%A4%A'), 'example.org/%E0%A4%A');
});

test('a link is suggested once, however it is spelt, and the refusal names what is there', async () => {
  const first = await suggest('https://www.example.org/retros?utm_source=mail', 'Guide to retros');
  assert.equal(first.status, 201);
  const second = await suggest('http://example.org/retros/#top', 'The same again', 'ben');
  assert.equal(second.status, 409);
  assert.deepEqual(second.body.existing, {
    type: 'resource',
    id: first.body.id,
    title: 'Guide to retros',
    url: 'https://www.example.org/retros?utm_source=mail',
  });
  assert.match(second.body.detail, /Guide to retros/);
  assert.equal((await server.as('anna').delete(`/resources/${first.body.id}`, '*')).status, 204);
  assert.equal((await suggest('http://example.org/retros/', 'After it has gone')).status, 201);
});

test('an edit may keep its own link, and not take another’s', async () => {
  const one = await suggest('https://example.org/one');
  await suggest('https://example.org/two', 'Number two');
  const path = `/resources/${one.body.id}`;
  const kept = await server.as('anna').patch<Refusal>(path, { url: 'https://example.org/one/' }, one.etag);
  assert.equal(kept.status, 200);
  const taken = await server.as('anna').patch<Refusal>(path, { url: 'https://example.org/two#x' }, kept.etag);
  assert.equal(taken.status, 409);
  assert.equal(taken.body.existing?.title, 'Number two');
  assert.equal((await server.as('anna').patch(path, { url: 'https://example.org/three' }, kept.etag)).status, 200);
  assert.deepEqual(await found('url=example'), []);
  assert.deepEqual(await found(`url=${encodeURIComponent('http://www.example.org/three')}`), ['A guide']);
  assert.deepEqual(await found(`url=${encodeURIComponent('https://example.org/one')}`), []);
});

test('of two who suggest a link at once, one does', async () => {
  const both = await Promise.all([suggest('https://example.org/race', 'One', 'anna'), suggest('https://example.org/race/', 'Two', 'ben')]);
  assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409]);
});

test('another community may have the same link', async () => {
  await suggest('https://example.org/shared');
  const { body } = await server
    .as('visitor', OTHER_COMMUNITY)
    .get<Page>(`/resources?url=${encodeURIComponent('https://example.org/shared')}`);
  assert.deepEqual(body.items, []);
});

test('links that came in before are found once their keys are filled', async () => {
  const { db } = server.database;
  const { body } = await suggest('https://example.org/before', 'From before');
  await db
    .update(resources)
    .set({ urlKey: null })
    .where(sql`${resources.url} is not null`);
  assert.deepEqual(await found(`url=${encodeURIComponent('https://example.org/before')}`), []);
  assert.ok((await fillUrlKeys(db, 2)) > 2, 'page by page');
  assert.equal(await fillUrlKeys(db), 0);
  assert.deepEqual(await found(`url=${encodeURIComponent('https://example.org/before')}`), ['From before']);
  const [row] = await db.select({ key: resources.urlKey }).from(resources).where(eq(resources.id, body.id));
  assert.equal(row?.key, 'example.org/before');
});

test('what is like a title comes by likeness, and nothing that is not', async () => {
  await suggest('https://example.org/s1', 'Facilitating hybrid workshops');
  await suggest('https://example.org/s2', 'A checklist for hybrid workshops');
  await suggest('https://example.org/s3', 'Budgeting for beginners');
  const like = await found('similar=How+to+run+hybrid+workshops');
  assert.deepEqual(like.toSorted(), ['A checklist for hybrid workshops', 'Facilitating hybrid workshops']);
  assert.deepEqual(await found('similar=Zebra'), []);
});
