import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Resource, Revision } from '../../contract/index.js';
import { Draft } from '../../controllers/draft.js';
import { settleChange, withdrawChange } from '../../data/resource-care.js';
import type { Write } from '../../data/read.js';
import library from '../../i18n/en/library.js';
import { Localize } from '../../i18n/localize.js';
import type { HistoryView } from '../../ui/history-view.js';
import type { Lazy } from '../../ui/lazy.js';
import { View } from '../../ui/view.js';
import type { CopResourceList } from './resource-list.js';

/** Length in the contract, in characters. */
const LONGEST = 500;

type Change = NonNullable<Resource['change']>;

/** An edit that readers do not see yet: what it changes, why it was sent back, and what can be done with it. */
export class ChangeView extends View<CopResourceList> {
  private readonly l = new Localize(this.host, 'library', library);
  /** The reason of what is sent back, while it is written. */
  #draft: Draft<{ text: string }> | null = null;
  #of = '';
  #missing = false;

  constructor(
    host: CopResourceList,
    private readonly history: Lazy<HistoryView>,
  ) {
    super(host);
  }

  hostDisconnected(): void {
    this.#close();
  }

  override dispose(): void {
    this.#close();
    this.host.removeController(this.l);
    super.dispose();
  }

  show(item: Resource, change: Change): TemplateResult {
    if (this.#of !== item.id) this.#close();
    const { t } = this.l;
    const { returned, by } = change;
    const can = (action: Resource['viewer']['can'][number]) => item.viewer.can.includes(action);
    const own = by !== null && by.id === this.host.cop.session?.member?.id;
    return html`<section class="notice state" part="change" aria-labelledby="change-says">
      <p id="change-says" dir="auto" tabindex="-1">
        ${returned !== null ? html`${t.changeReturned(returned)} <span class="hint">${t.changeHint}</span>` : own ? t.changeWaits : t.wantsChange(by?.name ?? '')}
      </p>
      ${this.history.render((view) => view.changes(stateOf(item), changed(item, change), (kind) => this.host.label('kind', kind)) ?? nothing)}
      ${this.#draft ? this.#renderForm(item, this.#draft) : this.#renderActions(item, can)} ${this.host.notices('change')}
    </section>`;
  }

  #renderActions(item: Resource, can: (action: Resource['viewer']['can'][number]) => boolean): TemplateResult {
    const { t } = this.l;
    return html`<div class="actions">
      ${
        can('settle')
          ? html`<button type="button" class="primary accept" part="act" @click=${() => void this.#write(settleChange(item, true), t.accepted)}>${t.accept}</button>
            <button type="button" class="send-back" part="act" @click=${() => this.#open(item)}>${t.sendBack}</button>`
          : can('withdraw')
            ? html`<button type="button" class="withdraw" part="act" @click=${() => void this.#write(withdrawChange(item), t.withdrawn)}>${t.withdraw}</button>`
            : nothing
      }
    </div>`;
  }

  #renderForm(item: Resource, draft: Draft<{ text: string }>): TemplateResult {
    const { t } = this.l;
    return html`<form class="care-form fresh" part="form" novalidate @submit=${(event: Event) => void this.#sendBack(event, item, draft)} @keydown=${this.#onKey}>
      <label class="label" for="change-reason">${t.declineReason}</label>
      <input
        id="change-reason"
        dir="auto"
        autocomplete="off"
        maxlength=${LONGEST}
        aria-invalid=${this.#missing ? 'true' : 'false'}
        .value=${live(draft.value.text)}
        @input=${(event: Event) => draft.set({ text: (event.target as HTMLInputElement).value })}
      />
      <div class="actions">
        <button class="primary" part="send">${t.sendBack}</button>
        <button type="button" @click=${this.#cancel}>${this.host.common.t.cancel}</button>
      </div>
    </form>`;
  }

  #open(item: Resource): void {
    this.#of = item.id;
    this.#missing = false;
    this.host.clearProblem();
    this.#draft = new Draft(this.host, this.host.cop, `change|${item.id}`, { text: '' });
    this.host.focusNext('#change-reason');
    this.host.requestUpdate();
  }

  #close(): void {
    this.#draft?.dispose();
    this.#draft = null;
  }

  #cancel = (): void => {
    this.#close();
    this.host.focusNext('.send-back');
    this.host.requestUpdate();
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#cancel();
  };

  async #sendBack(event: Event, item: Resource, draft: Draft<{ text: string }>): Promise<void> {
    event.preventDefault();
    const reason = draft.value.text.trim();
    this.#missing = !reason;
    if (!reason) return this.host.focusNext('#change-reason');
    await this.#write(settleChange(item, false, reason), this.l.t.sentBack);
  }

  async #write(write: Write<Resource>, said: string): Promise<void> {
    if (!(await this.host.send('suggest', write, undefined, 'change'))) return;
    this.#draft?.clear();
    this.#close();
    this.host.announce(said);
    this.host.focusNext('.item-title');
  }
}

/** What readers see now, as a state of a text. */
const stateOf = ({ description, kind, title, url, topics, creator, publishedOn, language, licence }: Resource): Revision['content'] => ({
  title,
  body: description,
  kind,
  topics,
  url,
  creator,
  publishedOn,
  language,
  licence,
});
/** What they would see. */
const changed = (item: Resource, { content: { description = item.description, ...text } }: Change): Revision['content'] => ({
  ...stateOf(item),
  ...text,
  body: description,
});
