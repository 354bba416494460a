import { z } from '@hono/zod-openapi';
import {
  COMMUNITY,
  CommunityParam,
  Id,
  IdempotencyHeader,
  IfMatchHeader,
  ItemParam,
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

const CommentText = z.string().trim().min(1).max(2000);
export const CommentObject = z.object({ type: z.enum(['question', 'answer', 'resource', 'post']), id: Id }).openapi('CommentObject');
export const Comment = z
  .object({
    id: Id,
    object: CommentObject,
    body: z.string().openapi({ description: 'Markdown, inline marks only.' }),
    author: orNull(MemberRef),
    createdAt: Time,
    editedAt: Time.nullable(),
    version: z.int(),
    score: z.int().openapi({ description: 'Votes that came with an import.' }),
    viewer: z.object({ can: z.array(z.enum(['edit', 'delete'])) }),
    source: orNull(Source),
  })
  .openapi('Comment');
export const NewComment = z.object({ object: CommentObject, body: CommentText }).openapi('NewComment');
export const CommentPatch = z.object({ body: CommentText }).openapi('CommentPatch');
export const CommentPage = pageOf('CommentPage', Comment);

const tags = ['Comments'];
export const listComments = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/comments`,
  operationId: 'listComments',
  tags,
  summary: 'Comments, oldest first: of a whole thread (the question and its answers), of a resource or of a post',
  request: {
    params: CommunityParam,
    query: z.object({
      ...pageQuery,
      thread: Id.optional().openapi({ description: 'A question’s id.' }),
      resource: Id.optional(),
      post: Id.optional(),
    }),
  },
  responses: { 200: json(CommentPage, 'A page of comments') },
});
export const createComment = operation('member', {
  method: 'post',
  path: `${COMMUNITY}/comments`,
  operationId: 'createComment',
  tags,
  summary: 'Comment',
  request: { params: CommunityParam, headers: IdempotencyHeader, body: body(NewComment) },
  responses: { 201: jsonWithEtag(Comment, 'The comment') },
});
export const updateComment = operation('member', {
  method: 'patch',
  path: `${COMMUNITY}/comments/{id}`,
  operationId: 'updateComment',
  tags,
  summary: 'Edit one’s own comment',
  request: { params: ItemParam, headers: IfMatchHeader, body: body(CommentPatch) },
  responses: { 200: jsonWithEtag(Comment, 'The comment') },
});
export const deleteComment = operation('member', {
  method: 'delete',
  path: `${COMMUNITY}/comments/{id}`,
  operationId: 'deleteComment',
  tags,
  summary: 'Delete one’s own comment; stewards any',
  request: { params: ItemParam, headers: IfMatchHeader },
  responses: { 204: { description: 'Gone' } },
});
