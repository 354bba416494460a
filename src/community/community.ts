import type { Capability, CommunityInfo, Permission, Session } from '../contract/index.js';
import { Cache } from '../data/cache.js';
import { getCommunity, getSession } from '../data/community.js';
import { Http, type HttpOptions } from '../data/http.js';
import type { Outbox, Sent, Waiting } from '../data/outbox.js';
import { Problem } from '../data/problem.js';
import type { Read, Write } from '../data/read.js';
import { browserStorage, type Storage } from '../data/storage.js';
import { SessionEvent } from './events.js';
import type { ItemAddress } from './openers.js';
import type { SharedLive } from './shared-live.js';

/** How the host lets the elements in. */
export type CommunityOptions = Pick<HttpOptions, 'fetch' | 'getToken' | 'credentials'> & {
  /** Where a signed-out member can sign in; a plain link of the host. */
  signInUrl?: string | undefined;
  /** Where the host shows things that no element of the page shows. */
  itemUrl?: ItemAddress | undefined;
};

/** Who is signed in is asked anew on every visit. */
const SESSION: Read<Session> = { ...getSession(), keep: false };
const INFO = getCommunity();

/** How long a community outlives its last element, so that moving or re-attaching one costs nothing. In ms. */
const LINGER = 5000;

/**
 * What all elements of one endpoint on a page share: connection, cache, session, outbox and live stream.
 * Get one by {@link communityAt}; elements find theirs through the CommunityController.
 */
export class Community extends EventTarget {
  readonly http: Http;
  readonly cache: Cache;
  readonly storage: Storage;
  signInUrl: string | undefined;
  itemUrl: ItemAddress | undefined;

  #outbox: Promise<Outbox> | undefined;
  #waiting: readonly Waiting[] = [];
  #live: Promise<SharedLive> | undefined;
  #following = false;
  #users = 0;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #stop: (() => void) | undefined;
  #session: Session | undefined;
  #info: CommunityInfo | undefined;

  constructor(
    readonly endpoint: string,
    options: CommunityOptions = {},
  ) {
    super();
    this.storage = browserStorage();
    this.http = new Http({ endpoint, ...options, language: () => globalThis.document?.documentElement.lang ?? '' });
    this.cache = new Cache(this.http, this.storage, `cache|${endpoint}|`);
    this.configure(options);
  }

  /** Short name: the last part of the endpoint's path. */
  get name(): string {
    return new URL(this.endpoint).pathname.split('/').filter(Boolean).at(-1) ?? '';
  }

  /** Who is signed in; undefined until the endpoint has said so. */
  get session(): Session | undefined {
    return this.#session;
  }

  get info(): CommunityInfo | undefined {
    return this.#info;
  }

  /** Whether there is no community at the endpoint: it says so, or answers with something else. */
  get missing(): boolean {
    return !this.#info && /^not-(found|json)$/.test(this.cache.peek(INFO).problem?.code ?? '');
  }

  /** Writes that wait for a connection, oldest first. */
  get waiting(): readonly Waiting[] {
    return this.#waiting;
  }

  /** Where writes go through. Loaded behind the first rows, so that it is there when the connection is not. */
  outbox(): Promise<Outbox> {
    return (this.#outbox ??= this.#openOutbox());
  }

  /** Takes what is given and keeps the rest; several parts of a page may each know something. */
  configure({ signInUrl, itemUrl, ...session }: CommunityOptions): void {
    this.signInUrl = signInUrl || this.signInUrl;
    this.itemUrl = itemUrl || this.itemUrl;
    if (this.http.configure(session) && this.#stop) this.refreshSession().catch(() => undefined);
  }

  /** What the endpoint can do. Unknown counts as yes for reading, so that nothing waits for it. */
  has(capability: Capability): boolean {
    return this.#info?.capabilities.includes(capability) ?? true;
  }

  /** What this person may do; nothing until the session is known. */
  can(permission: Permission): boolean {
    return this.#session?.can.includes(permission) ?? false;
  }

  /** Signed out, but a member could do it: show the control, and ask to sign in when it is used. */
  couldIfSignedIn(): boolean {
    return this.#session !== undefined && this.#session.member === null;
  }

  /** Asks again who is signed in; hosts call it after signing in or out. */
  async refreshSession(): Promise<void> {
    await this.cache.get(SESSION, true);
  }

  /** The answer, from the cache where it is fresh; with `again`, always from the endpoint. */
  read<T>(read: Read<T>, again = false): Promise<T> {
    return this.cache.get(read, again);
  }

  /** Shows the change at once where it can, sends, and puts the screen right by the answer. Throws the Problem of a refusal. */
  async write<T>(write: Write<T>, idempotencyKey?: string): Promise<Sent<T>> {
    const release = write.optimistic && this.cache.hold(write.optimistic.noun);
    const undo = write.optimistic && this.cache.change(write.optimistic.noun, write.optimistic.change);
    try {
      const sent = await (await this.outbox()).send(write, idempotencyKey);
      if (sent.state === 'sent') this.#touch(write.touches);
      return sent;
    } catch (error) {
      // What something else has changed meanwhile is put right by the endpoint.
      if (undo?.() === false) this.#touch([write.optimistic?.noun ?? '']);
      throw Problem.from(error);
    } finally {
      release?.();
    }
  }

  /** An element has come; the first one starts session and stream. */
  join(): void {
    clearTimeout(this.#leaving);
    this.#users += 1;
    if (!this.#stop) this.#stop = this.#start();
  }

  leave(): void {
    this.#users -= 1;
    if (this.#users > 0) return;
    this.#leaving = setTimeout(() => {
      this.#stop?.();
      this.#stop = undefined;
    }, LINGER);
  }

  get #outboxPrefix(): string {
    return `outbox|${this.endpoint}|`;
  }

  #start(): () => void {
    const page = new AbortController();
    const { signal } = page;
    const stops = [
      this.cache.watch(SESSION, () => void this.#onSession(this.cache.peek(SESSION).data as Session | undefined)),
      this.cache.watch(INFO, () => this.#onInfo(this.cache.peek(INFO).data as CommunityInfo | undefined)),
    ];
    const online = () => {
      this.cache.revive();
      void this.#resend();
    };
    globalThis.addEventListener('online', online, { signal });
    // A page kept for back and forward holds no connection.
    globalThis.addEventListener('pagehide', () => this.#unfollow(), { signal });
    globalThis.addEventListener('pageshow', () => this.#follow(), { signal });
    return () => {
      page.abort();
      stops.forEach((stop) => stop());
      this.#unfollow();
    };
  }

  async #onSession(session: Session | undefined): Promise<void> {
    const before = this.#session;
    if (!session || before === session) return;
    this.#session = session;
    const who = session.member?.id ?? '';
    const kept = await this.storage.get<string>(`viewer|${this.endpoint}`);
    if (kept !== who) {
      await this.storage.set(`viewer|${this.endpoint}`, who);
      // What another person read may hold what this one must not see.
      if (kept !== undefined) await this.cache.forget(SESSION.key);
    }
    this.dispatchEvent(new SessionEvent(session));
    if (before?.member?.id !== session.member?.id || !before) void this.#resend();
    this.#follow();
  }

  async #openOutbox(): Promise<Outbox> {
    try {
      const { openOutbox } = await import('./writing.js');
      return openOutbox(this, this.#outboxPrefix, (waiting) => (this.#waiting = waiting));
    } catch (error) {
      this.#outbox = undefined; // The next write tries again.
      throw Problem.from(error);
    }
  }

  /** Sends what waits from before. Who can write gets the outbox ahead of need. */
  async #resend(): Promise<void> {
    const kept = await this.storage.entries(this.#outboxPrefix);
    if (kept.length || this.#session?.member)
      await this.outbox()
        .then((outbox) => outbox.flush())
        .catch(() => undefined);
  }

  #onInfo(info: CommunityInfo | undefined): void {
    if (!this.missing && (!info || this.#info === info)) return;
    this.#info = info;
    this.dispatchEvent(new Event('info'));
    this.#follow();
  }

  #follow(): void {
    if (this.#following || !this.#info || !this.#session || !this.has('stream')) return;
    this.#following = true;
    this.#live ??= import('./following.js').then(({ liveOf }) => liveOf(this, () => this.#resend()));
    this.#live.then(
      (live) => this.#following && live.start(),
      () => {
        // Without the stream the elements still read; the next session or page show tries again.
        this.#live = undefined;
        this.#following = false;
      },
    );
  }

  #unfollow(): void {
    this.#following = false;
    void this.#live?.then((live) => live.stop());
  }

  #touch(nouns: readonly string[]): void {
    void this.cache.invalidate(([noun]) => nouns.includes(noun));
  }
}

const communities = new Map<string, Community>();

/** The community of an endpoint; the same one for every element of the page. `endpoint` may be relative to the page. */
export function communityAt(endpoint: string, options?: CommunityOptions): Community {
  const { href } = new URL(endpoint, globalThis.location?.href);
  const key = href.replace(/\/$/, '');
  let community = communities.get(key);
  if (!community) communities.set(key, (community = new Community(key, options)));
  else if (options) community.configure(options);
  return community;
}
