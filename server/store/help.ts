import { sql, type SQL } from 'drizzle-orm';
import { rows, type Db } from './database.js';
import { hiddenIn } from './hidden.js';
import { members, questions } from './schema.js';
import { fold, type TextSearch } from './search.js';
import { similarTo } from './similar.js';

/*
 * “Who can help with…”, in plain words. The text is looked up in the topics of the community (their other names too); what members
 * offer on these weighs most, then what they work on, then answers of theirs that were accepted or used on such questions. Nobody is
 * ranked by how much they did: more than a few answers count no more, and people alike come in an order that the text mixes, so that
 * nobody is always asked first for their name.
 */

/** Words of the text and topics for them that are looked at: more would say nothing new. */
const MOST_WORDS = 24;
const MOST_NAMES = 2000;
const MOST_TOPICS = 8;
/** A word that so many topics have says too little to stand for one of them. */
const COMMON = 5;
/** From which likeness on a topic is meant by a mistyped word. */
const ALIKE = 0.6;
/** Questions that are like the text, of which the newest are compared with it; those looked through for helpful answers; and how many of somebody's count. */
const MOST_COMPARED = 500;
const MOST_QUESTIONS = 200;
const MOST_ANSWERS = 3;

const POINTS = { offer: 300, partOffer: 160, topic: 60, partTopic: 30, answer: 25, another: 40 };
/** Below a point: the order of people who are alike. */
const MIXED = 1024;

/** Topics that a text is about: those whose whole name is in it, and those that it has a telling part of. */
export interface MeantTopics {
  whole: readonly string[];
  part: readonly string[];
}
export interface HelpSearch extends TextSearch {
  topics: ReadonlySet<string>;
  /** The questions on which answers of a member helped, the most like the text first, by the member's id. */
  answered: ReadonlyMap<string, readonly string[]>;
}

const list = (values: readonly string[], type: string): SQL =>
  sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::${sql.raw(type)}[]`;
/** Quoted as tsquery's syntax asks (section 8.11.2 of PostgreSQL's manual). */
const quoted = (lexeme: string) => `'${lexeme.replaceAll(/['\\]/g, '$&$&')}'`;

/** The topics of a community that a text is about. */
export async function meantTopics(db: Db, communityId: string, text: string): Promise<MeantTopics> {
  const [parsed] = await rows<{ words: string[] }>(
    db,
    sql`select array(select lexeme from unnest(to_tsvector('pg_catalog.english', ${text})) order by positions[1], lexeme limit ${MOST_WORDS}) as words`,
  );
  const words = parsed?.words ?? [];
  if (words.length === 0) return { whole: [], part: [] };
  // The last word may still be being typed.
  const last = /[\p{L}\p{M}\p{N}]{3,}$/u.exec(fold(text))?.[0];
  const query = [...words.map(quoted), ...(last ? [`${quoted(last)}:*`] : [])].join(' | ');
  const named = await rows<{ id: string; words: string[] }>(
    db,
    sql`select id, tsvector_to_array(to_tsvector('pg_catalog.english', label)) as words from topics
        where community_id = ${communityId} and to_tsvector('pg_catalog.english', label) @@ ${query}::tsquery
      union all
      select topic_id, tsvector_to_array(to_tsvector('pg_catalog.english', label)) from topic_aliases
        where community_id = ${communityId} and to_tsvector('pg_catalog.english', label) @@ ${query}::tsquery
      order by id limit ${MOST_NAMES}`,
  );
  const meant = weigh(words, last, named);
  return meant.whole.length + meant.part.length > 0 ? meant : { whole: [], part: await mistyped(db, communityId, text) };
}

function weigh(words: readonly string[], last: string | undefined, named: readonly { id: string; words: string[] }[]): MeantTopics {
  const isIn = (word: string) => words.includes(word) || (last !== undefined && word.startsWith(last));
  const frequency = new Map<string, number>();
  for (const word of named.flatMap((name) => name.words)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const whole = new Map<string, number>();
  const part = new Map<string, number>();
  for (const name of named) {
    const found = name.words.filter(isIn);
    const allOfText = words.every((word) => found.some((one) => one === word || (last !== undefined && one.startsWith(last))));
    const telling = found.length * 2 >= name.words.length && found.every((word) => (frequency.get(word) ?? 0) <= COMMON);
    if (found.length === name.words.length) whole.set(name.id, Math.max(whole.get(name.id) ?? 0, found.length));
    else if (allOfText || telling) part.set(name.id, Math.max(part.get(name.id) ?? 0, found.length / name.words.length));
  }
  // The most special first: the longest name, or the largest part of one.
  const top = (some: Map<string, number>) =>
    [...some]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, MOST_TOPICS)
      .map(([id]) => id);
  return { whole: top(whole), part: top(part).filter((id) => !whole.has(id)) };
}

async function mistyped(db: Db, communityId: string, text: string): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`select id from topics where community_id = ${communityId} and length(label) > 4
      and word_similarity(lower(label), ${fold(text)}) > ${ALIKE}::real
      order by word_similarity(lower(label), ${fold(text)}) desc, id limit ${COMMON}`,
  );
  return found.map(({ id }) => id);
}

/** Whose answers on such questions were accepted or used. */
async function helpedOn(db: Db, communityId: string, text: string, { whole }: MeantTopics): Promise<Map<string, string[]>> {
  const asked = sql`${questions} where ${questions.communityId} = ${communityId} and ${questions.deletedAt} is null and ${questions.answerCount} > 0`;
  const like = await similarTo(db, asked, text, { vector: questions.search, short: questions.sortTitle });
  const onTopic = whole.length > 0 ? sql`${questions.topics} && ${list(whole, 'text')}` : sql`false`;
  const found = await rows<{ member: string; question: string }>(
    db,
    sql`with such as (
        (select id, accepted_answer_id, ${like.rank} as fit from (select * from ${asked} and ${like.match} order by ${questions.id} desc limit ${MOST_COMPARED}) as questions
          order by fit desc, id desc limit ${MOST_QUESTIONS})
        union all
        (select id, accepted_answer_id, 0 as fit from ${asked} and ${onTopic} order by id desc limit ${MOST_QUESTIONS})
      ), helped as (
        select distinct on (a.author_id, s.id) a.author_id as member, s.id as question, s.fit from such s join answers a on a.question_id = s.id
        where a.deleted_at is null and a.author_id is not null and a.author_id::text <> all(${hiddenIn(sql`s.id`)}) and (a.id = s.accepted_answer_id or a.uses_worked + a.uses_adapted > 0)
        order by a.author_id, s.id, s.fit desc
      )
      select member, question from helped order by fit desc, question desc, member`,
  );
  const helped = new Map<string, string[]>();
  for (const { member, question } of found) {
    const theirs = helped.get(member) ?? [];
    if (theirs.length < MOST_ANSWERS) helped.set(member, [...theirs, question]);
  }
  return helped;
}

/** Who is not asked: oneself, and who is on a break. */
const askable = (readerId: string | undefined) =>
  sql`coalesce(${members.participation}, '') <> 'break'${readerId === undefined ? sql`` : sql` and ${members.id} <> ${readerId}`}`;
const some = (column: SQL, ids: readonly string[]) => (ids.length > 0 ? sql`${column} && ${list(ids, 'text')}` : sql`false`);
/** How many of a list are meant: one is what counts, more count a little. */
const points = (column: SQL, { whole, part }: MeantTopics, forWhole: number, forPart: number) =>
  sql`case when ${some(column, whole)} then ${sql.raw(String(forWhole))} when ${some(column, part)} then ${sql.raw(String(forPart))} else 0 end
    + ${sql.raw(String(POINTS.another))} * greatest(0, (select count(*)::int from unnest(${column}) as one where one = any(${list([...whole, ...part], 'text')})) - 1)`;
const mixed = (rank: SQL, text: string) =>
  sql<number>`((${rank}) * ${sql.raw(String(MIXED))} + (hashtext(${members.id}::text || ${fold(text)}) & ${sql.raw(String(MIXED - 1))}))::int`;
const NOBODY: HelpSearch = { match: sql`false`, rank: sql<number>`0::int`, topics: new Set(), answered: new Map() };

/**
 * Members who can help with what a text is about.
 * @param seesOffers whether the reader may see a row's offers: what is hidden finds nobody
 * @param readerId who asks; they are not among those found
 */
export async function canHelp(
  db: Db,
  communityId: string,
  text: string,
  { seesOffers, readerId }: { seesOffers: SQL; readerId: string | undefined },
): Promise<HelpSearch> {
  const meant = await meantTopics(db, communityId, text);
  const answered = await helpedOn(db, communityId, text, meant);
  const all = [...meant.whole, ...meant.part];
  if (all.length === 0 && answered.size === 0) return NOBODY;
  const offers = sql`(case when ${seesOffers} then ${members.offers} else '{}' end)`;
  const offered = sql`(${some(sql`${members.offers}`, all)} and ${seesOffers})`;
  const byAnswers = answered.size > 0 ? sql`${members.id} = any(${list([...answered.keys()], 'uuid')})` : sql`false`;
  const counts = JSON.stringify(Object.fromEntries([...answered].map(([id, on]) => [id, on.length])));
  const rank = sql`${points(offers, meant, POINTS.offer, POINTS.partOffer)} + ${points(sql`${members.topics}`, meant, POINTS.topic, POINTS.partTopic)}
    + ${sql.raw(String(POINTS.answer))} * coalesce((${counts}::jsonb ->> ${members.id}::text)::int, 0)`;
  return {
    match: sql`((${offered} or ${some(sql`${members.topics}`, all)} or ${byAnswers}) and ${askable(readerId)})`,
    rank: mixed(rank, text),
    topics: new Set(all),
    answered,
  };
}

/** Members who would like help with what a text is about. Parameters as in {@link canHelp}. */
export async function needHelp(
  db: Db,
  communityId: string,
  text: string,
  { seesNeeds, readerId }: { seesNeeds: SQL; readerId: string | undefined },
): Promise<HelpSearch> {
  const meant = await meantTopics(db, communityId, text);
  const all = [...meant.whole, ...meant.part];
  if (all.length === 0) return NOBODY;
  return {
    match: sql`(${some(sql`${members.needs}`, all)} and ${seesNeeds} and ${askable(readerId)})`,
    rank: mixed(points(sql`${members.needs}`, meant, POINTS.offer, POINTS.partOffer), text),
    topics: new Set(all),
    answered: new Map(),
  };
}
