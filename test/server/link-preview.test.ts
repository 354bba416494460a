import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { MOST_BYTES, Unreadable, getPage, type Address, type GetOptions } from '../../server/links/get.js';
import { describePage, textOf } from '../../server/links/page.js';
import { isAllowed, isPublic } from '../../server/links/public.js';
import { startServer, type Harness } from './harness.js';

const PRIVATE = [
  ['this network', '0.0.0.0'],
  ['this network', '0.1.2.3'],
  ['private', '10.0.0.1'],
  ['private', '172.16.0.1'],
  ['private', '172.31.255.255'],
  ['private', '192.168.1.1'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['carrier-grade NAT', '100.127.255.255'],
  ['loopback', '127.0.0.1'],
  ['loopback', '127.9.9.9'],
  ['link-local, metadata', '169.254.169.254'],
  ['protocol assignments, metadata', '192.0.0.192'],
  ['documentation', '192.0.2.1'],
  ['6to4 relay', '192.88.99.1'],
  ['benchmarks', '198.18.0.1'],
  ['documentation', '198.51.100.7'],
  ['documentation', '203.0.113.7'],
  ['multicast', '224.0.0.1'],
  ['reserved', '240.0.0.1'],
  ['broadcast', '255.255.255.255'],
  ['cloud host', '168.63.129.16'],
  ['metadata', '100.100.100.200'],
  ['unspecified', '::'],
  ['loopback', '::1'],
  ['IPv4-mapped loopback', '::ffff:127.0.0.1'],
  ['IPv4-mapped private', '::ffff:a00:1'],
  ['IPv4-mapped public', '::ffff:8.8.8.8'],
  ['IPv4-compatible', '::127.0.0.1'],
  ['NAT64', '64:ff9b::7f00:1'],
  ['NAT64', '64:ff9b::8.8.8.8'],
  ['local NAT64', '64:ff9b:1::1'],
  ['discard', '100::1'],
  ['Teredo', '2001::1'],
  ['documentation', '2001:db8::1'],
  ['6to4', '2002:7f00:1::1'],
  ['documentation', '3fff::1'],
  ['unique local', 'fd00:ec2::254'],
  ['unique local', 'fc00::1'],
  ['link-local', 'fe80::1'],
  ['link-local with zone', 'fe80::1%eth0'],
  ['site-local', 'fec0::1'],
  ['multicast', 'ff02::1'],
  ['segment routing', '5f00::1'],
  ['no address', 'example.org'],
] as const;
for (const [what, address] of PRIVATE) test(`not of the public web: ${what} ${address}`, () => assert.equal(isPublic(address), false));
for (const address of [
  '1.1.1.1',
  '8.8.8.8',
  '100.63.255.255',
  '100.128.0.1',
  '172.15.0.1',
  '172.32.0.1',
  '192.0.1.1',
  '223.255.255.254',
  '2606:4700::1111',
  '2a00:1450::1',
])
  test(`of the public web: ${address}`, () => assert.equal(isPublic(address), true));

test('a host that the owner named may be private, but never the metadata of a cloud', () => {
  for (const address of ['10.0.0.1', '127.0.0.1', '192.168.0.1', 'fd12::1', '8.8.8.8']) assert.equal(isAllowed(address), true, address);
  for (const address of ['169.254.169.254', '::ffff:169.254.169.254', 'fd00:ec2::254', '100.100.100.200', 'fe80::1', 'nothing'])
    assert.equal(isAllowed(address), false, address);
});

const PAGE = '<!doctype html><title>A page</title>';
let port = 0;
let seen: { url: string; headers: Record<string, unknown> }[] = [];
const html =
  (body: string | Buffer, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(body);
  };
const to =
  (location: string): RequestListener =>
  (_request, response) => {
    response.writeHead(302, { location });
    response.end();
  };
const routes: Record<string, RequestListener> = {
  '/page': html(PAGE),
  '/hop1': (q, r) => to('/hop2')(q, r),
  '/hop2': (q, r) => to('/hop3')(q, r),
  '/hop3': (q, r) => to('/page')(q, r),
  '/hop0': (q, r) => to('/hop1')(q, r),
  '/circle': (q, r) => to('/circle')(q, r),
  '/to-loopback': (q, r) => to(`http://127.0.0.1:${port}/page`)(q, r),
  '/to-metadata': (q, r) => to('http://169.254.169.254/latest/meta-data/')(q, r),
  '/to-mapped': (q, r) => to('http://[::ffff:7f00:1]/')(q, r),
  '/to-file': (q, r) => to('file:///etc/passwd')(q, r),
  '/to-port': (q, r) => to('http://wiki.test:22/')(q, r),
  '/slow': () => undefined,
  '/drip': (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const timer = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(timer));
  },
  '/huge': (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write(PAGE);
    const more = () => {
      while (response.write('x'.repeat(64 * 1024)));
    };
    response.on('drain', more);
    response.on('error', () => undefined);
    more();
  },
  '/bomb': html(gzipSync(Buffer.concat([Buffer.from(PAGE), Buffer.alloc(200 * 1024 * 1024)])), { 'content-encoding': 'gzip' }),
  '/gzip': html(gzipSync(PAGE), { 'content-encoding': 'gzip' }),
  '/broken-gzip': html(PAGE, { 'content-encoding': 'gzip' }),
  '/zstd': html(PAGE, { 'content-encoding': 'zstd' }),
  '/pdf': html('%PDF-1.7', { 'content-type': 'application/pdf' }),
  '/none': html('secret', { 'content-type': '' }),
  '/forbidden': (_request, response) => {
    response.writeHead(403, { 'content-type': 'text/html' });
    response.end(PAGE);
  },
};
const site = createServer((request, response) => {
  seen.push({ url: request.url ?? '', headers: request.headers });
  (routes[request.url ?? ''] ?? html('<title>Elsewhere</title>'))(request, response);
});
/** `wiki.test` is a host that the owner named, and stands here. */
const resolve = async (name: string): Promise<Address[]> => {
  if (name === 'wiki.test') return [{ address: '127.0.0.1', family: 4 }];
  if (name === 'private.test') return [{ address: '10.0.0.1', family: 4 }];
  if (name === 'both.test')
    return [
      { address: '8.8.8.8', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
  throw new Error('ENOTFOUND');
};
const options = (): GetOptions => ({ hosts: [`wiki.test:${port}`], userAgent: 'test', resolve, patience: 700 });
const get = (path: string, more: Partial<GetOptions> = {}) => getPage(`http://wiki.test:${port}${path}`, { ...options(), ...more });
const fault = (link: string, more: Partial<GetOptions> = {}) =>
  getPage(link, { ...options(), ...more }).then(
    (page) => assert.fail(`It was read: ${page.url}`),
    (error: unknown) => {
      assert.ok(error instanceof Unreadable, String(error));
      return error.fault;
    },
  );

let server: Harness;
before(async () => {
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
  port = (site.address() as AddressInfo).port;
  server = await startServer({ linkPreviews: { on: true, hosts: ['localhost:' + port] } });
});
after(async () => {
  site.closeAllConnections();
  site.close();
  await server.close();
});

test('a page is read, by up to three redirects, without cookies or credentials, and under an honest name', async () => {
  seen = [];
  assert.equal((await get('/hop1')).url, `http://wiki.test:${port}/page`);
  assert.equal(seen.length, 4);
  for (const { headers } of seen) {
    assert.equal(headers['user-agent'], 'test');
    assert.equal(headers.host, `wiki.test:${port}`);
    for (const name of ['cookie', 'authorization', 'referer']) assert.equal(headers[name], undefined, name);
  }
  assert.equal(await fault(`http://wiki.test:${port}/hop0`), 'too-many-redirects');
  assert.equal(await fault(`http://wiki.test:${port}/circle`), 'too-many-redirects');
});

test('addresses that are not public are not asked, by number, by name or by a redirect', async () => {
  seen = [];
  const links = [
    `http://127.0.0.1:${port}/page`,
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://localhost/',
    'http://169.254.169.254/latest/meta-data/',
    'http://private.test/',
    'http://both.test/',
    'http://nowhere.test/',
    `http://wiki.test:${port === 8081 ? 8082 : 8081}/`,
    'http://wiki.test/',
    'http://8.8.8.8:22/',
    `http://ada:secret@wiki.test:${port}/page`,
  ];
  // The system's own names, as far as they are private.
  const own = async (name: string) => (name === 'localhost' ? [{ address: '127.0.0.1', family: 4 }] : resolve(name));
  for (const link of links) assert.equal(await fault(link, { resolve: own }), 'unreachable', link);
  assert.deepEqual(seen, [], 'nothing was asked');
  for (const path of ['/to-loopback', '/to-metadata', '/to-mapped', '/to-file', '/to-port'])
    assert.equal(await fault(`http://wiki.test:${port}${path}`), 'unreachable', path);
  assert.equal(seen.length, 5, 'the redirects themselves, and nothing they lead to');
});

test('a name that means something else when it is asked again is connected to where it was checked', async () => {
  let asked = 0;
  const rebinding = async (): Promise<Address[]> => [{ address: (asked += 1) === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }];
  seen = [];
  const page = await get('/page', { resolve: rebinding });
  assert.equal(page.bytes.toString(), PAGE);
  assert.equal(asked, 1, 'the name is looked up once for each address, by us');
  // A redirect looks it up again, and finds out.
  asked = 0;
  assert.equal(await fault(`http://wiki.test:${port}/hop3`, { resolve: rebinding }), 'unreachable');
  // A public name turned private between check and connection: there is no second look-up to turn.
  const turning = async (): Promise<Address[]> => [{ address: (asked += 1) === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }];
  asked = 0;
  seen = [];
  assert.equal(await fault('http://turning.test/page', { resolve: turning }), 'unreachable');
  assert.deepEqual(seen, []);
});

test('slow pages, and pages that never end, are given up', async () => {
  const start = Date.now();
  assert.equal(await fault(`http://wiki.test:${port}/slow`), 'too-slow');
  assert.equal(await fault(`http://wiki.test:${port}/drip`), 'too-slow');
  const stuck = () => new Promise<Address[]>(() => undefined);
  assert.equal(await fault(`http://wiki.test:${port}/page`, { resolve: stuck }), 'too-slow');
  assert.ok(Date.now() - start < 4000, 'three times 0.7 seconds');
});

test('of a huge page the beginning is read, and a small one that unpacks to a huge one does no more', async () => {
  const before = process.memoryUsage().rss;
  for (const path of ['/huge', '/bomb']) {
    const page = await get(path, { patience: 5000 });
    assert.equal(page.bytes.length, MOST_BYTES, path);
    assert.equal(describePage(page).title, 'A page', path);
  }
  assert.ok(process.memoryUsage().rss - before < 100 * 1024 * 1024);
  assert.equal((await get('/gzip')).bytes.toString(), PAGE);
});

test('what is no page is not read', async () => {
  for (const path of ['/pdf', '/none', '/zstd']) assert.equal(await fault(`http://wiki.test:${port}${path}`), 'not-a-page', path);
  assert.equal(await fault(`http://wiki.test:${port}/forbidden`), 'refused');
  assert.equal(await fault(`http://wiki.test:${port}/broken-gzip`), 'unreachable');
  for (const link of ['ftp://wiki.test/', 'file:///etc/passwd', 'data:text/html,x']) assert.equal(await fault(link), 'unreachable', link);
});

const page = (body: string | Buffer, contentType = 'text/html', url = 'https://example.org/a/b') =>
  describePage({ url, contentType, bytes: Buffer.from(body) });

test('a page says what it is, by Open Graph before its own title', () => {
  const preview = page(`<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
    <title>Shop &amp; more</title><meta property="og:title" content="Guide to &quot;retros&quot;">
    <meta name="description" content="For   teams\nof all kinds."><meta property="og:site_name" content="Example">
    <meta property="og:image" content="../img/cover.jpg"><link rel="shortcut icon" href="/icon.png">
    <meta property="article:published_time" content="2024-03-09T10:00:00+01:00"><meta name="author" content="Ada Berg"></head><body>`);
  assert.deepEqual(preview, {
    url: 'https://example.org/a/b',
    title: 'Guide to "retros"',
    description: 'For teams of all kinds.',
    siteName: 'Example',
    imageUrl: 'https://example.org/img/cover.jpg',
    iconUrl: 'https://example.org/icon.png',
    language: 'en-GB',
    publishedOn: '2024-03-09',
    creator: 'Ada Berg',
  });
});

test('what JSON-LD says counts where the head says nothing', () => {
  const data = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'Organization', name: 'Acme' },
      { '@type': 'WebPage', name: 'The page' },
      {
        '@type': 'BlogPosting',
        headline: 'A case',
        author: [{ name: 'Bo' }],
        datePublished: '2023-01-02',
        inLanguage: 'sv',
        publisher: { name: 'Acme' },
        image: { url: '/x.png' },
      },
    ],
  };
  const preview = page(
    `<title>t</title><script type="application/ld+json">{broken</script><script type="application/ld+json">${JSON.stringify(data)}</script>`,
  );
  assert.deepEqual(
    [preview.title, preview.creator, preview.publishedOn, preview.language, preview.siteName, preview.imageUrl],
    ['A case', 'Bo', '2023-01-02', 'sv', 'Acme', 'https://example.org/x.png'],
  );
});

test('what a page says is text: no marks, no scripts, no turned reading order, and not too long', () => {
  const preview = page(
    `<title>\u202Eevil<b>bold</b>\u0000\u200B</title><meta name="description" content="${'word '.repeat(500)}">
     <meta property="og:image" content="javascript:alert(1)"><link rel="icon" href="data:image/png;base64,AAAA">
     <meta name="author" content="https://example.org/ada"><html lang="not a language"><meta name="date" content="2024-02-31">`,
  );
  assert.equal(preview.title, 'evil<b>bold</b>');
  assert.ok((preview.description ?? '').length <= 500);
  assert.deepEqual(
    [preview.imageUrl, preview.iconUrl, preview.creator, preview.language, preview.publishedOn],
    [null, null, null, null, null],
  );
  assert.equal(page('<svg><title>Icon</title></svg><p>no title').title, null);
  assert.equal(page('').title, null);
});

test('the letters of a page are read as it says', () => {
  const latin = Buffer.from('<title>Größe</title>', 'latin1');
  assert.equal(page(latin, 'text/html; charset=ISO-8859-1').title, 'Größe');
  assert.equal(page(Buffer.from('<meta charset=windows-1252><title>Größe</title>', 'latin1')).title, 'Größe');
  assert.equal(page(Buffer.from('\ufeff<title>Größe</title>', 'utf16le')).title, 'Größe');
  assert.equal(
    page(Buffer.from([0x3c, 0x74, 0x69, 0x74, 0x6c, 0x65, 0x3e, 0x93, 0xfa, 0x96, 0x7b]), 'text/html; charset=Shift_JIS').title,
    '日本',
  );
  assert.equal(textOf({ bytes: Buffer.from('ü'), contentType: 'text/html; charset=nonsense' }), 'ü');
});

test('what the community has itself is known by its title, and not fetched', async () => {
  const { body: question } = await server
    .as('anna')
    .post<{ id: string }>('/questions', { kind: 'problem', title: 'A title that is known', body: 'Why?' });
  const url = `http://127.0.0.1:9/questions?cop-ask=team-coaching%2F${question.id}`;
  const { status, body } = await server.as('anna').post<{ url: string; title: string | null }>('/link-preview', { url });
  assert.deepEqual([status, body.url, body.title], [200, url, 'A title that is known']);
});

test('members ask the server for a page; what it can’t read is said at the field', async () => {
  const ask = (url: string, persona: 'anna' | 'visitor' = 'anna') =>
    server.as(persona).post<{ title: string | null; errors?: { pointer: string; code: string }[] }>('/link-preview', { url });
  assert.equal((await ask(`http://localhost:${port}/page`, 'visitor')).status, 401);
  const read = await ask(`http://localhost:${port}/page`);
  assert.equal(read.status, 200);
  assert.equal(read.body.title, 'A page');
  const refused = await ask(`http://127.0.0.1:${port}/page`);
  assert.equal(refused.status, 422);
  assert.deepEqual(
    refused.body.errors?.map(({ pointer, code }) => [pointer, code]),
    [['/url', 'unreachable']],
  );
  assert.equal((await ask('http://10.0.0.1/')).body.errors?.[0]?.code, 'unreachable', 'no difference to what is not there');
  let last = 0;
  for (let i = 0; i < 40 && last !== 429; i += 1) last = (await ask(`http://10.0.0.${i}/`)).status;
  assert.equal(last, 429, 'not without end');
});

test('what a page said comes with the resource that is made of it', async () => {
  const cover = html(
    `${PAGE}<meta property="og:site_name" content="The wiki"><meta property="og:image" content="https://example.org/c.png">`,
  );
  routes['/covered'] = cover;
  const url = `http://localhost:${port}/covered`;
  await server.as('stella').post('/link-preview', { url });
  const { body } = await server.as('anna').post<{ link: unknown }>('/resources', { kind: 'guide', title: 'Covered', url });
  assert.deepEqual(body.link, { siteName: 'The wiki', imageUrl: 'https://example.org/c.png', iconUrl: null });
  const plain = await server
    .as('anna')
    .post<{ link: unknown }>('/resources', { kind: 'guide', title: 'Plain', url: 'https://example.org/never-read' });
  assert.equal(plain.body.link, null);
});

test('a slow page holds nobody else up, and off is off', async () => {
  routes['/hang'] = () => undefined;
  const waiting = server.as('ben').post('/link-preview', { url: `http://localhost:${port}/hang` });
  const start = Date.now();
  assert.equal((await server.as('anna').post('/posts', { body: 'Meanwhile.' })).status, 201);
  assert.ok(Date.now() - start < 2000, 'no transaction is held while a page is read');
  assert.equal((await waiting).status, 422);
  const without = await startServer({ linkPreviews: { on: false, hosts: [] } });
  assert.equal((await without.as('anna').post('/link-preview', { url: 'https://example.org/' })).status, 404);
  const { body } = await without.as('anna').get<{ capabilities: string[] }>('');
  assert.ok(!body.capabilities.includes('link-preview'));
  await without.close();
});
