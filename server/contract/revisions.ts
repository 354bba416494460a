import { z } from '@hono/zod-openapi';
import { COMMUNITY, CommunityParam, Id, MemberRef, Time, TopicRef, json, operation, orNull, pageOf, pageQuery } from './common.js';

export const RevisionAct = z.enum(['closed', 'reopened', 'merged', 'unmerged', 'moved', 'revealed']).openapi('RevisionAct');
export const Revision = z
  .object({
    id: Id,
    version: z.int(),
    editor: orNull(MemberRef).openapi({ description: 'Who wrote this state; null where that is unknown or not shown.' }),
    createdAt: Time,
    act: orNull(RevisionAct).openapi({ description: 'What was done, where the state is not a new text.' }),
    note: z.string().nullable().openapi({ description: 'Why, in the words of who did it.' }),
    content: z
      .object({
        title: z.string(),
        body: z.string(),
        kind: z.string().nullable(),
        topics: z.array(TopicRef),
        details: z.record(z.string(), z.string()),
        url: z.string().nullable(),
        creator: z.string().nullable(),
        publishedOn: z.string().nullable(),
        language: z.string().nullable(),
        licence: z.string().nullable(),
      })
      .partial()
      .openapi({ description: 'The texts of this state, by field; what the object does not have is not there.' }),
  })
  .openapi('Revision');
export const RevisionPage = pageOf('RevisionPage', Revision);

export const listRevisions = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/revisions`,
  operationId: 'listRevisions',
  tags: ['Revisions'],
  summary: 'The states of one text, newest first; none where it was never edited. Whoever sees the text sees them',
  request: {
    params: CommunityParam,
    query: z.object({ ...pageQuery, question: Id.optional(), answer: Id.optional(), resource: Id.optional(), post: Id.optional() }),
  },
  responses: { 200: json(RevisionPage, 'A page of states') },
});
