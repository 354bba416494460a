import { z } from '@hono/zod-openapi';
import { COMMUNITY, CommunityParam, json, operation } from './common.js';

export const MemberGroup = z
  .object({ name: z.string(), count: z.int().openapi({ description: 'Members in it, as far as the reader may see it.' }) })
  .openapi('MemberGroup');

export const listGroups = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/groups`,
  operationId: 'listGroups',
  tags: ['Members'],
  summary: 'Groups and cohorts of members, the largest first',
  request: { params: CommunityParam },
  responses: { 200: json(z.object({ items: z.array(MemberGroup) }).openapi('MemberGroupList'), 'The groups, 100 at most') },
});
