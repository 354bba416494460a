import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { deleteMember } from '../../server/store/leaving.js';
import { members, revisions } from '../../server/store/schema.js';
import { startServer, type Harness, type Persona } from './harness.js';

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
