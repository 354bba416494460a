import { z } from '@hono/zod-openapi';
import { COMMUNITY, CommunityParam, Id, flag, json, operation } from './common.js';

export const Topic = z
  .object({
    id: Id,
    label: z.string(),
    count: z.int().openapi({ description: 'Questions and resources with it.' }),
    aliases: z.array(z.string()).optional().openapi({ description: 'Other words for it.' }),
  })
  .openapi('Topic');

export const listTopics = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/topics`,
  operationId: 'listTopics',
  tags: ['Topics'],
  summary: 'Topics, most used first; q completes what is being typed',
  request: {
    params: CommunityParam,
    query: z.object({
      q: z.string().trim().max(60).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
      unhelped: flag.openapi({
        type: 'boolean',
        description:
          'true: topics of open questions without an answer on which no member offers help, those with the most of them first; `count` counts these questions. For stewards.',
      }),
    }),
  },
  responses: { 200: json(z.object({ items: z.array(Topic) }).openapi('TopicList'), 'Topics') },
});
