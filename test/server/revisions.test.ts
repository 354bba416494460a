import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startServer, type Harness } from './harness.js';

interface Page {
  items: { version: number; editor: { name: string } | null; content: Record<string, unknown> }[];
  nextCursor: string | null;
}

let server: Harness;
before(async () => {
  server = await startServer();
});
after(() => server.close());

const asking = { kind: 'problem', title: 'How do we end a sprint well?', body: 'It *drags on*.', topics: ['Sprints'] };
const states = async (query: string) => (await server.as('visitor').get<Page>(`/revisions?${query}`)).body.items;

describe('revisions', () => {
  test('keep every state of a question, with who wrote it', async () => {
    const anna = server.as('anna');
    const { body, etag } = await anna.post<{ id: string }>('/questions', asking);
    assert.deepEqual(await states(`question=${body.id}`), [], 'never edited');
    const second = await anna.patch(`/questions/${body.id}`, { title: 'How do we end a sprint in time?', topics: ['Time'] }, etag);
    await anna.patch(`/questions/${body.id}`, { body: 'It drags on, for hours.' }, second.etag);
    const found = await states(`question=${body.id}`);
    assert.deepEqual(
      found.map(({ version, editor, content }) => [version, editor?.name, content.title, content.body, content.topics]),
      [
        [3, 'Anna Ek', 'How do we end a sprint in time?', 'It drags on, for hours.', [{ id: 'time', label: 'Time' }]],
        [2, 'Anna Ek', 'How do we end a sprint in time?', 'It *drags on*.', [{ id: 'time', label: 'Time' }]],
        [1, 'Anna Ek', 'How do we end a sprint well?', 'It *drags on*.', [{ id: 'sprints', label: 'Sprints' }]],
      ],
    );
    const first = await server.as('visitor').get<Page>(`/revisions?question=${body.id}&limit=2`);
    const rest = await server.as('visitor').get<Page>(`/revisions?question=${body.id}&limit=2&cursor=${first.body.nextCursor}`);
    assert.deepEqual(
      [...first.body.items, ...rest.body.items].map(({ version }) => version),
      [3, 2, 1],
    );
  });

  test('keep the states of an answer', async () => {
    const answer = await server.as('ben').get(`/answers/${server.ids.answer}`);
    await server.as('ben').patch(`/answers/${server.ids.answer}`, { body: 'With a timer, and cards.' }, answer.etag);
    assert.deepEqual(
      (await states(`answer=${server.ids.answer}`)).map(({ version, content }) => [version, content]),
      [
        [2, { body: 'With a timer, and cards.' }],
        [1, { body: 'With a timer.' }],
      ],
    );
  });

  test('store nothing for an edit that was refused', async () => {
    const { body } = await server.as('anna').post<{ id: string }>('/questions', asking);
    assert.equal((await server.as('ben').patch(`/questions/${body.id}`, { body: 'Mine.' }, '"1"')).status, 403);
    assert.equal((await server.as('anna').patch(`/questions/${body.id}`, { body: 'Late.' }, '"9"')).status, 412);
    assert.deepEqual(await states(`question=${body.id}`), []);
  });

  test('are there for what is there, and for one thing at a time', async () => {
    const visitor = server.as('visitor');
    const { body, etag } = await server.as('anna').post<{ id: string }>('/questions', asking);
    const edited = await server.as('anna').patch(`/questions/${body.id}`, { body: 'Soon gone.' }, etag);
    assert.equal((await visitor.get(`/revisions?question=${body.id}&answer=${server.ids.answer}`)).status, 422);
    assert.equal((await visitor.get('/revisions')).status, 422);
    assert.equal((await visitor.get('/revisions?question=x')).status, 404);
    assert.equal((await visitor.get(`/revisions?question=${server.ids.foreignQuestion}`)).status, 404);
    await server.as('anna').delete(`/questions/${body.id}`, edited.etag);
    assert.equal((await visitor.get(`/revisions?question=${body.id}`)).status, 404);
  });
});
