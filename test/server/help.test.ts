import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { answers, members, questions, topicAliases, topics } from '../../server/store/schema.js';
import { COMMUNITY, startServer, type Harness, type Persona } from './harness.js';

interface Reason {
  kind: string;
  topic: { id: string; label: string } | null;
  question: { id: string; title: string } | null;
}
interface Page {
  items: { id: string; name: string; reasons?: Reason[] }[];
  nextCursor: string | null;
  total: number | null;
}

let server: Harness;
before(async () => {
  server = await startServer();
  const { db } = server.database;
  const label = (id: string, text: string) => ({ communityId: COMMUNITY, id, label: text });
  await db
    .insert(topics)
    .values([
      label('remote-teams', 'Remote teams'),
      label('conflict-resolution', 'Conflict resolution'),
      ...['a', 'b', 'c', 'd', 'e', 'f'].map((x) => label(`team-${x}`, `Team ${x.repeat(5)}`)),
    ]);
  await db.insert(topicAliases).values({ communityId: COMMUNITY, id: 'look-back', label: 'Look back', topicId: 'retrospectives' });
  const person = (name: string, more: object) => ({ id: uuidv7(), communityId: COMMUNITY, name, joinedAt: new Date(), ...more });
  await db
    .insert(members)
    .values([
      person('Offers both', { offers: ['retrospectives', 'remote-teams'] }),
      person('Works on it', { topics: ['retrospectives'] }),
      person('On a break', { offers: ['retrospectives'], participation: 'break' }),
      person('Has left', { offers: ['retrospectives'], listed: false }),
      person('For members', { offers: ['retrospectives'], visibility: { offers: 'members' } }),
      person('Settles fights', { offers: ['conflict-resolution'] }),
      person('Any team', { offers: ['team-a'] }),
      person('Wants it', { needs: ['retrospectives'] }),
      person('Wants it in private', { needs: ['retrospectives'], visibility: { needs: 'nobody' } }),
    ]);
});
after(() => server.close());

const ask = async (text: string, persona: Persona = 'visitor', more = '') =>
  (await server.as(persona).get<Page>(`/members?helpWith=${encodeURIComponent(text)}${more}`)).body;
const names = (page: Page) => page.items.map(({ name }) => name);
const QUESTION = 'How do you open a retrospective with remote teams?';

test('who can help with a question is found by offers first, then topics, each with the reason', async () => {
  const page = await ask(QUESTION);
  assert.equal(page.items[0]?.name, 'Offers both');
  assert.deepEqual(
    page.items[0]?.reasons?.map(({ kind, topic }) => [kind, topic?.label]),
    [
      ['offer', 'Retrospectives'],
      ['offer', 'Remote teams'],
    ],
  );
  assert.deepEqual(names(page).toSorted(), ['Ben Okafor', 'Offers both', 'Works on it'].toSorted());
  assert.equal(names(page).at(-1), 'Works on it');
  assert.deepEqual(
    page.items.at(-1)?.reasons?.map(({ kind }) => kind),
    ['topic'],
  );
  assert.equal(page.total, 3);
});

test('what a reader may not see finds nobody for them', async () => {
  assert.ok(!names(await ask(QUESTION)).includes('For members'));
  assert.ok(names(await ask(QUESTION, 'anna')).includes('For members'));
});

test('nobody is sent to themselves', async () => {
  assert.ok(names(await ask(QUESTION, 'anna')).includes('Ben Okafor'));
  assert.ok(!names(await ask(QUESTION, 'ben')).includes('Ben Okafor'));
});

test('a topic is meant by its other names, by a telling part of its name, by half a word, and mistyped', async () => {
  for (const text of ['to look back together', 'retrospec', 'retrospectivs'])
    assert.ok(names(await ask(text)).includes('Offers both'), text);
  assert.deepEqual(names(await ask('a conflict in remote teams')), ['Offers both', 'Settles fights']);
  assert.ok(!names(await ask('a team in trouble')).includes('Any team'), 'a word that many topics have says little');
  assert.ok(names(await ask('team')).includes('Any team'), 'unless it is all that was said');
  for (const odd of ['', 'how do you', '???', "o'hara", ':*', '\\', '🙂', 'a & b | !c'])
    assert.equal((await server.as('visitor').get(`/members?helpWith=${encodeURIComponent(odd)}`)).status, 200, odd);
  assert.deepEqual(names(await ask('xylophones')), []);
});

test('answers that were accepted or used on such questions count, and only those', async () => {
  const { db } = server.database;
  const helper = (name: string) => ({ id: uuidv7(), communityId: COMMUNITY, name, joinedAt: new Date() });
  const [accepted, used, unused] = [helper('Was accepted'), helper('Was used'), helper('Was not used')];
  await db.insert(members).values([accepted, used, unused]);
  const question = { id: uuidv7(), communityId: COMMUNITY, title: 'Vesting schedules for late founders', body: 'x', excerpt: 'x' };
  const answer = (authorId: string, more = {}) => ({
    id: uuidv7(),
    communityId: COMMUNITY,
    questionId: question.id,
    body: 'x',
    excerpt: 'x',
    authorId,
    ...more,
  });
  const best = answer(accepted.id);
  await db.insert(questions).values({ ...question, answerCount: 3, acceptedAnswerId: best.id });
  await db.insert(answers).values([best, answer(used.id, { usesWorked: 1 }), answer(unused.id)]);
  const page = await ask('Which vesting schedule for founders?');
  assert.deepEqual(names(page).toSorted(), ['Was accepted', 'Was used']);
  assert.deepEqual(page.items[0]?.reasons, [
    { kind: 'answered', topic: null, question: { type: 'question', id: question.id, title: question.title, url: null } },
  ]);
});

test('the same question has the same order, page by page, and can be filtered', async () => {
  const whole = names(await ask(QUESTION, 'anna'));
  assert.deepEqual(names(await ask(QUESTION, 'anna')), whole);
  const paged: string[] = [];
  for (let cursor = ''; ;) {
    const page = await ask(QUESTION, 'anna', `&limit=1${cursor}`);
    paged.push(...names(page));
    if (!page.nextCursor) break;
    cursor = `&cursor=${page.nextCursor}`;
  }
  assert.deepEqual(paged, whole);
  assert.deepEqual(names(await ask(QUESTION, 'anna', '&offers=remote-teams')), ['Offers both']);
});

test('who needs help with the same is found as well, as far as they tell', async () => {
  const { body } = await server.as('anna').get<Page>('/members?needHelpWith=retrospective');
  assert.deepEqual(names(body), ['Wants it']);
  assert.deepEqual(body.items[0]?.reasons, [{ kind: 'need', topic: { id: 'retrospectives', label: 'Retrospectives' }, question: null }]);
  assert.equal((await server.as('anna').get<Page>('/members')).body.items[0]?.reasons, undefined);
});
