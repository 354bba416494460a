import { z } from '@hono/zod-openapi';
import { Activity } from './activities.js';
import { COMMUNITY, CommunityParam, Id, Time, json, operation } from './common.js';

export const CatchUp = z
  .object({
    since: Time.openapi({ description: 'Up to when everything was seen.' }),
    until: Time.openapi({ description: 'End of this round: what happened later waits for the next.' }),
    total: z.int().openapi({ description: 'How many acts of others are left in this round.' }),
    later: z.int().openapi({ description: 'How many have come after its end, for the next round; 100 at most.' }),
    items: z.array(Activity).openapi({
      description: 'What is left, at most 100: what names the reader or is about what they wrote first, each newest first.',
    }),
  })
  .openapi('CatchUp', { description: 'What happened since everything was seen, to be finished. It never grows, and never repeats.' });
export const CatchUpSeen = z
  .object({
    until: Time.openapi({ description: 'The `until` of the round that is being read.' }),
    seen: z.array(Id).max(100).default([]).openapi({ description: 'Ids of acts that were seen.' }),
    all: z.boolean().default(false).openapi({ description: 'Everything of the round was seen.' }),
  })
  .openapi('CatchUpSeen');

export const getCatchUp = operation('member', {
  method: 'get',
  path: `${COMMUNITY}/session/catch-up`,
  operationId: 'getCatchUp',
  tags: ['Session'],
  summary: 'What happened since I had seen everything; the round that was begun, on whatever device, goes on',
  request: { params: CommunityParam },
  responses: { 200: json(CatchUp, 'The round; without items it is done') },
});
export const putCatchUp = operation('member', {
  method: 'put',
  path: `${COMMUNITY}/session/catch-up`,
  operationId: 'putCatchUp',
  tags: ['Session'],
  summary: 'I have seen these, or all of the round',
  request: { params: CommunityParam, body: { required: true, content: { 'application/json': { schema: CatchUpSeen } } } },
  responses: { 200: json(CatchUp, 'What is left of the round') },
});
