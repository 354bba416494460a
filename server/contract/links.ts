import { z } from '@hono/zod-openapi';
import { COMMUNITY, CommunityParam, HttpUrl, body, json, operation } from './common.js';

export const LinkPreview = z
  .object({
    url: z.string().openapi({ description: 'Where the link led in the end.' }),
    title: z.string().nullable(),
    description: z.string().nullable().openapi({ description: 'Plain text.' }),
    siteName: z.string().nullable(),
    imageUrl: z.string().nullable(),
    iconUrl: z.string().nullable(),
    language: z.string().nullable().openapi({ description: 'BCP 47.' }),
    publishedOn: z.string().nullable().openapi({ description: 'RFC 3339 date.' }),
    creator: z.string().nullable(),
  })
  .openapi('LinkPreview', { description: 'What a page says of itself: untrusted text of somebody else’s.' });

export const previewLink = operation('member', {
  method: 'post',
  path: `${COMMUNITY}/link-preview`,
  operationId: 'previewLink',
  tags: ['Resources'],
  summary: 'What the page behind a link says of itself, fetched by the server',
  description:
    'Public addresses of the web alone, at most 512 kilobytes, five seconds and three redirects. A page that can’t be read is `invalid`, with a reason.',
  // Nothing is written, and a slow page must not hold a transaction.
  'x-detached': true,
  request: { params: CommunityParam, body: body(z.object({ url: HttpUrl }).openapi('LinkToPreview')) },
  responses: { 200: json(LinkPreview, 'What is known of it') },
});
