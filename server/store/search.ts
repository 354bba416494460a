import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { sortOf } from './cursor.js';
import { rows, type Db } from './database.js';
import { countRows, estimateRows } from './estimate.js';

/*
 * Full text over a `search` column (weights A to D, see migration 0000), forgiving of typing errors by the words of one short column
 * (a name, a title), which is folded as `sortKey` in the schema folds it. What a search costs doesn't grow with what it searches: words
 * are put right against the list of words that are there (`search_words`), and where many rows match, few are ranked (see ranked.ts).
 */

/** So many hits are enough: nobody mistyped, and words that are only alike would be noise. */
const ENOUGH = 5;
/** Up to so many hits, each is weighed; it takes a look into each text. */
const FEW = 300;
/** From so many rows on, those with a word in their name or title are soon met along the newest. */
const FREQUENT = 1500;
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

/** Beginnings of words, or whole words alone: of these the database's statistics know how many rows have them, of beginnings they don't. */
type As = 'begun' | 'whole';

/** The words that are looked for, the last one as the beginning of a word: it may still be being typed. Undefined without letters or digits. */
function tsquery(q: string, as: As = 'begun'): SQL | undefined {
  if (WITH_OPERATORS.test(q)) return sql`websearch_to_tsquery('pg_catalog.english', ${q})`;
  const words = wordsOf(q.normalize('NFC'));
  if (words.length === 0) return undefined;
  const last = words.length - 1;
  const quoted = words.map((word, i) => (i === last && as === 'begun' ? `'${word}':*` : `'${word}'`));
  return sql`to_tsquery('pg_catalog.english', ${quoted.join(' & ')})`;
}

/** The words of a short column as its index has them: folded, not stemmed. */
const wordsIn = (short: SQLWrapper): SQL => sql`to_tsvector('pg_catalog.simple', ${short})`;
/** Of each group a word begins a word of the short column, by the index of these. Quoted as tsquery's syntax asks (section 8.11.2 of PostgreSQL's manual). */
const allBegin = (short: SQLWrapper, groups: readonly (readonly string[])[], as: As = 'begun'): SQL => {
  const quoted = (word: string) => `'${word.replaceAll(/['\\]/g, '$&$&')}'${as === 'begun' ? ':*' : ''}`;
  const query = groups.map((group) => `(${group.map(quoted).join(' | ')})`).join(' & ');
  return sql`${wordsIn(short)} @@ to_tsquery('pg_catalog.simple', ${query})`;
};
/** The same without the index, at a look into each row: words after a space only. */
const begun = (short: SQLWrapper, groups: readonly (readonly string[])[]): SQL => {
  const patterns = groups.map((group) => group.map((word) => `% ${word.replaceAll(/[\\%_]/g, '\\$&')}%`));
  const some = patterns.map(
    (group) => sql`(' ' || ${short}) like any (array(select jsonb_array_elements_text(${JSON.stringify(group)}::jsonb)))`,
  );
  return some.length > 0 ? sql.join(some, sql` and `) : sql`false`;
};

/** Each word of a text begins a word of the short column, which has an index of them. */
export const beginWith = (short: SQLWrapper, text: string): SQL => {
  const words = wordsOf(fold(text));
  return words.length > 0
    ? allBegin(
        short,
        words.map((word) => [word]),
      )
    : sql`true`;
};

export interface TextSearch {
  /** What matches. */
  match: SQL;
  /** How well, as a whole number that a cursor can carry. */
  rank: SQL<number>;
  /** More match than are weighed one by one; then what has the words in its name or title stands first. */
  many?: { first: SQL };
  /** Words that are merely alike count too. */
  alike?: boolean;
}

/** The order that a cursor of a search belongs to. Both are settled with the first page: what is written since must not move its rows. */
export const orderOf = ({ many, alike }: { many?: unknown; alike?: boolean | undefined }): string =>
  `${many ? 'many' : 'relevance'}${alike ? '-alike' : ''}`;

function settled(cursor: string | undefined): { many: boolean; alike: boolean } | undefined {
  const order = /^(?:(many)|relevance)(-alike)?$/.exec(sortOf(cursor));
  return order ? { many: order[1] !== undefined, alike: order[2] !== undefined } : undefined;
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
 * @param cursor of the page before
 */
export async function search(
  db: Db,
  communityId: string,
  where: SQL,
  q: string,
  columns: Columns,
  cursor: string | undefined,
): Promise<TextSearch> {
  const { vector, short, by, noun, chosen } = columns;
  const from = sql`${sql.identifier(noun)} where ${where}`;
  const words = wordsOf(fold(q));
  const before = settled(cursor);
  // Of the beginning of a word the statistics know nothing but a fiftieth of all rows: where no whole word is frequent, a few more than enough are met.
  const isMany = async (match: (as: As) => SQL, most = FEW): Promise<boolean> => {
    const estimate = async (as: As) => (await estimateRows(db, sql`${from} and ${match(as)}`)) > most;
    if (!(await estimate('begun'))) return false;
    return (await estimate('whole')) || (await countRows(db, sql`${from} and ${match('begun')}`, most + 1)) > most;
  };
  // Few are found by the index of words alone: with a sort and a limit beside it, one word may look to the database as if reading along the sort were quicker.
  const few = (match: SQL): SQL =>
    sql`(${sql.identifier(noun)}.id = any(array(select ${sql.identifier(noun)}.id from ${from} and ${match})))`;
  const result = async (match: (as: As) => SQL, rank: SQL<number>, meant: readonly (readonly string[])[]): Promise<TextSearch> => {
    const many = before ? before.many : await isMany((as) => sql`${match(as)} and ${chosen}`);
    if (!many) return { match: few(match('begun')), rank };
    const inShort = (as: As) => allBegin(short, meant, as);
    const frequent = await isMany(inShort, FREQUENT);
    const first = frequent ? begun(short, meant) : sql`${inShort('begun')} and ${begun(short, meant)}`;
    return { match: match('begun'), rank, many: { first } };
  };
  const query = tsquery(q);
  if (query) {
    const exact = (as: As) => sql`(${vector} @@ ${as === 'begun' ? query : tsquery(q, as)})`;
    const enough = async () =>
      WITH_OPERATORS.test(q) || (await isMany(exact)) || (await countRows(db, sql`${from} and ${few(exact('begun'))}`, FEW)) >= ENOUGH;
    const typed = words.map((word) => [word]);
    if (before ? !before.alike : await enough()) return result(exact, whole(RANKS[by](vector, query)), typed);
  }
  const meant = await wordsMeant(db, communityId, noun, words);
  const alike = (as: As) => (meant.length > 0 ? allBegin(short, meant, as) : sql`false`);
  const likeness = sql`case when ${alike('begun')} then word_similarity(${fold(q)}, ${short}) / 2 else 0 end`;
  const found = query
    ? await result(
        (as) => sql`(${vector} @@ ${as === 'begun' ? query : tsquery(q, as)} or ${alike(as)})`,
        whole(sql`${RANKS[by](vector, query)} + ${likeness}`),
        meant,
      )
    : await result((as) => sql`(${alike(as)})`, whole(likeness), meant);
  return { ...found, alike: true };
}

/**
 * What several texts match, as `search` has it, for counting: in two queries, however many they are.
 * @param where the conditions that hold anyway
 */
export async function matchesOf(
  db: Db,
  communityId: string,
  where: SQL,
  texts: readonly string[],
  { vector, short, noun }: Pick<Columns, 'vector' | 'short' | 'noun'>,
): Promise<SQL[]> {
  const asked = texts.map((q) => {
    const query = tsquery(q);
    return { q, words: wordsOf(fold(q)), exact: query && sql`(${vector} @@ ${query})` };
  });
  const unsure = asked.flatMap(({ q, exact }) => (exact && !WITH_OPERATORS.test(q) ? [exact] : []));
  const first = (exact: SQL) =>
    sql`(select count(*)::int from (select 1 from ${sql.identifier(noun)} where ${where} and ${exact} limit ${FEW}) as hits)`;
  const [found] =
    unsure.length > 0 ? await rows<{ hits: number[] }>(db, sql`select array[${sql.join(unsure.map(first), sql`, `)}] as hits`) : [];
  const few = new Set(unsure.filter((_, i) => (found?.hits[i] ?? 0) < ENOUGH));
  const forgiving = asked.filter(({ exact }) => !exact || few.has(exact));
  const all = forgiving.flatMap(({ words }) => words);
  const meant = await meantFor(db, communityId, noun, all);
  let at = 0;
  return asked.map((one) => {
    const { words, exact } = one;
    if (!forgiving.includes(one)) return exact ?? sql`false`;
    const groups = meant.slice(at, (at += words.length)).filter((group) => group.length > 0);
    const alike = groups.length > 0 ? allBegin(short, groups) : sql`false`;
    return exact ? sql`(${exact} or ${alike})` : sql`(${alike})`;
  });
}

/** The words of names or titles that the words typed are like, for each word typed; one that is like none is left out. */
async function wordsMeant(db: Db, communityId: string, noun: string, words: readonly string[]): Promise<string[][]> {
  return (await meantFor(db, communityId, noun, words)).filter((group) => group.length > 0);
}

/** The same, with an empty group where a word is like none. */
async function meantFor(db: Db, communityId: string, noun: string, words: readonly string[]): Promise<string[][]> {
  if (words.length === 0) return [];
  // `%` finds from a likeness of 0.3 on (pg_trgm), which is more than is meant: a letter or two may be wrong.
  const found = await rows<{ n: number; word: string; alike: boolean }>(
    db,
    sql`select t.n::int as n, w.word, w.alike from jsonb_array_elements_text(${JSON.stringify(words)}::jsonb) with ordinality as t(typed, n),
      lateral (select s.word, bool_or(t.typed <% s.word) as alike from search_words s
        where s.community_id = ${communityId} and s.noun = ${noun} and (t.typed <% s.word or t.typed % s.word)
        group by s.word order by similarity(t.typed, s.word) desc, s.word limit ${LOOKED_AT}) w`,
  );
  return words.map((word, i) => {
    const some = found.filter(({ n, word: other, alike }) => n === i + 1 && (alike || mistyped(word, other)));
    return some.length > 0 ? [...some.slice(0, MEANT).map(({ word: other }) => other), word] : [];
  });
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
