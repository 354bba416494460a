import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

/*
 * One dialect from the embedded database to a cluster: plain PostgreSQL ≥ 15 with pg_trgm.
 * Ids are UUIDs of version 7, made by the application: they sort by time and need no central sequence.
 * Counters (score, answerCount, …) stand on the row they belong to and change in the same transaction as what they count.
 * Imported records carry `source` (shown for attribution) and `sourceKey` (unique in a community, so that an import can run again).
 */

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });
const time = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });
const words = (name: string) =>
  text(name)
    .array()
    .notNull()
    .default(sql`'{}'::text[]`);
/** Filled by the database itself, so that no writer can forget it; `search_document` (migration 0000) weighs its arguments A to D. */
const search = (a: string, b: string, c: string, d: string) =>
  tsvector('search').generatedAlwaysAs(sql.raw(`search_document(${a}, ${b}, ${c}, ${d})`));
/** A member's words as far as a reader may see them: 0 everyone, 1 members, 2 stewards (`readable_by`, migration 0000). */
const memberSearch = (name: string, reader: 0 | 1 | 2) => {
  const field = (key: string, value: string) => `readable_by(visibility, '${key}', ${reader}, ${value})`;
  const offers = field('offers', 'search_words(offers)');
  const place = field('place', `coalesce(place, '')`);
  const parts = [`name || ' ' || ${offers}`, `headline || ' ' || search_words(topics)`, place, field('bio', 'bio')];
  return tsvector(name).generatedAlwaysAs(sql.raw(`search_document(${parts.join(', ')})`));
};
const count = (name: string) => integer(name).notNull().default(0);
/** What a column is sorted and typo-matched by: without case and accents, whatever the collation of the database. */
const sortKey = (name: string, of: string) =>
  text(name).generatedAlwaysAs(
    sql.raw(
      `lower(translate(${of}, 'ÀÁÂÃÄÅàáâãäåÈÉÊËèéêëÌÍÎÏìíîïÒÓÔÕÖØòóôõöøÙÚÛÜùúûüÇçÑñŠšŽžÝýÿĆćČčŁłĞğİışŞ', 'AAAAAAaaaaaaEEEEeeeeIIIIiiiiOOOOOOooooooUUUUuuuuCcNnSsZzYyyCcCcLlGgIisS'))`,
    ),
  );

export interface SourceRecord {
  name: string;
  url: string | null;
  licence: string | null;
  licenceUrl: string | null;
}

const community = () =>
  text('community_id')
    .notNull()
    .references(() => communities.id, { onDelete: 'cascade' });
const written = {
  createdAt: time('created_at').notNull().defaultNow(),
  updatedAt: time('updated_at').notNull().defaultNow(),
  editedAt: time('edited_at'),
  deletedAt: time('deleted_at'),
  version: integer('version').notNull().default(1),
};
const imported = { source: jsonb('source').$type<SourceRecord>(), sourceKey: text('source_key') };
const useCounts = { usesWorked: count('uses_worked'), usesAdapted: count('uses_adapted'), usesFailed: count('uses_failed') };
const author = () => uuid('author_id').references(() => members.id, { onDelete: 'set null' });

export const communities = pgTable('communities', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  description: text('description').notNull().default(''),
  language: text('language').notNull().default('en'),
  sources: jsonb('sources').$type<SourceRecord[]>().notNull().default([]),
  createdAt: time('created_at').notNull().defaultNow(),
});

export const members = pgTable(
  'members',
  {
    id: uuid('id').primaryKey(),
    communityId: community(),
    name: text('name').notNull(),
    headline: text('headline').notNull().default(''),
    bio: text('bio').notNull().default(''),
    avatarUrl: text('avatar_url'),
    /** Profile outside, of authors who came with imported content. */
    url: text('url'),
    pronouns: text('pronouns'),
    place: text('place'),
    country: text('country'),
    languages: words('languages'),
    timeZone: text('time_zone'),
    topics: words('topics'),
    offers: words('offers'),
    needs: words('needs'),
    links: jsonb('links').$type<{ kind: string; label: string; url: string }[]>().notNull().default([]),
    groups: jsonb('groups').$type<{ name: string; role: string | null }[]>().notNull().default([]),
    participation: text('participation'),
    role: text('role', { enum: ['member', 'steward'] })
      .notNull()
      .default('member'),
    demo: boolean('demo').notNull().default(false),
    listed: boolean('listed').notNull().default(true),
    visibility: jsonb('visibility').$type<Record<string, string>>().notNull().default({}),
    /** Null: an author of imported content who never joined; not in the directory. */
    joinedAt: time('joined_at'),
    lastVisitAt: time('last_visit_at'),
    updatedAt: time('updated_at').notNull().defaultNow(),
    version: integer('version').notNull().default(1),
    sortName: sortKey('sort_name', 'name'),
    /** What everyone may search; below it what members and what stewards may, since fields have readers. */
    search: memberSearch('search', 0),
    searchMembers: memberSearch('search_members', 1),
    searchStewards: memberSearch('search_stewards', 2),
    ...imported,
  },
  (t) => [
    uniqueIndex('members_source').on(t.communityId, t.sourceKey),
    index('members_by_name')
      .on(t.communityId, t.sortName, t.id)
      .where(sql`listed and joined_at is not null`),
    index('members_by_joined')
      .on(t.communityId, t.joinedAt, t.id)
      .where(sql`listed and joined_at is not null`),
    index('members_search').using('gin', t.search),
    index('members_search_members').using('gin', t.searchMembers),
    index('members_search_stewards').using('gin', t.searchStewards),
    index('members_name_typos').using('gin', t.sortName.op('gin_trgm_ops')),
    index('members_topics').using('gin', t.topics),
    index('members_offers').using('gin', t.offers),
    index('members_needs').using('gin', t.needs),
  ],
);

/** Which outside identity is which member: `issuer` is the token's issuer, `proxy` or `demo`. */
export const identities = pgTable(
  'identities',
  {
    communityId: community(),
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.issuer, t.subject] })],
);

export const topics = pgTable('topics', { communityId: community(), id: text('id').notNull(), label: text('label').notNull() }, (t) => [
  primaryKey({ columns: [t.communityId, t.id] }),
]);

export const questions = pgTable(
  'questions',
  {
    id: uuid('id').primaryKey(),
    communityId: community(),
    kind: text('kind', { enum: ['problem', 'information', 'experience', 'development'] }),
    title: text('title').notNull(),
    body: text('body').notNull(),
    excerpt: text('excerpt').notNull(),
    topics: words('topics'),
    authorId: author(),
    score: count('score'),
    answerCount: count('answer_count'),
    commentCount: count('comment_count'),
    acceptedAnswerId: uuid('accepted_answer_id'),
    closedAt: time('closed_at'),
    ...useCounts,
    sortTitle: sortKey('sort_title', 'title'),
    search: search('title', 'search_words(topics)', `''`, 'body'),
    ...written,
    ...imported,
  },
  (t) => [
    index('questions_title_typos').using('gin', t.sortTitle.op('gin_trgm_ops')),
    uniqueIndex('questions_source').on(t.communityId, t.sourceKey),
    index('questions_newest').on(t.communityId, t.createdAt, t.id),
    index('questions_active').on(t.communityId, t.updatedAt, t.id),
    index('questions_votes').on(t.communityId, t.score, t.id),
    index('questions_author').on(t.authorId),
    index('questions_topics').using('gin', t.topics),
    index('questions_search').using('gin', t.search),
  ],
);

export const answers = pgTable(
  'answers',
  {
    id: uuid('id').primaryKey(),
    communityId: community(),
    questionId: uuid('question_id')
      .notNull()
      .references(() => questions.id, { onDelete: 'cascade' }),
    body: text('body').notNull(),
    excerpt: text('excerpt').notNull(),
    authorId: author(),
    score: count('score'),
    commentCount: count('comment_count'),
    ...useCounts,
    ...written,
    ...imported,
  },
  (t) => [
    uniqueIndex('answers_source').on(t.communityId, t.sourceKey),
    index('answers_question').on(t.questionId, t.score, t.id),
    index('answers_author').on(t.authorId),
  ],
);

export const comments = pgTable(
  'comments',
  {
    id: uuid('id').primaryKey(),
    communityId: community(),
    objectType: text('object_type', { enum: ['question', 'answer', 'resource', 'post'] }).notNull(),
    objectId: uuid('object_id').notNull(),
    /** The question, resource or post that the whole thread belongs to. */
    threadId: uuid('thread_id').notNull(),
    body: text('body').notNull(),
    authorId: author(),
    score: count('score'),
    ...written,
    ...imported,
  },
  (t) => [uniqueIndex('comments_source').on(t.communityId, t.sourceKey), index('comments_thread').on(t.threadId, t.createdAt, t.id)],
);

/** Imported votes have no member; a member has one vote an object. */
export const votes = pgTable(
  'votes',
  {
    id: uuid('id').primaryKey(),
    communityId: community(),
    objectType: text('object_type', { enum: ['question', 'answer'] }).notNull(),
    objectId: uuid('object_id').notNull(),
    memberId: uuid('member_id').references(() => members.id, { onDelete: 'cascade' }),
    value: smallint('value').notNull(),
    createdAt: time('created_at').notNull().defaultNow(),
    sourceKey: text('source_key'),
  },
  (t) => [
    uniqueIndex('votes_once').on(t.objectId, t.memberId),
    uniqueIndex('votes_source').on(t.communityId, t.sourceKey),
    check('votes_value', sql`${t.value} in (-1, 1)`),
  ],
);

/** “I used this”: one a member and object. */
export const uses = pgTable(
  'uses',
  {
    id: uuid('id').primaryKey(),
    communityId: community(),
    objectType: text('object_type', { enum: ['answer', 'resource'] }).notNull(),
    objectId: uuid('object_id').notNull(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    outcome: text('outcome', { enum: ['worked', 'adapted', 'failed'] }).notNull(),
    context: text('context').notNull().default(''),
    createdAt: time('created_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('uses_once').on(t.objectId, t.memberId), index('uses_object').on(t.objectId, t.createdAt, t.id)],
);

export const resources = pgTable(
  'resources',
  {
    id: uuid('id').primaryKey(),
    communityId: community(),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    description: text('description').notNull().default(''),
    url: text('url'),
    fileId: uuid('file_id'),
    creator: text('creator'),
    publishedOn: text('published_on'),
    language: text('language'),
    licence: text('licence'),
    topics: words('topics'),
    authorId: author(),
    commentCount: count('comment_count'),
    ...useCounts,
    sortTitle: sortKey('sort_title', 'title'),
    search: search('title', 'search_words(topics)', `coalesce(creator, '')`, 'description'),
    ...written,
    ...imported,
  },
  (t) => [
    uniqueIndex('resources_source').on(t.communityId, t.sourceKey),
    uniqueIndex('resources_file').on(t.fileId),
    index('resources_newest').on(t.communityId, t.createdAt, t.id),
    index('resources_title').on(t.communityId, t.sortTitle, t.id),
    index('resources_used').on(t.communityId, sql`(uses_worked + uses_adapted + uses_failed)`, t.id),
    index('resources_title_typos').using('gin', t.sortTitle.op('gin_trgm_ops')),
    index('resources_topics').using('gin', t.topics),
    index('resources_search').using('gin', t.search),
  ],
);

export const files = pgTable('files', {
  id: uuid('id').primaryKey(),
  communityId: community(),
  memberId: uuid('member_id').references(() => members.id, { onDelete: 'set null' }),
  name: text('name').notNull(),
  type: text('type').notNull(),
  size: integer('size').notNull(),
  sha256: text('sha256').notNull(),
  createdAt: time('created_at').notNull().defaultNow(),
});
/** Apart from `files`, so that reading a list never loads bytes. In the database, so that one backup holds all and servers are stateless. */
export const fileBytes = pgTable('file_bytes', {
  fileId: uuid('file_id')
    .primaryKey()
    .references(() => files.id, { onDelete: 'cascade' }),
  bytes: bytea('bytes').notNull(),
});

export const posts = pgTable(
  'posts',
  {
    id: uuid('id').primaryKey(),
    communityId: community(),
    title: text('title'),
    body: text('body').notNull(),
    url: text('url'),
    topics: words('topics'),
    authorId: author(),
    commentCount: count('comment_count'),
    ...written,
    ...imported,
  },
  (t) => [uniqueIndex('posts_source').on(t.communityId, t.sourceKey)],
);

/** What happened, for the feed. Rows go when their object goes. */
export const activities = pgTable(
  'activities',
  {
    id: uuid('id').primaryKey(),
    communityId: community(),
    type: text('type', {
      enum: ['asked', 'answered', 'commented', 'accepted', 'added', 'used', 'posted', 'joined', 'revised'],
    }).notNull(),
    published: time('published').notNull().defaultNow(),
    actorId: uuid('actor_id').references(() => members.id, { onDelete: 'set null' }),
    objectType: text('object_type', { enum: ['question', 'answer', 'comment', 'resource', 'post', 'member'] }).notNull(),
    objectId: uuid('object_id').notNull(),
    targetType: text('target_type', { enum: ['question', 'answer', 'comment', 'resource', 'post', 'member'] }),
    targetId: uuid('target_id'),
    summary: text('summary'),
    ...imported,
  },
  (t) => [
    uniqueIndex('activities_source').on(t.communityId, t.sourceKey),
    index('activities_newest').on(t.communityId, t.published, t.id),
    index('activities_actor').on(t.actorId, t.published),
    index('activities_object').on(t.objectId),
  ],
);
export const reactions = pgTable(
  'reactions',
  {
    activityId: uuid('activity_id')
      .notNull()
      .references(() => activities.id, { onDelete: 'cascade' }),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ['thanks', 'insight', 'celebrate'] }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.activityId, t.memberId, t.kind] })],
);

/** The log behind the live stream; `seq` is the event id. Kept for a day. Written under an advisory lock, so that commit order is seq order. */
export const changes = pgTable(
  'changes',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    communityId: community(),
    activityId: uuid('activity_id'),
    objectType: text('object_type').notNull(),
    objectId: uuid('object_id').notNull(),
    at: time('at').notNull().defaultNow(),
  },
  (t) => [index('changes_community').on(t.communityId, t.seq)],
);

/** Answers to requests that carried an Idempotency-Key, replayed for 24 hours. */
export const idempotency = pgTable(
  'idempotency',
  {
    communityId: community(),
    memberId: uuid('member_id').notNull(),
    key: text('key').notNull(),
    /** Hash of method, path and body: the same key with another request is refused. */
    request: text('request').notNull(),
    status: integer('status'),
    body: text('body'),
    etag: text('etag'),
    createdAt: time('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.memberId, t.key] })],
);
