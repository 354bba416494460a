import assert from 'node:assert/strict';
import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launch, Portal } from './portal.js';

/** Stands before the portal, and counts the live streams that are open on it. */
class Gate {
  streams = 0;
  opened = 0;
  private constructor(private readonly server: Server) {}

  static async before(portal: Portal): Promise<Gate> {
    const server: Server = createServer((incoming, outgoing) => {
      const live = incoming.url?.endsWith('/activities/stream') ?? false;
      if (live) {
        gate.streams += 1;
        gate.opened += 1;
        outgoing.on('close', () => (gate.streams -= 1));
      }
      const { method = 'GET', url = '/', headers } = incoming;
      const onward = ask({ host: '127.0.0.1', port: portal.port, method, path: url, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        answer.on('error', () => outgoing.destroy());
      });
      onward.on('error', () => outgoing.destroy());
      outgoing.on('close', () => onward.destroy());
      incoming.pipe(onward);
    });
    const gate = new Gate(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return gate;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

let portal: Portal;
let browser: Browser;
let gate: Gate;
before(async () => {
  [portal, browser] = await Promise.all([Portal.start(), launch()]);
  gate = await Gate.before(portal);
});
after(async () => {
  await browser.close();
  gate.close();
  await portal.stop();
});

type Feed = HTMLElement & { cop: EventTarget };
declare global {
  interface Window {
    told?: string[];
  }
}

async function until(what: () => boolean | Promise<boolean>, name: string, patience = 20_000): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await new Promise((next) => setTimeout(next, 50))) if (await what()) return;
  throw new Error(`In ${patience} ms there was no ${name}`);
}

/** A tab with the feed, which notes what it is told. */
async function tab(context: BrowserContext): Promise<{ page: Page; led: () => boolean; told: () => Promise<string[]> }> {
  const page = await context.newPage();
  let streams = 0;
  page.on('request', (request) => (streams += Number(request.url().endsWith('/activities/stream'))));
  await page.goto(`${gate.url}/team-coaching/activity`);
  await page.locator('cop-activity-feed >> [part~="activity"]').first().waitFor({ timeout: 15_000 });
  await page.evaluate(() => {
    const told: string[] = (window.told = []);
    const feed = document.querySelector<Feed>('cop-activity-feed');
    feed?.cop.addEventListener('activity', (event) =>
      told.push((event as Event & { activity: { object: { id: string } } }).activity.object.id),
    );
  });
  return { page, led: () => streams > 0, told: () => page.evaluate(() => window.told ?? []) };
}

test('three tabs share one live connection, whose reader may crash, and outlive a stop of the server', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  await context.request.post(`${gate.url}/demo/session`, { data: { persona: 'noor' } });
  const write = async (body: string): Promise<string> => {
    const answer = await context.request.post(`${gate.url}/api/communities/team-coaching/posts`, { data: { body } });
    assert.equal(answer.status(), 201);
    return ((await answer.json()) as { id: string }).id;
  };
  const tabs = [await tab(context), await tab(context), await tab(context)];
  await until(() => gate.streams === 1, 'stream');
  await new Promise((next) => setTimeout(next, 1000));
  assert.equal(gate.streams, 1, 'one stream for three tabs');
  const first = await write('First');
  await until(async () => (await Promise.all(tabs.map(({ told }) => told()))).every((told) => told.includes(first)), 'first in all');

  const leaders = tabs.filter(({ led }) => led());
  assert.equal(leaders.length, 1);
  const [leader] = leaders;
  const others = tabs.filter((one) => one !== leader);
  const crashed = new Promise((done) => leader?.page.once('crash', done));
  void leader?.page.goto('chrome://crash').catch(() => undefined);
  await crashed;
  const second = await write('Second, while nobody reads');
  const everyone = async (id: string) => (await Promise.all(others.map(({ told }) => told()))).every((told) => told.includes(id));
  await until(() => everyone(second), 'second in the others');
  assert.equal(gate.streams, 1, 'one of the others reads now');

  await portal.kill();
  await portal.restart();
  const third = await write('Third, as soon as the server is back');
  await until(() => everyone(third), 'third in the others', 45_000);
  const fourth = await write('Fourth');
  await until(() => everyone(fourth), 'fourth in the others');
  for (const { told } of others) assert.deepEqual(await told(), [first, second, third, fourth], 'each once, in order');
  assert.equal(gate.streams, 1);
  await context.close();
  await until(() => gate.streams === 0, 'end of the stream');
});
