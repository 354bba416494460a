import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { BROWSER_FLAGS, browser as browserPath } from '../../scripts/browser.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const START_LIMIT = 120_000;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** The demo portal as `npm start` runs it: a process of its own with a data folder of its own. */
export class Portal {
  private constructor(
    readonly port: number,
    private readonly dataDir: string,
    private process: ChildProcess,
  ) {}

  static async start(): Promise<Portal> {
    const dataDir = await mkdtemp(join(tmpdir(), 'cop-journey-'));
    const port = await freePort();
    const portal = new Portal(port, dataDir, spawnServer(port, dataDir));
    await portal.ready();
    return portal;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    const gone = new Promise((done) => this.process.once('exit', done));
    this.process.kill('SIGKILL');
    await gone;
  }

  /** Starts again on the same port and data. */
  async restart(): Promise<void> {
    this.process = spawnServer(this.port, this.dataDir);
    await this.ready();
  }

  async stop(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) {
      const gone = new Promise((done) => this.process.once('exit', done));
      this.process.kill('SIGTERM');
      await gone;
    }
    await rm(this.dataDir, { recursive: true, force: true });
  }

  private async ready(): Promise<void> {
    const end = Date.now() + START_LIMIT;
    while (Date.now() < end) {
      if (this.process.exitCode !== null) throw new Error(`The server ended with ${this.process.exitCode}.`);
      const response = await fetch(`${this.url}/api/health/ready`).catch(() => null);
      if (response?.ok) return;
      await new Promise((done) => setTimeout(done, 200));
    }
    throw new Error('The server did not start in time.');
  }
}

function spawnServer(port: number, dataDir: string): ChildProcess {
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'error' };
  return spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', '--demo'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

export const launch = (): Promise<Browser> => chromium.launch({ executablePath: browserPath(), args: BROWSER_FLAGS });

/** A browser window of one person, who has signed in to the portal. Console errors and violations are collected. */
export class Person {
  readonly errors: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly portal: Portal,
  ) {}

  static async enter(
    browser: Browser,
    portal: Portal,
    persona: string | null,
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<Person> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options });
    if (persona) await context.request.post(`${portal.url}/demo/session`, { data: { persona } });
    const page = await context.newPage();
    const person = new Person(context, page, portal);
    page.on('console', (message) => {
      // A page that can't be read is an answer with a reason, which the browser prints as an error all the same.
      const expected = message.location().url.endsWith('/link-preview');
      if (message.type() === 'error' && !expected) person.errors.push(`${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => person.errors.push(String(error)));
    return person;
  }

  async goto(path: string): Promise<void> {
    await this.page.goto(this.portal.url + path);
  }

  /** Rows of the database are on screen in an element. */
  async rows(tag: string): Promise<number> {
    const rows = this.page.locator(`${tag} >> [part~="list"] > *`);
    await rows.first().waitFor({ timeout: 15_000 });
    return rows.count();
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
