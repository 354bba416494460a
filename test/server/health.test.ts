import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startServer, type Harness } from './harness.js';

let server: Harness;
before(async () => {
  server = await startServer();
});

after(() => server.close());

test('health, contract and docs are served', async () => {
  for (const path of [
    '/api',
    '/api/health/live',
    '/api/health/ready',
    '/api/openapi.json',
    '/api/docs',
    '/api/docs/',
    '/api/docs/swagger-ui-bundle.js',
    '/api/docs/start.js',
  ]) {
    const response = await fetch(server.origin + path);
    assert.equal(response.status, 200, path);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff', path);
    await response.text();
  }
});

test('a community tells what it holds and can do, a session what a person may do', async () => {
  const list = await server.ask<{ items: { id: string }[] }>('GET', `${server.origin}/api/communities`, {});
  assert.deepEqual(list.body.items.map(({ id }) => id).sort(), ['digital-government', 'team-coaching']);
  const community = await server.as('visitor').get<{ counts: unknown; sources: unknown[] }>('');
  assert.deepEqual(community.body.counts, { questions: 2, answered: 1, resources: 1, members: 3, groups: 0, collections: 0, requests: 0 });
  assert.equal(community.body.sources.length, 1);
  const sessions = { visitor: 'visitor', anna: 'member', stella: 'steward' } as const;
  for (const [persona, role] of Object.entries(sessions)) {
    const session = await server.as(persona as keyof typeof sessions).get<{ role: string; can: string[] }>('/session');
    assert.equal(session.body.role, role);
    assert.equal(session.body.can.includes('moderate'), role === 'steward');
    assert.equal(session.body.can.length === 0, role === 'visitor');
  }
});

test('the last visit goes forward only', async () => {
  const anna = server.as('anna');
  const at = '2026-03-01T10:00:00.000Z';
  assert.equal((await anna.put<{ lastVisitAt: string }>('/session/last-visit', { at })).body.lastVisitAt, at);
  assert.equal((await anna.put<{ lastVisitAt: string }>('/session/last-visit', { at: '2026-02-01T10:00:00Z' })).body.lastVisitAt, at);
  const future = await anna.put<{ lastVisitAt: string }>('/session/last-visit', { at: '2999-01-01T00:00:00Z' });
  assert.ok(Date.parse(future.body.lastVisitAt) <= Date.now() + 1000);
});

test('what is not there is a problem', async () => {
  assert.equal((await server.ask('GET', `${server.origin}/api/communities/none`, {})).status, 404);
  assert.equal((await server.ask('GET', server.url('/nothing'), {})).status, 404);
  const wrong = await server.ask('DELETE', server.url('/session'), {});
  assert.equal(wrong.status, 405);
  assert.equal(wrong.headers.get('allow'), 'GET');
});
