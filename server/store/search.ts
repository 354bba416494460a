import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { rows, type Db } from './database.js';
import { estimateRows } from './estimate.js';

/*
 * Full text over a `search` column (weights A to D, see migration 0000), forgiving of typing errors by the words of one short column
 * (a name, a title), which is folded as `sortKey` in the schema folds it. What a search costs doesn't grow with what it searches: words
 * are put right against the list of words that are there (`search_words`), and where many rows match, few are ranked (see ranked.ts).
 */

/** So many hits are enough: nobody mistyped, and words that are only alike would be noise. */
const ENOUGH = 5;
/** Up to so many hits, each is weighed; it takes a look into each text. */
const FEW = 300;
/** Words that one word may have been meant as, of so many that are most like it. */
const MEANT = 8;
const LOOKED_AT = 30;
/** From so many letters on, two may be wrong. */
const LONG = 6;

/** Quotes, a minus, an `or`: the person knows what they are looking for (websearch_to_tsquery in PostgreSQL's manual). */
const WITH_OPERATORS = /"|(?:^|\s)-\S|\sor\s/i;

/** Without case and accents. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (q: string): string[] => q.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The words that are looked for, the last one as the beginning of a word: it may still be being typed. Undefined without letters or digits. */
function tsquery(q: string): SQL | undefined {
  if (WITH_OPERATORS.test(q)) return sql`websearch_to_tsquery('pg_catalog.english', ${q})`;
  const words = wordsOf(q.normalize('NFC'));
  if (words.length === 0) return undefined;
  const last = words.length - 1;
  return sql`to_tsquery('pg_catalog.english', ${words.map((word, i) => (i === last ? `'${word}':*` : `'${word}'`)).join(' & ')})`;
}

/** The words of a short column as its index has them: folded, not stemmed. */
const wordsIn = (short: SQLWrapper): SQL => sql`to_tsvector('pg_catalog.simple', ${short})`;
const simple = (query: string): SQL => sql`to_tsquery('pg_catalog.simple', ${query})`;
/** Each as the beginning of a word, so that a plural is found by its singular. */
const begins = (words: readonly string[]): string => words.map((word) => `'${word}':*`).join(' & ');

/** Each word of a text begins a word of the short column, which has an index of them. */
export const beginWith = (short: SQLWrapper, text: string): SQL => {
  const words = wordsOf(fold(text));
  return words.length > 0 ? sql`${wordsIn(short)} @@ ${simple(begins(words))}` : sql`true`;
};

export interface TextSearch {
  /** What matches. */
  match: SQL;
  /** How well, as a whole number that a cursor can carry. */
  rank: SQL<number>;
  /** What stands first where many match: the words are in the name or title. */
  first?: SQL;
  /** More match than are weighed one by one. */
  many?: boolean;
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

interface Columns {
  /** Where the words of a row are, weighed. */
  vector: SQLWrapper;
  /** Its name or title, folded. */
  short: SQLWrapper;
  by: RankBy;
  /** Whose words `search_words` has under this name, which is the table's. */
  noun: 'members' | 'questions' | 'resources';
  /** What further narrows the hits that are shown. */
  chosen: SQL;
}

/**
 * A search that forgives only where it must: words that are merely alike count where the words themselves have few hits.
 * @param where the conditions that hold anyway
 */
export async function search(db: Db, communityId: string, where: SQL, q: string, columns: Columns): Promise<TextSearch> {
  const { vector, short, by, noun, chosen } = columns;
  const from = sql`${sql.identifier(noun)} where ${where}`;
  const isMany = async (match: SQL) => (await estimateRows(db, sql`${from} and ${match}`)) > FEW;
  const areMany = async (match: SQL) => (await isMany(match)) && isMany(sql`${match} and ${chosen}`);
  const query = tsquery(q);
  const words = wordsOf(fold(q));
  const first = beginWith(short, q);
  const exact = query && { match: sql`(${vector} @@ ${query})`, rank: whole(RANKS[by](vector, query)), first };
  if (exact) {
    const many = await isMany(exact.match);
    const known = many || WITH_OPERATORS.test(q) || (await hasEnough(db, sql`${from} and ${exact.match}`));
    if (known) return { ...exact, many: many && (await isMany(sql`${exact.match} and ${chosen}`)) };
  }
  const meant = await wordsMeant(db, communityId, noun, words);
  const alike = meant ? sql`${wordsIn(short)} @@ ${simple(meant)}` : sql`false`;
  const likeness = sql`case when ${alike} then word_similarity(${fold(q)}, ${short}) / 2 else 0 end`;
  const match = query ? sql`(${vector} @@ ${query} or ${alike})` : sql`(${alike})`;
  const rank = whole(query ? sql`${RANKS[by](vector, query)} + ${likeness}` : likeness);
  return { match, rank, first: alike, many: meant !== undefined && (await areMany(match)) };
}

async function hasEnough(db: Db, from: SQL): Promise<boolean> {
  const [hits] = await rows<{ count: number }>(
    db,
    sql`select count(*)::int as count from (select 1 from ${from} limit ${ENOUGH}) as counted`,
  );
  return (hits?.count ?? 0) >= ENOUGH;
}

/** The words of names or titles that the words typed are like, as a query; a word like none is left out. Undefined where none is like any. */
async function wordsMeant(db: Db, communityId: string, noun: string, words: readonly string[]): Promise<string | undefined> {
  if (words.length === 0) return undefined;
  // `%` finds from a likeness of 0.3 on (pg_trgm), which is more than is meant: a letter or two may be wrong.
  const found = await rows<{ n: number; word: string; alike: boolean }>(
    db,
    sql`select t.n::int as n, w.word, w.alike from jsonb_array_elements_text(${JSON.stringify(words)}::jsonb) with ordinality as t(typed, n),
      lateral (select s.word, bool_or(t.typed <% s.word) as alike from search_words s
        where s.community_id = ${communityId} and s.noun = ${noun} and (t.typed <% s.word or t.typed % s.word)
        group by s.word order by similarity(t.typed, s.word) desc, s.word limit ${LOOKED_AT}) w`,
  );
  const meant = words.flatMap((word, i) => {
    const some = found.filter(({ n, word: other, alike }) => n === i + 1 && (alike || mistyped(word, other)));
    const quoted = some.slice(0, MEANT).map(({ word: other }) => `'${other.replaceAll(/['\\]/g, '$&$&')}'`);
    return quoted.length > 0 ? [`(${[...quoted, `'${word}':*`].join(' | ')})`] : [];
  });
  return meant.length > 0 ? meant.join(' & ') : undefined;
}

/** Whether one letter, of long words two, is wrong, missing, too much, or has changed places with the next (optimal string alignment). */
function mistyped(a: string, b: string): boolean {
  const most = Math.max(a.length, b.length) < LONG ? 1 : 2;
  if (Math.abs(a.length - b.length) > most) return false;
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? Infinity) + 1 : Infinity;
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row[j] = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed, swapped);
    }
    [before, last] = [last, row];
  }
  return (last[b.length] ?? Infinity) <= most;
}
