import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Config } from '../config.js';
import { Problem, invalidField } from '../problem.js';
import { urlKey } from '../url-key.js';
import { Unreadable, getPage, type Address } from './get.js';
import { describePage, type Preview } from './page.js';

/** How long a page is remembered, in ms, and how many are. */
const KEPT = 3_600_000;
const MOST_KEPT = 500;
/** Pages that a person may ask for in a minute, and that one server reads at once. */
const PER_MINUTE = 30;
const AT_ONCE = 20;

export interface KeptLink {
  siteName?: string;
  imageUrl?: string;
  iconUrl?: string;
  fetchedAt?: string;
}

/** Reads pages on behalf of members, and remembers for a while what they said. */
export class LinkPreviews {
  readonly #kept = new Map<string, { preview: Preview; at: number }>();
  readonly #limiter = new RateLimiterMemory({ points: PER_MINUTE, duration: 60 });
  #reading = 0;

  /** @param resolve all addresses of a name; by default as the system does */
  constructor(
    private readonly config: Pick<Config, 'linkPreviews' | 'publicUrl'>,
    private readonly resolve?: (name: string) => Promise<Address[]>,
  ) {}

  /** What the page behind a link says of itself. @throws Problem invalid where it can't be read, too-many-requests */
  async read(link: string, memberId: string): Promise<Preview> {
    const known = this.#known(link);
    if (known) return known;
    await this.#limit(memberId);
    if (this.#reading >= AT_ONCE) throw new Problem('unavailable', 'Too many pages are being read at once; try again.');
    this.#reading += 1;
    try {
      const about = this.config.publicUrl ? `; +${this.config.publicUrl}` : '';
      const page = await getPage(link, {
        hosts: this.config.linkPreviews.hosts,
        userAgent: `cop-elements/0.1 (link preview, asked for by a person${about})`,
        ...(this.resolve && { resolve: this.resolve }),
      });
      const preview = describePage(page);
      this.#keep(link, preview);
      return preview;
    } catch (error) {
      if (error instanceof Unreadable) throw invalidField('/url', error.fault, error.message);
      throw error;
    } finally {
      this.#reading -= 1;
    }
  }

  /** What a resource keeps of a page that was read lately; null where it wasn't. */
  keptOf(link: string): KeptLink | null {
    const entry = this.#kept.get(urlKey(link));
    const preview = this.#known(link);
    if (!entry || !preview) return null;
    const { siteName, imageUrl, iconUrl } = preview;
    return {
      ...(siteName && { siteName }),
      ...(imageUrl && { imageUrl }),
      ...(iconUrl && { iconUrl }),
      fetchedAt: new Date(entry.at).toISOString(),
    };
  }

  #known(link: string): Preview | undefined {
    const entry = this.#kept.get(urlKey(link));
    return entry && entry.at > Date.now() - KEPT ? entry.preview : undefined;
  }

  #keep(link: string, preview: Preview): void {
    this.#kept.set(urlKey(link), { preview, at: Date.now() });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }

  async #limit(memberId: string): Promise<void> {
    try {
      await this.#limiter.consume(memberId);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      throw new Problem('too-many-requests', `Try again in ${seconds} seconds.`, { headers: { 'retry-after': String(seconds) } });
    }
  }
}
