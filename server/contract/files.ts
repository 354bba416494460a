import { z } from '@hono/zod-openapi';
import { COMMUNITY, CommunityParam, Id, IdempotencyHeader, ItemParam, Time, json, operation } from './common.js';

export const File = z
  .object({
    id: Id,
    name: z.string(),
    type: z.string().openapi({ description: 'Media type, found from the content, not from what the sender said.' }),
    size: z.int().openapi({ description: 'Bytes.' }),
    url: z.string().openapi({ description: 'Where to download it, relative to the server’s origin.' }),
    createdAt: Time,
  })
  .openapi('File');

export const uploadFile = operation('member', {
  method: 'post',
  path: `${COMMUNITY}/files`,
  operationId: 'uploadFile',
  tags: ['Files'],
  summary: 'Upload a file, to be named by a resource or a post within a day',
  request: {
    params: CommunityParam,
    headers: IdempotencyHeader,
    body: {
      required: true,
      content: {
        'multipart/form-data': { schema: z.object({ file: z.instanceof(globalThis.File).openapi({ type: 'string', format: 'binary' }) }) },
      },
    },
  },
  responses: { 201: json(File, 'The file') },
});
export const downloadFile = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/files/{id}`,
  operationId: 'downloadFile',
  tags: ['Files'],
  summary: 'Download a file',
  request: { params: ItemParam },
  responses: {
    200: {
      description: 'The bytes, as an attachment',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
});
