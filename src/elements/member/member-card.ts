import { css, html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Member } from '../../contract/index.js';
import member from '../../i18n/en/member.js';
import members from '../../i18n/en/members.js';
import { Localize } from '../../i18n/localize.js';
import { FollowButton } from '../../ui/follow-button.js';
import { followOpeners, itemLink } from '../../ui/item-link.js';
import { avatar } from '../../ui/person.js';
import { factsLine, marks } from '../../ui/person-facts.js';
import { reachLinks } from '../../ui/reach.js';
import { View } from '../../ui/view.js';
import { whereabouts } from '../../ui/whereabouts.js';
import type { CopMember } from './member.js';

/** Offers on a card; the profile has all. */
const OFFERS = 5;

const styles = css`
  .card {
    position: fixed;
    inset: auto;
    inline-size: min(21em, calc(100vw - 1em));
    max-block-size: calc(100dvh - 1em);
    margin: 0;
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: auto;
    background: light-dark(#fff, #1b1f22);
    color: light-dark(#16191c, #f1f3f4);
    font-size: var(--cop-size, min(1em, 17px));
    font-style: normal;
    font-weight: 400;
    text-indent: 0;
    text-shadow: none;
    word-spacing: normal;
    box-shadow: 0 0.5em 1.75em rgb(0 0 0 / 16%);
    position-anchor: --cop-member;
    position-area: block-end span-inline-end;
    position-try-fallbacks:
      flip-block,
      flip-inline,
      flip-block flip-inline;
    margin-block: 0.35em;
  }
  .card-head {
    display: flex;
    gap: 0.75em;
  }
  .card .about {
    flex: 1;
    min-inline-size: 0;
  }
  .card .mark {
    display: inline-block;
    color: var(--_muted);
    font-size: 0.775em;
    font-weight: 400;
  }
  .card .facts {
    color: var(--_muted);
    font-size: 0.9375em;
    text-wrap: pretty;
  }
  .card .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em 0.35em;
  }
  .card .tag {
    padding: 0.1em 0.55em;
    border-radius: 0.35em;
    background: var(--_soft);
    font-size: 0.8125em;
  }
  .card .label {
    margin-block: 0.75em 0.25em;
    color: var(--_muted);
    font-size: 0.8125em;
  }
  .card [part='links'] {
    font-size: 0.9375em;
  }
  .card .actions {
    margin-block-start: 0.75em;
  }
  .card .actions:empty {
    display: none;
  }
  @media (prefers-reduced-motion: no-preference) {
    .card {
      animation: cop-card 140ms ease-out;
    }
    @keyframes cop-card {
      from {
        opacity: 0;
        translate: 0 0.2em;
      }
    }
  }
  @media (forced-colors: active) {
    .card .tag {
      border: 1px solid;
    }
  }
  @media print {
    .card {
      display: none;
    }
  }
`;

const anchored = () => CSS.supports('position-area: block-end');

/** What a card tells of a person. */
export class MemberCard extends View<CopMember> {
  static override styles = styles;
  readonly #l = new Localize(this.host, 'members', members);
  readonly #profile = new Localize(this.host, 'member', member);
  readonly #follow = new FollowButton(this.host);
  #release: (() => void) | undefined;

  constructor(host: CopMember) {
    super(host);
    followOpeners(host);
  }

  show(m: Member): TemplateResult {
    const { t, formats } = this.#l;
    const { common, cop } = this.host;
    const facts = [m.headline, ...whereabouts(m, t, formats), m.presence ? t.here[m.presence] : ''].filter(Boolean);
    const object = { type: 'member' as const, id: m.id, title: m.name };
    return html`<div class="cop card" part="card" popover="manual" role="dialog" aria-label=${m.name} lang=${common.messagesLang} ${ref(this.#place)}>
      <div class="card-head">
        ${avatar(m)}
        <div class="about">
          <p class="title">${itemLink(this.host, { ...object, url: null }, m.name)}${marks(m, { t, common: common.t })}</p>
          ${factsLine(facts)}
        </div>
      </div>
      ${m.offers.length ? html`<p class="label" id="offers">${t.offers}</p><ul class="tags" part="topics" aria-labelledby="offers">${m.offers.slice(0, OFFERS).map(({ label }) => html`<li class="tag" part="topic" dir="auto">${label}</li>`)}</ul>` : nothing}
      ${reachLinks(m.links, this.#profile.t)}
      ${m.viewer.self ? nothing : html`<div class="actions">${cop.has('follows') ? this.#follow.button(object) : nothing}</div>${this.#follow.notices(object)}`}
    </div>`;
  }

  /** Into the top layer, where nothing of the page cuts it off, beside the name: by the browser, or where it can't, by hand. */
  #place = (element: Element | undefined): void => {
    this.#release?.();
    this.#release = undefined;
    if (!(element instanceof HTMLElement)) return;
    queueMicrotask(() => {
      if (!element.isConnected || !element.showPopover || element.matches(':popover-open')) return;
      element.showPopover();
      const { anchor } = this.host;
      if (anchored() || !anchor) return;
      void import('./card-place.js').then(({ keepBeside }) => {
        if (element.isConnected) this.#release = keepBeside(anchor, element);
      });
    });
  };
}
