import { QueryClient, type InfiniteData, type QueryFunctionContext } from '@tanstack/query-core';
import { Problem } from './problem.js';
import type { Page } from './read.js';
import type { Storage } from './storage.js';

const DAY = 24 * 3600_000;
const FRESH = 30_000;

interface Kept {
  data: unknown;
  at: number;
}

/** The cache of one community: reads are shared, retried where that helps, and kept for the next visit. */
export function createCache(storage: Storage, prefix: string): QueryClient {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH,
        networkMode: 'always',
        refetchOnReconnect: true,
        refetchOnWindowFocus: false,
        retry: (count, error) => Problem.from(error).passing && Problem.from(error).kind !== 'offline' && count < 2,
        // Storage and network start together: the first to come is shown, the network's answer stays.
        persister: async (run, context, query) => {
          const key = `${prefix}${query.queryHash}`;
          if (query.state.data === undefined) {
            void storage.get<Kept>(key).then((kept) => {
              if (kept && kept.at > Date.now() - DAY && query.state.data === undefined) query.setData(kept.data, { updatedAt: kept.at, manual: true });
            });
          }
          const data = await run(context as QueryFunctionContext);
          if (query.meta?.['keep'] !== false) void storage.set(key, { data, at: Date.now() } satisfies Kept);
          return data;
        },
      },
    },
  });
  return client;
}

/** Forgets everything that was read: another person has signed in, or nobody. */
export async function forget(client: QueryClient, storage: Storage, prefix: string): Promise<void> {
  await Promise.all((await storage.entries(prefix)).map(([key]) => storage.delete(key)));
  await client.resetQueries();
}

const isPages = (data: unknown): data is InfiniteData<Page<unknown>> => typeof data === 'object' && data !== null && 'pages' in data;
const isPage = (data: unknown): data is Page<unknown> => typeof data === 'object' && data !== null && 'items' in data;

/** Maps every cached item of a noun, in lists and alone; the returned function puts everything back. */
export function changeCached(client: QueryClient, noun: string, change: (item: unknown) => unknown): () => void {
  const page = (data: Page<unknown>) => ({ ...data, items: data.items.map(change) });
  const before = client.getQueriesData({ queryKey: [noun] });
  client.setQueriesData({ queryKey: [noun] }, (data: unknown) => {
    if (isPages(data)) return { ...data, pages: data.pages.map(page) };
    return isPage(data) ? page(data) : data === undefined ? undefined : change(data);
  });
  return () => before.forEach(([key, data]) => client.setQueryData(key, data));
}
