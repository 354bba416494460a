import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { registerOpener, type Opener } from '../community/openers.js';
import type { ObjectRef } from '../contract/index.js';

/**
 * The item that an element has open, in the page's URL: `?cop-ask=team-coaching/0199…`. The value names the community,
 * so elements of two communities keep apart; elements of one kind and community keep apart by their `id`.
 * Other people's parameters, the hash and the history state are left alone. Other elements of the page find it as the
 * opener of its kind of thing.
 */
export class ItemUrl implements ReactiveController, Opener {
  #id: string | null = null;
  #unregister: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly kind: string,
    private readonly community: () => string | undefined,
    private readonly onChange?: () => void,
  ) {
    host.addController(this);
  }

  get noun(): ObjectRef['type'] {
    return this.kind === 'ask' ? 'question' : (this.kind as ObjectRef['type']);
  }

  /** The element that shows it. */
  get element(): HTMLElement {
    return this.host;
  }

  get communityName(): string | undefined {
    return this.community();
  }

  /** The open item; null for the list. */
  get id(): string | null {
    return this.#id;
  }

  hostConnected(): void {
    addEventListener('popstate', this.#read);
    this.#unregister = registerOpener(this);
    this.#read();
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#read);
    this.#unregister?.();
  }

  hostUpdate(): void {
    this.#id = this.#find();
  }

  /** Address that opens the item again, for a link; null: the list. Absolute, so that `<base>` does not move it. */
  href(id: string | null): string {
    const url = new URL(location.href);
    const others = url.searchParams.getAll(this.#key).filter((value) => !this.#mine(value));
    url.searchParams.delete(this.#key);
    for (const value of others) url.searchParams.append(this.#key, value);
    if (id) url.searchParams.append(this.#key, `${this.community() ?? ''}/${id}`);
    return url.href;
  }

  /** Opens the item in place and adds a step to the history. */
  open(id: string | null): void {
    if (id === this.#id) return;
    history.pushState(history.state, '', this.href(id));
    this.#read();
  }

  /** For `@click` on a link: opens in place, but leaves new tabs and windows to the browser. */
  follow =
    (id: string | null) =>
    (event: MouseEvent): void => {
      if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.open(id);
    };

  get #key(): string {
    return this.host.id ? `cop-${this.kind}-${this.host.id}` : `cop-${this.kind}`;
  }

  #mine(value: string): boolean {
    return value.slice(0, value.lastIndexOf('/')) === (this.community() ?? '');
  }

  #find(): string | null {
    const value = new URL(location.href).searchParams.getAll(this.#key).find((v) => this.#mine(v));
    return value ? value.slice(value.lastIndexOf('/') + 1) || null : null;
  }

  #read = (): void => {
    const id = this.#find();
    if (id === this.#id) return;
    this.#id = id;
    this.onChange?.();
    this.host.requestUpdate();
  };
}
