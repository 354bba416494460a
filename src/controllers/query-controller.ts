import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Community } from '../community/community.js';
import type { Entry } from '../data/cache.js';
import { toJson } from '../data/json.js';
import type { Problem } from '../data/problem.js';
import type { Page, PagedRead, Read } from '../data/read.js';

/** What is known of a datum. Exactly one state at a time; `ready` may be old while `refreshing`. */
export type Loaded<T> =
  | { state: 'idle' }
  | { state: 'loading' }
  | { state: 'error'; problem: Problem }
  | { state: 'ready'; data: T; refreshing: boolean; problem: Problem | null };

/** The same, where nobody may do anything: an element that only shows shows no control, whatever the endpoint allows. */
const withoutRights = (data: unknown): unknown => {
  if (Array.isArray(data)) return data.map(withoutRights);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, name === 'can' ? [] : withoutRights(value)]));
};

/** A list as it is asked for now; without a key nothing is. */
export interface Listing {
  readonly key: Read<unknown>['key'] | undefined;
  readonly value: Loaded<unknown>;
}

/** Joins a read of the shared cache to an element's life: reads while connected, never shows an answer to an older question. */
abstract class Observing<T, R extends Read<unknown> | PagedRead<Page<unknown>>> implements ReactiveController {
  value: Loaded<T> = { state: 'idle' };
  /** Whether what is shown is the answer to the question before, until the new one comes. */
  placeholder = false;
  /** The row that a long list on screen begins with. */
  protected from = 0;
  protected current: { community: Community; read: R } | undefined;
  #stop: (() => void) | undefined;
  #key = '';

  constructor(
    protected readonly host: ReactiveControllerHost & { readonly readOnly?: boolean },
    private readonly community: () => Community | null,
    private readonly what: () => R | null,
    private readonly carry: boolean,
  ) {
    host.addController(this);
  }

  /** What is asked for: noun, path and query. */
  get key(): R['key'] | undefined {
    return this.current?.read.key;
  }

  /** Reads again, also after an error. */
  retry = (): void => this.current?.community.cache.refetch(this.current.read);

  hostUpdate(): void {
    const community = this.community();
    const read = community && this.what();
    if (!read) return this.#end();
    const key = toJson(read.key);
    if (this.current?.community === community && toJson(this.current.read.key) === key) return;
    // The same list, when it is come back to, stands where it was left.
    if (this.#key !== key) this.from = 0;
    this.#key = key;
    const before = this.carry && this.current?.community === community ? this.value : undefined;
    this.#stop?.();
    this.current = { community, read };
    this.#stop = community.cache.watch(read, () => {
      this.#take();
      this.host.requestUpdate();
    });
    this.#take(before);
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#end();
  }

  protected get entry(): Entry | undefined {
    return this.current?.community.cache.peek(this.current.read);
  }

  #take(before: Loaded<T> = this.value): void {
    const entry = this.entry;
    if (!entry) return;
    const { problem, fetching } = entry;
    const data = this.host.readOnly ? withoutRights(entry.data) : entry.data;
    const carried = data === undefined && fetching && before.state === 'ready' && (this.carry || this.placeholder);
    this.placeholder = carried;
    if (data !== undefined) this.value = { state: 'ready', data: data as T, refreshing: fetching, problem };
    else if (carried) this.value = { ...before, refreshing: true };
    else this.value = problem && !fetching ? { state: 'error', problem } : { state: 'loading' };
  }

  #end(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.current = undefined;
    this.placeholder = false;
    this.value = { state: 'idle' };
  }
}

/**
 * One datum: `question = new QueryController(this, () => this.community, () => getQuestion(id))`.
 * With `carry`, the last answer stays on screen (as refreshing) until the one to another question is there.
 */
export class QueryController<T> extends Observing<T, Read<T>> {
  constructor(host: ReactiveControllerHost, community: () => Community | null, what: () => Read<T> | null, carry = false) {
    super(host, community, what, carry);
  }
}

const MOST = 50;

/** A list read page by page. While a filter changes, the rows of the last one stay on screen, dimmed. */
export class PagesController<P extends Page<unknown>> extends Observing<P[], PagedRead<P>> {
  constructor(host: ReactiveControllerHost, community: () => Community | null, what: () => PagedRead<P> | null) {
    super(host, community, what, true);
  }

  get items(): P['items'] {
    const hidden = this.current?.community.cache.hidden;
    const shown = ({ id, object }: { id?: string; object?: { id: string } }) => !hidden?.has(id ?? '') && !hidden?.has(object?.id ?? '');
    return this.value.state === 'ready' ? this.value.data.flatMap((page) => page.items.filter((item) => shown(item as object))) : [];
  }

  /** The first page, with what is said once for the whole list (total, facets). */
  get first(): P | undefined {
    return this.value.state === 'ready' ? this.value.data[0] : undefined;
  }

  get hasMore(): boolean {
    return this.value.state === 'ready' && this.value.data.at(-1)?.nextCursor != null;
  }

  /** How many rows are on screen at once, however many were loaded: the page stays as small as it was. */
  get most(): number {
    return Math.max(MOST, this.first?.items.length ?? 0);
  }

  /** The part of the rows that is on screen. */
  cut<T>(rows: readonly T[]): T[] {
    return rows.slice(this.skipped, this.skipped + this.most);
  }

  /** How many rows before those on screen are left out. */
  get skipped(): number {
    return Math.max(0, Math.min(this.from, this.items.length - this.most));
  }

  skipTo(row: number): void {
    this.from = row;
    this.host.requestUpdate();
  }

  get loadingMore(): boolean {
    return this.entry?.fetchingMore ?? false;
  }

  more = async (): Promise<void> => this.current?.community.cache.more(this.current.read);
}
