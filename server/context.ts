import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context as HonoContext } from 'hono';
import type { Logger } from 'pino';
import type { Session } from './auth/session.js';
import type { Config } from './config.js';
import type { CommunityRow } from './store/communities.js';
import type { Database, Db } from './store/database.js';

/** What the server is made of; one for the whole process. */
export interface Server {
  readonly database: Database;
  readonly config: Config;
  readonly log: Logger;
  /** What time it is; another in tests, so that days pass in a moment. */
  readonly clock: () => Date;
  /** All addresses of a host's name; left out: as the system finds them. */
  readonly resolve?: (name: string) => Promise<{ address: string; family: number }[]>;
  /** Aborted when the server shuts down: long answers end then. */
  readonly closing: AbortSignal;
}

/** What a handler finds on its request. */
export interface Env {
  Variables: {
    requestId: string;
    /** When the request came, by the server's clock. */
    now: Date;
    /** Reads: the database. Writes: the one transaction of this request, committed when the answer is a success. */
    db: Db;
    /** Of a write: done once it is committed, when others can see it. */
    afterwards: (() => void)[];
    community: CommunityRow;
    session: Session;
  };
}

export type Api = OpenAPIHono<Env>;
export type RequestContext = HonoContext<Env>;
