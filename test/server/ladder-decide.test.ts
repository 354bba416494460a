import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { decide, deadlineOf, ringTimes, type Candidate, type Ring } from '../../server/ladder/decide.js';
import { awakeAt } from '../../server/ladder/quiet.js';

const HOUR = 3_600_000;
const START = new Date('2026-03-02T12:00:00Z');
const time = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);
const quietHours = fc.option(fc.record({ from: time, to: time }));
const timeZone = fc.constantFrom(null, 'Europe/Berlin', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Apia');
const candidate = fc.record({ recent: fc.nat(5), asksPerWeek: fc.option(fc.nat(4)), quietHours, timeZone });
const rules = fc.record({
  hours: fc.array(fc.nat(48), { minLength: 4, maxLength: 4 }),
  size: fc.integer({ min: 1, max: 6 }),
  weeklyCap: fc.nat(4),
  remindAfterHours: fc.constant(168),
});
const asked = fc.array(fc.record({ ring: fc.integer({ min: 1, max: 4 }), declined: fc.boolean() }), { maxLength: 6 });
const situation = fc.record({
  rules,
  asked,
  step: fc.nat(4),
  late: fc.nat(120),
  pools: fc.tuple(...[1, 2, 3, 4].map(() => fc.array(candidate, { maxLength: 8 }))),
});
type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never;

async function decided({ rules: given, asked: before, step, late, pools }: Situation) {
  const now = new Date(START.getTime() + late * HOUR);
  const people = pools.map((pool, r) => pool.map((one, i): Candidate => ({ ...one, id: `${r + 1}-${i}`, reason: { kind: 'available' } })));
  const decision = await decide(now, { startedAt: START, step, asked: before }, given, (ring: Ring) => people[ring - 1] ?? []);
  const find = (id: string) => people.flat().find((one) => one.id === id) as Candidate;
  return { now, people, decision, find };
}

describe('the ladder', () => {
  test('asks nobody above a cap or in quiet hours, and no ring beyond its size', async () => {
    await fc.assert(
      fc.asyncProperty(situation, async (given) => {
        const { now, decision, find } = await decided(given);
        for (const { memberId, ring } of decision.asks) {
          const { recent, asksPerWeek, quietHours: quiet, timeZone: zone } = find(memberId);
          assert.ok(recent < given.rules.weeklyCap && (asksPerWeek === null || recent < asksPerWeek));
          assert.equal(awakeAt(now, quiet, zone).getTime(), now.getTime());
          assert.ok(ring <= decision.step && memberId.startsWith(`${ring}-`));
        }
        for (const ring of [1, 2, 3, 4]) {
          const standing = given.asked.filter((one) => one.ring === ring && !one.declined).length;
          const more = decision.asks.filter((one) => one.ring === ring).length;
          assert.ok(more === 0 || standing + more <= given.rules.size);
        }
        assert.equal(new Set(decision.asks.map(({ memberId }) => memberId)).size, decision.asks.length);
      }),
      { numRuns: 500 },
    );
  });

  test('passes over nobody who could be asked for one who is placed behind', async () => {
    await fc.assert(
      fc.asyncProperty(situation, async (given) => {
        const { now, people, decision } = await decided(given);
        for (const [r, pool] of people.entries()) {
          const may = pool.filter(
            ({ recent, asksPerWeek, quietHours: quiet, timeZone: zone }) =>
              recent < Math.min(given.rules.weeklyCap, asksPerWeek ?? 99) && awakeAt(now, quiet, zone).getTime() === now.getTime(),
          );
          const got = decision.asks.filter(({ ring }) => ring === r + 1).map(({ memberId }) => memberId);
          assert.deepEqual(
            got,
            may.slice(0, got.length).map(({ id }) => id),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  test('opens rings in their time, sooner while fewer than three are reached, and never goes back', async () => {
    await fc.assert(
      fc.asyncProperty(situation, async (given) => {
        const { now, people, decision } = await decided(given);
        const times = ringTimes(START, given.rules);
        const byTime = times.filter((at) => at <= now).length;
        assert.ok(decision.step >= given.step && decision.step >= byTime);
        const standing = given.asked.filter(({ declined }) => !declined).length + decision.asks.length;
        if (decision.step < 4 && standing < 3) {
          // Enough sleep in the open rings and wake before the next one opens anyway.
          const next = times[decision.step] as Date;
          const sleepers = people
            .slice(0, decision.step)
            .flat()
            .filter(({ quietHours: quiet, timeZone: zone }) => {
              const at = awakeAt(now, quiet, zone);
              return at > now && at < next;
            });
          assert.ok(standing + sleepers.length >= 3);
        }
        if (decision.dueAt) assert.ok(decision.dueAt > now);
        else assert.ok(decision.step === 4 && (standing >= 3 || now >= deadlineOf(START, given.rules)));
      }),
      { numRuns: 500 },
    );
  });
});

describe('quiet hours', () => {
  const at = (now: string, hours: { from: string; to: string } | null, zone: string | null) =>
    awakeAt(new Date(now), hours, zone).toISOString();
  test('are 22:00 to 07:00 in UTC for who says nothing', () => {
    assert.equal(at('2026-03-02T21:59:59Z', null, null), '2026-03-02T21:59:59.000Z');
    assert.equal(at('2026-03-02T22:00:30Z', null, null), '2026-03-03T07:00:00.000Z');
    assert.equal(at('2026-03-03T06:59:59Z', null, null), '2026-03-03T07:00:00.000Z');
    assert.equal(at('2026-03-03T07:00:00Z', null, null), '2026-03-03T07:00:00.000Z');
  });
  test('are in the member’s zone, also where the clock is set between', () => {
    assert.equal(at('2026-07-01T20:30:00Z', null, 'Europe/Berlin'), '2026-07-02T05:00:00.000Z');
    // Clocks go from 02:00 to 03:00 in the night of 29 March 2026, and back on 25 October.
    assert.equal(at('2026-03-28T22:30:00Z', null, 'Europe/Berlin'), '2026-03-29T05:00:00.000Z');
    assert.equal(at('2026-10-24T21:30:00Z', null, 'Europe/Berlin'), '2026-10-25T06:00:00.000Z');
    assert.equal(at('2026-03-28T23:30:00Z', { from: '22:00', to: '02:30' }, 'Europe/Berlin'), '2026-03-29T01:00:00.000Z');
  });
  test('may be in the middle of the day, or never', () => {
    assert.equal(at('2026-03-02T12:10:00Z', { from: '12:00', to: '13:00' }, null), '2026-03-02T13:00:00.000Z');
    assert.equal(at('2026-03-02T23:10:00Z', { from: '00:00', to: '00:00' }, null), '2026-03-02T23:10:00.000Z');
  });
  test('of any kind end at a moment that is not quiet, within a day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 366 * 24 * 60 }), fc.record({ from: time, to: time }), timeZone, (minutes, hours, zone) => {
        const now = new Date(Date.UTC(2026, 0, 1) + minutes * 60_000);
        const end = awakeAt(now, hours, zone);
        assert.ok(end >= now && end.getTime() - now.getTime() <= 26 * HOUR);
        assert.equal(awakeAt(end, hours, zone).getTime(), end.getTime());
      }),
      { numRuns: 2000 },
    );
  });
});
