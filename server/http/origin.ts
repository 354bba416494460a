import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { Config } from '../config.js';
import { Problem } from '../problem.js';

/** Pages of which origins may read answers. Bearer tokens and the cookie of the same site alike. */
export function corsFor(config: Config): MiddlewareHandler {
  const all = config.corsOrigins.includes('*');
  return cors({
    // Any origin may be let in, but then without cookies: a wildcard with credentials would be no list at all.
    origin: all ? '*' : (origin) => (config.corsOrigins.includes(origin) ? origin : null),
    credentials: !all,
    allowHeaders: ['Authorization', 'Content-Type', 'If-Match', 'Idempotency-Key', 'Last-Event-ID', 'Accept-Language'],
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    exposeHeaders: ['ETag', 'Location', 'Retry-After', 'Idempotency-Replayed', 'X-Request-Id', 'Content-Disposition'],
    maxAge: 600,
  });
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Cookies and a proxy's sign-in come along with every request of a browser, also one that another site makes: such writes must come
 * from our own pages or a listed origin. A bearer token is sent on purpose, so it needs no such check.
 */
export function originCheck(config: Config): MiddlewareHandler {
  return async (c, next) => {
    if (SAFE.has(c.req.method) || c.req.header('authorization') !== undefined) return next();
    const origin = c.req.header('origin');
    if (origin !== undefined) {
      if (!isOwn(origin, c.req.header('host')) && !config.corsOrigins.includes(origin)) throw new Problem('cross-site');
      return next();
    }
    // Browsers that send no Origin say where the request comes from here; programs send neither, and no cookie by accident.
    const site = c.req.header('sec-fetch-site');
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Problem('cross-site');
    return next();
  };
}

/** By host alone: a proxy that ends TLS leaves us the host, but not the scheme. */
function isOwn(origin: string, host: string | undefined): boolean {
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
