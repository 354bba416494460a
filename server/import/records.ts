import { z } from 'zod';
import { ActivityType, ReactionKind } from '../contract/activities.js';
import { UseOutcome } from '../contract/assessments.js';
import { CommunityPatch, ProfileField } from '../contract/communities.js';
import { HttpUrl, Source, Time, TopicLabel } from '../contract/common.js';
import { FieldVisibility, Group, Link, Participation, QuietHours, WorkingHours } from '../contract/members.js';
import { CloseReason, QuestionKind } from '../contract/questions.js';
import { CollectionFilter } from '../contract/collections.js';
import { ResourceKind, ResourceStatus } from '../contract/resources.js';
import { ChangeRecord, MergeRecord, ReportRecord, RevisionRecord } from './history-records.js';
import { EndorsementRecord, FollowRecord, HelpRecord, SameRecord, SaveRecord } from './mark-records.js';
import { Key, key, optional, ref, source, text, time, topics, url, version, written } from './record-fields.js';

/*
 * The records of an archive: JSON Lines, one record a line, after a header and before an end line.
 * Every importer yields these, whatever it reads, and one writer puts them into the database.
 * A record is known by its `key`, unique for its type in a community; what it refers to stands earlier in the file.
 * Fields that are empty (null, '', [], {}, false, 0) are left out when written.
 */

export const ARCHIVE = { format: 'cop-archive', version: 1 } as const;
/** The first line. */
export const Header = z.object({ format: z.literal(ARCHIVE.format), version: z.literal(ARCHIVE.version) });
/** The last line, so that a file that was cut off is noticed. */
export const End = z.object({ type: z.literal('end'), records: z.int().min(0) });

const ActivityObject = ref('question', 'answer', 'comment', 'resource', 'post', 'member', 'collection', 'request');

export const CommunityRecord = z.strictObject({
  type: z.literal('community'),
  name: z.string().min(1).max(200),
  description: text,
  language: z.string().default('en'),
  sources: z.array(Source).default([]),
  rules: CommunityPatch.shape.rules.unwrap().default({}),
  profileFields: z.array(ProfileField).default([]),
  createdAt: time,
});
export const TopicRecord = z.strictObject({
  type: z.literal('topic'),
  id: z.string().min(1).max(64),
  label: TopicLabel,
  /** Other words for it, such as those of topics that were merged into it. */
  aliases: z.array(z.strictObject({ id: z.string().min(1).max(64), label: TopicLabel })).default([]),
});
export const MemberRecord = z.strictObject({
  type: z.literal('member'),
  key: Key,
  name: z.string().min(1).max(200),
  headline: text,
  bio: text,
  avatarUrl: optional,
  url,
  pronouns: optional,
  place: optional,
  country: optional,
  languages: z.array(z.string()).default([]),
  timeZone: optional,
  topics,
  offers: topics,
  needs: topics,
  links: z.array(Link).default([]),
  groups: z.array(Group).default([]),
  participation: Participation.nullable().default(null),
  role: z.enum(['member', 'steward']).default('member'),
  demo: z.boolean().default(false),
  unlisted: z.boolean().default(false),
  visibility: FieldVisibility.default({}),
  workingHours: WorkingHours.nullable().default(null),
  fields: z.record(z.string(), z.string()).default({}),
  deletionDueAt: time,
  quietHours: QuietHours.nullable().default(null),
  /** 0 is a choice, so it is written too. */
  asksPerWeek: z.int().min(0).max(50).nullable().default(null),
  unreminded: z.boolean().default(false),
  joinedAt: time,
  lastVisitAt: time,
  caughtUpAt: time,
  updatedAt: time,
  version,
  identities: z.array(z.strictObject({ issuer: z.string().min(1), subject: z.string().min(1) })).default([]),
  source,
});
export const FileRecord = z.strictObject({
  type: z.literal('file'),
  key: Key,
  member: key,
  name: z.string().min(1),
  mediaType: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  base64: z.base64(),
  createdAt: Time,
});
export const PostRecord = z.strictObject({
  type: z.literal('post'),
  key: Key,
  title: optional,
  body: z.string().min(1),
  url,
  topics,
  /** Its first link, and what that page said of itself; null: not kept, and not read again. */
  link: z
    .strictObject({
      url: HttpUrl,
      title: z.string().optional(),
      description: z.string().optional(),
      siteName: z.string().optional(),
      readAt: Time.optional(),
    })
    .nullable()
    .default(null),
  /** Its author wants no card for it. */
  plainLink: z.boolean().default(false),
  files: z.array(Key).default([]),
  ...written,
});
export const QuestionRecord = z.strictObject({
  type: z.literal('question'),
  key: Key,
  kind: QuestionKind.nullable().default(null),
  title: z.string().min(1),
  body: z.string().min(1),
  topics,
  /** What the form of its kind asks beside the text, by the name of the field. */
  details: z.record(z.string(), z.string()).default({}),
  /** Asked without the name: members do not see the author. */
  anonymous: z.boolean().default(false),
  /** The page of the portal that it was asked on. */
  about: z.strictObject({ url: HttpUrl, title: z.string().optional() }).nullable().default(null),
  closedAt: time,
  closedBy: key,
  closedReason: CloseReason.nullable().default(null),
  closedNote: optional,
  /** When the answer was accepted, and what was said to the asker of it. */
  acceptance: z.strictObject({ at: Time.optional(), remindedAt: Time.optional(), unremindedAt: Time.optional() }).nullish(),
  /** How far the search for somebody who helps has come. */
  ladder: z.strictObject({ startedAt: Time, step: z.int().min(0).max(4), dueAt: Time.optional() }).nullish(),
  ...written,
});
export const ResourceRecord = z.strictObject({
  type: z.literal('resource'),
  key: Key,
  kind: ResourceKind,
  title: z.string().min(1),
  description: text,
  url,
  file: key,
  creator: optional,
  publishedOn: optional,
  language: optional,
  licence: optional,
  topics,
  status: ResourceStatus.default('published'),
  statusNote: text,
  link: z
    .strictObject({
      siteName: z.string().optional(),
      imageUrl: z.string().optional(),
      iconUrl: z.string().optional(),
      fetchedAt: Time.optional(),
    })
    .nullable()
    .default(null),
  steward: key,
  reviewOn: optional,
  reviewedAt: time,
  reviewedBy: key,
  /** The thread that a guide was made of. */
  question: Key.nullish(),
  change: ChangeRecord.nullish(),
  ...written,
});
export const AnswerRecord = z.strictObject({
  type: z.literal('answer'),
  key: Key,
  question: Key,
  body: z.string().min(1),
  accepted: z.boolean().default(false),
  ...written,
});
export const CommentRecord = z.strictObject({
  type: z.literal('comment'),
  key: Key,
  object: ref('question', 'answer', 'resource', 'post'),
  body: z.string().min(1),
  score: z.int().default(0),
  ...written,
});
/** Of a member, or anonymous with a key: a vote that came with an import. */
export const VoteRecord = z
  .strictObject({
    type: z.literal('vote'),
    key,
    object: ref('question', 'answer', 'resource'),
    member: key,
    value: z.union([z.literal(1), z.literal(-1)]),
    createdAt: Time,
  })
  .refine((vote) => vote.key !== null || vote.member !== null, 'A vote has a member or a key.');
/** Without a member: of somebody who has left. */
export const UseRecord = z
  .strictObject({
    type: z.literal('use'),
    key,
    object: ref('answer', 'resource'),
    member: key,
    outcome: UseOutcome,
    context: text,
    createdAt: Time,
    attendedAt: time,
  })
  .refine((use) => use.key !== null || use.member !== null, 'A use has a member or a key.');
/** With what it holds, in order; nothing where a filter says it. */
export const CollectionRecord = z.strictObject({
  type: z.literal('collection'),
  key: Key,
  title: z.string().min(1),
  description: text,
  filter: CollectionFilter.nullable().default(null),
  featured: z.boolean().default(false),
  items: z.array(z.strictObject({ resource: Key, note: text, addedAt: Time })).default([]),
  ...written,
});
export const RequestRecord = z.strictObject({
  type: z.literal('request'),
  key: Key,
  title: z.string().min(1),
  details: text,
  author: key,
  resource: key,
  closedAt: time,
  createdAt: Time,
  version,
  source,
});
export const ActivityRecord = z.strictObject({
  type: z.literal('activity'),
  key: Key,
  verb: ActivityType,
  published: Time,
  actor: key,
  object: ActivityObject,
  target: ActivityObject.nullable().default(null),
  summary: optional,
  source,
});
export const ReactionRecord = z.strictObject({
  type: z.literal('reaction'),
  activity: Key,
  member: Key,
  kind: ReactionKind,
});

export const ArchiveRecord = z.discriminatedUnion('type', [
  CommunityRecord,
  TopicRecord,
  MemberRecord,
  FileRecord,
  PostRecord,
  QuestionRecord,
  ResourceRecord,
  AnswerRecord,
  CommentRecord,
  VoteRecord,
  UseRecord,
  EndorsementRecord,
  CollectionRecord,
  RequestRecord,
  SaveRecord,
  FollowRecord,
  SameRecord,
  HelpRecord,
  ReportRecord,
  RevisionRecord,
  ActivityRecord,
  ReactionRecord,
  MergeRecord,
]);
/** A record with all its fields. */
export type ArchiveRecord = z.output<typeof ArchiveRecord>;
/** A record as one may write it, without the fields that are empty. */
export type ArchiveInput = z.input<typeof ArchiveRecord>;
export type RecordType = ArchiveRecord['type'];
export type RecordOf<T extends RecordType> = Extract<ArchiveRecord, { type: T }>;

/** The order in which types may be written: what is referred to comes first. */
export const ORDER = [
  'community',
  'topic',
  'member',
  'file',
  'post',
  'question',
  'resource',
  'answer',
  'comment',
  'vote',
  'use',
  'endorsement',
  'collection',
  'request',
  'save',
  'follow',
  'same',
  'help',
  'report',
  'revision',
  'activity',
  'reaction',
  'merge',
] as const satisfies readonly RecordType[];

/** Fields whose zero says something. */
const COUNTS = new Set(['asksPerWeek']);

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false || value === 0) return true;
  if (typeof value !== 'object') return false;
  return Object.keys(value).length === 0;
}

/** What a field means when it is not there, where that is not emptiness. */
const USUAL: Record<string, unknown> = { version: 1, role: 'member', status: 'published' };

/** One line of an archive, without the line end. */
export function toLine(record: ArchiveInput): string {
  const entries = Object.entries(record).filter(
    ([name, value]) => (!isEmpty(value) || (value === 0 && COUNTS.has(name))) && USUAL[name] !== value,
  );
  return JSON.stringify(Object.fromEntries(entries));
}
