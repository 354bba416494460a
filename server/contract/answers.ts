import { z } from '@hono/zod-openapi';
import {
  COMMUNITY,
  Id,
  IdempotencyHeader,
  IfMatchHeader,
  ItemParam,
  Markdown,
  MemberRef,
  Source,
  Time,
  body,
  json,
  jsonWithEtag,
  operation,
  pageOf,
  pageQuery,
  orNull,
} from './common.js';
import { NewUse, UseSummary, Vote, VoteValue } from './assessments.js';

export const AnswerAction = z.enum(['edit', 'delete', 'vote', 'comment', 'use', 'moderate']);
export const Answer = z
  .object({
    id: Id,
    questionId: Id,
    body: z.string(),
    author: orNull(MemberRef),
    createdAt: Time,
    updatedAt: Time,
    editedAt: Time.nullable(),
    version: z.int(),
    score: z.int(),
    accepted: z.boolean(),
    commentCount: z.int(),
    uses: UseSummary,
    viewer: z.object({ vote: VoteValue, use: orNull(NewUse), can: z.array(AnswerAction) }),
    source: orNull(Source),
  })
  .openapi('Answer');
export const NewAnswer = z.object({ body: Markdown }).openapi('NewAnswer');
export const AnswerPage = pageOf('AnswerPage', Answer);
export const AnswerSort = z.enum(['best', 'oldest', 'newest']).openapi('AnswerSort');

const tags = ['Answers'];
export const listAnswers = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/questions/{id}/answers`,
  operationId: 'listAnswers',
  tags,
  summary: 'Answers to a question; best: accepted first, then by score',
  request: { params: ItemParam, query: z.object({ ...pageQuery, sort: AnswerSort.default('best') }) },
  responses: { 200: json(AnswerPage, 'A page of answers') },
});
export const createAnswer = operation('member', {
  method: 'post',
  path: `${COMMUNITY}/questions/{id}/answers`,
  operationId: 'createAnswer',
  tags,
  summary: 'Answer',
  request: { params: ItemParam, headers: IdempotencyHeader, body: body(NewAnswer) },
  responses: { 201: jsonWithEtag(Answer, 'The answer') },
});
export const getAnswer = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/answers/{id}`,
  operationId: 'getAnswer',
  tags,
  summary: 'One answer',
  request: { params: ItemParam },
  responses: { 200: jsonWithEtag(Answer, 'The answer') },
});
export const updateAnswer = operation('member', {
  method: 'patch',
  path: `${COMMUNITY}/answers/{id}`,
  operationId: 'updateAnswer',
  tags,
  summary: 'Edit one’s own answer; stewards any',
  request: { params: ItemParam, headers: IfMatchHeader, body: body(NewAnswer) },
  responses: { 200: jsonWithEtag(Answer, 'The answer') },
});
export const deleteAnswer = operation('member', {
  method: 'delete',
  path: `${COMMUNITY}/answers/{id}`,
  operationId: 'deleteAnswer',
  tags,
  summary: 'Delete one’s own answer; stewards any',
  request: { params: ItemParam, headers: IfMatchHeader },
  responses: { 204: { description: 'Gone' } },
});
export const voteOnAnswer = operation('member', {
  method: 'put',
  path: `${COMMUNITY}/answers/{id}/vote`,
  operationId: 'voteOnAnswer',
  tags,
  summary: 'Vote, once per person',
  request: { params: ItemParam, body: body(Vote) },
  responses: { 200: json(Answer, 'The answer with its new score') },
});
