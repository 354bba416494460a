import { html, nothing } from 'lit';
import type { LinkCard } from '../../contract/index.js';
import { previewLink } from '../../data/links.js';
import type { PostMessages } from '../../i18n/en/post.js';
import { focusOn } from '../../ui/focus.js';
import { View } from '../../ui/view.js';
import type { CopActivityFeed } from './activity-feed.js';
import { LinkCards } from './link-card.js';

/** How long to wait for the next letter before the link is looked at, in ms. */
const TYPING = 500;
const ADDRESS = /https?:\/\/[^\s<>"`\\^{}|\]]+/i;

/** The link of a message that is being written: its card as it will be shown, unless the author wants none. */
export class LinkChoice extends View<CopActivityFeed> {
  readonly #cards = new LinkCards(this.host);
  #url = '';
  #card: LinkCard | null = null;
  #wanted = true;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #reading: AbortController | undefined;

  constructor(
    override readonly host: CopActivityFeed,
    private readonly l: { readonly t: PostMessages },
  ) {
    super(host);
  }

  /** Whether the message gets a card. */
  get wanted(): boolean {
    return this.#wanted;
  }

  hostDisconnected(): void {
    clearTimeout(this.#typing);
    this.#reading?.abort();
  }

  override dispose(): void {
    this.hostDisconnected();
    this.#cards.dispose();
    super.dispose();
  }

  /** Draws the card of what is written now, once the typing pauses. */
  show(body: string): unknown {
    if (!this.host.cop.info?.capabilities.includes('link-preview')) return nothing;
    const url = ADDRESS.exec(body)?.[0].replace(/[?!.,:;*_~'’”)]+$/, '') ?? '';
    if (url !== this.#url) this.#turn(url);
    if (!this.#card) return nothing;
    const { t } = this.l;
    return html`<div class="with-card fresh" part="with-card">
      ${this.#wanted ? this.#cards.show(this.#card, true) : nothing}
      <button type="button" class="quiet" part="link-choice" id="link-choice" @click=${this.#choose}>${this.#wanted ? t.withoutCard : t.withCard}</button>
    </div>`;
  }

  #choose = (): void => {
    this.#wanted = !this.#wanted;
    this.host.announce(this.#wanted ? this.l.t.cardThere : this.l.t.cardGone);
    this.host.requestUpdate();
    focusOn(this.host, 'link-choice');
  };

  #turn(url: string): void {
    this.hostDisconnected();
    this.#url = url;
    this.#card = null;
    this.#wanted = true;
    if (URL.canParse(url)) this.#typing = setTimeout(() => void this.#read(url), TYPING);
  }

  async #read(url: string): Promise<void> {
    const { signal } = (this.#reading = new AbortController());
    const nothingKnown = { url, title: null, description: null, siteName: null, object: null };
    // What can't be read is shown by its address.
    const found = await previewLink(this.host.cop.http, url, signal).catch(() => nothingKnown);
    if (signal.aborted) return;
    this.#card = { ...nothingKnown, title: found.title, description: found.description, siteName: found.siteName };
    this.host.requestUpdate();
  }
}
