import { z } from 'zod';
import { Time } from '../contract/common.js';
import { Key, key, ref, text, time } from './record-fields.js';

/* What members do with things, once each: rows that are known by the member and the thing. */

/** A member stands for a resource by name. */
export const EndorsementRecord = z.strictObject({
  type: z.literal('endorsement'),
  resource: Key,
  member: Key,
  note: text,
  createdAt: Time,
});
export const SaveRecord = z.strictObject({ type: z.literal('save'), object: ref('question', 'resource'), member: Key, createdAt: Time });
/** The key of a topic is its id. */
export const FollowRecord = z.strictObject({
  type: z.literal('follow'),
  object: ref('question', 'topic', 'member'),
  member: Key,
  createdAt: Time,
});
/** A member has the question as well. */
export const SameRecord = z.strictObject({ type: z.literal('same'), question: Key, member: Key, createdAt: Time });
/** Somebody was asked to help with a question. */
export const HelpRecord = z.strictObject({
  type: z.literal('help'),
  question: Key,
  member: Key,
  /** 1 to 4 the rings of the ladder; 0: invited by a person. */
  ring: z.int().min(0).max(4).default(0),
  reason: z.strictObject({
    kind: z.enum(['offer', 'topic', 'answered', 'available', 'invited', 'steward']),
    topic: z.string().min(1).max(64).optional(),
  }),
  invitedBy: key,
  askedAt: Time,
  outcome: z.enum(['answered', 'declined']).nullable().default(null),
  outcomeAt: time,
});
