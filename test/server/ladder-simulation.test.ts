import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { eq, sql } from 'drizzle-orm';
import { insertAnswer } from '../../server/store/answers.js';
import { findCommunity, type CommunityRow } from '../../server/store/communities.js';
import { rows, type Db } from '../../server/store/database.js';
import { decline, settleHelp } from '../../server/store/help-requests.js';
import { runLadders, startLadder } from '../../server/store/ladder.js';
import { communities, identities, members, questions } from '../../server/store/schema.js';
import { freshDatabase } from './harness.js';

/*
 * Six weeks of a community on a test clock: 300 members, 500 questions, on the real database with the real job. Beside it, the same six weeks
 * in plain arrays by other code (`Oracle`, which imports nothing of the ladder): both must ask the same people at the same times.
 */

const COMMUNITY = 'simulated';
const RULES = { hours: [0, 12, 12, 24], size: 3, weeklyCap: 3 };
const MEMBERS = 300;
const QUESTIONS = 500;
const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
const START = Date.parse('2026-02-02T00:00:00Z');
const SPAN = 6 * WEEK;
const TOPICS = [
  'feedback',
  'retrospectives',
  'conflict',
  'remote',
  'hiring',
  'goals',
  'onboarding',
  'facilitation',
  'mentoring',
  'strategy',
];
/** Minutes before UTC; none changes its clock in these weeks. */
const ZONES: [string | null, number][] = [
  [null, 0],
  ['Europe/Berlin', 60],
  ['Asia/Tokyo', 540],
  ['America/Sao_Paulo', -180],
  ['Asia/Kolkata', 330],
];

/** Numbers from 0 to 1 that are the same for the same words. */
const chance = (...words: (string | number)[]) => createHash('md5').update(words.join('|')).digest().readUInt32BE(0) / 2 ** 32;
const pick = <T>(list: readonly T[], ...words: (string | number)[]): T => list[Math.floor(chance(...words) * list.length)] as T;
const some = (count: number, ...words: (string | number)[]) => [
  ...new Set(Array.from({ length: count }, (_, i) => pick(TOPICS, ...words, i))),
];
const idOf = (kind: string, n: number) => {
  const hex = createHash('md5').update(`${kind} ${n}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

interface Person {
  id: string;
  offers: string[];
  topics: string[];
  participation: 'core' | 'active' | 'peripheral' | 'break' | null;
  listed: boolean;
  joined: boolean;
  signsIn: boolean;
  steward: boolean;
  asksPerWeek: number | null;
  quiet: [number, number] | null;
  zone: [string | null, number];
}
function person(seed: string, n: number): Person {
  const c = (what: string) => chance(seed, what, n);
  const level = c('level');
  const own = c('quiet');
  return {
    id: idOf(`${seed} member`, n),
    offers: c('offers') < 0.35 ? some(2, seed, 'offers', n) : [],
    topics: c('topics') < 0.6 ? some(3, seed, 'topics', n) : [],
    participation: level < 0.1 ? 'break' : level < 0.25 ? 'peripheral' : level < 0.5 ? 'active' : level < 0.6 ? 'core' : null,
    listed: c('listed') > 0.04,
    joined: c('joined') > 0.04,
    signsIn: c('signs') > 0.06,
    steward: n < 5,
    asksPerWeek: c('limit') < 0.15 ? pick([0, 1, 2], seed, 'limits', n) : null,
    quiet: own < 0.1 ? [1080, 600] : own < 0.15 ? [540, 720] : own < 0.2 ? [0, 0] : null,
    zone: pick(ZONES, seed, 'zone', n),
  };
}
interface Asking {
  id: string;
  at: number;
  author: number;
  topics: string[];
}
const asking = (seed: string, n: number): Asking => ({
  id: idOf(`${seed} question`, n),
  at: START + Math.floor((SPAN * n) / QUESTIONS) + Math.floor(chance(seed, 'at', n) * HOUR),
  author: Math.floor(chance(seed, 'author', n) * MEMBERS),
  topics: chance(seed, 'none', n) < 0.08 ? [] : some(2, seed, 'asks', n),
});
/** What somebody does who is asked, and after how long: most do nothing. */
function response(seed: string, question: number, member: number): { does: 'answers' | 'declines'; after: number } | null {
  const c = chance(seed, 'does', question, member);
  const after = Math.floor((0.2 + 20 * chance(seed, 'after', question, member)) * HOUR);
  return c < 0.17 ? { does: 'answers', after } : c < 0.25 ? { does: 'declines', after } : null;
}

interface Ask {
  at: number;
  question: number;
  member: number;
  ring: number;
}
const told = (asks: Ask[]) =>
  asks.map(({ at, question, member, ring }) => `${new Date(at).toISOString()} q${question} m${member} r${ring}`).sort();

interface World {
  seed: string;
  people: Person[];
  asked: Asking[];
}
const world = (seed: string): World => ({
  seed,
  people: Array.from({ length: MEMBERS }, (_, n) => person(seed, n)),
  asked: Array.from({ length: QUESTIONS }, (_, n) => asking(seed, n)).sort((a, b) => a.at - b.at),
});

/** The six weeks on the database. What happens at the same moment: asking, then answers and refusals, then what is due. */
async function simulate(db: Db, { seed, people, asked }: World): Promise<Ask[]> {
  const community = await populate(db, people);
  const memberOf = new Map(people.map(({ id }, n) => [id, n]));
  const questionOf = new Map(asked.map(({ id }, n) => [id, n]));
  const asks: Ask[] = [];
  const replies: { at: number; question: number; member: number; does: string }[] = [];
  const notice = async () => {
    const found = await rows<{ question: string; member: string; ring: number; at: string }>(
      db,
      sql`select question_id as question, member_id as member, ring, to_char(asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
        from help_requests order by asked_at, id offset ${asks.length}`,
    );
    for (const one of found) {
      const ask = {
        at: Date.parse(one.at),
        question: questionOf.get(one.question) ?? -1,
        member: memberOf.get(one.member) ?? -1,
        ring: one.ring,
      };
      asks.push(ask);
      const reply = response(seed, ask.question, ask.member);
      if (reply) replies.push({ at: ask.at + reply.after, question: ask.question, member: ask.member, does: reply.does });
    }
    replies.sort((a, b) => a.at - b.at || a.question - b.question || a.member - b.member);
  };
  let next = 0;
  for (;;) {
    const [due] = await rows<{ at: string | null }>(
      db,
      sql`select to_char(min(ladder_due_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from questions where ladder_due_at is not null`,
    );
    const now = Math.min(asked[next]?.at ?? Infinity, replies[0]?.at ?? Infinity, due?.at ? Date.parse(due.at) : Infinity);
    if (now === Infinity) return asks;
    const question = asked[next];
    const reply = replies[0];
    if (question?.at === now) {
      await ask(db, community, question, people[question.author]?.id ?? '', new Date(now));
      next += 1;
    } else if (reply?.at === now) {
      replies.shift();
      await respond(db, community, asked[reply.question]?.id ?? '', people[reply.member]?.id ?? '', reply.does, new Date(now));
    } else await runLadders(db, new Date(now));
    await notice();
  }
}

async function populate(db: Db, people: readonly Person[]): Promise<CommunityRow> {
  await db.insert(communities).values({ id: COMMUNITY, name: 'Simulated', rules: { ladder: RULES } });
  const time = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  await db.insert(members).values(
    people.map((p, n) => ({
      id: p.id,
      communityId: COMMUNITY,
      name: `Member ${n}`,
      offers: p.offers,
      topics: p.topics,
      participation: p.participation,
      listed: p.listed,
      joinedAt: p.joined ? new Date(START) : null,
      role: p.steward ? ('steward' as const) : ('member' as const),
      asksPerWeek: p.asksPerWeek,
      quietHours: p.quiet && { from: time(p.quiet[0]), to: time(p.quiet[1]) },
      timeZone: p.zone[0],
    })),
  );
  const known = people.filter((p) => p.signsIn);
  await db.insert(identities).values(known.map(({ id }) => ({ communityId: COMMUNITY, issuer: 'test', subject: id, memberId: id })));
  const community = await findCommunity(db, COMMUNITY);
  assert.ok(community);
  return community;
}

const ask = (db: Db, community: CommunityRow, { id, topics }: Asking, authorId: string, now: Date) =>
  db.transaction(async (tx) => {
    const text = { title: 'A question', body: 'How?', excerpt: 'How?', topics };
    await tx.insert(questions).values({ id, communityId: COMMUNITY, kind: 'problem', authorId, createdAt: now, updatedAt: now, ...text });
    await startLadder(tx, community, id, now);
  });

/** Answers and refusals come once a question is theirs to settle; who was answered for meanwhile keeps quiet. */
const respond = (db: Db, community: CommunityRow, questionId: string, memberId: string, does: string, now: Date) =>
  db.transaction(async (tx) => {
    const [question] = await tx.select().from(questions).where(eq(questions.id, questionId)).for('update');
    if (!question || question.answerCount > 0) return;
    if (does === 'declines') assert.ok(await decline(tx, community, questionId, memberId, now));
    else {
      await insertAnswer(tx, COMMUNITY, questionId, memberId, { body: 'So.', excerpt: 'So.' });
      await settleHelp(tx, questionId, memberId, now);
    }
  });

/** Is it quiet at the person’s place? By offsets, without a calendar. */
function quietEnds(p: Person, now: number): number {
  const [from, to] = p.quiet ?? [22 * 60, 7 * 60];
  const local = (((Math.floor(now / 60_000) + p.zone[1]) % 1440) + 1440) % 1440;
  const span = (to - from + 1440) % 1440;
  const since = (local - from + 1440) % 1440;
  if (since >= span) return now;
  return Math.floor(now / 60_000) * 60_000 + (span - since) * 60_000;
}

/** The same six weeks in plain arrays, told by the words of the documentation. */
class Oracle {
  readonly asks: Ask[] = [];
  readonly #world: World;
  readonly #answers: { member: number; topics: string[] }[] = [];
  readonly #declined = new Set<string>();
  readonly #times = new Map<number, number[]>();
  readonly #here = new Map<number, Ask[]>();
  readonly #state = new Map<number, { open: boolean; rings: number; due: number | null }>();
  readonly #replies: { at: number; question: number; member: number; does: string }[] = [];

  constructor(of: World) {
    this.#world = of;
  }

  run(): Ask[] {
    let next = 0;
    for (;;) {
      const due = [...this.#state.entries()].flatMap(([q, s]) => (s.due === null ? [] : [{ q, at: s.due }]));
      due.sort((a, b) => a.at - b.at || (this.#id(a.q) < this.#id(b.q) ? -1 : 1));
      const question = this.#world.asked[next];
      this.#replies.sort((a, b) => a.at - b.at || a.question - b.question || a.member - b.member);
      const reply = this.#replies[0];
      const now = Math.min(question?.at ?? Infinity, reply?.at ?? Infinity, due[0]?.at ?? Infinity);
      if (now === Infinity) return this.asks;
      if (question?.at === now) {
        this.#state.set(next, { open: true, rings: 0, due: null });
        this.#step(next, now);
        next += 1;
      } else if (reply?.at === now) {
        this.#replies.shift();
        this.#reply(reply);
      } else for (const { q, at } of due) if (at <= now) this.#step(q, now);
    }
  }

  #id = (q: number) => this.#world.asked[q]?.id ?? '';

  #reply({ at, question, member, does }: { at: number; question: number; member: number; does: string }): void {
    const state = this.#state.get(question);
    if (!state?.open) return;
    if (does === 'answers') {
      this.#answers.push({ member, topics: this.#world.asked[question]?.topics ?? [] });
      Object.assign(state, { open: false, due: null });
    } else {
      this.#declined.add(`${question} ${member}`);
      this.#step(question, at);
    }
  }

  #recent = (member: number, now: number) => (this.#times.get(member) ?? []).filter((at) => at > now - WEEK).length;

  #ringOf(member: number, topics: string[]): number {
    const p = this.#world.people[member] as Person;
    const has = (list: string[]) => topics.some((t) => list.includes(t));
    if (has(p.offers)) return 1;
    const wrote = this.#answers.filter((a) => a.member === member && has(a.topics)).length;
    if (has(p.topics) || wrote >= 3) return 2;
    if (p.steward) return 4;
    return p.participation === 'peripheral' ? 0 : 3;
  }

  #fit(member: number, topics: string[], ring: number): number {
    const p = this.#world.people[member] as Person;
    if (ring === 1) return topics.filter((t) => p.offers.includes(t)).length;
    if (ring === 2) return topics.filter((t) => p.topics.includes(t)).length;
    if (ring === 3) return p.participation === 'core' ? 2 : p.participation === 'active' ? 1 : 0;
    return 0;
  }

  #step(q: number, now: number): void {
    const state = this.#state.get(q) as { rings: number; due: number | null };
    const { at: asked, author, topics, id } = this.#world.asked[q] as Asking;
    const opens = [0, 1, 2, 3].map((i) => asked + RULES.hours.slice(0, i + 1).reduce((a, b) => a + b, 0) * HOUR);
    const here = this.#here.get(q) ?? [];
    this.#here.set(q, here);
    const counting = () => here.filter((one) => !this.#declined.has(`${q} ${one.member}`));
    const sleepers: number[] = [];
    const fill = (ring: number) => {
      const free = RULES.size - counting().filter((one) => one.ring === ring).length;
      const fits = this.#world.people
        .map((p, member) => ({ p, member, recent: this.#recent(member, now) }))
        .filter(
          ({ p, member, recent }) =>
            member !== author &&
            p.listed &&
            p.joined &&
            p.signsIn &&
            p.participation !== 'break' &&
            !here.some((one) => one.member === member) &&
            this.#ringOf(member, topics) === ring &&
            recent < Math.min(RULES.weeklyCap, p.asksPerWeek ?? 99),
        )
        .sort(
          (a, b) =>
            a.recent - b.recent ||
            this.#fit(b.member, topics, ring) - this.#fit(a.member, topics, ring) ||
            (shuffle(id, a.p.id) < shuffle(id, b.p.id) ? -1 : 1),
        );
      const awake = fits.filter(({ p }) => quietEnds(p, now) === now).slice(0, free);
      for (const { member } of awake) {
        const one = { at: now, question: q, member, ring };
        this.asks.push(one);
        here.push(one);
        this.#times.set(member, [...(this.#times.get(member) ?? []), now]);
        const reply = response(this.#world.seed, q, member);
        if (reply) this.#replies.push({ at: now + reply.after, question: q, member, does: reply.does });
      }
      const wakes = fits.filter(({ p }) => quietEnds(p, now) > now).map(({ p }) => quietEnds(p, now));
      sleepers.push(...wakes.sort((a, b) => a - b).slice(0, free - awake.length));
    };
    const due = Math.max(state.rings, opens.filter((at) => at <= now).length);
    for (state.rings = 0; state.rings < due;) fill((state.rings += 1));
    while (state.rings < 4 && counting().length + sleepers.filter((at) => at < (opens[state.rings] as number)).length < 3)
      fill((state.rings += 1));
    const looks = [...sleepers, ...opens.slice(state.rings, state.rings + 1)];
    if (counting().length < 3 && now < (opens[3] as number)) looks.push(now + HOUR);
    state.due = looks.length ? Math.min(...looks) : null;
  }
}
const shuffle = (question: string, member: string) => createHash('md5').update(`${question} ${member}`).digest('hex');

test('six weeks of 300 members and 500 questions: nobody waits, nobody is asked too much', { timeout: 240_000 }, async (t) => {
  const { database, drop } = await freshDatabase();
  const given = world('a');
  const began = Date.now();
  const asks = await simulate(database.db, given);
  const took = Date.now() - began;
  const declined = await rows<{ n: number }>(database.db, sql`select count(*)::int as n from help_requests where outcome = 'declined'`);
  const closed = new Map<string, number>();
  for (const { id, at } of await rows<{ id: string; at: string }>(
    database.db,
    sql`select question_id as id, min(outcome_at)::text as at from help_requests where outcome = 'answered' group by question_id`,
  ))
    closed.set(id, new Date(at).getTime());
  await database.close();
  await drop();

  // Nobody above the cap in any rolling week, in quiet hours, on a break, gone, or asked what they ask.
  const times = new Map<number, number[]>();
  for (const { member, at, question } of asks) {
    const p = given.people[member] as Person;
    assert.ok(p.listed && p.joined && p.signsIn && p.participation !== 'break', `member ${member} may be asked`);
    assert.notEqual(member, given.asked[question]?.author);
    assert.equal(quietEnds(p, at), at, `member ${member} is awake`);
    times.set(member, [...(times.get(member) ?? []), at]);
  }
  for (const [member, list] of times) {
    const cap = Math.min(RULES.weeklyCap, given.people[member]?.asksPerWeek ?? RULES.weeklyCap);
    for (const end of list) assert.ok(list.filter((at) => at <= end && at > end - WEEK).length <= cap, `member ${member}`);
  }
  assert.equal(new Set(asks.map(({ question, member }) => `${question} ${member}`)).size, asks.length, 'once a question');

  // Every question that was still open then reached three before its time was over.
  const hours = RULES.hours.reduce((a, b) => a + b, 0);
  const open = given.asked.flatMap(({ id, at }, question) =>
    (closed.get(id) ?? Infinity) <= at + hours * HOUR ? [] : [{ question, deadline: at + hours * HOUR }],
  );
  const reached = open
    .map(({ question, deadline }) => asks.filter((one) => one.question === question && one.at <= deadline).length)
    .sort((a, b) => a - b);
  assert.ok(open.length > 80, 'many stay open');
  assert.ok((reached[0] ?? 0) >= 3, `the least reached ${reached[0]}`);
  const first = given.asked.map(({ at }, q) => ((asks.find((one) => one.question === q)?.at ?? NaN) - at) / HOUR).sort((a, b) => a - b);
  t.diagnostic(
    `${asks.length} asks, ${declined[0]?.n} declined; ${open.length} open at their time: reached min ${reached[0]}, median ${reached[reached.length >> 1]}; hours to the first ask: median ${first[first.length >> 1]?.toFixed(1)}, most ${first.at(-1)?.toFixed(1)}; ${took} ms`,
  );

  // Another mind comes to the same.
  assert.deepEqual(told(asks), told(new Oracle(given).run()));
  assert.ok(asks.some(({ ring }) => ring === 4) && asks.some(({ ring }) => ring === 2));
});
