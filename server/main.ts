import type { Server as HttpServer } from 'node:http';
import { createServer, type Server as NetServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import pino, { type Logger } from 'pino';
import { createApp } from './app.js';
import { ConfigError, readConfig, type Config } from './config.js';
import type { Server } from './context.js';
import { describeError } from './http/log.js';
import { progressTo } from './import/progress.js';
import { seedDemo } from './import/seed.js';
import { startJobs } from './jobs/jobs.js';
import { openDatabase, type Database } from './store/database.js';
import { fillUrlKeys } from './store/links.js';
import { DatabaseInUse } from './store/lock.js';

/** How long requests may take to finish at shutdown, in milliseconds. */
const GRACE = 10_000;
/** A signal that comes so much later than the first, in milliseconds, means: now. */
const IMPATIENT = 1000;

/** An end with a message for the person at the terminal, and no stack. */
class Plain extends Error {}

async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2));
  // The log goes to stderr: stdout is for the person who started the server.
  const log = pino({ level: config.logLevel, base: null }, pino.destination({ dest: 2, sync: false }));
  await tryPort(config);
  const database = await open(config);
  const closing = new AbortController();
  const server: Server = { database, config, log, clock: () => new Date(), closing: closing.signal };
  try {
    if (config.demo) await seed(database);
    await fillUrlKeys(database.db);
    const http = createAdaptorServer({ fetch: createApp(server).fetch }) as HttpServer;
    await listen(http, config);
    const stopJobs = startJobs(server);
    announce(http, config);
    if (!config.jwt && !config.proxy && !config.demo)
      log.warn('Nobody can sign in: set JWKS_URL with JWT_ISSUER and JWT_AUDIENCE, or PROXY_USER_HEADER with TRUSTED_PROXIES.');
    endOnSignal(http, { closing, log, stopJobs, database });
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function open(config: Config): Promise<Database> {
  try {
    return await openDatabase(config.databaseUrl ? { databaseUrl: config.databaseUrl } : { dataDir: config.dataDir });
  } catch (error) {
    if (error instanceof DatabaseInUse) throw new Plain(error.message);
    if (config.databaseUrl) throw new Plain(`The database at DATABASE_URL can’t be opened: ${reason(error)}`);
    throw new Plain(`The database in ${config.dataDir} can’t be opened: ${reason(error)}`);
  }
}

/** Connection errors of several addresses come in one without a message of its own. */
function reason(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reason).join('; ');
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? reason(error.cause) : error.message;
}

/** The demo's records, on first start. */
async function seed(database: Database): Promise<void> {
  const { show, end } = progressTo(process.stderr);
  await seedDemo(database.db, { onProgress: show });
  end();
}

/** Nothing is opened or imported for a port that can't be had. */
async function tryPort(config: Config): Promise<void> {
  const probe = createServer();
  await listen(probe, config);
  await new Promise((resolve) => probe.close(resolve));
}

function listen(http: NetServer, config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(
          new Plain(
            `Port ${config.port} is taken by another program, or this one runs already: http://localhost:${config.port}. Choose another with PORT=8081, for example.`,
          ),
        );
      else if (error.code === 'EACCES')
        reject(new Plain(`This user may not listen on port ${config.port}. Choose one above 1023 with PORT.`));
      else if (error.code === 'EADDRNOTAVAIL') reject(new Plain(`This machine has no address ${config.host}. Set HOST.`));
      else reject(error);
    });
    http.listen(config.port, config.host, resolve);
  });
}

function announce(http: HttpServer, config: Config): void {
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const name = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(config.host) ? 'localhost' : config.host;
  const origin = `http://${name}:${port}`;
  const lines = [...(config.demo ? [`Portal:   ${origin}`] : []), `API:      ${origin}/api`, `API docs: ${origin}/api/docs`];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Stops taking connections, lets requests finish and streams end, closes the database. A second signal doesn't wait. */
function endOnSignal(
  http: HttpServer,
  { closing, log, stopJobs, database }: { closing: AbortController; log: Logger; stopJobs: () => Promise<void>; database: Database },
): void {
  const end = async () => {
    closing.abort();
    const late = setTimeout(() => http.closeAllConnections(), GRACE - 1000);
    // A connection that was busy when this began stays open for the next request, which must not come here any more.
    const idle = setInterval(() => http.closeIdleConnections(), 50);
    await new Promise((resolve) => http.close(resolve));
    clearTimeout(late);
    clearInterval(idle);
    await stopJobs();
    await database.close();
  };
  let since = Infinity;
  const onSignal = () => {
    // A terminal and a parent process may both pass on the same Ctrl+C.
    if (Date.now() - since > IMPATIENT) process.exit(1);
    if (closing.signal.aborted) return;
    since = Date.now();
    setTimeout(() => process.exit(1), GRACE).unref();
    end().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error(describeError(error), 'shutdown');
        log.flush(() => process.exit(1));
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    const plain = error instanceof Plain || error instanceof ConfigError;
    process.stderr.write(`${plain ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  });
}
