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

/** All words are in the text, or the short column has something written alike. */
export function textMatch(q: string, vector: SQLWrapper, short: SQLWrapper): SQL {
  const query = tsquery(q);
  if (query && WITH_OPERATORS.test(q)) return sql`(${vector} @@ ${query})`;
  return query ? sql`(${vector} @@ ${query} or ${alike(q, short)})` : sql`(${alike(q, short)})`;
}

/** How well it fits, as a whole number that a cursor can carry. Weights as in ts_rank_cd: A 1, B 0.4, C 0.2, D 0.1. */
export function ranked(q: string, vector: SQLWrapper, short: SQLWrapper): SQL<number> {
  const query = tsquery(q);
  const likeness = sql`case when ${alike(q, short)} then word_similarity(${fold(q)}, ${short}) / 2 else 0 end`;
  // Flag 32 brings the rank between 0 and 1, so that a long text with many hits doesn't outweigh a title.
  const text = query ? sql`ts_rank_cd(${vector}, ${query}, 32)` : sql`0`;
  return sql<number>`round(((${text}) + (${likeness})) * 1000000)::int`;
}

/**
 * The same where the weightiest field decides: ts_rank keeps any number of hits of one weight below a single hit of the next.
 * @param forgiving false where only exact matches are ranked: likeness would cost as much as all the rest
 */
export function rankedByField(q: string, vector: SQLWrapper, short: SQLWrapper, forgiving: boolean): SQL<number> {
  const query = tsquery(q);
  const likeness = sql`case when ${alike(q, short)} then word_similarity(${fold(q)}, ${short}) / 2 else 0 end`;
  const text = query ? sql`ts_rank(${vector}, ${query})` : sql`0`;
  return sql<number>`round(((${text}) + (${forgiving ? likeness : sql`0`})) * 1000000)::int`;
}

export interface TextSearch {
  /** What matches. */
  match: SQL;
  /** How well, as a whole number. */
  rank: SQL<number>;
  /** Whether what is merely written alike matches too. */
  forgiving: boolean;
}

/**
 * A search that forgives only where it must: words that are merely alike count where the words themselves have few hits.
 * @param from the table and the conditions that hold anyway
 */
export async function search(db: Db, from: SQL, q: string, vector: SQLWrapper, short: SQLWrapper): Promise<TextSearch> {
  const query = tsquery(q);
  const rank = ranked(q, vector, short);
  if (!query || WITH_OPERATORS.test(q)) return { match: textMatch(q, vector, short), rank, forgiving: true };
  const exact = sql`(${vector} @@ ${query})`;
  const [hits] = await rows<{ count: number }>(
    db,
    sql`select count(*)::int as count from (select 1 from ${from} and ${exact} limit ${ENOUGH}) as counted`,
  );
  const forgiving = (hits?.count ?? 0) < ENOUGH;
  return { match: forgiving ? textMatch(q, vector, short) : exact, rank, forgiving };
}

/** What is like a title: any of its words in the title or the topics, or written alike; the rank decides. */
export function similarTo(title: string, vector: SQLWrapper, short: SQLWrapper): TextSearch {
  // The words as plainto_tsquery stems them, joined by `or`, and looked for in the weights A and B only: bodies match anything.
  const words = sql`replace(plainto_tsquery('pg_catalog.english', ${title})::text, ''' & ''', ''':AB | ''')`;
  const query = sql`(case when ${words} = '' then '' else ${words} || ':AB' end)::tsquery`;
  const likeness = sql`word_similarity(${fold(title)}, ${short})`;
  return {
    match: sql`(${vector} @@ ${query} or ${alike(title, short)})`,
    rank: sql<number>`round((ts_rank(${vector}, ${query}) + ${likeness}) * 1000000)::int`,
    forgiving: true,
  };
}
