import assert from 'node:assert/strict';
import { createServer, type Server as HttpServer } from 'node:http';
import { BlockList, type AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { SignJWT, exportJWK, generateKeyPair, type CryptoKey } from 'jose';
import { COMMUNITY, startServer, type Harness } from './harness.js';

const ISSUER = 'https://id.example.org';
const AUDIENCE = 'cop';
interface SessionBody {
  role: string;
  member: { id: string; name: string } | null;
}

let keys: { privateKey: CryptoKey; publicKey: CryptoKey };
let jwks: HttpServer;
let server: Harness;
before(async () => {
  keys = await generateKeyPair('RS256');
  const key = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  jwks = createServer((_, response) => response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [key] })));
  await new Promise<void>((resolve) => jwks.listen(0, '127.0.0.1', resolve));
  const jwksUrl = `http://127.0.0.1:${(jwks.address() as AddressInfo).port}/jwks`;
  const trustedProxies = new BlockList();
  trustedProxies.addAddress('127.0.0.1');
  server = await startServer({
    jwt: { jwksUrl, issuer: ISSUER, audience: AUDIENCE },
    proxy: { userHeader: 'x-remote-user', nameHeader: 'x-remote-name' },
    trustedProxies,
    corsOrigins: ['https://intranet.example.org'],
  });
});
after(async () => {
  await server.close();
  jwks.close();
});

const token = (
  change: {
    claims?: Record<string, unknown>;
    issuer?: string;
    audience?: string;
    expires?: string | number;
    key?: CryptoKey;
    subject?: string;
  } = {},
) =>
  new SignJWT({ name: 'Tessa Token', ...change.claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
    .setIssuer(change.issuer ?? ISSUER)
    .setAudience(change.audience ?? AUDIENCE)
    .setSubject(change.subject ?? 'tessa')
    .setExpirationTime(change.expires ?? '5m')
    .sign(change.key ?? keys.privateKey);
const session = (headers: Record<string, string>, at = server) => at.ask<SessionBody>('GET', at.url('/session'), headers);
const bearer = (jwt: string) => ({ authorization: `Bearer ${jwt}` });
const question = JSON.stringify({ kind: 'problem', title: 'How do we begin with this?', body: 'We want to.' });
const ask = (headers: Record<string, string>, at = server) =>
  at.ask('POST', at.url('/questions'), { 'content-type': 'application/json', ...headers }, question);

describe('bearer tokens', () => {
  test('make a member at the first visit, once', async () => {
    const jwt = await token();
    const all = await Promise.all(Array.from({ length: 6 }, () => session(bearer(jwt))));
    assert.equal(new Set(all.map(({ body }) => body.member?.id)).size, 1);
    assert.deepEqual([all[0]?.body.role, all[0]?.body.member?.name], ['member', 'Tessa Token']);
    const joined = await server.as('visitor').get<{ items: { actor: { name: string } }[] }>('/activities?type=joined');
    assert.equal(joined.body.items.filter(({ actor }) => actor.name === 'Tessa Token').length, 1);
  });

  test('give a name that reads in its own order, or else the subject', async () => {
    const named = async (subject: string, name: string) =>
      (await session(bearer(await token({ subject, claims: { name } })))).body.member?.name;
    assert.equal(await named('turned', '\u202eNora\n Turned\u2066'), 'Nora Turned');
    assert.equal(await named('unseen', '\u200b\u2060'), 'unseen');
  });

  test('say who is a steward', async () => {
    const roles = async (claims: Record<string, unknown>) => (await session(bearer(await token({ subject: 'stew', claims })))).body.role;
    assert.equal(await roles({ roles: ['steward', 'other'] }), 'steward');
    assert.equal(await roles({}), 'steward');
    assert.equal(await roles({ roles: [] }), 'member');
  });

  test('that are forged, expired, or meant for somebody else are refused', async () => {
    const other = await generateKeyPair('RS256');
    const [header = '', payload = '', signature = ''] = (await token()).split('.');
    const unsigned = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    const steward = Buffer.from(JSON.stringify({ iss: ISSUER, aud: AUDIENCE, sub: 'x', roles: ['steward'], exp: 9_999_999_999 })).toString(
      'base64url',
    );
    const bad = {
      'another key': await token({ key: other.privateKey }),
      'no signature': `${unsigned}.${payload}.`,
      'a changed payload': `${header}.${steward}.${signature}`,
      expired: await token({ expires: Math.floor(Date.now() / 1000) - 3600 }),
      'another audience': await token({ audience: 'somebody-else' }),
      'another issuer': await token({ issuer: 'https://evil.example' }),
      'no subject': await new SignJWT({})
        .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setExpirationTime('5m')
        .sign(keys.privateKey),
      nonsense: 'abc',
    };
    for (const [name, jwt] of Object.entries(bad)) {
      const answer = await session(bearer(jwt));
      assert.equal(answer.status, 401, name);
      assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer/);
    }
    assert.equal((await session({ authorization: 'Basic YTpi' })).status, 401);
  });

  test('need an identity provider that can be reached', async () => {
    const lonely = await startServer({ jwt: { jwksUrl: 'http://127.0.0.1:1/jwks', issuer: ISSUER, audience: AUDIENCE } });
    assert.equal((await session(bearer(await token()), lonely)).status, 503);
    await lonely.close();
  });
});

describe('a proxy', () => {
  test('that is trusted names the user', async () => {
    const answer = await session({ 'x-remote-user': 'pia', 'x-remote-name': 'Pia Proxy' });
    assert.deepEqual([answer.body.role, answer.body.member?.name], ['member', 'Pia Proxy']);
  });

  test('that is not trusted is ignored', async () => {
    const trustedProxies = new BlockList();
    trustedProxies.addSubnet('10.0.0.0', 8);
    const other = await startServer({ proxy: { userHeader: 'x-remote-user', nameHeader: undefined }, trustedProxies });
    assert.equal((await session({ 'x-remote-user': 'pia', 'x-forwarded-for': '10.1.2.3' }, other)).body.role, 'visitor');
    assert.equal((await ask({ 'x-remote-user': 'pia' }, other)).status, 401);
    await other.close();
  });
});

describe('personas', () => {
  test('are taken on and left in a demo', async () => {
    const response = await fetch(`${server.origin}/demo/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"persona":"anna"}',
    });
    const cookie = response.headers.get('set-cookie') ?? '';
    assert.match(cookie, /^cop-session=anna;.*HttpOnly/);
    assert.match(cookie, /SameSite=Lax/);
    const list = (await response.json()) as { persona: string; personas: { id: string }[] };
    assert.equal(list.persona, 'anna');
    assert.deepEqual(
      list.personas.map(({ id }) => id),
      ['anna', 'ben', 'stella'],
    );
    assert.equal((await session({ cookie: 'cop-session=nobody' })).body.role, 'visitor');
    const unknown = await fetch(`${server.origin}/demo/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"persona":"root"}',
    });
    assert.equal(unknown.status, 422);
  });

  test('are nobody elsewhere', async () => {
    const real = await startServer({ demo: false });
    assert.equal((await session({ cookie: 'cop-session=stella' }, real)).body.role, 'visitor');
    assert.equal((await fetch(`${real.origin}/demo/session`)).status, 404);
    await real.close();
  });

  test('of one community are people in the others', async () => {
    const there = await server.as('anna', 'digital-government').get<SessionBody>('/session');
    assert.deepEqual([there.body.role, there.body.member?.name], ['member', 'Anna Ek']);
  });
});

describe('other sites', () => {
  const cookie = 'cop-session=anna';
  test('can’t write with a person’s cookie', async () => {
    assert.equal((await ask({ cookie, origin: 'https://evil.example' })).status, 403);
    assert.equal((await ask({ cookie, origin: 'null' })).status, 403);
    assert.equal((await ask({ cookie, 'sec-fetch-site': 'cross-site' })).status, 403);
    assert.equal((await ask({ 'x-remote-user': 'pia', origin: 'https://evil.example' })).status, 403);
    assert.equal((await ask({ cookie, origin: server.origin })).status, 201);
    assert.equal((await ask({ cookie, origin: 'https://intranet.example.org' })).status, 201);
    assert.equal((await ask({ ...bearer(await token()), origin: 'https://other.example' })).status, 201);
  });

  test('can read what they are let in for', async () => {
    const preflight = (origin: string) =>
      fetch(server.url('/questions'), {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,idempotency-key' },
      });
    const listed = await preflight('https://intranet.example.org');
    assert.equal(listed.headers.get('access-control-allow-origin'), 'https://intranet.example.org');
    assert.match(listed.headers.get('access-control-allow-headers') ?? '', /Idempotency-Key/i);
    assert.equal((await preflight('https://evil.example')).headers.get('access-control-allow-origin'), null);
    const problem = await fetch(server.url('/questions/none'), { headers: { origin: 'https://intranet.example.org' } });
    assert.equal(problem.headers.get('access-control-allow-origin'), 'https://intranet.example.org');
    assert.match(problem.headers.get('access-control-expose-headers') ?? '', /ETag/);
  });
});

test('the log holds no names, tokens, queries or texts', async () => {
  const jwt = await token({ subject: 'secret-subject', claims: { name: 'Nora Named' } });
  await session(bearer(jwt));
  await server.ask('GET', server.url('/questions?q=very-private-search'), bearer(jwt));
  await server.ask('GET', `${server.origin}/api/communities/${COMMUNITY}/members/${server.ids.ben}`, { cookie: 'cop-session=anna' });
  await server.ask(
    'POST',
    server.url('/questions'),
    { ...bearer(jwt), 'content-type': 'application/json' },
    JSON.stringify({ kind: 'problem', title: 'An embarrassing matter', body: 'nul \u0000' }),
  );
  await fetch(`${server.origin}/private-page-name?x=1`);
  const log = server.logged.join('');
  assert.ok(server.logged.length > 5);
  for (const secret of [
    'Nora',
    'secret-subject',
    jwt.split('.')[2] ?? '',
    'very-private',
    'embarrassing',
    'anna',
    server.ids.ben,
    '127.0.0.1',
    'private-page',
  ]) {
    assert.ok(!log.includes(secret), secret);
  }
  assert.ok(server.logged.some((line) => line.includes('/api/communities/{community}/members/{id}')));
});

test('writes are limited a person', async () => {
  const slow = await startServer({ writesPerMinute: 3 });
  const statuses = [];
  for (let i = 0; i < 5; i += 1) statuses.push((await ask({ cookie: 'cop-session=anna' }, slow)).status);
  assert.deepEqual(statuses, [201, 201, 201, 429, 429]);
  const refused = await ask({ cookie: 'cop-session=anna' }, slow);
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  assert.equal((await ask({ cookie: 'cop-session=ben' }, slow)).status, 201);
  await slow.close();
});
