import { z } from '@hono/zod-openapi';
import {
  COMMUNITY,
  CommunityParam,
  Id,
  IdempotencyHeader,
  IfMatchHeader,
  ItemParam,
  Line,
  Language,
  MemberRef,
  Time,
  body,
  json,
  jsonWithEtag,
  operation,
  orNull,
  pageOf,
  pageQuery,
} from './common.js';
import { UseOutcome } from './assessments.js';
import { Resource, ResourceForm, ResourceKind, ResourceMark } from './resources.js';

/** What an automatic collection holds: all that these filters of the list of resources find. */
export const CollectionFilter = z
  .strictObject({
    q: z.string().trim().max(200).optional(),
    kind: z.array(ResourceKind).max(20).optional(),
    topic: z.array(z.string().min(1).max(64)).max(20).optional(),
    language: z.array(Language).max(20).optional(),
    outcome: UseOutcome.optional(),
    form: z.array(ResourceForm).max(2).optional(),
    mark: z.array(ResourceMark).max(2).optional(),
    since: z.iso.date().optional(),
    until: z.iso.date().optional(),
  })
  .refine((filter) => Object.values(filter).some((value) => value !== undefined && value.length > 0), {
    message: 'Name at least one filter.',
  })
  .openapi('CollectionFilter');

export const Collection = z
  .object({
    id: Id,
    title: z.string(),
    description: z.string(),
    author: orNull(MemberRef),
    filter: orNull(CollectionFilter).openapi({ description: 'null: chosen one by one. Else all that the filter finds.' }),
    featured: z.boolean(),
    count: z.int().openapi({ description: 'How many resources it holds now.' }),
    createdAt: Time,
    updatedAt: Time,
    version: z.int(),
    viewer: z.object({ can: z.array(z.enum(['edit', 'delete', 'feature'])) }),
  })
  .openapi('Collection');
export const CollectionItem = z.object({ resource: Resource, note: z.string() }).openapi('CollectionItem');
export const CollectionWithItems = Collection.extend({
  items: z.array(CollectionItem).openapi({ description: 'In order; of an automatic one the first hundred, newest first.' }),
}).openapi('CollectionWithItems');
export const CollectionPage = pageOf('CollectionPage', Collection);

const fields = {
  title: Line.min(3).max(120),
  description: z.string().trim().max(1000),
  filter: CollectionFilter.nullable(),
  featured: z.boolean(),
};
export const NewCollection = z
  .object({
    ...fields,
    description: fields.description.default(''),
    filter: fields.filter.default(null),
    featured: fields.featured.default(false).openapi({ description: 'By stewards.' }),
  })
  .openapi('NewCollection');
export const CollectionPatch = z.object(fields).partial().openapi('CollectionPatch');
/** How many resources one can choose for a collection. */
export const MOST_ITEMS = 100;
export const CollectionItems = z
  .object({ items: z.array(z.object({ resourceId: Id, note: z.string().trim().max(300).default('') })).max(MOST_ITEMS) })
  .openapi('CollectionItems');

const tags = ['Collections'];
export const listCollections = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/collections`,
  operationId: 'listCollections',
  tags,
  summary: 'Collections: the featured ones first, then the newest',
  request: {
    params: CommunityParam,
    query: z.object({ ...pageQuery, resource: Id.optional().openapi({ description: 'Only those into which this resource was put.' }) }),
  },
  responses: { 200: json(CollectionPage, 'A page of collections') },
});
export const createCollection = operation('member', {
  method: 'post',
  path: `${COMMUNITY}/collections`,
  operationId: 'createCollection',
  tags,
  summary: 'Begin a collection',
  request: { params: CommunityParam, headers: IdempotencyHeader, body: body(NewCollection) },
  responses: { 201: jsonWithEtag(CollectionWithItems, 'The collection') },
});
export const getCollection = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/collections/{id}`,
  operationId: 'getCollection',
  tags,
  summary: 'One collection with what it holds',
  request: { params: ItemParam },
  responses: { 200: jsonWithEtag(CollectionWithItems, 'The collection') },
});
export const updateCollection = operation('member', {
  method: 'patch',
  path: `${COMMUNITY}/collections/{id}`,
  operationId: 'updateCollection',
  tags,
  summary: 'Edit one’s own collection; stewards any',
  request: { params: ItemParam, headers: IfMatchHeader, body: body(CollectionPatch) },
  responses: { 200: jsonWithEtag(CollectionWithItems, 'The collection') },
});
export const deleteCollection = operation('member', {
  method: 'delete',
  path: `${COMMUNITY}/collections/{id}`,
  operationId: 'deleteCollection',
  tags,
  summary: 'Delete one’s own collection; stewards any. The resources stay',
  request: { params: ItemParam, headers: IfMatchHeader },
  responses: { 204: { description: 'Gone' } },
});
export const putCollectionItems = operation('member', {
  method: 'put',
  path: `${COMMUNITY}/collections/{id}/items`,
  operationId: 'putCollectionItems',
  tags,
  summary: 'What it holds, in order: adds, takes out, moves, and notes, at once',
  request: { params: ItemParam, headers: IfMatchHeader, body: body(CollectionItems) },
  responses: { 200: jsonWithEtag(CollectionWithItems, 'The collection') },
});
