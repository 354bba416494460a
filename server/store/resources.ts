import { and, arrayOverlaps, asc, desc, eq, getTableColumns, inArray, sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { urlKey } from '../url-key.js';
import { decodeCursor, encodeCursor, pageOfRows, type CursorValue } from './cursor.js';
import { rows, type Db } from './database.js';
import { byIndexes } from './estimate.js';
import { chosenBut, countFacets, countUpTo, type FacetCounts, type FacetField } from './facets.js';
import { inOrderOf, rankedPage } from './ranked.js';
import { collectionItems, files, members, resources, saves } from './schema.js';
import { fold, matchesOf, search as searchText, type TextSearch } from './search.js';
import { similarTo } from './similar.js';
import { isSeen } from './topics.js';

const { search, sortTitle, ...columns } = getTableColumns(resources);
const keeper = alias(members, 'keeper');
const reviewer = alias(members, 'reviewer');
const shown = {
  ...columns,
  author: { id: members.id, name: members.name, avatarUrl: members.avatarUrl, url: members.url, demo: members.demo },
  /** Who looks after it. */
  steward: { id: keeper.id, name: keeper.name, avatarUrl: keeper.avatarUrl, url: keeper.url, demo: keeper.demo },
  reviewedBy: { id: reviewer.id, name: reviewer.name, avatarUrl: reviewer.avatarUrl, url: reviewer.url, demo: reviewer.demo },
  file: { id: files.id, name: files.name, type: files.type, size: files.size, createdAt: files.createdAt },
};
const select = (db: Db, key: SQL = sql`null`) =>
  db
    .select({ ...shown, key: sql<CursorValue>`${key}` })
    .from(resources)
    .leftJoin(members, eq(members.id, resources.authorId))
    .leftJoin(keeper, eq(keeper.id, resources.stewardId))
    .leftJoin(reviewer, eq(reviewer.id, resources.reviewedById))
    .leftJoin(files, eq(files.id, resources.fileId))
    .$dynamic();
export type ResourceRow = Omit<Awaited<ReturnType<typeof select>>[number], 'key'>;
export type ResourceStatus = ResourceRow['status'];

/** Whose list it is. */
export interface Viewer {
  /** null: a visitor. */
  id: string | null;
  steward: boolean;
}
export interface ResourceFilters {
  q?: string | undefined;
  /** A title; only what is like it. */
  similar?: string | undefined;
  /** A link; only what has it, however it is spelt. */
  url?: string | undefined;
  kind?: string[] | undefined;
  topic?: string[] | undefined;
  language?: string[] | undefined;
  outcome?: 'worked' | 'adapted' | 'failed' | undefined;
  /** Years of publication, and days within which it was published. */
  year?: string[] | undefined;
  since?: string | undefined;
  until?: string | undefined;
  form?: ('link' | 'file')[] | undefined;
  mark?: ('endorsed' | 'due')[] | undefined;
  mine?: boolean | undefined;
  saved?: boolean | undefined;
  status?: ResourceStatus | undefined;
  /** A collection of things chosen one by one. */
  collection?: string | undefined;
  /** What an automatic collection holds. */
  within?: ResourceFilters | undefined;
}
export type ResourceSort = 'newest' | 'title' | 'used' | 'evidence' | 'votes' | 'collected' | 'relevance';
export type ResourceFacet = 'kind' | 'topic' | 'language' | 'outcome' | 'year' | 'form' | 'mark';

const uses = sql`(${resources.usesWorked} + ${resources.usesAdapted} + ${resources.usesFailed})`;
const OUTCOMES = { worked: resources.usesWorked, adapted: resources.usesAdapted, failed: resources.usesFailed };
/** The day has come on which it is to be looked at again. */
const due = sql`(${resources.reviewOn} <= current_date)`;
const MARKS = { endorsed: sql`(${resources.endorsementCount} > 0)`, due };
const year = sql`substring(${resources.publishedOn} from '^[0-9]{4}')`;
type Key = Exclude<ResourceSort, 'relevance'>;
const ORDERS: Record<Key, { kinds: ('text' | 'time' | 'number' | 'id')[]; descending: boolean; cast: SQL }> = {
  newest: { kinds: ['time', 'id'], descending: true, cast: sql`::timestamptz` },
  title: { kinds: ['text', 'id'], descending: false, cast: sql`::text` },
  used: { kinds: ['number', 'id'], descending: true, cast: sql`::int` },
  evidence: { kinds: ['number', 'id'], descending: true, cast: sql`::int` },
  votes: { kinds: ['number', 'id'], descending: true, cast: sql`::int` },
  collected: { kinds: ['number', 'id'], descending: false, cast: sql`::int` },
};
const KEY: Record<Exclude<Key, 'collected'>, SQL> = {
  newest: sql`${resources.createdAt}`,
  title: sql`${sortTitle}`,
  used: uses,
  evidence: sql`${resources.evidence}`,
  votes: sql`${resources.score}`,
};
const keyOf = (sort: Key, { collection }: ResourceFilters): SQL =>
  sort === 'collected'
    ? sql`(select position from ${collectionItems} where collection_id = ${collection ?? null} and resource_id = ${resources.id})`
    : KEY[sort];
const sortOf = (sort: ResourceSort | undefined, ranked: boolean, collected: boolean): ResourceSort => {
  if ((sort === 'relevance' && !ranked) || (sort === 'collected' && !collected)) return 'newest';
  return sort ?? (ranked ? 'relevance' : collected ? 'collected' : 'newest');
};

const valuesOf = (conditions: Record<string, SQL>) =>
  sql`array_remove(array[${sql.join(
    Object.entries(conditions).map(([value, condition]) => sql`case when ${condition} then ${value}::text end`),
    sql`, `,
  )}], null)`;
const anyOf = (conditions: readonly SQL[]) => sql`(${sql.join([...conditions], sql` or `)})`;
const chosenYears = ({ year: years, since, until }: ResourceFilters) =>
  years?.length || since || until
    ? and(
        years?.length ? inArray(year, years) : undefined,
        since ? sql`${resources.publishedOn} >= ${since}` : undefined,
        until ? sql`${resources.publishedOn} <= ${until}` : undefined,
      )
    : undefined;

function fieldsOf(filters: ResourceFilters): Record<ResourceFacet, FacetField> {
  const { kind, topic, language, outcome, form, mark } = filters;
  const isFile = sql`(${resources.fileId} is not null)`;
  return {
    kind: { values: sql`array[${resources.kind}]`, chosen: kind && inArray(resources.kind, kind), asked: kind },
    topic: { values: sql`${resources.topics}`, chosen: topic && arrayOverlaps(resources.topics, topic), asked: topic },
    language: {
      values: sql`array_remove(array[${resources.language}], null)`,
      chosen: language && inArray(resources.language, language),
      asked: language,
    },
    outcome: {
      values: valuesOf({
        worked: sql`${resources.usesWorked} > 0`,
        adapted: sql`${resources.usesAdapted} > 0`,
        failed: sql`${resources.usesFailed} > 0`,
      }),
      chosen: outcome && sql`${OUTCOMES[outcome]} > 0`,
      asked: outcome && [outcome],
    },
    year: { values: sql`array_remove(array[${year}], null)`, chosen: chosenYears(filters), asked: filters.year },
    form: {
      values: valuesOf({ file: isFile, link: sql`not ${isFile}` }),
      chosen: form && anyOf(form.map((one) => (one === 'file' ? isFile : sql`not ${isFile}`))),
      asked: form,
    },
    mark: { values: valuesOf(MARKS), chosen: mark && anyOf(mark.map((one) => MARKS[one])), asked: mark },
  };
}

/** A change of something published waits for a steward. */
const changeWaits = sql`(${resources.pending} is not null and ${resources.pendingNote} is null)`;

/** Everybody sees what is published; drafts are their author’s; what is proposed, and changes that are, their author’s and the stewards’. */
function inStatus({ id, steward }: Viewer, { status, mine }: ResourceFilters): SQL {
  const own = id === null ? sql`false` : sql`${resources.authorId} = ${id}`;
  if (status === undefined) return mine ? own : sql`${resources.status} = 'published'`;
  const whose = status === 'draft' || (status === 'proposed' && !steward) ? own : sql`true`;
  const is = status === 'proposed' ? sql`(${resources.status} = 'proposed' or ${changeWaits})` : sql`${resources.status} = ${status}`;
  return sql`(${is} and ${whose} and ${mine ? own : sql`true`})`;
}

/** Conditions beside the facets and the text. */
function common(communityId: string, viewer: Viewer, filters: ResourceFilters): SQL {
  const { url, saved, collection } = filters;
  const kept = sql`select object_id from ${saves} where member_id = ${viewer.id} and object_type = 'resource'`;
  const collected = sql`select resource_id from ${collectionItems} where collection_id = ${collection}`;
  const conditions = [
    sql`${resources.communityId} = ${communityId}`,
    sql`${resources.deletedAt} is null`,
    inStatus(viewer, filters),
    url === undefined ? [] : sql`${resources.urlKey} = ${urlKey(url)}`,
    saved ? (viewer.id === null ? sql`false` : sql`${resources.id} in (${kept})`) : [],
    collection === undefined ? [] : sql`${resources.id} in (${collected})`,
  ];
  return sql.join(conditions.flat(), sql` and `);
}

export interface ResourceList {
  items: ResourceRow[];
  nextCursor: string | null;
  total: number | null;
  facets: FacetCounts<ResourceFacet>['counts'] | null;
}

/** What is like a title, or matches a text. */
async function matching(
  db: Db,
  communityId: string,
  there: SQL,
  { q, similar }: ResourceFilters,
  chosen: SQL,
  cursor: string | undefined,
): Promise<TextSearch | undefined> {
  if (similar) return similarTo(db, sql`${resources} where ${there}`, similar, { vector: search, short: sortTitle });
  if (!q) return undefined;
  return searchText(db, communityId, there, q, { vector: search, short: sortTitle, by: 'density', noun: 'resources', chosen }, cursor);
}

/** What holds for a list beside its facets and its text: also what an automatic collection holds. */
async function thereOf(db: Db, communityId: string, viewer: Viewer, filters: ResourceFilters): Promise<SQL> {
  const there = common(communityId, viewer, filters);
  const { within } = filters;
  if (!within) return there;
  const chosen = chosenBut(fieldsOf(within));
  const held = await matching(db, communityId, there, within, chosen, undefined);
  return sql`${there} and ${chosen}${held ? sql` and ${held.match}` : sql``}`;
}

/** Resources, filtered and sorted; relevance where there is a text, else the newest first. The total is told with the first page, up to about 2,000. */
export async function listResources(
  db: Db,
  communityId: string,
  {
    viewer,
    filters,
    limit,
    cursor,
    ...ask
  }: {
    viewer: Viewer;
    filters: ResourceFilters;
    sort?: ResourceSort | undefined;
    facets: boolean;
    limit: number;
    cursor?: string | undefined;
  },
): Promise<ResourceList> {
  const fields = fieldsOf(filters);
  const there = await thereOf(db, communityId, viewer, filters);
  const found = await matching(db, communityId, there, filters, chosenBut(fields), cursor);
  const sort = sortOf(ask.sort, found !== undefined, filters.collection !== undefined);
  const base = found ? sql`${there} and ${found.match}` : there;
  const fitting = sql`${base} and ${chosenBut(fields)}`;
  const { where, few } = found ? { where: fitting, few: !found?.many } : await byIndexes(db, 'resources', fitting);
  const page =
    sort === 'relevance' && found
      ? await byRelevance(db, sql`${there} and ${chosenBut(fields)}`, found, { limit, cursor })
      : await sorted(db, where, sort === 'relevance' ? 'newest' : sort, { filters, limit, cursor });
  const counted = ask.facets ? await countFacets(db, resources, base, fields) : null;
  const total = counted?.total ?? (cursor === undefined && few ? await countUpTo(db, resources, where) : null);
  return { ...page, total, facets: counted?.counts ?? null };
}

interface Paging {
  limit: number;
  cursor?: string | undefined;
}
type Page = Pick<ResourceList, 'items' | 'nextCursor'>;

async function sorted(db: Db, where: SQL, sort: Key, { filters, limit, cursor }: Paging & { filters: ResourceFilters }): Promise<Page> {
  const { kinds, descending, cast } = ORDERS[sort];
  const key = keyOf(sort, filters);
  const after = decodeCursor(cursor, sort, kinds);
  const direction = descending ? desc : asc;
  const further = after && sql`(${key}, ${resources.id}) ${sql.raw(descending ? '<' : '>')} (${after[0]}${cast}, ${after[1]}::uuid)`;
  const some = await select(db, key)
    .where(and(where, further))
    .orderBy(direction(key), direction(resources.id))
    .limit(limit + 1);
  const { rows: found, nextCursor } = pageOfRows(some, limit, (last) =>
    encodeCursor(sort, [sort === 'newest' ? last.createdAt.toISOString() : last.key, last.id]),
  );
  return { items: found.map(({ key: _key, ...row }) => row), nextCursor };
}

async function byRelevance(db: Db, where: SQL, found: TextSearch, paging: Paging): Promise<Page> {
  const { ids, nextCursor } = await rankedPage(db, { table: resources, id: resources.id, time: resources.createdAt }, where, found, paging);
  const some = ids.length > 0 ? await select(db).where(inArray(resources.id, ids)) : [];
  return { items: inOrderOf(ids, some, ({ id }) => id), nextCursor };
}

/** From so many conditions on, one pass over all is less than a search by the indexes for each. */
const ONE_PASS = 3;

/**
 * How many resources each of some automatic collections holds for everybody, in the order given. At most three queries, however many they
 * are: what only narrows is counted in one pass over the resources, what searches by its index.
 */
export async function countWithin(db: Db, communityId: string, withins: readonly ResourceFilters[]): Promise<number[]> {
  if (withins.length === 0) return [];
  const there = common(communityId, { id: null, steward: false }, {});
  const texts = [...new Set(withins.flatMap(({ q }) => q || []))];
  const matches = await matchesOf(db, communityId, there, texts, { vector: search, short: sortTitle, noun: 'resources' });
  const matchOf = new Map(texts.map((q, i) => [q, matches[i]]));
  const plain = withins.filter(({ q }) => !q);
  const pass = plain.map((within) => sql`count(*) filter (where ${chosenBut(fieldsOf(within))})`);
  const counts = withins.map((within) => {
    const at = plain.indexOf(within);
    if (at >= 0 && plain.length >= ONE_PASS) return sql`(select counts[${at + 1}::int] from pass)`;
    const match = (within.q && matchOf.get(within.q)) || sql`true`;
    return sql`(select count(*) from ${resources} where ${there} and ${chosenBut(fieldsOf(within))} and ${match})`;
  });
  const inOne =
    pass.length >= ONE_PASS
      ? sql`with pass as materialized (select array[${sql.join(pass, sql`, `)}] as counts from ${resources} where ${there}) `
      : sql``;
  const [row] = await rows<{ counts: number[] }>(db, sql`${inOne}select array[${sql.join(counts, sql`, `)}]::int[] as counts`);
  return row?.counts ?? [];
}

export async function findResource(db: Db, communityId: string, id: string): Promise<ResourceRow | undefined> {
  const [row] = await findResources(db, communityId, [id]);
  return row;
}

/** Some resources by their ids, in whatever order. */
export async function findResources(db: Db, communityId: string, ids: readonly string[]): Promise<ResourceRow[]> {
  if (ids.length === 0) return [];
  return select(db).where(
    and(eq(resources.communityId, communityId), inArray(resources.id, [...ids]), sql`${resources.deletedAt} is null`),
  );
}

/** How alike words must be to be offered in place of others, from 0 to 1. */
const ALIKE = 0.3;

/** A topic or a title that is most like words which nothing has. */
export async function didYouMean(db: Db, communityId: string, q: string): Promise<string | null> {
  const [best] = await rows<{ text: string }>(
    db,
    sql`select text from (
        select label as text, similarity(lower(label), ${fold(q)}) as alike from topics where community_id = ${communityId} and ${isSeen(communityId, sql`topics.id`, 'everyone')}
        union all
        select title, similarity(sort_title, ${fold(q)}) from resources
          where community_id = ${communityId} and deleted_at is null and status = 'published'
      ) as words where alike >= ${ALIKE}::real and lower(text) <> ${fold(q)} order by alike desc, text limit 1`,
  );
  return best?.text ?? null;
}
