import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gunzipSync, inflateSync } from 'node:zlib';
import { startServer, type Harness } from './harness.js';

/* What stands beside the API: the portal's pages, the elements, and how they travel. */

const folder = mkdtempSync(join(tmpdir(), 'cop-pages-'));
const [portalDir, elementsDir] = [join(folder, 'portal'), join(folder, 'elements')];
const SCRIPT = `export const words = ${JSON.stringify('community of practice '.repeat(200))};\n`;
let server: Harness;
before(async () => {
  mkdirSync(join(portalDir, 'hosts'), { recursive: true });
  mkdirSync(elementsDir);
  writeFileSync(join(portalDir, 'index.html'), `<!doctype html><title>Portal</title>${'<p>A page.</p>'.repeat(200)}`);
  writeFileSync(join(portalDir, 'hosts', 'old.html'), '<!doctype html><base href="/elsewhere/"><title>Old</title>');
  writeFileSync(join(portalDir, '404.html'), '<!doctype html><title>Not here</title>');
  writeFileSync(join(portalDir, '.secret'), 'secret');
  writeFileSync(join(elementsDir, 'autoload.js'), SCRIPT);
  writeFileSync(join(folder, 'outside.txt'), 'outside');
  server = await startServer({ portalDir, elementsDir });
});
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** An answer as it travels; `fetch` would unpack it, and tidy the path. */
const raw = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const { hostname, port } = new URL(server.origin);
    const sent = request({ hostname, port, path, headers, method }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }));
    });
    sent.on('error', reject);
    sent.end();
  });

test('scripts, pages and lists are compressed for who can unpack them', async () => {
  const list = `/api/communities/team-coaching/questions`;
  for (const path of ['/elements/autoload.js', '/', list]) {
    const plain = await raw(path);
    assert.equal(plain.headers['content-encoding'], undefined, path);
    for (const [encoding, unpack] of [
      ['gzip', gunzipSync],
      ['deflate', inflateSync],
    ] as const) {
      const packed = await raw(path, { 'accept-encoding': encoding });
      assert.equal(packed.headers['content-encoding'], encoding, path);
      assert.match(String(packed.headers.vary), /accept-encoding/i);
      assert.ok(packed.body.length < plain.body.length, path);
      assert.equal(unpack(packed.body).toString(), plain.body.toString(), path);
    }
    const asBrowsersAsk = await raw(path, { 'accept-encoding': 'gzip, deflate, br, zstd' });
    assert.equal(asBrowsersAsk.headers['content-encoding'], 'gzip', path);
    assert.equal((await raw(path, { 'accept-encoding': 'gzip;q=0' })).headers['content-encoding'], undefined, path);
  }
  const { headers } = await raw('/elements/autoload.js', { 'accept-encoding': 'gzip' });
  const known = await raw('/elements/autoload.js', { 'accept-encoding': 'gzip', 'if-none-match': String(headers.etag) });
  assert.equal(known.status, 304, 'a weak tag is known again');
});

test('live events are not compressed: they would wait for more', async () => {
  const stop = new AbortController();
  const stream = await fetch(server.url('/activities/stream'), { headers: { 'accept-encoding': 'gzip' }, signal: stop.signal });
  assert.equal(stream.headers.get('content-encoding'), null);
  assert.match(stream.headers.get('content-type') ?? '', /^text\/event-stream/);
  stop.abort();
});

test('the portal has a strict policy, and pages of foreign hosts have their own', async () => {
  const policy = async (path: string) => String((await raw(path)).headers['content-security-policy']);
  assert.match(await policy('/'), /script-src 'self'.*base-uri 'none'.*require-trusted-types-for 'script'/);
  assert.equal(await policy('/hosts/old.html'), "frame-ancestors 'self'");
  assert.equal(await policy('/hosts/old'), "frame-ancestors 'self'");
  assert.match(await policy('/hosts/none.html'), /default-src 'none'/);
  assert.match(await policy('/api/communities'), /default-src 'none'/);
});

test('nothing outside the folders is served, nor what is hidden in them', async () => {
  const up = ['..', '%2e%2e', '%252e%252e', '.%2e', '..%2f..', '..%5c..', '..\\..'];
  const paths = ['', '/elements', '/hosts', '/elements/x'].flatMap((start) => up.map((step) => `${start}/${step}/outside.txt`));
  for (const path of [
    ...paths,
    '/.secret',
    '/%2esecret',
    '/hosts/..%2f.secret',
    '//etc/passwd',
    '/%00',
    '/%',
    '/elements/%c0%ae%c0%ae/outside.txt',
  ]) {
    const { status, body } = await raw(path);
    assert.ok(status === 404 || status === 400, `${path}: ${status}`);
    assert.ok(!/outside|secret/.test(body.toString()), path);
  }
});

test('the demo’s sign-in reads no long bodies', async () => {
  const send = (persona: string) =>
    fetch(`${server.origin}/demo/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona }),
    });
  assert.equal((await send('anna')).status, 200);
  assert.equal((await send('x'.repeat(5000))).status, 413);
});

test('a mistyped address gives a person a page, and a program its problem', async () => {
  const html = 'text/html,application/xhtml+xml,*/*;q=0.8';
  for (const path of ['/team-coachng/', '/nothing.html']) {
    const page = await raw(path, { accept: html });
    assert.deepEqual([page.status, String(page.headers['content-type'])], [404, 'text/html; charset=utf-8'], path);
    assert.match(page.body.toString(), /Not here/);
    assert.match(String(page.headers['content-security-policy']), /script-src 'self'/);
    // Asked again with the tag that came along, it is still not there.
    assert.equal((await raw(path, { accept: html, 'if-none-match': String(page.headers.etag) })).status, 404);
    assert.match(String((await raw(path, { accept: '*/*' })).headers['content-type']), /problem\+json/);
  }
  for (const path of ['/api/communities/none', '/api/nothing', '/elements/none.js'])
    assert.match(String((await raw(path, { accept: html })).headers['content-type']), /problem\+json/, path);
});

test('the API docs ask for no icon that is not there', async () => {
  assert.match((await raw('/api/docs')).body.toString(), /<link rel="icon" href="data:,">/);
});
