import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { rows, type Db } from './database.js';
import { fold, type TextSearch } from './search.js';

/*
 * What is like a title: texts that share most of what makes it special. A word weighs by its rarity among the texts (inverse document
 * frequency), so “best way” says little and “vesting” much; a word that no text has weighs most, and then little is like the title.
 */

/** The part of a title's weight that a text must share. */
const SHARE = 0.5;
/** A word that no text has may be mistyped: from which likeness on it counts as a word of a title. Short words are like too many others. */
const ALIKE = 0.5;
const LONG = 5;
/** Words of a title that are looked at, texts that are counted for one word, and for all: more would say nothing new. */
const MOST_WORDS = 16;
const MOST_WITH_WORD = 1000;
const MOST_TEXTS = 10_000;

interface Word {
  lexeme: string;
  weight: number;
  /** Whether any text has it. */
  known: boolean;
}

const NOTHING: TextSearch = { match: sql`false`, rank: sql<number>`0::int` };
/** In title and topics (weights A and B) alone: bodies match anything. Quoted as tsquery's syntax asks (section 8.11.2 of PostgreSQL's manual). */
const quoted = ({ lexeme }: Word) => `'${lexeme.replaceAll(/['\\]/g, '$&$&')}':AB`;

/**
 * Texts like a title. At least two words must be shared where the title has two.
 * @param from the table and the conditions that hold anyway
 */
export async function similarTo(
  db: Db,
  from: SQL,
  title: string,
  { vector, short }: { vector: SQLWrapper; short: SQLWrapper },
): Promise<TextSearch> {
  const words = await weigh(db, from, title, vector);
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return NOTHING;
  const has = (word: Word) => {
    if (word.known) return sql`${vector} @@ ${quoted(word)}::tsquery`;
    return word.lexeme.length < LONG ? sql`false` : sql`word_similarity(${word.lexeme}, ${short}) > ${ALIKE}::real`;
  };
  const sum = (value: (word: Word) => number) =>
    sql.join(
      words.map((word) => sql`case when ${has(word)} then ${value(word)}::float8 else 0 end`),
      sql` + `,
    );
  const share = sql`(${sum(({ weight }) => weight / total)})`;
  const enough = words.length > 1 ? sql` and (${sum(() => 1)}) >= 2` : sql``;
  return {
    match: sql`(${candidates(words, total, vector, short)} and ${share} >= ${SHARE - 1e-9}::float8${enough})`,
    rank: sql<number>`round((${share} + word_similarity(${fold(title)}, ${short}) / 4) * 1000000)::int`,
  };
}

/** How rare each word of the title is, in one query: the texts with it, counted from the index. */
async function weigh(db: Db, from: SQL, title: string, vector: SQLWrapper): Promise<Word[]> {
  const query = sql`('''' || replace(replace(w.lexeme, '\\', '\\\\'), '''', '''''') || ''':AB')::tsquery`;
  const found = await rows<{ lexeme: string; count: number; texts: number }>(
    db,
    sql`select w.lexeme,
        (select count(*)::int from (select 1 from ${from} and ${vector} @@ ${query} limit ${MOST_WITH_WORD}) as those) as count,
        (select count(*)::int from (select 1 from ${from} limit ${MOST_TEXTS}) as these) as texts
      from unnest(to_tsvector('pg_catalog.english', ${title})) as w order by w.positions[1], w.lexeme limit ${MOST_WORDS}`,
  );
  // The parser gives `co-founder` whole and in parts (section 12.5 of PostgreSQL's manual); it is one word.
  const parts = found.flatMap(({ lexeme }) => (lexeme.includes('-') ? lexeme.split('-') : [])).filter(Boolean);
  const words = found.filter(({ lexeme }) => lexeme.includes('-') || !parts.some((part) => lexeme.startsWith(part)));
  return words.map(({ lexeme, count, texts }) => ({ lexeme, weight: Math.log(1 + texts / Math.max(count, 0.5)), known: count > 0 }));
}

/** What can have the share at all, for the indexes to find: the lightest words together can't, so they alone make no candidate. */
function candidates(words: readonly Word[], total: number, vector: SQLWrapper, short: SQLWrapper): SQL {
  let light = 0;
  const heavy = words.toSorted((a, b) => a.weight - b.weight).filter(({ weight }) => (light += weight) >= total * SHARE - 1e-9);
  const known = heavy.filter((word) => word.known);
  const conditions = heavy.filter((word) => !word.known).map(({ lexeme }) => sql`${lexeme} <% ${short}`);
  if (known.length > 0) conditions.push(sql`${vector} @@ ${known.map(quoted).join(' | ')}::tsquery`);
  return sql`(${sql.join(conditions, sql` or `)})`;
}
