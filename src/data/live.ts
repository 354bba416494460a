import type { Activity, ActivityPage, ObjectRef } from '../contract/index.js';
import { holds, type Cache } from './cache.js';
import type { Http } from './http.js';
import { parseJson } from './json.js';

/** Who hears what the stream tells. `id` is the event's own, by which a stream is resumed; '' where it has none. */
export interface LiveHandlers {
  /** The stream is open for the first time: what happens from here on is told, what happened just before is not. */
  onReady(id: string): void;
  /** It is open again and goes on where it ended: the endpoint is there. */
  onResumed(): void;
  onActivity(activity: Activity, id: string): void;
  /** Votes, uses, text or reactions of an object have changed. */
  onChange(object: ObjectRef, id: string): void;
  /** The gap was too long to fill: what is on screen may be old. */
  onReset(id: string): void;
}

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

/** One stream of server-sent events, read by fetch so that it can carry a token; resumed by Last-Event-ID after a break. */
export class Live {
  #abort: AbortController | undefined;
  #lastEventId: string;

  /** @param lastEventId where to go on; '': from now on */
  constructor(
    private readonly http: Http,
    private readonly handlers: LiveHandlers,
    lastEventId = '',
  ) {
    this.#lastEventId = lastEventId;
  }

  start(): void {
    if (this.#abort) return;
    const abort = (this.#abort = new AbortController());
    void this.#run(abort.signal);
  }

  stop(): void {
    this.#abort?.abort();
    this.#abort = undefined;
  }

  async #run(signal: AbortSignal): Promise<void> {
    let wait = FIRST_WAIT;
    while (!signal.aborted) {
      try {
        await this.#read(signal, () => (wait = FIRST_WAIT));
      } catch {
        // A break is expected; the next round resumes where this one ended.
      }
      if (signal.aborted) return;
      await pause(wait * (0.5 + Math.random() / 2), signal);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  }

  async #read(signal: AbortSignal, onOpen: () => void): Promise<void> {
    const { createParser } = await import('eventsource-parser');
    const first = !this.#lastEventId;
    const headers: Record<string, string> = { accept: 'text/event-stream' };
    if (this.#lastEventId) headers['last-event-id'] = this.#lastEventId;
    const response = await this.http.send('/activities/stream', { headers, signal });
    onOpen();
    const parser = createParser({
      onEvent: ({ id = '', event, data }) => {
        if (id) this.#lastEventId = id;
        if (event !== 'ready') this.#dispatch(event, data, id);
        else if (first) this.handlers.onReady(id);
        else this.handlers.onResumed();
      },
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (let chunk = await reader?.read(); chunk && !chunk.done; chunk = await reader?.read()) parser.feed(chunk.value);
  }

  #dispatch(event: string | undefined, data: string, id: string): void {
    if (event === 'reset') return this.handlers.onReset(id);
    let value: unknown;
    try {
      value = parseJson(data);
    } catch {
      return; // Not ours.
    }
    if (event === 'activity') this.handlers.onActivity(value as Activity, id);
    if (event === 'change') this.handlers.onChange(value as ObjectRef, id);
  }
}

/** What happened between the first reads and the opening of the stream. Where a feed shows the newest, nothing is read again. */
export async function catchUp(http: Http, cache: Cache): Promise<void> {
  const feeds = cache.of('activities');
  if (!feeds.length) return;
  const { items } = await http.json<ActivityPage>('/activities', { query: { limit: 1 } });
  const newest = items[0]?.id;
  if (newest && !feeds.some((feed) => holds(feed, newest))) await cache.invalidate();
}

/** Ends early when the connection comes back or the stream is stopped. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    globalThis.addEventListener?.('online', done);
    signal.addEventListener('abort', done);
  });
}
