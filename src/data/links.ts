import type { LinkPreview } from '../contract/index.js';
import type { Http } from './http.js';

/** What the page behind a link says of itself, as the endpoint reads it. Untrusted text of somebody else’s. */
export const previewLink = (http: Http, url: string, signal: AbortSignal): Promise<LinkPreview> =>
  http.json<LinkPreview>('/link-preview', { method: 'POST', body: { url }, signal });
