import { html } from 'lit';
import { live } from 'lit/directives/live.js';
import type { QuestionKind, QuestionSummary } from '../../contract/index.js';
import { getQuestion } from '../../data/questions.js';
import { closeQuestion, mergeQuestion, placeQuestion, reopenQuestion, unmergeQuestion, type CloseReason } from '../../data/stewarding.js';
import steward from '../../i18n/en/steward.js';
import { Localize } from '../../i18n/localize.js';
import { BulkView, type Task } from '../../ui/bulk/bulk-view.js';
import { Placing } from '../../ui/bulk/placing.js';
import { TOPICS } from '../../ui/limits.js';
import { choice } from '../../ui/tools.js';
import { KINDS, type CopAskTheCommunity } from './ask-the-community.js';
import { bulkQuestionsStyles } from './bulk-questions.styles.js';
import { REASONS } from './steward-view.js';

/** What stewards do with several questions: kind and topics, closing, merging into one. */
export default class BulkQuestions extends BulkView<CopAskTheCommunity, QuestionSummary> {
  static override styles = bulkQuestionsStyles;
  private readonly s = new Localize(this.host, 'steward', steward);
  readonly #placing = new Placing<QuestionKind>(this.host, this.b, TOPICS, () => KINDS.map((kind) => [kind, this.host.l.t.kinds[kind]]));
  #reason: CloseReason = 'outdated';
  #note = '';
  #into = '';

  protected override get words() {
    return this.b.t.questions;
  }

  protected override reread(id: string) {
    return getQuestion(id);
  }

  protected override clear(): void {
    this.#placing.clear();
    this.#note = '';
  }

  protected override tasks(): Task[] {
    const t = this.b.t.questions;
    const n = this.chosen.length;
    const place = { id: 'sort', text: this.b.t.sort, form: () => this.#placeForm(n) };
    const close = { id: 'close', text: t.close, form: () => this.#closeForm(n) };
    return n > 1 ? [place, close, { id: 'merge', text: t.merge, form: () => this.#mergeForm(n) }] : [place, close];
  }

  #placeForm(n: number) {
    const ready = () => this.#placing.ready;
    return this.form(this.#placing.fields(), this.b.t.questions.sortNow(n), () => this.#place(), { ready });
  }

  #place(): Promise<unknown> {
    const place = this.#placing.place();
    const steps = this.chosen.map((item) => ({
      item,
      write: (now: QuestionSummary) => {
        const to = place(now);
        return to && placeQuestion(now.id, now.version, to.kind, to.topics);
      },
      undo: (before: QuestionSummary, { id, version }: QuestionSummary) => {
        const { kind, topics } = Placing.before(before);
        return placeQuestion(id, version, kind, topics);
      },
    }));
    return this.go(steps, { said: this.b.t.questions.sorted });
  }

  #closeForm(n: number) {
    const { t } = this.s;
    const reasons = REASONS.map((reason) => [reason, t.reasons[reason]] as const);
    const fields = html`<p class="label">${t.reason}</p>
      ${choice<CloseReason>(t.reason, this.#reason, reasons, (reason) => (this.#reason = reason))}
      <label class="label" for="bulk-note">${t.note}</label>
      <input id="bulk-note" type="text" dir="auto" maxlength="500" autocomplete="off" .value=${live(this.#note)} @input=${(e: Event) => (this.#note = (e.target as HTMLInputElement).value)} />`;
    return this.form(fields, this.b.t.questions.closeNow(n), () => this.#close());
  }

  #close(): Promise<unknown> {
    const [reason, note] = [this.#reason, this.#note.trim()];
    const steps = this.chosen.map((item) => ({
      item,
      write: ({ id, closedAt }: QuestionSummary) => (closedAt ? null : closeQuestion(id, reason, note)),
      undo: ({ id }: QuestionSummary) => reopenQuestion(id),
    }));
    return this.go(steps, { said: this.b.t.questions.closed });
  }

  #mergeForm(n: number) {
    const t = this.b.t.questions;
    const { chosen } = this;
    if (!chosen.some(({ id }) => id === this.#into)) this.#into = chosen[0]?.id ?? '';
    const fields = html`<fieldset>
      <legend class="label">${t.mergeInto}</legend>
      ${chosen.map(({ id, title }) => html`<label class="one"><input type="radio" name="bulk-into" value=${id} .checked=${live(id === this.#into)} @change=${() => (this.#into = id)} /> <bdi>${title}</bdi></label>`)}
    </fieldset>`;
    return this.form(fields, t.mergeNow(n - 1), () => this.#merge());
  }

  #merge(): Promise<unknown> {
    const into = this.#into;
    const steps = this.chosen
      .filter(({ id }) => id !== into)
      .map((item) => ({
        item,
        write: ({ id }: QuestionSummary) => mergeQuestion(id, into),
        undo: ({ id }: QuestionSummary) => unmergeQuestion(id),
      }));
    return this.go(steps, { said: this.b.t.questions.merged, after: () => this.drop(into) });
  }
}
