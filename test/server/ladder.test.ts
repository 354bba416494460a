import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { runJobs } from '../../server/jobs/jobs.js';
import { communities, helpRequests, identities, members, questions, uses } from '../../server/store/schema.js';
import { COMMUNITY, startServer, type Answer, type Harness, type Persona } from './harness.js';

interface Reason {
  kind: string;
  topic: { id: string; label: string } | null;
  by: { name: string } | null;
}
interface Ladder {
  state: string;
  asked: { reason: Reason; count: number; members: { name: string }[] }[];
  next: { ring: number; at: string; upTo: number }[];
  quietUntil: string | null;
  wait: { medianHours: number; n: number } | null;
  invitationsLeft: number;
}
interface Question {
  id: string;
  version: number;
  closedAt: string | null;
  viewer: { can: string[]; asked: { reason: Reason; outcome: string | null } | null };
}
interface Session {
  waiting: { forMe: number; reminders: number; forStewards: number };
}
interface Reminder {
  kind: string;
  id: string;
  object: { id: string; title: string };
  use: { context: string; member: { name: string } } | null;
}

/** Monday noon: nobody’s night here, unless they say so. */
const NOON = new Date('2026-03-02T12:00:00Z');
const after_ = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);

let server: Harness;
before(async () => {
  server = await startServer();
});
after(() => server.close());

beforeEach(async () => {
  const { db } = server.database;
  await db.delete(helpRequests);
  await db.update(questions).set({ ladderDueAt: null, ladderStartedAt: null, ladderStep: 0 });
  await db.update(members).set({ participation: null, asksPerWeek: null, quietHours: null, timeZone: null, listed: true, reminders: true });
  await db.update(communities).set({ rules: {} });
  server.setClock(NOON);
});

const at = async (hours: number) => {
  server.setClock(after_(hours));
  await runJobs(server.server, new Map());
};
const ask = async (topics: string[] = ['Retrospectives'], persona: Persona = 'anna') => {
  const { status, body } = await server
    .as(persona)
    .post<Question>('/questions', { kind: 'problem', title: 'How do you end a long retrospective?', body: 'It never ends.', topics });
  assert.equal(status, 201);
  return body;
};
const ladder = async (id: string, persona: Persona = 'anna') => (await server.as(persona).get<Ladder>(`/questions/${id}/ladder`)).body;
const question = async (id: string, persona: Persona) => (await server.as(persona).get<Question>(`/questions/${id}`)).body;
const answer = (id: string, persona: Persona) =>
  server.as(persona).post<{ id: string }>(`/questions/${id}/answers`, { body: 'With a bell.' });
const setMember = (name: 'anna' | 'ben' | 'stella', change: Partial<typeof members.$inferInsert>) =>
  server.database.db.update(members).set(change).where(eq(members.id, server.ids[name]));
const setRules = (rules: object) => server.as('stella').patch('', { rules }, null);
const waiting = async (persona: Persona) => (await server.as(persona).get<Session>('/session')).body.waiting;
const reasons = ({ asked }: Ladder) => asked.map(({ reason, count }) => `${reason.kind} ${reason.topic?.id ?? '-'} ${count}`);
const codeOf = ({ body }: Answer<{ errors: { code: string }[] }>) => body.errors[0]?.code;

describe('asking', () => {
  test('reaches who offers the topic at once, says why, and goes on to the stewards while too few are reached', async () => {
    const { id } = await ask();
    const shown = await ladder(id);
    assert.deepEqual(reasons(shown), ['offer retrospectives 1', 'steward - 1']);
    assert.deepEqual(
      shown.asked.map((group) => group.members.map(({ name }) => name)),
      [['Ben Okafor'], ['Stella Marin']],
    );
    const { asked } = (await question(id, 'ben')).viewer;
    assert.deepEqual(
      [asked?.reason.kind, asked?.reason.topic, asked?.outcome],
      ['offer', { id: 'retrospectives', label: 'Retrospectives' }, null],
    );
    // Three can’t be reached here, so it is looked for more until the time is over.
    assert.equal(shown.state, 'asking');
    await at(73);
    assert.equal((await ladder(id)).state, 'asked');
  });

  test('asks the rings one after the other where the first reaches enough', async () => {
    const more = await newcomers(4, { offers: ['retrospectives'] });
    const others = await newcomers(2, {});
    const { id } = await ask();
    const shown = await ladder(id);
    assert.deepEqual(reasons(shown), ['offer retrospectives 5']);
    assert.deepEqual(
      shown.next.map(({ ring, at: when }) => [ring, when]),
      [24, 48, 72].map((hours, i) => [i + 2, after_(hours).toISOString()]),
    );
    await at(47);
    assert.equal((await ladder(id)).asked.length, 1);
    await at(48);
    assert.deepEqual(reasons(await ladder(id)), ['offer retrospectives 5', 'available - 2']);
    assert.equal((await waiting('stella')).forStewards, 0);
    await at(72);
    const last = await ladder(id);
    assert.deepEqual(reasons(last), ['offer retrospectives 5', 'available - 2', 'steward - 1']);
    assert.deepEqual([last.state, last.next], ['asked', []]);
    await gone([...more, ...others]);
  });

  test('knows who knows a topic by their own topics and by their answers', async () => {
    await setMember('ben', { offers: [], topics: ['equity', 'retrospectives'] });
    const { id } = await ask();
    assert.equal(reasons(await ladder(id))[0], 'topic retrospectives 1');
    await setMember('ben', { topics: [] });
    await server.database.db.update(questions).set({ acceptedAnswerId: server.ids.answer }).where(eq(questions.id, server.ids.question));
    const second = await ask();
    assert.equal(reasons(await ladder(second.id))[0], 'answered retrospectives 1');
    await server.database.db.update(questions).set({ acceptedAnswerId: null }).where(eq(questions.id, server.ids.question));
    await setMember('ben', { offers: ['retrospectives'] });
  });

  test('leaves in peace who takes a break, has left the directory, can’t sign in, or wants none', async () => {
    for (const change of [{ participation: 'break' }, { listed: false }, { asksPerWeek: 0 }]) {
      await server.database.db.delete(helpRequests);
      await setMember('ben', { participation: null, listed: true, asksPerWeek: null, ...change });
      const { id } = await ask();
      assert.deepEqual(reasons(await ladder(id)), ['steward - 1'], JSON.stringify(change));
    }
    await server.database.db.delete(helpRequests);
    await setMember('ben', { asksPerWeek: 0 });
    // Fay offers it and never joined.
    await server.database.db
      .update(members)
      .set({ offers: ['retrospectives'], joinedAt: NOON })
      .where(eq(members.id, server.ids.fay));
    const { id } = await ask();
    assert.deepEqual(reasons(await ladder(id)), ['steward - 1']);
    await server.database.db.update(members).set({ offers: [], joinedAt: null }).where(eq(members.id, server.ids.fay));
  });

  test('keeps to the weekly cap, and asks again when a week is over', async () => {
    await setRules({ ladder: { weeklyCap: 1 } });
    const first = await ask();
    const second = await ask();
    assert.equal(reasons(await ladder(first.id))[0], 'offer retrospectives 1');
    assert.deepEqual((await ladder(second.id)).asked, []);
    await at(7 * 24 - 1);
    assert.deepEqual((await ladder(second.id)).asked, []);
    const third = await ask();
    await at(7 * 24);
    assert.equal(reasons(await ladder(third.id))[0], 'offer retrospectives 1');
  });

  test('waits until quiet hours end, in the member’s own time zone', async () => {
    // 12:00 UTC is 21:00 in Tokyo.
    await setMember('ben', { timeZone: 'Asia/Tokyo', quietHours: { from: '20:30', to: '06:15' } });
    const { id } = await ask();
    const shown = await ladder(id);
    assert.deepEqual(reasons(shown), ['steward - 1']);
    await at(9);
    assert.equal((await ladder(id)).asked.length, 1);
    await at(9.25);
    assert.deepEqual(reasons(await ladder(id)), ['steward - 1', 'offer retrospectives 1']);
  });

  test('of an imported question asks nobody', async () => {
    assert.deepEqual((await ladder(server.ids.imported)).state, 'off');
    assert.equal((await question(server.ids.imported, 'stella')).viewer.can.includes('ladder'), false);
  });

  test('can be turned off', async () => {
    await setRules({ ladder: { weeklyCap: 0 } });
    const { id } = await ask();
    assert.deepEqual([(await ladder(id)).state, (await ladder(id)).asked], ['off', []]);
  });
});

describe('who is asked', () => {
  test('finds it under what is for them to answer, until it is answered', async () => {
    const { id } = await ask();
    const forMe = async (persona: Persona) =>
      (await server.as(persona).get<{ items: Question[]; total: number }>('/questions?forMe=true')).body.items.map((q) => q.id);
    assert.deepEqual([await forMe('ben'), await forMe('anna'), await forMe('visitor')], [[id], [], []]);
    assert.equal((await waiting('ben')).forMe, 1);
    await answer(id, 'ben');
    assert.deepEqual([await forMe('ben'), await forMe('stella')], [[], []]);
    assert.equal((await question(id, 'ben')).viewer.asked?.outcome, 'answered');
    assert.equal((await ladder(id)).state, 'answered');
    const before = (await ladder(id)).asked.length;
    await at(100);
    assert.equal((await ladder(id)).asked.length, before);
  });

  test('can decline, and somebody else is asked at once; it is nobody’s business who', async () => {
    const more = await newcomers(5, { offers: ['retrospectives'] });
    await setRules({ ladder: { size: 3 } });
    const { id } = await ask();
    const before = await server.database.db.select().from(helpRequests).where(eq(helpRequests.questionId, id));
    assert.equal(before.length, 3);
    // Whoever was asked, let Ben be one of them.
    if (!before.some(({ memberId }) => memberId === server.ids.ben))
      await server.database.db
        .update(helpRequests)
        .set({ memberId: server.ids.ben })
        .where(eq(helpRequests.id, before[0]?.id ?? ''));
    const declined = await server.as('ben').put<{ outcome: string }>(`/questions/${id}/declined`);
    assert.deepEqual([declined.status, declined.body.outcome], [200, 'declined']);
    const shown = await ladder(id);
    assert.deepEqual(reasons(shown), ['offer retrospectives 4']);
    assert.ok(!JSON.stringify(shown).includes('declined'));
    assert.equal((await waiting('ben')).forMe, 0);
    assert.equal((await server.as('ben').put(`/questions/${id}/declined`)).status, 409);
    const undone = await server.as('ben').delete<{ outcome: string | null }>(`/questions/${id}/declined`);
    assert.deepEqual([undone.status, undone.body.outcome], [200, null]);
    assert.equal((await waiting('ben')).forMe, 1);
    assert.equal((await server.as('anna').put(`/questions/${id}/declined`)).status, 409);
    await gone(more);
  });

  test('is named to the asker as far as they show themselves, and to others not at all', async () => {
    const { id } = await ask();
    const named = async (persona: Persona) => (await ladder(id, persona)).asked[0]?.members.map(({ name }) => name);
    assert.deepEqual([await named('anna'), await named('ben')], [['Ben Okafor'], []]);
    for (const [level, asker, steward] of [
      ['members', 1, 1],
      ['stewards', 0, 1],
      ['nobody', 0, 0],
    ] as const) {
      await setMember('ben', { visibility: { offers: level } });
      assert.deepEqual([(await named('anna'))?.length, (await named('stella'))?.length], [asker, steward], level);
      assert.equal((await ladder(id)).asked[0]?.count, 1);
    }
    await setMember('ben', { visibility: {} });
    assert.equal((await server.as('visitor').get(`/questions/${id}/ladder`)).status, 401);
  });

  test('an answer that is deleted lets the ladder go on', async () => {
    const { id } = await ask();
    const { body, etag } = await answer(id, 'ben');
    assert.equal((await server.as('ben').delete(`/answers/${body.id}`, etag)).status, 204);
    assert.equal((await question(id, 'ben')).viewer.asked?.outcome, null);
    assert.equal((await ladder(id)).state, 'asking');
  });
});

describe('an invitation', () => {
  const invite = (id: string, memberId: string, persona: Persona = 'anna') =>
    server.as(persona).post<Ladder & { errors: { code: string }[] }>(`/questions/${id}/invitations`, { memberId });

  test('is under no cap, is kept back by a break and by “never”, and is once', async () => {
    await setRules({ ladder: { weeklyCap: 0 } });
    const { id } = await ask();
    const { status, body } = await invite(id, server.ids.ben);
    assert.deepEqual([status, reasons(body), body.invitationsLeft], [201, ['invited - 1'], 4]);
    assert.deepEqual((await question(id, 'ben')).viewer.asked?.reason.by?.name, 'Anna Ek');
    assert.equal(codeOf(await invite(id, server.ids.ben)), 'not-now');
    assert.equal(codeOf(await invite(id, server.ids.anna)), 'self');
    assert.equal(codeOf(await invite(id, server.ids.anna, 'ben')), 'asker');
    assert.equal(codeOf(await invite(id, server.ids.fay)), 'unknown');
    assert.equal(codeOf(await invite(id, 'nobody')), 'unknown');
    await setMember('stella', { participation: 'break' });
    assert.equal(codeOf(await invite(id, server.ids.stella)), 'not-now');
    await setMember('stella', { participation: null, asksPerWeek: 0 });
    assert.equal(codeOf(await invite(id, server.ids.stella)), 'not-now');
    const said = async () => (await invite(id, server.ids.stella)).body.errors;
    const never = await said();
    await setMember('stella', { participation: 'break', asksPerWeek: null });
    assert.deepEqual(await said(), never, 'why is theirs to tell');
    assert.deepEqual((await invite(id, server.ids.ben)).body.errors, never);
    await setMember('stella', { participation: null });
    assert.equal((await server.as('ben').put(`/questions/${id}/declined`)).status, 200);
  });

  test('may go to five people a question, from each person', async () => {
    await setRules({ ladder: { weeklyCap: 0 } });
    const all = await newcomers(6, {});
    const { id } = await ask();
    for (const memberId of all.slice(0, 5)) assert.equal((await invite(id, memberId)).status, 201);
    assert.equal(codeOf(await invite(id, all[5] ?? '')), 'limit');
    assert.equal((await invite(id, all[5] ?? '', 'ben')).status, 201);
    await gone(all);
  });
});

describe('after accepting', () => {
  const accepted = async () => {
    const { id } = await ask();
    const { body } = await answer(id, 'ben');
    assert.equal((await server.as('anna').put(`/questions/${id}/accepted-answer`, { answerId: body.id })).status, 200);
    return { id, answerId: body.id };
  };
  const remind = async (persona: Persona = 'anna') => (await server.as(persona).get<{ items: Reminder[] }>('/reminders')).body.items;

  test('the asker is reminded once, and no more when they have said how it went', async () => {
    const { id, answerId } = await accepted();
    await at(167);
    assert.deepEqual(await remind(), []);
    await at(168);
    assert.deepEqual(
      (await remind()).map((one) => [one.kind, one.id, one.object.id]),
      [['tell', id, answerId]],
    );
    assert.deepEqual([(await waiting('anna')).reminders, (await waiting('ben')).reminders], [1, 0]);
    const [row] = await server.database.db.select().from(questions).where(eq(questions.id, id));
    await at(400);
    const [later] = await server.database.db.select().from(questions).where(eq(questions.id, id));
    assert.deepEqual(later?.remindedAt, row?.remindedAt);
    await server.as('anna').put(`/answers/${answerId}/use`, { outcome: 'worked' });
    assert.deepEqual(await remind(), []);
    // Taken back, it isn’t asked for again.
    await server.as('anna').delete(`/answers/${answerId}/use`);
    assert.deepEqual(await remind(), []);
  });

  test('nobody is reminded who has told before, wants none, or took the acceptance back', async () => {
    const told = await accepted();
    await server.as('anna').put(`/answers/${told.answerId}/use`, { outcome: 'adapted' });
    const taken = await accepted();
    await server.as('anna').delete(`/questions/${taken.id}/accepted-answer`);
    const dismissed = await accepted();
    assert.equal((await server.as('ben').delete(`/reminders/${dismissed.id}`)).status, 404);
    assert.equal((await server.as('anna').delete(`/reminders/${dismissed.id}`)).status, 204);
    await at(168);
    assert.deepEqual(await remind(), []);
    await setMember('anna', { reminders: false });
    server.setClock(NOON);
    await accepted();
    await at(200);
    assert.deepEqual(await remind(), []);
  });

  test('a new acceptance is a new reminder', async () => {
    const { id, answerId } = await accepted();
    await server.as('anna').delete(`/reminders/${id}`);
    const second = await answer(id, 'stella');
    await server.as('anna').put(`/questions/${id}/accepted-answer`, { answerId: second.body.id });
    await at(168);
    assert.deepEqual(
      (await remind()).map((one) => one.object.id),
      [second.body.id],
    );
    assert.notEqual(second.body.id, answerId);
    await server.as('anna').delete(`/reminders/${id}`);
  });

  test('what did not work is told to its author; where the author is not here, to the stewards; until they have seen it', async () => {
    const { answerId } = await accepted();
    await server.as('anna').put(`/answers/${answerId}/use`, { outcome: 'failed', context: 'in a group of forty' });
    const [flag] = await remind('ben');
    assert.deepEqual(
      [flag?.kind, flag?.object.id, flag?.use?.context, flag?.use?.member.name],
      ['failed', answerId, 'in a group of forty', 'Anna Ek'],
    );
    assert.deepEqual(await remind('stella'), []);
    assert.equal((await server.as('stella').delete(`/reminders/${flag?.id}`)).status, 404);
    assert.equal((await server.as('ben').delete(`/reminders/${flag?.id}`)).status, 204);
    assert.deepEqual(await remind('ben'), []);
    // Told anew, it is seen anew.
    await server.as('anna').put(`/answers/${answerId}/use`, { outcome: 'failed', context: 'outdoors' });
    assert.equal((await remind('ben')).length, 1);
    await server.database.db.delete(uses);
    await server.database.db.delete(identities).where(eq(identities.memberId, server.ids.ben));
    await server.as('anna').put(`/resources/${server.ids.resource}/use`, { outcome: 'failed', context: '' });
    assert.deepEqual(
      (await remind('stella')).map((one) => one.object.id),
      [server.ids.resource],
    );
    await server.database.db
      .insert(identities)
      .values({ communityId: COMMUNITY, issuer: 'demo', subject: 'ben', memberId: server.ids.ben });
    await server.database.db.delete(uses);
  });
});

describe('with time', () => {
  test('an answered question closes after the days that the community chose, an open one never', async () => {
    const answered = await ask();
    const open = await ask();
    await answer(answered.id, 'ben');
    const age = { updatedAt: NOON };
    await server.database.db.update(questions).set(age).where(eq(questions.id, answered.id));
    await server.database.db.update(questions).set(age).where(eq(questions.id, open.id));
    const closed = async ({ id }: Question) => (await question(id, 'anna')).closedAt !== null;
    await at(24 * 400);
    assert.equal(await closed(answered), false);
    server.setClock(NOON);
    await setRules({ autoCloseDays: 30 });
    await at(24 * 30 - 1);
    assert.equal(await closed(answered), false);
    await at(24 * 30);
    assert.deepEqual([await closed(answered), await closed(open)], [true, false]);
    const { viewer } = await question(answered.id, 'ben');
    assert.deepEqual([viewer.can.includes('answer'), viewer.can.includes('invite')], [false, false]);
  });

  test('stewards find what has come to the end of the ladder; nobody else does', async () => {
    const { id } = await ask();
    const found = async (persona: Persona) =>
      (await server.as(persona).get<{ items: Question[] }>('/questions?forStewards=true')).body.items.map((q) => q.id);
    assert.ok((await found('stella')).includes(id));
    assert.deepEqual([await found('anna'), await found('visitor')], [[], []]);
    assert.ok((await waiting('stella')).forStewards > 0);
    await answer(id, 'ben');
    assert.ok(!(await found('stella')).includes(id));
  });

  test('the usual wait is told from five answered questions on', async () => {
    server.setClock(null);
    await server.database.db
      .update(questions)
      .set({ sourceKey: 'elsewhere' + '' })
      .where(eq(questions.id, server.ids.question));
    await server.database.db.update(questions).set({ deletedAt: NOON }).where(eq(questions.communityId, COMMUNITY));
    await server.database.db.update(questions).set({ deletedAt: null }).where(eq(questions.id, server.ids.question));
    const { id } = await ask();
    for (let n = 0; n < 4; n += 1) await answer((await ask()).id, 'ben');
    assert.equal((await ladder(id)).wait, null);
    const fifth = await ask();
    await server.database.db
      .update(questions)
      .set({ createdAt: new Date(Date.now() - 3_600_000) })
      .where(eq(questions.id, fifth.id));
    await answer(fifth.id, 'ben');
    assert.deepEqual((await ladder(id)).wait, { medianHours: 0, n: 5 });
  });
});

/** People who can sign in. @returns their ids */
async function newcomers(n: number, change: Partial<typeof members.$inferInsert>): Promise<string[]> {
  const ids = Array.from({ length: n }, () => uuidv7());
  const { db } = server.database;
  await db.insert(members).values(ids.map((id, i) => ({ id, communityId: COMMUNITY, name: `Newcomer ${i}`, joinedAt: NOON, ...change })));
  await db.insert(identities).values(ids.map((id) => ({ communityId: COMMUNITY, issuer: 'test', subject: id, memberId: id })));
  return ids;
}

async function gone(ids: string[]): Promise<void> {
  for (const id of ids) await server.database.db.delete(members).where(eq(members.id, id));
}
