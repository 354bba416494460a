import type { Answer } from '../contract/index.js';
import type { ItemUrl } from '../controllers/item-url.js';
import type { Listing } from '../controllers/query-controller.js';
import type { ExportNoun, Exported } from '../data/exports.js';
import { pagedRead, type Page } from '../data/read.js';
import type { CopElement } from './cop-element.js';

/** Acts on several rows of a list at once: the bar above it, and the box of each row. */
export interface Bulk {
  bar(): unknown;
  box(item: { id: string }): unknown;
}

/** An element with a list, whose things open in place. */
export interface Listed extends CopElement {
  readonly listing: Listing;
  readonly url: ItemUrl;
}

/** The most rows that are taken along at once. */
export const MOST = 1000;
const A_PAGE = 100;

const NOUNS: Partial<Record<string, ExportNoun>> = {
  ask: 'questions',
  question: 'questions',
  resource: 'resources',
  member: 'members',
  post: 'posts',
};

/** Where the things of a list open: in this element, but for a feed, whose things open elsewhere. */
const hrefOf =
  (host: Listed) =>
  (id: string): string | null =>
    host.url.href(id);

/** What is open as it was read already; null where it is a list. */
export async function openThing(host: Listed, signal?: AbortSignal): Promise<Exported | null> {
  const { id } = host.url;
  const noun = NOUNS[host.url.noun];
  if (!id || !noun) return null;
  const { cop } = host;
  const thing = await cop.http.json<{ title?: string | null; name?: string }>(`/${noun}/${id}`, { signal });
  const answers = noun === 'questions' ? await all<Answer>(host, 'answers', `/questions/${id}/answers`, {}, () => {}, signal) : undefined;
  return { noun, title: thing.title ?? thing.name ?? host.heading, items: [thing], answers, href: hrefOf(host) };
}

/** Every row of the list under its filters, up to {@link MOST}; `tell` hears how many there are so far. */
export async function wholeList(host: Listed, tell: (count: number) => void, signal?: AbortSignal): Promise<Exported> {
  const [noun = '', path = '', query = {}] = (host.listing.key ?? []) as [string?, string?, object?];
  const items = await all(host, noun, path, query, tell, signal);
  return { noun: noun as ExportNoun, title: host.heading, items, href: hrefOf(host) };
}

/** The rows that are on screen, without a request. */
export function shownList(host: Listed): Exported | null {
  const { key, value } = host.listing;
  if (!key || value.state !== 'ready') return null;
  const pages = (Array.isArray(value.data) ? value.data : [value.data]) as Page<unknown>[];
  return { noun: key[0] as ExportNoun, title: host.heading, items: pages.flatMap(({ items }) => items), href: hrefOf(host) };
}

async function all<T>(
  host: Listed,
  noun: string,
  path: string,
  query: object,
  tell: (count: number) => void,
  signal = new AbortController().signal,
): Promise<T[]> {
  const { cursor: _, facets: __, ...filters } = query as Record<string, unknown>;
  const read = pagedRead<Page<T>>(noun, path, { ...filters, limit: A_PAGE });
  const items: T[] = [];
  for (let cursor: string | null = null; ;) {
    const page: Page<T> = await read.run(host.cop.http, cursor, signal);
    items.push(...page.items);
    tell(items.length);
    cursor = page.nextCursor;
    if (!cursor || items.length >= MOST) return items.slice(0, MOST);
  }
}
