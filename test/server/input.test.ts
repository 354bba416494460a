import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startServer, type Harness } from './harness.js';

interface ProblemBody {
  type: string;
  title: string;
  detail?: string;
  errors?: { pointer: string; code: string; detail: string }[];
}

let server: Harness;
before(async () => {
  server = await startServer();
});
after(() => server.close());

const question = { kind: 'problem', title: 'A title that is long enough', body: 'A body', topics: [] };
const long = (length: number) => 'x'.repeat(length);

/** What is sent, and the fields that the problem names. */
const FIELDS: [name: string, path: string, body: unknown, pointers: string[]][] = [
  ['no fields', '/questions', {}, ['/kind', '/title', '/body']],
  ['a body that is no object', '/questions', [], ['']],
  ['null', '/questions', null, ['']],
  ['a wrong kind', '/questions', { ...question, kind: 'joke' }, ['/kind']],
  ['a title that is a number', '/questions', { ...question, title: 12 }, ['/title']],
  ['a title of spaces', '/questions', { ...question, title: '            ' }, ['/title']],
  ['a long title', '/questions', { ...question, title: long(201) }, ['/title']],
  ['a long body', '/questions', { ...question, body: long(30_001) }, ['/body']],
  ['many topics', '/questions', { ...question, topics: ['a', 'b', 'c', 'd', 'e', 'f'] }, ['/topics']],
  ['a topic that is no text', '/questions', { ...question, topics: ['a', 7] }, ['/topics/1']],
  ['an empty answer', '/questions/QUESTION/answers', { body: ' ' }, ['/body']],
  ['a comment on nothing', '/comments', { body: 'Hello' }, ['/object']],
  ['a comment on a member', '/comments', { object: { type: 'member', id: '1' }, body: 'Hello' }, ['/object/type']],
  ['a long comment', '/comments', { object: { type: 'question', id: '1' }, body: long(2001) }, ['/body']],
];

describe('bad input', () => {
  for (const [name, path, body, pointers] of FIELDS) {
    test(`${name} is told by field`, async () => {
      const answer = await server.as('anna').post<ProblemBody>(path.replace('QUESTION', server.ids.question), body);
      assert.equal(answer.status, 422);
      assert.equal(answer.body.type, 'urn:cop:problem:invalid');
      assert.deepEqual([...new Set(answer.body.errors?.map(({ pointer }) => pointer))], pointers);
      assert.ok(answer.body.errors?.every(({ detail, code }) => detail.length > 0 && code.length > 0));
    });
  }

  const VALUES: [path: string, body: unknown][] = [
    ['/questions/QUESTION/vote', { value: 2 }],
    ['/questions/QUESTION/vote', { value: '1' }],
    ['/answers/ANSWER/use', { outcome: 'bliss' }],
    ['/answers/ANSWER/use', { outcome: 'worked', context: long(201) }],
    ['/questions/QUESTION/accepted-answer', { answerId: 'x' }],
    ['/session/last-visit', { at: 'yesterday' }],
  ];
  for (const [path, body] of VALUES) {
    test(`PUT ${path} refuses ${JSON.stringify(body).slice(0, 40)}`, async () => {
      const at = path.replace('QUESTION', server.ids.question).replace('ANSWER', server.ids.answer);
      assert.equal((await server.as('anna').put(at, body)).status, 422);
    });
  }

  test('query parameters are told by name', async () => {
    for (const query of [
      'limit=0',
      'limit=101',
      'limit=many',
      'sort=luck',
      'answered=maybe',
      'kind=joke',
      `q=${long(201)}`,
      `cursor=${long(501)}`,
    ]) {
      const answer = await server.as('visitor').get<ProblemBody>(`/questions?${query}`);
      assert.equal(answer.status, 422, query);
      assert.equal(answer.body.errors?.[0]?.pointer, query.split('=')[0]);
    }
  });

  test('what is no JSON, or of another type, is refused before it is read', async () => {
    const send = (raw: BodyInit, type?: string) =>
      server.as('anna').post<ProblemBody>('/questions', undefined, { raw, headers: type ? { 'content-type': type } : {} });
    assert.equal((await send('{"title":', 'application/json')).status, 400);
    assert.equal((await send('', 'application/json')).status, 400);
    assert.equal((await send('<question/>', 'application/xml')).status, 415);
    assert.equal((await send('title=hello', 'application/x-www-form-urlencoded')).status, 415);
    assert.equal((await server.as('anna').post('/files', { file: 'x' })).status, 415);
  });

  test('what is too large is refused, announced or not', async () => {
    const body = JSON.stringify({ ...question, body: long(300_000) });
    assert.equal(
      (await server.as('anna').post('/questions', undefined, { raw: body, headers: { 'content-type': 'application/json' } })).status,
      413,
    );
    const stream = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 30; i += 1) controller.enqueue(new TextEncoder().encode(long(10_000)));
        controller.close();
      },
    });
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { 'content-type': 'application/json', cookie: 'cop-session=anna' },
    };
    assert.equal((await fetch(server.url('/questions'), init)).status, 413);
  });

  test('characters that no database keeps are refused, not an error of the server', async () => {
    assert.equal((await server.as('anna').post('/questions', { ...question, body: 'a\u0000b' })).status, 422);
    assert.equal((await server.as('visitor').get('/questions?q=a%00b')).status, 422);
    assert.ok((await server.as('anna').post('/questions', { ...question, body: 'lone \ud800 surrogate' })).status < 500);
  });

  test('unknown fields, hostile words and deep nesting do no harm', async () => {
    const asked = await server.as('anna').post<{ id: string; title: string }>('/questions', {
      ...question,
      title: `'; drop table questions; -- <script>`,
      id: 'mine',
      score: 99,
      authorId: server.ids.ben,
      __proto__: { admin: true },
    });
    assert.equal(asked.status, 201);
    const read = await server.as('visitor').get<{ title: string; score: number; author: { id: string } }>(`/questions/${asked.body.id}`);
    assert.equal(read.body.title, `'; drop table questions; -- <script>`);
    assert.deepEqual([read.body.score, read.body.author.id], [0, server.ids.anna]);
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    assert.equal(
      (await server.as('anna').post('/questions', undefined, { raw: deep, headers: { 'content-type': 'application/json' } })).status,
      422,
    );
  });

  test('paths that leave the folder are not served', async () => {
    for (const path of [
      '/elements/../package.json',
      '/elements/%2e%2e/%2e%2e/package.json',
      '/..%2f..%2fpackage.json',
      '/.git/config',
      '/elements/%00',
      '/%E0%A4%A',
    ]) {
      assert.ok([400, 404].includes((await fetch(server.origin + path)).status), path);
    }
  });
});
