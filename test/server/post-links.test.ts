import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { eq, sql } from 'drizzle-orm';
import { runJobs } from '../../server/jobs/jobs.js';
import { firstLink } from '../../server/links/first-link.js';
import { posts } from '../../server/store/schema.js';
import { OTHER_COMMUNITY, startServer, type Harness } from './harness.js';

interface Card {
  url: string;
  title: string | null;
  description: string | null;
  siteName: string | null;
  object: { type: string; id: string; title: string | null } | null;
}
interface Post {
  id: string;
  link: Card | null;
  linkPreview: boolean;
  editedAt: string | null;
  version: number;
}

const html =
  (body: string): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(body);
  };
const PAGE =
  '<!doctype html><title>Guide to &lt;b&gt;retros&lt;/b&gt;</title><meta property="og:site_name" content="The wiki"><meta name="description" content="For teams of all kinds."><meta property="og:image" content="https://example.org/spy.png">';
let asked: string[] = [];
let held: (() => void)[] = [];
const routes: Record<string, RequestListener> = {
  '/guide': html(PAGE),
  '/other': html('<title>Another page</title>'),
  '/held': (request, response) => void held.push(() => html('<title>At last</title>')(request, response)),
  '/to-private': (_request, response) => {
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' });
    response.end();
  },
  '/picture': (_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png' });
    response.end('x');
  },
  '/huge': (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write('<title>Huge</title>');
    const more = () => {
      while (response.write('x'.repeat(64 * 1024)));
    };
    response.on('drain', more);
    response.on('error', () => undefined);
    more();
  },
};
const site = createServer((request, response) => {
  asked.push(request.url ?? '');
  (routes[request.url?.split('?')[0] ?? ''] ?? html('<title>Elsewhere</title>'))(request, response);
});
let origin = '';
let server: Harness;
before(async () => {
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  const { port } = site.address() as AddressInfo;
  origin = `http://localhost:${port}`;
  server = await startServer({ linkPreviews: { on: true, hosts: [`localhost:${port}`] } });
});
beforeEach(() => {
  asked = [];
  held = [];
});
after(async () => {
  site.closeAllConnections();
  site.close();
  await server.close();
});

const anna = () => server.as('anna');
const send = (body: string, more: object = {}) => anna().post<Post>('/posts', { body, ...more });
const read = async (id: string) => (await server.as('visitor').get<Post>(`/posts/${id}`)).body;
const record = async (id: string) => (await server.database.db.select().from(posts).where(eq(posts.id, id)))[0];
/** Waits for a condition, however slow the machine is. */
async function until<T>(what: () => Promise<T | undefined | null | false>): Promise<T> {
  for (let tries = 0; tries < 3000; tries += 1) {
    const found = await what();
    if (found) return found;
    await new Promise((next) => setTimeout(next, 10));
  }
  throw new Error('It did not come.');
}
const settled = (id: string) => until(async () => (await record(id))?.link?.readAt !== undefined && read(id));

const LINKS: [string, string, string | null][] = [
  ['bare', 'See https://example.org/a.', 'https://example.org/a'],
  ['in Markdown', 'See [this](https://example.org/a "title"), and https://example.org/b', 'https://example.org/a'],
  ['in angles', 'See <https://example.org/a>!', 'https://example.org/a'],
  ['with parentheses of its own', '(https://example.org/wiki/Team_(sport))', 'https://example.org/wiki/Team_(sport)'],
  ['emphasised', '**https://example.org/a**', 'https://example.org/a'],
  ['whose text is another', '[https://example.org](https://evil.example)', 'https://example.org'],
  ['after a picture', '![a](https://example.org/a.png) https://example.org/b', 'https://example.org/b'],
  ['after code', '`https://example.org/a` and\n\n```\nhttps://example.org/b\n```\n\nhttps://example.org/c', 'https://example.org/c'],
  ['none', 'No link. example.org', null],
  ['script', '[x](javascript:alert(1)) data:text/html,x file:///etc/passwd ftp://example.org', null],
  ['with a password', 'https://ada:secret@example.org/', null],
  ['too long', `https://example.org/${'a'.repeat(2000)}`, null],
];
for (const [what, text, link] of LINKS) test(`the link of a text: ${what}`, () => assert.equal(firstLink(text), link));

test('the link of a long text is found in no time', () => {
  const start = Date.now();
  for (const text of ['https://'.repeat(4000), '![['.repeat(9000), `https://example.org/${'('.repeat(29_000)}`, '`'.repeat(30_000)])
    firstLink(text);
  assert.ok(Date.now() - start < 2000);
});

test('a message is sent at once; the card of its link comes when the page was read, live, and for good', async () => {
  const live = new AbortController();
  const stream = await fetch(server.url('/activities/stream'), { signal: live.signal });
  const heard = (async () => {
    let text = '';
    for await (const chunk of stream.body ?? []) {
      text += new TextDecoder().decode(chunk as Uint8Array);
      if (text.includes('event: change')) return text;
    }
    return text;
  })();
  const sent = await send(`Read this: ${origin}/held`);
  assert.equal(sent.status, 201);
  assert.deepEqual(sent.body.link, { url: `${origin}/held`, title: null, description: null, siteName: null, object: null });
  await until(async () => held.length === 1);
  assert.equal((await send('Meanwhile.')).status, 201, 'nothing is held up');
  held[0]?.();
  assert.match(await heard, new RegExp(sent.body.id));
  live.abort();
  const card = await settled(sent.body.id);
  assert.equal(card.link?.title, 'At last');
  assert.deepEqual([card.version, card.editedAt], [1, null], 'its author has edited nothing');
  for (let i = 0; i < 3; i += 1) await read(sent.body.id);
  await server.as('visitor').get('/activities');
  assert.deepEqual(asked, ['/held'], 'asked once, and by no reader');
});

test('a card is text: title, site and description, no marks and no picture; the feed shows it as well', async () => {
  const { body } = await send(`[Here](${origin}/guide)`);
  const { link } = await settled(body.id);
  const card = { url: `${origin}/guide`, title: 'Guide to <b>retros</b>', description: 'For teams of all kinds.', siteName: 'The wiki' };
  assert.deepEqual(link, { ...card, object: null });
  const feed = await server.as('visitor').get<{ items: { object: { id: string }; link: Card | null }[] }>('/activities?type=posted');
  assert.deepEqual(feed.body.items.find(({ object }) => object.id === body.id)?.link, { ...card, object: null });
  assert.doesNotMatch(JSON.stringify(await record(body.id)), /spy\.png/);
});

test('what can’t be read has a card without a title, and is not asked again', async () => {
  for (const path of ['/to-private', '/picture']) {
    const { body } = await send(`${origin}${path}`);
    const { link } = await settled(body.id);
    assert.deepEqual(link, { url: `${origin}${path}`, title: null, description: null, siteName: null, object: null });
  }
  for (const url of ['http://127.0.0.1/secret', 'http://169.254.169.254/latest/meta-data/', 'http://10.0.0.1/']) {
    const { body } = await send(`See ${url}`);
    assert.equal((await settled(body.id)).link?.title, null, url);
  }
  assert.deepEqual(asked, ['/to-private', '/picture']);
  const huge = await send(`${origin}/huge`);
  assert.equal((await settled(huge.body.id)).link?.title, 'Huge');
});

test('an edit brings the card of its own link, or none; the same link is not read again', async () => {
  const sent = await send(`${origin}/guide`);
  await settled(sent.body.id);
  const path = `/posts/${sent.body.id}`;
  const same = await anna().patch<Post>(path, { body: `Still ${origin}/guide` }, sent.etag);
  assert.equal(same.body.link?.title, 'Guide to <b>retros</b>');
  const other = await anna().patch<Post>(path, { body: `Now ${origin}/other` }, same.etag);
  assert.equal(other.body.link?.title, null, 'never the title of another page');
  assert.equal((await settled(sent.body.id)).link?.title, 'Another page');
  const none = await anna().patch<Post>(path, { body: 'No link any more.' }, other.etag);
  assert.equal(none.body.link, null);
  assert.deepEqual(
    asked.filter((one) => one !== '/guide'),
    ['/other'],
  );
});

test('a page that is read too late says nothing of a message that was edited or deleted meanwhile', async () => {
  const sent = await send(`${origin}/held?late`);
  await until(async () => held.length === 1);
  const edited = await anna().patch<Post>(`/posts/${sent.body.id}`, { body: `${origin}/other` }, sent.etag);
  assert.equal((await settled(sent.body.id)).link?.title, 'Another page');
  held[0]?.();
  const gone = await send(`${origin}/held?2`);
  await until(async () => held.length === 2);
  await anna().delete(`/posts/${gone.body.id}`, gone.etag);
  held[1]?.();
  const last = await send(`${origin}/guide`);
  await settled(last.body.id);
  assert.equal((await read(edited.body.id)).link?.title, 'Another page');
});

test('the author takes the card away before sending or after, and brings it back; it is no edit of the text', async () => {
  const without = await send(`${origin}/other`, { linkPreview: false });
  assert.deepEqual([without.body.link, without.body.linkPreview], [null, false]);
  const sent = await send(`${origin}/guide`);
  await settled(sent.body.id);
  const path = `/posts/${sent.body.id}`;
  const off = await anna().patch<Post>(path, { linkPreview: false }, sent.etag);
  assert.deepEqual([off.body.link, off.body.linkPreview, off.body.editedAt], [null, false, null]);
  assert.equal((await server.as('stella').patch(path, { linkPreview: true }, off.etag)).status, 403);
  const on = await anna().patch<Post>(path, { linkPreview: true }, off.etag);
  assert.equal(on.body.link?.title, 'Guide to <b>retros</b>');
  await anna().patch(`/posts/${without.body.id}`, { linkPreview: true }, without.etag);
  assert.equal((await settled(without.body.id)).link?.title, 'Another page');
  assert.deepEqual(asked.filter((one) => one === '/other').length <= 1, true, 'without a card nothing was asked');
});

test('a link to what is here shows its title as it is now, asks nobody, and tells nothing of what not everybody sees', async () => {
  const { question, anna: member } = server.ids;
  const portal = 'https://portal.example';
  const ours = await send(`See ${portal}/help?cop-ask=team-coaching%2F${question}`);
  assert.deepEqual([ours.body.link?.object?.type, ours.body.link?.object?.id], ['question', question]);
  assert.equal(ours.body.link?.title, ours.body.link?.object?.title);
  const person = await send(`${portal}/people/${member}`);
  assert.deepEqual([person.body.link?.object?.type, person.body.link?.title], ['member', 'Anna Ek']);
  const draft = await anna().post<{ id: string }>('/resources', { kind: 'guide', title: 'Secret plan', draft: true });
  assert.equal(draft.status, 201);
  const hidden = await send(`${portal}/?cop-resource=team-coaching/${draft.body.id}`);
  assert.deepEqual([hidden.body.link?.title, hidden.body.link?.object], [null, null]);
  const elsewhere = await server.as('anna', OTHER_COMMUNITY).post<Post>('/posts', { body: `${portal}/?cop-ask=x/${question}` });
  assert.equal(elsewhere.body.link?.object, null, 'another community’s titles stay there');
  const collection = await anna().post<{ id: string }>('/collections', { title: 'To begin with' });
  const shelf = await send(`${portal}/?cop-collection=team-coaching/${collection.body.id}`);
  assert.deepEqual([shelf.body.link?.object?.type, shelf.body.link?.title], ['collection', 'To begin with']);
  for (const { body } of [ours, person, hidden, shelf]) await settled(body.id);
  assert.deepEqual(asked, []);
});

test('what a server that ended had not read is read by the next', async () => {
  const { body } = await send('No link.');
  const { db } = server.database;
  await db
    .update(posts)
    .set({ link: { url: `${origin}/other` }, updatedAt: sql`now() - interval '2 hours'` })
    .where(eq(posts.id, body.id));
  await runJobs(server.server, new Map());
  assert.equal((await read(body.id)).link?.title, 'Another page');
  await db
    .update(posts)
    .set({ link: { url: `${origin}/guide` }, updatedAt: sql`now() - interval '3 days'` })
    .where(eq(posts.id, body.id));
  await runJobs(server.server, new Map());
  assert.equal((await read(body.id)).link?.title, null, 'what is older stays as it is');
});

test('off is off: the server reads no page, and knows its own things all the same', async () => {
  const off = await startServer({ linkPreviews: { on: false, hosts: [] } });
  const other = await off.as('anna').post<Post>('/posts', { body: `${origin}/guide` });
  const own = await off.as('anna').post<Post>('/posts', { body: `https://portal.example/?cop-ask=x/${off.ids.question}` });
  await runJobs(off.server, new Map());
  assert.equal((await off.as('anna').get<Post>(`/posts/${other.body.id}`)).body.link?.title, null);
  assert.ok(own.body.link?.title);
  assert.deepEqual(asked, []);
  await off.close();
});
