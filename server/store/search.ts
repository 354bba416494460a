import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { rows, type Db } from './database.js';

/*
 * Full text over a `search` column (weights A to D, see migration 0000), forgiving of typing errors by trigrams of one short column,
 * which is folded as `sortKey` in the schema folds it.
 */

/** So many hits are enough: nobody mistyped, and words that are only alike would be noise. */
const ENOUGH = 5;

/** Quotes, a minus, an `or`: the person knows what they are looking for (websearch_to_tsquery in PostgreSQL's manual). */
const WITH_OPERATORS = /"|(?:^|\s)-\S|\sor\s/i;

/** Without case and accents. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The words that are looked for, the last one as the beginning of a word: it may still be being typed. Undefined without letters or digits. */
function tsquery(q: string): SQL | undefined {
  if (WITH_OPERATORS.test(q)) return sql`websearch_to_tsquery('pg_catalog.english', ${q})`;
  const words = q.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu);
  if (!words) return undefined;
  const last = words.length - 1;
  return sql`to_tsquery('pg_catalog.english', ${words.map((word, i) => (i === last ? `'${word}':*` : `'${word}'`)).join(' & ')})`;
}

const alike = (q: string, short: SQLWrapper): SQL => sql`${fold(q)} <% ${short}`;

export interface TextSearch {
  /** What matches. */
  match: SQL;
  /** How well, as a whole number that a cursor can carry. */
  rank: SQL<number>;
}

/**
 * How a text with many hits stands to one with few: by `density` close and frequent words count (ts_rank_cd; weights A 1, B 0.4, C 0.2,
 * D 0.1), by `field` any number of hits of one weight stays below a single hit of the next (ts_rank).
 */
export type RankBy = 'density' | 'field';
const RANKS: Record<RankBy, (vector: SQLWrapper, query: SQL) => SQL> = {
  // Flag 32 brings the rank between 0 and 1, so that a long text with many hits doesn't outweigh a title.
  density: (vector, query) => sql`ts_rank_cd(${vector}, ${query}, 32)`,
  field: (vector, query) => sql`ts_rank(${vector}, ${query})`,
};
const whole = (rank: SQL): SQL<number> => sql<number>`round((${rank}) * 1000000)::int`;

/**
 * A search that forgives only where it must: words that are merely alike count where the words themselves have few hits.
 * @param from the table and the conditions that hold anyway
 */
export async function search(
  db: Db,
  from: SQL,
  q: string,
  { vector, short, by }: { vector: SQLWrapper; short: SQLWrapper; by: RankBy },
): Promise<TextSearch> {
  const query = tsquery(q);
  const likeness = sql`case when ${alike(q, short)} then word_similarity(${fold(q)}, ${short}) / 2 else 0 end`;
  if (!query) return { match: sql`(${alike(q, short)})`, rank: whole(likeness) };
  const exact = { match: sql`(${vector} @@ ${query})`, rank: whole(RANKS[by](vector, query)) };
  if (WITH_OPERATORS.test(q)) return exact;
  const [hits] = await rows<{ count: number }>(
    db,
    sql`select count(*)::int as count from (select 1 from ${from} and ${exact.match} limit ${ENOUGH}) as counted`,
  );
  if ((hits?.count ?? 0) >= ENOUGH) return exact;
  return { match: sql`(${exact.match} or ${alike(q, short)})`, rank: whole(sql`${RANKS[by](vector, query)} + ${likeness}`) };
}
