import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { openDatabase } from '../../server/store/database.js';
import { freshUrl } from './harness.js';
import { seed } from './seed.js';

/* Real processes over a real folder (or PostgreSQL): what holds when they are killed, stopped, or started twice. */

let folder: string;
let env: Record<string, string>;
let drop: () => Promise<void> = async () => undefined;
const children = new Set<ChildProcess>();

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cop-server-'));
  const server = await freshUrl();
  drop = server?.drop ?? drop;
  const database = await openDatabase(server ? { databaseUrl: server.url } : { dataDir: folder });
  await seed(database.db);
  await database.close();
  env = {
    DATA_DIR: folder,
    PORT: '0',
    LOG_LEVEL: 'error',
    PROXY_USER_HEADER: 'x-user',
    TRUSTED_PROXIES: '127.0.0.1',
    WRITES_PER_MINUTE: '100000',
    ...(server && { DATABASE_URL: server.url }),
  };
});
/** A test that failed half-way leaves its server; the next one needs the folder. */
afterEach(async () => {
  for (const child of children) await end({ child }, 'SIGKILL');
});
after(async () => {
  await drop();
  await rm(folder, { recursive: true, force: true });
});

interface Running {
  child: ChildProcess;
  origin: string;
  output: () => string;
}

function run(more: Record<string, string> = {}): { child: ChildProcess; output: () => string } {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    env: { ...inherited, ...env, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { child, output: () => text };
}

async function start(more: Record<string, string> = {}): Promise<Running> {
  const { child, output } = run(more);
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const port = /http:\/\/localhost:(\d+)\/api$/m.exec(output())?.[1];
    if (port) return { child, output, origin: `http://127.0.0.1:${port}` };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The server did not start: ${output()}`);
}

async function end({ child }: { child: ChildProcess }, signal?: NodeJS.Signals): Promise<number | null> {
  const exit = child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : once(child, 'exit');
  if (signal) child.kill(signal);
  await exit;
  children.delete(child);
  return child.exitCode;
}

const at = (origin: string, path: string) => `${origin}/api/communities/team-coaching${path}`;
const ask = (origin: string, title: string, key: string) =>
  fetch(at(origin, '/questions'), {
    method: 'POST',
    headers: { 'x-user': 'walter', 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ kind: 'problem', title, body: 'Is it still there?' }),
  });

async function titles(origin: string): Promise<string[]> {
  const found: string[] = [];
  for (let cursor = ''; ;) {
    const page = (await (await fetch(at(origin, `/questions?limit=100${cursor}`))).json()) as {
      items: { title: string }[];
      nextCursor: string | null;
    };
    found.push(...page.items.map(({ title }) => title));
    if (page.nextCursor === null) return found;
    cursor = `&cursor=${page.nextCursor}`;
  }
}

describe('a server', () => {
  test('that is killed while people write loses nothing it has acknowledged, and does nothing twice', async () => {
    const sent = new Map<string, string>();
    const acknowledged = new Set<string>();
    for (let round = 0; round < 2; round += 1) {
      const server = await start();
      let enough: () => void = () => undefined;
      const reached = new Promise<void>((resolve) => (enough = resolve));
      const goal = acknowledged.size + 40;
      const writer = async (name: number) => {
        for (let i = 0; ; i += 1) {
          const title = `Written in round ${round} by ${name}, number ${i}`;
          const key = randomUUID();
          sent.set(title, key);
          const response = await ask(server.origin, title, key).catch(() => undefined);
          if (!response) return;
          if (response.status === 201) acknowledged.add(title);
          if (acknowledged.size >= goal) enough();
        }
      };
      const writers = Promise.all([0, 1, 2, 3].map(writer));
      await reached;
      await end(server, 'SIGKILL');
      await writers;
    }
    const server = await start();
    const after = await titles(server.origin);
    assert.deepEqual(
      [...acknowledged].filter((title) => !after.includes(title)),
      [],
    );
    // What got no answer is sent again with the same key, as an outbox does.
    const open = [...sent].filter(([title]) => !acknowledged.has(title));
    for (const [title, key] of open) assert.equal((await ask(server.origin, title, key)).status, 201);
    const finally_ = (await titles(server.origin)).filter((title) => sent.has(title));
    assert.equal(finally_.length, sent.size);
    assert.equal(new Set(finally_).size, sent.size);
    assert.equal(await end(server, 'SIGTERM'), 0);
  });

  test('that is stopped finishes requests, ends streams, and takes no new ones', async () => {
    const server = await start();
    const stream = await fetch(at(server.origin, '/activities/stream'));
    const streamed = stream.text();
    const body = JSON.stringify({ kind: 'problem', title: 'Sent while the server stopped', body: 'Slowly' });
    const slow = request(at(server.origin, '/questions'), {
      method: 'POST',
      headers: { 'x-user': 'walter', 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    });
    const answered = once(slow, 'response') as unknown as Promise<[{ statusCode: number; resume(): void }]>;
    slow.on('error', () => undefined);
    slow.write(body.slice(0, 20));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const exit = end(server, 'SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 300));
    await assert.rejects(fetch(`${server.origin}/api/health/live`));
    slow.end(body.slice(20));
    const [response] = await answered;
    response.resume();
    assert.equal(response.statusCode, 201);
    await streamed;
    assert.equal(await exit, 0, server.output());
  });

  test('says plainly what keeps it from starting', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const attempts: [Record<string, string>, RegExp][] = [
      [{ PORT: String(port) }, new RegExp(`^Port ${port} is taken by another program`)],
      [{ PORT: 'http' }, /^PORT must be a number from 0 to 65535\.\n$/],
      [{ DATABASE_URL: 'postgres://127.0.0.1:1/none' }, /^The database at DATABASE_URL can’t be opened: .*ECONNREFUSED/],
    ];
    for (const [more, message] of attempts) {
      const server = run(more);
      assert.equal(await end(server), 1);
      assert.match(server.output(), message);
      assert.doesNotMatch(server.output(), /^\s+at /m);
    }
    // Nothing was opened, and nothing imported, for a port that can't be had.
    const folder = join(tmpdir(), `cop-port-${randomUUID()}`);
    const server = run({ PORT: String(port), DATA_DIR: folder });
    assert.equal(await end(server), 1);
    assert.ok(!existsSync(folder));
    taken.close();
  });

  test('has its data folder to itself', async (t) => {
    if (env.DATABASE_URL) return t.diagnostic('A PostgreSQL server may have several.');
    const first = await start();
    const second = run();
    assert.equal(await end(second), 1);
    assert.match(second.output(), new RegExp(`^The database in .* is in use by a running server \\(pid ${first.child.pid}\\)\\.`));
    assert.equal(await end(first, 'SIGINT'), 0);
  });
});
