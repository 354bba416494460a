import { addressOf, isTrustedProxy } from '../auth/address.js';
import type { RequestContext, Server } from '../context.js';

/** The page that feed items lead to. @returns an absolute URL */
export function pageUrl(c: RequestContext, server: Server): string {
  if (server.config.publicUrl !== undefined) return server.config.publicUrl;
  const url = new URL('/', c.req.url);
  const byProxy = isTrustedProxy(addressOf(c), server.config) && c.req.header('x-forwarded-proto') === 'https';
  if (byProxy) url.protocol = 'https:';
  return url.href;
}
