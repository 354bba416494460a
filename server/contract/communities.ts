import { z } from '@hono/zod-openapi';
import { COMMUNITY, CommunityParam, Id, MemberRef, Role, Source, Time, json, operation, orNull } from './common.js';

/** What an endpoint can do. Elements show no control for what is missing here. */
export const Capability = z
  .enum([
    'questions',
    'answers',
    'comments',
    'votes',
    'uses',
    'resources',
    'files',
    'members',
    'activities',
    'posts',
    'reactions',
    'stream',
    'search',
    'follows',
    'revisions',
  ])
  .openapi('Capability');

export const Community = z
  .object({
    id: Id,
    name: z.string(),
    description: z.string(),
    language: z.string(),
    capabilities: z.array(Capability),
    counts: z.object({ questions: z.int(), answered: z.int(), resources: z.int(), members: z.int() }),
    limits: z.object({
      uploadBytes: z.int().openapi({ description: 'Largest file, in bytes.' }),
      uploadTypes: z.array(z.string()).openapi({ description: 'Media types that are taken.' }),
    }),
    sources: z.array(Source).openapi({ description: 'Where imported content comes from, for attribution.' }),
  })
  .openapi('Community');

export const Permission = z
  .enum(['ask', 'answer', 'comment', 'vote', 'use', 'suggest', 'upload', 'react', 'post', 'edit-profile', 'moderate'])
  .openapi('Permission');

export const Session = z
  .object({
    member: orNull(MemberRef),
    role: Role,
    can: z.array(Permission),
    lastVisitAt: Time.nullable().openapi({ description: 'Up to when this person has seen the feed.' }),
  })
  .openapi('Session');

export const LastVisit = z.object({ at: Time }).openapi('LastVisit');

export const listCommunities = operation('visitor', {
  method: 'get',
  path: '/communities',
  operationId: 'listCommunities',
  tags: ['Communities'],
  summary: 'The communities of this endpoint',
  responses: { 200: json(z.object({ items: z.array(Community) }).openapi('CommunityList'), 'All communities') },
});
export const getCommunity = operation('visitor', {
  method: 'get',
  path: COMMUNITY,
  operationId: 'getCommunity',
  tags: ['Communities'],
  summary: 'One community: what it is, and what its endpoint can do',
  request: { params: CommunityParam },
  responses: { 200: json(Community, 'The community') },
});
export const getSession = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/session`,
  operationId: 'getSession',
  tags: ['Session'],
  summary: 'Who am I here, and what may I do',
  request: { params: CommunityParam },
  responses: { 200: json(Session, 'The session; a visitor’s has no member') },
});
export const putLastVisit = operation('member', {
  method: 'put',
  path: `${COMMUNITY}/session/last-visit`,
  operationId: 'putLastVisit',
  tags: ['Session'],
  summary: 'I have seen the feed up to here',
  request: { params: CommunityParam, body: { required: true, content: { 'application/json': { schema: LastVisit } } } },
  responses: { 200: json(Session, 'The session') },
});
