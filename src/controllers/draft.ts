import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Community } from '../community/community.js';
import type { Write } from '../data/read.js';

const prefix = (community: Community) => `draft|${community.endpoint}|`;

/** Names of the drafts that wait to be finished. */
export const keptDrafts = async (community: Community): Promise<string[]> =>
  (await community.storage.entries(prefix(community))).map(([key]) => key.slice(prefix(community).length));

/**
 * A text that is being written: kept in the browser at every keystroke, back after a reload, a crash or a sign-in, gone when sent.
 * `T` is a plain object, such as `{ title, body }`.
 */
export class Draft<T extends object> implements ReactiveController {
  value: T;
  /** True when the value came back from an earlier visit. */
  restored = false;
  /** Resolves when what was kept is back. */
  readonly ready: Promise<void>;
  #touched = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly community: Community,
    private readonly name: string,
    private readonly initial: T,
  ) {
    this.value = initial;
    host.addController(this);
    this.ready = this.#restore();
  }

  hostConnected(): void {
    this.community.addEventListener('draft', this.#again);
  }

  hostDisconnected(): void {
    this.community.removeEventListener('draft', this.#again);
  }

  /** Whether something has been written. */
  get dirty(): boolean {
    return JSON.stringify(this.value) !== JSON.stringify(this.initial);
  }

  set(change: Partial<T>): void {
    this.#touched = true;
    this.value = { ...this.value, ...change };
    void this.community.storage.set(this.#key, this.value);
    this.host.requestUpdate();
  }

  clear(): void {
    this.#touched = true;
    this.value = this.initial;
    this.restored = false;
    void this.community.storage.delete(this.#key);
    this.host.requestUpdate();
  }

  dispose(): void {
    this.hostDisconnected();
    this.host.removeController(this);
  }

  /** The write of this text: where it has to wait and is refused then, the text comes back. */
  keptFor<W>(write: Write<W>): Write<W> {
    return { ...write, draft: { key: this.#key, value: this.value } };
  }

  /** A write that waited has been refused or taken back: it may have been this text. */
  #again = (): void => {
    if (this.dirty) return;
    this.#touched = false;
    void this.#restore();
  };

  get #key(): string {
    return prefix(this.community) + this.name;
  }

  async #restore(): Promise<void> {
    const kept = await this.community.storage.get<T>(this.#key);
    if (!kept || this.#touched) return;
    this.value = { ...this.initial, ...kept };
    this.restored = this.dirty;
    this.host.requestUpdate();
  }
}
