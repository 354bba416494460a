/*
 * What 100,000 members and 50,000 questions cost the reader, beside 100 and 100: real pages on the embedded database, both sizes in the
 * same run and in turn. Run by hand: `npm run build && npm run bench:scale`. What counts is the ratio; machines differ.
 * The communities are made once, in the folder for temporary files. `--runs=3` is quicker and says less; `--only=ask` measures one page.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launch } from '../journeys/portal.js';
import { COMMUNITY, dataFolder, frequentName, type Size } from './community.js';
import { IN_PAGE, PAGES, type InPage, type Measured, type Task } from './scale-page.js';

const RUNS = Number(process.argv.find((arg) => arg.startsWith('--runs='))?.slice(7) ?? 7);
/** `--only=ask`: the pages whose name begins so. */
const ONLY = process.argv.find((arg) => arg.startsWith('--only='))?.slice(7) ?? '';
const SMALL: Size = { members: 100, questions: 100 };
const LARGE: Size = { members: 100_000, questions: 50_000 };
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const median = (all: number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** A server of its own for one size, as an owner runs it. */
class Endpoint {
  private constructor(
    readonly origin: string,
    private readonly process: ChildProcess,
  ) {}

  static async start(size: Size): Promise<Endpoint> {
    const [port, dataDir] = [await freePort(), await dataFolder(size)];
    const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '', LOG_LEVEL: 'fatal' };
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const endpoint = new Endpoint(`http://127.0.0.1:${port}`, child);
    const ready = () =>
      fetch(`${endpoint.origin}/api/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
    while (!(await ready())) await new Promise((done) => setTimeout(done, 200));
    return endpoint;
  }

  async stop(): Promise<void> {
    const gone = new Promise((done) => this.process.once('exit', done));
    this.process.kill('SIGTERM');
    await gone;
  }
}

/** Counts of the browser: milliseconds, nodes, megabytes, by what was done. */
type Figures = Map<string, Measured>;

async function measure(browser: Browser, endpoint: Endpoint, what: Task): Promise<Figures> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const { html, steps } = PAGES[what];
  await context.route(`${endpoint.origin}/bench/`, (route) =>
    route.fulfill({ contentType: 'text/html', body: html.replaceAll('ENDPOINT', `${endpoint.origin}/api/communities/${COMMUNITY}`) }),
  );
  const page = await context.newPage();
  await page.addInitScript(IN_PAGE);
  const cdp = await context.newCDPSession(page);
  await page.goto(`${endpoint.origin}/bench/`, { waitUntil: 'commit' });
  const figures: Figures = new Map();
  for (const { name, step, between } of steps(frequentName())) {
    const took = await page.evaluate<InPage>(`bench.${step}`);
    if (!between) figures.set(name, { ...took, megabytes: await heap(cdp, page) });
  }
  await context.close();
  return figures;
}

async function heap(cdp: CDPSession, page: Page): Promise<number> {
  await page.waitForTimeout(100);
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize / 1_000_000;
}

function table(what: string, small: Figures[], large: Figures[]): void {
  const of = (all: Figures[], name: string, key: keyof Measured) => median(all.map((figures) => figures.get(name)?.[key] ?? NaN));
  console.log(`\n| ${what} | 100 | at scale | ratio | of it the server | nodes | heap |\n| --- | --- | --- | --- | --- | --- | --- |`);
  for (const name of small[0]?.keys() ?? []) {
    const [a, b] = [of(small, name, 'ms'), of(large, name, 'ms')];
    const [sa, sb] = [of(small, name, 'server'), of(large, name, 'server')];
    const [na, nb] = [of(small, name, 'nodes'), of(large, name, 'nodes')];
    const [ma, mb] = [of(small, name, 'megabytes'), of(large, name, 'megabytes')];
    const server = Number.isNaN(sa) ? '' : `${sa.toFixed(0)} → ${sb.toFixed(0)} ms, ${(sb / sa).toFixed(2)} ×`;
    console.log(
      `| ${name} | ${a.toFixed(0)} ms | ${b.toFixed(0)} ms | ${(b / a).toFixed(2)} × | ${server} | ${na} → ${nb} | ${ma.toFixed(1)} → ${mb.toFixed(1)} MB, ${(mb / ma).toFixed(2)} × |`,
    );
  }
}

const [small, large, browser] = [await Endpoint.start(SMALL), await Endpoint.start(LARGE), await launch()];
try {
  for (const what of (Object.keys(PAGES) as Task[]).filter((one) => one.startsWith(ONLY))) {
    const all: Record<'small' | 'large', Figures[]> = { small: [], large: [] };
    for (let run = 0; run <= RUNS; run += 1) {
      const [a, b] = [await measure(browser, small, what), await measure(browser, large, what)];
      if (run === 0) continue; // The servers warm up.
      all.small.push(a);
      all.large.push(b);
    }
    table(what, all.small, all.large);
  }
} finally {
  await browser.close();
  await Promise.all([small.stop(), large.stop()]);
}
