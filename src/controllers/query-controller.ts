import { InfiniteQueryObserver, QueryObserver, keepPreviousData, type InfiniteData, type QueryKey, type QueryObserverOptions } from '@tanstack/query-core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { readOptions, type Community } from '../community/community.js';
import { Problem } from '../data/problem.js';
import type { Page, PagedRead, Read } from '../data/read.js';

/** What is known of a datum. Exactly one state at a time; `ready` may be old while `refreshing`. */
export type Loaded<T> =
  | { state: 'idle' }
  | { state: 'loading' }
  | { state: 'error'; problem: Problem }
  | { state: 'ready'; data: T; refreshing: boolean; problem: Problem | null };

interface Result<T> {
  data: T | undefined;
  error: unknown;
  isFetching: boolean;
}

const toLoaded = <T>({ data, error, isFetching }: Result<T>): Loaded<T> => {
  const problem = error ? Problem.from(error) : null;
  if (data !== undefined) return { state: 'ready', data, refreshing: isFetching, problem };
  return problem && !isFetching ? { state: 'error', problem } : { state: 'loading' };
};

/** Joins an observer of the shared cache to an element's life: reads while connected, never shows an answer to an older question. */
abstract class Observing<T, R extends { key: readonly unknown[] }> implements ReactiveController {
  value: Loaded<T> = { state: 'idle' };
  protected current: { community: Community; read: R } | undefined;
  #stop: (() => void) | undefined;

  constructor(
    protected readonly host: ReactiveControllerHost,
    private readonly community: () => Community | null,
    private readonly what: () => R | null,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const community = this.community();
    const read = community && this.what();
    if (!read) return this.#end();
    const same = this.current?.community === community && JSON.stringify(this.current.read.key) === JSON.stringify(read.key);
    if (same) return;
    const carry = this.current?.community === community;
    this.current = { community, read };
    if (carry && this.#stop) {
      this.setOptions();
      return;
    }
    this.#stop?.();
    this.#stop = this.observe();
  }

  hostDisconnected(): void {
    this.#end();
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  protected abstract observe(): () => void;
  protected abstract setOptions(): void;

  protected show(result: Result<T>): void {
    this.value = toLoaded(result);
    this.host.requestUpdate();
  }

  #end(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.current = undefined;
    this.value = { state: 'idle' };
  }
}

/**
 * One datum: `question = new QueryController(this, () => this.community, () => getQuestion(id))`.
 * With `carry`, the last answer stays on screen (as refreshing) until the one to another question is there.
 */
export class QueryController<T> extends Observing<T, Read<T>> {
  #observer: QueryObserver<T> | undefined;

  constructor(
    host: ReactiveControllerHost,
    community: () => Community | null,
    what: () => Read<T> | null,
    private readonly carry = false,
  ) {
    super(host, community, what);
  }

  /** Reads again, also after an error. */
  retry = (): void => void this.#observer?.refetch();

  protected observe(): () => void {
    const observer = (this.#observer = new QueryObserver<T>(this.current!.community.queries, this.#options()));
    this.value = toLoaded(observer.getCurrentResult());
    return observer.subscribe((result) => this.show(result));
  }

  protected setOptions(): void {
    this.#observer!.setOptions(this.#options());
    this.value = toLoaded(this.#observer!.getCurrentResult());
  }

  #options(): QueryObserverOptions<T> {
    const { community, read } = this.current!;
    const options = readOptions(community.http, read);
    // TanStack types the placeholder by a function-free T; what is read is JSON.
    return this.carry ? { ...options, placeholderData: keepPreviousData as never } : options;
  }
}

/** A list read page by page. */
export class PagesController<P extends Page<unknown>> extends Observing<P[], PagedRead<P>> {
  #observer: InfiniteQueryObserver<P, Error, InfiniteData<P, string | null>, QueryKey, string | null> | undefined;

  get items(): P['items'] {
    return this.value.state === 'ready' ? this.value.data.flatMap((page) => page.items) : [];
  }

  /** The first page, with what is said once for the whole list (total, facets). */
  get first(): P | undefined {
    return this.value.state === 'ready' ? this.value.data[0] : undefined;
  }

  /** Whether the rows are those of the filter before, until the new ones come. */
  get placeholder(): boolean {
    return this.#observer?.getCurrentResult().isPlaceholderData ?? false;
  }

  get hasMore(): boolean {
    return this.#observer?.getCurrentResult().hasNextPage ?? false;
  }

  get loadingMore(): boolean {
    return this.#observer?.getCurrentResult().isFetchingNextPage ?? false;
  }

  more = async (): Promise<void> => void (await this.#observer?.fetchNextPage());
  retry = (): void => void this.#observer?.refetch();

  protected observe(): () => void {
    const observer = (this.#observer = new InfiniteQueryObserver(this.current!.community.queries, this.#options()));
    this.#take(observer.getCurrentResult());
    return observer.subscribe((result) => this.show({ ...result, data: result.data?.pages }));
  }

  protected setOptions(): void {
    this.#observer!.setOptions(this.#options());
    this.#take(this.#observer!.getCurrentResult());
  }

  #take(result: Result<InfiniteData<P, string | null>>): void {
    this.value = toLoaded({ ...result, data: result.data?.pages });
  }

  #options() {
    const { community, read } = this.current!;
    return {
      queryKey: read.key as readonly unknown[],
      queryFn: ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) => read.run(community.http, pageParam, signal),
      initialPageParam: null,
      getNextPageParam: (page: P) => page.nextCursor,
      // While a filter changes, the rows of the last one stay on screen, dimmed.
      placeholderData: (before: InfiniteData<P, string | null> | undefined) => before,
    };
  }
}
