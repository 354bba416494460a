import { expect } from '@open-wc/testing';
import { SharedLive } from '../../src/community/shared-live.js';
import { Http } from '../../src/data/http.js';
import { until } from '../support/story.js';

/** A stream endpoint with a log: who comes back with an id is told what came after it. */
class Endpoint {
  log: string[] = [];
  opened = 0;
  /** Where each stream was begun. */
  readonly begun: (string | null)[] = [];
  readonly #open = new Set<ReadableStreamDefaultController<Uint8Array>>();
  down = false;

  get open(): number {
    return this.#open.size;
  }

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (this.down) throw new TypeError('Failed to fetch');
    this.opened += 1;
    const last = request.headers.get('last-event-id');
    this.begun.push(last);
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#open.add(controller);
        request.signal.addEventListener('abort', () => {
          this.#open.delete(controller);
          controller.error(new DOMException('Aborted', 'AbortError'));
        });
        this.#send(controller, `id: ${last ?? this.log.length}\nevent: ready\ndata: {}\n\n`);
        if (last !== null) for (let seq = Number(last) + 1; seq <= this.log.length; seq += 1) this.#tell(controller, seq);
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };

  happen(id: string): void {
    const seq = this.log.push(id);
    for (const controller of this.#open) this.#tell(controller, seq);
  }
  /** All streams break, as when the server stops. */
  stop(): void {
    this.down = true;
    for (const controller of this.#open) controller.error(new TypeError('network error'));
    this.#open.clear();
  }

  #tell(controller: ReadableStreamDefaultController<Uint8Array>, seq: number): void {
    this.#send(controller, `id: ${seq}\nevent: activity\ndata: {"id":"${this.log[seq - 1]}"}\n\n`);
  }
  #send(controller: ReadableStreamDefaultController<Uint8Array>, text: string): void {
    controller.enqueue(new TextEncoder().encode(text));
  }
}

let count = 0;
const started = new Set<SharedLive>();
afterEach(() => {
  for (const live of started) live.stop();
  started.clear();
});

/** Tabs of one browser: in the tests they are objects of one page, which locks and channels keep apart as they do tabs. */
function tabs(endpoint: Endpoint) {
  const name = `test-live-${(count += 1)}`;
  const who = { name };
  const open = () => {
    const told: string[] = [];
    const http = new Http({ endpoint: 'https://community.example/c', fetch: endpoint.fetch });
    let left = 0;
    const live = new SharedLive(
      http,
      () => who.name,
      {
        onReady: () => told.push('ready'),
        onResumed: () => told.push('resumed'),
        onActivity: ({ id }) => told.push(id),
        onChange: () => told.push('change'),
        onReset: () => told.push('reset'),
      },
      () => (left += 1),
    );
    started.add(live);
    live.start();
    return { live, told, acts: () => told.filter((what) => !['ready', 'resumed'].includes(what)), left: () => left };
  };
  return { open, who };
}
const pause = (ms: number) => new Promise((next) => setTimeout(next, ms));

describe('one live stream for all tabs', () => {
  it('is opened once, and tells all', async () => {
    const endpoint = new Endpoint();
    const { open } = tabs(endpoint);
    const three = [open(), open(), open()];
    await until(() => three.every(({ told }) => told.includes('ready')), 'ready in all');
    endpoint.happen('a');
    endpoint.happen('b');
    await until(() => three.every(({ told }) => told.includes('b')), 'b in all');
    for (const { told } of three) expect(told).to.deep.equal(['ready', 'a', 'b']);
    expect([endpoint.opened, endpoint.open]).to.deep.equal([1, 1]);
    expect(three.filter(({ live }) => live.leads)).to.have.length(1);
  });

  it('is handed over without a gap and without a double', async () => {
    const endpoint = new Endpoint();
    const { open } = tabs(endpoint);
    const three = [open(), open(), open()];
    await until(() => three.every(({ told }) => told.includes('ready')), 'ready in all');
    endpoint.happen('a');
    await until(() => three.every(({ told }) => told.includes('a')), 'a in all');
    const leader = three.find(({ live }) => live.leads)!;
    const others = three.filter((tab) => tab !== leader);
    leader.live.stop();
    endpoint.happen('b'); // While nobody reads.
    await until(() => others.some(({ live }) => live.leads), 'another leader');
    endpoint.happen('c');
    await until(() => others.every(({ told }) => told.includes('c')), 'c in the others');
    for (const { acts } of others) expect(acts()).to.deep.equal(['a', 'b', 'c']);
    expect(endpoint.begun).to.deep.equal([null, '1']);
    expect(endpoint.open).to.equal(1);
  });

  it('tells a tab that comes back what it has missed', async () => {
    const endpoint = new Endpoint();
    const { open } = tabs(endpoint);
    const [first, second] = [open(), open()];
    await until(() => [first, second].every(({ told }) => told.includes('ready')), 'ready in both');
    const follower = first.live.leads ? second : first;
    endpoint.happen('a');
    await until(() => follower.told.includes('a'), 'a');
    follower.live.stop();
    endpoint.happen('b');
    endpoint.happen('c');
    await pause(50);
    follower.live.start();
    await until(() => follower.told.includes('c'), 'c');
    expect(follower.acts()).to.deep.equal(['a', 'b', 'c']);
    expect(endpoint.opened).to.equal(1);
  });

  it('reads again where what was missed is too long ago', async () => {
    const endpoint = new Endpoint();
    const { open } = tabs(endpoint);
    const [first, second] = [open(), open()];
    await until(() => [first, second].every(({ told }) => told.includes('ready')), 'ready in both');
    const follower = first.live.leads ? second : first;
    endpoint.happen('a');
    await until(() => follower.told.includes('a'), 'a');
    follower.live.stop();
    for (let i = 0; i < 250; i += 1) endpoint.happen(`x${i}`);
    await pause(100);
    follower.live.start();
    await until(() => follower.told.includes('reset'), 'reset');
    endpoint.happen('z');
    await until(() => follower.told.includes('z'), 'z');
    expect(follower.acts()).to.deep.equal(['a', 'reset', 'z']);
  });

  it('goes on after the server was away', async () => {
    const endpoint = new Endpoint();
    const { open } = tabs(endpoint);
    const two = [open(), open()];
    await until(() => two.every(({ told }) => told.includes('ready')), 'ready in both');
    endpoint.happen('a');
    await until(() => two.every(({ told }) => told.includes('a')), 'a in both');
    endpoint.stop();
    endpoint.happen('b');
    endpoint.down = false;
    await until(() => two.every(({ told }) => told.includes('b')), 'b in both');
    for (const { acts } of two) expect(acts()).to.deep.equal(['a', 'b']);
  });

  it('is taken from a leader that gives no answer', async function () {
    this.timeout(20_000);
    const endpoint = new Endpoint();
    const { open, who } = tabs(endpoint);
    // A frozen tab: it has the lock, and neither reads nor answers.
    let released = false;
    void navigator.locks.request(who.name, () => new Promise(() => {})).catch(() => (released = true));
    await pause(20);
    const tab = open();
    await until(() => tab.live.leads, 'the lock');
    await until(() => released, 'the rejection of the old lock');
    await until(() => tab.told.includes('ready'), 'ready');
    expect(endpoint.open).to.equal(1);
  });

  it('is not taken from a leader that is there', async function () {
    this.timeout(20_000);
    const endpoint = new Endpoint();
    const { open } = tabs(endpoint);
    const two = [open(), open()];
    await until(() => two.every(({ told }) => told.includes('ready')), 'ready in both');
    const leader = two.find(({ live }) => live.leads)!;
    for (let i = 0; i < 3; i += 1) document.dispatchEvent(new Event('visibilitychange'));
    await pause(3500);
    expect(leader.live.leads).to.equal(true);
    expect(endpoint.opened).to.equal(1);
  });

  it('is another one for another person, and the other tabs hear that somebody else has signed in', async () => {
    const endpoint = new Endpoint();
    const { open, who } = tabs(endpoint);
    const [first, second] = [open(), open()];
    await until(() => [first, second].every(({ told }) => told.includes('ready')), 'ready in both');
    who.name = `${who.name}-ada`;
    first.live.renew();
    await until(() => second.left() === 1, 'the other tab to hear it');
    await until(() => endpoint.opened === 2, 'a stream of its own');
    await until(() => first.told.filter((what) => what === 'ready').length === 2, 'ready again');
    second.live.renew();
    await until(() => endpoint.open === 1, 'one stream');
    endpoint.happen('a');
    await until(() => [first, second].every(({ told }) => told.includes('a')), 'a in both');
  });

  it('leaves no lock and no stream behind', async () => {
    const endpoint = new Endpoint();
    const { open, who } = tabs(endpoint);
    const two = [open(), open()];
    await until(() => two.every(({ told }) => told.includes('ready')), 'ready in both');
    for (const { live } of two) live.stop();
    await until(() => endpoint.open === 0, 'no stream');
    await until(async () => {
      const { held = [], pending = [] } = await navigator.locks.query();
      return ![...held, ...pending].some(({ name }) => name === who.name);
    }, 'no lock');
  });

  it('is one a page where the browser lacks locks', async () => {
    const endpoint = new Endpoint();
    const { open } = tabs(endpoint);
    const { locks } = navigator;
    Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
    try {
      const two = [open(), open()];
      await until(() => two.every(({ told }) => told.includes('ready')), 'ready in both');
      endpoint.happen('a');
      await until(() => two.every(({ told }) => told.includes('a')), 'a in both');
      expect(endpoint.open).to.equal(2);
    } finally {
      Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
    }
  });
});
