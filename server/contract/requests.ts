import { z } from '@hono/zod-openapi';
import {
  COMMUNITY,
  CommunityParam,
  Id,
  IdempotencyHeader,
  IfMatchHeader,
  ItemParam,
  Line,
  MemberRef,
  ObjectRef,
  Time,
  body,
  flag,
  jsonWithEtag,
  json,
  operation,
  orNull,
  pageOf,
  pageQuery,
} from './common.js';

export const ResourceRequest = z
  .object({
    id: Id,
    title: z.string(),
    details: z.string().openapi({ description: 'Markdown; may be empty.' }),
    author: orNull(MemberRef),
    resource: orNull(ObjectRef).openapi({ description: 'What was found or made for it.' }),
    createdAt: Time,
    closedAt: Time.nullable(),
    version: z.int(),
    viewer: z.object({ can: z.array(z.enum(['edit', 'delete', 'fulfil', 'reopen'])) }),
  })
  .openapi('ResourceRequest');
const fields = { title: Line.min(3).max(200), details: z.string().trim().max(2000) };
export const NewResourceRequest = z.object({ ...fields, details: fields.details.default('') }).openapi('NewResourceRequest');
export const ResourceRequestPatch = z.object(fields).partial().openapi('ResourceRequestPatch');
export const ResourceRequestPage = pageOf('ResourceRequestPage', ResourceRequest);

const tags = ['Requests'];
export const listRequests = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/requests`,
  operationId: 'listRequests',
  tags,
  summary: 'Resources that somebody looks for, newest first',
  request: {
    params: CommunityParam,
    query: z.object({
      ...pageQuery,
      open: flag.openapi({ type: 'boolean', description: 'true: not found yet; false: found.' }),
      mine: flag.openapi({ type: 'boolean', description: 'true: asked for by me.' }),
    }),
  },
  responses: { 200: json(ResourceRequestPage, 'A page of requests') },
});
export const createRequest = operation('member', {
  method: 'post',
  path: `${COMMUNITY}/requests`,
  operationId: 'createRequest',
  tags,
  summary: 'Ask for a resource that is missing',
  request: { params: CommunityParam, headers: IdempotencyHeader, body: body(NewResourceRequest) },
  responses: { 201: jsonWithEtag(ResourceRequest, 'The request') },
});
export const getRequest = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/requests/{id}`,
  operationId: 'getRequest',
  tags,
  summary: 'One request',
  request: { params: ItemParam },
  responses: { 200: jsonWithEtag(ResourceRequest, 'The request') },
});
export const updateRequest = operation('member', {
  method: 'patch',
  path: `${COMMUNITY}/requests/{id}`,
  operationId: 'updateRequest',
  tags,
  summary: 'Edit one’s own request; stewards any',
  request: { params: ItemParam, headers: IfMatchHeader, body: body(ResourceRequestPatch) },
  responses: { 200: jsonWithEtag(ResourceRequest, 'The request') },
});
export const deleteRequest = operation('member', {
  method: 'delete',
  path: `${COMMUNITY}/requests/{id}`,
  operationId: 'deleteRequest',
  tags,
  summary: 'Take one’s own request back; stewards any',
  request: { params: ItemParam, headers: IfMatchHeader },
  responses: { 204: { description: 'Gone' } },
});
export const fulfilRequest = operation('member', {
  method: 'put',
  path: `${COMMUNITY}/requests/{id}/resource`,
  operationId: 'fulfilRequest',
  tags,
  summary: 'This is it: any member names a resource; who asked, or a steward, opens it again by null',
  request: { params: ItemParam, body: body(z.object({ resourceId: Id.nullable() }).openapi('Fulfilment')) },
  responses: { 200: jsonWithEtag(ResourceRequest, 'The request') },
});
