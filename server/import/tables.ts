import type { Ref } from './refs.js';
import { always, member, written, writtenRules, writtenValues, type Table } from './table.js';
import { help } from './table-help.js';
import { questions } from './table-questions.js';
import { excerpt } from '../text.js';
import { urlKey } from '../url-key.js';

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
    caught_up_at: 'timestamptz',
    updated_at: 'timestamptz',
    version: 'integer',
    source: 'jsonb',
  },
  conflict: 'id',
  uncompared: ['version', 'updated_at', 'last_visit_at', 'caught_up_at', 'joined_at'],
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
    caught_up_at: record.caughtUpAt,
    updated_at: record.updatedAt ?? record.joinedAt ?? '1970-01-01T00:00:00Z',
  }),
  needs: () => [],
  names: () => [],
};
/** Of a change that waits. */
const change = { pending: 'jsonb', pending_by_id: 'uuid', pending_at: 'timestamptz', pending_note: 'text' } as const;
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
  uncompared: [...writtenRules.uncompared, 'url_key', 'question_id'],
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
    status: 'text',
    status_note: 'text',
    link: 'jsonb',
    steward_id: 'uuid',
    review_on: 'date',
    reviewed_at: 'timestamptz',
    reviewed_by_id: 'uuid',
    question_id: 'uuid',
    ...change,
    ...written,
  },
  values: (record, lookup) => ({
    ...record,
    ...writtenValues(record, lookup),
    pending: record.change?.content ?? null,
    pending_by_id: lookup('member', record.change?.by ?? null),
    pending_at: record.change?.at ?? null,
    pending_note: record.change?.returned ?? null,
    status_note: record.statusNote,
    steward_id: lookup('member', record.steward),
    review_on: record.reviewOn,
    reviewed_at: record.reviewedAt,
    reviewed_by_id: lookup('member', record.reviewedBy),
    question_id: lookup('question', record.question ?? null),
    file_id: lookup('file', record.file),
    url_key: record.url && urlKey(record.url),
    published_on: record.publishedOn,
  }),
  needs: ({ file }) => (file === null ? [] : [{ type: 'file', key: file }]),
  names: ({ author, steward, reviewedBy, question, change }) => [
    ...[author, steward, reviewedBy, change?.by ?? null].flatMap(member),
    ...(question ? [{ type: 'question' as const, key: question }] : []),
  ],
};
const posts: Table<'post'> = {
  ...writtenRules,
  name: 'posts',
  columns: { title: 'text', body: 'text', url: 'text', topics: 'text[]', ...written },
  values: (record, lookup) => ({ ...record, ...writtenValues(record, lookup) }),
  needs: () => [],
  names: ({ author, files }) => [...member(author), ...files.map((key): Ref => ({ type: 'file', key }))],
};
/** What stands where it went when a merged question was taken out again here stays there. */
const unlessApart = (column: string) =>
  `${writtenRules.writable} and not exists (select from revisions r where r.object_id = excluded.${column} and r.act = 'unmerged'
    and r.content -> 'merged' ->> 'id' = t.${column}::text)`;
const answers: Table<'answer'> = {
  ...writtenRules,
  writable: unlessApart('question_id'),
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
  writable: unlessApart('object_id'),
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
  // Voted otherwise here since: that counts.
  writable: 't.member_id is null or excluded.created_at > t.created_at',
  // It went with a question that was merged or taken out again here.
  unless: 'exists (select from votes v where v.id = r.id and v.object_id <> r.object_id)',
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
  // Told again here since: that word counts, and so does that somebody has seen it.
  writable: 'excluded.created_at > t.created_at',
  name: 'uses',
  columns: {
    object_type: 'text',
    object_id: 'uuid',
    member_id: 'uuid',
    outcome: 'text',
    context: 'text',
    created_at: 'timestamptz',
    attended_at: 'timestamptz',
  },
  values: (record, lookup) => ({
    object_type: record.object.type,
    object_id: lookup(record.object.type, record.object.key),
    member_id: lookup('member', record.member),
    outcome: record.outcome,
    context: record.context,
    created_at: record.createdAt,
    attended_at: record.attendedAt,
  }),
  needs: ({ object, member: key }) => [object, ...member(key)],
  names: () => [],
};
const collections: Table<'collection'> = {
  ...writtenRules,
  name: 'collections',
  columns: { title: 'text', description: 'text', filter: 'jsonb', featured: 'boolean', ...written },
  values: (record, lookup) => ({ ...record, ...writtenValues(record, lookup) }),
  needs: () => [],
  names: ({ author, items }) => [...member(author), ...items.map(({ resource }): Ref => ({ type: 'resource', key: resource }))],
};
const requests: Table<'request'> = {
  ...always,
  uncompared: ['version'],
  // One that was changed here since has a higher version.
  writable: 't.version <= excluded.version',
  name: 'resource_requests',
  columns: {
    title: 'text',
    details: 'text',
    author_id: 'uuid',
    resource_id: 'uuid',
    closed_at: 'timestamptz',
    created_at: 'timestamptz',
    version: 'integer',
    source: 'jsonb',
  },
  values: (record, lookup) => ({
    title: record.title,
    details: record.details,
    author_id: lookup('member', record.author),
    resource_id: lookup('resource', record.resource),
    closed_at: record.closedAt,
    created_at: record.createdAt,
    version: record.version,
    source: record.source,
  }),
  needs: () => [],
  names: ({ author, resource }) => [...member(author), ...(resource === null ? [] : [{ type: 'resource' as const, key: resource }])],
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
  collection: collections,
  request: requests,
  help,
  activity: activities,
};
export type TableType = keyof typeof tables;
export type { Lookup, Table, Values } from './table.js';
