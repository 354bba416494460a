import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { createParser } from 'eventsource-parser';
import { createAdaptorServer } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../server/app.js';
import { Channel, type LiveSource } from '../../server/live/channel.js';
import { LiveHub, TooManyStreams, liveDefaults } from '../../server/live/hub.js';
import { openDatabase, sql } from '../../server/store/database.js';
import { pruneLog } from '../../server/store/log.js';
import { COMMUNITY, OTHER_COMMUNITY, startServer, type Harness, type Persona } from './harness.js';

interface Heard {
  id: number;
  event: string;
  data: { id: string; type: string; object?: { id: string; title: string }; reactions?: { mine: boolean }[]; actor?: { name: string } };
}
interface Listening {
  heard: Heard[];
  comments: number;
  /** The first event that fits, past or future. @throws after five seconds */
  find(fits: (event: Heard) => boolean): Promise<Heard>;
  stop(): void;
  ended: Promise<void>;
}

let server: Harness;
before(async () => {
  server = await startServer();
});
after(() => server.close());

async function listen(persona: Persona, lastEventId?: string | number, community = COMMUNITY, origin = server.origin): Promise<Listening> {
  const abort = new AbortController();
  const response = await fetch(`${origin}/api/communities/${community}/activities/stream`, {
    signal: abort.signal,
    headers: {
      ...(persona !== 'visitor' && { cookie: `cop-session=${persona}` }),
      ...(lastEventId !== undefined && { 'last-event-id': String(lastEventId) }),
    },
  });
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
  assert.equal(response.headers.get('content-encoding'), null);
  const listening: Listening = {
    heard: [],
    comments: 0,
    find: async (fits) => {
      for (const end = Date.now() + 5000; Date.now() < end; await wait(5)) {
        const found = listening.heard.find(fits);
        if (found) return found;
      }
      throw new Error(`Not heard; only ${JSON.stringify(listening.heard).slice(0, 1000)}`);
    },
    stop: () => abort.abort(),
    ended: Promise.resolve(),
  };
  const parser = createParser({
    onEvent: ({ id, event, data }) => listening.heard.push({ id: Number(id), event: event ?? '', data: JSON.parse(data) as Heard['data'] }),
    onComment: () => (listening.comments += 1),
  });
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) parser.feed(decoder.decode(chunk as Uint8Array, { stream: true }));
  };
  listening.ended = read().catch(() => undefined);
  await listening.find(({ event }) => event === 'ready' || event === 'reset');
  return listening;
}

const post = async (n: number | string, persona: Persona = 'anna', community?: string) =>
  (await server.as(persona, community).post<{ id: string }>('/posts', { title: `News ${n}`, body: 'Text' })).body.id;
const idsOf = ({ heard }: Listening) => heard.filter(({ event }) => event === 'activity').map(({ data }) => data.object?.id ?? '');

test('what one writes, another hears within a second, as an activity with its actor and title', async () => {
  const ben = await listen('ben');
  const start = performance.now();
  const id = await post('for Ben');
  const { data } = await ben.find((e) => e.data.object?.id === id);
  assert.ok(performance.now() - start < 1000, `${performance.now() - start} ms`);
  assert.equal(data.type, 'posted');
  assert.equal(data.object?.title, 'News for Ben');
  assert.equal(data.actor?.name, 'Anna Ek');
  ben.stop();
});

test('a reaction, an edit and a deletion are told as changes of the object', async () => {
  const listening = await listen('visitor');
  const id = await post('to change');
  await listening.find((e) => e.data.object?.id === id);
  const anna = server.as('anna');
  const changes = () => listening.heard.filter((e) => e.event === 'change' && e.data.id === id).length;
  const [activity] = (await anna.get<{ items: { id: string }[] }>('/activities?limit=1')).body.items;
  await server.as('ben').put(`/activities/${activity?.id}/reactions/thanks`);
  await listening.find(() => changes() === 1);
  await anna.patch(`/posts/${id}`, { body: 'New' }, '"1"');
  await listening.find(() => changes() === 2);
  await anna.delete(`/posts/${id}`, '"2"');
  await listening.find(() => changes() === 3);
  listening.stop();
});

test('communities do not hear each other', async () => {
  const [here, there] = [await listen('anna'), await listen('anna', undefined, OTHER_COMMUNITY)];
  const mine = await post('here');
  const theirs = await post('there', 'anna', OTHER_COMMUNITY);
  await here.find((e) => e.data.object?.id === mine);
  await there.find((e) => e.data.object?.id === theirs);
  assert.ok(!idsOf(here).includes(theirs));
  assert.ok(!idsOf(there).includes(mine));
  here.stop();
  there.stop();
});

test('a stream resumes without a gap and without a double, however often it breaks, while others write', async () => {
  const writers: Persona[] = ['anna', 'ben', 'stella'];
  const start = await listen('visitor');
  const whole = start;
  let last = start.heard[0]?.id ?? 0;
  const got: number[] = [];
  let writing = true;
  const written = Promise.all(
    writers.map(async (persona) => {
      const ids: string[] = [];
      for (let n = 0; n < 40; n += 1) ids.push(await post(`${persona} ${n}`, persona));
      return ids;
    }),
  ).then((ids) => {
    writing = false;
    return ids.flat();
  });
  const objects: string[] = [];
  for (let done = false; !done;) {
    done = !writing;
    const stream = await listen('visitor', last);
    if (done) await wait(500);
    else await wait(Math.random() * 60);
    stream.stop();
    await stream.ended;
    for (const { id, event, data } of stream.heard) {
      assert.notEqual(event, 'reset');
      if (event === 'ready') continue;
      assert.ok(id > last, 'ids go up');
      last = id;
      got.push(id);
      if (event === 'activity') objects.push(data.object?.id ?? '');
    }
  }
  const ids = await written;
  assert.deepEqual(objects.toSorted(), ids.toSorted());
  assert.equal(new Set(got).size, got.length);
  await whole.find(() => idsOf(whole).length >= ids.length);
  assert.deepEqual(idsOf(whole).toSorted(), ids.toSorted(), 'a stream that never broke hears the same');
  whole.stop();
});

test('what came before the first connection is not told; the id to resume from is', async () => {
  await post('before');
  const stream = await listen('anna');
  assert.deepEqual(
    stream.heard.map(({ event }) => event),
    ['ready'],
  );
  stream.stop();
  const id = await post('while away');
  const resumed = await listen('anna', stream.heard[0]?.id);
  await resumed.find((e) => e.data.object?.id === id);
  assert.equal(resumed.heard.length, 2);
  resumed.stop();
});

test('where the log does not reach back, or never was, the stream says reset', async () => {
  for (const id of ['999999999', 'nonsense', '-1', '1.5', '9'.repeat(30)]) {
    const stream = await listen('anna', id);
    assert.equal(stream.heard[0]?.event, 'reset', id);
    stream.stop();
  }
  const before = (await listen('anna')).heard[0]?.id ?? 0;
  for (const n of [1, 2, 3]) await post(`old ${n}`);
  await server.database.db.execute(sql`update changes set at = now() - interval '25 hours'`);
  await pruneLog(server.database.db);
  const late = await listen('anna', before);
  assert.equal(late.heard[0]?.event, 'reset');
  const current = await listen('anna', late.heard[0]?.id);
  assert.equal(current.heard[0]?.event, 'ready', 'the id of a reset is a good one');
  const id = await post('after the reset');
  for (const stream of [late, current]) {
    await stream.find((e) => e.data.object?.id === id);
    stream.stop();
  }
});

test('each sees their own reactions as theirs', async () => {
  const id = await post('liked');
  const [activity] = (await server.as('anna').get<{ items: { id: string }[] }>('/activities?limit=1')).body.items;
  await server.as('ben').put(`/activities/${activity?.id}/reactions/insight`);
  for (const [persona, mine] of [
    ['ben', true],
    ['anna', false],
    ['visitor', false],
  ] as const) {
    const stream = await listen(persona, 0).then(async (first) => {
      first.stop();
      // Right before the post, wherever the log begins.
      return listen(persona, (first.heard[0]?.id ?? 0) - 2);
    });
    const { data } = await stream.find((e) => e.event === 'activity' && e.data.object?.id === id);
    assert.deepEqual(
      data.reactions?.map((reaction) => reaction.mine),
      [mine],
      persona,
    );
    stream.stop();
  }
});

test('a second server process hears what the first one wrote', async (t) => {
  if (server.database.kind === 'embedded') return t.diagnostic('one process has the embedded database');
  const [row] = ((await server.database.db.execute(sql`select current_database() as name`)) as unknown as { rows: { name: string }[] })
    .rows;
  const url = new URL(process.env.DATABASE_URL ?? '');
  url.pathname = `/${row?.name}`;
  const database = await openDatabase({ databaseUrl: url.href });
  const closing = new AbortController();
  const http = createAdaptorServer({ fetch: createApp({ ...server.server, database, closing: closing.signal }).fetch });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const stream = await listen('ben', undefined, COMMUNITY, `http://127.0.0.1:${(http.address() as AddressInfo).port}`);
  const start = performance.now();
  const id = await post('across');
  await stream.find((e) => e.data.object?.id === id);
  assert.ok(performance.now() - start < 1000);
  closing.abort();
  await stream.ended;
  await new Promise((resolve) => http.close(resolve));
  await database.close();
});

test('streams end when the server shuts down', async () => {
  const own = await startServer();
  const stream = await listen('anna', undefined, COMMUNITY, own.origin);
  await own.close();
  await stream.ended;
});

/** A log in memory, for what can't be made to happen over a network. */
function memoryLog() {
  const log: number[] = [];
  let wake: (communityId: string) => void = () => undefined;
  const failures: unknown[] = [];
  const gate: { before?: () => Promise<void> } = {};
  const source: LiveSource = {
    listen: async (heard) => {
      wake = heard;
      return async () => undefined;
    },
    read: async (_community, after, limit) => {
      const found = log.filter((seq) => seq > after).slice(0, limit);
      await gate.before?.();
      return found.map((seq) => ({ seq, activityId: null, object: { type: 'post', id: String(seq) } }));
    },
    bounds: async () => ({ first: log[0] ?? 0, last: log.at(-1) ?? 0 }),
    render: async () => (entry) => ({ event: 'change', data: { id: entry.seq, filling: 'x'.repeat(500) } }),
    prune: async () => undefined,
    failed: (error) => failures.push(error),
  };
  const write = (...seqs: number[]) => {
    log.push(...seqs);
    wake('c');
  };
  return { source, write, failures, gate };
}
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const idsIn = (text: string) => [...text.matchAll(/^id: (\d+)\nevent: change/gm)].map(([, id]) => Number(id));

async function readUntil(body: ReadableStream<Uint8Array>, enough: (text: string) => boolean): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  const reader = body.getReader();
  while (!enough(text)) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  return text;
}

test('who joins while others are being served misses nothing', async () => {
  const { source, write, gate } = memoryLog();
  const hub = new LiveHub(source);
  const first = await hub.open('c', null, 'a');
  gate.before = () => wait(5);
  write(1, 2, 3);
  const joined = await Promise.all(
    upTo(20).map(async (n) => {
      await wait(n);
      write(3 + n);
      return hub.open('c', null, 'a', '0');
    }),
  );
  for (const body of [first, ...joined]) assert.deepEqual(idsIn(await readUntil(body, (text) => idsIn(text).length >= 23)), upTo(23));
  await hub.close();
});

test('a slow reader is dropped and resumes; a long gap is given as it is read', async () => {
  const { source, write } = memoryLog();
  const hub = new LiveHub(source);
  const slow = await hub.open('c', null, 'a');
  write(...upTo(2000));
  while (hub.size > 0) await wait(5);
  await assert.rejects(
    readUntil(slow, () => false),
    /too slow/,
  );
  const resumed = await hub.open('c', null, 'a', '0');
  assert.deepEqual(idsIn(await readUntil(resumed, (text) => idsIn(text).length >= 2000)), upTo(2000));
  await hub.close();
});

test('streams are counted by person and by address, and free their place', async () => {
  const { source } = memoryLog();
  const hub = new LiveHub(source, { ...liveDefaults, perPerson: 2, perAddress: 3 });
  const mine = [await hub.open('c', 'm', 'a'), await hub.open('c', 'm', 'a')];
  await assert.rejects(hub.open('c', 'm', 'b'), TooManyStreams);
  await hub.open('c', null, 'a');
  await assert.rejects(hub.open('c', null, 'a'), TooManyStreams);
  await mine[0]?.cancel();
  await hub.open('c', 'm', 'a');
  assert.equal(hub.size, 3);
  await hub.close();
  assert.equal(hub.size, 0);
});

test('a heartbeat keeps the connection open, and finds what a lost notification announced', async () => {
  const { source, write } = memoryLog();
  const deaf: LiveSource = { ...source, listen: async () => async () => undefined };
  const hub = new LiveHub(deaf, { ...liveDefaults, heartbeatMs: 20 });
  const body = await hub.open('c', null, 'a');
  write(1);
  const text = await readUntil(body, (t) => idsIn(t).length > 0 && /^:$/m.test(t));
  assert.match(text, /^retry: 2000$/m);
  await hub.close();
});

test('when the log can’t be read, the clients come back by themselves', async () => {
  const { source, write, failures } = memoryLog();
  let broken = true;
  const hub = new LiveHub({ ...source, render: (...args) => (broken ? Promise.reject(new Error('down')) : source.render(...args)) });
  const body = await hub.open('c', null, 'a');
  write(1);
  await assert.rejects(readUntil(body, () => false));
  assert.equal(failures.length, 1);
  broken = false;
  const again = await hub.open('c', null, 'a', '0');
  assert.deepEqual(idsIn(await readUntil(again, (text) => idsIn(text).length > 0)), [1]);
  await hub.close();
});

test('a channel without clients is idle', () => {
  assert.ok(new Channel('c', memoryLog().source, 0).idle);
});
