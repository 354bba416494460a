import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startServer, type Harness } from './harness.js';

interface List {
  follows: { object: { type: string; id: string; title: string } }[];
}
interface Page {
  items: { id: string; title: string }[];
}

let server: Harness;
before(async () => {
  server = await startServer();
});
after(() => server.close());

const followed = async (who: 'anna' | 'ben') =>
  (await server.as(who).get<List>('/follows')).body.follows.map(({ object }) => `${object.type} ${object.title}`).sort();

describe('follows', () => {
  test('are of questions, topics and people, once, and only their owner sees them', async () => {
    const anna = server.as('anna');
    for (const path of ['question/' + server.ids.imported, 'topic/retrospectives', 'member/' + server.ids.ben]) {
      assert.equal((await anna.put(`/follows/${path}`)).status, 200);
      assert.equal((await anna.put(`/follows/${path}`)).status, 200);
    }
    assert.deepEqual(await followed('anna'), ['member Ben Okafor', 'question Splitting equity with a co-founder', 'topic Retrospectives']);
    assert.deepEqual(await followed('ben'), []);
    const left = await anna.delete<List>('/follows/topic/retrospectives');
    assert.equal(left.body.follows.length, 2);
    assert.equal((await anna.delete('/follows/topic/retrospectives')).status, 200);
    for (const path of ['member/' + server.ids.ben, 'question/' + server.ids.imported]) await anna.delete(`/follows/${path}`);
  });

  test('are refused for what is not there, and for oneself', async () => {
    const anna = server.as('anna');
    const nowhere = '01890000-0000-7000-8000-000000000000';
    for (const path of [
      `question/${nowhere}`,
      'question/x',
      'topic/nothing',
      `member/${nowhere}`,
      `question/${server.ids.foreignQuestion}`,
      `member/${server.ids.fay}`,
    ])
      assert.equal((await anna.put(`/follows/${path}`)).status, 404, path);
    assert.equal((await anna.put(`/follows/member/${server.ids.anna}`)).status, 409);
    assert.equal((await anna.put('/follows/page/1')).status, 422);
  });

  test('leave the list when their object goes', async () => {
    const asked = await server
      .as('ben')
      .post<{ id: string }>('/questions', { kind: 'problem', title: 'Who will be gone soon?', body: 'This.' });
    await server.as('anna').put(`/follows/question/${asked.body.id}`);
    assert.deepEqual(await followed('anna'), ['question Who will be gone soon?']);
    await server.as('ben').delete(`/questions/${asked.body.id}`, asked.etag);
    assert.deepEqual(await followed('anna'), []);
  });

  test('narrow the list of questions: by question, by topic and by who asked', async () => {
    const ben = server.as('ben');
    const titles = async () => (await ben.get<Page>('/questions?followed=true')).body.items.map(({ id }) => id);
    assert.deepEqual(await titles(), []);
    await ben.put(`/follows/question/${server.ids.imported}`);
    assert.deepEqual(await titles(), [server.ids.imported]);
    await ben.put('/follows/topic/retrospectives');
    assert.deepEqual(await titles(), [server.ids.imported, server.ids.question]);
    await ben.delete('/follows/topic/retrospectives');
    await ben.put(`/follows/member/${server.ids.anna}`);
    assert.deepEqual(await titles(), [server.ids.imported, server.ids.question]);
    assert.deepEqual((await server.as('visitor').get<Page>('/questions?followed=true')).body.items, []);
  });
});
