import type { ReactiveController } from 'lit';
import type { Community } from '../../community/community.js';
import { markVisited } from '../../data/activities.js';
import type { CopElement } from '../../ui/cop-element.js';

/** A visit ends when nothing has been seen for so long; pages read one after the other are one visit. In ms. */
const PAUSE = 30 * 60_000;
/** How often it is told at most, in ms. */
const OFTEN = 60_000;
/** How long the feed is in view before it counts as seen, in ms. */
const LOOK = 1500;

interface Visit {
  /** End of the visit before this one. */
  since: string | null;
  /** Up to when the feed has been seen. */
  upTo: string;
  /** When it was last looked at. */
  at: string;
}

const later = (a: string | null | undefined, b: string | null | undefined) =>
  a && b ? (Date.parse(a) > Date.parse(b) ? a : b) : (a ?? b ?? null);

/**
 * When the reader was here before this visit. Members’ visits are known to the endpoint, so that all their devices agree;
 * a visitor’s only to the browser. Stays the same for as long as the visit lasts.
 */
export class LastVisit implements ReactiveController {
  /** End of the last visit, RFC 3339; null on the first. */
  since: string | null = null;
  #key: string | undefined;
  #community: Community | undefined;
  #told = 0;
  #looking: ReturnType<typeof setTimeout> | undefined;
  #inView = false;
  #stop: AbortController | undefined;

  /** `upTo`: the time up to which what happened is on screen; null while nothing is. */
  constructor(
    private readonly host: CopElement,
    private readonly upTo: () => string | null,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.#stop = new AbortController());
    const observer = new IntersectionObserver((entries) => this.#look(entries.at(-1)?.isIntersecting ?? false));
    observer.observe(this.host);
    signal.addEventListener('abort', () => observer.disconnect());
    document.addEventListener('visibilitychange', () => document.hidden && this.#leave(), { signal });
  }

  hostDisconnected(): void {
    this.#leave();
    this.#look(false);
    this.#stop?.abort();
    this.#key = undefined;
  }

  hostUpdate(): void {
    const community = this.host.found.value;
    if (!community?.session) return;
    const key = `visit|${community.endpoint}|${community.session.member?.id ?? ''}`;
    if (key === this.#key) return;
    this.#key = key;
    this.#community = community;
    void this.#begin(community, key);
  }

  async #begin(community: Community, key: string): Promise<void> {
    const kept = await community.storage.get<Visit>(key);
    if (key !== this.#key) return;
    const goesOn = kept && Date.now() - Date.parse(kept.at) < PAUSE;
    this.since = goesOn ? kept.since : later(community.session?.lastVisitAt, kept?.upTo);
    this.host.requestUpdate();
  }

  #look(inView: boolean): void {
    this.#inView = inView;
    clearTimeout(this.#looking);
    if (inView) this.#looking = setTimeout(() => this.#seen(), LOOK);
  }

  /** Who has looked at all has seen what is on screen now. */
  #leave(): void {
    if (this.#told) this.#seen(OFTEN / 6);
  }

  #seen(pause = OFTEN): void {
    const community = this.#community;
    const now = Date.now();
    if (!this.#inView || !this.#key || !community || now - this.#told < pause) return;
    const upTo = this.upTo();
    if (!upTo) return this.#look(true);
    this.#told = now;
    void community.storage.set(this.#key, { since: this.since, upTo, at: new Date(now).toISOString() } satisfies Visit);
    if (!community.session?.member) return;
    const { method, path, body } = markVisited(upTo);
    // Not by the outbox: it is no text of theirs, and the next time tells it again.
    community.http.json(path, { method, body }).catch(() => (this.#told = 0));
  }
}
