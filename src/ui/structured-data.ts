import type { ReactiveController } from 'lit';
import { toJsonLd } from '../data/exports.js';
import { toJson } from '../data/json.js';
import type { CopElement } from './cop-element.js';
import { openThing, shownList, type Listed } from './gather.js';

/** What an element shows as JSON-LD in the page, beside its fallback content: a block of data, which no policy takes for a script. */
class StructuredData implements ReactiveController {
  #script: HTMLScriptElement | undefined;
  #shown: unknown;

  constructor(private readonly host: Listed) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#script?.remove();
    this.#script = undefined;
    this.#shown = undefined;
  }

  hostUpdated(): void {
    const { host } = this;
    if (!host.structuredData) return this.hostDisconnected();
    if (!host.isConnected || !host.found.value) return;
    const of = host.url.id ?? (host.listing.value.state === 'ready' ? host.listing.value.data : undefined);
    if (of === undefined || of === this.#shown) return;
    this.#shown = of;
    void this.#write(of).catch(() => (this.#shown = undefined));
  }

  async #write(of: unknown): Promise<void> {
    const { host } = this;
    const thing = host.url.id ? await openThing(host) : shownList(host);
    if (!thing || this.#shown !== of || !host.isConnected) return;
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    // A text node, not textContent: that one is a sink that Trusted Types guard, whatever the type.
    script.append(toJson(toJsonLd(thing, host.url.id !== null)).replaceAll('<', '\\u003c'));
    this.#script?.remove();
    host.append((this.#script = script));
  }
}

const published = new WeakMap<CopElement, StructuredData>();

/** Keeps it in step with the element from now on. */
export function publish(host: CopElement): void {
  if (published.has(host) || !host.listing || !host.url) return;
  const data = new StructuredData(host as Listed);
  published.set(host, data);
  data.hostUpdated();
}
