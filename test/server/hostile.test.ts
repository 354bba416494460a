import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { operations as all } from '../../server/contract/document.js';
import { deleteMember } from '../../server/store/leaving.js';
import { members, revisions } from '../../server/store/schema.js';
import { OTHER_COMMUNITY, startServer, type Harness, type Persona } from './harness.js';

/* What somebody with bad intent would try on what came after questions, answers and resources. */

let server: Harness;
before(async () => {
  server = await startServer();
  assert.equal((await server.as('stella').patch('', { rules: { anonymousQuestions: true } }, null)).status, 200);
});
after(() => server.close());

interface Id {
  id: string;
}
const ask = async (who: Persona, more: object = {}) =>
  (
    await server
      .as(who)
      .post<Id>('/questions', { kind: 'problem', title: 'How do I tell them the truth?', body: 'I wonder.', topics: [], ...more })
  ).body.id;
const answer = async (who: Persona, question: string, body = 'By telling it.') =>
  (await server.as(who).post<Id>(`/questions/${question}/answers`, { body })).body.id;

describe('who asked without a name', () => {
  test('is not named to those whose answer did not work for them', async () => {
    const question = await ask('anna', { anonymous: true });
    const id = await answer('ben', question);
    await server.as('anna').put(`/answers/${id}/use`, { outcome: 'failed', context: 'They laughed.' });
    const { body } = await server.as('ben').get<{ items: { object: Id; use: { context: string; member: unknown } }[] }>('/reminders');
    const told = body.items.find(({ object }) => object.id === id);
    assert.equal(told?.use.context, 'They laughed.');
    assert.equal(told.use.member, null);
  });

  test('is not found as somebody who helped where it was merged into', async () => {
    const [hidden, into] = [await ask('anna', { anonymous: true, topics: ['Zugzwang'] }), await ask('ben', { topics: ['Zugzwang'] })];
    const own = await answer('anna', hidden);
    await server.as('stella').put(`/questions/${hidden}/merge`, { into });
    assert.equal((await server.as('ben').put(`/questions/${into}/accepted-answer`, { answerId: own })).status, 200);
    const { body } = await server.as('stella').get<{ items: Id[] }>('/members?helpWith=Zugzwang');
    assert.ok(!body.items.some(({ id }) => id === server.ids.anna));
  });
});

test('a topic that only hidden fields and drafts have is named nowhere else', async () => {
  await server.as('anna').patch(`/members/${server.ids.anna}`, { needs: ['Bereavement'], visibility: { needs: 'nobody' } }, '*');
  await server.as('anna').post('/resources', { kind: 'guide', title: 'What we plan', topics: ['Redundancies'], draft: true });
  for (const [typed, topic] of [
    ['bereavment', 'bereavement'],
    ['redundencies', 'redundancies'],
  ]) {
    const { body } = await server.as('ben').get<{ didYouMean: string | null }>(`/resources?q=${typed}`);
    assert.equal(body.didYouMean, null, typed);
    assert.equal((await server.as('ben').put(`/follows/topic/${topic}`)).status, 404, topic);
  }
});

test('an account that is deleted takes no text of others along', async () => {
  const { db } = server.database;
  const [row] = await db
    .insert(members)
    .values({ id: '01990000-0000-7000-8000-0000000000aa', communityId: 'team-coaching', name: 'Olaf [x] "Y"', joinedAt: new Date() })
    .returning();
  const id = row!.id;
  const body = `An open [bracket, then much that matters.\n\n- thanks, [@Olaf \\[x\\] "Y"](member:${id})!`;
  const question = await ask('ben', { body });
  await server.as('ben').patch(`/questions/${question}`, { body: `${body} And “more”.` }, '*');
  await db.transaction((tx) => deleteMember(tx, id));
  const { body: view } = await server.as('ben').get<{ body: string }>(`/questions/${question}`);
  assert.equal(view.body, 'An open [bracket, then much that matters.\n\n- thanks, a former member! And “more”.');
  const states = await db.select().from(revisions).where(eq(revisions.objectId, question)).orderBy(revisions.version);
  assert.equal(states[0]?.content.body, 'An open [bracket, then much that matters.\n\n- thanks, a former member!');
  assert.equal(states[0].content.title, 'How do I tell them the truth?');
});

test('names and titles can’t turn the reading order, break lines, or be nothing that is seen', async () => {
  const named = await server
    .as('ben')
    .patch<{ name: string; headline: string }>(
      `/members/${server.ids.ben}`,
      { name: 'Ben\u202e nitsoJ\u2066 \u0007', headline: 'Line\none' },
      '*',
    );
  assert.deepEqual([named.status, named.body.name, named.body.headline], [200, 'Ben nitsoJ', 'Line one']);
  for (const name of ['\u200b\u200b', '\u202e', '\u2060 \u00ad'])
    assert.equal((await server.as('ben').patch(`/members/${server.ids.ben}`, { name }, '*')).status, 422, JSON.stringify(name));
  const persian = 'می\u200cخواهم 👩\u200d🏫';
  assert.equal((await server.as('ben').patch<{ name: string }>(`/members/${server.ids.ben}`, { name: persian }, '*')).body.name, persian);
  await server.as('ben').patch(`/members/${server.ids.ben}`, { name: 'Ben Okafor' }, '*');
  const question = await ask('ben', { title: 'Who wrote\u202e gpj.exe for us?' });
  assert.equal((await server.as('ben').get<{ title: string }>(`/questions/${question}`)).body.title, 'Who wrote gpj.exe for us?');
});

test('what was seen of a round is kept once, and only what is in it', async () => {
  await answer('ben', await ask('ben'));
  const until = new Date().toISOString();
  for (let n = 0; n < 3; n += 1) {
    const seen = Array.from({ length: 100 }, (_, i) => `0199${n}000-0000-7000-8000-${String(i).padStart(12, '0')}`);
    assert.equal((await server.as('anna').put('/session/catch-up', { until, seen })).status, 200);
  }
  const [row] = await server.database.db.select({ round: members.catchUp }).from(members).where(eq(members.id, server.ids.anna));
  assert.deepEqual(row?.round?.seen, []);
});

describe('ids of another community', () => {
  /** What is valid in itself, so that nothing but the id can be refused; `$x` is the id of an x of the other community. */
  const BODIES: Record<string, object> = {
    updatePost: { body: 'Taken over' },
    createAnswer: { body: 'From elsewhere' },
    updateAnswer: { body: 'Taken over' },
    voteOnAnswer: { value: 1 },
    putAnswerUse: { outcome: 'worked' },
    putResourceUse: { outcome: 'worked' },
    putCollectionItems: { items: [] },
    updateCollection: { title: 'Taken over' },
    updateComment: { body: 'Taken over' },
    inviteToQuestion: { memberId: '$members' },
    putMemberGroups: { groups: [] },
    requestDeletion: { name: 'Ben Okafor' },
    updateMember: { name: 'Taken over' },
    acceptAnswer: { answerId: '$answers' },
    updateQuestion: { title: 'Taken over by me' },
    voteOnQuestion: { value: 1 },
    fulfilRequest: { resourceId: '$resources' },
    updateRequest: { title: 'Taken over' },
    endorseResource: {},
    reviewResource: {},
    setResourceStatus: { status: 'obsolete' },
    settleResourceChange: { accept: true },
    setResourceSteward: { memberId: '$members' },
    updateResource: { title: 'Taken over' },
    voteOnResource: { value: 1 },
    closeQuestion: { reason: 'other' },
    mergeQuestion: { into: '$here' },
    thankForAnswer: { note: 'Thanks' },
  };
  let ids: Record<string, string>;
  before(async () => {
    const ben = server.as('ben');
    const id = async (path: string, body: object) => {
      const { status, body: made } = await ben.post<Id>(path, body);
      assert.equal(status, 201, path);
      return made.id;
    };
    const form = new FormData();
    form.append('file', new File(['Hello'], 'hello.txt', { type: 'text/plain' }));
    const { body: file } = await ben.post<Id>('/files', undefined, { raw: form });
    const { question } = server.ids;
    await server.as('anna').put(`/answers/${server.ids.answer}/use`, { outcome: 'failed' });
    await server.as('anna').post('/reports', { object: { type: 'question', id: question }, reason: 'other' });
    ids = {
      questions: question,
      answers: server.ids.answer,
      resources: server.ids.resource,
      members: server.ids.ben,
      posts: await id('/posts', { body: 'We met.', files: [file.id] }),
      files: file.id,
      comments: await id('/comments', { object: { type: 'question', id: question }, body: 'Which?' }),
      collections: await id('/collections', { title: 'To begin with' }),
      requests: await id('/requests', { title: 'A map of the team' }),
      reports: (await server.as('stella').get<{ items: Id[] }>('/reports')).body.items[0]?.id ?? '',
      activities: (await server.as('visitor').get<{ items: Id[] }>('/activities')).body.items[0]?.id ?? '',
      reminders: (await ben.get<{ items: Id[] }>('/reminders')).body.items[0]?.id ?? '',
      here: server.ids.foreignQuestion,
    };
    // Ben is a steward there: nothing but the community stands in the way.
    await server.as('ben', OTHER_COMMUNITY).get('/session');
    await server.database.db.update(members).set({ role: 'steward' }).where(eq(members.communityId, OTHER_COMMUNITY));
    assert.equal((await server.as('ben', OTHER_COMMUNITY).get<{ role: string }>('/session')).body.role, 'steward');
  });

  const operations: readonly { method: string; path: string; operationId: string; request?: object }[] = all;
  const filled = (body: object) => JSON.parse(JSON.stringify(body).replace(/\$(\w+)/g, (_, noun: string) => ids[noun] ?? '')) as object;
  const send = (method: string, path: string, body?: object) =>
    server.ask<unknown>(
      method.toUpperCase(),
      server.url(path, OTHER_COMMUNITY),
      { cookie: 'cop-session=ben', 'if-match': '*', ...(body && { 'content-type': 'application/json' }) },
      body && JSON.stringify(body),
    );

  for (const { method, path, operationId, request = {} } of operations.filter((one) => one.path.includes('{id}')))
    test(`${operationId} finds nothing by them`, async () => {
      const body = BODIES[operationId];
      assert.ok(body !== undefined || !('body' in request), 'a valid body is given above');
      const real = path
        .replace('/communities/{community}', '')
        .replace(/\/(\w+)\/\{id\}/, (_, noun: string) => `/${noun}/${ids[noun]}`)
        .replace('{kind}', 'thanks');
      assert.ok(!real.includes('undefined') && !real.endsWith('/'), real);
      const { status } = await send(method, real, body && filled(body));
      assert.equal(status, 404);
    });

  test('are no object, collection, thread, version, helper or follow', async () => {
    const q = ids['questions'];
    for (const path of [
      `/comments?thread=${q}`,
      `/comments?resource=${ids['resources']}`,
      `/comments?post=${ids['posts']}`,
      `/uses?answer=${ids['answers']}`,
      `/uses?resource=${ids['resources']}`,
      `/revisions?question=${q}`,
      `/revisions?answer=${ids['answers']}`,
      `/revisions?resource=${ids['resources']}`,
      `/revisions?post=${ids['posts']}`,
      `/resources?collection=${ids['collections']}`,
    ])
      assert.equal((await send('get', path)).status, 404, path);
    for (const path of [
      `/members?id=${ids['members']}`,
      `/questions?author=${ids['members']}`,
      `/activities?actor=${ids['members']}`,
      `/collections?resource=${ids['resources']}`,
      `/reports?thread=${q}`,
    ])
      assert.deepEqual(((await send('get', path)).body as { items: unknown[] }).items, [], path);
    for (const [type, noun] of [
      ['question', 'questions'],
      ['member', 'members'],
    ])
      assert.equal((await send('put', `/follows/${type}/${ids[noun ?? '']}`)).status, 404, type);
    for (const [type, noun] of [
      ['question', 'questions'],
      ['resource', 'resources'],
    ])
      assert.equal((await send('put', `/saves/${type}/${ids[noun ?? '']}`)).status, 404, type);
  });

  test('are refused where a body names them', async () => {
    const here = ids['here'];
    const made = async (path: string, body: object) => ((await send('post', path, body)).body as Id).id;
    const [collection, wish] = [await made('/collections', { title: 'Of here' }), await made('/requests', { title: 'Of here' })];
    const resource = await made('/resources', { kind: 'article', title: 'Of here', url: 'https://example.org/here' });
    const answered = await made(`/questions/${here}/answers`, { body: 'Of here' });
    assert.ok(answered);
    const { id: me } = ((await send('get', '/session')).body as { member: Id }).member;
    assert.equal((await send('put', `/resources/${resource}/steward`, { memberId: me })).status, 200);
    const refused: [string, string, object][] = [
      ['put', `/questions/${here}/accepted-answer`, { answerId: '$answers' }],
      ['put', `/questions/${here}/merge`, { into: '$questions' }],
      ['post', `/questions/${here}/invitations`, { memberId: '$members' }],
      ['put', `/collections/${collection}/items`, { items: [{ resourceId: '$resources' }] }],
      ['put', `/requests/${wish}/resource`, { resourceId: '$resources' }],
      ['put', `/resources/${resource}/steward`, { memberId: '$members' }],
      ['post', '/resources', { kind: 'article', title: 'With a file', fileId: '$files' }],
      ['post', '/resources', { kind: 'article', title: 'For one', url: 'https://example.org/2', requestId: '$requests' }],
      ['post', '/posts', { body: 'With a file', files: ['$files'] }],
      ['post', '/comments', { object: { type: 'post', id: '$posts' }, body: 'From elsewhere' }],
      ['post', '/comments', { object: { type: 'answer', id: '$answers' }, body: 'From elsewhere' }],
      ['post', '/reports', { object: { type: 'answer', id: '$answers' }, reason: 'other' }],
    ];
    for (const [method, path, body] of refused) {
      const { status } = await send(method, path, filled(body));
      assert.ok(status === 422 || status === 404, `${method} ${path}: ${status}`);
    }
    const named = (await send('post', '/posts', { body: `Hello [@Anna Ek](member:${server.ids.anna})` })).body as { body: string };
    assert.equal(named.body, 'Hello @Anna Ek');
  });
});

test('uploads that nothing uses can’t fill the disk', async () => {
  const upload = () => {
    const form = new FormData();
    form.append('file', new File(['Hello'], 'hello.txt', { type: 'text/plain' }));
    return server.as('stella').post<Id>('/files', undefined, { raw: form });
  };
  const first = await upload();
  for (let n = 1; n < 50; n += 1) assert.equal((await upload()).status, 201);
  assert.equal((await upload()).status, 429);
  assert.equal((await server.as('stella').post('/posts', { body: 'With a file', files: [first.body.id] })).status, 201);
  assert.equal((await upload()).status, 201);
});

test('what a steward takes out of their own says nothing of whose follows a merge moved', async () => {
  const [from, into] = [await ask('anna'), await ask('anna')];
  await server.as('ben').put(`/follows/question/${from}`);
  await server.as('stella').put(`/questions/${from}/merge`, { into });
  const { body } = await server
    .as('stella')
    .get<{ tables: { revisions: { object_id: string; content: object }[] } }>(`/members/${server.ids.stella}/export`);
  const rows = body.tables.revisions.filter((row) => row.object_id === into);
  assert.ok(rows.length > 0);
  assert.ok(!JSON.stringify(rows).includes(server.ids.ben));
});

test('no spelling of an id merges a question into itself', async () => {
  const question = await ask('ben');
  const answer = await server.as('stella').put(`/questions/${question.toUpperCase()}/merge`, { into: question });
  assert.equal(answer.status, 422);
  assert.equal((await server.as('ben').get(`/questions/${question}`)).status, 200);
});

test('what was merged names people by their present names, as texts do', async () => {
  const [from, into] = [await ask('ben', { body: `Ask [@Stella Marin](member:${server.ids.anna}).` }), await ask('ben')];
  await server.as('stella').put(`/questions/${from}/merge`, { into });
  const { body } = await server.as('ben').get<{ merged: { body: string }[] }>(`/questions/${into}`);
  assert.equal(body.merged[0]?.body, `Ask [@Anna Ek](member:${server.ids.anna}).`);
});

test('what waits for a steward, and drafts, are in nothing that others can read', async () => {
  const stella = server.as('stella');
  const anna = server.as('anna');
  assert.equal((await stella.patch('', { rules: { premoderatedResources: true } }, null)).status, 200);
  const wish = (await server.as('ben').post<Id>('/requests', { title: 'Something on printing' })).body.id;
  const collection = (await anna.post<Id>('/collections', { title: 'On printing' })).body.id;
  const form = new FormData();
  form.append('file', new File(['Xylograph'], 'xylograph.txt', { type: 'text/plain' }));
  const file = (await anna.post<Id>('/files', undefined, { raw: form })).body.id;
  const secret = {
    kind: 'article',
    title: 'Xylograph at home',
    description: `Xylograph, [@Ben Okafor](member:${server.ids.ben})`,
    creator: 'Xylograph',
    topics: ['Xylograph'],
    publishedOn: '1777-01-01',
    language: 'eo',
    requestId: wish,
  };
  const url = 'https://example.org/xylograph';
  const proposed = (await anna.post<Id & { status: string }>('/resources', { ...secret, url })).body;
  assert.equal(proposed.status, 'proposed');
  const draft = (await anna.post<Id>('/resources', { ...secret, requestId: null, fileId: file, draft: true })).body.id;
  await anna.patch(`/resources/${proposed.id}`, { title: 'Xylograph in bed' }, '*');
  for (const { id } of [proposed, { id: draft }])
    assert.equal(
      (await anna.put(`/collections/${collection}/items`, { items: [{ resourceId: id }] }, { headers: { 'if-match': '*' } })).status,
      422,
    );
  const ids = [proposed.id, draft];
  const one = ids.flatMap((id) => [
    `/resources/${id}`,
    `/comments?resource=${id}`,
    `/uses?resource=${id}`,
    `/revisions?resource=${id}`,
    `/collections?resource=${id}`,
  ]);
  const lists = [
    '/resources?facets=true&limit=100',
    '/resources?q=xylograph',
    '/resources?q=xylogaph',
    '/resources?similar=Xylograph%20at%20home',
    `/resources?url=${encodeURIComponent(url)}`,
    '/resources?mine=true',
    '/resources?saved=true',
    '/resources?status=proposed&facets=true',
    '/resources?status=draft&facets=true',
    '/resources?status=obsolete',
    '/resources?topic=xylograph',
    '/resources?since=1700-01-01&until=1800-01-01',
    `/resources?collection=${collection}`,
    `/collections/${collection}`,
    '/collections',
    `/requests/${wish}`,
    '/requests',
    '/topics?q=xylo',
    '/topics?limit=100',
    '/activities?limit=100',
    `/activities?actor=${server.ids.anna}&limit=100`,
    '/activities?topic=xylograph',
    '/feed.rss',
    '/feed.json',
    `/members/${server.ids.anna}`,
    '/members?helpWith=xylograph',
    '/members?q=xylograph',
    '/questions?q=xylograph',
  ];
  const own = [
    '/activities?mentions=true',
    '/activities?following=true',
    '/session/catch-up',
    '/reminders',
    '/session',
    '/saves',
    '/follows',
  ];
  await server.as('ben').put(`/follows/member/${server.ids.anna}`);
  for (const who of ['visitor', 'ben'] as const) {
    for (const path of [...one, ...lists, ...(who === 'ben' ? own : [])]) {
      const { body } = await server.as(who).get<unknown>(path);
      const text = JSON.stringify(body);
      assert.ok(!/xylograph/i.test(text) && !ids.some((id) => text.includes(id)), `${who} ${path}: ${text.slice(0, 500)}`);
    }
    assert.equal((await server.as(who).get(`/files/${file}`)).status, 404);
  }
  for (const id of ids)
    for (const [method, path, body] of [
      ['put', `/resources/${id}/use`, { outcome: 'worked' }],
      ['put', `/resources/${id}/vote`, { value: 1 }],
      ['put', `/saves/resource/${id}`, undefined],
      ['post', '/comments', { object: { type: 'resource', id }, body: 'Hm' }],
      ['post', '/reports', { object: { type: 'resource', id }, reason: 'other' }],
      ['put', `/requests/${wish}/resource`, { resourceId: id }],
      ['put', `/resources/${id}/steward`, { memberId: server.ids.ben }],
    ] as const) {
      const { status } = await server.as('ben')[method](path, body);
      assert.ok(status === 404 || status === 422, `${path}: ${status}`);
    }
  const again = await server.as('ben').post('/resources', { kind: 'article', title: 'The same', url });
  assert.ok(again.status === 409 && !/xylograph at/i.test(JSON.stringify(again.body)), 'that there is one is told, and no more');
  await stella.patch('', { rules: { premoderatedResources: false } }, null);
});
