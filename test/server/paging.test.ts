import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { questions } from '../../server/store/schema.js';
import { COMMUNITY, startServer, type Harness } from './harness.js';

interface Item {
  id: string;
  score: number;
  createdAt: string;
  updatedAt: string;
}
interface Page {
  items: Item[];
  nextCursor: string | null;
}

let server: Harness;
before(async () => {
  server = await startServer();
});
after(() => server.close());

const row = (day: number, score: number, topic: string) => ({
  id: uuidv7(),
  communityId: COMMUNITY,
  title: `Coaching question about ${topic}`,
  body: 'About teams',
  excerpt: 'About teams',
  topics: [topic],
  score,
  createdAt: new Date(Date.UTC(2026, 3, day)),
  updatedAt: new Date(Date.UTC(2026, 4, 30 - day)),
});
// Few values, so that many rows tie.
const rowsOf = fc.array(fc.record({ day: fc.integer({ min: 1, max: 4 }), score: fc.integer({ min: -1, max: 2 }) }), {
  minLength: 0,
  maxLength: 25,
});
const ORDERS: Record<string, (item: Item) => (string | number)[]> = {
  newest: (item) => [item.createdAt, item.id],
  active: (item) => [item.updatedAt, item.id],
  votes: (item) => [item.score, item.id],
};

test('pages hold every row once, in order, whatever is written between them', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      rowsOf,
      rowsOf,
      fc.integer({ min: 1, max: 7 }),
      fc.constantFrom('newest', 'active', 'votes', 'relevance'),
      async (given, later, limit, sort) => {
        const topic = `topic-${(run += 1)}`;
        const make = (all: typeof given) => all.map(({ day, score }) => row(day, score, topic));
        const first = make(given);
        const added = make(later);
        if (first.length > 0) await server.database.db.insert(questions).values(first);
        const seen: Item[] = [];
        for (let cursor = '', page = 0; ; page += 1) {
          const answer = await server
            .as('visitor')
            .get<Page>(`/questions?topic=${topic}&sort=${sort}&limit=${limit}${sort === 'relevance' ? '&q=coaching' : ''}${cursor}`);
          assert.ok(answer.body.items.length <= limit);
          seen.push(...answer.body.items);
          if (page === 0 && added.length > 0) await server.database.db.insert(questions).values(added);
          if (answer.body.nextCursor === null) break;
          assert.equal(answer.body.items.length, limit);
          cursor = `&cursor=${answer.body.nextCursor}`;
        }
        const ids = seen.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length, 'no row twice');
        assert.deepEqual(
          first.filter(({ id }) => !ids.includes(id)),
          [],
          'no row left out',
        );
        const order = ORDERS[sort];
        if (order)
          assert.deepEqual(
            ids,
            [...seen].sort((a, b) => compare(order(b), order(a))).map(({ id }) => id),
          );
      },
    ),
    {
      numRuns: 25,
      // Two rows are few enough for words that are merely alike to count; with those written later they are not.
      examples: [
        [
          [
            { day: 2, score: 1 },
            { day: 3, score: 2 },
          ],
          Array.from({ length: 6 }, (_, i) => ({ day: 1 + (i % 3), score: 1 })),
          1,
          'relevance',
        ],
      ],
    },
  );
});

function compare(a: (string | number)[], b: (string | number)[]): number {
  for (const [i, value] of a.entries()) {
    const other = b[i] ?? '';
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}
