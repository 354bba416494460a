import { css, html, nothing, type TemplateResult } from 'lit';
import type { LinkCard } from '../../contract/index.js';
import { View } from '../../ui/view.js';
import type { CopActivityFeed } from './activity-feed.js';

const parsed = (url: string): URL | null => (URL.canParse(url) ? new URL(url) : null);
const hostOf = (url: string): string => parsed(url)?.host.replace(/^www\./, '') ?? '';
/** An address to be read: without what every one begins with. */
const shortOf = (url: string): string => {
  const { pathname = '/', search = '' } = parsed(url) ?? {};
  const path = pathname + search;
  return `${hostOf(url)}${path === '/' ? '' : path}`;
};

/**
 * The link of a message as a card: what its page says of itself, always with the host that it leads to, since a page may call itself as
 * it likes. Text alone, so that no reader's browser asks the other site for anything. In a row it has one size, whatever it holds.
 */
export class LinkCards extends View<CopActivityFeed> {
  static override styles = css`
    .card {
      position: relative;
      display: block;
      box-sizing: border-box;
      max-inline-size: 36em;
      padding: 0.45em 0.75em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      color: inherit;
      text-decoration: none;
    }
    .card:has(a):hover,
    a.card:hover {
      border-color: var(--_edge);
    }
    .card [part='link']::after {
      position: absolute;
      inset: 0;
      content: '';
    }
    .card > * {
      display: block;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      font-size: 0.875em;
      font-weight: 400;
    }
    .card > :first-child {
      font-size: 1em;
      font-weight: 600;
    }
    .card > .about {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 3;
      white-space: normal;
    }
    .link > .card {
      margin-block-start: 0.3em;
    }
    .with-card > .card > :first-child {
      white-space: normal;
    }
    .with-card {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 0.5em;
      margin-block: 0.75em;
    }
    .with-card > .card {
      flex: 1 1 20em;
      min-inline-size: 0;
    }
    @media (pointer: coarse) {
      .link > .card {
        min-block-size: 44px;
      }
    }
  `;

  constructor(override readonly host: CopActivityFeed) {
    super(host);
  }

  /** @param whole with its description, which a row has no room for */
  show({ url, title, description, siteName, object }: LinkCard, whole = false): TemplateResult | typeof nothing {
    if (object) {
      const { host } = this;
      return html`<div class="card" part="link-card">
        <span dir="auto">${host.link(object, object.title ?? host.l.t.things[object.type])}</span> <span class="hint" dir="auto">${host.cop.info?.name}</span>
      </div>`;
    }
    // An address that leads nowhere safe was dropped where it was read.
    if (!url) return nothing;
    const host = hostOf(url);
    const site = title && siteName && siteName !== host ? html`<bdi>${siteName}</bdi> · ` : nothing;
    return html`<a class="card" part="link-card" href=${url} rel="noopener nofollow ugc">
      <span dir="auto">${title ?? shortOf(url)}</span> <span class="hint">${site}<bdi>${host}</bdi></span>
      ${whole && description ? html`<span class="hint about" dir="auto">${description}</span>` : nothing}
    </a>`;
  }
}
