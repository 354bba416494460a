import { html, nothing, type TemplateResult } from 'lit';
import { report, takeThanksBack, thankFor, type ReportReason } from '../../data/stewarding.js';
import type { Report } from '../../contract/index.js';
import steward from '../../i18n/en/steward.js';
import { Localize } from '../../i18n/localize.js';
import { focusOn } from '../../ui/focus.js';
import { choice } from '../../ui/tools.js';
import { View } from '../../ui/view.js';
import type { CopAskTheCommunity } from './ask-the-community.js';
import { careStyles } from './care.styles.js';

/** Who says nothing else accuses nobody. */
const REASONS: readonly ReportReason[] = ['other', 'rude', 'wrong', 'off-topic', 'personal', 'spam'];
type Object = Pick<Report['object'], 'type' | 'id'>;

/** A line to somebody: to the stewards, what they should look at; or thanks for an answer. One is open at a time. */
export class LineForm extends View<CopAskTheCommunity> {
  static override styles = careStyles;
  private readonly l = new Localize(this.host, 'steward', steward);
  #open: { what: 'report' | 'thank'; id: string } | null = null;
  #reason: ReportReason = 'other';
  #note = '';
  #missing = false;

  /** The buttons of a text. */
  buttons(id: string, { mayReport, mayThank }: { mayReport: boolean; mayThank: boolean }): unknown {
    const { t } = this.l;
    const button = (what: 'report' | 'thank', text: string) =>
      html`<button type="button" class="quiet" part=${what} id="${what}-${id}" aria-expanded=${this.#isOpen(what, id)} @click=${() => this.#toggle(what, id)}>${text}</button>`;
    return html`${mayThank ? button('thank', t.thank) : nothing} ${mayReport ? button('report', t.report) : nothing}`;
  }

  /** The line, where it is asked for. */
  form(object: Object): unknown {
    if (this.#isOpen('report', object.id)) return this.#renderReport(object);
    if (this.#isOpen('thank', object.id)) return this.#renderThanks(object.id);
    return this.host.notices(`line-${object.id}`);
  }

  #isOpen(what: string, id: string): boolean {
    return this.#open?.what === what && this.#open.id === id;
  }

  #toggle(what: 'report' | 'thank', id: string): void {
    const open = !this.#isOpen(what, id);
    this.#open = open ? { what, id } : null;
    this.#note = '';
    this.#missing = false;
    focusOn(this.host, open ? `line-${id}` : `${what}-${id}`);
  }

  #renderReport(object: Object): TemplateResult {
    const { t } = this.l;
    const reasons = REASONS.map((reason) => [reason, t.reportReasons[reason]] as const);
    return html`<form class="care fresh" part="line-form" @submit=${(e: Event) => void this.#report(e, object)}>
      <p class="label">${t.reportHeading}</p>
      ${choice<ReportReason>(t.reportHeading, this.#reason, reasons, (reason) => (this.#reason = reason))} ${this.#line(object.id, t.reportNote, 500)}
    </form>`;
  }

  #renderThanks(id: string): TemplateResult {
    return html`<form class="care fresh" part="line-form" novalidate @submit=${(e: Event) => void this.#thank(e, id)}>${this.#line(id, this.l.t.thankNote, 300)}</form>`;
  }

  #line(id: string, label: string, most: number): TemplateResult {
    const { host, l } = this;
    const what = this.#open?.what ?? 'report';
    return html`<label class="label" for="line-${id}">${label}</label>
      <input id="line-${id}" type="text" dir="auto" autocomplete="off" maxlength=${most} aria-invalid=${this.#missing ? 'true' : 'false'} @input=${(e: Event) => (this.#note = (e.target as HTMLInputElement).value)} />
      ${host.notices(`line-${id}`)}
      <div class="actions">
        <button class="primary">${l.t.send}</button>
        <button type="button" @click=${() => this.#toggle(what, id)}>${host.common.t.cancel}</button>
      </div>`;
  }

  async #report(event: Event, object: Object): Promise<void> {
    event.preventDefault();
    const { host, l } = this;
    const write = report({ ...object, title: null, url: null }, this.#reason, this.#note.trim());
    if (!(await host.send('follow', write, undefined, `line-${object.id}`))) return;
    this.#toggle('report', object.id);
    host.toast(l.t.reported);
  }

  async #thank(event: Event, id: string): Promise<void> {
    event.preventDefault();
    const { host, l } = this;
    const note = this.#note.trim();
    this.#missing = !note;
    if (!note) return focusOn(host, `line-${id}`);
    if (!(await host.send('moderate', thankFor(id, note), undefined, `line-${id}`))) return;
    this.#toggle('thank', id);
    const undo = async () => {
      if (await host.send('moderate', takeThanksBack(id), undefined, `line-${id}`)) host.announce(l.t.thanksBack);
    };
    host.toast(l.t.thanked, { undo });
  }
}
