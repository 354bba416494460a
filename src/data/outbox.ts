import type { Http } from './http.js';
import { randomId } from './id.js';
import { Problem } from './problem.js';
import type { Write } from './read.js';
import type { Storage } from './storage.js';

/** A write that has not been answered yet. */
export interface Waiting {
  /** Sent as Idempotency-Key, so that a repeat is harmless. */
  id: string;
  /** Whose write it is; nobody else sends it. */
  member: string | null;
  at: number;
  write: Pick<Write<unknown>, 'method' | 'path' | 'body' | 'ifMatch' | 'draft'>;
}

/** What came of a write: the answer, or that it waits for a connection. */
export type Sent<T> = { state: 'sent'; answer: T } | { state: 'waiting'; id: string };

/** Runs `work` unless another tab of the browser does. */
async function alone(name: string, work: () => Promise<void>): Promise<void> {
  if (!globalThis.navigator?.locks) return work();
  await navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? work() : undefined));
}

/**
 * Every write goes through here: kept before it is sent, forgotten when it is answered.
 * What finds no connection waits, in order, and is sent again when there is one, after a reload too.
 */
export class Outbox extends EventTarget {
  #waiting: Waiting[] = [];
  #flushing = false;

  constructor(
    private readonly http: Http,
    private readonly storage: Storage,
    private readonly prefix: string,
    private readonly member: () => string | null,
  ) {
    super();
  }

  /** Writes without an answer, oldest first. */
  get waiting(): readonly Waiting[] {
    return this.#waiting;
  }

  /** Sends now, or keeps for later. Throws the endpoint's {@link Problem} where it refuses. */
  async send<T>(write: Write<T>, id = randomId()): Promise<Sent<T>> {
    const { method, path, body, ifMatch, draft } = write;
    const entry: Waiting = { id, member: this.member(), at: Date.now(), write: { method, path, body, ifMatch, draft } };
    await this.storage.set(this.prefix + id, entry);
    let sent: Sent<T> | undefined;
    await alone(this.prefix + id, async () => {
      sent = await this.#attempt<T>(entry);
    });
    return sent ?? { state: 'waiting', id };
  }

  /** Takes back what waits: its text is a draft again. @returns false where it is being sent, or has been */
  async takeBack(id: string): Promise<boolean> {
    let taken = false;
    await alone(this.prefix + id, async () => {
      const entry = this.#waiting.find((one) => one.id === id);
      if (!entry || !(await this.storage.get(this.prefix + id))) return;
      await this.#done(entry);
      await this.#returnDraft(entry);
      taken = true;
    });
    return taken;
  }

  /** Sends what waits. Called when the page opens, when the connection is back, and after sign-in. */
  async flush(): Promise<void> {
    if (this.#flushing) return;
    this.#flushing = true;
    try {
      const kept = (await this.storage.entries<Waiting>(this.prefix)).map(([, entry]) => entry);
      this.#set(kept.filter((entry) => entry.member === this.member()).sort((a, b) => a.at - b.at));
      for (const entry of [...this.#waiting]) {
        let state: Sent<unknown>['state'] | 'refused' | undefined;
        await alone(this.prefix + entry.id, async () => {
          // Another tab may have sent it in the meantime.
          if (!(await this.storage.get(this.prefix + entry.id))) return this.#set(this.#waiting.filter((w) => w !== entry));
          state = await this.#attempt(entry).then(
            (sent) => sent.state,
            (error: unknown) => this.#refuse(entry, Problem.from(error)),
          );
        });
        if (state === 'sent') this.dispatchEvent(new OutboxSentEvent(entry));
        if (state === 'waiting') break;
      }
    } finally {
      this.#flushing = false;
    }
  }

  async #attempt<T>(entry: Waiting): Promise<Sent<T>> {
    const { method, path, body, ifMatch } = entry.write;
    try {
      const answer = await this.http.json<T>(path, { method, body, ifMatch, idempotencyKey: entry.id });
      await this.#done(entry);
      return { state: 'sent', answer };
    } catch (error) {
      const problem = Problem.from(error);
      if (problem.kind !== 'offline') {
        await this.#done(entry);
        throw problem;
      }
      if (!this.#waiting.some((w) => w.id === entry.id)) this.#set([...this.#waiting, entry]);
      return { state: 'waiting', id: entry.id };
    }
  }

  async #refuse(entry: Waiting, problem: Problem): Promise<'refused'> {
    await this.#returnDraft(entry);
    this.dispatchEvent(new OutboxRefusedEvent(entry, problem));
    return 'refused';
  }

  /** Its writer has long gone on: the text comes back as a draft, unless another has been begun since. */
  async #returnDraft({ write: { draft } }: Waiting): Promise<void> {
    if (draft && !(await this.storage.get(draft.key))) await this.storage.set(draft.key, draft.value);
    this.dispatchEvent(new Event('returned'));
  }

  async #done(entry: Waiting): Promise<void> {
    await this.storage.delete(this.prefix + entry.id);
    this.#set(this.#waiting.filter((w) => w.id !== entry.id));
  }

  #set(waiting: Waiting[]): void {
    this.#waiting = waiting;
    this.dispatchEvent(new Event('change'));
  }
}

/** What waited has been sent. */
export class OutboxSentEvent extends Event {
  constructor(readonly entry: Waiting) {
    super('sent');
  }
}
/** What waited has been refused; nobody waits for the answer any more. */
export class OutboxRefusedEvent extends Event {
  constructor(
    readonly entry: Waiting,
    readonly problem: Problem,
  ) {
    super('refused');
  }
}
