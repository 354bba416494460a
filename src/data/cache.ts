import type { Http } from './http.js';
import { toJson } from './json.js';
import { Problem } from './problem.js';
import type { Page, PagedRead, Read } from './read.js';
import type { Storage } from './storage.js';

/*
 * The cache that the elements of a community share: one request for one question, whoever asks; old answers shown while new ones
 * come; nothing shown to a later question. (TanStack's query-core did this at first; it took 8 kB of the 28 that a first element may have.)
 */

const DAY = 24 * 3600_000;
/** How long an answer counts as fresh, in ms. */
const FRESH = 30_000;
/** How long an answer that nobody shows is kept, in ms. */
const LINGER = 5 * 60_000;
/** How long a request that nobody waits for any more goes on: an element that moves comes back at once. In ms. */
const PATIENCE = 250;
const RETRIES = 2;
const RETRY_AFTER = 800;

type Any = Read<unknown> | PagedRead<Page<unknown>>;
type Key = Any['key'];

/** What is known of one read. A paged read has an array of pages as its data. */
export interface Entry {
  readonly key: Key;
  readonly data: unknown;
  /** Why the last request failed; null when it did not. */
  readonly problem: Problem | null;
  readonly fetching: boolean;
  readonly fetchingMore: boolean;
}

interface Slot extends Entry {
  data: unknown;
  problem: Problem | null;
  fetching: boolean;
  fetchingMore: boolean;
  /** When the data came, in ms; 0: marked as old. */
  at: number;
  read: Any;
  listeners: Set<() => void>;
  request: Promise<unknown> | undefined;
  abort: AbortController | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** How many writes are on their way that it shows already, and whether it is to be read after them. */
  held: number;
  due: boolean;
  /** When the last one that showed it left, in ms. */
  left: number;
}

interface Kept {
  data: unknown;
  at: number;
}

const isPaged = (read: Any): read is PagedRead<Page<unknown>> => read.key.at(-1) === 'pages';
const pagesOf = (data: unknown): Page<unknown>[] => (Array.isArray(data) ? (data as Page<unknown>[]) : []);
const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Whether one of the pages has the item. */
export const holds = ({ data }: Entry, id: string): boolean =>
  pagesOf(data).some(({ items }) => (items as { id?: string }[]).some((item) => item.id === id));

/** The answers of one endpoint, shared by all that show them. */
export class Cache {
  /** What lists leave out, by id: it is about to be deleted. */
  readonly hidden = new Set<string>();
  #slots = new Map<string, Slot>();

  constructor(
    private readonly http: Http,
    private readonly storage: Storage,
    private readonly prefix: string,
  ) {}

  /** Follows a read: asks unless the answer is fresh, and calls back at every change. The returned function ends it. */
  watch(read: Any, listener: () => void): () => void {
    const slot = this.#slot(read);
    clearTimeout(slot.timer);
    slot.listeners.add(listener);
    if (!slot.request && (slot.at < Date.now() - FRESH || slot.problem)) void this.#fetch(slot).catch(() => undefined);
    return () => {
      slot.listeners.delete(listener);
      if (!slot.listeners.size) this.#leave(slot);
    };
  }

  /** What is known now. */
  peek(read: Any): Entry {
    return this.#slot(read);
  }

  /** The answer: a fresh one that is there, else the endpoint's. With `again`, always the endpoint's. */
  async get<T>(read: Read<T>, again = false): Promise<T> {
    const slot = this.#slot(read);
    if (!again && !slot.request && slot.at > Date.now() - FRESH) return slot.data as T;
    return (await this.#fetch(slot, again)) as T;
  }

  /** Asks again, also after a problem. */
  refetch(read: Any): void {
    void this.#fetch(this.#slot(read), true).catch(() => undefined);
  }

  /** Reads the next page of a list, where there is one. */
  async more(read: PagedRead<Page<unknown>>): Promise<void> {
    const slot = this.#slot(read);
    const cursor = pagesOf(slot.data).at(-1)?.nextCursor;
    if (!cursor || slot.fetchingMore) return;
    await slot.request?.catch(() => undefined);
    if (!slot.abort || slot.abort.signal.aborted) slot.abort = new AbortController();
    const { signal } = slot.abort;
    this.#update(slot, { fetchingMore: true, problem: null });
    try {
      const page = await read.run(this.http, cursor, signal);
      // A refetch may have changed the pages meanwhile; the new one fits only behind the cursor it was asked by.
      const pages = pagesOf(slot.data);
      this.#update(slot, { fetchingMore: false, ...(pages.at(-1)?.nextCursor === cursor ? { data: [...pages, page] } : {}) });
    } catch (error) {
      this.#update(slot, { fetchingMore: false, problem: signal.aborted ? null : Problem.from(error) });
    }
  }

  /** Puts an answer there that came with a write, so that it need not be asked for. */
  set<T>(read: Read<T>, data: T): void {
    this.#update(this.#slot(read), { data, at: Date.now(), problem: null });
  }

  /** Changes the pages of a list that is there. */
  updatePages<P extends Page<unknown>>(read: PagedRead<P>, change: (pages: P[]) => P[]): void {
    const slot = this.#slot(read);
    if (slot.data !== undefined) this.#update(slot, { data: change(slot.data as P[]) });
  }

  /**
   * Maps every item of a noun, in lists and alone. The returned function puts back those that nothing else has changed since,
   * and tells whether that was all of them.
   */
  change(noun: string, map: (item: unknown) => unknown): () => boolean {
    const before = new Map<unknown, unknown>();
    this.#map(noun, (item) => {
      const after = map(item);
      if (after !== item) before.set(after, item);
      return after;
    });
    return () => {
      const found = new Set<unknown>();
      this.#map(noun, (item) => (before.has(item) ? (found.add(item), before.get(item)) : item));
      return found.size === before.size;
    };
  }

  /**
   * Reads nothing of a noun that is there until the returned function is called: what a write changes on screen before it is
   * answered would flicker back by a read that does not know of it. What was asked for meanwhile is read then.
   */
  hold(noun: string): () => void {
    const slots = this.#of(([name], { data }) => name === noun && data !== undefined);
    for (const slot of slots) {
      slot.held += 1;
      slot.due ||= Boolean(slot.request);
      if (slot.request) slot.abort?.abort();
    }
    return () => {
      for (const slot of slots) {
        slot.held -= 1;
        if (slot.held || !slot.due) continue;
        slot.due = false;
        slot.at = 0;
        if (slot.listeners.size) void this.#fetch(slot, true).catch(() => undefined);
      }
    };
  }

  /** Leaves a thing out of every list, and what is told of it, until the returned function is called. */
  hide(id: string): () => void {
    this.hidden.add(id);
    const tell = () => this.#of(() => true).forEach((slot) => this.#update(slot, {}));
    tell();
    return () => {
      this.hidden.delete(id);
      tell();
    };
  }

  /** Everything known of a noun that has data. */
  of(noun: string): Entry[] {
    return this.#of((key) => key[0] === noun).filter((slot) => slot.data !== undefined);
  }

  /** Marks answers as old; those on screen are read again at once, unless `quietly`. */
  async invalidate(matches: (key: Key, entry: Entry) => boolean = () => true, quietly = false): Promise<void> {
    const slots = this.#of(matches);
    for (const slot of slots) slot.at = 0;
    if (!quietly) await Promise.allSettled(slots.filter((slot) => slot.listeners.size).map((slot) => this.#fetch(slot, true)));
  }

  /** Reads again what is on screen and old or failed: the connection is back. */
  revive(): void {
    for (const slot of this.#of(() => true)) {
      if (slot.listeners.size && (slot.problem || slot.at < Date.now() - FRESH)) void this.#fetch(slot).catch(() => undefined);
    }
  }

  /** Forgets one answer: the thing is gone. */
  remove(key: Key): void {
    const hash = toJson(key);
    this.#slots.get(hash)?.abort?.abort();
    this.#slots.delete(hash);
    void this.storage.delete(this.prefix + hash);
  }

  /** Forgets everything that was read: another person has signed in, or nobody. */
  async forget(except: Key): Promise<void> {
    await Promise.all((await this.storage.entries(this.prefix)).map(([key]) => this.storage.delete(key)));
    for (const slot of this.#of((key) => toJson(key) !== toJson(except))) this.#update(slot, { data: undefined, at: 0 });
    await this.invalidate((key) => toJson(key) !== toJson(except));
  }

  #map(noun: string, map: (item: unknown) => unknown): void {
    const mapPage = (page: Page<unknown>) => ({ ...page, items: page.items.map(map) });
    for (const slot of this.#of((key) => key[0] === noun)) {
      const { data } = slot;
      if (data === undefined) continue;
      const isPage = typeof data === 'object' && data !== null && 'items' in data;
      this.#update(slot, { data: Array.isArray(data) ? pagesOf(data).map(mapPage) : isPage ? mapPage(data as Page<unknown>) : map(data) });
    }
  }

  #of(matches: (key: Key, entry: Entry) => boolean): Slot[] {
    return [...this.#slots.values()].filter((slot) => matches(slot.key, slot));
  }

  #slot(read: Any): Slot {
    const hash = toJson(read.key);
    let slot = this.#slots.get(hash);
    if (!slot) {
      this.#sweep();
      slot = {
        key: read.key,
        read,
        data: undefined,
        at: 0,
        problem: null,
        fetching: false,
        fetchingMore: false,
        listeners: new Set(),
        request: undefined,
        abort: undefined,
        timer: undefined,
        held: 0,
        due: false,
        left: Date.now(),
      };
      this.#slots.set(hash, slot);
      if (read.keep !== false) void this.#restore(slot);
    }
    slot.read = read;
    return slot;
  }

  #update(slot: Slot, change: Partial<Slot>): void {
    Object.assign(slot, change);
    for (const listener of [...slot.listeners]) listener();
  }

  /** Lets go of what nobody has shown for long. No timer does it, so that nothing of ours runs in a page that shows nothing of ours. */
  #sweep(): void {
    for (const [hash, slot] of this.#slots)
      if (!slot.listeners.size && !slot.request && slot.left < Date.now() - LINGER) this.#slots.delete(hash);
  }

  /** Nobody shows it any more: its request ends soon, the answer stays a while. */
  #leave(slot: Slot): void {
    slot.left = Date.now();
    slot.timer = setTimeout(() => slot.abort?.abort(), PATIENCE);
  }

  /** Storage and network start together: the first to come is shown, the network's answer stays. */
  async #restore(slot: Slot): Promise<void> {
    const kept = await this.storage.get<Kept>(this.prefix + toJson(slot.key));
    if (kept && kept.at > Date.now() - DAY && slot.data === undefined && !slot.at) this.#update(slot, { data: kept.data });
  }

  #fetch(slot: Slot, again = false): Promise<unknown> {
    if (slot.request && !again) return slot.request;
    if (slot.held) {
      slot.due = true;
      return Promise.resolve(slot.data);
    }
    slot.abort?.abort();
    const { signal } = (slot.abort = new AbortController());
    const request = this.#run(slot, signal).then(
      (data) => {
        if (signal.aborted) throw new DOMException('Superseded', 'AbortError');
        const at = Date.now();
        this.#update(slot, { data, at, problem: null, fetching: false, request: undefined });
        if (slot.read.keep !== false)
          void this.storage.set(this.prefix + toJson(slot.key), {
            data: pagesOf(data).slice(0, 1).length ? pagesOf(data).slice(0, 1) : data,
            at,
          } satisfies Kept);
        return data;
      },
      (error: unknown) => {
        // A newer request has taken over, or nobody waits any more.
        if (slot.request === request)
          this.#update(slot, { fetching: false, request: undefined, problem: signal.aborted ? null : Problem.from(error) });
        throw Problem.from(error);
      },
    );
    this.#update(slot, { request, fetching: true });
    return request;
  }

  async #run({ read, data }: Slot, signal: AbortSignal): Promise<unknown> {
    for (let tries = 0; ; tries++) {
      try {
        return await (isPaged(read) ? this.#pages(read, pagesOf(data).length || 1, signal) : read.run(this.http, signal));
      } catch (error) {
        const problem = Problem.from(error);
        if (signal.aborted || tries >= RETRIES || !problem.passing || problem.kind === 'offline') throw error;
        await wait(RETRY_AFTER * 2 ** tries);
      }
    }
  }

  /** As many pages as are on screen, one after the other, since each names the next. */
  async #pages(read: PagedRead<Page<unknown>>, count: number, signal: AbortSignal): Promise<Page<unknown>[]> {
    const pages = [await read.run(this.http, null, signal)];
    for (let last = pages[0]; pages.length < count && last?.nextCursor; last = pages.at(-1))
      pages.push(await read.run(this.http, last.nextCursor, signal));
    return pages;
  }
}
