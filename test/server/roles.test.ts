import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { operations as all } from '../../server/contract/document.js';
import { startServer, type Harness, type Persona } from './harness.js';

const RANK = { visitor: 0, member: 1, steward: 2 };
const PERSONAS = { visitor: 'visitor', member: 'anna', steward: 'stella' } as const satisfies Record<keyof typeof RANK, Persona>;
const NOWHERE = '01890000-0000-7000-8000-000000000000';

let server: Harness;
let ids: Record<string, string>;
before(async () => {
  server = await startServer();
  const post = await server.as('ben').post<{ id: string }>('/posts', { body: 'We met on Tuesday.' });
  const comment = await server
    .as('ben')
    .post<{ id: string }>('/comments', { object: { type: 'question', id: server.ids.question }, body: 'Which tools?' });
  const activities = await server.as('visitor').get<{ items: { id: string }[] }>('/activities');
  const form = new FormData();
  form.append('file', new File(['Hello'], 'hello.txt', { type: 'text/plain' }));
  const file = await server.as('ben').post<{ id: string }>('/files', undefined, { raw: form });
  // An upload can be read by others once a resource names it.
  const resource = await server.as('ben').post('/resources', { kind: 'template', title: 'Hello', fileId: file.body.id });
  const collection = await server.as('ben').post<{ id: string }>('/collections', { title: 'To begin with' });
  const request = await server.as('ben').post<{ id: string }>('/requests', { title: 'A map of the team' });
  assert.deepEqual([post.status, comment.status, file.status, resource.status], [201, 201, 201, 201]);
  await server.as('ben').post('/reports', { object: { type: 'question', id: server.ids.question }, reason: 'other' });
  const reports = await server.as('stella').get<{ items: { id: string }[] }>('/reports');
  ids = {
    reports: reports.body.items[0]?.id ?? NOWHERE,
    questions: server.ids.question,
    answers: server.ids.answer,
    resources: server.ids.resource,
    members: server.ids.ben,
    posts: post.body.id,
    comments: comment.body.id,
    activities: activities.body.items[0]?.id ?? NOWHERE,
    files: file.body.id,
    collections: collection.body.id,
    requests: request.body.id,
  };
});
after(() => server.close());

interface Operation {
  method: string;
  path: string;
  operationId: string;
  'x-role': keyof typeof RANK;
  request?: object;
}
const operations: readonly Operation[] = all;
/** The operation's path within the community, with ids that are there, or another one. */
const pathOf = ({ path }: Operation, id?: string) =>
  path
    .replace('/communities/{community}', '')
    .replace(/\/(\w+)\/\{id\}/, (_, noun: string) => `/${noun}/${id ?? ids[noun]}`)
    .replace('{kind}', 'thanks')
    .replace('{topic}', 'equity')
    .replace('{objectType}/{objectId}', `question/${ids.questions}`);
/** What makes a bare request to an operation valid. */
const QUERIES: Record<string, string> = { listComments: '?thread=', listUses: '?resource=', listRevisions: '?question=' };
const queryOf = ({ operationId }: Operation) => {
  const query = QUERIES[operationId];
  return query ? query + (operationId === 'listUses' ? ids.resources : ids.questions) : '';
};

async function statusOf(operation: Operation, persona: Persona, id?: string): Promise<number> {
  const method = operation.method.toUpperCase();
  const headers: Record<string, string> = persona === 'visitor' ? {} : { cookie: `cop-session=${persona}` };
  // Of these each person has one, and gets no other.
  const own = operation.operationId === 'exportMember' && persona !== 'visitor' ? server.ids[persona] : undefined;
  const path = pathOf(operation, id ?? own) + queryOf(operation);
  const url = operation.path === '/communities' ? `${server.origin}/api/communities` : server.url(path);
  if (operation.operationId === 'streamActivities') {
    const stop = new AbortController();
    const response = await fetch(url, { headers, signal: stop.signal });
    stop.abort();
    return response.status;
  }
  const hasBody = 'body' in (operation.request ?? {});
  const answer = await server.ask(
    method,
    url,
    hasBody ? { ...headers, 'content-type': 'application/json' } : headers,
    hasBody ? '{}' : undefined,
  );
  return answer.status;
}

for (const operation of operations) {
  test(`${operation.operationId} is for ${operation['x-role']}s`, async () => {
    for (const [role, rank] of Object.entries(RANK)) {
      const status = await statusOf(operation, PERSONAS[role as keyof typeof RANK]);
      if (rank < RANK[operation['x-role']]) assert.equal(status, role === 'visitor' ? 401 : 403, role);
      else {
        assert.ok(status !== 401 && status < 500, `${role}: ${status}`);
        // A write without a body or version is refused for that, not for who sends it.
        if (operation.method === 'get') assert.equal(status, 200, role);
      }
    }
  });

  if (operation.path.includes('{id}')) {
    test(`${operation.operationId} answers 404 to ids that are not there`, async () => {
      for (const id of ['nothing', '%00', '1', "'or 1=1", NOWHERE]) {
        const status = await statusOf(operation, 'stella', id);
        // With an id that could be, the body is looked at first.
        const expected = id === NOWHERE && operation.method !== 'get' ? [404, 415, 422, 428] : [404];
        assert.ok(expected.includes(status), `${id}: ${status}`);
      }
    });
  }
}
