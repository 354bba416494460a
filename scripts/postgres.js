// A throwaway PostgreSQL on loopback for the tests: made in a temporary folder, gone at the end.
import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run, stop } from './lib/run.js';

const DEBIAN = '/usr/lib/postgresql';

/** The folder with initdb and pg_ctl, newest version first, or undefined. */
export function postgresFolder() {
  const debian = existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(DEBIAN, version, 'bin'))
    : [];
  const folders = [...debian, ...(process.env.PATH ?? '').split(delimiter)];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
}

/** PostgreSQL refuses to run as root, so root runs it as the user its package made. */
function asPostgresUser() {
  if (process.getuid?.() !== 0) return undefined;
  const id = (/** @type {string} */ flag) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** @returns {Promise<number>} a port that was free a moment ago */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/**
 * Starts a cluster.
 * @returns {Promise<{ url: string, stop: () => void } | undefined>} undefined when PostgreSQL is not installed
 * @throws when it is installed and does not start
 */
export async function startPostgres() {
  const bin = postgresFolder();
  if (!bin) return undefined;
  const user = asPostgresUser();
  const folder = mkdtempSync(join(tmpdir(), 'cop-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const port = await freePort();
  const options = { ...user, cwd: folder, stdio: /** @type {const} */ ('ignore') };
  // Durability is not what these tests try, and a cluster that lives a minute can do without it.
  const settings = `-h 127.0.0.1 -p ${port} -k ${folder} -c fsync=off -c full_page_writes=off -c synchronous_commit=off`;
  const stopCluster = () => {
    spawnSync(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop'], options);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const make = ['-D', data, '-U', 'cop', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
    execFileSync(join(bin, 'initdb'), make, options);
    execFileSync(join(bin, 'pg_ctl'), ['-D', data, '-l', join(folder, 'log'), '-o', settings, '-w', 'start'], options);
    execFileSync(join(bin, 'createdb'), ['-h', '127.0.0.1', '-p', String(port), '-U', 'cop', 'cop'], options);
  } catch (error) {
    stopCluster();
    throw new Error(`PostgreSQL in ${bin} did not start: ${error instanceof Error ? error.message : error}`);
  }
  return { url: `postgres://cop@127.0.0.1:${port}/cop`, stop: stopCluster };
}

// node scripts/postgres.js COMMAND…: runs a command with DATABASE_URL set to a throwaway cluster.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [command, ...args] = process.argv.slice(2);
  // --quiet only asks, by the exit code, whether PostgreSQL is installed.
  if (command === '--quiet') process.exit(postgresFolder() ? 0 : 1);
  if (!command) stop('Use: node scripts/postgres.js COMMAND [ARGUMENTS…]');
  const cluster = await startPostgres();
  if (!cluster) stop('PostgreSQL is not installed here (Debian and Ubuntu: apt install postgresql).');
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => {});
  try {
    process.exitCode = await run(command, args, { env: { ...process.env, DATABASE_URL: cluster.url } });
  } finally {
    cluster.stop();
  }
}
