import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { findOpener } from '../../community/openers.js';
import { Draft } from '../../controllers/draft.js';
import { PagesController } from '../../controllers/query-controller.js';
import { askFor, listRequests, takeRequestBack } from '../../data/collections.js';
import { randomId } from '../../data/id.js';
import type { ResourceRequest, ResourceRequestPage } from '../../contract/index.js';
import library from '../../i18n/en/library.js';
import { Localize } from '../../i18n/localize.js';
import { byline } from '../../ui/person.js';
import { heading } from '../../ui/states.js';
import { when } from '../../ui/time.js';
import { View } from '../../ui/view.js';
import { missingStyles } from './missing.styles.js';
import type { CopResourceList } from './resource-list.js';

/** Lengths in the contract, in characters. */
const LONGEST = { title: 200, details: 2000 } as const;
const SHORTEST = 3;
/** Requests to show before “Show more”. */
const REQUESTS = 10;

/** An element of the page that can ask a question, such as `<cop-ask-the-community>`. */
type Asker = HTMLElement & { ask(title?: string): void };

/** What is missing: other words for a search, asking for it, and what others look for. */
export class Missing extends View<CopResourceList> {
  static override styles = missingStyles;
  private readonly l = new Localize(this.host, 'library', library);
  private readonly open = new PagesController<ResourceRequestPage>(
    this.host,
    () => this.host.found.value,
    () => (this.#listed ? listRequests({ open: true, limit: REQUESTS }) : null),
  );
  /** Whether what is looked for is listed. */
  #listed = false;
  #draft: Draft<{ title: string; details: string }> | undefined;
  #missing = false;
  #key = { text: '', key: '' };

  override dispose(): void {
    this.#draft?.dispose();
    for (const part of [this.l, this.open]) this.host.removeController(part);
    super.dispose();
  }

  hostDisconnected(): void {
    this.#draft?.dispose();
    this.#draft = undefined;
  }

  /** Below an empty list: other words, and the ways to get what is missing. */
  nothing(meant: string | null): unknown {
    const { host } = this;
    const { t } = this.l;
    const words = host.q.trim();
    const asker = this.#asker();
    return html`${
      meant
        ? html`<p class="meant">
          ${t.meant}
          <button type="button" part="meant" @click=${() => (host.q = meant)}><bdi>${meant}</bdi></button>
        </p>`
        : nothing
    }
    ${this.#draft ? this.#form() : nothing}
    ${
      words && !this.#draft
        ? html`<div class="ways-on">
          ${
            this.#asked.has(words)
              ? html`<p class="hint">${t.askedFor}</p>`
              : host.cop.has('requests') && host.canTry('request')
                ? html`<button type="button" class="request" part="act" @click=${() => this.ask(words)}>${t.askFor}</button>`
                : nothing
          }
          ${asker ? html`<button type="button" class="ask" part="act" @click=${() => asker.ask(words)}>${t.askCommunity}</button>` : nothing}
        </div>`
        : nothing
    }`;
  }

  /** The element of the page that asks questions of this community. */
  #asker(): Asker | undefined {
    const { element } = findOpener('question', this.host.cop.name) ?? {};
    return element && 'ask' in element ? (element as Asker) : undefined;
  }

  /** The searches that were made a request already. */
  readonly #asked = new Set<string>();

  /** Opens the form, with what was searched for. */
  ask(title: string): void {
    this.#draft = new Draft(this.host, this.host.cop, 'request', { title: '', details: '' });
    const draft = this.#draft;
    void draft.ready.then(() => {
      if (title) draft.set({ title });
    });
    this.host.clearProblem();
    this.host.focusNext('#request-details');
  }

  #form(): unknown {
    const draft = this.#draft;
    if (!draft) return nothing;
    const { t } = this.l;
    const { host } = this;
    const { title, details } = draft.value;
    return html`<form class="request-form fresh" part="form" novalidate @submit=${this.#send} @keydown=${this.#onKey}>
      ${heading(host.headingLevel + 1, t.askForHeading, 'part-heading')}
      <label class="label" for="request-title">${t.askForTitle}</label>
      <input
        id="request-title"
        dir="auto"
        autocomplete="off"
        required
        maxlength=${LONGEST.title}
        aria-invalid=${this.#missing ? 'true' : 'false'}
        .value=${live(title)}
        @input=${(event: Event) => draft.set({ title: (event.target as HTMLInputElement).value })}
      />
      <label class="label" for="request-details">${t.askForDetails}</label>
      <textarea
        id="request-details"
        dir="auto"
        rows="2"
        maxlength=${LONGEST.details}
        .value=${live(details)}
        @input=${(event: Event) => draft.set({ details: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
      ${host.notices('request')}
      <div class="actions">
        <button class="primary" part="send">${t.askFor}</button>
        <button type="button" @click=${() => this.#close()}>${host.common.t.cancel}</button>
      </div>
    </form>`;
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#close();
  };

  #close(): void {
    this.#draft?.dispose();
    this.#draft = undefined;
    this.host.focusNext('.request');
  }

  #send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const draft = this.#draft;
    if (!draft) return;
    const title = draft.value.title.trim();
    const details = draft.value.details.trim();
    this.#missing = title.length < SHORTEST;
    if (this.#missing) return this.host.focusNext('#request-title');
    const text = JSON.stringify([title, details]);
    if (this.#key.text !== text) this.#key = { text, key: randomId() };
    const sent = await this.host.send('request', draft.keptFor(askFor(title, details)), this.#key.key, 'request');
    if (!sent) return;
    draft.clear();
    draft.dispose();
    this.#draft = undefined;
    this.#asked.add(this.host.q.trim());
    this.host.toast(this.l.t.askedFor);
    this.host.focusNext('.search');
  };

  /** How much is looked for, and the list of it. */
  requests(): unknown {
    const { host } = this;
    const { t } = this.l;
    const count = host.cop.info?.counts.requests ?? 0;
    if (!count && !this.open.items.length) return nothing;
    const toggle = () => {
      this.#listed = !this.#listed;
      host.requestUpdate();
    };
    return html`<div class="looked-for" part="requests">
      <button type="button" class="quiet looked-for" part="act" aria-expanded=${this.#listed} @click=${toggle}>${t.lookedFor(count)}</button>
      ${
        this.#listed
          ? html`<ul>
            ${this.open.items.map((request) => this.#request(request))}
          </ul>
          ${host.notices('requests')}
          ${this.open.hasMore ? html`<button type="button" part="more" @click=${this.open.more}>${host.common.t.more}</button>` : nothing}`
          : nothing
      }
    </div>`;
  }

  #request(request: ResourceRequest): unknown {
    const { host } = this;
    const { t, formats } = this.l;
    const { id, title, details, author, createdAt, viewer } = request;
    const back = async () => {
      if (await host.send('request', takeRequestBack(request), undefined, 'requests')) host.announce(t.requestGone);
    };
    return html`<li part="request-item">
      <div>
        <b><bdi>${title}</bdi></b> ${details ? html`<p class="hint" dir="auto">${details}</p>` : nothing}
        <span class="hint">${byline(author, host.common.t)}, ${when(formats, createdAt)}</span>
      </div>
      ${
        viewer.can.includes('fulfil') && host.canTry('suggest')
          ? html`<button type="button" class="have-one" part="act" aria-label="${t.iHaveOne}: ${title}" @click=${() => host.suggest(title, id)}>${t.iHaveOne}</button>`
          : nothing
      }
      ${viewer.can.includes('delete') ? html`<button type="button" class="quiet" @click=${back}>${t.takeRequestBack}</button>` : nothing}
    </li>`;
  }
}
