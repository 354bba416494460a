import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DEFAULT_RULES } from '../../server/rules.js';
import { OTHER_COMMUNITY, startServer, type Harness } from './harness.js';

interface Community {
  name: string;
  description: string;
  rules: typeof DEFAULT_RULES;
  profileFields: { id: string }[];
}
interface Refused {
  errors: { pointer: string; code: string }[];
}

let server: Harness;
before(async () => {
  server = await startServer();
});
after(() => server.close());

const read = async () => (await server.as('visitor').get<Community>('')).body;
const set = <T = Community>(change: unknown) => server.as('stella').patch<T>('', change, null);

test('a community that has agreed on nothing has the default rules', async () => {
  assert.deepEqual((await read()).rules, DEFAULT_RULES);
});

test('stewards set rules one by one; what is not named stays', async () => {
  assert.equal((await set({ rules: { anonymousQuestions: true, ladder: { size: 4 } } })).status, 200);
  const { body } = await set({ rules: { ladder: { hours: [1, 2, 3, 4] }, autoCloseDays: 30 } });
  const expected = {
    ...DEFAULT_RULES,
    anonymousQuestions: true,
    autoCloseDays: 30,
    ladder: { ...DEFAULT_RULES.ladder, size: 4, hours: [1, 2, 3, 4] },
  };
  assert.deepEqual(body.rules, expected);
  assert.deepEqual((await read()).rules, expected);
  assert.deepEqual((await set({ rules: { autoCloseDays: null } })).body.rules.autoCloseDays, null);
});

test('stewards who set different rules at the same time both have their way', async () => {
  await Promise.all([set({ rules: { reviewMonths: 6 } }), set({ rules: { ladder: { weeklyCap: 1 } } }), set({ description: 'Together' })]);
  const now = await read();
  assert.deepEqual([now.rules.reviewMonths, now.rules.ladder.weeklyCap, now.description], [6, 1, 'Together']);
});

test('a rule out of its range is refused with its place', async () => {
  const wrong: [unknown, string][] = [
    [{ rules: { ladder: { hours: [0, 24, 24] } } }, '/rules/ladder/hours'],
    [{ rules: { ladder: { hours: [0, -1, 24, 24] } } }, '/rules/ladder/hours/1'],
    [{ rules: { ladder: { size: 0 } } }, '/rules/ladder/size'],
    [{ rules: { ladder: { weeklyCap: 51 } } }, '/rules/ladder/weeklyCap'],
    [{ rules: { autoCloseDays: 0 } }, '/rules/autoCloseDays'],
    [{ rules: { reviewMonths: 1.5 } }, '/rules/reviewMonths'],
    [{ name: '  ' }, '/name'],
    [{ rules: { anonymusQuestions: true } }, '/rules'],
    [{ rules: { ladder: { cap: 1 } } }, '/rules/ladder'],
    [{ profileFields: [{ id: 'Team', label: 'Team', type: 'text' }] }, '/profileFields/0/id'],
    [{ profileFields: [{ id: 'team', label: 'Team', type: 'choice', options: ['One'] }] }, '/profileFields/0/options'],
    [
      {
        profileFields: [
          { id: 'team', label: 'Team', type: 'text' },
          { id: 'team', label: 'Unit', type: 'text' },
        ],
      },
      '/profileFields/1/id',
    ],
  ];
  for (const [change, pointer] of wrong) {
    const { status, body } = await set<Refused>(change);
    assert.deepEqual([status, body.errors[0]?.pointer], [422, pointer], JSON.stringify(change));
  }
});

test('the list of profile fields is set as a whole', async () => {
  const field = (id: string) => ({ id, label: id, type: 'text' });
  await set({ profileFields: [field('team'), field('office')] });
  assert.deepEqual((await read()).profileFields, [field('team'), field('office')]);
  await set({ profileFields: [field('office')] });
  assert.deepEqual((await read()).profileFields, [field('office')]);
});

test('rules are their own community’s, and only its stewards set them', async () => {
  assert.equal((await server.as('ben').patch('', { name: 'Ben’s' }, null)).status, 403);
  assert.equal((await server.as('visitor').patch('', { name: 'Nobody’s' }, null)).status, 401);
  // Stella is a member there.
  assert.equal((await server.as('stella', OTHER_COMMUNITY).patch('', { name: 'Hers' }, null)).status, 403);
  assert.deepEqual((await server.as('visitor', OTHER_COMMUNITY).get<Community>('')).body.rules, DEFAULT_RULES);
});

test('when and how often one is asked is for oneself alone to see', async () => {
  type Settings = { quietHours: unknown; asksPerWeek: number | null; reminders: boolean | null };
  const path = `/members/${server.ids.anna}`;
  const { etag, body: before } = await server.as('anna').get<Settings>(path);
  assert.deepEqual([before.quietHours, before.asksPerWeek, before.reminders], [null, null, true]);
  const mine = { quietHours: { from: '20:00', to: '08:30' }, asksPerWeek: 0, reminders: false };
  const { status, body } = await server.as('anna').patch<Settings>(path, mine, etag);
  assert.deepEqual([status, body.quietHours, body.asksPerWeek, body.reminders], [200, mine.quietHours, 0, false]);
  for (const persona of ['ben', 'stella', 'visitor'] as const) {
    const { quietHours, asksPerWeek, reminders } = (await server.as(persona).get<Settings>(path)).body;
    assert.deepEqual([quietHours, asksPerWeek, reminders], [null, null, null], persona);
  }
  const refused = await server.as('anna').patch<Refused>(path, { quietHours: { from: '24:00', to: '7:00' } }, '*');
  assert.deepEqual(
    refused.body.errors.map(({ pointer }) => pointer),
    ['/quietHours/from', '/quietHours/to'],
  );
});
