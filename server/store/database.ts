import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { sql, type SQL } from 'drizzle-orm';
import { drizzle as drizzleServer } from 'drizzle-orm/node-postgres';
import { migrate as migrateServer } from 'drizzle-orm/node-postgres/migrator';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { drizzle as drizzleEmbedded } from 'drizzle-orm/pglite';
import { migrate as migrateEmbedded } from 'drizzle-orm/pglite/migrator';
import pg from 'pg';
import { lockFolder } from './lock.js';

export { sql };

/** A connection or a transaction, on either kind of database. Within a transaction use only the transaction: the embedded database has one connection. */
export type Db = PgDatabase<PgQueryResultHKT>;

export type DatabaseOptions = { dataDir: string } | { databaseUrl: string } | { memory: true };

export interface Database {
  readonly db: Db;
  readonly kind: 'embedded' | 'server';
  /** Calls back with the payload of each NOTIFY on the channel, from any process; resolves to the function that ends it. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  /** @throws when the database doesn't answer */
  ping(): Promise<void>;
  close(): Promise<void>;
}

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url));
/** From which likeness on (0 to 1) a word counts as mistyped; PostgreSQL's 0.6 misses a swapped pair of letters in a short word. */
const TYPO_THRESHOLD = `set pg_trgm.word_similarity_threshold = 0.45`;

/** Opens the database and brings its tables up to date. @throws a plain message when a data folder is in use. */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return 'databaseUrl' in options ? openServer(options.databaseUrl) : openEmbedded('dataDir' in options ? options.dataDir : undefined);
}

/** The rows of a raw query; the same on both drivers. Times come as text, bigint as text: cast in SQL what you need. */
export async function rows<T>(db: Db, query: SQL): Promise<T[]> {
  const result = (await db.execute(query)) as unknown as { rows: T[] };
  return result.rows;
}

async function openEmbedded(dataDir: string | undefined): Promise<Database> {
  const unlock = dataDir === undefined ? undefined : await lockFolder(dataDir);
  try {
    // PGlite flushes after every query unless `relaxedDurability`; what was acknowledged is in the write-ahead log.
    const client = await PGlite.create({ ...(dataDir !== undefined && { dataDir }), extensions: { pg_trgm } });
    const db = drizzleEmbedded({ client });
    await migrateEmbedded(db, { migrationsFolder });
    await client.exec(TYPO_THRESHOLD);
    return {
      db,
      kind: 'embedded',
      listen: async (channel, heard) => {
        const stop = await client.listen(channel, heard);
        return () => stop();
      },
      ping: async () => void (await client.query('select 1')),
      close: async () => {
        await client.close();
        await unlock?.();
      },
    };
  } catch (error) {
    await unlock?.();
    throw error;
  }
}

async function openServer(databaseUrl: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 20,
    onConnect: async (client) => void (await client.query(TYPO_THRESHOLD)),
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  try {
    await migrateOnce(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  const listener = new Listener(databaseUrl);
  return {
    db: drizzleServer({ client: pool }),
    kind: 'server',
    listen: (channel, heard) => listener.listen(channel, heard),
    ping: async () => void (await pool.query('select 1')),
    close: async () => {
      await listener.close();
      await pool.end();
    },
  };
}

/** Several servers may start at once: the first migrates, the others wait for it. */
async function migrateOnce(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`select pg_advisory_lock(hashtext('cop-elements migrations'))`);
    await migrateServer(drizzleServer({ client }), { migrationsFolder });
    await client.query(`select pg_advisory_unlock(hashtext('cop-elements migrations'))`);
  } finally {
    client.release();
  }
}

/** One connection for all LISTENs, made anew when it breaks. */
class Listener {
  readonly #url: string;
  readonly #heard = new Map<string, { channel: string; heard: (payload: string) => void }>();
  #client: Promise<pg.Client> | undefined;
  #closed = false;

  constructor(url: string) {
    this.#url = url;
  }

  async listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>> {
    const key = randomUUID();
    this.#heard.set(key, { channel, heard });
    const client = await (this.#client ??= this.#connect());
    await client.query(`listen ${client.escapeIdentifier(channel)}`);
    return async () => void this.#heard.delete(key);
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.#url, keepAlive: true });
    client.on('notification', ({ channel, payload }) => {
      for (const entry of this.#heard.values()) if (entry.channel === channel) entry.heard(payload ?? '');
    });
    const lost = () => {
      this.#client = undefined;
      if (!this.#closed) setTimeout(() => void this.#reconnect(), 1000).unref();
    };
    client.on('error', lost);
    client.on('end', lost);
    await client.connect();
    return client;
  }

  async #reconnect(): Promise<void> {
    if (this.#closed || this.#client) return;
    const connecting = this.#connect();
    this.#client = connecting;
    try {
      const client = await connecting;
      for (const channel of new Set([...this.#heard.values()].map((entry) => entry.channel))) {
        await client.query(`listen ${client.escapeIdentifier(channel)}`);
      }
      // What was said meanwhile is lost: let every listener look for itself.
      for (const { heard } of this.#heard.values()) heard('');
    } catch {
      this.#client = undefined;
      if (!this.#closed) setTimeout(() => void this.#reconnect(), 1000).unref();
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#heard.clear();
    await (await this.#client?.catch(() => undefined))?.end();
  }
}
