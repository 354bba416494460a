import type { Http } from './http.js';

/** One thing to read: what names it in the cache, and how it is fetched. */
export interface Read<T> {
  /** First the noun, so that all reads of a noun can be marked stale together; then every argument. */
  readonly key: readonly [noun: string, ...args: unknown[]];
  run(http: Http, signal: AbortSignal): Promise<T>;
  /** False: of this visit only, such as the pages of a long list, which would fill the browser's storage. */
  readonly keep?: boolean;
}

/** One page of a list; without `nextCursor` the last. */
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total?: number | null;
}

/** A list that is read page by page. */
export interface PagedRead<P extends Page<unknown>> {
  readonly key: readonly [noun: string, ...args: unknown[]];
  run(http: Http, cursor: string | null, signal: AbortSignal): Promise<P>;
  readonly keep?: boolean;
}

/** One thing to write. It is sent through the outbox, so it survives a reload and arrives once. */
export interface Write<T> {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
  ifMatch?: number | undefined;
  /** Nouns whose reads are stale afterwards. */
  touches: readonly string[];
  /** Changes what is on screen at once; undone when the write is refused. Maps every cached value of a noun. */
  optimistic?: { noun: string; change: (item: unknown) => unknown };
  /** Where the text comes back to when a write that waited is refused: key and value of the storage. */
  draft?: { key: string; value: object };
  /** Type of the answer. */
  readonly answer?: T;
}

const listKey = (query: object) =>
  Object.fromEntries(
    Object.entries(query)
      .filter(([, v]) => v !== undefined && v !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** A read of `path`, keyed by noun, path and query. */
export function read<T>(noun: string, path: string, query: object = {}): Read<T> {
  return {
    key: [noun, path, listKey(query)],
    run: (http, signal) => http.json<T>(path, { query: { ...query }, signal }),
  };
}

/** A paged read of `path`, keyed by noun, path and query (all but the cursor). */
export function pagedRead<P extends Page<unknown>>(noun: string, path: string, query: object = {}): PagedRead<P> {
  return {
    key: [noun, path, listKey(query), 'pages'],
    run: (http, cursor, signal) => http.json<P>(path, { query: { ...query, cursor }, signal }),
  };
}
