import { html, nothing, type TemplateResult } from 'lit';
import type { Reminder } from '../../contract/index.js';
import { QueryController } from '../../controllers/query-controller.js';
import { dismissReminder, listReminders } from '../../data/ladder.js';
import ladder from '../../i18n/en/ladder.js';
import { Localize } from '../../i18n/localize.js';
import { focusOn, focusWhenThere } from '../../ui/focus.js';
import { itemLink } from '../../ui/item-link.js';
import { View } from '../../ui/view.js';
import type { CopAskTheCommunity } from './ask-the-community.js';
import { ladderStyles } from './ladder.styles.js';

/** How many stand above the list at once. */
const SHOWN = 3;

/** What waits for the reader’s word: an answer they accepted, something of theirs that did not work for somebody. */
export class RemindersView extends View<CopAskTheCommunity> {
  static override styles = ladderStyles;
  declare readonly host: CopAskTheCommunity;
  private readonly l = new Localize(this.host, 'ladder', ladder);
  private readonly reminders = new QueryController<{ items: Reminder[] }>(
    this.host,
    () => this.host.found.value,
    () => (this.host.cop.session?.waiting?.reminders ? listReminders() : null),
  );

  /** Above the list: the newest. */
  show(): unknown {
    const items = this.#items.slice(0, SHOWN);
    if (items.length === 0) return nothing;
    return html`<ul class="waits fresh" part="reminders" aria-label=${this.l.t.reminders}>
      ${items.map((one) => html`<li>${this.#render(one)}</li>`)}
    </ul>`;
  }

  /** In the thread of a question: what is about it. */
  about(questionId: string): unknown {
    const items = this.#items.filter(({ question }) => question?.id === questionId);
    return items.length
      ? html`<ul class="waits" part="reminders" aria-label=${this.l.t.reminders}>${items.map((one) => html`<li>${this.#render(one)}</li>`)}</ul>`
      : nothing;
  }

  get #items(): Reminder[] {
    const { value } = this.reminders;
    return value.state === 'ready' ? value.data.items : [];
  }

  #render(reminder: Reminder): TemplateResult {
    const { l, host } = this;
    const { kind, id, object, question, use } = reminder;
    const title = object.title ?? '';
    const here = question !== null && host.url.id === question.id;
    const text = kind === 'failed' ? l.t.failedOf(title, use?.member?.name) : here ? l.t.tell : l.t.tellOf(title);
    return html`<span dir="auto">${text}</span> ${use?.context ? html`<blockquote dir="auto">${use.context}</blockquote>` : nothing}
      <div class="row">
        ${
          kind === 'tell'
            ? html`<button type="button" id="remind-${id}" @click=${() => this.#tell(reminder)}>${l.t.tellHow}</button>`
            : here
              ? nothing
              : question
                ? html`<a href=${host.url.href(question.id)} @click=${host.url.follow(question.id)}>${l.t.read}</a>`
                : itemLink(host, object, l.t.read)
        }
        <button type="button" class="quiet" @click=${() => void this.#dismiss(reminder)}>${kind === 'tell' ? l.t.dontAsk : l.t.seen}</button>
      </div>
      ${host.notices(`remind-${id}`)}`;
  }

  /** Goes to the control that tells it, and opens it. */
  #tell({ object, question }: Reminder): void {
    if (question && this.host.url.id !== question.id) this.host.url.open(question.id);
    const button = `use-${object.id}`;
    void focusWhenThere(this.host, button).then(() => (this.host.renderRoot as ShadowRoot).getElementById(button)?.click());
  }

  async #dismiss({ id }: Reminder): Promise<void> {
    const { host } = this;
    if (!(await host.send('use', dismissReminder(id), undefined, `remind-${id}`))) return;
    host.announce(this.l.t.dismissed);
    focusOn(host, host.url.id ? 'thread-title' : 'ask');
  }
}
