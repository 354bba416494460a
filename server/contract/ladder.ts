import { z } from '@hono/zod-openapi';
import {
  COMMUNITY,
  CommunityParam,
  Id,
  IdempotencyHeader,
  ItemParam,
  MemberRef,
  ObjectRef,
  Time,
  TopicRef,
  body,
  json,
  operation,
  orNull,
} from './common.js';
import { UseOutcome } from './assessments.js';

/** Why somebody is asked to help: an offer, a topic of theirs, what they answered, that they take part, that a person named them, that they are a steward. */
export const AskReason = z
  .object({
    kind: z.enum(['offer', 'topic', 'answered', 'available', 'invited', 'steward']),
    topic: orNull(TopicRef).openapi({ description: 'The topic that fits, where there is one.' }),
    by: orNull(MemberRef).openapi({ description: 'Who invited, where a person did and may be named.' }),
  })
  .openapi('AskReason');

/** A question asked of the viewer. */
export const HelpRequest = z
  .object({
    reason: AskReason,
    askedAt: Time,
    outcome: z.enum(['answered', 'declined']).nullable().openapi({ description: 'What came of it; null: nothing yet.' }),
  })
  .openapi('HelpRequest');

export const AskedGroup = z
  .object({
    reason: AskReason,
    count: z.int(),
    askedAt: Time.openapi({ description: 'When the last of them was asked.' }),
    members: z.array(MemberRef).openapi({
      description: 'For the asker and stewards, as far as these people show themselves and what the reason tells; for others empty.',
    }),
  })
  .openapi('AskedGroup', { description: 'People who were asked for the same reason. Who said that they can’t is not told.' });

export const Ladder = z
  .object({
    state: z.enum(['asking', 'asked', 'answered', 'closed', 'off']).openapi({
      description:
        'asking: somebody more will be asked; asked: everybody was; answered, closed: nobody more is; off: nobody is asked about this question.',
    }),
    asked: z.array(AskedGroup),
    next: z.array(z.object({ ring: z.int().min(1).max(4), at: Time, upTo: z.int() }).openapi('LadderStep')).openapi({
      description: 'Who is asked when nobody answers: 2 those who know the topics, 3 others, 4 the stewards; in the order of time.',
    }),
    quietUntil: Time.nullable().openapi({ description: 'When somebody is asked whose quiet hours it is now.' }),
    wait: z.object({ medianHours: z.number(), n: z.int() }).nullable().openapi({
      description:
        'How long a first answer took in this community: median over the newest 200 questions of 180 days that were asked here and answered by somebody else. Null for fewer than five.',
    }),
    invitationsLeft: z.int().openapi({ description: 'How many people the viewer may still invite to this question.' }),
  })
  .openapi('Ladder');

export const Invitation = z.object({ memberId: Id }).openapi('Invitation');

/** Something that waits for the viewer’s word. */
export const Reminder = z
  .object({
    kind: z.enum(['tell', 'failed']).openapi({
      description:
        'tell: an answer that the viewer accepted, and has not said of how it went; failed: somebody said that the viewer’s answer or resource did not work for them.',
    }),
    id: Id.openapi({ description: 'For `DELETE /reminders/{id}`.' }),
    object: ObjectRef.openapi({ description: 'The answer or the resource.' }),
    question: orNull(ObjectRef).openapi({ description: 'The question of an answer.' }),
    use: z
      .object({ outcome: UseOutcome, context: z.string(), member: orNull(MemberRef) })
      .nullable()
      .openapi({ description: 'What was said, for `failed`.' }),
    at: Time,
  })
  .openapi('Reminder');

const tags = ['Ladder'];
const params = ItemParam;
export const getLadder = operation('member', {
  method: 'get',
  path: `${COMMUNITY}/questions/{id}/ladder`,
  operationId: 'getLadder',
  tags,
  summary: 'Who has been asked to help with a question, and what happens next',
  request: { params },
  responses: { 200: json(Ladder, 'The ladder of the question') },
});
export const inviteToQuestion = operation('member', {
  method: 'post',
  path: `${COMMUNITY}/questions/{id}/invitations`,
  operationId: 'inviteToQuestion',
  tags,
  summary: 'Ask a member by name to help; at most five a person and question',
  request: { params, headers: IdempotencyHeader, body: body(Invitation) },
  responses: { 201: json(Ladder, 'The ladder of the question') },
});
export const declineQuestion = operation('member', {
  method: 'put',
  path: `${COMMUNITY}/questions/{id}/declined`,
  operationId: 'declineQuestion',
  tags,
  summary: 'I was asked, and I can’t this time; somebody else is asked at once',
  request: { params },
  responses: { 200: json(HelpRequest, 'What was asked of me') },
});
export const undeclineQuestion = operation('member', {
  method: 'delete',
  path: `${COMMUNITY}/questions/{id}/declined`,
  operationId: 'undeclineQuestion',
  tags,
  summary: 'I can after all',
  request: { params },
  responses: { 200: json(HelpRequest, 'What was asked of me') },
});
export const listReminders = operation('member', {
  method: 'get',
  path: `${COMMUNITY}/reminders`,
  operationId: 'listReminders',
  tags,
  summary: 'What waits for my word, newest first, fifty at most',
  request: { params: CommunityParam },
  responses: { 200: json(z.object({ items: z.array(Reminder) }).openapi('ReminderList'), 'What waits') },
});
export const dismissReminder = operation('member', {
  method: 'delete',
  path: `${COMMUNITY}/reminders/{id}`,
  operationId: 'dismissReminder',
  tags,
  summary: 'Don’t ask me about this; it does not come again',
  request: { params },
  responses: { 204: { description: 'It waits no more' } },
});
