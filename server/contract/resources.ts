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
  Language,
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
import { NewUse, UseOutcome, UseSummary } from './assessments.js';
import { File } from './files.js';

export const ResourceKind = z
  .enum(['article', 'tool', 'template', 'case', 'recording', 'book', 'course', 'guide', 'other'])
  .openapi('ResourceKind');

export const ResourceAction = z.enum(['edit', 'delete', 'comment', 'use']);
export const Resource = z
  .object({
    id: Id,
    kind: ResourceKind,
    title: z.string(),
    description: z.string().openapi({ description: 'Markdown; may be empty.' }),
    url: z.string().nullable(),
    file: orNull(File),
    creator: z.string().nullable().openapi({ description: 'Who made it, as the source names them.' }),
    publishedOn: z.string().nullable().openapi({ description: 'RFC 3339 date.' }),
    language: z.string().nullable(),
    licence: z.string().nullable(),
    topics: z.array(TopicRef),
    suggestedBy: orNull(MemberRef),
    createdAt: Time,
    updatedAt: Time,
    editedAt: Time.nullable(),
    version: z.int(),
    commentCount: z.int(),
    uses: UseSummary,
    viewer: z.object({ use: orNull(NewUse), can: z.array(ResourceAction) }),
    source: orNull(Source),
  })
  .openapi('Resource');

const fields = {
  kind: ResourceKind,
  title: z.string().trim().min(3).max(200),
  description: z.string().trim().max(10_000),
  url: HttpUrl.nullable(),
  fileId: Id.nullable(),
  creator: z.string().trim().max(200).nullable(),
  publishedOn: z.iso.date().nullable(),
  language: Language.nullable(),
  licence: z.string().trim().max(100).nullable(),
  topics: z.array(TopicLabel).max(8),
};
export const NewResource = z
  .object({
    ...fields,
    description: fields.description.default(''),
    url: fields.url.default(null),
    fileId: fields.fileId.default(null),
    creator: fields.creator.default(null),
    publishedOn: fields.publishedOn.default(null),
    language: fields.language.default(null),
    licence: fields.licence.default(null),
    topics: fields.topics.default([]),
  })
  .refine((r) => (r.url === null) !== (r.fileId === null), { path: ['url'], message: 'Give a link or a file.' })
  .openapi('NewResource');
export const ResourcePatch = z.object(fields).omit({ fileId: true }).partial().openapi('ResourcePatch');

export const ResourceSort = z.enum(['newest', 'title', 'used', 'relevance']).openapi('ResourceSort');
export const ResourceQuery = z.object({
  ...pageQuery,
  q: z.string().trim().max(200).optional(),
  similar: z.string().trim().max(200).optional().openapi({ description: 'A title: only what is like it, the most alike first.' }),
  url: z
    .string()
    .trim()
    .max(2000)
    .optional()
    .openapi({ description: 'A link: only what the community has under it, however it is spelt.' }),
  kind: many(ResourceKind).openapi({ type: 'array', items: { type: 'string', enum: [...ResourceKind.options] } }),
  topic: many(z.string().max(64)).openapi({ type: 'array', items: { type: 'string' } }),
  language: many(z.string().max(35)).openapi({ type: 'array', items: { type: 'string' } }),
  outcome: UseOutcome.optional().openapi({ description: 'Only what somebody used with this outcome.' }),
  mine: flag.openapi({ type: 'boolean', description: 'true: suggested by me.' }),
  sort: ResourceSort.optional(),
  facets: flag.openapi({ type: 'boolean', description: 'Count the values of kind, topic and language, each under all other filters.' }),
});
export const ResourcePage = pageOf('ResourcePage', Resource, {
  facets: z.object({ kind: z.array(Facet), topic: z.array(Facet), language: z.array(Facet) }).nullable(),
});

const tags = ['Resources'];
export const listResources = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/resources`,
  operationId: 'listResources',
  tags,
  summary: 'Resources, filtered and sorted',
  request: { params: CommunityParam, query: ResourceQuery },
  responses: { 200: json(ResourcePage, 'A page of resources') },
});
export const createResource = operation('member', {
  method: 'post',
  path: `${COMMUNITY}/resources`,
  operationId: 'createResource',
  tags,
  summary: 'Suggest a link, or a file uploaded before',
  request: { params: CommunityParam, headers: IdempotencyHeader, body: body(NewResource) },
  responses: { 201: jsonWithEtag(Resource, 'The resource') },
});
export const getResource = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/resources/{id}`,
  operationId: 'getResource',
  tags,
  summary: 'One resource',
  request: { params: ItemParam },
  responses: { 200: jsonWithEtag(Resource, 'The resource') },
});
export const updateResource = operation('member', {
  method: 'patch',
  path: `${COMMUNITY}/resources/{id}`,
  operationId: 'updateResource',
  tags,
  summary: 'Edit one’s own resource; stewards any',
  request: { params: ItemParam, headers: IfMatchHeader, body: body(ResourcePatch) },
  responses: { 200: jsonWithEtag(Resource, 'The resource') },
});
export const deleteResource = operation('member', {
  method: 'delete',
  path: `${COMMUNITY}/resources/{id}`,
  operationId: 'deleteResource',
  tags,
  summary: 'Delete one’s own resource; stewards any',
  request: { params: ItemParam, headers: IfMatchHeader },
  responses: { 204: { description: 'Gone' } },
});
