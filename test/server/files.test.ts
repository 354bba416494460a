import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { cleanFileName, contentDisposition } from '../../server/files/names.js';
import { UPLOAD_TYPES } from '../../server/files/types.js';
import { sql } from '../../server/store/database.js';
import { forgetUnclaimedFiles } from '../../server/store/files.js';
import { OTHER_COMMUNITY, startServer, type Answer, type Harness, type Persona } from './harness.js';

interface Uploaded {
  id: string;
  name: string;
  type: string;
  size: number;
  url: string;
}
let server: Harness;
before(async () => {
  server = await startServer({ uploadBytes: 100_000 });
});
after(() => server.close());

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part)));
const PNG = bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13], 'IHDR', [0, 0, 0, 1, 0, 0, 0, 1, 8, 6, 0, 0, 0, 0x1f, 0x15, 0xc4, 0x89]);
const PDF = bytes('%PDF-1.7\n%%EOF\n');

function upload<T = Uploaded>(
  content: Uint8Array,
  name: string,
  persona: Persona = 'anna',
  type = 'application/octet-stream',
): Promise<Answer<T>> {
  const form = new FormData();
  form.append('file', new File([content as BlobPart], name, { type }));
  return server.as(persona).post('/files', undefined, { raw: form });
}
const BOUNDARY = 'a-boundary-as-long-as-undici-wants-it';
/** FormData escapes names by itself; a hostile sender does not. */
function uploadRaw(disposition: string, content: string) {
  const raw = `--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\nContent-Type: text/plain\r\n\r\n${content}\r\n--${BOUNDARY}--\r\n`;
  return server
    .as('anna')
    .post<Uploaded>('/files', undefined, { raw, headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` } });
}
const download = (url: string, persona: Persona = 'anna', headers: Record<string, string> = {}) =>
  fetch(server.origin + url, { headers: { ...(persona !== 'visitor' && { cookie: `cop-session=${persona}` }), ...headers } });

test('a file comes back byte by byte, as an attachment that no browser runs', async () => {
  const { status, body } = await upload(PDF, 'Guide für alle.pdf');
  assert.equal(status, 201);
  assert.equal(body.type, 'application/pdf');
  assert.equal(body.size, PDF.length);
  const response = await download(body.url);
  assert.equal(response.status, 200);
  assert.deepEqual(new Uint8Array(await response.arrayBuffer()), PDF);
  assert.equal(response.headers.get('content-type'), 'application/pdf');
  assert.equal(response.headers.get('content-length'), String(PDF.length));
  assert.equal(
    response.headers.get('content-disposition'),
    `attachment; filename="Guide fur alle.pdf"; filename*=UTF-8''Guide%20f%C3%BCr%20alle.pdf`,
  );
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  assert.match(response.headers.get('content-security-policy') ?? '', /^sandbox/);
  const again = await download(body.url, 'anna', { 'if-none-match': response.headers.get('etag') ?? '' });
  assert.equal(again.status, 304);
});

test('the content decides the type, whatever name and sender say', async () => {
  const cases: [Uint8Array, string, string][] = [
    [PNG, 'photo.pdf', 'image/png'],
    [bytes('a,b\n1,2\n'), 'table.csv', 'text/csv'],
    [bytes('# Title\n'), 'note.md', 'text/markdown'],
    [bytes('BMW is a company, ID3 is a tag.'), 'cars.txt', 'text/plain'],
    [bytes([0xef, 0xbb, 0xbf], 'with a mark'), 'bom.txt', 'text/plain'],
  ];
  for (const [content, name, type] of cases) {
    const { status, body } = await upload(content, name, 'anna', 'text/html');
    assert.deepEqual([status, body.type], [201, type], name);
    assert.ok(UPLOAD_TYPES.includes(type));
  }
  assert.equal((await upload(PNG, 'photo.pdf')).body.name, 'photo.pdf.png');
});

test('what could run, or is not known, is refused', async () => {
  const refused: [Uint8Array, string][] = [
    [bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'x.svg'],
    [bytes('<?xml version="1.0"?><svg/>'), 'x.txt'],
    [bytes('  \n<!DOCTYPE html><script>alert(1)</script>'), 'x.txt'],
    [bytes('<html><body>'), 'x.md'],
    [bytes('MZ', [0x90, 0, 3, 0, 0, 0]), 'x.pdf'],
    [bytes([0x7f], 'ELF', [2, 1, 1, 0]), 'x.txt'],
    [bytes('text with a zero', [0]), 'x.txt'],
    [bytes([0xff, 0xfe, 0x41, 0]), 'utf16.txt'],
    [bytes([0xc3, 0x28]), 'broken.txt'],
  ];
  for (const [content, name] of refused) assert.equal((await upload<never>(content, name)).status, 415, name);
});

test('too large, empty, missing and visitors’ files are refused', async () => {
  assert.equal((await upload(bytes('a'.repeat(100_000)), 'fits.txt')).status, 201);
  assert.equal((await upload(bytes('a'.repeat(100_001)), 'long.txt')).status, 413);
  for (const size of [300_000, 3_000_000]) assert.equal((await upload(bytes('a'.repeat(size)), 'longer.txt')).status, 413);
  assert.equal((await upload(bytes(), 'empty.txt')).status, 422);
  assert.equal((await upload(PDF, 'a.pdf', 'visitor')).status, 401);
  assert.equal((await uploadRaw('name="other"; filename="a.txt"', 'text')).status, 422);
  assert.equal((await uploadRaw('name="file"', 'a field, not a file')).status, 422);
  const broken = await server
    .as('anna')
    .post('/files', undefined, { raw: 'no parts', headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` } });
  assert.equal(broken.status, 400);
});

test('hostile names are shown and saved as harmless ones', async () => {
  const names: [string, string][] = [
    ['../../etc/passwd', 'passwd.txt'],
    ['C:\\Windows\\system.txt', 'system.txt'],
    ['photo\u202Etxt.exe', 'phototxt.exe.txt'],
    ['a\u0000b\u0007.txt', 'ab.txt'],
    ['..', 'file.txt'],
    ['   ', 'file.txt'],
    ['CON.txt', '_CON.txt'],
    ['.htaccess', 'htaccess.txt'],
    ['a"; filename="b.exe', 'a__ filename=_b.exe.txt'],
    ['<img src=x onerror=alert(1)>.txt', '_img src=x onerror=alert(1)_.txt'],
    [`${'long '.repeat(60)}.txt`, `${'long '.repeat(20).trim()}.txt`],
  ];
  for (const [sent, kept] of names) assert.equal(cleanFileName(sent, 'text/plain'), kept);
  const { status, body } = await uploadRaw('name="file"; filename="..%2f..%5C\u202Egnp.exe"', 'text');
  assert.equal(status, 201);
  assert.doesNotMatch(body.name, /[/\\%\u202e]/);
  assert.match(body.name, /\.txt$/);
});

test('any name at all gives a header and a file name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.constantFrom(...UPLOAD_TYPES), (sent, type) => {
      const name = cleanFileName(sent, type);
      assert.ok(name.length > 0 && [...name].length <= 110);
      assert.doesNotMatch(name, /[/\\\p{Cc}\p{Cf}\p{Cs}"<>:|?*]|^\.|\.$/u);
      assert.equal(cleanFileName(name, type), name);
      const header = contentDisposition(name);
      assert.match(header, /^attachment; filename="[ -!#-$&-[\]-~]+"; filename\*=UTF-8''[\w!#$&+.^`|~%-]+$/);
      assert.equal(decodeURIComponent(header.split("UTF-8''")[1] ?? ''), name);
    }),
    { numRuns: 500 },
  );
});

test('a file is its sender’s until a resource names it, then everybody’s; it serves one resource', async () => {
  const { body: file } = await upload(PDF, 'canvas.pdf');
  for (const [persona, status] of [
    ['anna', 200],
    ['ben', 404],
    ['visitor', 404],
  ] as const)
    assert.equal((await download(file.url, persona)).status, status);
  const make = (persona: Persona, fileId: string) =>
    server.as(persona).post<{ id: string; file: Uploaded }>('/resources', { kind: 'template', title: 'Team canvas', fileId });
  assert.equal((await make('ben', file.id)).status, 422, 'another member’s upload');
  assert.equal((await make('anna', 'nonsense')).status, 422);
  const made = await make('anna', file.id);
  assert.equal(made.status, 201);
  assert.deepEqual(made.body.file.name, 'canvas.pdf');
  assert.equal((await download(file.url, 'visitor')).status, 200);
  assert.equal((await make('anna', file.id)).status, 422, 'named already');
  assert.equal((await download(file.url.replace('team-coaching', OTHER_COMMUNITY), 'anna')).status, 404, 'of another community');
  assert.equal((await server.as('anna').delete(`/resources/${made.body.id}`, made.etag)).status, 204);
  assert.equal((await download(file.url)).status, 404, 'goes with its resource');
});

test('two resources that name a file at once: one of them gets it', async () => {
  const { body: file } = await upload(PDF, 'once.pdf');
  const made = await Promise.all(
    [1, 2, 3].map((n) => server.as('anna').post('/resources', { kind: 'guide', title: `Guide ${n}`, fileId: file.id })),
  );
  assert.deepEqual(made.map(({ status }) => status).sort(), [201, 422, 422]);
});

test('an upload that no resource names is gone after a day', async () => {
  const [kept, old, used] = [await upload(PDF, 'kept.pdf'), await upload(PDF, 'old.pdf'), await upload(PDF, 'used.pdf')];
  await server.as('anna').post('/resources', { kind: 'guide', title: 'With a file', fileId: used.body.id });
  const { db } = server.database;
  for (const { body } of [old, used])
    await db.execute(sql`update files set created_at = now() - interval '26 hours' where id = ${body.id}`);
  const late = await server.as('anna').post('/resources', { kind: 'guide', title: 'Too late', fileId: old.body.id });
  assert.equal(late.status, 422);
  assert.equal(await forgetUnclaimedFiles(db), 1);
  const left = await Promise.all([kept, old, used].map(async ({ body }) => (await download(body.url)).status));
  assert.deepEqual(left, [200, 404, 200]);
});

test('a key makes one file of two requests', async () => {
  const form = () => {
    const raw = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\ntext\r\n--${BOUNDARY}--\r\n`;
    return server.as('anna').post<Uploaded>('/files', undefined, {
      raw,
      headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, 'idempotency-key': 'same-key-1' },
    });
  };
  assert.equal((await form()).body.id, (await form()).body.id);
});
