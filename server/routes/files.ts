import type { z } from '@hono/zod-openapi';
import type { Api, Server } from '../context.js';
import { downloadFile, uploadFile, type File as FileSchema } from '../contract/files.js';
import { cleanFileName, contentDisposition } from '../files/names.js';
import { UPLOAD_TYPES, sniffType } from '../files/types.js';
import { Problem, invalidField } from '../problem.js';
import * as store from '../store/files.js';
import { memberOf, time, viewerOf } from './refs.js';

export function showFile(communityId: string, row: store.FileRow): z.infer<typeof FileSchema> {
  const url = `/api/communities/${encodeURIComponent(communityId)}/files/${row.id}`;
  return { id: row.id, name: row.name, type: row.type, size: row.size, url, createdAt: time(row.createdAt) };
}

export function registerFiles(app: Api, server: Server): void {
  app.openapi(uploadFile, async (c) => {
    const { file } = c.req.valid('form');
    if (file.size > server.config.uploadBytes) throw new Problem('too-large', `A file may have ${server.config.uploadBytes} bytes.`);
    if (file.size === 0) throw invalidField('/file', 'empty', 'The file is empty.');
    const bytes = new Uint8Array(await file.arrayBuffer());
    const type = await sniffType(bytes, file.name);
    if (!type) throw new Problem('unsupported-type', `Its content is none of these: ${UPLOAD_TYPES.join(', ')}.`);
    const communityId = c.get('community').id;
    const row = await store.addFile(c.get('db'), {
      communityId,
      memberId: memberOf(c.get('session')).id,
      name: cleanFileName(file.name, type),
      type,
      bytes,
    });
    return c.json(showFile(communityId, row), 201);
  });
  app.openapi(downloadFile, async (c) => {
    const file = await store.readFile(c.get('db'), c.get('community').id, c.req.valid('param').id, viewerOf(c.get('session')));
    if (!file) throw new Problem('not-found');
    const headers = {
      // A file never changes; whether it may still be read is asked each time.
      'Cache-Control': 'private, no-cache, no-transform',
      ETag: `"${file.sha256.slice(0, 32)}"`,
      'Content-Disposition': contentDisposition(file.name),
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      // A picture that everybody may read can stand in a page of any origin, as the elements can.
      'Cross-Origin-Resource-Policy': file.forAll && file.type.startsWith('image/') ? 'cross-origin' : 'same-site',
    };
    if (c.req.header('if-none-match') === headers.ETag) return c.body(null, 304, headers);
    const type = file.type.startsWith('text/') ? `${file.type}; charset=utf-8` : file.type;
    return c.body(new Uint8Array(file.bytes), 200, { ...headers, 'Content-Type': type, 'Content-Length': String(file.size) });
  });
}
