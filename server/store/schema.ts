import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  check,
  customType,
  date,
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
  type AnyPgColumn,
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
/**
 * How much speaks for a resource, in millionths: the lower bound of the Wilson score interval at 95 % (Wilson 1927, doi:10.2307/2276774) of the
 * share for whom it worked. An endorsement counts as one more of them. So 9 of 10 come before 1 of 1, and 1 of 1 before 1 of 3.
 */
const evidence = (name: string) => {
  const n = '(uses_worked + uses_adapted + uses_failed + endorsement_count)::float8';
  const p = `((uses_worked + uses_adapted + endorsement_count) / ${n})`;
  const z = 1.96;
  const bound = `(${p} + ${z ** 2} / (2 * ${n}) - ${z} * sqrt((${p} * (1 - ${p}) + ${z ** 2} / (4 * ${n})) / ${n})) / (1 + ${z ** 2} / ${n})`;
  return integer(name).generatedAlwaysAs(
    sql.raw(
      `case when uses_worked + uses_adapted + uses_failed + endorsement_count = 0 then 0 else round(1000000 * ${bound})::integer end`,
    ),
  );
};
/** What a column is sorted and typo-matched by: without case and accents, whatever the collation of the database. */
const sortKey = (name: string, of: string) =>
  text(name).generatedAlwaysAs(
    sql.raw(
      `lower(translate(${of}, 'ÀÁÂÃÄÅàáâãäåÈÉÊËèéêëÌÍÎÏìíîïÒÓÔÕÖØòóôõöøÙÚÛÜùúûüÇçÑñŠšŽžÝýÿĆćČčŁłĞğİışŞ', 'AAAAAAaaaaaaEEEEeeeeIIIIiiiiOOOOOOooooooUUUUuuuuCcNnSsZzYyyCcCcLlGgIisS'))`,
    ),
  );

/** The words of a short column, folded by its sort key and not stemmed. */
const wordsIn = (column: AnyPgColumn) => sql`to_tsvector('pg_catalog.simple', ${column})`;

/** What an activity can be about. */
export const OBJECT_TYPES = ['question', 'answer', 'comment', 'resource', 'post', 'member', 'collection', 'request'] as const;

/** What can happen to a question beside an edit of its text. */
export const REVISION_ACTS = ['closed', 'reopened', 'merged', 'unmerged', 'moved', 'revealed'] as const;
/** The texts of one state, by field; of a merge, what came along, so that it can be taken apart again. */
export interface RevisionContent {
  title?: string;
  body?: string;
  kind?: string | null;
  topics?: string[];
  details?: Record<string, string>;
  merged?: MergeRecord;
  /** Of a resource: the link and what else readers go by. */
  url?: string | null;
  creator?: string | null;
  publishedOn?: string | null;
  language?: string | null;
  licence?: string | null;
}
/** An edit of a resource that a steward has not seen yet: the fields it changes. */
export interface PendingChange {
  kind?: string;
  title?: string;
  description?: string;
  url?: string | null;
  creator?: string | null;
  publishedOn?: string | null;
  language?: string | null;
  licence?: string | null;
  topics?: string[];
}
export interface MergeRecord {
  /** The other question. */
  id: string;
  answers: string[];
  comments: string[];
  votes: string[];
  same: string[];
  follows: string[];
  /** Members who keep it for later, and who were asked to help; older records lack them. */
  saves?: string[];
  help?: string[];
  accepted: string | null;
}
/** What a merge of topics changed, so that it can be taken apart again: rows with the one alone, and with both. */
export interface TopicMergeRecord {
  rows: { table: string; column: string; only: string[]; both: string[] }[];
  /** Members who followed it alone, and who followed both. */
  follows: { only: string[]; both: string[] };
  helps: string[];
  aliases: string[];
}

export interface SourceRecord {
  name: string;
  url: string | null;
  licence: string | null;
  licenceUrl: string | null;
}

/** What a community has agreed on: the rules of its charter that the server keeps. What is missing has the default that `server/rules.ts` names. */
export interface RulesRecord {
  /** Members may ask without their name being shown to members. */
  anonymousQuestions?: boolean;
  /** What members suggest waits for a steward. */
  premoderatedResources?: boolean;
  /** Days without anything new after which an answered question closes; null: never. */
  autoCloseDays?: number | null;
  /** Months after which a resource is looked at again. */
  reviewMonths?: number;
  /** The ladder of who is asked when: hours from ring to ring, how many in each, and the most that one person is asked in a week. */
  ladder?: { hours?: number[]; size?: number; weeklyCap?: number; remindAfterHours?: number };
}
/** A link of a message. Without `readAt`, its page has yet to be read; with it and no title, it could not be. */
export interface LinkRecord {
  url: string;
  title?: string;
  description?: string;
  siteName?: string;
  /** RFC 3339. */
  readAt?: string;
}
/** A field of profiles that this community has beside the usual ones. */
export interface ProfileFieldRecord {
  id: string;
  label: string;
  type: 'text' | 'url' | 'choice';
  options?: string[];
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
  rules: jsonb('rules').$type<RulesRecord>().notNull().default({}),
  profileFields: jsonb('profile_fields').$type<ProfileFieldRecord[]>().notNull().default([]),
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
    /** Values of the community's own profile fields, by field id. */
    fields: jsonb('fields').$type<Record<string, string>>().notNull().default({}),
    /** In the member's own time zone; `days` are ISO 8601 weekdays, 1 (Monday) to 7. Times are `HH:MM`. */
    workingHours: jsonb('working_hours').$type<{ days: number[]; from: string; to: string }>(),
    /** When nobody is asked to help, in the member's own time zone; `HH:MM`. */
    quietHours: jsonb('quiet_hours').$type<{ from: string; to: string }>(),
    /** How often this member is asked to help in a week at most; null: as often as the community's rule says. */
    asksPerWeek: smallint('asks_per_week'),
    /** Whether this member is asked once how an accepted answer worked. */
    reminders: boolean('reminders').notNull().default(true),
    role: text('role', { enum: ['member', 'steward'] })
      .notNull()
      .default('member'),
    demo: boolean('demo').notNull().default(false),
    listed: boolean('listed').notNull().default(true),
    visibility: jsonb('visibility').$type<Record<string, string>>().notNull().default({}),
    /** When the account goes, as its member has asked; null: it stays. */
    deletionDueAt: time('deletion_due_at'),
    /** Null: an author of imported content who never joined; not in the directory. */
    joinedAt: time('joined_at'),
    lastVisitAt: time('last_visit_at'),
    /** Up to when everything was seen (the catch-up), and the round that is being read: its end, and what was seen of it. */
    caughtUpAt: time('caught_up_at'),
    catchUp: jsonb('catch_up').$type<{ until: string; seen: string[] }>(),
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
    index('members_name_words').using('gin', wordsIn(t.sortName)),
    index('members_topics').using('gin', t.topics),
    index('members_offers').using('gin', t.offers),
    index('members_needs').using('gin', t.needs),
    index('members_grouped')
      .on(t.communityId)
      .where(sql`listed and joined_at is not null and groups <> '[]'::jsonb`),
    index('members_groups').using('gin', t.groups.op('jsonb_path_ops')),
    index('members_fields').using('gin', t.fields.op('jsonb_path_ops')),
    index('members_deletion')
      .on(t.deletionDueAt)
      .where(sql`deletion_due_at is not null`),
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

/** The words of names and titles, by table, for words that are mistyped; triggers add them (migration 0003). A word may stand here more than once. */
export const searchWords = pgTable(
  'search_words',
  { communityId: community(), noun: text('noun').notNull(), word: text('word').notNull() },
  (t) => [
    index('search_words_known').on(t.communityId, t.noun, t.word),
    index('search_words_typos').using('gin', t.word.op('gin_trgm_ops')),
  ],
);

export const topics = pgTable('topics', { communityId: community(), id: text('id').notNull(), label: text('label').notNull() }, (t) => [
  primaryKey({ columns: [t.communityId, t.id] }),
  index('topics_words').using('gin', sql`to_tsvector('pg_catalog.english', label)`),
]);

/** Other words for a topic, such as those of topics that were merged into it. */
export const topicAliases = pgTable(
  'topic_aliases',
  {
    communityId: community(),
    id: text('id').notNull(),
    label: text('label').notNull(),
    topicId: text('topic_id').notNull(),
    /** Of a topic that was merged: what came along. */
    merged: jsonb('merged').$type<TopicMergeRecord>(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index('topic_aliases_topic').on(t.communityId, t.topicId),
    index('topic_aliases_words').using('gin', sql`to_tsvector('pg_catalog.english', label)`),
  ],
);

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
    acceptedAt: time('accepted_at'),
    /** When the asker was reminded to tell whether the accepted answer worked; once. */
    remindedAt: time('reminded_at'),
    /** When the asker said not to be asked about this question. */
    unremindedAt: time('unreminded_at'),
    closedAt: time('closed_at'),
    closedById: uuid('closed_by_id').references(() => members.id, { onDelete: 'set null' }),
    closedReason: text('closed_reason', { enum: ['answered', 'duplicate', 'outdated', 'off-topic', 'inactive', 'other'] }),
    closedNote: text('closed_note'),
    /** The question that this one was merged into; its answers and comments went there. */
    mergedIntoId: uuid('merged_into_id'),
    /** Members do not see who asks; stewards do. */
    anonymous: boolean('anonymous').notNull().default(false),
    /** The page of the portal that it was asked on, without fragment. */
    aboutUrl: text('about_url'),
    aboutTitle: text('about_title'),
    /** What the form of its kind asks beside the text: by the name of the field. */
    details: jsonb('details').$type<Record<string, string>>().notNull().default({}),
    /** Members who have the same question. */
    sameCount: count('same_count'),
    /** The ring of the ladder that has been asked last, and when the next is due; null: the ladder rests. */
    ladderStep: smallint('ladder_step').notNull().default(0),
    ladderDueAt: time('ladder_due_at'),
    /** When the ladder began; null: a question that nobody is asked about, such as an imported one. */
    ladderStartedAt: time('ladder_started_at'),
    ...useCounts,
    sortTitle: sortKey('sort_title', 'title'),
    search: search('title', 'search_words(topics)', `''`, 'body'),
    ...written,
    ...imported,
  },
  (t) => [
    index('questions_title_words').using('gin', wordsIn(t.sortTitle)),
    index('questions_title_typos').using('gin', t.sortTitle.op('gin_trgm_ops')),
    uniqueIndex('questions_source').on(t.communityId, t.sourceKey),
    index('questions_newest').on(t.communityId, t.createdAt, t.id),
    index('questions_active').on(t.communityId, t.updatedAt, t.id),
    index('questions_votes').on(t.communityId, t.score, t.id),
    index('questions_author').on(t.authorId),
    index('questions_about')
      .on(t.communityId, t.aboutUrl)
      .where(sql`about_url is not null`),
    index('questions_ladder')
      .on(t.ladderDueAt)
      .where(sql`ladder_due_at is not null`),
    index('questions_reminder')
      .on(t.acceptedAt)
      .where(sql`accepted_at is not null and reminded_at is null`),
    index('questions_merged')
      .on(t.mergedIntoId)
      .where(sql`merged_into_id is not null`),
    index('questions_topics').using('gin', t.topics),
    index('questions_to_close')
      .on(t.communityId, t.updatedAt)
      .where(sql`closed_at is null and deleted_at is null and answer_count > 0`),
    index('questions_untouched')
      .on(t.communityId, t.updatedAt)
      .where(sql`closed_at is null and deleted_at is null and accepted_answer_id is null`),
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
    objectType: text('object_type', { enum: ['question', 'answer', 'resource'] }).notNull(),
    objectId: uuid('object_id').notNull(),
    memberId: uuid('member_id').references(() => members.id, { onDelete: 'set null' }),
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

/** Every state of a text that was edited, the present one too, so that each tells who wrote it; a text that was never edited has none. */
export const revisions = pgTable(
  'revisions',
  {
    id: uuid('id').primaryKey(),
    communityId: community(),
    objectType: text('object_type', { enum: ['question', 'answer', 'resource', 'post'] }).notNull(),
    objectId: uuid('object_id').notNull(),
    /** The version that this state had. */
    version: integer('version').notNull(),
    /** Who wrote this state. */
    editorId: uuid('editor_id').references(() => members.id, { onDelete: 'set null' }),
    /** The texts of that state, by field. */
    content: jsonb('content').$type<RevisionContent>().notNull(),
    /** What a steward did to it, where the state is not a new text, and why. */
    act: text('act', { enum: [...REVISION_ACTS] }),
    note: text('note'),
    createdAt: time('created_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('revisions_object').on(t.objectId, t.version)],
);

/** What a member finds should be looked at by a steward; once a member and object. */
export const reports = pgTable(
  'reports',
  {
    id: uuid('id').primaryKey(),
    communityId: community(),
    objectType: text('object_type', { enum: ['question', 'answer', 'comment', 'resource', 'post'] }).notNull(),
    objectId: uuid('object_id').notNull(),
    /** The question, resource or post that it stands in. */
    threadId: uuid('thread_id').notNull(),
    memberId: uuid('member_id').references(() => members.id, { onDelete: 'set null' }),
    reason: text('reason', { enum: ['spam', 'rude', 'off-topic', 'wrong', 'personal', 'other'] }).notNull(),
    note: text('note').notNull().default(''),
    createdAt: time('created_at').notNull().defaultNow(),
    /** When a steward has seen to it. */
    closedAt: time('closed_at'),
    closedById: uuid('closed_by_id').references(() => members.id, { onDelete: 'set null' }),
  },
  (t) => [
    uniqueIndex('reports_once').on(t.objectId, t.memberId),
    index('reports_thread').on(t.threadId),
    index('reports_open')
      .on(t.communityId, t.createdAt, t.id)
      .where(sql`closed_at is null`),
  ],
);

/** Who wants to hear of what: a question, a topic (its id), a person. */
export const follows = pgTable(
  'follows',
  {
    communityId: community(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    objectType: text('object_type', { enum: ['question', 'topic', 'member'] }).notNull(),
    objectId: text('object_id').notNull(),
    createdAt: time('created_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.communityId, t.memberId, t.objectType, t.objectId] }),
    index('follows_object').on(t.communityId, t.objectType, t.objectId),
  ],
);

/** “I have the same question”: once a member. */
export const sameQuestions = pgTable(
  'same_questions',
  {
    questionId: uuid('question_id')
      .notNull()
      .references(() => questions.id, { onDelete: 'cascade' }),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    createdAt: time('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.questionId, t.memberId] }), index('same_questions_member').on(t.memberId)],
);

/** Who was asked to help with a question: by the ladder, or by a person who named them. Once a member and question. */
export const helpRequests = pgTable(
  'help_requests',
  {
    id: uuid('id').primaryKey(),
    communityId: community(),
    questionId: uuid('question_id')
      .notNull()
      .references(() => questions.id, { onDelete: 'cascade' }),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    /** 1 to 3 the rings of the ladder, 4 the stewards; 0: invited by a person. */
    ring: smallint('ring').notNull(),
    /** Why this person: the offer, the topic or the answers that fit. */
    reason: jsonb('reason')
      .$type<{ kind: 'offer' | 'topic' | 'answered' | 'available' | 'invited' | 'steward'; topic?: string }>()
      .notNull(),
    invitedById: uuid('invited_by_id').references(() => members.id, { onDelete: 'set null' }),
    askedAt: time('asked_at').notNull().defaultNow(),
    /** What came of it; null: nothing yet. */
    outcome: text('outcome', { enum: ['answered', 'declined'] }),
    outcomeAt: time('outcome_at'),
  },
  (t) => [
    uniqueIndex('help_requests_once').on(t.questionId, t.memberId),
    index('help_requests_member').on(t.memberId, t.askedAt),
    index('help_requests_community').on(t.communityId, t.askedAt),
  ],
);

/** Who is named in a text by `@name`. */
export const mentions = pgTable(
  'mentions',
  {
    communityId: community(),
    objectType: text('object_type', { enum: ['question', 'answer', 'comment', 'resource', 'post'] }).notNull(),
    objectId: uuid('object_id').notNull(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    createdAt: time('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.objectId, t.memberId] }), index('mentions_member').on(t.memberId, t.createdAt)],
);

/** What a member keeps for later. */
export const saves = pgTable(
  'saves',
  {
    communityId: community(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    objectType: text('object_type', { enum: ['question', 'resource'] }).notNull(),
    objectId: uuid('object_id').notNull(),
    createdAt: time('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.memberId, t.objectId] }), index('saves_object').on(t.objectId)],
);

/** “I used this”: one a member and object. */
export const uses = pgTable(
  'uses',
  {
    id: uuid('id').primaryKey(),
    communityId: community(),
    objectType: text('object_type', { enum: ['answer', 'resource'] }).notNull(),
    objectId: uuid('object_id').notNull(),
    /** Null: of a former member; then `sourceKey` tells it from others. */
    memberId: uuid('member_id').references(() => members.id, { onDelete: 'set null' }),
    outcome: text('outcome', { enum: ['worked', 'adapted', 'failed'] }).notNull(),
    context: text('context').notNull().default(''),
    createdAt: time('created_at').notNull().defaultNow(),
    /** When somebody who looks after the object has seen that it did not work. */
    attendedAt: time('attended_at'),
    sourceKey: text('source_key'),
  },
  (t) => [
    uniqueIndex('uses_once').on(t.objectId, t.memberId),
    uniqueIndex('uses_source').on(t.communityId, t.sourceKey),
    index('uses_member').on(t.memberId),
    index('uses_object').on(t.objectId, t.createdAt, t.id),
    index('uses_failed')
      .on(t.communityId, t.createdAt)
      .where(sql`outcome = 'failed' and attended_at is null`),
  ],
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
    score: count('score'),
    commentCount: count('comment_count'),
    ...useCounts,
    /** `proposed`: waits for a steward; `draft`: seen by its author and stewards; `obsolete`: no longer right, out of the lists. */
    status: text('status', { enum: ['published', 'proposed', 'draft', 'obsolete'] })
      .notNull()
      .default('published'),
    /** Why it was declined, or is obsolete. */
    statusNote: text('status_note').notNull().default(''),
    /** The link in one form for all its spellings, to find it again; null for files. */
    urlKey: text('url_key'),
    /** What the linked page says of itself. */
    link: jsonb('link').$type<{ siteName?: string; imageUrl?: string; iconUrl?: string; fetchedAt?: string }>(),
    /** The thread that a draft guide was made of. */
    questionId: uuid('question_id'),
    /** Who looks after it, and when it is looked at again. */
    stewardId: uuid('steward_id').references(() => members.id, { onDelete: 'set null' }),
    reviewOn: date('review_on', { mode: 'string' }),
    reviewedAt: time('reviewed_at'),
    reviewedById: uuid('reviewed_by_id').references(() => members.id, { onDelete: 'set null' }),
    /** Where stewards see what members write first: an edit that waits, whose it is, and why it was sent back (null: it was not). */
    pending: jsonb('pending').$type<PendingChange>(),
    pendingById: uuid('pending_by_id').references(() => members.id, { onDelete: 'set null' }),
    pendingAt: time('pending_at'),
    pendingNote: text('pending_note'),
    endorsementCount: count('endorsement_count'),
    evidence: evidence('evidence'),
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
    index('resources_title_words').using('gin', wordsIn(t.sortTitle)),
    index('resources_title_typos').using('gin', t.sortTitle.op('gin_trgm_ops')),
    index('resources_topics').using('gin', t.topics),
    index('resources_search').using('gin', t.search),
    index('resources_url').on(t.communityId, t.urlKey),
    index('resources_votes').on(t.communityId, t.score, t.id),
    index('resources_evidence').on(t.communityId, t.evidence, t.id),
    index('resources_waiting')
      .on(t.communityId, t.createdAt, t.id)
      .where(sql`(status = 'proposed' or (pending is not null and pending_note is null)) and deleted_at is null`),
    index('resources_review')
      .on(t.communityId, t.reviewOn)
      .where(sql`review_on is not null and deleted_at is null`),
  ],
);

/** A steward or a member stands for a resource by name. */
export const endorsements = pgTable(
  'endorsements',
  {
    resourceId: uuid('resource_id')
      .notNull()
      .references(() => resources.id, { onDelete: 'cascade' }),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    note: text('note').notNull().default(''),
    createdAt: time('created_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.resourceId, t.memberId] })],
);

/** Resources that belong together: chosen one by one, or all that a filter finds. */
export const collections = pgTable(
  'collections',
  {
    id: uuid('id').primaryKey(),
    communityId: community(),
    title: text('title').notNull(),
    description: text('description').notNull().default(''),
    authorId: author(),
    /** Null: chosen one by one. Else the query parameters of a list of resources. */
    filter: jsonb('filter').$type<Record<string, string | string[]>>(),
    featured: boolean('featured').notNull().default(false),
    ...written,
    ...imported,
  },
  (t) => [
    uniqueIndex('collections_source').on(t.communityId, t.sourceKey),
    index('collections_community').on(t.communityId, t.createdAt, t.id),
  ],
);
export const collectionItems = pgTable(
  'collection_items',
  {
    collectionId: uuid('collection_id')
      .notNull()
      .references(() => collections.id, { onDelete: 'cascade' }),
    resourceId: uuid('resource_id')
      .notNull()
      .references(() => resources.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    note: text('note').notNull().default(''),
    addedAt: time('added_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.collectionId, t.resourceId] }), index('collection_items_resource').on(t.resourceId)],
);

/** A resource that somebody looked for and did not find. */
export const resourceRequests = pgTable(
  'resource_requests',
  {
    id: uuid('id').primaryKey(),
    communityId: community(),
    title: text('title').notNull(),
    details: text('details').notNull().default(''),
    authorId: author(),
    /** What was found or made for it. */
    resourceId: uuid('resource_id').references(() => resources.id, { onDelete: 'set null' }),
    closedAt: time('closed_at'),
    createdAt: time('created_at').notNull().defaultNow(),
    version: integer('version').notNull().default(1),
    ...imported,
  },
  (t) => [
    uniqueIndex('resource_requests_source').on(t.communityId, t.sourceKey),
    index('resource_requests_open').on(t.communityId, t.closedAt, t.createdAt, t.id),
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
    /** The first link of the message, and what its page said of itself; null where it has none, or came in with an import. */
    link: jsonb('link').$type<LinkRecord>(),
    /** False where the author wants no card for it. */
    linkPreview: boolean('link_preview').notNull().default(true),
    ...written,
    ...imported,
  },
  (t) => [
    uniqueIndex('posts_source').on(t.communityId, t.sourceKey),
    index('posts_unread_links')
      .on(t.updatedAt)
      .where(sql`link is not null and not link ? 'readAt'`),
  ],
);

/** Files that came with a text. */
export const attachments = pgTable(
  'attachments',
  {
    communityId: community(),
    objectType: text('object_type', { enum: ['question', 'answer', 'post'] }).notNull(),
    objectId: uuid('object_id').notNull(),
    fileId: uuid('file_id')
      .notNull()
      .references(() => files.id, { onDelete: 'cascade' }),
    position: smallint('position').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.objectId, t.fileId] }), uniqueIndex('attachments_file').on(t.fileId)],
);

/** What happened, for the feed. Rows go when their object goes. */
export const activities = pgTable(
  'activities',
  {
    id: uuid('id').primaryKey(),
    communityId: community(),
    type: text('type', {
      enum: [
        'asked',
        'answered',
        'commented',
        'accepted',
        'added',
        'used',
        'posted',
        'joined',
        'revised',
        'endorsed',
        'reviewed',
        'requested',
        'collected',
        'thanked',
      ],
    }).notNull(),
    published: time('published').notNull().defaultNow(),
    actorId: uuid('actor_id').references(() => members.id, { onDelete: 'set null' }),
    objectType: text('object_type', { enum: [...OBJECT_TYPES] }).notNull(),
    objectId: uuid('object_id').notNull(),
    targetType: text('target_type', { enum: [...OBJECT_TYPES] }),
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
