import { z } from '@hono/zod-openapi';
import {
  COMMUNITY,
  CommunityParam,
  HttpUrl,
  Id,
  IdempotencyHeader,
  IfMatchHeader,
  ItemParam,
  Line,
  Markdown,
  MemberRef,
  ObjectRef,
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
import { ACTIVITY_STREAMS, AsActivity, AsPage } from './activity-streams.js';
import { File } from './files.js';

/** Past-tense verbs over the Activity Streams 2.0 model: actor, type, object, target, published. */
export const ActivityType = z
  .enum([
    'asked',
    'answered',
    'commented',
    'accepted',
    'added',
    'used',
    'posted',
    'joined',
    'revised',
    'endorsed',
    'reviewed',
    'requested',
    'collected',
    'thanked',
  ])
  .openapi('ActivityType');
export const ReactionKind = z.enum(['thanks', 'insight', 'celebrate']).openapi('ReactionKind');
export const Reaction = z.object({ kind: ReactionKind, count: z.int(), mine: z.boolean() }).openapi('Reaction');
export const Concern = z
  .enum(['mention', 'yours'])
  .openapi('Concern', { description: 'Why an act concerns the reader: its text names them, or it is about what they wrote.' });
export const LinkCard = z
  .object({
    url: z.string(),
    title: z.string().nullable().openapi({ description: 'null: not read yet, or not to be read.' }),
    description: z.string().nullable().openapi({ description: 'Plain text.' }),
    siteName: z.string().nullable(),
    object: orNull(ObjectRef).openapi({ description: 'What of this community the link leads to; its title is the present one.' }),
  })
  .openapi('LinkCard', {
    description: 'The first link of a message and what its page says of itself: untrusted text of somebody else’s, and no picture.',
  });
export const Activity = z
  .object({
    id: Id,
    type: ActivityType,
    published: Time,
    actor: orNull(MemberRef),
    object: ObjectRef,
    target: orNull(ObjectRef).openapi({ description: 'What the object belongs to: the question of an answer.' }),
    summary: z.string().nullable().openapi({ description: 'Plain text: the start of what was written.' }),
    link: orNull(LinkCard).optional().openapi({ description: 'Of a message: the card of its first link.' }),
    reactions: z.array(Reaction),
    forYou: orNull(Concern).openapi({ description: 'Why it concerns the person who reads; null where it does not.' }),
    source: orNull(Source),
  })
  .openapi('Activity');
export const ActivityPage = pageOf('ActivityPage', Activity);
export const ActivityQuery = z.object({
  ...pageQuery,
  type: many(ActivityType).openapi({ type: 'array', items: { type: 'string', enum: [...ActivityType.options] } }),
  actor: Id.optional(),
  group: many(z.string().max(100)).openapi({
    type: 'array',
    items: { type: 'string' },
    description: 'Only what was done by members of one of these groups, by name, as far as the reader may see who is in it.',
  }),
  since: Time.optional().openapi({ description: 'Only what was published after this.' }),
  until: Time.optional().openapi({ description: 'Only what was published up to this.' }),
  topic: many(Id).openapi({
    type: 'array',
    items: { type: 'string' },
    description: 'Only what is about one of these topics, by id.',
  }),
  mentions: flag.openapi({ type: 'boolean', description: 'true: only what names the reader.' }),
  following: flag.openapi({ type: 'boolean', description: 'true: only what the reader follows: people, questions and topics.' }),
});

export const Post = z
  .object({
    id: Id,
    title: z.string().nullable(),
    body: z.string(),
    url: z.string().nullable(),
    link: orNull(LinkCard)
      .optional()
      .openapi({ description: 'The card of the first link; null where there is none, or its author wants no card.' }),
    linkPreview: z.boolean().optional().openapi({ description: 'false: its author wants no card for a link of it.' }),
    topics: z.array(TopicRef),
    files: z.array(File),
    author: orNull(MemberRef),
    createdAt: Time,
    editedAt: Time.nullable(),
    version: z.int(),
    commentCount: z.int(),
    viewer: z.object({ can: z.array(z.enum(['edit', 'delete', 'comment'])) }),
    source: orNull(Source),
  })
  .openapi('Post');
const files = z
  .array(Id)
  .max(10)
  .default([])
  .openapi({ description: 'Ids of uploads of one’s own, in the order in which they are shown.' });
const linkPreview = z.boolean().openapi({ description: 'Whether the first link is shown as a card.' });
export const NewPost = z
  .object({
    title: Line.max(200).nullable().default(null),
    body: Markdown,
    url: HttpUrl.nullable().default(null),
    topics: z.array(TopicLabel).max(5).default([]),
    files,
    linkPreview: linkPreview.default(true),
  })
  .openapi('NewPost');
export const PostPatch = z
  .object({ title: Line.max(200).nullable(), body: Markdown, files: files.unwrap(), linkPreview })
  .partial()
  .openapi('PostPatch');

const tags = ['Activities'];
export const listActivities = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/activities`,
  operationId: 'listActivities',
  tags,
  summary: 'What happened, newest first',
  description: 'Asked for as `application/activity+json`, it answers in the words of Activity Streams 2.0.',
  request: { params: CommunityParam, query: ActivityQuery },
  responses: {
    200: {
      description: 'A page of activities',
      content: { 'application/json': { schema: ActivityPage }, [ACTIVITY_STREAMS]: { schema: AsPage } },
    },
  },
});
export const getActivity = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/activities/{id}`,
  operationId: 'getActivity',
  tags,
  summary: 'One act; also in the words of Activity Streams 2.0',
  request: { params: ItemParam },
  responses: {
    200: {
      description: 'The activity',
      content: { 'application/json': { schema: Activity }, [ACTIVITY_STREAMS]: { schema: AsActivity } },
    },
  },
});
export const streamActivities = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/activities/stream`,
  operationId: 'streamActivities',
  tags,
  summary: 'Live changes as server-sent events; Last-Event-ID resumes without a gap',
  description:
    'Events: `ready` (first; its id is where the stream begins), `activity` (data: an Activity), `change` (data: an ObjectRef whose votes, uses, text or reactions changed), `reset` (the gap is too long to fill: read again). A comment line every 15 seconds keeps the connection open.',
  request: { params: CommunityParam, headers: z.object({ 'last-event-id': z.string().max(40).optional() }) },
  responses: { 200: { description: 'A stream that stays open', content: { 'text/event-stream': { schema: z.string() } } } },
});
const reactionParams = ItemParam.extend({ kind: ReactionKind });
export const putReaction = operation('member', {
  method: 'put',
  path: `${COMMUNITY}/activities/{id}/reactions/{kind}`,
  operationId: 'putReaction',
  tags,
  summary: 'React, once per person and kind',
  request: { params: reactionParams },
  responses: { 200: json(Activity, 'The activity') },
});
export const deleteReaction = operation('member', {
  method: 'delete',
  path: `${COMMUNITY}/activities/{id}/reactions/{kind}`,
  operationId: 'deleteReaction',
  tags,
  summary: 'Take the reaction back',
  request: { params: reactionParams },
  responses: { 200: json(Activity, 'The activity') },
});
export const getRssFeed = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/feed.rss`,
  operationId: 'getRssFeed',
  tags,
  summary: 'The feed as RSS 2.0',
  request: { params: CommunityParam },
  responses: { 200: { description: 'RSS 2.0', content: { 'application/rss+xml': { schema: z.string() } } } },
});
export const getJsonFeed = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/feed.json`,
  operationId: 'getJsonFeed',
  tags,
  summary: 'The feed as JSON Feed 1.1',
  request: { params: CommunityParam },
  responses: {
    200: {
      description: 'JSON Feed 1.1',
      content: {
        'application/feed+json': {
          schema: z
            .object({ version: z.string(), title: z.string(), items: z.array(z.record(z.string(), z.unknown())) })
            .openapi('JsonFeed'),
        },
      },
    },
  },
});

const posts = ['Posts'];
export const createPost = operation('member', {
  method: 'post',
  path: `${COMMUNITY}/posts`,
  operationId: 'createPost',
  tags: posts,
  summary: 'Post to the feed',
  request: { params: CommunityParam, headers: IdempotencyHeader, body: body(NewPost) },
  responses: { 201: jsonWithEtag(Post, 'The post') },
});
export const getPost = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/posts/{id}`,
  operationId: 'getPost',
  tags: posts,
  summary: 'One post',
  request: { params: ItemParam },
  responses: { 200: jsonWithEtag(Post, 'The post') },
});
export const updatePost = operation('member', {
  method: 'patch',
  path: `${COMMUNITY}/posts/{id}`,
  operationId: 'updatePost',
  tags: posts,
  summary: 'Edit one’s own post',
  request: { params: ItemParam, headers: IfMatchHeader, body: body(PostPatch) },
  responses: { 200: jsonWithEtag(Post, 'The post') },
});
export const deletePost = operation('member', {
  method: 'delete',
  path: `${COMMUNITY}/posts/{id}`,
  operationId: 'deletePost',
  tags: posts,
  summary: 'Delete one’s own post; stewards any',
  request: { params: ItemParam, headers: IfMatchHeader },
  responses: { 204: { description: 'Gone' } },
});
