import type { File as StoredFile } from '../contract/index.js';
import type { Http } from './http.js';

/** Sends a file, to be named by a resource within a day. Not queued: bytes wait in the form until there is a connection. */
export function uploadFile(http: Http, file: File, idempotencyKey: string, signal: AbortSignal): Promise<StoredFile> {
  const body = new FormData();
  body.set('file', file);
  return http.json<StoredFile>('/files', { method: 'POST', body, idempotencyKey, signal });
}
