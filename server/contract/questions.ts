import { z } from '@hono/zod-openapi';
import {
  COMMUNITY,
  CommunityParam,
  Facet,
  HttpUrl,
  Id,
  IdempotencyHeader,
  IfMatchHeader,
  ItemParam,
  Line,
  Markdown,
  MemberRef,
  Source,
  Time,
  TopicLabel,
  TopicRef,
  body,
  flag,
  json,
  jsonWithEtag,
  many,
  operation,
  pageOf,
  pageQuery,
  orNull,
} from './common.js';
import { UseSummary, Vote, VoteValue } from './assessments.js';
import { HelpRequest } from './ladder.js';

/** Solve a problem · find information · seek experience · discuss a development. */
export const QuestionKind = z.enum(['problem', 'information', 'experience', 'development']).openapi('QuestionKind');

export const QuestionAction = z.enum([
  'edit',
  'delete',
  'vote',
  'answer',
  'comment',
  'accept',
  'moderate',
  'same',
  'close',
  'reopen',
  'reveal',
  'report',
  'invite',
  'ladder',
]);

export const CloseReason = z.enum(['answered', 'duplicate', 'outdated', 'off-topic', 'inactive', 'other']).openapi('CloseReason');
/** A page of the portal that a question is about. */
export const AboutPage = z.object({ url: HttpUrl, title: Line.max(300) }).openapi('AboutPage', {
  description: 'Kept without fragment, credentials and parameters of campaigns; clients leave out the query unless it names the page.',
});

export const QuestionSummary = z
  .object({
    id: Id,
    kind: orNull(QuestionKind).openapi({ description: 'Null where an imported question names none.' }),
    title: z.string(),
    excerpt: z.string().openapi({ description: 'The first 200 characters, as plain text.' }),
    topics: z.array(TopicRef),
    author: orNull(MemberRef).openapi({ description: 'Null also where the asker’s name is not shown to this reader.' }),
    anonymous: z.boolean().openapi({ description: 'Asked without the name; the asker and stewards see it.' }),
    about: orNull(AboutPage),
    createdAt: Time,
    updatedAt: Time,
    editedAt: Time.nullable(),
    version: z.int(),
    score: z.int().openapi({ description: 'Up votes minus down votes.' }),
    answerCount: z.int(),
    commentCount: z.int(),
    acceptedAnswerId: Id.nullable(),
    closedAt: Time.nullable(),
    closedReason: orNull(CloseReason),
    closedNote: z.string().nullable(),
    sameCount: z.int().openapi({ description: 'Members who have the same question.' }),
    uses: UseSummary.openapi({ description: 'Over all answers.' }),
    viewer: z.object({
      vote: VoteValue,
      same: z.boolean().optional(),
      can: z.array(QuestionAction),
      asked: orNull(HelpRequest).optional().openapi({ description: 'Where the viewer was asked to help with it.' }),
    }),
    source: orNull(Source),
  })
  .openapi('QuestionSummary');
/** What the form of a kind asks beside the text, by the name of the field. The text holds it all, so a client may leave it alone. */
export const Details = z
  .record(z.string().regex(/^[a-z][A-Za-z]{0,29}$/), z.string().max(10_000))
  .refine((all) => Object.keys(all).length <= 8);
export const MergedQuestion = z
  .object({ id: Id, title: z.string(), body: z.string(), author: orNull(MemberRef), createdAt: Time })
  .openapi('MergedQuestion');
export const Question = QuestionSummary.extend({
  body: z.string(),
  details: z.record(z.string(), z.string()),
  merged: z.array(MergedQuestion).openapi({ description: 'Questions that were merged into this one, as they were asked.' }),
}).openapi('Question', {
  description: 'The address of a question that was merged gives the one it was merged into: its `id` is another than the one asked for.',
});

export const NewQuestion = z
  .object({
    kind: QuestionKind,
    title: Line.min(8).max(200),
    body: Markdown,
    topics: z.array(TopicLabel).max(5).default([]),
    details: Details.optional(),
    anonymous: z.boolean().optional().openapi({ description: 'Where the community’s rules allow it.' }),
    about: orNull(AboutPage).optional(),
  })
  .openapi('NewQuestion');
export const QuestionPatch = NewQuestion.omit({ about: true })
  .extend({
    topics: z.array(TopicLabel).max(5),
    anonymous: z.literal(false).openapi({ description: 'Shows the asker’s name from now on; for the asker alone.' }),
  })
  .partial()
  .openapi('QuestionPatch');

export const QuestionSort = z.enum(['newest', 'active', 'votes', 'relevance']).openapi('QuestionSort');
export const QuestionQuery = z.object({
  ...pageQuery,
  q: z.string().trim().max(200).optional().openapi({ description: 'Full text, forgiving of typing errors.' }),
  similar: z
    .string()
    .trim()
    .max(200)
    .optional()
    .openapi({ description: 'Questions like this title, best first: those that share most of it, rare words counting most.' }),
  kind: QuestionKind.optional(),
  topic: many(z.string().max(64)).openapi({ type: 'array', items: { type: 'string' } }),
  answered: flag.openapi({ type: 'boolean', description: 'true: has an answer; false: has none.' }),
  mine: flag.openapi({ type: 'boolean', description: 'true: asked or answered by me.' }),
  followed: flag.openapi({
    type: 'boolean',
    description: 'true: followed by me, by itself, by a topic, by who asked, or by having the same question.',
  }),
  author: z.string().max(64).optional().openapi({ description: 'Asked by this member, openly.' }),
  about: HttpUrl.optional().openapi({ description: 'Asked about this page.' }),
  reported: flag.openapi({ type: 'boolean', description: 'true: reported, or with something that was; for stewards.' }),
  untouched: flag.openapi({
    type: 'boolean',
    description: 'true: open, without an accepted answer, and with nothing new for 30 days: no answer, comment or edit.',
  }),
  forMe: flag.openapi({ type: 'boolean', description: 'true: I was asked to help, and it waits for an answer.' }),
  forStewards: flag.openapi({
    type: 'boolean',
    description: 'true: has come to the end of the ladder without an answer. Stewards find them; others none.',
  }),
  sort: QuestionSort.optional().openapi({ description: 'Default: relevance where there is a text, else newest.' }),
  facets: flag.openapi({ type: 'boolean' }),
});
export const QuestionPage = pageOf('QuestionPage', QuestionSummary, {
  facets: z.object({ kind: z.array(Facet), topic: z.array(Facet) }).nullable(),
});

const tags = ['Questions'];
const params = ItemParam;
export const listQuestions = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/questions`,
  operationId: 'listQuestions',
  tags,
  summary: 'Questions, filtered and sorted',
  request: { params: CommunityParam, query: QuestionQuery },
  responses: { 200: json(QuestionPage, 'A page of questions') },
});
export const createQuestion = operation('member', {
  method: 'post',
  path: `${COMMUNITY}/questions`,
  operationId: 'createQuestion',
  tags,
  summary: 'Ask',
  request: { params: CommunityParam, headers: IdempotencyHeader, body: body(NewQuestion) },
  responses: { 201: jsonWithEtag(Question, 'The question') },
});
export const getQuestion = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/questions/{id}`,
  operationId: 'getQuestion',
  tags,
  summary: 'One question',
  request: { params },
  responses: { 200: jsonWithEtag(Question, 'The question') },
});
export const updateQuestion = operation('member', {
  method: 'patch',
  path: `${COMMUNITY}/questions/{id}`,
  operationId: 'updateQuestion',
  tags,
  summary: 'Edit one’s own question; stewards any',
  request: { params, headers: IfMatchHeader, body: body(QuestionPatch) },
  responses: { 200: jsonWithEtag(Question, 'The question') },
});
export const deleteQuestion = operation('member', {
  method: 'delete',
  path: `${COMMUNITY}/questions/{id}`,
  operationId: 'deleteQuestion',
  tags,
  summary: 'Delete one’s own question, while nobody has answered; stewards any',
  request: { params, headers: IfMatchHeader },
  responses: { 204: { description: 'Gone' } },
});
export const voteOnQuestion = operation('member', {
  method: 'put',
  path: `${COMMUNITY}/questions/{id}/vote`,
  operationId: 'voteOnQuestion',
  tags,
  summary: 'Vote, once per person',
  request: { params, body: body(Vote) },
  responses: { 200: json(Question, 'The question with its new score') },
});
export const acceptAnswer = operation('member', {
  method: 'put',
  path: `${COMMUNITY}/questions/{id}/accepted-answer`,
  operationId: 'acceptAnswer',
  tags,
  summary: 'Accept an answer: by the asker, or by a steward where the asker has gone',
  request: { params, body: body(z.object({ answerId: Id }).openapi('Acceptance')) },
  responses: { 200: jsonWithEtag(Question, 'The question') },
});
export const unacceptAnswer = operation('member', {
  method: 'delete',
  path: `${COMMUNITY}/questions/{id}/accepted-answer`,
  operationId: 'unacceptAnswer',
  tags,
  summary: 'Take the acceptance back',
  request: { params },
  responses: { 200: jsonWithEtag(Question, 'The question') },
});
export const putSame = operation('member', {
  method: 'put',
  path: `${COMMUNITY}/questions/{id}/same`,
  operationId: 'putSame',
  tags,
  summary: 'I have the same question: once per person; counts as following',
  request: { params },
  responses: { 200: json(Question, 'The question') },
});
export const deleteSame = operation('member', {
  method: 'delete',
  path: `${COMMUNITY}/questions/{id}/same`,
  operationId: 'deleteSame',
  tags,
  summary: 'I have it no longer',
  request: { params },
  responses: { 200: json(Question, 'The question') },
});
