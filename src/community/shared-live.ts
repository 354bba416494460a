import type { Activity, ObjectRef } from '../contract/index.js';
import type { Http } from '../data/http.js';
import { randomId } from '../data/id.js';
import { Live, type LiveHandlers } from '../data/live.js';

/** One thing that the stream told. Without an id it cannot be told again. */
interface Told {
  kind: 'ready' | 'resumed' | 'activity' | 'change' | 'reset';
  id: string;
  data?: unknown;
}
/** What the tabs of a browser say to each other. */
type Message =
  | { kind: 'told'; told: Told }
  /** “What have I missed since then?” `leads`: it is about to open the stream itself. */
  | { kind: 'asks'; from: string; since: string; leads: boolean }
  /** `missed`: null where that is too long ago to know. */
  | { kind: 'answer'; to: string; at: string; missed: Told[] | null }
  /** Somebody else has signed in, or nobody is. */
  | { kind: 'left' };

/** How many of the last events a tab can tell another. */
const KEPT = 200;
/** How long to wait for the leader's answer, in ms; one that is frozen gives none. */
const PATIENCE = 3000;
/** How long to wait for the other tabs, before the stream is opened without knowing where they are, in ms. */
const HASTE = 200;
/** How often a tab in view makes sure that the leader is still there, in ms. */
const CHECK = 30_000;

const isMessage = (value: unknown): value is Message => typeof value === 'object' && value !== null && 'kind' in value;

/**
 * One live stream for all tabs of a browser that show the same community to the same person. The tab that holds the lock (Web Locks)
 * reads the stream and tells the others (BroadcastChannel); when it closes, crashes or freezes, the next takes over behind the last
 * event it knows, and every tab drops what it has seen. Where a browser lacks either, each page has a stream of its own.
 */
export class SharedLive {
  readonly #tab = randomId();
  #name = '';
  #running: AbortController | undefined;
  #channel: BroadcastChannel | undefined;
  /** Ends the wait for the lock. */
  #wait: AbortController | undefined;
  #steals = false;
  #leads = false;
  #last = '';
  #recent: Told[] = [];
  /** Who waits for an answer of any tab. */
  #asking = new Set<() => void>();

  /**
   * @param name of this community and person; tabs of one name share a stream
   * @param onLeft somebody else has signed in, in another tab
   */
  constructor(
    private readonly http: Http,
    private readonly name: () => string,
    private readonly handlers: Pick<LiveHandlers, 'onActivity' | 'onChange' | 'onResumed'> & { onReady(): void; onReset(): void },
    private readonly onLeft: () => void = () => {},
  ) {}

  /** Whether this tab reads the stream for the others. */
  get leads(): boolean {
    return this.#leads;
  }

  start(): void {
    if (this.#running) return;
    const { signal } = (this.#running = new AbortController());
    const name = this.name();
    // Another person begins anew.
    if (name !== this.#name) [this.#last, this.#recent] = ['', []];
    this.#name = name;
    if (!globalThis.navigator?.locks || !globalThis.BroadcastChannel) return void this.#lead(signal);
    this.#open(name, signal);
    void this.#queue(name, signal);
  }

  stop(): void {
    this.#running?.abort();
    this.#running = undefined;
  }

  /** Somebody else has signed in, or out. */
  renew(): void {
    if (!this.#running || this.name() === this.#name) return;
    this.#post({ kind: 'left' });
    this.stop();
    this.start();
  }

  #open(name: string, signal: AbortSignal): void {
    const channel = (this.#channel = new BroadcastChannel(name));
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (!signal.aborted && isMessage(data)) this.#hear(data);
    };
    const check = setInterval(() => void this.#check(signal), CHECK);
    signal.addEventListener('abort', () => {
      clearInterval(check);
      channel.close();
      this.#channel = undefined;
    });
    globalThis.document?.addEventListener('visibilitychange', () => void this.#check(signal), { signal });
    // A frozen page (Page Lifecycle) hears nothing: another one leads meanwhile.
    globalThis.document?.addEventListener('freeze', () => this.#rest(), { signal });
    void this.#check(signal);
  }

  #rest(): void {
    this.stop();
    globalThis.document.addEventListener('resume', () => this.start(), { once: true });
  }

  /** Waits for the lock, leads while it has it, and waits again where another has taken it. */
  async #queue(name: string, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const wait = (this.#wait = new AbortController());
      const term = new AbortController();
      const end = () => (wait.abort(), term.abort());
      signal.addEventListener('abort', end);
      const options: LockOptions = this.#steals ? { steal: true } : { signal: wait.signal };
      this.#steals = false;
      // It rejects where the wait has been ended, or the lock was taken away.
      await navigator.locks.request(name, options, () => this.#lead(term.signal)).catch(() => undefined);
      end();
      signal.removeEventListener('abort', end);
    }
  }

  /** Reads the stream until told to end. */
  async #lead(signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    this.#leads = true;
    if (!this.#last && this.#channel) await this.#ask(HASTE, true);
    const tell = (kind: Told['kind'], id: string, data?: unknown) => {
      const told: Told = { kind, id, data };
      this.#post({ kind: 'told', told });
      this.#take(told);
    };
    const live = new Live(
      this.http,
      {
        onReady: (id) => tell('ready', id),
        onResumed: () => tell('resumed', ''),
        onActivity: (activity, id) => tell('activity', id, activity),
        onChange: (object, id) => tell('change', id, object),
        onReset: (id) => tell('reset', id),
      },
      this.#last,
    );
    if (!signal.aborted) {
      live.start();
      await new Promise((done) => signal.addEventListener('abort', done));
    }
    live.stop();
    this.#leads = false;
  }

  /** Asks what was missed. Resolves with whether somebody has answered. */
  #ask(patience: number, leads = false): Promise<boolean> {
    return new Promise((resolve) => {
      const done = (is: boolean) => {
        clearTimeout(timer);
        this.#asking.delete(answered);
        resolve(is);
      };
      const answered = () => done(true);
      const timer = setTimeout(done, patience, false);
      this.#asking.add(answered);
      this.#post({ kind: 'asks', from: this.#tab, since: this.#last, leads });
    });
  }

  /** Takes over from a leader that gives no answer. Only a tab in view does, so that sleeping ones don't quarrel. */
  async #check(signal: AbortSignal): Promise<void> {
    const inView = () => !signal.aborted && !this.#leads && globalThis.document?.visibilityState !== 'hidden';
    if (!inView() || (await this.#ask(PATIENCE)) || !inView()) return;
    this.#steals = true;
    this.#wait?.abort();
  }

  #hear(message: Message): void {
    if (message.kind === 'told') this.#take(message.told);
    if (message.kind === 'asks') this.#answer(message);
    if (message.kind === 'left') this.onLeft();
    if (message.kind !== 'answer' || message.to !== this.#tab) return;
    const { at, missed } = message;
    if (missed) missed.forEach((told) => this.#take(told));
    else this.#take({ kind: 'reset', id: at });
    if (at && !this.#last) this.#take({ kind: 'ready', id: at });
    for (const answered of [...this.#asking]) answered();
  }

  #answer({ from, since, leads }: Message & { kind: 'asks' }): void {
    // Who is about to lead is told by everybody where they are; else the leader speaks.
    if (leads ? !this.#last : !this.#leads) return;
    const known = this.#recent.findIndex(({ id }) => id === since);
    const missed = !since || since === this.#last ? [] : known < 0 ? null : this.#recent.slice(known + 1);
    this.#post({ kind: 'answer', to: from, at: this.#last, missed });
  }

  #take(told: Told): void {
    const { kind, id } = told;
    if (kind === 'resumed') return this.handlers.onResumed();
    if (kind === 'ready') {
      if (id === this.#last) return;
      // The stream began anew behind what this tab knows: what lies between is read.
      const first = !this.#last;
      this.#last = id;
      return first ? this.handlers.onReady() : this.handlers.onReset();
    }
    if (id) {
      if (this.#recent.some((one) => one.id === id && one.kind === kind)) return;
      this.#last = id;
      this.#recent = [...(kind === 'reset' ? [] : this.#recent.slice(1 - KEPT)), told];
    }
    if (kind === 'activity') this.handlers.onActivity(told.data as Activity, id);
    else if (kind === 'change') this.handlers.onChange(told.data as ObjectRef, id);
    else this.handlers.onReset();
  }

  #post(message: Message): void {
    this.#channel?.postMessage(message);
  }
}
