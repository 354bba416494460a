import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { SaxesParser } from 'saxes';
import { COMMUNITY, startServer, type Harness } from './harness.js';

const HOSTILE = `</title><script>alert("1")</script> & ]]> 'ünï' 🙂 \u0007\u000b`;
let server: Harness;
before(async () => {
  server = await startServer();
  const anna = server.as('anna');
  await anna.post('/posts', { title: HOSTILE, body: HOSTILE });
  await anna.post('/resources', { kind: 'book', title: 'A book', url: 'https://example.org/book?a=1&b=2', description: 'Read it.' });
  await anna.post('/questions', { kind: 'problem', title: 'How to say no?', body: 'To everyone.' });
});
after(() => server.close());

/** The text of every element by its path; throws where the document is not well-formed. */
function parse(text: string): Map<string, string[]> {
  const parser = new SaxesParser({ xmlns: true });
  const found = new Map<string, string[]>();
  const path: string[] = [];
  let content = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    path.push(name);
    content = '';
  });
  parser.on('text', (more) => (content += more));
  parser.on('closetag', () => {
    found.set(path.join('/'), [...(found.get(path.join('/')) ?? []), content]);
    path.pop();
    content = '';
  });
  parser.write(text).close();
  return found;
}
const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url(path), { headers });

test('RSS is well-formed, whatever was written, and its links are absolute', async () => {
  const response = await get('/feed.rss');
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type') ?? '', /^application\/rss\+xml/);
  const rss = parse(await response.text());
  const item = (name: string) => rss.get(`rss/channel/item/${name}`) ?? [];
  assert.deepEqual(rss.get('rss/channel/title'), ['Team coaching and leadership']);
  assert.deepEqual(item('title').slice(0, 2), ['Anna Ek · How to say no?', 'Anna Ek · A book']);
  assert.ok(item('title')[2]?.includes(`</title><script>alert("1")</script> & ]]> 'ünï' 🙂`));
  assert.ok(!item('description')[2]?.includes('<'), 'plain text stays plain where readers show HTML');
  assert.deepEqual(item('category').slice(0, 3), ['asked', 'added', 'posted']);
  for (const link of [...item('link'), ...(rss.get('rss/channel/link') ?? [])]) assert.ok(link.startsWith(`${server.origin}/`), link);
  assert.match(decodeURIComponent(item('link')[0] ?? ''), new RegExp(`/\\?cop-ask=${COMMUNITY}/[0-9a-f-]{36}$`));
  assert.equal(new Set(item('guid')).size, item('guid').length);
  for (const date of item('pubDate')) assert.equal(new Date(date).toUTCString(), date);
});

test('JSON Feed has what version 1.1 asks for', async () => {
  const { body, headers } = await server.ask<{ version: string; feed_url: string; items: Record<string, unknown>[] }>(
    'GET',
    server.url('/feed.json'),
    {},
  );
  assert.match(headers.get('content-type') ?? '', /^application\/feed\+json/);
  assert.equal(body.version, 'https://jsonfeed.org/version/1.1');
  assert.equal(body.feed_url, server.url('/feed.json'));
  for (const item of body.items) {
    assert.equal(typeof item.id, 'string');
    assert.equal(typeof item.content_text, 'string');
    assert.ok(String(item.url).startsWith(server.origin));
  }
  assert.equal(body.items[1]?.external_url, 'https://example.org/book?a=1&b=2');
});

test('every item leads to where an element of the page opens it', async () => {
  const [anna, ben] = [server.as('anna'), server.as('ben')];
  const made = async (path: string, body: object) => (await anna.post<{ id: string }>(path, body)).body.id;
  const post = await made('/posts', { body: 'We meet on Monday.' });
  await made('/comments', { object: { type: 'post', id: post }, body: 'I will be there.' });
  const resource = await made('/resources', { kind: 'guide', title: 'A guide', url: 'https://example.org/guide' });
  await ben.put(`/resources/${resource}/use`, { outcome: 'worked', context: '' });
  await made(`/questions/${server.ids.question}/answers`, { body: 'With a whiteboard.' });
  const { body } = await server.ask<{ items: { url: string; tags: string[] }[] }>('GET', server.url('/feed.json'), {});
  const opened = body.items.slice(0, 5).map(({ url, tags }) => [tags[0], ...[...new URL(url).searchParams].flat()]);
  assert.deepEqual(opened, [
    ['answered', 'cop-ask', `${COMMUNITY}/${server.ids.question}`],
    ['used', 'cop-resource', `${COMMUNITY}/${resource}`],
    ['added', 'cop-resource', `${COMMUNITY}/${resource}`],
    ['commented', 'cop-post', `${COMMUNITY}/${post}`],
    ['posted', 'cop-post', `${COMMUNITY}/${post}`],
  ]);
  // What elements read: src/controllers/item-url.ts puts `cop-` before the kind.
  for (const [name, kind] of [
    ['ask-the-community', 'ask'],
    ['resource-list', 'resource'],
    ['member-directory', 'member'],
    ['activity-feed', 'post'],
  ] as const) {
    const source = readFileSync(new URL(`../../src/elements/${name}/${name}.ts`, import.meta.url), 'utf8');
    assert.match(source, new RegExp(`new ItemUrl\\(\\s*this,\\s*'${kind}'`));
  }
});

test('a reader that has it gets 304, until something happens', async () => {
  for (const path of ['/feed.rss', '/feed.json']) {
    const first = await get(path);
    const etag = first.headers.get('etag') ?? '';
    const modified = first.headers.get('last-modified') ?? '';
    await first.text();
    const known: Record<string, string>[] = [
      { 'if-none-match': etag },
      { 'if-none-match': `"x", ${etag.replace(/^W\//, '')}` },
      { 'if-none-match': '*' },
      { 'if-modified-since': modified },
    ];
    for (const headers of known) {
      const again = await get(path, headers);
      assert.equal(again.status, 304, JSON.stringify(headers));
      assert.equal(await again.text(), '');
    }
    assert.equal((await get(path, { 'if-none-match': '"x"', 'if-modified-since': modified })).status, 200);
    assert.equal((await get(path, { 'if-modified-since': 'Thu, 01 Jan 2026 00:00:00 GMT' })).status, 200);
    assert.equal((await get(path, { 'if-modified-since': 'nonsense' })).status, 200);
    await server.as('anna').post('/posts', { body: `News for ${path}` });
    assert.equal((await get(path, { 'if-none-match': etag })).status, 200);
  }
});

test('a feed is the same for everybody, and empty where nothing happened', async () => {
  const [visitor, anna] = await Promise.all([get('/feed.json'), get('/feed.json', { cookie: 'cop-session=anna' })]);
  assert.equal(await visitor.text(), await anna.text());
  const empty = await fetch(server.url('/feed.rss', 'digital-government'));
  assert.equal(empty.status, 200);
  assert.equal(parse(await empty.text()).get('rss/channel/item'), undefined);
  assert.equal(empty.headers.get('last-modified'), null);
});

test('PUBLIC_URL is where links lead', async () => {
  const own = await startServer({ publicUrl: 'https://intranet.example.org/community?lang=en' });
  await own.as('anna').post('/questions', { kind: 'problem', title: 'How to say no?', body: 'To everyone.' });
  const { body } = await own.ask<{ home_page_url: string; feed_url: string; items: { url: string }[] }>('GET', own.url('/feed.json'), {});
  assert.equal(body.home_page_url, 'https://intranet.example.org/community?lang=en');
  assert.ok(body.items[0]?.url.startsWith('https://intranet.example.org/community?lang=en&cop-ask=team-coaching%2F'), body.items[0]?.url);
  assert.equal(body.feed_url, 'https://intranet.example.org/api/communities/team-coaching/feed.json');
  await own.close();
});
