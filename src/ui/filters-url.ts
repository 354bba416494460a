import type { ReactiveController } from 'lit';
import type { CopElement } from './cop-element.js';

/** What narrows a list, by name, as texts of the address; empty: not at all. */
export type Narrowing = Record<string, string>;

/**
 * What narrows the list of an element, in one parameter of the page's address: `?cop-resources=kind%3Dbook%26topic%3Dtrust`. Only values that
 * differ from those of the attributes stand there; other people's parameters, the hash and the steps of the history are left alone. `take` is
 * given what the address says, which can be anything.
 */
export class FiltersUrl implements ReactiveController {
  readonly #begun: Narrowing;
  #written = '';

  constructor(
    private readonly host: CopElement,
    private readonly parameter: string,
    private readonly now: () => Narrowing,
    private readonly take: (value: (name: string) => string) => void,
  ) {
    this.#begun = now();
    host.addController(this);
    this.#read();
  }

  hostConnected(): void {
    addEventListener('popstate', this.#read);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#read);
  }

  /** Writes what is chosen now, in place of what was. */
  hostUpdated(): void {
    const chosen = new URLSearchParams(Object.entries(this.now()).filter(([name, value]) => value !== this.#begun[name])).toString();
    if (chosen === this.#written) return;
    this.#written = chosen;
    const url = new URL(location.href);
    if (chosen) url.searchParams.set(this.#name, chosen);
    else url.searchParams.delete(this.#name);
    if (url.href !== location.href) history.replaceState(history.state, '', url.href);
  }

  get #name(): string {
    return this.host.id ? `${this.parameter}-${this.host.id}` : this.parameter;
  }

  #read = (): void => {
    const text = new URL(location.href).searchParams.get(this.#name) ?? '';
    if (text === this.#written) return;
    this.#written = text;
    const params = new URLSearchParams(text);
    this.take((name) => params.get(name) ?? this.#begun[name] ?? '');
  };
}
