import { and, arrayOverlaps, asc, desc, eq, getTableColumns, inArray, sql, type SQL } from 'drizzle-orm';
import { USUAL_READERS } from '../contract/members.js';
import { recordChange } from './changes.js';
import type { CommunityRow } from './communities.js';
import { decodeCursor, encodeCursor, isUuid, pageOfRows, type CursorValue } from './cursor.js';
import type { Db } from './database.js';
import { byIndexes } from './estimate.js';
import { chosenBut, countFacets, countUpTo, countValues, type FacetCounts, type FacetField } from './facets.js';
import { canHelp, needHelp, type HelpSearch } from './help.js';
import { kept } from './kept.js';
import { inOrderOf, rankedPage } from './ranked.js';
import { members } from './schema.js';
import { beginWith, fold, search as searchText, type TextSearch } from './search.js';

const { search, searchMembers, searchStewards, ...columns } = getTableColumns(members);
export type ProfileRow = Omit<typeof members.$inferSelect, 'search' | 'searchMembers' | 'searchStewards'>;
/** How much of others' profiles the reader sees: 0 what everyone may, 1 what members may, 2 what stewards may. */
export type Reader = 0 | 1 | 2;

export interface MemberFilters {
  q?: string | undefined;
  /** In plain words, what members are looked for who can help with it, or who need help with it as well. */
  helpWith?: string | undefined;
  needHelpWith?: string | undefined;
  name?: string | undefined;
  topic?: string[] | undefined;
  offers?: string[] | undefined;
  needs?: string[] | undefined;
  country?: string[] | undefined;
  language?: string[] | undefined;
  /** Time zones, by their IANA names. */
  zone?: string[] | undefined;
  group?: string[] | undefined;
  /** Values of the community's own fields, as `field:value`. */
  field?: string[] | undefined;
}
export type MemberFacet = 'topic' | 'offers' | 'needs' | 'country' | 'language' | 'zone' | 'group' | `field-${string}`;
export type MemberSort = 'name' | 'joined' | 'relevance';

const VECTORS = { 0: search, 1: searchMembers, 2: searchStewards };
const READERS = ['everyone', 'members', 'stewards'] as const;
/** May the reader see a field of a row? What is hidden is neither found nor counted. */
export const seen = (field: string, reader: Reader): SQL => {
  const levels = READERS.slice(0, reader + 1).map((level) => sql.raw(`'${level}'`));
  return sql`coalesce(${members.visibility} ->> ${sql.raw(`'${field}'`)}, ${sql.raw(`'${USUAL_READERS[field] ?? 'everyone'}'`)}) in (${sql.join(levels, sql`, `)})`;
};

/** Who is in the directory. As SQL constants, so that the partial indexes serve it. */
export const inDirectory = (communityId: string) =>
  sql`${members.communityId} = ${communityId} and ${members.listed} and ${members.joinedAt} is not null`;

/** Members of any of these groups, as far as the reader may see who is in them; undefined where none is named. */
export const inGroups = (names: readonly string[] | undefined, reader: Reader): SQL | undefined =>
  names && and(anyOf(names.map((name) => sql`${members.groups} @> ${json([{ name }])}`)), seen('groups', reader));

/** The community's own fields that are chosen from a list. */
export const choices = ({ profileFields }: CommunityRow) => profileFields.filter(({ type }) => type === 'choice');

const anyOf = (conditions: SQL[]): SQL | undefined => (conditions.length > 0 ? sql`(${sql.join(conditions, sql` or `)})` : undefined);
const json = (value: unknown) => sql`${JSON.stringify(value)}::jsonb`;

/** The community's own fields, as facets. */
function ownFields(community: CommunityRow, field: readonly string[] | undefined, reader: Reader): Record<string, FacetField> {
  const of = (id: string): FacetField => {
    const asked = field?.flatMap((one) => (one.startsWith(`${id}:`) ? [one.slice(id.length + 1)] : []));
    const value = sql`${members.fields} ->> ${id}`;
    const chosen = anyOf((asked ?? []).map((one) => sql`${members.fields} @> ${json({ [id]: one })}`));
    return {
      values: sql`case when ${value} is not null and ${seen('fields', reader)} then array[${value}] else '{}' end`,
      chosen: chosen && sql`${chosen} and ${seen('fields', reader)}`,
      asked,
    };
  };
  return Object.fromEntries(choices(community).map(({ id }) => [`field-${id}`, of(id)]));
}

function fieldsOf(community: CommunityRow, filters: MemberFilters, reader: Reader): Record<MemberFacet, FacetField> {
  const list = (column: typeof members.topics, asked: string[] | undefined, field?: string): FacetField => ({
    values: field ? sql`case when ${seen(field, reader)} then ${column} else '{}' end` : sql`${column}`,
    chosen: asked && and(arrayOverlaps(column, asked), field ? seen(field, reader) : undefined),
    asked,
  });
  const one = (column: typeof members.country | typeof members.timeZone, asked: string[] | undefined, field: string): FacetField => ({
    values: sql`case when ${column} is not null and ${seen(field, reader)} then array[${column}] else '{}' end`,
    chosen: asked && and(inArray(column, asked), seen(field, reader)),
    asked,
  });
  return {
    topic: list(members.topics, filters.topic),
    offers: list(members.offers, filters.offers, 'offers'),
    needs: list(members.needs, filters.needs, 'needs'),
    country: one(members.country, filters.country, 'place'),
    language: list(members.languages, filters.language, 'languages'),
    zone: one(members.timeZone, filters.zone, 'timeZone'),
    group: {
      values: sql`case when ${seen('groups', reader)} then array(select distinct one ->> 'name' from jsonb_array_elements(${members.groups}) as one) else '{}' end`,
      chosen: inGroups(filters.group, reader),
      asked: filters.group,
    },
    ...ownFields(community, filters.field, reader),
  };
}

const beginningOf = (name: string): string => fold(name).replace(/[\\%_]/g, '\\$&');

/** Whose name, or a word of it, begins so. */
function called(name: string): SQL {
  const start = beginningOf(name);
  // The words are in an index, whole names are not.
  return sql` and ${beginWith(members.sortName, name)} and (${members.sortName} like ${`${start}%`} or ${members.sortName} like ${`% ${start}%`})`;
}

interface Order {
  /** What a cursor of it is known by. */
  name: string;
  kinds: ('text' | 'time' | 'id')[];
  descending: boolean;
  key: SQL<CursorValue>;
  cast: SQL;
}
type Key = Exclude<MemberSort, 'relevance'>;
const ORDERS: Record<Key, Order> = {
  name: { name: 'name', kinds: ['text', 'id'], descending: false, key: sql`${members.sortName}`, cast: sql`::text` },
  joined: { name: 'joined', kinds: ['time', 'id'], descending: true, key: sql`${members.joinedAt}`, cast: sql`::timestamptz` },
};
/** Of those who are called so: whose first name begins so comes before who bears it further on. */
const calledOrder = (name: string): Order => ({
  ...ORDERS.name,
  name: 'called',
  key: sql`(case when ${members.sortName} like ${`${beginningOf(name)}%`} then '1' else '2' end || ${members.sortName})`,
});

export interface MemberList {
  items: ProfileRow[];
  nextCursor: string | null;
  total: number | null;
  facets: FacetCounts<MemberFacet>['counts'] | null;
  /** What was looked for by `helpWith` or `needHelpWith`. */
  help: HelpSearch | undefined;
}

/** Who is in the directory and fits the words, as far as the reader may see; `found` tells how well, `beside` what must hold beside it. */
async function lookUp(
  db: Db,
  communityId: string,
  filters: MemberFilters,
  chosen: SQL,
  reader: Reader,
  readerId: string | undefined,
  cursor: string | undefined,
): Promise<{ base: SQL; beside: SQL; found: TextSearch | undefined; help: HelpSearch | undefined }> {
  const { q, helpWith, needHelpWith } = filters;
  const listed = filters.name ? sql`${inDirectory(communityId)}${called(filters.name)}` : inDirectory(communityId);
  const text = q
    ? await searchText(
        db,
        communityId,
        listed,
        q,
        { vector: VECTORS[reader], short: members.sortName, by: 'field', noun: 'members', chosen },
        cursor,
      )
    : undefined;
  const help = helpWith
    ? await canHelp(db, communityId, helpWith, { seesOffers: seen('offers', reader), readerId })
    : needHelpWith
      ? await needHelp(db, communityId, needHelpWith, { seesNeeds: seen('needs', reader), readerId })
      : undefined;
  const found = help ?? text;
  const beside = help && text ? sql`${listed} and ${text.match}` : listed;
  return { base: found ? sql`${beside} and ${found.match}` : listed, beside, found, help };
}

/**
 * The directory. The total is told with the first page, of a search or a choice up to about 2,000; later pages cost what their rows cost.
 * Counts of more than 2,000 people may be half a minute old.
 */
export async function listMembers(
  db: Db,
  community: CommunityRow,
  {
    filters,
    reader,
    readerId,
    limit,
    cursor,
    ...ask
  }: {
    filters: MemberFilters;
    reader: Reader;
    readerId?: string | undefined;
    sort?: MemberSort | undefined;
    facets: boolean;
    limit: number;
    cursor?: string | undefined;
  },
): Promise<MemberList> {
  const searching = Boolean(filters.q || filters.helpWith || filters.needHelpWith);
  const sort = ask.sort === 'relevance' && !searching ? 'name' : (ask.sort ?? (searching ? 'relevance' : 'name'));
  const fields = fieldsOf(community, filters, reader);
  const { base, beside, help, found } = await lookUp(db, community.id, filters, chosenBut(fields), reader, readerId, cursor);
  const narrowed = Object.values(fields).some(({ chosen }) => chosen);
  const fitting = sql`${base} and ${chosenBut(fields)}`;
  const { where, few } = narrowed && !found ? await byIndexes(db, 'members', fitting) : { where: fitting, few: !found?.many };
  const page =
    sort === 'relevance' && found
      ? await byRelevance(db, sql`${beside} and ${chosenBut(fields)}`, found, { limit, cursor })
      : await sorted(db, where, sort !== 'joined' && filters.name ? calledOrder(filters.name) : ORDERS[sort === 'joined' ? sort : 'name'], {
          limit,
          cursor,
          counted: narrowed && few,
        });
  // What nothing narrows is the whole directory, and that is counted once for many readers.
  const whole = !found && !filters.name;
  const counted = ask.facets
    ? await countFacets(db, members, base, fields, whole ? await countDirectory(db, community, reader, readerId) : undefined)
    : null;
  const uncounted = () => (whole && !narrowed ? sizeOfDirectory(db, community.id, readerId) : countUpTo(db, members, where));
  const total = counted?.total ?? (cursor === undefined && few ? (page.all ?? (await uncounted())) : null);
  return { items: page.items, nextCursor: page.nextCursor, total, facets: counted?.counts ?? null, help };
}

interface Paging {
  limit: number;
  cursor?: string | undefined;
  /** Whether to count, with the first page, all rows that fit: they are so few that they are sorted anyway. */
  counted?: boolean;
}
type Page = Pick<MemberList, 'items' | 'nextCursor'> & { all?: number | undefined };

async function sorted(
  db: Db,
  where: SQL,
  { name, kinds, descending, key, cast }: Order,
  { limit, cursor, counted }: Paging,
): Promise<Page> {
  const after = decodeCursor(cursor, name, kinds);
  const direction = descending ? desc : asc;
  const further = after && sql`(${key}, ${members.id}) ${sql.raw(descending ? '<' : '>')} (${after[0]}${cast}, ${after[1]}::uuid)`;
  const some = await db
    .select({ row: columns, key, all: counted && !after ? sql<number>`(count(*) over ())::int` : sql<undefined>`null` })
    .from(members)
    .where(and(where, further))
    .orderBy(direction(key), direction(members.id))
    .limit(limit + 1);
  const { rows, nextCursor } = pageOfRows(some, limit, (last) =>
    encodeCursor(name, [name === 'joined' ? (last.row.joinedAt?.toISOString() ?? null) : last.key, last.row.id]),
  );
  return { items: rows.map(({ row }) => row), nextCursor, all: counted && !after ? (some[0]?.all ?? 0) : undefined };
}

async function byRelevance(db: Db, where: SQL, found: TextSearch, paging: Paging): Promise<Page> {
  const { ids, nextCursor } = await rankedPage(db, { table: members, id: members.id, time: members.joinedAt }, where, found, paging);
  const some = ids.length > 0 ? await db.select(columns).from(members).where(inArray(members.id, ids)) : [];
  return { items: inOrderOf(ids, some, ({ id }) => id), nextCursor };
}

function countDirectory(db: Db, community: CommunityRow, reader: Reader, readerId?: string): Promise<FacetCounts<MemberFacet>> {
  const fields = fieldsOf(community, {}, reader);
  const count = () => countValues(db, members, inDirectory(community.id), fields, Object.keys(fields) as MemberFacet[]);
  return kept(db, `facets ${community.id} ${reader} ${Object.keys(fields).join()}`, count, ({ total }) => total, readerId);
}

function sizeOfDirectory(db: Db, communityId: string, readerId?: string): Promise<number> {
  return kept(
    db,
    `members ${communityId}`,
    async () => db.$count(members, inDirectory(communityId)),
    (count) => count,
    readerId,
  );
}

/** One member of the community, also one who has left the directory or never joined. */
export async function findProfile(db: Db, communityId: string, id: string): Promise<ProfileRow | undefined> {
  const [row] = await db
    .select(columns)
    .from(members)
    .where(and(eq(members.communityId, communityId), eq(members.id, id)));
  return row;
}

/** Those of the members that are there, in the order of the ids. */
export async function findProfiles(db: Db, communityId: string, ids: readonly string[]): Promise<ProfileRow[]> {
  const known = [...new Set(ids)].filter(isUuid);
  if (known.length === 0) return [];
  const found = await db
    .select(columns)
    .from(members)
    .where(and(eq(members.communityId, communityId), inArray(members.id, known)));
  const byId = new Map(found.map((row) => [row.id, row]));
  return known.flatMap((id) => byId.get(id) ?? []);
}

export type ProfileChange = Partial<
  Pick<
    ProfileRow,
    | 'name'
    | 'headline'
    | 'bio'
    | 'pronouns'
    | 'place'
    | 'country'
    | 'languages'
    | 'timeZone'
    | 'topics'
    | 'offers'
    | 'needs'
    | 'links'
    | 'participation'
    | 'listed'
    | 'visibility'
    | 'workingHours'
    | 'fields'
    | 'groups'
    | 'deletionDueAt'
    | 'quietHours'
    | 'asksPerWeek'
    | 'reminders'
  >
>;

/** @returns undefined where the version is no longer the one given */
export async function updateProfile(
  tx: Db,
  communityId: string,
  id: string,
  version: number,
  change: ProfileChange,
): Promise<ProfileRow | undefined> {
  const [row] = await tx
    .update(members)
    .set({ ...change, version: version + 1, updatedAt: new Date() })
    .where(and(eq(members.communityId, communityId), eq(members.id, id), eq(members.version, version)))
    .returning(columns);
  if (row) await recordChange(tx, communityId, { type: 'member', id });
  return row;
}
