import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { communityAt, type Community } from '../community/community.js';
import type { RefusedEvent } from '../community/events.js';
import { findProvider, onProvidersChange, type Missing } from '../community/page.js';

/** What an element needs to find its community. */
export interface CommunityHost extends ReactiveControllerHost, Element {
  endpoint: string;
  community: string;
}

/** Why an element has no community: for the notice to the editor. */
export type Unconfigured = Missing | 'bad-endpoint';

/** How long a `<cop-community>` without its script is waited for, in ms. */
const PATIENCE = 3000;

/**
 * Finds the element's community: its own `endpoint`, else the `<cop-community>` it names, the one around it, or the only
 * one of the page. Follows when one comes later, when attributes change, and when the element moves.
 */
export class CommunityController implements ReactiveController {
  value: Community | null = null;
  unconfigured: Unconfigured = 'no-community';
  #patience: ReturnType<typeof setTimeout> | undefined;
  #patient = true;
  #stop: (() => void) | undefined;
  #events: AbortController | undefined;

  constructor(
    private readonly host: CommunityHost,
    private readonly onChange?: () => void,
    private readonly onRefused?: (event: RefusedEvent) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = onProvidersChange(() => this.#resolve());
    this.#resolve();
    this.#patient = true;
    this.#patience = setTimeout(() => {
      this.#patient = false;
      this.#resolve();
    }, PATIENCE);
  }

  hostDisconnected(): void {
    this.#stop?.();
    clearTimeout(this.#patience);
    this.#use(null);
  }

  hostUpdate(): void {
    if (this.#stop) this.#resolve();
  }

  #resolve(): void {
    if (!this.host.isConnected) return;
    this.#use(this.#find());
  }

  #find(): Community | null {
    const { endpoint, community } = this.host;
    if (!endpoint) {
      const found = findProvider(this.host, community);
      if (typeof found !== 'string') return found.value ?? this.#lacks('bad-endpoint');
      return this.#lacks(found === 'pending' && !this.#patient ? 'no-community' : found);
    }
    try {
      return communityAt(endpoint);
    } catch {
      return this.#lacks('bad-endpoint');
    }
  }

  #lacks(what: Unconfigured): null {
    if (what !== this.unconfigured) this.host.requestUpdate();
    this.unconfigured = what;
    return null;
  }

  #use(community: Community | null): void {
    if (community === this.value) return;
    this.#events?.abort();
    this.value?.leave();
    this.value = community;
    if (community) {
      community.join();
      const { signal } = (this.#events = new AbortController());
      for (const type of ['session', 'info', 'waiting']) community.addEventListener(type, () => this.host.requestUpdate(), { signal });
      const { onRefused } = this;
      if (onRefused) community.addEventListener('refused', (event) => onRefused(event as RefusedEvent), { signal });
    }
    this.onChange?.();
    this.host.requestUpdate();
  }
}
