/*
 * How long from navigation to real rows in all four elements, cold and on a second visit, beside a page of hand-written DOM on the
 * same endpoint in the same run. Run by hand: `npm run bench:page`. What counts is the ratio; machines differ.
 */
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launch, Portal } from '../journeys/portal.js';

const RUNS = 9;
const NETWORKS = {
  'no network delay': null,
  '20 Mbit/s, 40 ms': { offline: false, downloadThroughput: 2_500_000, uploadThroughput: 2_500_000, latency: 40 },
} as const;
type Network = (typeof NETWORKS)[keyof typeof NETWORKS];

const median = (all: number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN;

/** As text, since what compiles this file would put helpers of its own into a function. */
const FILLED = `new Promise((done) => {
  const tags = ['cop-ask-the-community', 'cop-resource-list', 'cop-activity-feed', 'cop-member-directory'];
  const check = () => {
    const elements = tags.every((tag) => document.querySelector(tag)?.shadowRoot?.querySelector('[part~="list"] > *'));
    const vanilla = ['questions', 'resources', 'activities', 'members'].every((id) => document.getElementById(id)?.firstElementChild);
    elements || vanilla ? done(performance.now()) : requestAnimationFrame(check);
  };
  check();
})`;

/** Milliseconds from navigation to rows in all four lists. */
async function untilRows(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  return page.evaluate<number>(FILLED);
}

async function open(browser: Browser, portal: Portal, network: Network): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 3000 } });
  for (const [file, type] of [
    ['vanilla.html', 'text/html'],
    ['vanilla.js', 'text/javascript'],
  ] as const) {
    const body = await readFile(new URL(file, import.meta.url));
    await context.route(`${portal.url}/bench/${file}`, (route) => route.fulfill({ body, contentType: type }));
  }
  const page = await context.newPage();
  if (network) {
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', network);
  }
  return { context, page };
}

async function compare(browser: Browser, portal: Portal, name: string, network: Network): Promise<void> {
  const times: Record<'vanilla' | 'elements' | 'again', number[]> = { vanilla: [], elements: [], again: [] };
  for (let run = 0; run <= RUNS; run++) {
    const vanilla = await open(browser, portal, network);
    const v = await untilRows(vanilla.page, `${portal.url}/bench/vanilla.html`);
    await vanilla.context.close();
    const elements = await open(browser, portal, network);
    const e = await untilRows(elements.page, `${portal.url}/team-coaching/`);
    await elements.page.waitForTimeout(300); // The cache is written behind the rows.
    const again = await untilRows(elements.page, `${portal.url}/team-coaching/`);
    await elements.context.close();
    if (run === 0) continue; // The server warms up.
    times.vanilla.push(v);
    times.elements.push(e);
    times.again.push(again);
  }
  const base = median(times.vanilla);
  const row = (label: string, all: number[]) =>
    console.log(`  ${label.padEnd(28)} ${median(all).toFixed(0).padStart(6)} ms   ${(median(all) / base).toFixed(2)} ×`);
  console.log(name);
  row('hand-written DOM, cold', times.vanilla);
  row('four elements, cold', times.elements);
  row('four elements, second visit', times.again);
}

const [portal, browser] = await Promise.all([Portal.start(), launch()]);
try {
  for (const [name, network] of Object.entries(NETWORKS)) await compare(browser, portal, name, network);
} finally {
  await browser.close();
  await portal.stop();
}
