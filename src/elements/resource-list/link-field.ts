import { css, html, nothing } from 'lit';
import type { LinkPreview, Resource } from '../../contract/index.js';
import { QueryController } from '../../controllers/query-controller.js';
import { previewLink } from '../../data/links.js';
import { resourcesUnder } from '../../data/resources.js';
import library from '../../i18n/en/library.js';
import { Localize } from '../../i18n/localize.js';
import { UseControl } from '../../ui/use-control.js';
import { View } from '../../ui/view.js';
import type { CopResourceList } from './resource-list.js';
import { address } from './resource-text.js';

/** How long to wait for the next letter before the link is looked up, in ms. */
const TYPING = 400;

/** What is known of a link while it is typed: whether it is here already. */
export class LinkField extends View<CopResourceList> {
  static override styles = css`
    .already {
      margin-block: 0.5em;
    }
    .fetched {
      display: flex;
      align-items: center;
      gap: 0.4em;
    }
    .fetched img {
      inline-size: 1em;
      block-size: 1em;
      border-radius: 0.2em;
    }
    .already a {
      text-decoration: underline;
      text-underline-offset: 0.15em;
      font-weight: 600;
    }
    .already .uses {
      margin-block-start: 0.2em;
    }
  `;
  private readonly l = new Localize(this.host, 'library', library);
  private readonly uses = new UseControl(this.host);
  private readonly known = new QueryController(
    this.host,
    () => this.host.found.value,
    () => (this.#asked ? { ...resourcesUnder(this.#asked), keep: false } : null),
  );
  #asked = '';
  #reading: AbortController | undefined;
  #preview: LinkPreview | null = null;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #said = '';

  /**
   * @param onPreview takes what the page says of itself
   * @param own the resource that is edited, which may have the link
   */
  constructor(
    host: CopResourceList,
    private readonly onPreview: (preview: LinkPreview) => void,
    private readonly own?: string,
  ) {
    super(host);
  }

  hostDisconnected(): void {
    this.#reading?.abort();
    clearTimeout(this.#typing);
  }

  override dispose(): void {
    clearTimeout(this.#typing);
    this.uses.dispose();
    for (const part of [this.l, this.known]) this.host.removeController(part);
    super.dispose();
  }

  /** Looks it up when the typing pauses. */
  typed(url: string): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.look(url), TYPING);
  }

  /** Looks it up now. */
  look(url: string): void {
    clearTimeout(this.#typing);
    const whole = address(url) ?? '';
    if (whole === this.#asked) return;
    this.#asked = whole;
    this.#preview = null;
    this.#reading?.abort();
    if (whole && !this.own) void this.#read(whole);
    this.host.requestUpdate();
  }

  /** What the page behind the link says of itself; where it can’t be read, people write it themselves. */
  async #read(url: string): Promise<void> {
    const { host } = this;
    if (!host.cop.info?.capabilities.includes('link-preview') || !host.cop.can('suggest')) return;
    const { signal } = (this.#reading = new AbortController());
    try {
      const preview = await previewLink(host.cop.http, url, signal);
      if (signal.aborted) return;
      this.#preview = preview;
      this.onPreview(preview);
      host.requestUpdate();
    } catch {
      // Nothing was lost: the fields are there to be written in.
    }
  }

  /** Looks it up once more: somebody else has been quicker. */
  again(url: string): void {
    if (address(url) === this.#asked) this.known.retry();
    else this.look(url);
  }

  /** What the community has under the link that is typed. */
  get existing(): Resource | undefined {
    const { value, placeholder } = this.known;
    if (value.state !== 'ready' || placeholder || !this.#asked) return undefined;
    return value.data.items.find(({ id }) => id !== this.own);
  }

  override render(): unknown {
    const { existing, host } = this;
    const { t } = this.l;
    this.#announce(existing);
    if (!existing) return this.#fetched();
    const { id, title, uses, viewer } = existing;
    const follow = host.url.follow(id);
    const open = (event: MouseEvent) => {
      host.opened = existing;
      follow(event);
    };
    // What is written of its use is no part of the form around it.
    const apart = (event: Event) => event.stopPropagation();
    return html`<section class="notice already fresh" part="already" aria-label=${t.already} @submit=${apart} @keydown=${apart}>
      <p>${t.already} <a part="title" dir="auto" href=${host.url.href(id)} @click=${open}>${title}</a></p>
      ${host.cop.has('uses') ? this.uses.control({ noun: 'resources', id, uses, viewer }) : nothing}
    </section>`;
  }

  /** From where the form took what it filled in. */
  #fetched(): unknown {
    const { url, siteName, iconUrl, title } = this.#preview ?? {};
    if (!url || !title) return nothing;
    return html`<p class="hint fetched" part="fetched">
      ${iconUrl ? html`<img src=${iconUrl} alt="" referrerpolicy="no-referrer" @error=${(e: Event) => (e.target as Element).remove()} />` : nothing}
      <span>${this.l.t.fetched(siteName ?? new URL(url).host)}</span>
    </p>`;
  }

  #announce(existing: Resource | undefined): void {
    if (existing?.id === this.#said) return;
    this.#said = existing?.id ?? '';
    if (existing) queueMicrotask(() => this.host.announce(`${this.l.t.already} ${existing.title}`));
  }
}
