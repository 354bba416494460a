import { z } from '@hono/zod-openapi';
import {
  COMMUNITY,
  CommunityParam,
  Id,
  ItemParam,
  MemberRef,
  ObjectRef,
  Time,
  body,
  json,
  operation,
  pageOf,
  pageQuery,
  orNull,
} from './common.js';

export const VoteValue = z.union([z.literal(-1), z.literal(0), z.literal(1)]).openapi('VoteValue', { type: 'integer', enum: [-1, 0, 1] });
export const Vote = z.object({ value: VoteValue }).openapi('Vote');

/** Used it · adapted it · did not work here. */
export const UseOutcome = z.enum(['worked', 'adapted', 'failed']).openapi('UseOutcome');
export const NewUse = z
  .object({ outcome: UseOutcome, context: z.string().trim().max(200).default('') })
  .openapi('NewUse', { description: '“I used this”, with one line on the context.' });
export const Use = z
  .object({
    id: Id,
    object: ObjectRef,
    outcome: UseOutcome,
    context: z.string(),
    member: orNull(MemberRef),
    createdAt: Time,
    mine: z.boolean(),
  })
  .openapi('Use');
export const UseSummary = z
  .object({
    total: z.int(),
    worked: z.int(),
    adapted: z.int(),
    failed: z.int(),
    contexts: z.array(z.object({ outcome: UseOutcome, context: z.string() })).openapi({ description: 'The three newest contexts.' }),
  })
  .openapi('UseSummary');
export const UsePage = pageOf('UsePage', Use);

const tags = ['Uses'];
export const listUses = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/uses`,
  operationId: 'listUses',
  tags,
  summary: 'Who used an answer or a resource, and how it went',
  request: { params: CommunityParam, query: z.object({ ...pageQuery, answer: Id.optional(), resource: Id.optional() }) },
  responses: { 200: json(UsePage, 'A page of uses, newest first') },
});
const put = <P extends string>(path: P, operationId: string) =>
  operation('member', {
    method: 'put',
    path,
    operationId,
    tags,
    summary: 'Tell how it went; a second time replaces the first',
    request: { params: ItemParam, body: body(NewUse) },
    responses: { 200: json(UseSummary, 'All uses of it, summed up') },
  });
const remove = <P extends string>(path: P, operationId: string) =>
  operation('member', {
    method: 'delete',
    path,
    operationId,
    tags,
    summary: 'Take it back',
    request: { params: ItemParam },
    responses: { 200: json(UseSummary, 'All uses of it, summed up') },
  });
export const EndorsementText = z
  .object({ note: z.string().trim().max(300).default('') })
  .openapi('EndorsementText', { description: 'Why one stands for it, in a sentence.' });
export const Endorsement = z.object({ member: orNull(MemberRef), note: z.string(), createdAt: Time }).openapi('Endorsement');
export const putAnswerUse = put(`${COMMUNITY}/answers/{id}/use`, 'putAnswerUse');
export const deleteAnswerUse = remove(`${COMMUNITY}/answers/{id}/use`, 'deleteAnswerUse');
export const putResourceUse = put(`${COMMUNITY}/resources/{id}/use`, 'putResourceUse');
export const deleteResourceUse = remove(`${COMMUNITY}/resources/{id}/use`, 'deleteResourceUse');
