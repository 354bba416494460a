import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Community } from '../community/community.js';

/**
 * A text that is being written: kept in the browser at every keystroke, back after a reload, a crash or a sign-in, gone when sent.
 * `T` is a plain object, such as `{ title, body }`.
 */
export class Draft<T extends object> implements ReactiveController {
  value: T;
  /** True when the value came back from an earlier visit. */
  restored = false;
  #touched = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly community: Community,
    private readonly name: string,
    private readonly initial: T,
  ) {
    this.value = initial;
    host.addController(this);
    void this.#restore();
  }

  hostConnected(): void {}

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
    this.host.removeController(this);
  }

  get #key(): string {
    return `draft|${this.community.endpoint}|${this.name}`;
  }

  async #restore(): Promise<void> {
    const kept = await this.community.storage.get<T>(this.#key);
    if (!kept || this.#touched) return;
    this.value = { ...this.initial, ...kept };
    this.restored = true;
    this.host.requestUpdate();
  }
}
