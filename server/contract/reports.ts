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
  body,
  json,
  operation,
  orNull,
  pageOf,
  pageQuery,
} from './common.js';

export const ReportReason = z.enum(['spam', 'rude', 'off-topic', 'wrong', 'personal', 'other']).openapi('ReportReason');
export const NewReport = z
  .object({
    object: z.object({ type: z.enum(['question', 'answer', 'comment', 'resource', 'post']), id: Id }),
    reason: ReportReason,
    note: z.string().trim().max(500).default(''),
  })
  .openapi('NewReport');
export const Report = z
  .object({
    id: Id,
    object: ObjectRef,
    reason: ReportReason,
    note: z.string(),
    member: orNull(MemberRef).openapi({ description: 'Who reported it.' }),
    createdAt: Time,
  })
  .openapi('Report');
export const ReportPage = pageOf('ReportPage', Report);

const tags = ['Reports'];
export const createReport = operation('member', {
  method: 'post',
  path: `${COMMUNITY}/reports`,
  operationId: 'createReport',
  tags,
  summary: 'Ask the stewards to look at something; once per person and thing',
  request: { params: CommunityParam, headers: IdempotencyHeader, body: body(NewReport) },
  responses: { 204: { description: 'The stewards see it' } },
});
export const listReports = operation('steward', {
  method: 'get',
  path: `${COMMUNITY}/reports`,
  operationId: 'listReports',
  tags,
  summary: 'What members have reported and nobody has seen to, newest first',
  request: {
    params: CommunityParam,
    query: z.object({ ...pageQuery, thread: Id.optional().openapi({ description: 'In this question, resource or post.' }) }),
  },
  responses: { 200: json(ReportPage, 'A page of reports') },
});
export const closeReport = operation('steward', {
  method: 'put',
  path: `${COMMUNITY}/reports/{id}/closing`,
  operationId: 'closeReport',
  tags,
  summary: 'I have seen to it',
  request: { params: ItemParam },
  responses: { 204: { description: 'Seen to' } },
});
export const reopenReport = operation('steward', {
  method: 'delete',
  path: `${COMMUNITY}/reports/{id}/closing`,
  operationId: 'reopenReport',
  tags,
  summary: 'It needs looking at again',
  request: { params: ItemParam },
  responses: { 204: { description: 'Open again' } },
});
