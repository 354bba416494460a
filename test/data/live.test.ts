import assert from 'node:assert/strict';
import { afterEach, before, mock, test } from 'node:test';
import { Http } from '../../src/data/http.js';
import { Live } from '../../src/data/live.js';

type Send = (text: string) => void;

/** A stream endpoint: each connection is told to the test, which speaks and ends it. */
function endpoint(answer: (request: Request, connection: number) => Response | ((send: Send, end: () => void) => void)) {
  const asked: Request[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const reply = answer(request, asked.push(request));
    if (reply instanceof Response) return reply;
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        request.signal.addEventListener('abort', () => controller.error(new DOMException('Aborted', 'AbortError')));
        reply(
          (text) => controller.enqueue(encoder.encode(text)),
          () => controller.close(),
        );
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  };
  const told: string[] = [];
  const live = new Live(new Http({ endpoint: 'https://community.example/c', fetch }), {
    onReady: () => told.push('ready'),
    onResumed: () => told.push('resumed'),
    onActivity: ({ id }) => told.push(`activity ${id}`),
    onChange: ({ type, id }) => told.push(`change ${type} ${id}`),
    onReset: () => told.push('reset'),
  });
  return { live, asked, told };
}

/** Until everything that does not wait for a timer has been done. */
const settle = async () => {
  for (const end = performance.now() + 80; performance.now() < end;) await new Promise((next) => setImmediate(next));
};

/** How long each pause is, in ms, as soon as it begins; timers are mocked by then. */
function pausesOf() {
  const begun: number[] = [];
  const set = globalThis.setTimeout;
  mock.method(globalThis, 'setTimeout', (work: () => void, ms: number) => (begun.push(ms), set(work, ms)));
  return {
    async next(): Promise<number> {
      while (!begun.length) await new Promise((next) => setImmediate(next));
      return begun.shift() as number;
    },
  };
}

// Loaded when a stream is first read: here it is there before, so that nothing but the stream is waited for.
before(async () => void (await import('eventsource-parser')));

let running: Live | undefined;
const start = (live: Live) => (running = live).start();
afterEach(() => {
  running?.stop();
  mock.restoreAll();
  mock.timers.reset();
});

test('tells what happened, what changed and that the gap was too long', async () => {
  const { live, told, asked } = endpoint(() => (send) => {
    send(': hello\n\nid: 1\nevent: activity\ndata: {"id":"v-1"}\n\n');
    // A word that is cut in two by the network, and one that is none of ours.
    send('id: 2\nevent: change\ndata: {"type":"ques');
    send('tion","id":"q-1"}\n\nevent: other\ndata: {}\n\nevent: activity\ndata: {broken\n\nevent: reset\ndata:\n\n');
  });
  start(live);
  await settle();
  assert.deepEqual(told, ['activity v-1', 'change question q-1', 'reset']);
  assert.equal(asked[0]?.headers.get('accept'), 'text/event-stream');
  assert.equal(asked[0]?.headers.get('last-event-id'), null);
});

test('goes on after a break where it ended', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { live, asked, told } = endpoint((_, connection) => (send, end) => {
    send(`id: ${connection * 10}\nevent: activity\ndata: {"id":"v-${connection}"}\n\n`);
    if (connection < 3) end();
  });
  start(live);
  await settle();
  for (let i = 0; i < 2; i += 1) {
    mock.timers.tick(1000);
    await settle();
  }
  assert.deepEqual(told, ['activity v-1', 'activity v-2', 'activity v-3']);
  assert.deepEqual(
    asked.map((request) => request.headers.get('last-event-id')),
    [null, '10', '20'],
  );
});

test('tells that the stream is open, and after a break that it goes on', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const { live, asked, told } = endpoint((_, connection) => (send, end) => {
    send(`id: ${connection}\nevent: ready\ndata: {}\n\n`);
    if (connection < 2) end();
  });
  start(live);
  await settle();
  mock.timers.tick(1000);
  await settle();
  assert.equal(asked.length, 2);
  assert.deepEqual(told, ['ready', 'resumed']);
});

test('waits longer after each refusal, at most half a minute, and starts anew when it was let in', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const random = mock.method(Math, 'random', () => 1);
  const pauses = pausesOf();
  let open = false;
  const { live, asked } = endpoint(() => (open ? (_send, end) => end() : new Response('busy', { status: 503 })));
  start(live);
  const waits: number[] = [];
  for (let i = 0; i < 7; i += 1) {
    const wait = await pauses.next();
    waits.push(wait);
    mock.timers.tick(wait);
  }
  assert.deepEqual(waits, [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  open = true;
  mock.timers.tick(await pauses.next());
  assert.equal(await pauses.next(), 1000);
  assert.equal(asked.length, 9);
  random.mock.restore();
});

test('holds one connection however often it is started, and none when stopped', async () => {
  const { live, asked } = endpoint(() => () => {});
  start(live);
  live.start();
  await settle();
  assert.equal(asked.length, 1);
  live.stop();
  await settle();
  assert.equal(asked[0]?.signal.aborted, true);
  live.start();
  await settle();
  assert.equal(asked.length, 2);
});
