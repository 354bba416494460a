import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { OTHER_COMMUNITY, startServer, type Harness } from './harness.js';

interface View {
  id: string;
  title: string;
  body: string;
  version: number;
  score: number;
  answerCount: number;
  commentCount: number;
  acceptedAnswerId: string | null;
  accepted: boolean;
  topics: { id: string; label: string }[];
  uses: { total: number; worked: number; failed: number; contexts: unknown[] };
  viewer: { vote: number; can: string[]; use: unknown };
  author: { id: string; url: string | null } | null;
  updatedAt: string;
}
interface Page<T = View> {
  items: T[];
  nextCursor: string | null;
  total: number | null;
  facets: Record<string, { value: string; count: number }[]> | null;
}
interface Activity {
  type: string;
  actor: { id: string } | null;
  object: { type: string; id: string };
  target: { id: string } | null;
}

let server: Harness;
before(async () => {
  server = await startServer();
});
after(() => server.close());

const asking = {
  kind: 'problem',
  title: 'How do we end a sprint well?',
  body: 'It always *drags on*.',
  topics: ['Sprints', 'Retrospectives'],
};
async function ask(who: 'anna' | 'ben' = 'anna', change: Partial<typeof asking> = {}) {
  const answer = await server.as(who).post<View>('/questions', { ...asking, ...change });
  assert.equal(answer.status, 201);
  return answer;
}
async function reply(question: string, who: 'anna' | 'ben' | 'stella' = 'ben') {
  const answer = await server.as(who).post<View>(`/questions/${question}/answers`, { body: 'With a closing round.' });
  assert.equal(answer.status, 201);
  return answer.body;
}
const question = async (id: string, who: 'visitor' | 'anna' | 'ben' | 'stella' = 'visitor') =>
  (await server.as(who).get<View>(`/questions/${id}`)).body;
const activitiesOn = async (id: string) => {
  const page = await server.as('visitor').get<Page<Activity>>('/activities?limit=100');
  return page.body.items.filter(({ object, target }) => object.id === id || target?.id === id);
};

describe('questions', () => {
  test('are asked, read, edited and deleted', async () => {
    const asked = await ask();
    assert.deepEqual(
      asked.body.topics.map(({ id }) => id),
      ['sprints', 'retrospectives'],
    );
    assert.equal(asked.etag, '"1"');
    const anna = server.as('anna');
    const edited = await anna.patch<View>(`/questions/${asked.body.id}`, { title: 'How do we end a sprint really well?' }, asked.etag);
    assert.equal(edited.status, 200);
    assert.equal(edited.etag, '"2"');
    assert.equal((await question(asked.body.id)).title, 'How do we end a sprint really well?');
    assert.deepEqual((await activitiesOn(asked.body.id)).map(({ type }) => type).sort(), ['asked', 'revised']);
    assert.equal((await anna.delete(`/questions/${asked.body.id}`, edited.etag)).status, 204);
    assert.equal((await anna.get(`/questions/${asked.body.id}`)).status, 404);
    assert.deepEqual(await activitiesOn(asked.body.id), []);
  });

  test('keep the version an edit started from', async () => {
    const asked = await ask();
    const path = `/questions/${asked.body.id}`;
    const anna = server.as('anna');
    assert.equal((await anna.patch(path, { title: 'Without a version' }, null)).status, 428);
    assert.equal((await anna.delete(path, null)).status, 428);
    assert.equal((await anna.patch(path, { title: 'The first of two edits' }, '"1"')).status, 200);
    const stale = await anna.patch<{ type: string }>(path, { title: 'The second of two edits' }, '"1"');
    assert.equal(stale.status, 412);
    assert.equal(stale.body.type, 'urn:cop:problem:stale-version');
    assert.equal((await anna.delete(path, '"1"')).status, 412);
    assert.equal((await anna.delete(path, 'nonsense')).status, 412);
    assert.equal((await question(asked.body.id)).title, 'The first of two edits');
  });

  test('belong to who asked; stewards may take them down', async () => {
    const asked = await ask();
    const path = `/questions/${asked.body.id}`;
    assert.equal((await server.as('ben').patch(path, { title: 'Somebody else’s title' }, '"1"')).status, 403);
    assert.equal((await server.as('ben').delete(path, '"1"')).status, 403);
    await reply(asked.body.id);
    assert.ok(!(await question(asked.body.id, 'anna')).viewer.can.includes('delete'));
    assert.equal((await server.as('anna').delete(path, '"1"')).status, 403);
    assert.equal((await server.as('stella').delete(path, '"1"')).status, 204);
    assert.equal((await server.as('visitor').get(`${path}/answers`)).status, 404);
    assert.deepEqual(await activitiesOn(asked.body.id), []);
  });

  test('of another community are not there', async () => {
    const { foreignQuestion, question: own } = server.ids;
    assert.equal((await server.as('anna').get(`/questions/${foreignQuestion}`)).status, 404);
    assert.equal((await server.as('anna').put(`/questions/${foreignQuestion}/vote`, { value: 1 })).status, 404);
    assert.equal((await server.as('anna').post(`/questions/${foreignQuestion}/answers`, { body: 'Hello' })).status, 404);
    assert.equal((await server.as('visitor', OTHER_COMMUNITY).get(`/questions/${own}`)).status, 404);
  });

  test('from elsewhere keep their author’s page and their source', async () => {
    const imported = await question(server.ids.imported);
    assert.equal(imported.author?.url, 'https://startups.stackexchange.com/users/1');
  });
});

describe('a list of questions', () => {
  const list = async (query: string, who: 'visitor' | 'anna' = 'visitor') => {
    const page = await server.as(who).get<Page>(`/questions?${query}`);
    assert.equal(page.status, 200, query);
    return page.body;
  };
  before(async () => {
    await ask('ben', { title: 'Which facilitation tools do you use?', kind: 'information', topics: ['Tools'] });
    await ask('ben', { title: 'What helped a quiet team to speak?', kind: 'experience', topics: ['Teams'] });
  });

  test('is filtered', async () => {
    const all = await list('limit=100');
    assert.equal(all.total, all.items.length);
    const kinds = await list('kind=information');
    assert.ok(kinds.items.length > 0 && kinds.items.length < all.items.length);
    const teams = await list('topic=teams&topic=tools&facets=true');
    assert.deepEqual(teams.items.map(({ topics }) => topics[0]?.id).sort(), ['teams', 'tools']);
    assert.equal(
      teams.facets?.kind?.reduce((sum, { count }) => sum + count, 0),
      2,
    );
    assert.ok((teams.facets?.topic?.length ?? 0) > 2, 'topics are counted under the other filters');
    assert.equal(
      (await list('answered=true')).items.every(({ answerCount }) => answerCount > 0),
      true,
    );
    assert.equal(
      (await list('answered=false')).items.every(({ answerCount }) => answerCount === 0),
      true,
    );
    assert.ok((await list('mine=true', 'anna')).items.length > 0);
    assert.equal((await list('mine=true')).items.length, 0);
    assert.deepEqual(
      (await list(`author=${server.ids.fay}`)).items.map(({ id }) => id),
      [server.ids.imported],
    );
    assert.equal((await list('author=nobody')).items.length, 0);
  });

  test('is searched, also with typing errors, and finds what is like a title', async () => {
    assert.equal((await list('q=retrospective remotely')).items[0]?.id, server.ids.question);
    for (const q of ['retropsective', 'retrospecitve remotly', 'RÉTROSPECTIVE', 'retro']) {
      assert.ok(
        (await list(`q=${encodeURIComponent(q)}`)).items.some(({ id }) => id === server.ids.question),
        q,
      );
    }
    assert.ok((await list('q=facilitaton')).items.some(({ title }) => title.includes('facilitation')));
    assert.equal((await list('q=equity -founder')).items.length, 0);
    assert.equal((await list(`q=${encodeURIComponent('"co-founder"')}`)).items[0]?.id, server.ids.imported);
    assert.equal((await list('q=%3A*%26!%27()')).items.length, 0);
    assert.equal(
      (await list(`similar=${encodeURIComponent('How to split the equity among founders?')}`)).items[0]?.id,
      server.ids.imported,
    );
    assert.equal((await list(`similar=${encodeURIComponent('run retrospectives in a remote team')}`)).items[0]?.id, server.ids.question);
    assert.equal((await list('similar=%27%22%5C%3A')).items.length, 0);
  });

  test('finds what is like a title by what makes it special, and nothing rather than something else', async () => {
    const titles = [
      'What is the best way to promote an app?',
      'What is the best way to find a mentor?',
      'How do I give a workshop to my own company?',
      'Best way of dividing profit among partners',
      'How does one deal with clients who take up too much time?',
      'Does it make sense to register a trademark for one person?',
      'Is my trademark required to have an agent?',
      'Firing an abusive co-worker',
      'How to find a co-worker for a side project',
    ];
    for (const title of titles) await ask('ben', { title, topics: [] });
    const like = async (title: string) => (await list(`similar=${encodeURIComponent(title)}`)).items.map((item) => item.title);
    const wanted: [string, string[]][] = [
      ['How to divide profit among partners?', ['Best way of dividing profit among partners']],
      ['When should I register a trademark?', ['Does it make sense to register a trademark for one person?']],
      ['How do I deal with difficult clients?', ['How does one deal with clients who take up too much time?']],
      ['How do I find a co-worker?', ['How to find a co-worker for a side project']],
      ['finding a mentro', ['What is the best way to find a mentor?']],
      ['What is the best way to onboard newcomers?', []],
      ['How do I give feedback to a senior colleague?', []],
      ['What is the best way to learn Spanish?', []],
      ['How?', []],
      [`it's a \\ 'quoted' & | ! :*`, []],
    ];
    for (const [title, found] of wanted) assert.deepEqual(await like(title), found, title);
  });

  test('refuses a cursor that is not its own', async () => {
    const { nextCursor } = await list('limit=1&sort=newest');
    for (const cursor of [
      `${nextCursor}x`,
      'abc',
      Buffer.from('["newest","x","y"]').toString('base64url'),
      Buffer.from('null').toString('base64url'),
    ]) {
      const answer = await server.as('visitor').get<{ type: string }>(`/questions?limit=1&sort=newest&cursor=${cursor}`);
      assert.equal(answer.status, 400, cursor);
      assert.equal(answer.body.type, 'urn:cop:problem:bad-cursor');
    }
    assert.equal((await server.as('visitor').get(`/questions?sort=votes&cursor=${nextCursor}`)).status, 400);
  });
});

describe('votes', () => {
  test('count once, however often and from wherever they are sent', async () => {
    const { body } = await ask();
    const vote = (value: number, who: 'ben' | 'stella' = 'ben') => server.as(who).put<View>(`/questions/${body.id}/vote`, { value });
    const answers = await Promise.all(Array.from({ length: 20 }, () => vote(1)));
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
    assert.equal((await question(body.id)).score, 1);
    await Promise.all([vote(1, 'stella'), vote(1, 'ben'), vote(1, 'stella')]);
    assert.equal((await question(body.id)).score, 2);
    const down = await vote(-1);
    assert.equal(down.body.score, 0);
    assert.equal(down.body.viewer.vote, -1);
    assert.equal((await vote(0)).body.score, 1);
    assert.equal((await vote(0)).body.score, 1);
    assert.equal((await server.as('anna').put(`/questions/${body.id}/vote`, { value: 1 })).status, 403);
  });

  test('of many people at once all count', async () => {
    const { body } = await ask();
    const given = await reply(body.id, 'stella');
    await Promise.all((['anna', 'ben'] as const).map((who) => server.as(who).put(`/answers/${given.id}/vote`, { value: 1 })));
    assert.equal((await server.as('visitor').get<View>(`/answers/${given.id}`)).body.score, 2);
  });
});

describe('answers', () => {
  test('are counted, accepted by the asker, and take everything along when they go', async () => {
    const { body } = await ask();
    const given = await reply(body.id);
    assert.equal((await question(body.id)).answerCount, 1);
    const acceptance = `/questions/${body.id}/accepted-answer`;
    assert.equal((await server.as('ben').put(acceptance, { answerId: given.id })).status, 403);
    assert.equal((await server.as('stella').put(acceptance, { answerId: given.id })).status, 403);
    assert.equal((await server.as('anna').put(acceptance, { answerId: server.ids.answer })).status, 422);
    assert.equal((await server.as('anna').put<View>(acceptance, { answerId: given.id })).body.acceptedAnswerId, given.id);
    await server.as('anna').put(acceptance, { answerId: given.id });
    const accepted = (await activitiesOn(given.id)).filter(({ type }) => type === 'accepted');
    assert.deepEqual(
      accepted.map(({ actor }) => actor?.id),
      [server.ids.anna],
    );
    assert.equal((await server.as('anna').delete<View>(acceptance)).body.acceptedAnswerId, null);
    assert.equal(
      (await activitiesOn(given.id)).some(({ type }) => type === 'accepted'),
      false,
    );
    await server.as('anna').put(acceptance, { answerId: given.id });
    await server.as('anna').put(`/answers/${given.id}/use`, { outcome: 'worked', context: 'in a small team' });
    await server.as('anna').post('/comments', { object: { type: 'answer', id: given.id }, body: 'Thank you' });
    assert.equal((await server.as('ben').delete(`/answers/${given.id}`, '"1"')).status, 204);
    const left = await question(body.id);
    assert.deepEqual([left.answerCount, left.acceptedAnswerId, left.uses.total], [0, null, 0]);
    assert.deepEqual(
      (await activitiesOn(body.id)).map(({ type }) => type),
      ['asked'],
    );
    assert.equal((await server.as('visitor').get<Page>(`/comments?thread=${body.id}`)).body.items.length, 0);
  });

  test('to a question whose asker never joined are accepted by a steward', async () => {
    const given = await reply(server.ids.imported);
    assert.equal((await server.as('anna').put(`/questions/${server.ids.imported}/accepted-answer`, { answerId: given.id })).status, 403);
    assert.equal((await server.as('stella').put(`/questions/${server.ids.imported}/accepted-answer`, { answerId: given.id })).status, 200);
  });

  test('come in three orders, page by page', async () => {
    const { body } = await ask();
    const given = [];
    for (let i = 0; i < 5; i += 1) given.push(await reply(body.id, 'ben'));
    const [a, b, , , e] = given.map(({ id }) => id);
    await server.as('anna').put(`/answers/${b}/vote`, { value: 1 });
    await server.as('anna').put(`/answers/${a}/vote`, { value: -1 });
    await server.as('anna').put(`/questions/${body.id}/accepted-answer`, { answerId: e });
    const walk = async (sort: string) => {
      const ids: string[] = [];
      for (let cursor = ''; ;) {
        const page = await server.as('visitor').get<Page>(`/questions/${body.id}/answers?limit=2&sort=${sort}${cursor}`);
        ids.push(...page.body.items.map(({ id }) => id));
        if (page.body.nextCursor === null) return ids;
        cursor = `&cursor=${page.body.nextCursor}`;
      }
    };
    const ids = given.map(({ id }) => id);
    assert.deepEqual(await walk('oldest'), ids);
    assert.deepEqual(await walk('newest'), [...ids].reverse());
    const sorted = await walk('best');
    assert.deepEqual([sorted[0], sorted[1], sorted.at(-1), sorted.length], [e, b, a, 5]);
  });

  test('are edited by who wrote them', async () => {
    const { body } = await ask();
    const given = await reply(body.id);
    assert.equal((await server.as('anna').patch(`/answers/${given.id}`, { body: 'Mine now' }, '"1"')).status, 403);
    const edited = await server.as('ben').patch<View>(`/answers/${given.id}`, { body: 'With a closing round, and a date.' }, '"1"');
    assert.equal(edited.etag, '"2"');
  });
});

describe('comments', () => {
  test('are counted on what they are about and listed by thread', async () => {
    const { body } = await ask();
    const given = await reply(body.id);
    const say = (object: { type: string; id: string }, who: 'anna' | 'ben' = 'anna') =>
      server.as(who).post<View>('/comments', { object, body: 'Which one?' });
    const first = await say({ type: 'question', id: body.id });
    assert.equal(first.status, 201);
    await say({ type: 'answer', id: given.id }, 'ben');
    assert.equal((await question(body.id)).commentCount, 1);
    assert.equal((await server.as('visitor').get<View>(`/answers/${given.id}`)).body.commentCount, 1);
    const page = await server.as('visitor').get<Page>(`/comments?thread=${body.id}&limit=1`);
    assert.equal(page.body.total, 2);
    const rest = await server.as('visitor').get<Page>(`/comments?thread=${body.id}&limit=1&cursor=${page.body.nextCursor}`);
    assert.equal(rest.body.nextCursor, null);
    assert.notEqual(rest.body.items[0]?.id, page.body.items[0]?.id);
    assert.equal((await server.as('ben').patch(`/comments/${first.body.id}`, { body: 'Mine' }, '"1"')).status, 403);
    assert.equal((await server.as('anna').patch(`/comments/${first.body.id}`, { body: 'Which of them?' }, '"1"')).status, 200);
    assert.equal((await server.as('anna').delete(`/comments/${first.body.id}`, '"1"')).status, 412);
    assert.equal((await server.as('stella').delete(`/comments/${first.body.id}`, '"2"')).status, 204);
    assert.equal((await question(body.id)).commentCount, 0);
  });

  test('are about something that is there', async () => {
    const say = (object: unknown) => server.as('anna').post<{ errors: { pointer: string }[] }>('/comments', { object, body: 'Hello' });
    assert.equal((await say({ type: 'question', id: 'nothing' })).body.errors[0]?.pointer, '/object/id');
    assert.equal((await say({ type: 'answer', id: server.ids.question })).status, 422);
    assert.equal((await say({ type: 'question', id: server.ids.foreignQuestion })).status, 422);
    assert.equal((await server.as('anna').get('/comments')).status, 422);
    assert.equal((await server.as('anna').get(`/comments?thread=${server.ids.question}&resource=${server.ids.resource}`)).status, 422);
    assert.equal((await server.as('anna').get(`/comments?thread=${server.ids.foreignQuestion}`)).status, 404);
    assert.equal((await say({ type: 'resource', id: server.ids.resource })).status, 201);
    assert.equal((await server.as('anna').get<Page>(`/comments?resource=${server.ids.resource}`)).body.items.length, 1);
  });
});

describe('uses', () => {
  test('are one a person, and are summed up on the answer and its question', async () => {
    const { body } = await ask();
    const given = await reply(body.id);
    const use = (who: 'anna' | 'ben' | 'stella', outcome: string, context = '') =>
      server.as(who).put<View['uses']>(`/answers/${given.id}/use`, { outcome, context });
    assert.equal((await use('ben', 'worked')).status, 403);
    await Promise.all(Array.from({ length: 8 }, () => use('anna', 'worked', 'in a small team')));
    assert.equal((await use('stella', 'failed', 'remotely')).body.total, 2);
    const changed = await use('anna', 'adapted', 'with a timer');
    assert.deepEqual(changed.body, {
      total: 2,
      worked: 0,
      adapted: 1,
      failed: 1,
      contexts: changed.body.contexts,
    });
    assert.equal(changed.body.contexts.length, 2);
    assert.equal((await question(body.id)).uses.total, 2);
    assert.deepEqual((await server.as('anna').get<View>(`/answers/${given.id}`)).body.viewer.use, {
      outcome: 'adapted',
      context: 'with a timer',
    });
    assert.equal((await activitiesOn(given.id)).filter(({ type }) => type === 'used').length, 2);
    const listed = await server.as('anna').get<Page<{ mine: boolean }>>(`/uses?answer=${given.id}`);
    assert.deepEqual(listed.body.items.map(({ mine }) => mine).sort(), [false, true]);
    await server.as('anna').delete(`/answers/${given.id}/use`);
    const left = await server.as('anna').delete<View['uses']>(`/answers/${given.id}/use`);
    assert.equal(left.body.total, 1);
    assert.equal((await question(body.id)).uses.total, 1);
    assert.equal((await activitiesOn(given.id)).filter(({ type }) => type === 'used').length, 1);
  });

  test('of resources are counted there', async () => {
    const used = await server.as('anna').put<View['uses']>(`/resources/${server.ids.resource}/use`, { outcome: 'worked' });
    assert.equal(used.body.worked, 1);
    assert.equal((await server.as('anna').get<Page>(`/uses?resource=${server.ids.resource}`)).body.total, 1);
    assert.equal((await server.as('anna').get('/uses')).status, 422);
    assert.equal((await server.as('anna').get('/uses?answer=none')).status, 404);
  });
});
