import { z } from '@hono/zod-openapi';
import { COMMUNITY, Id, IdempotencyHeader, ItemParam, ObjectRef, TopicLabel, body, json, jsonWithEtag, operation } from './common.js';
import { Answer } from './answers.js';
import { CloseReason, Question } from './questions.js';

const tags = ['Stewarding'];
const Note = z.string().trim().max(500);

export const Closing = z.object({ reason: CloseReason, note: Note.default('') }).openapi('Closing');
export const closeQuestion = operation('member', {
  method: 'put',
  path: `${COMMUNITY}/questions/{id}/closing`,
  operationId: 'closeQuestion',
  tags,
  summary: 'Close a question: by its asker, or a steward; it takes no more answers',
  request: { params: ItemParam, body: body(Closing) },
  responses: { 200: jsonWithEtag(Question, 'The question') },
});
export const reopenQuestion = operation('member', {
  method: 'delete',
  path: `${COMMUNITY}/questions/{id}/closing`,
  operationId: 'reopenQuestion',
  tags,
  summary: 'Open it again; what a steward has closed, a steward opens',
  request: { params: ItemParam },
  responses: { 200: jsonWithEtag(Question, 'The question') },
});

export const Merge = z.object({ into: Id, note: Note.default('') }).openapi('Merge');
export const mergeQuestion = operation('steward', {
  method: 'put',
  path: `${COMMUNITY}/questions/{id}/merge`,
  operationId: 'mergeQuestion',
  tags,
  summary: 'Merge this question into another',
  description:
    'Its answers, comments, votes, followers and uses go to the other question, its text stays readable there, and its address leads there. Whoever asked it counts as having the same question.',
  request: { params: ItemParam, body: body(Merge) },
  responses: { 200: jsonWithEtag(Question, 'The question that it was merged into') },
});
export const unmergeQuestion = operation('steward', {
  method: 'delete',
  path: `${COMMUNITY}/questions/{id}/merge`,
  operationId: 'unmergeQuestion',
  tags,
  summary: 'Take a merged question out again, with what came along; what was written since stays where it is',
  request: { params: ItemParam },
  responses: { 200: jsonWithEtag(Question, 'The question, as it was') },
});

export const Guide = z.object({ resource: ObjectRef }).openapi('Guide');
export const draftGuide = operation('steward', {
  method: 'post',
  path: `${COMMUNITY}/questions/{id}/guide`,
  operationId: 'draftGuide',
  tags,
  summary: 'Begin a practice guide with this thread: a draft resource of the question and the answers that helped, each with who wrote it',
  request: { params: ItemParam, headers: IdempotencyHeader },
  responses: { 201: json(Guide, 'The draft, which its steward and other stewards see') },
});

export const Thanks = z
  .object({ note: z.string().trim().min(1).max(300).openapi({ description: 'For what: one line that its reader remembers.' }) })
  .openapi('Thanks');
export const thankForAnswer = operation('steward', {
  method: 'put',
  path: `${COMMUNITY}/answers/{id}/thanks`,
  operationId: 'thankForAnswer',
  tags,
  summary: 'Thank for an answer, in the name of the community; once per steward, told in the feed',
  request: { params: ItemParam, body: body(Thanks) },
  responses: { 200: json(Answer, 'The answer') },
});
export const takeThanksBack = operation('steward', {
  method: 'delete',
  path: `${COMMUNITY}/answers/{id}/thanks`,
  operationId: 'takeThanksBack',
  tags,
  summary: 'Take the thanks back',
  request: { params: ItemParam },
  responses: { 200: json(Answer, 'The answer') },
});

const TopicParam = ItemParam.omit({ id: true }).extend({ topic: Id });
export const TopicPatch = z
  .object({ label: TopicLabel, aliases: z.array(TopicLabel).max(20) })
  .partial()
  .openapi('TopicPatch', { description: 'Other words are the whole list; they lead to this topic wherever they are written.' });
const TopicView = z.object({ id: Id, label: z.string(), aliases: z.array(z.string()) }).openapi('TopicDetail');
export const updateTopic = operation('steward', {
  method: 'patch',
  path: `${COMMUNITY}/topics/{topic}`,
  operationId: 'updateTopic',
  tags,
  summary: 'Name a topic anew, or set its other words',
  request: { params: TopicParam, body: body(TopicPatch) },
  responses: { 200: json(TopicView, 'The topic') },
});
export const mergeTopic = operation('steward', {
  method: 'put',
  path: `${COMMUNITY}/topics/{topic}/merge`,
  operationId: 'mergeTopic',
  tags,
  summary: 'Merge a topic into another: everything moves, and its id and words lead there',
  request: { params: TopicParam, body: body(z.object({ into: Id }).openapi('TopicMerge')) },
  responses: { 200: json(TopicView, 'The topic that it was merged into') },
});
export const unmergeTopic = operation('steward', {
  method: 'delete',
  path: `${COMMUNITY}/topics/{topic}/merge`,
  operationId: 'unmergeTopic',
  tags,
  summary: 'Take a merged topic out again, named by its old id; what was written since stays where it is',
  request: { params: TopicParam },
  responses: { 200: json(TopicView, 'The topic, as it was') },
});
