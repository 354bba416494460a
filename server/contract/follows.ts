import { z } from '@hono/zod-openapi';
import { COMMUNITY, CommunityParam, Id, Time, json, operation } from './common.js';

export const FollowType = z.enum(['question', 'topic', 'member']).openapi('FollowType');
export const Follow = z
  .object({
    object: z.object({ type: FollowType, id: Id, title: z.string() }),
    createdAt: Time,
  })
  .openapi('Follow');
/** How many things a person can follow; whoever follows everything follows nothing. */
export const MOST_FOLLOWS = 1000;
export const FollowList = z
  .object({ follows: z.array(Follow).max(MOST_FOLLOWS) })
  .openapi('FollowList', { description: 'All that this person follows, newest first. Only they see it.' });

const tags = ['Follows'];
const params = CommunityParam.extend({ objectType: FollowType, objectId: Id });
export const listFollows = operation('member', {
  method: 'get',
  path: `${COMMUNITY}/follows`,
  operationId: 'listFollows',
  tags,
  summary: 'What I follow: questions, topics and people',
  request: { params: CommunityParam },
  responses: { 200: json(FollowList, 'All of it') },
});
export const putFollow = operation('member', {
  method: 'put',
  path: `${COMMUNITY}/follows/{objectType}/{objectId}`,
  operationId: 'putFollow',
  tags,
  summary: 'Follow; nobody else sees it',
  request: { params },
  responses: { 200: json(FollowList, 'All that this person follows') },
});
export const deleteFollow = operation('member', {
  method: 'delete',
  path: `${COMMUNITY}/follows/{objectType}/{objectId}`,
  operationId: 'deleteFollow',
  tags,
  summary: 'Follow no longer',
  request: { params },
  responses: { 200: json(FollowList, 'All that this person follows') },
});
