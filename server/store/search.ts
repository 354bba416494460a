import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';

/*
 * Full text over a `search` column (weights A to D, see migration 0000), forgiving of typing errors by trigrams of one short column.
 */

/** The words that are looked for, the last one as the beginning of a word: it may still be being typed. Undefined without letters or digits. */
function tsquery(q: string): SQL | undefined {
  const words = q.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu);
  if (!words) return undefined;
  const last = words.length - 1;
  return sql`to_tsquery('pg_catalog.english', ${words.map((word, i) => (i === last ? `'${word}':*` : `'${word}'`)).join(' & ')})`;
}

/** All words are in the text, or the short column has something written alike. */
export function textMatch(q: string, vector: SQLWrapper, short: SQLWrapper): SQL {
  const query = tsquery(q);
  const alike = sql`${q.toLowerCase()} <% ${short}`;
  return query ? sql`(${vector} @@ ${query} or ${alike})` : sql`(${alike})`;
}

/** How well it fits, as a whole number that a cursor can carry. Weights as in ts_rank: A 1, B 0.4, C 0.2, D 0.1. */
export function ranked(q: string, vector: SQLWrapper, short: SQLWrapper): SQL<number> {
  const query = tsquery(q);
  const likeness = sql`case when ${q.toLowerCase()} <% ${short} then word_similarity(${q.toLowerCase()}, ${short}) / 2 else 0 end`;
  const text = query ? sql`ts_rank(${vector}, ${query})` : sql`0`;
  return sql<number>`round(((${text}) + (${likeness})) * 1000000)::int`;
}
