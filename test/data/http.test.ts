import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Http } from '../../src/data/http.js';
import { Problem } from '../../src/data/problem.js';

const ENDPOINT = 'https://community.example/api/communities/team';
const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
  });

/** An Http whose answers come from a function, and what it was asked. */
function http(answer: (request: Request) => Response | Promise<Response>, options = {}) {
  const asked: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    asked.push(request.clone());
    return answer(request);
  };
  return { http: new Http({ endpoint: ENDPOINT, fetch, ...options }), asked };
}

test('reads JSON below the endpoint, with lists in the query and without what is empty', async () => {
  const { http: h, asked } = http(() => json({ items: [] }));
  assert.deepEqual(await h.json('/questions', { query: { topic: ['a', 'b'], q: '', kind: undefined, mine: true } }), { items: [] });
  assert.equal(asked[0]?.url, `${ENDPOINT}/questions?topic=a&topic=b&mine=true`);
  assert.equal(asked[0]?.headers.get('accept'), 'application/json');
});

test('an endpoint with a slash at its end is the same endpoint', () => {
  const h = new Http({ endpoint: `${ENDPOINT}/` });
  assert.equal(h.url('/members').href, `${ENDPOINT}/members`);
});

test('sends JSON with version, idempotency key and language', async () => {
  const { http: h, asked } = http(() => json({}), { language: () => 'de' });
  await h.json('/posts/1', { method: 'PATCH', body: { body: 'x', none: undefined }, ifMatch: 3, idempotencyKey: 'key-12345' });
  const [request] = asked;
  assert.equal(request?.headers.get('if-match'), '"3"');
  assert.equal(request?.headers.get('idempotency-key'), 'key-12345');
  assert.equal(request?.headers.get('accept-language'), 'de');
  assert.equal(await request?.text(), '{"body":"x"}');
});

test('an answer without a body is undefined', async () => {
  const { http: h } = http(() => new Response(null, { status: 204 }));
  assert.equal(await h.json('/posts/1', { method: 'DELETE' }), undefined);
});

test('a refusal is the endpoint’s problem', async () => {
  const errors = [{ pointer: '/title', code: 'too-short', detail: 'Too short.' }];
  const { http: h } = http(() => json({ type: 'urn:cop:problem:invalid', title: 'Invalid', status: 422, detail: 'No.', errors }, 422));
  const problem = await h.json('/questions').catch((error: unknown) => error);
  assert.ok(problem instanceof Problem);
  assert.equal(problem.kind, 'invalid');
  assert.equal(problem.code, 'invalid');
  assert.equal(problem.message, 'No.');
  assert.deepEqual(problem.fields, errors);
});

test('a refusal in HTML, and an answer that is no JSON, are problems too', async () => {
  const { http: bad } = http(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
  await assert.rejects(bad.json('/questions'), { name: 'Problem', status: 502, kind: 'server' });
  const { http: odd } = http(() => new Response('<h1>Sign in</h1>', { status: 200 }));
  await assert.rejects(odd.json('/questions'), { name: 'Problem', status: 502 });
});

test('no connection is a problem that passes; an aborted request is no problem', async () => {
  const { http: h } = http(() => {
    throw new TypeError('Failed to fetch');
  });
  await assert.rejects(h.json('/questions'), { name: 'Problem', kind: 'offline', passing: true });
  const abort = new AbortController();
  abort.abort();
  const { http: aborted } = http((request) => {
    throw request.signal.reason;
  });
  await assert.rejects(aborted.json('/questions', { signal: abort.signal }), { name: 'AbortError' });
});

test('asks the host for its token once for many requests, and once more after they were refused together', async () => {
  const calls: boolean[] = [];
  const getToken = async ({ refresh }: { refresh: boolean }) => {
    calls.push(refresh);
    await new Promise((next) => setTimeout(next, 5));
    return refresh ? 'new' : 'old';
  };
  const { http: h, asked } = http((request) => (request.headers.get('authorization') === 'Bearer new' ? json({}) : json({}, 401)), {
    getToken,
  });
  await Promise.all([h.json('/a'), h.json('/b'), h.json('/c'), h.json('/d')]);
  assert.deepEqual(calls, [false, true]);
  assert.equal(asked.filter((r) => r.headers.get('authorization') === 'Bearer new').length, 4);
  await h.json('/e');
  assert.deepEqual(calls, [false, true]);
});

test('a request that is refused once more is refused', async () => {
  const calls: boolean[] = [];
  const { http: h, asked } = http(() => json({ type: 'urn:cop:problem:unauthenticated' }, 401), {
    getToken: async ({ refresh }: { refresh: boolean }) => (calls.push(refresh), 'expired'),
  });
  await assert.rejects(h.json('/a'), { kind: 'unauthenticated' });
  assert.equal(asked.length, 2);
  assert.deepEqual(calls, [false, true]);
});

test('goes on without a token where the host has none to give, and asks again next time', async () => {
  let calls = 0;
  const { http: h, asked } = http(() => json({}), {
    getToken: async () => {
      calls += 1;
      if (calls === 1) throw new Error('signed out');
      return 'later';
    },
  });
  await h.json('/a');
  assert.equal(asked[0]?.headers.get('authorization'), null);
  await h.json('/b');
  assert.equal(asked[1]?.headers.get('authorization'), 'Bearer later');
});

test('takes the host’s settings once: the same again changes nothing', async () => {
  let calls = 0;
  const getToken = async () => `token ${(calls += 1)}`;
  const { http: h } = http(() => json({}));
  assert.equal(h.configure({ getToken }), true);
  await h.json('/a');
  assert.equal(h.configure({ getToken, credentials: undefined }), false);
  await h.json('/b');
  assert.equal(calls, 1);
  assert.equal(h.configure({ getToken: async () => 'another' }), true);
});

test('sends a form as it is', async () => {
  const { http: h, asked } = http(() => json({ id: 'f' }));
  const body = new FormData();
  body.set('file', new File(['x'], 'x.txt'));
  await h.json('/files', { method: 'POST', body });
  assert.match(asked[0]?.headers.get('content-type') ?? '', /^multipart\/form-data; boundary=/);
});
