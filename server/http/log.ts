import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import type { Env } from '../context.js';

/**
 * One line a request: method, route pattern, status, time. Never names, tokens, query strings or what somebody wrote.
 * An answer carries the same id as its line (`X-Request-Id`, and `instance` of a problem).
 */
export function requestLog(log: Logger): MiddlewareHandler<Env> {
  return async (c, next) => {
    const requestId = randomUUID();
    c.set('requestId', requestId);
    const start = performance.now();
    await next();
    c.header('X-Request-Id', requestId);
    const route = pattern(c.req.path);
    log.info({ requestId, method: c.req.method, route, status: c.res.status, ms: Math.round(performance.now() - start) }, 'request');
  };
}

/** The path without what stands for a person or a thing. */
function pattern(path: string): string {
  if (!path.startsWith('/api/')) return path.startsWith('/elements/') ? '/elements/*' : '/*';
  return path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, '{id}')
    .replace(/^(\/api\/communities\/)[^/]+/, '$1{community}')
    .slice(0, 100);
}

/** An unforeseen error for the log. A database error repeats values of the row in its text, so of those only the code is kept, unless the query itself is wrong (class 42). */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const inner = innermost(error);
  const code = (inner as { code?: unknown }).code;
  const fromDatabase = inner !== error || typeof (inner as { severity?: unknown }).severity === 'string';
  const frames = (inner.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(code !== undefined && { code }),
    ...((!fromDatabase || String(code).startsWith('42')) && { message: inner.message }),
    stack: frames.slice(0, 12).map((line) => line.trim()),
  };
}

function innermost(error: Error): Error {
  return error.cause instanceof Error ? innermost(error.cause) : error;
}
