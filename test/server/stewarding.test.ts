import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { startServer, type Harness, type Persona } from './harness.js';

interface View {
  id: string;
  title: string;
  kind: string;
  score: number;
  version: number;
  answerCount: number;
  commentCount: number;
  sameCount: number;
  closedAt: string | null;
  closedReason: string | null;
  closedNote: string | null;
  acceptedAnswerId: string | null;
  topics: { id: string; label: string }[];
  about: { url: string; title: string } | null;
  merged: { id: string; title: string; body: string; author: { name: string } | null }[];
  uses: { total: number };
  viewer: { same: boolean; can: string[] };
}
interface Page<T = View> {
  items: T[];
}

let server: Harness;
before(async () => {
  server = await startServer();
});
after(() => server.close());

const asking = { kind: 'problem', title: 'How do we end a sprint well?', body: 'It *drags on*.' };
async function ask(who: 'anna' | 'ben', change: object = {}) {
  const answer = await server.as(who).post<View>('/questions', { ...asking, ...change });
  assert.equal(answer.status, 201);
  return answer.body;
}
const reply = async (question: string, who: 'anna' | 'ben' | 'stella') =>
  (await server.as(who).post<{ id: string }>(`/questions/${question}/answers`, { body: `By ${who}.` })).body.id;
const question = async (id: string, who: Persona = 'visitor') => (await server.as(who).get<View>(`/questions/${id}`)).body;
const revisions = async (id: string) =>
  (
    await server
      .as('visitor')
      .get<Page<{ act: string | null; note: string | null; editor: { name: string } | null }>>(`/revisions?question=${id}`)
  ).body.items.map(({ act, note, editor }) => [act, editor?.name, note]);

describe('“same question here”', () => {
  test('counts once a person, not the asker, and finds the question among those followed', async () => {
    const { id } = await ask('anna');
    const ben = server.as('ben');
    assert.equal((await ben.put(`/questions/${id}/same`)).status, 200);
    const twice = await ben.put<View>(`/questions/${id}/same`);
    assert.deepEqual([twice.body.sameCount, twice.body.viewer.same], [1, true]);
    assert.deepEqual((await question(id)).viewer.same, false);
    assert.equal((await server.as('anna').put(`/questions/${id}/same`)).status, 403);
    assert.ok((await ben.get<Page>('/questions?followed=true')).body.items.some((q) => q.id === id));
    const back = await ben.delete<View>(`/questions/${id}/same`);
    assert.deepEqual([back.body.sameCount, back.body.viewer.same], [0, false]);
  });
});

describe('a question about a page', () => {
  test('is found by the page, whatever brought its reader there; secrets are not kept', async () => {
    const { id, about } = await ask('anna', {
      about: { url: 'https://me:pw@portal.example.org/leave/?page=2&utm_source=mail&access_token=abc&a=1#form', title: 'Leave' },
    });
    assert.deepEqual(about, { url: 'https://portal.example.org/leave/?a=1&page=2', title: 'Leave' });
    const found = async (url: string) =>
      (await server.as('visitor').get<Page>(`/questions?about=${encodeURIComponent(url)}`)).body.items.map((q) => q.id);
    assert.deepEqual(await found('https://portal.example.org/leave/?page=2&a=1&fbclid=9#top'), [id]);
    assert.deepEqual(await found('https://portal.example.org/leave/'), []);
  });

  test('has an address of the web', async () => {
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'leave', ''])
      assert.equal((await server.as('anna').post('/questions', { ...asking, about: { url, title: '' } })).status, 422, url);
    assert.equal((await server.as('visitor').get('/questions?about=javascript:1')).status, 422);
  });
});

describe('closing', () => {
  test('has a reason and a note, and is undone', async () => {
    const { id } = await ask('anna');
    assert.equal((await server.as('ben').put(`/questions/${id}/closing`, { reason: 'other' })).status, 403);
    const closed = await server
      .as('stella')
      .put<View>(`/questions/${id}/closing`, { reason: 'outdated', note: 'We have no sprints any more.' });
    assert.deepEqual([closed.body.closedReason, closed.body.closedNote], ['outdated', 'We have no sprints any more.']);
    assert.equal((await server.as('ben').post(`/questions/${id}/answers`, { body: 'Late.' })).status, 403);
    assert.equal((await server.as('anna').delete(`/questions/${id}/closing`)).status, 403, 'what a steward has closed');
    const open = await server.as('stella').delete<View>(`/questions/${id}/closing`);
    assert.deepEqual([open.body.closedAt, open.body.closedReason, open.body.closedNote], [null, null, null]);
    assert.deepEqual(await revisions(id), [
      ['reopened', 'Stella Marin', null],
      ['closed', 'Stella Marin', 'We have no sprints any more.'],
      [null, 'Anna Ek', null],
    ]);
  });

  test('is the asker’s too, for their own', async () => {
    const { id } = await ask('anna');
    assert.equal((await server.as('anna').put(`/questions/${id}/closing`, { reason: 'answered' })).status, 200);
    assert.equal((await server.as('anna').delete(`/questions/${id}/closing`)).status, 200);
  });
});

describe('moving', () => {
  test('a steward puts a question in its place; it is not told as a new text', async () => {
    const { id, version } = await ask('anna');
    const moved = await server
      .as('stella')
      .patch<View & { editedAt: string | null }>(`/questions/${id}`, { kind: 'experience', topics: ['Sprints'] }, `"${version}"`);
    assert.deepEqual([moved.status, moved.body.kind, moved.body.topics[0]?.id, moved.body.editedAt], [200, 'experience', 'sprints', null]);
    assert.deepEqual((await revisions(id))[0], ['moved', 'Stella Marin', null]);
    const feed = await server.as('visitor').get<Page<{ type: string; object: { id: string } }>>('/activities?limit=100');
    assert.deepEqual(
      feed.body.items.filter(({ object }) => object.id === id).map(({ type }) => type),
      ['asked'],
    );
  });
});

describe('merging', () => {
  async function two() {
    const [from, into] = [await ask('ben', { title: 'How can a sprint come to an end?' }), await ask('anna')];
    const [a, b] = [await reply(from.id, 'stella'), await reply(from.id, 'anna')];
    await reply(into.id, 'ben');
    for (const [who, id] of [
      ['anna', from.id],
      ['stella', from.id],
      ['stella', into.id],
    ] as const)
      await server.as(who).put(`/questions/${id}/vote`, { value: 1 });
    await server.as('ben').post('/comments', { object: { type: 'question', id: from.id }, body: 'On the question.' });
    await server.as('ben').post('/comments', { object: { type: 'answer', id: a }, body: 'On the answer.' });
    await server.as('stella').put(`/follows/question/${from.id}`);
    await server.as('stella').put(`/questions/${from.id}/same`);
    await server.as('ben').put(`/answers/${a}/use`, { outcome: 'worked', context: 'in a team of five' });
    await server.as('ben').put(`/questions/${from.id}/accepted-answer`, { answerId: b });
    return { from, into, a, b };
  }

  test('loses nothing, and the old address leads to the new one', async () => {
    const { from, into, a, b } = await two();
    const merged = await server.as('stella').put<View>(`/questions/${from.id}/merge`, { into: into.id, note: 'The same, said twice.' });
    assert.equal(merged.status, 200);
    const q = merged.body;
    // Stella voted on both: one vote a person. Anna asked this one: her vote does not count on it.
    assert.deepEqual([q.id, q.answerCount, q.commentCount, q.score, q.uses.total, q.acceptedAnswerId], [into.id, 3, 1, 1, 1, b]);
    // Stella, and Ben who asked the other.
    assert.equal(q.sameCount, 2);
    assert.deepEqual(
      q.merged.map(({ id, title, body, author }) => [id, title, body, author?.name]),
      [[from.id, from.title, 'It *drags on*.', 'Ben Okafor']],
    );
    assert.equal((await question(from.id)).id, into.id, 'the old address');
    for (const path of ['answers', 'ladder'])
      assert.deepEqual(
        (await server.as('ben').get(`/questions/${from.id}/${path}`)).body,
        (await server.as('ben').get(`/questions/${into.id}/${path}`)).body,
        path,
      );
    assert.equal((await server.as('visitor').get<Page>(`/comments?thread=${from.id}`)).body.items.length, 2);
    const answers = await server.as('visitor').get<Page<{ id: string }>>(`/questions/${into.id}/answers`);
    assert.ok([a, b].every((id) => answers.body.items.some((one) => one.id === id)));
    assert.equal((await server.as('visitor').get<Page>(`/comments?thread=${into.id}`)).body.items.length, 2);
    const followed = await server.as('stella').get<{ follows: { object: { id: string } }[] }>('/follows');
    assert.ok(followed.body.follows.some(({ object }) => object.id === into.id));
    const listed = await server.as('visitor').get<Page>('/questions?limit=100');
    assert.ok(!listed.body.items.some(({ id }) => id === from.id));
    const feed = await server.as('visitor').get<Page<{ object: { id: string }; target: { id: string } | null }>>('/activities?limit=100');
    assert.ok(
      feed.body.items.some(({ object, target }) => object.id === a && target?.id === into.id),
      'the feed leads to the new place',
    );
    assert.deepEqual((await revisions(into.id))[0], ['merged', 'Stella Marin', 'The same, said twice.']);
  });

  test('is taken apart again; what was written since stays', async () => {
    const { from, into, b } = await two();
    await server.as('stella').put(`/questions/${from.id}/merge`, { into: into.id });
    await reply(into.id, 'anna');
    assert.equal((await server.as('ben').delete(`/questions/${from.id}/merge`)).status, 403);
    const back = await server.as('stella').delete<View>(`/questions/${from.id}/merge`);
    assert.deepEqual(
      [back.status, back.body.id, back.body.answerCount, back.body.score, back.body.sameCount, back.body.acceptedAnswerId],
      [200, from.id, 2, 2, 1, b],
    );
    const kept = await question(into.id);
    assert.deepEqual(
      [kept.answerCount, kept.score, kept.sameCount, kept.commentCount, kept.acceptedAnswerId, kept.merged.length],
      [2, 1, 0, 0, null, 0],
    );
    assert.equal((await server.as('stella').delete(`/questions/${from.id}/merge`)).status, 404);
  });

  test('gives back what is kept for later, whom it asked for help, and what is reported of it', async () => {
    const [from, into] = [await ask('anna'), await ask('anna', { title: 'How do we begin a sprint well?' })];
    const [ben, stella] = [server.as('ben'), server.as('stella')];
    await ben.put(`/saves/question/${from.id}`);
    await stella.put(`/saves/question/${into.id}`);
    await server.as('anna').post(`/questions/${from.id}/invitations`, { memberId: server.ids.ben });
    await ben.post('/reports', { object: { type: 'question', id: from.id }, reason: 'wrong' });
    const saved = async () => (await ben.get<{ saves: { object: { id: string } }[] }>('/saves')).body.saves.map(({ object }) => object.id);
    const asked = async () => (await ben.get<Page>('/questions?forMe=true&limit=100')).body.items.map(({ id }) => id);
    const reports = async (id: string) =>
      (await stella.get<Page<{ object: { id: string; title: string } }>>(`/reports?thread=${id}`)).body.items.map(
        ({ object }) => object.id,
      );
    const reported = async () => (await stella.get<Page>('/questions?reported=true&limit=100')).body.items.map(({ id }) => id);
    await stella.put(`/questions/${from.id}/merge`, { into: into.id });
    assert.ok((await saved()).includes(into.id) && !(await saved()).includes(from.id));
    assert.ok((await asked()).includes(into.id));
    assert.deepEqual(await reports(into.id), [from.id], 'a report is read where the question is read now');
    assert.ok((await reported()).includes(into.id));
    await stella.delete(`/questions/${from.id}/merge`);
    assert.ok((await saved()).includes(from.id) && !(await saved()).includes(into.id));
    assert.ok((await asked()).includes(from.id) && !(await asked()).includes(into.id));
    assert.deepEqual([await reports(from.id), await reports(into.id)], [[from.id], []]);
    assert.ok((await reported()).includes(from.id) && !(await reported()).includes(into.id));
    const stellas = (await stella.get<{ saves: { object: { id: string } }[] }>('/saves')).body.saves.map(({ object }) => object.id);
    assert.ok(stellas.includes(into.id), 'her own stays');
    const [report] = (await stella.get<Page<{ id: string }>>(`/reports?thread=${from.id}`)).body.items;
    assert.equal((await stella.put(`/reports/${report?.id}/closing`)).status, 204);
  });

  test('follows a chain, and refuses what is no other question', async () => {
    const [a, b, c] = [await ask('anna'), await ask('anna'), await ask('anna')];
    const stella = server.as('stella');
    await stella.put(`/questions/${a.id}/merge`, { into: b.id });
    await stella.put(`/questions/${b.id}/merge`, { into: c.id });
    assert.equal((await question(a.id)).id, c.id);
    for (const into of [c.id, 'x', server.ids.foreignQuestion, a.id])
      assert.equal((await stella.put(`/questions/${c.id}/merge`, { into })).status, 422, into);
    assert.equal((await server.as('anna').put(`/questions/${c.id}/merge`, { into: server.ids.question })).status, 403);
  });
});

describe('reports', () => {
  test('reach the stewards, once a person, until one has seen to them', async () => {
    const { id } = await ask('anna');
    const ben = server.as('ben');
    const report = { object: { type: 'question', id }, reason: 'rude', note: 'The tone.' };
    assert.equal((await ben.post('/reports', report)).status, 204);
    assert.equal((await ben.post('/reports', { ...report, reason: 'spam' })).status, 204);
    assert.equal((await server.as('anna').post('/reports', report)).status, 409, 'one’s own');
    assert.equal((await ben.post('/reports', { ...report, object: { type: 'answer', id } })).status, 422);
    assert.equal((await ben.get('/reports')).status, 403);
    const stella = server.as('stella');
    const open = await stella.get<Page<{ id: string; reason: string; note: string; member: { name: string } }>>(`/reports?thread=${id}`);
    assert.deepEqual(
      open.body.items.map(({ reason, note, member }) => [reason, note, member.name]),
      [['spam', 'The tone.', 'Ben Okafor']],
    );
    const reported = async () => (await stella.get<Page>('/questions?reported=true')).body.items.map((q) => q.id);
    assert.deepEqual(await reported(), [id]);
    assert.equal((await ben.get('/questions?reported=true')).status, 403);
    const path = `/reports/${open.body.items[0]?.id}/closing`;
    assert.equal((await stella.put(path)).status, 204);
    assert.deepEqual(await reported(), []);
    assert.equal((await stella.delete(path)).status, 204);
    assert.deepEqual(await reported(), [id]);
  });
});

describe('a thread that helps', () => {
  test('becomes a draft guide, with who wrote what', async () => {
    const { id } = await ask('anna', { topics: ['Sprints'] });
    const answer = await reply(id, 'ben');
    await server.as('anna').put(`/questions/${id}/accepted-answer`, { answerId: answer });
    assert.equal((await server.as('anna').post(`/questions/${id}/guide`)).status, 403);
    const { status, body } = await server.as('stella').post<{ resource: { id: string } }>(`/questions/${id}/guide`);
    assert.equal(status, 201);
    const guide = await server
      .as('stella')
      .get<{ kind: string; description: string; topics: { id: string }[] }>(`/resources/${body.resource.id}`);
    assert.deepEqual([guide.body.kind, guide.body.topics.map((t) => t.id)], ['guide', ['sprints']]);
    assert.match(
      guide.body.description,
      /## The situation\n\nIt \*drags on\*\.\n\n## What helped\n\nBy ben\.\n\n— \[@Ben Okafor\]\(member:[\w-]+\)/,
    );
  });

  test('is thanked for, once a steward, and that is taken back', async () => {
    const { id } = await ask('anna');
    const answer = await reply(id, 'ben');
    const stella = server.as('stella');
    await stella.put(`/answers/${answer}/thanks`, { note: 'For the closing round.' });
    await stella.put(`/answers/${answer}/thanks`, { note: 'For the closing round, and the cards.' });
    const thanks = async () =>
      (await server.as('visitor').get<Page<{ summary: string; object: { id: string } }>>('/activities?type=thanked&limit=100')).body.items
        .filter(({ object }) => object.id === answer)
        .map(({ summary }) => summary);
    assert.deepEqual(await thanks(), ['For the closing round, and the cards.']);
    assert.equal((await server.as('anna').put(`/answers/${answer}/thanks`, { note: 'Me too.' })).status, 403);
    await stella.delete(`/answers/${answer}/thanks`);
    assert.deepEqual(await thanks(), []);
  });
});

describe('topics', () => {
  test('have other words, which lead to them wherever they are written', async () => {
    const stella = server.as('stella');
    await ask('anna', { topics: ['Moderation'] });
    const set = await stella.patch<{ aliases: string[] }>(
      '/topics/moderation',
      { label: 'Facilitation of groups', aliases: ['Hosting', 'Facilitating'] },
      null,
    );
    assert.deepEqual([set.status, set.body.aliases], [200, ['Facilitating', 'Hosting']]);
    assert.equal((await server.as('anna').patch('/topics/moderation', { aliases: [] }, null)).status, 403);
    assert.equal((await stella.patch('/topics/moderation', { aliases: ['Retrospectives'] }, null)).status, 422, 'a topic of its own');
    const { topics } = await ask('anna', { topics: ['hosting', 'Moderation'] });
    assert.deepEqual(topics, [{ id: 'moderation', label: 'Facilitation of groups' }]);
    const offered = await server.as('visitor').get<Page<{ id: string; aliases: string[] }>>('/topics?q=host');
    assert.deepEqual(
      offered.body.items.map((t) => [t.id, t.aliases]),
      [['moderation', ['Facilitating', 'Hosting']]],
    );
  });

  test('merge in one step: everything moves, and the old id still finds it', async () => {
    const stella = server.as('stella');
    const { id } = await ask('anna', { topics: ['Retros', 'Retrospectives', 'Teams'] });
    const other = await ask('anna', { topics: ['Retros'] });
    await server.as('ben').put('/follows/topic/retros');
    const merged = await stella.put<{ id: string; aliases: string[] }>('/topics/retros/merge', { into: 'retrospectives' });
    assert.deepEqual([merged.status, merged.body.id, merged.body.aliases], [200, 'retrospectives', ['Retros']]);
    assert.deepEqual(
      (await question(id)).topics.map((t) => t.id),
      ['retrospectives', 'teams'],
    );
    const found = async (topic: string) =>
      (await server.as('visitor').get<Page>(`/questions?topic=${topic}&limit=100`)).body.items.map((q) => q.id);
    assert.ok((await found('retros')).includes(other.id));
    assert.deepEqual(await found('retros'), await found('retrospectives'));
    const followed = await server.as('ben').get<{ follows: { object: { id: string } }[] }>('/follows');
    assert.deepEqual(
      followed.body.follows.map(({ object }) => object.id),
      ['retrospectives'],
    );
    assert.equal((await stella.put('/topics/retros/merge', { into: 'teams' })).status, 404);
    assert.equal((await stella.put('/topics/teams/merge', { into: 'teams' })).status, 422);
    assert.equal((await server.as('anna').put('/topics/teams/merge', { into: 'retrospectives' })).status, 403);
  });

  test('are taken apart again: each has what it had, and what was written since stays', async () => {
    const stella = server.as('stella');
    const labels = async (id: string) => (await question(id)).topics.map((t) => t.label);
    const alone = await ask('anna', { topics: ['Stand-ups', 'Time'] });
    const both = await ask('anna', { topics: ['Dailies', 'Time', 'Stand-ups'] });
    const target = await ask('anna', { topics: ['Dailies'] });
    const { body: resource } = await server
      .as('anna')
      .post<{ id: string }>('/resources', { kind: 'guide', title: 'On your feet', url: 'https://example.org/feet', topics: ['Stand-ups'] });
    await server.as('ben').put('/follows/topic/stand-ups');
    await server.as('anna').put('/follows/topic/stand-ups');
    await server.as('anna').put('/follows/topic/dailies');
    await stella.patch('/topics/stand-ups', { aliases: ['Huddles'] }, null);
    assert.equal((await stella.put('/topics/stand-ups/merge', { into: 'dailies' })).status, 200);
    const since = await ask('anna', { topics: ['Stand-ups'] });
    assert.deepEqual(await labels(both.id), ['Dailies', 'Time']);
    await stella.patch('/topics/dailies', { aliases: ['Stand-ups', 'Huddles', 'Daily scrums'] }, null);
    assert.equal((await server.as('anna').delete('/topics/stand-ups/merge')).status, 403);
    const apart = await stella.delete<{ id: string; label: string; aliases: string[] }>('/topics/stand-ups/merge');
    assert.deepEqual([apart.status, apart.body], [200, { id: 'stand-ups', label: 'Stand-ups', aliases: ['Huddles'] }]);
    assert.deepEqual(await labels(alone.id), ['Stand-ups', 'Time']);
    assert.deepEqual(await labels(both.id), ['Dailies', 'Time', 'Stand-ups']);
    assert.deepEqual(await labels(target.id), ['Dailies']);
    assert.deepEqual(await labels(since.id), ['Dailies'], 'written since');
    const { body: back } = await server.as('visitor').get<{ topics: { id: string }[] }>(`/resources/${resource.id}`);
    assert.deepEqual(
      back.topics.map(({ id }) => id),
      ['stand-ups'],
    );
    const followed = async (who: Persona) =>
      (await server.as(who).get<{ follows: { object: { id: string } }[] }>('/follows')).body.follows.map(({ object }) => object.id);
    const bens = await followed('ben');
    assert.ok(bens.includes('stand-ups') && !bens.includes('dailies'));
    const annas = await followed('anna');
    assert.ok(annas.includes('stand-ups') && annas.includes('dailies'));
    assert.equal((await stella.delete('/topics/stand-ups/merge')).status, 404);
    assert.equal((await stella.delete('/topics/huddles/merge')).status, 404, 'a word that never was a topic');
  });
});

describe('what stewards look for', () => {
  test('finds what is long untouched: open, not settled, and nothing new for thirty days', async () => {
    const days = (n: number) => new Date(Date.now() + n * 86_400_000);
    const [old, answered, settled, closed] = [await ask('anna'), await ask('anna'), await ask('anna'), await ask('anna')];
    await reply(answered.id, 'ben');
    const helped = await reply(settled.id, 'ben');
    assert.equal((await server.as('anna').put(`/questions/${settled.id}/accepted-answer`, { answerId: helped })).status, 200);
    await server.as('anna').put(`/questions/${closed.id}/closing`, { reason: 'other' });
    const untouched = async () =>
      (await server.as('stella').get<Page>('/questions?untouched=true&limit=100')).body.items.map(({ id }) => id);
    const mine = [old.id, answered.id, settled.id, closed.id];
    server.setClock(days(29));
    assert.ok(!(await untouched()).some((id) => mine.includes(id)));
    server.setClock(days(31));
    assert.deepEqual(
      (await untouched()).filter((id) => mine.includes(id)),
      [answered.id, old.id],
    );
    server.setClock(null);
  });

  test('names the topics of open questions on which nobody offers help', async () => {
    const { id } = await ask('anna', { topics: ['Glassblowing', 'Kilns'] });
    await ask('anna', { topics: ['Glassblowing'] });
    const stella = server.as('stella');
    const topics = async () => {
      const { body } = await stella.get<Page<{ label: string; count: number }>>('/topics?unhelped=true&limit=100');
      return body.items.filter(({ label }) => ['Glassblowing', 'Kilns'].includes(label)).map(({ label, count }) => [label, count]);
    };
    assert.deepEqual(await topics(), [
      ['Glassblowing', 2],
      ['Kilns', 1],
    ]);
    for (const who of ['visitor', 'ben'] as const) {
      const { status } = await server.as(who).get('/topics?unhelped=true');
      assert.ok(status === 401 || status === 403, who);
    }
    await server.as('ben').patch(`/members/${server.ids.ben}`, { offers: ['Glassblowing'] }, '*');
    assert.deepEqual(await topics(), [['Kilns', 1]]);
    await server.as('ben').patch(`/members/${server.ids.ben}`, { visibility: { offers: 'nobody' } }, '*');
    assert.equal((await topics()).length, 2, 'what is kept to oneself is not told');
    await server.as('ben').patch(`/members/${server.ids.ben}`, { visibility: { offers: 'everyone' }, offers: [] }, '*');
    await reply(id, 'ben');
    assert.deepEqual(await topics(), [['Glassblowing', 1]]);
  });
});
