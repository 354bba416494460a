import { z } from 'zod';
import { HttpUrl, Time } from '../contract/common.js';
import { ReportReason } from '../contract/reports.js';
import { ResourceKind } from '../contract/resources.js';
import { RevisionAct } from '../contract/revisions.js';
import { Key, key, optional, ref, text, time, version } from './record-fields.js';

/* What members report, what texts were before, and which questions are one: records of the archive without a key of their own. */

/** Without a member: of somebody who has left. */
export const ReportRecord = z.strictObject({
  type: z.literal('report'),
  object: ref('question', 'answer', 'comment', 'resource', 'post'),
  member: key,
  reason: ReportReason,
  note: text,
  createdAt: Time,
  closedAt: time,
  closedBy: key,
});
/** An edit of a resource that waits for a steward, or was sent back. */
export const ChangeRecord = z.strictObject({
  content: z
    .strictObject({
      kind: ResourceKind,
      title: z.string(),
      description: z.string(),
      url: HttpUrl.nullable(),
      creator: z.string().nullable(),
      publishedOn: z.string().nullable(),
      language: z.string().nullable(),
      licence: z.string().nullable(),
      topics: z.array(z.string()),
    })
    .partial(),
  by: key,
  at: Time,
  returned: optional,
});
/** One state of a text that was edited, or something that was done to a question. */
export const RevisionRecord = z.strictObject({
  type: z.literal('revision'),
  object: ref('question', 'answer', 'resource', 'post'),
  version,
  editor: key,
  content: z
    .strictObject({
      title: z.string(),
      body: z.string(),
      kind: z.string().nullable(),
      topics: z.array(z.string()),
      details: z.record(z.string(), z.string()),
      url: HttpUrl.nullable(),
      creator: z.string().nullable(),
      publishedOn: z.string().nullable(),
      language: z.string().nullable(),
      licence: z.string().nullable(),
    })
    .partial()
    .default({}),
  /** What came along with a question that was merged into this one, so that it can be taken out again. */
  merged: z
    .strictObject({
      question: Key,
      answers: z.array(Key),
      comments: z.array(Key),
      /** By their member, or by their own key where they came with an import. */
      votes: z.array(z.strictObject({ member: Key.optional(), key: Key.optional() })),
      same: z.array(Key),
      follows: z.array(Key),
      saves: z.array(Key).default([]),
      help: z.array(Key).default([]),
      accepted: Key.optional(),
    })
    .nullish(),
  act: RevisionAct.nullable().default(null),
  note: optional,
  createdAt: Time,
});
/** A question was merged into another: its address leads there. It stands last, when all that belongs to either is there. */
export const MergeRecord = z.strictObject({ type: z.literal('merge'), question: Key, into: Key, at: Time });
