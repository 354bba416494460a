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
import { Endorsement, EndorsementText, NewUse, UseOutcome, UseSummary, Vote, VoteValue } from './assessments.js';
import { File } from './files.js';

export const ResourceKind = z
  .enum(['article', 'tool', 'template', 'case', 'recording', 'book', 'course', 'guide', 'other'])
  .openapi('ResourceKind');

export const ResourceStatus = z.enum(['published', 'proposed', 'draft', 'obsolete']).openapi('ResourceStatus', {
  description: 'proposed: waits for a steward; draft: its author’s own; obsolete: no longer right, out of the lists.',
});
export const ResourceAction = z.enum([
  'edit',
  'delete',
  'comment',
  'use',
  'vote',
  'save',
  'endorse',
  'review',
  'look-after',
  'hand-over',
  'publish',
  'decline',
  'retire',
  'settle',
  'withdraw',
]);
/** What the linked page says of itself. */
export const ResourceLink = z
  .object({ siteName: z.string().nullable(), imageUrl: z.string().nullable(), iconUrl: z.string().nullable() })
  .openapi('ResourceLink');
/** What somebody wants changed of a resource that others read; the fields that it changes. */
export const ResourceChange = z
  .object({
    content: z
      .object({
        kind: ResourceKind,
        title: z.string(),
        description: z.string(),
        url: z.string().nullable(),
        creator: z.string().nullable(),
        publishedOn: z.string().nullable(),
        language: z.string().nullable(),
        licence: z.string().nullable(),
        topics: z.array(TopicRef),
      })
      .partial(),
    by: orNull(MemberRef),
    at: Time,
    returned: z.string().nullable().openapi({ description: 'Why a steward sent it back; null: it waits.' }),
  })
  .openapi('ResourceChange');
export const Review = z
  .object({
    steward: orNull(MemberRef).openapi({ description: 'Who looks after it.' }),
    on: z.string().nullable().openapi({ description: 'When it is looked at again: RFC 3339 date.' }),
    at: Time.nullable().openapi({ description: 'When somebody last found it still right.' }),
    by: orNull(MemberRef),
    due: z.boolean().openapi({ description: 'The date has come.' }),
  })
  .openapi('Review');
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
    score: z.int(),
    status: ResourceStatus,
    statusNote: z.string().openapi({ description: 'Why it was declined, or is obsolete; may be empty.' }),
    link: orNull(ResourceLink),
    change: orNull(ResourceChange).openapi({
      description: 'A change that waits for a steward, or was sent back; shown to who may edit the resource.',
    }),
    uses: UseSummary,
    endorsements: z.object({ total: z.int(), newest: z.array(Endorsement).openapi({ description: 'At most five.' }) }),
    review: Review,
    viewer: z.object({
      use: orNull(NewUse),
      vote: VoteValue,
      saved: z.boolean(),
      endorsed: z.boolean(),
      can: z.array(ResourceAction),
    }),
    source: orNull(Source),
  })
  .openapi('Resource');

const fields = {
  kind: ResourceKind,
  title: Line.min(3).max(200),
  description: z.string().trim().max(10_000),
  url: HttpUrl.nullable(),
  fileId: Id.nullable(),
  creator: Line.max(200).nullable(),
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
    draft: z
      .boolean()
      .default(false)
      .openapi({ description: 'Not finished: only its author and stewards see it; it may lack link and file.' }),
    requestId: Id.nullable().default(null).openapi({ description: 'The request that it fulfils, which is closed by it.' }),
  })
  .refine((r) => (r.url === null) !== (r.fileId === null) || (r.draft && r.url === null), {
    path: ['url'],
    message: 'Give a link or a file.',
  })
  .openapi('NewResource');
export const ResourcePatch = z
  .object({ ...fields, reviewOn: z.iso.date().nullable() })
  .partial()
  .openapi('ResourcePatch', { description: '`fileId` only while it has neither link nor file.' });
export const NewResourceStatus = z
  .object({ status: ResourceStatus.exclude(['proposed']), reason: z.string().trim().max(500).default('') })
  .openapi('NewResourceStatus', {
    description: 'A draft that is sent waits for a steward where the community’s rules say so. A declined one needs a reason.',
  });
export const Settlement = z
  .object({ accept: z.boolean(), reason: z.string().trim().max(500).default('') })
  .openapi('Settlement', { description: 'A change that is not accepted goes back to who wrote it, with a reason.' });
export const NewReview = z
  .object({ on: z.iso.date().nullable().optional().openapi({ description: 'Next time; by default as the community’s rules say.' }) })
  .openapi('NewReview');

export const ResourceSort = z.enum(['newest', 'title', 'used', 'evidence', 'votes', 'collected', 'relevance']).openapi('ResourceSort');
/** A link, or a file that is kept here. */
export const ResourceForm = z.enum(['link', 'file']);
/** due: needs a look. */
export const ResourceMark = z.enum(['endorsed', 'due']);
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
  year: many(z.string().regex(/^\d{4}$/)).openapi({
    type: 'array',
    items: { type: 'string' },
    description: 'Published in one of these years.',
  }),
  since: z.iso.date().optional().openapi({ description: 'Published on this day or later.' }),
  until: z.iso.date().optional().openapi({ description: 'Published on this day or earlier.' }),
  form: many(ResourceForm).openapi({ type: 'array', items: { type: 'string', enum: [...ResourceForm.options] } }),
  mark: many(ResourceMark).openapi({ type: 'array', items: { type: 'string', enum: [...ResourceMark.options] } }),
  collection: Id.optional().openapi({ description: 'Only what is in this collection, in its order unless another is asked for.' }),
  mine: flag.openapi({ type: 'boolean', description: 'true: suggested by me, in whatever status.' }),
  saved: flag.openapi({ type: 'boolean', description: 'true: kept by me for later.' }),
  status: ResourceStatus.optional().openapi({
    description:
      'Default: published. Drafts are one’s own; what is proposed is shown to stewards and its author, beside what is published while a change of it waits.',
  }),
  sort: ResourceSort.optional(),
  facets: flag.openapi({
    type: 'boolean',
    description: 'Count the values of kind, topic, language, outcome, year, form and mark, each under all other filters.',
  }),
});
export const ResourcePage = pageOf('ResourcePage', Resource, {
  facets: z
    .object({
      kind: z.array(Facet),
      topic: z.array(Facet),
      language: z.array(Facet),
      outcome: z.array(Facet),
      year: z.array(Facet),
      form: z.array(Facet),
      mark: z.array(Facet),
    })
    .nullable(),
  didYouMean: z.string().nullable().openapi({ description: 'Other words for `q`, where nothing was found.' }),
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
  description:
    'Where the community’s rules say that stewards see resources first, a member’s edit of what is published waits as its `change`, and readers see it as it was.',
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

const answer = { 200: jsonWithEtag(Resource, 'The resource') };
export const voteOnResource = operation('member', {
  method: 'put',
  path: `${COMMUNITY}/resources/{id}/vote`,
  operationId: 'voteOnResource',
  tags,
  summary: 'Vote, once per person',
  request: { params: ItemParam, body: body(Vote) },
  responses: answer,
});
export const endorseResource = operation('steward', {
  method: 'put',
  path: `${COMMUNITY}/resources/{id}/endorsement`,
  operationId: 'endorseResource',
  tags,
  summary: 'Stand for it by name; a second time replaces the note',
  request: { params: ItemParam, body: body(EndorsementText) },
  responses: answer,
});
export const unendorseResource = operation('member', {
  method: 'delete',
  path: `${COMMUNITY}/resources/{id}/endorsement`,
  operationId: 'unendorseResource',
  tags,
  summary: 'Take one’s endorsement back',
  request: { params: ItemParam },
  responses: answer,
});
export const reviewResource = operation('member', {
  method: 'post',
  path: `${COMMUNITY}/resources/{id}/reviews`,
  operationId: 'reviewResource',
  tags,
  summary: 'It is still right: by who looks after it, or a steward',
  request: { params: ItemParam, headers: IdempotencyHeader, body: body(NewReview) },
  responses: answer,
});
export const setResourceSteward = operation('member', {
  method: 'put',
  path: `${COMMUNITY}/resources/{id}/steward`,
  operationId: 'setResourceSteward',
  tags,
  summary: 'Look after it, hand it over, or let it go',
  request: {
    params: ItemParam,
    body: body(z.object({ memberId: Id.nullable() }).openapi('ResourceSteward', { description: 'null: nobody.' })),
  },
  responses: answer,
});
export const setResourceStatus = operation('member', {
  method: 'put',
  path: `${COMMUNITY}/resources/{id}/status`,
  operationId: 'setResourceStatus',
  tags,
  summary: 'Send a draft, publish or decline what is proposed, take out what is no longer right, or bring it back',
  request: { params: ItemParam, headers: IfMatchHeader, body: body(NewResourceStatus) },
  responses: answer,
});
export const settleResourceChange = operation('steward', {
  method: 'put',
  path: `${COMMUNITY}/resources/{id}/change`,
  operationId: 'settleResourceChange',
  tags,
  summary: 'Accept a change that waits, or send it back with a reason',
  request: { params: ItemParam, headers: IfMatchHeader, body: body(Settlement) },
  responses: answer,
});
export const withdrawResourceChange = operation('member', {
  method: 'delete',
  path: `${COMMUNITY}/resources/{id}/change`,
  operationId: 'withdrawResourceChange',
  tags,
  summary: 'Take a change back that waits, or was sent back',
  request: { params: ItemParam, headers: IfMatchHeader },
  responses: answer,
});
