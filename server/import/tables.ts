import type { RecordOf, RecordType } from './records.js';
import type { Ref } from './refs.js';
import { excerpt } from '../text.js';
import { urlKey } from '../url-key.js';

/** What goes into a row, by column; times as text, lists as arrays. */
export type Values = Record<string, unknown>;
/** Looks up what a key stands for; null where nothing was named. */
export type Lookup = (type: Ref['type'], key: string | null) => string | null;

export interface Table<T extends RecordType> {
  name: string;
  /** SQL types of the columns that come from the record. */
  columns: Record<string, string>;
  /** What identifies the row that is there already. */
  conflict: string;
  /** Of the columns, those that never count as a change. */
  uncompared: string[];
  /** Which rows that are there already may be written over; `t` is the row, `excluded` what comes. */
  writable: string;
  /** Set besides the columns when a row changes. */
  onChange: string[];
  values: (record: RecordOf<T>, lookup: Lookup) => Values;
  /** What the record stands on: without it, it is skipped. */
  needs: (record: RecordOf<T>) => Ref[];
  /** What it names as well; where that is missing, the record comes in without. */
  names: (record: RecordOf<T>) => Ref[];
}

type Written = 'question' | 'answer' | 'comment' | 'resource' | 'post';
const written = {
  author_id: 'uuid',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
  edited_at: 'timestamptz',
  version: 'integer',
  source: 'jsonb',
};
const writtenValues = (record: RecordOf<Written>, lookup: Lookup): Values => ({
  author_id: lookup('member', record.author),
  created_at: record.createdAt,
  updated_at: record.updatedAt ?? record.editedAt ?? record.createdAt,
  edited_at: record.editedAt,
  version: record.version,
  source: record.source,
});
const member = (key: string | null): Ref[] => (key === null ? [] : [{ type: 'member', key }]);
/** What was edited or deleted here since stays as it is here. */
const writtenRules = {
  conflict: 'id',
  // When something came into being doesn't change; where the source doesn't know, it is when it first came in.
  uncompared: ['version', 'updated_at', 'created_at'],
  writable: 't.deleted_at is null and (t.edited_at is null or excluded.edited_at >= t.edited_at)',
  onChange: ['version = t.version + 1', 'updated_at = greatest(t.updated_at, excluded.updated_at)'],
};
const always = { conflict: 'id', uncompared: [], writable: 'true', onChange: [] };

const members: Table<'member'> = {
  name: 'members',
  columns: {
    name: 'text',
    headline: 'text',
    bio: 'text',
    avatar_url: 'text',
    url: 'text',
    pronouns: 'text',
    place: 'text',
    country: 'text',
    languages: 'text[]',
    time_zone: 'text',
    topics: 'text[]',
    offers: 'text[]',
    needs: 'text[]',
    links: 'jsonb',
    groups: 'jsonb',
    participation: 'text',
    role: 'text',
    demo: 'boolean',
    listed: 'boolean',
    visibility: 'jsonb',
    working_hours: 'jsonb',
    fields: 'jsonb',
    deletion_due_at: 'timestamptz',
    quiet_hours: 'jsonb',
    asks_per_week: 'smallint',
    reminders: 'boolean',
    joined_at: 'timestamptz',
    last_visit_at: 'timestamptz',
    updated_at: 'timestamptz',
    version: 'integer',
    source: 'jsonb',
  },
  conflict: 'id',
  uncompared: ['version', 'updated_at', 'last_visit_at', 'joined_at'],
  // A profile has a higher version once its member has edited it here.
  writable: 't.version <= excluded.version',
  onChange: [
    'version = excluded.version',
    'updated_at = greatest(t.updated_at, excluded.updated_at)',
    'joined_at = coalesce(t.joined_at, excluded.joined_at)',
  ],
  values: (record) => ({
    ...record,
    avatar_url: record.avatarUrl,
    time_zone: record.timeZone,
    listed: !record.unlisted,
    working_hours: record.workingHours,
    deletion_due_at: record.deletionDueAt,
    quiet_hours: record.quietHours,
    asks_per_week: record.asksPerWeek,
    reminders: !record.unreminded,
    joined_at: record.joinedAt,
    last_visit_at: record.lastVisitAt,
    updated_at: record.updatedAt ?? record.joinedAt ?? '1970-01-01T00:00:00Z',
  }),
  needs: () => [],
  names: () => [],
};
const files: Table<'file'> = {
  ...always,
  name: 'files',
  columns: { member_id: 'uuid', name: 'text', type: 'text', size: 'integer', sha256: 'text', created_at: 'timestamptz' },
  values: (record, lookup) => ({
    member_id: lookup('member', record.member),
    name: record.name,
    type: record.mediaType,
    size: Buffer.byteLength(record.base64, 'base64'),
    sha256: record.sha256,
    created_at: record.createdAt,
  }),
  needs: () => [],
  names: ({ member: key }) => member(key),
};
const resources: Table<'resource'> = {
  ...writtenRules,
  uncompared: [...writtenRules.uncompared, 'url_key'],
  onChange: [...writtenRules.onChange, 'url_key = excluded.url_key'],
  name: 'resources',
  columns: {
    kind: 'text',
    title: 'text',
    description: 'text',
    url: 'text',
    url_key: 'text',
    file_id: 'uuid',
    creator: 'text',
    published_on: 'text',
    language: 'text',
    licence: 'text',
    topics: 'text[]',
    ...written,
  },
  values: (record, lookup) => ({
    ...record,
    ...writtenValues(record, lookup),
    file_id: lookup('file', record.file),
    url_key: record.url && urlKey(record.url),
    published_on: record.publishedOn,
  }),
  needs: ({ file }) => (file === null ? [] : [{ type: 'file', key: file }]),
  names: ({ author }) => member(author),
};
const posts: Table<'post'> = {
  ...writtenRules,
  name: 'posts',
  columns: { title: 'text', body: 'text', url: 'text', topics: 'text[]', ...written },
  values: (record, lookup) => ({ ...record, ...writtenValues(record, lookup) }),
  needs: () => [],
  names: ({ author }) => member(author),
};
const questions: Table<'question'> = {
  ...writtenRules,
  name: 'questions',
  columns: { kind: 'text', title: 'text', body: 'text', excerpt: 'text', topics: 'text[]', closed_at: 'timestamptz', ...written },
  values: (record, lookup) => ({
    ...record,
    ...writtenValues(record, lookup),
    excerpt: excerpt(record.body),
    closed_at: record.closedAt,
  }),
  needs: () => [],
  names: ({ author }) => member(author),
};
const answers: Table<'answer'> = {
  ...writtenRules,
  name: 'answers',
  columns: { question_id: 'uuid', body: 'text', excerpt: 'text', ...written },
  values: (record, lookup) => ({
    ...writtenValues(record, lookup),
    question_id: lookup('question', record.question),
    body: record.body,
    excerpt: excerpt(record.body),
  }),
  needs: ({ question }) => [{ type: 'question', key: question }],
  names: ({ author }) => member(author),
};
const comments: Table<'comment'> = {
  ...writtenRules,
  name: 'comments',
  columns: { object_type: 'text', object_id: 'uuid', thread_id: 'uuid', body: 'text', score: 'integer', ...written },
  values: (record, lookup) => ({
    ...writtenValues(record, lookup),
    object_type: record.object.type,
    object_id: lookup(record.object.type, record.object.key),
    body: record.body,
    score: record.score,
  }),
  needs: ({ object }) => [object],
  names: ({ author }) => member(author),
};
const votes: Table<'vote'> = {
  ...always,
  name: 'votes',
  columns: { object_type: 'text', object_id: 'uuid', member_id: 'uuid', value: 'smallint', created_at: 'timestamptz' },
  values: (record, lookup) => ({
    object_type: record.object.type,
    object_id: lookup(record.object.type, record.object.key),
    member_id: lookup('member', record.member),
    value: record.value,
    created_at: record.createdAt,
  }),
  needs: ({ object, member: key }) => [object, ...member(key)],
  names: () => [],
};
const uses: Table<'use'> = {
  ...always,
  conflict: 'object_id, member_id',
  // Told again here since: the newer word counts.
  writable: 'excluded.created_at >= t.created_at',
  name: 'uses',
  columns: { object_type: 'text', object_id: 'uuid', member_id: 'uuid', outcome: 'text', context: 'text', created_at: 'timestamptz' },
  values: (record, lookup) => ({
    object_type: record.object.type,
    object_id: lookup(record.object.type, record.object.key),
    member_id: lookup('member', record.member),
    outcome: record.outcome,
    context: record.context,
    created_at: record.createdAt,
  }),
  needs: ({ object, member: key }) => [object, ...member(key)],
  names: () => [],
};
const activities: Table<'activity'> = {
  ...always,
  uncompared: ['published'],
  name: 'activities',
  columns: {
    type: 'text',
    published: 'timestamptz',
    actor_id: 'uuid',
    object_type: 'text',
    object_id: 'uuid',
    target_type: 'text',
    target_id: 'uuid',
    summary: 'text',
    source: 'jsonb',
  },
  values: (record, lookup) => ({
    type: record.verb,
    published: record.published,
    actor_id: lookup('member', record.actor),
    object_type: record.object.type,
    object_id: lookup(record.object.type, record.object.key),
    target_type: record.target?.type ?? null,
    target_id: record.target ? lookup(record.target.type, record.target.key) : null,
    summary: record.summary,
    source: record.source,
  }),
  needs: ({ object, target }) => (target ? [object, target] : [object]),
  names: ({ actor }) => member(actor),
};

/** How records become rows, for the types that have rows of their own. */
export const tables = {
  member: members,
  file: files,
  resource: resources,
  post: posts,
  question: questions,
  answer: answers,
  comment: comments,
  vote: votes,
  use: uses,
  activity: activities,
};
export type TableType = keyof typeof tables;
