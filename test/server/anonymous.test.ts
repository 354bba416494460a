import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { startServer, type Harness, type Persona } from './harness.js';

interface View {
  id: string;
  anonymous: boolean;
  author: { name: string } | null;
  viewer: { can: string[] };
}
type Json = Record<string, unknown>;

let server: Harness;
let asked: View;
let etag: string;
before(async () => {
  server = await startServer();
  assert.equal((await server.as('stella').patch('', { rules: { anonymousQuestions: true } }, null)).status, 200);
});
after(() => server.close());
beforeEach(async () => {
  const answer = await server.as('anna').post<View>('/questions', {
    kind: 'problem',
    title: 'What do I do about a lead who shouts?',
    body: 'It happens in **every** meeting.',
    topics: ['Conflict'],
    anonymous: true,
  });
  assert.equal(answer.status, 201);
  asked = answer.body;
  etag = answer.etag;
});

const read = async (who: Persona, path: string) => (await server.as(who).get<Json>(path)).body;
const STRANGERS: Persona[] = ['visitor', 'ben'];
/** Neither the name nor the id of the asker may be in it. */
const silent = (body: unknown, where: string) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  assert.ok(
    text.includes(asked.id) || text.includes('shouts') || text.includes('every'),
    `${where} is about the question at all: ${text.slice(0, 300)}`,
  );
  assert.ok(!text.includes('Anna Ek') && !text.includes(server.ids.anna), `${where} names the asker`);
};

describe('a question without a name', () => {
  test('is asked only where the community allows it', async () => {
    const other = await startServer();
    const body = { kind: 'problem', title: 'Who may ask without a name?', body: 'I wonder.', anonymous: true };
    const refused = await other.as('anna').post<{ errors: { pointer: string }[] }>('/questions', body);
    assert.equal(refused.status, 422);
    assert.equal(refused.body.errors[0]?.pointer, '/anonymous');
    await other.close();
  });

  test('shows who asked to the asker and to stewards, and says that it is hidden', async () => {
    for (const who of ['anna', 'stella'] as const) {
      const view = (await read(who, `/questions/${asked.id}`)) as unknown as View;
      assert.deepEqual([view.author?.name, view.anonymous], ['Anna Ek', true], who);
    }
    for (const who of STRANGERS) {
      const view = (await read(who, `/questions/${asked.id}`)) as unknown as View;
      assert.deepEqual([view.author, view.anonymous], [null, true], who);
    }
  });

  test('names nobody in the question, lists and searches', async () => {
    for (const who of STRANGERS)
      for (const path of [
        `/questions/${asked.id}`,
        '/questions',
        '/questions?q=shouts',
        '/questions?topic=conflict',
        `/questions?similar=${encodeURIComponent('What do I do about a lead who shouts?')}`,
      ]) {
        const body = await read(who, path);
        const items = (body.items as View[] | undefined)?.filter(({ id }) => id === asked.id) ?? [body];
        silent(items, `${who} ${path}`);
      }
  });

  test('is not found by who asked, but by the asker and stewards', async () => {
    const found = async (who: Persona) =>
      ((await read(who, `/questions?author=${server.ids.anna}&limit=100`)).items as View[]).some(({ id }) => id === asked.id);
    assert.deepEqual([await found('visitor'), await found('ben'), await found('anna'), await found('stella')], [false, false, true, true]);
    await server.as('ben').put(`/follows/member/${server.ids.anna}`);
    const followed = ((await read('ben', '/questions?followed=true&limit=100')).items as View[]).map(({ id }) => id);
    assert.ok(!followed.includes(asked.id), 'following the person does not find it');
    assert.ok(followed.includes(server.ids.question), 'but what they asked openly');
    await server.as('ben').delete(`/follows/member/${server.ids.anna}`);
    const mine = ((await read('anna', '/questions?mine=true&limit=100')).items as View[]).map(({ id }) => id);
    assert.ok(mine.includes(asked.id));
  });

  test('names nobody in the feed, in RSS, in the JSON feed, whatever the asker does in it', async () => {
    const anna = server.as('anna');
    const answer = await server
      .as('ben')
      .post<{ id: string }>(`/questions/${asked.id}/answers`, { body: 'Talk to them about every meeting.' });
    await anna.put(`/questions/${asked.id}/accepted-answer`, { answerId: answer.body.id });
    await anna.post('/comments', { object: { type: 'question', id: asked.id }, body: 'It is every day now.' });
    await anna.post(`/questions/${asked.id}/answers`, { body: 'I solved it: every week a talk.' });
    await anna.patch(`/questions/${asked.id}`, { body: 'In every single meeting.' }, '*');
    for (const who of [...STRANGERS, 'stella'] as Persona[]) {
      const page = (await read(who, '/activities?limit=100')) as {
        items: { type: string; object: { id: string }; target: { id: string } | null }[];
      };
      const about = page.items.filter(({ object, target }) => object.id === asked.id || target?.id === asked.id);
      assert.ok(about.length >= 5, `${who}: ${about.length}`);
      silent(about, `feed of ${who}`);
    }
    const byActor = (await read('ben', `/activities?actor=${server.ids.anna}&limit=100`)) as {
      items: { object: { id: string }; target: { id: string } | null }[];
    };
    assert.ok(!byActor.items.some(({ object, target }) => object.id === asked.id || target?.id === asked.id), 'acts of a person');
    await server.as('ben').put(`/follows/member/${server.ids.anna}`);
    const byFollowing = (await read('ben', '/activities?following=true&limit=100')) as typeof byActor;
    assert.ok(!byFollowing.items.some(({ object }) => object.id === asked.id), 'acts of those one follows');
    await server.as('ben').delete(`/follows/member/${server.ids.anna}`);
    const streams = await fetch(server.url('/activities?limit=100'), { headers: { accept: 'application/activity+json' } });
    const told = ((await streams.json()) as { orderedItems: Json[] }).orderedItems.filter((item) =>
      JSON.stringify(item).includes(asked.id),
    );
    assert.ok(told.length >= 5);
    silent(told, 'Activity Streams');
    for (const path of ['/feed.rss', '/feed.json']) {
      const text = await (await fetch(server.url(path))).text();
      assert.ok(text.includes('every'), path);
      assert.ok(!text.includes('Anna Ek') && !text.includes(server.ids.anna), path);
    }
  });

  test('names nobody in answers, comments and versions of its thread', async () => {
    const anna = server.as('anna');
    const own = await anna.post<{ id: string }>(`/questions/${asked.id}/answers`, { body: 'In every team I asked.' });
    await anna.patch(`/answers/${own.body.id}`, { body: 'In every team that I asked.' }, '*');
    await anna.post('/comments', { object: { type: 'answer', id: own.body.id }, body: 'In every case.' });
    await anna.patch(`/questions/${asked.id}`, { body: 'In every single meeting.' }, etag);
    for (const path of [
      `/questions/${asked.id}/answers`,
      `/answers/${own.body.id}`,
      `/comments?thread=${asked.id}`,
      `/revisions?question=${asked.id}`,
      `/revisions?answer=${own.body.id}`,
    ]) {
      for (const who of STRANGERS) silent(await read(who, path), `${who} ${path}`);
      assert.ok(JSON.stringify(await read('stella', path)).includes('Anna Ek'), `stella ${path}`);
    }
  });

  test('names nobody in the live stream', async () => {
    const stop = new AbortController();
    const response = await fetch(server.url('/activities/stream'), {
      headers: { cookie: 'cop-session=ben', 'last-event-id': '0' },
      signal: stop.signal,
    });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    await server.as('anna').post('/comments', { object: { type: 'question', id: asked.id }, body: 'Every time, live.' });
    let text = '';
    while (!text.includes('Every time, live.')) text += (await reader.read()).value ?? '';
    stop.abort();
    silent(
      text
        .split('\n')
        .filter((line) => line.includes(asked.id) || line.includes('live.'))
        .join('\n'),
      'stream',
    );
  });

  test('names nobody in a draft guide, in what was merged, and to those who help', async () => {
    const answer = await server
      .as('anna')
      .post<{ id: string }>(`/questions/${asked.id}/answers`, { body: 'We agreed on a rule in every room.' });
    await server.as('anna').put(`/questions/${asked.id}/accepted-answer`, { answerId: answer.body.id });
    const helpers = await read('ben', `/members?helpWith=${encodeURIComponent('a lead who shouts, conflict')}`);
    assert.ok(!JSON.stringify(helpers).includes(asked.id), 'an answer to one’s own question gives nobody away');
    const guide = await server.as('stella').post<{ resource: { id: string } }>(`/questions/${asked.id}/guide`);
    assert.equal(guide.status, 201);
    const text = JSON.stringify(await read('stella', `/resources/${guide.body.resource.id}`));
    assert.ok(text.includes('every room') && !text.includes('Anna Ek') && !text.includes(server.ids.anna));
    await server.as('stella').put(`/questions/${asked.id}/merge`, { into: server.ids.imported });
    for (const who of STRANGERS) silent((await read(who, `/questions/${asked.id}`)).merged, `merged, ${who}`);
    await server.as('stella').delete(`/questions/${asked.id}/merge`);
  });

  test('names nobody in what was merged into another: neither answers, comments, versions, uses nor the feed', async () => {
    const anna = server.as('anna');
    const stella = server.as('stella');
    const theirs = await server.as('ben').post<{ id: string }>(`/questions/${asked.id}/answers`, { body: 'Talk to them, every week.' });
    const own = await anna.post<{ id: string }>(`/questions/${asked.id}/answers`, { body: 'I did, in every meeting.' });
    await anna.patch(`/answers/${own.body.id}`, { body: 'I did so in every meeting.' }, '*');
    await anna.post('/comments', { object: { type: 'question', id: asked.id }, body: 'It is every lead of mine.' });
    await anna.put(`/answers/${theirs.body.id}/use`, { outcome: 'worked', context: 'every week' });
    const [b, c] = [server.ids.imported, server.ids.question];
    assert.equal((await stella.put(`/questions/${asked.id}/merge`, { into: b })).status, 200);
    const paths = (thread: string) => [
      `/questions/${thread}/answers`,
      `/comments?thread=${thread}`,
      `/uses?answer=${theirs.body.id}`,
      `/revisions?answer=${own.body.id}`,
    ];
    const unnamed = async (thread: string) => {
      for (const who of STRANGERS) {
        for (const path of paths(thread)) {
          const { items } = (await read(who, path)) as { items: Json[] };
          silent(
            items.filter((item) => JSON.stringify(item).includes('every')),
            `${who} ${path}`,
          );
        }
        const { items } = (await read(who, '/activities?limit=100')) as { items: Json[] };
        silent(
          items.filter((item) => [own.body.id, theirs.body.id].some((id) => JSON.stringify(item).includes(id))),
          `feed of ${who}`,
        );
      }
      for (const path of paths(thread)) assert.ok(JSON.stringify(await read('stella', path)).includes('Anna Ek'), `stella ${path}`);
    };
    await unnamed(b);
    assert.equal((await stella.put(`/questions/${b}/merge`, { into: c })).status, 200);
    await unnamed(c);
    assert.equal((await stella.delete(`/questions/${b}/merge`)).status, 200);
    assert.equal((await stella.delete(`/questions/${asked.id}/merge`)).status, 200);
    await unnamed(asked.id);
  });

  test('names nobody among those who used an answer', async () => {
    const answer = await server.as('ben').post<{ id: string }>(`/questions/${asked.id}/answers`, { body: 'Every day a walk.' });
    await server.as('anna').put(`/answers/${answer.body.id}/use`, { outcome: 'worked', context: 'every day' });
    for (const who of STRANGERS) silent(await read(who, `/uses?answer=${answer.body.id}`), `uses, ${who}`);
    const own = (await read('anna', `/uses?answer=${answer.body.id}`)) as { items: { mine: boolean; member: { name: string } }[] };
    assert.deepEqual([own.items[0]?.mine, own.items[0]?.member.name], [true, 'Anna Ek']);
  });

  test('is not told by whom its asker invites, nor by who invites the asker', async () => {
    assert.equal((await server.as('anna').post(`/questions/${asked.id}/invitations`, { memberId: server.ids.ben })).status, 201);
    silent(await read('ben', `/questions/${asked.id}`), 'the invitation');
    const taken = await read('ben', `/members/${server.ids.ben}/export`);
    assert.ok(JSON.stringify(taken).includes(asked.id) && !JSON.stringify(taken).includes(server.ids.anna), 'what Ben takes out');
    const probe = await server.as('ben').post(`/questions/${asked.id}/invitations`, { memberId: server.ids.anna });
    assert.equal(probe.status, 201, 'a refusal would tell who asked');
  });

  test('is not found by its asker’s name, nor counted for them', async () => {
    const found = ((await read('ben', '/questions?q=Anna%20Ek&limit=100')).items as View[]).map(({ id }) => id);
    assert.ok(!found.includes(asked.id));
    const before = JSON.stringify(await read('ben', `/members/${server.ids.anna}`));
    await server
      .as('anna')
      .post('/questions', { kind: 'problem', title: 'Whom do I tell, and how?', body: 'Nobody yet.', anonymous: true });
    assert.equal(JSON.stringify(await read('ben', `/members/${server.ids.anna}`)), before, 'the profile looks as before');
  });

  test('keeps its ETag the same for all', async () => {
    const tags = await Promise.all(
      (['visitor', 'ben', 'anna', 'stella'] as const).map(async (who) => (await server.as(who).get(`/questions/${asked.id}`)).etag),
    );
    assert.equal(new Set(tags).size, 1);
  });

  test('is the asker’s to reveal, not a steward’s; what was hidden shows then', async () => {
    assert.equal((await server.as('stella').patch(`/questions/${asked.id}`, { anonymous: false }, etag)).status, 403);
    assert.equal((await server.as('anna').patch(`/questions/${asked.id}`, { anonymous: true }, etag)).status, 422);
    const revealed = await server.as('anna').patch<View>(`/questions/${asked.id}`, { anonymous: false }, etag);
    assert.equal(revealed.status, 200);
    const view = (await read('visitor', `/questions/${asked.id}`)) as unknown as View;
    assert.deepEqual([view.author?.name, view.anonymous], ['Anna Ek', false]);
    assert.ok(!revealed.body.viewer.can.includes('reveal'));
  });
});
