import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { clientAddress } from '../auth/address.js';
import type { Identify } from '../auth/identify.js';
import { demandRole } from '../auth/policy.js';
import { openSession } from '../auth/session.js';
import type { Env, RequestContext, Server } from '../context.js';
import type { Role } from '../contract/common.js';
import { Problem } from '../problem.js';
import { UNCHANGED } from './etag.js';
import { findCommunity } from '../store/communities.js';
import { isUuid } from '../store/cursor.js';
import { noteWrite } from '../store/kept.js';
import { claimKey, storeAnswer, type IdempotencyKey, type StoredAnswer } from '../store/idempotency.js';

export interface Operation {
  method: string;
  path: string;
  operationId: string;
  'x-role': Role;
  /** Nothing is written, though it isn’t a GET: no transaction is held while it runs. */
  'x-detached'?: boolean;
}

/** Writes that change what a community counts: whoever did one sees it counted at once. */
const COUNTED = /^(create|delete)(Question|Answer|Resource)$|^(un)?mergeQuestion$|^(setResourceStatus|updateMember|putMemberGroups)$/;

/** Ends the transaction without a trace; the answer that is already there tells why. */
class Undone extends Error {}

/**
 * Stands before every operation: which community, who asks, may this role do it at all, is there too much of it.
 * A write then runs in one transaction, which commits when its answer is a success; with an Idempotency-Key, once.
 */
export function guardian(server: Server, identify: Identify): (operation: Operation) => MiddlewareHandler<Env> {
  const limiter = new RateLimiterMemory({ points: server.config.writesPerMinute, duration: 60 });
  return (operation) => async (c, next) => {
    const db = server.database.db;
    c.set('db', db);
    c.set('now', server.clock());
    const communityId = c.req.param('community');
    if (communityId === undefined) return next();
    const community = await findCommunity(db, communityId);
    if (!community) throw new Problem('not-found', 'There is no such community here.');
    c.set('community', community);
    const session = await openSession(db, community.id, await identify(c));
    c.set('session', session);
    demandRole(session, operation['x-role']);
    const id = c.req.param('id');
    if (id !== undefined && !isUuid(id)) throw new Problem('not-found');
    if (operation.method === 'get') return next();
    await limit(limiter, session.member?.id ?? clientAddress(c, server.config));
    if (operation['x-detached']) return next();
    const answer = await write(c, next, server);
    if (session.member && COUNTED.test(operation.operationId)) noteWrite(session.member.id);
    return answer;
  };
}

async function limit(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw new Problem('too-many-requests', `Try again in ${seconds} seconds.`, { headers: { 'retry-after': String(seconds) } });
  }
}

async function write(c: RequestContext, next: () => Promise<void>, server: Server): Promise<Response | undefined> {
  // The whole body is read before the transaction opens: a slow sender must not hold it.
  const body = new Uint8Array(await c.req.arrayBuffer());
  const key = idempotencyKey(c);
  const request = key && createHash('sha256').update(`${c.req.method} ${c.req.path}\n`).update(body).digest('base64url');
  const afterwards: (() => void)[] = [];
  c.set('afterwards', afterwards);
  try {
    const replayed = await server.database.db.transaction(async (tx) => {
      c.set('db', tx);
      if (key && request) {
        const stored = await claimKey(tx, key, request);
        if (stored) return replay(stored, request);
      }
      await next();
      if (c.error || c.res.status >= 400) throw new Undone();
      if (key) await storeAnswer(tx, key, { status: c.res.status, body: await c.res.clone().text(), etag: c.res.headers.get('etag') });
      return undefined;
    });
    for (const run of afterwards) run();
    return replayed;
  } catch (error) {
    if (error instanceof Undone) return undefined;
    throw error;
  }
}

function idempotencyKey(c: RequestContext): IdempotencyKey | undefined {
  const key = c.req.header('idempotency-key');
  const member = c.get('session').member;
  if (key === undefined || c.req.method !== 'POST' || !member) return undefined;
  if (key.length < 8 || key.length > 100) {
    const detail = 'The key must have 8 to 100 characters.';
    throw new Problem('invalid', detail, { errors: [{ pointer: 'idempotency-key', code: 'length', detail }] });
  }
  return { communityId: c.get('community').id, memberId: member.id, key };
}

function replay(stored: StoredAnswer, request: string): Response {
  if (stored.request !== request) throw new Problem('key-reused');
  if (stored.status === null) throw new Problem('conflict', 'The first request with this key has no answer yet.');
  const headers = new Headers({ 'content-type': 'application/json', 'idempotency-replayed': 'true' });
  if (stored.etag) {
    headers.set('etag', stored.etag);
    headers.set('cache-control', UNCHANGED);
  }
  return new Response(stored.body, { status: stored.status, headers });
}
