import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cleanFileName } from '../../server/files/names.js';
import { plainText } from '../../server/text.js';
import { OTHER_COMMUNITY, startServer, type Harness } from './harness.js';

/* What somebody with bad intent would try, beside what the tests of each noun say. */

let server: Harness;
before(async () => {
  server = await startServer();
});
after(() => server.close());

test('no text keeps the server busy', () => {
  const n = 30_000;
  const fill = (part: string) => part.repeat(Math.ceil(n / part.length)).slice(0, n);
  const hostile = [
    '[',
    '![',
    '](',
    '[](',
    '![](',
    '[\\a',
    '[a](',
    '[a](b(',
    '[a](()',
    '<a',
    '<a ',
    '_',
    '*',
    '`',
    '- ',
    '# ',
    '&#',
    '&a',
    '\\',
    ' ',
  ];
  for (const part of hostile)
    for (const text of [fill(part), `[${fill(part)}`, `[a](${fill(part)}`, `${fill(part)}\n`]) {
      const start = performance.now();
      plainText(text);
      assert.ok(performance.now() - start < 1000, `${part}: ${Math.round(performance.now() - start)} ms`);
    }
  const start = performance.now();
  assert.equal(cleanFileName(`${'. '.repeat(500_000)}x.txt`, 'text/plain'), 'x.txt');
  assert.ok(performance.now() - start < 1000);
  assert.equal(
    plainText('See [the \\[old\\] guide](https://example.org/a_(b)) and ![a picture](x.png).'),
    'See the [old] guide and a picture.',
  );
});

test('asking for the head of the stream leaves no stream open', async () => {
  for (let n = 0; n < 25; n += 1) {
    const head = await fetch(server.url('/activities/stream'), { method: 'HEAD', headers: { cookie: 'cop-session=anna' } });
    assert.equal(head.status, 200);
    assert.match(head.headers.get('content-type') ?? '', /^text\/event-stream/);
  }
  const stop = new AbortController();
  const stream = await fetch(server.url('/activities/stream'), { headers: { cookie: 'cop-session=anna' }, signal: stop.signal });
  assert.equal(stream.status, 200, 'more heads than a person may have streams');
  stop.abort();
});

test('whose text it is, is theirs: an author’s edit doesn’t change what others said about using it', async () => {
  interface Activities {
    items: { type: string; summary: string | null; object: { id: string } }[];
  }
  const summary = async () => {
    const { body } = await server.as('visitor').get<Activities>(`/activities?type=used&actor=${server.ids.anna}`);
    return body.items.find(({ object }) => object.id === server.ids.answer)?.summary;
  };
  const use = (context: string) => server.as('anna').put(`/answers/${server.ids.answer}/use`, { outcome: 'failed', context });
  await use('Not in our team.');
  const edited = await server.as('ben').patch(`/answers/${server.ids.answer}`, { body: 'It worked wonderfully for me.' }, '*');
  assert.equal(edited.status, 200);
  assert.equal(await summary(), 'Not in our team.');
  await use('Not in any team.');
  assert.equal(await summary(), 'Not in any team.', 'told anew, the feed no longer quotes the first');
});

test('a topic that stands only in a hidden field is offered to nobody', async () => {
  const topics = async () => {
    const { body } = await server.as('visitor').get<{ items: { label: string }[] }>('/topics?q=burn');
    return body.items.map(({ label }) => label);
  };
  const needs = (visibility: string) =>
    server.as('anna').patch(`/members/${server.ids.anna}`, { needs: ['Burnout'], visibility: { needs: visibility } }, '*');
  assert.equal((await needs('nobody')).status, 200);
  assert.deepEqual(await topics(), []);
  await needs('members');
  assert.deepEqual(await topics(), []);
  await needs('everyone');
  assert.deepEqual(await topics(), ['Burnout']);
});

test('forged cursors and times are answered as what they are', async () => {
  const forged = (values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');
  const id = server.ids.question;
  const asked: string[] = [
    `/questions?sort=votes&cursor=${forged(['votes', 1e300, id])}`,
    `/questions?sort=votes&cursor=${forged(['votes', 1.5, id])}`,
    `/questions?sort=newest&cursor=${forged(['newest', '0000-01-01T00:00:00Z', id])}`,
    `/questions/${id}/answers?cursor=${forged(['best', 0, -3e9, id])}`,
    `/activities?since=0000-01-01T00:00:00Z`,
    `/activities?cursor=${forged(['newest', '0000-01-01T00:00:00.000Z', id])}`,
  ];
  for (const path of asked) {
    const { status } = await server.as('visitor').get(path);
    assert.ok(status === 400 || status === 422, `${path}: ${status}`);
  }
  assert.ok((await server.as('anna').put('/session/last-visit', { at: '0000-01-01T00:00:00Z' })).status < 500);
});

test('ids of another community open nothing here', async () => {
  const there = server.as('stella', OTHER_COMMUNITY);
  const { question, answer, resource, anna } = server.ids;
  const reads = [
    `/questions/${question}`,
    `/questions/${question}/answers`,
    `/answers/${answer}`,
    `/resources/${resource}`,
    `/members/${anna}`,
  ];
  const lists = [`/comments?thread=${question}`, `/comments?resource=${resource}`, `/uses?answer=${answer}`, `/uses?resource=${resource}`];
  for (const path of [...reads, ...lists]) assert.equal((await there.get(path)).status, 404, path);
  const writes: (() => Promise<{ status: number }>)[] = [
    () => there.put(`/questions/${question}/vote`, { value: 1 }),
    () => there.put(`/answers/${answer}/vote`, { value: 1 }),
    () => there.put(`/answers/${answer}/use`, { outcome: 'worked' }),
    () => there.put(`/resources/${resource}/use`, { outcome: 'worked' }),
    () => there.post(`/questions/${question}/answers`, { body: 'From elsewhere.' }),
    () => there.patch(`/resources/${resource}`, { title: 'Taken over' }, '*'),
    () => there.delete(`/questions/${question}`, '*'),
    () => there.delete(`/answers/${answer}`, '*'),
  ];
  for (const write of writes) assert.equal((await write()).status, 404, String(write));
  const comment = await there.post('/comments', { object: { type: 'answer', id: answer }, body: 'From elsewhere.' });
  assert.equal(comment.status, 422);
  const { body } = await server.as('visitor').get<{ items: { id: string }[] }>('/activities?limit=1');
  assert.equal((await there.put(`/activities/${body.items[0]?.id}/reactions/thanks`)).status, 404);
});

test('what the server decides can’t be sent along', async () => {
  const own = {
    id: server.ids.question,
    authorId: server.ids.ben,
    score: 99,
    version: 7,
    source: { name: 'x' },
    createdAt: '2001-01-01T00:00:00Z',
  };
  const { body } = await server.as('anna').post<Record<string, unknown> & { id: string; author: { id: string } }>('/questions', {
    kind: 'problem',
    title: 'May I set everything?',
    body: 'Trying.',
    ...own,
  });
  assert.notEqual(body.id, own.id);
  assert.deepEqual([body.author.id, body.score, body.version, body.source], [server.ids.anna, 0, 1, null]);
  const member = await server
    .as('anna')
    .patch<{ steward: boolean; demo: boolean }>(`/members/${server.ids.anna}`, { role: 'steward', steward: true, demo: false }, '*');
  assert.deepEqual([member.body.steward, member.body.demo], [false, true]);
  assert.equal((await server.as('anna').get<{ role: string }>('/session')).body.role, 'member');
});
