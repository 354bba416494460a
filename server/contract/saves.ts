import { z } from '@hono/zod-openapi';
import { COMMUNITY, CommunityParam, Id, ObjectRef, Time, json, operation } from './common.js';

export const SaveType = z.enum(['question', 'resource']).openapi('SaveType');
export const Save = z.object({ object: ObjectRef, createdAt: Time }).openapi('Save');
/** How many things a person can keep for later. */
export const MOST_SAVES = 1000;
export const SaveList = z
  .object({ saves: z.array(Save).max(MOST_SAVES) })
  .openapi('SaveList', { description: 'All that this person keeps for later, newest first. Only they see it.' });

const tags = ['Saves'];
const params = CommunityParam.extend({ objectType: SaveType, objectId: Id });
export const listSaves = operation('member', {
  method: 'get',
  path: `${COMMUNITY}/saves`,
  operationId: 'listSaves',
  tags,
  summary: 'What I keep for later: questions and resources',
  request: { params: CommunityParam },
  responses: { 200: json(SaveList, 'All of it') },
});
export const putSave = operation('member', {
  method: 'put',
  path: `${COMMUNITY}/saves/{objectType}/{objectId}`,
  operationId: 'putSave',
  tags,
  summary: 'Keep it for later; nobody else sees it',
  request: { params },
  responses: { 200: json(SaveList, 'All that this person keeps') },
});
export const deleteSave = operation('member', {
  method: 'delete',
  path: `${COMMUNITY}/saves/{objectType}/{objectId}`,
  operationId: 'deleteSave',
  tags,
  summary: 'Keep it no longer',
  request: { params },
  responses: { 200: json(SaveList, 'All that this person keeps') },
});
