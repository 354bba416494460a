import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Question, QuestionKind, QuestionSummary } from '../../contract/index.js';
import { QueryController } from '../../controllers/query-controller.js';
import { listQuestions } from '../../data/lists.js';
import type { Write } from '../../data/read.js';
import {
  closeQuestion,
  draftGuide,
  listReports,
  mergeQuestion,
  placeQuestion,
  reopenQuestion,
  setReportSeen,
  unmergeQuestion,
  type CloseReason,
} from '../../data/stewarding.js';
import steward from '../../i18n/en/steward.js';
import { Localize } from '../../i18n/localize.js';
import { focusOn } from '../../ui/focus.js';
import { itemLink } from '../../ui/item-link.js';
import { TOPICS } from '../../ui/limits.js';
import { choice } from '../../ui/tools.js';
import { TopicField } from '../../ui/topic-field.js';
import { View } from '../../ui/view.js';
import { KINDS, type CopAskTheCommunity } from './ask-the-community.js';
import { careStyles } from './care.styles.js';

type Task = '' | 'merge' | 'place' | 'close';
export const REASONS: readonly CloseReason[] = ['answered', 'duplicate', 'outdated', 'off-topic', 'inactive', 'other'];
/** How long to wait for the next letter before looking for questions to merge with, in ms. */
const TYPING = 250;

/** What a steward does with a question, in place: merge, put in its place, close, open, begin a guide, see to reports. */
export class StewardView extends View<CopAskTheCommunity> {
  static override styles = careStyles;
  private readonly l = new Localize(this.host, 'steward', steward);
  private readonly topics = new TopicField(this.host);
  #task: Task = '';
  #search = '';
  #typing: ReturnType<typeof setTimeout> | undefined;
  #note = '';
  #reason: CloseReason = 'answered';
  #place: { id: string; kind: QuestionKind | ''; topics: readonly string[] } | null = null;
  #guide: { id: string; title: string | null } | null = null;
  #shown = '';
  private readonly found = new QueryController<{ items: QuestionSummary[] }>(
    this.host,
    () => this.host.found.value,
    () => (this.#task === 'merge' && this.#search ? { ...asRead(this.#search), keep: false } : null),
    true,
  );
  private readonly reports = new QueryController(
    this.host,
    () => this.host.found.value,
    () => (this.#shown && this.host.cop.has('reports') ? listReports(this.#shown) : null),
  );

  hostDisconnected(): void {
    clearTimeout(this.#typing);
  }

  show(question: Question): TemplateResult {
    const { t } = this.l;
    if (this.#shown !== question.id) this.#open(question.id);
    const open = Boolean(question.closedAt);
    const tool = (task: Task, label: string) =>
      html`<button type="button" class="quiet" id="care-${task}" aria-expanded=${this.#task === task} @click=${() => this.#choose(task)}>${label}</button>`;
    return html`<section class="care" part="care" aria-label=${t.heading}>
      <p class="label">${t.heading}</p>
      ${this.#renderReports()}
      <div class="row">
        ${tool('merge', t.merge)} ${tool('place', t.place)}
        ${open ? html`<button type="button" class="quiet" @click=${() => void this.#reopen(question)}>${t.reopen}</button>` : tool('close', t.close)}
        <button type="button" class="quiet" @click=${() => void this.#begin(question)}>${t.guide}</button>
      </div>
      ${this.#guide ? html`<p class="hint">${t.guideOpen} ${itemLink(this.host, { type: 'resource', id: this.#guide.id, title: this.#guide.title, url: null }, this.#guide.title ?? '')}</p>` : nothing}
      ${this.#task === 'merge' ? this.#renderMerge(question) : this.#task === 'place' ? this.#renderPlace(question) : this.#task === 'close' ? this.#renderClose(question) : nothing}
      ${this.host.notices(`care-${question.id}`)}
    </section>`;
  }

  #open(id: string): void {
    this.#shown = id;
    this.#task = this.#search = this.#note = '';
    this.#place = this.#guide = null;
    queueMicrotask(() => this.host.requestUpdate());
  }

  #choose(task: Task): void {
    this.#task = this.#task === task ? '' : task;
    this.host.requestUpdate();
    if (this.#task === 'merge') focusOn(this.host, 'care-search');
    if (this.#task === 'close') focusOn(this.host, 'care-note');
  }

  /** Sends, says so, and offers the way back. */
  async #do<T>(
    id: string,
    write: Write<T>,
    said: string,
    undo?: { write: () => Write<unknown>; said: string; then?: () => void },
  ): Promise<T | null> {
    const { host } = this;
    const sent = await host.send('moderate', write, undefined, `care-${id}`);
    if (!sent) return null;
    this.#task = '';
    host.requestUpdate();
    const back = async () => {
      if (undo && (await host.send('moderate', undo.write(), undefined, `care-${id}`))) {
        host.announce(undo.said);
        undo.then?.();
      }
    };
    host.toast(said, undo ? { undo: back } : {});
    return sent.state === 'sent' ? sent.answer : null;
  }

  #renderMerge({ id, title }: Question): TemplateResult {
    const { t } = this.l;
    const { value } = this.found;
    const others = value.state === 'ready' && this.#search ? value.data.items.filter((q) => q.id !== id).slice(0, 6) : [];
    const type = (event: Event) => {
      const text = (event.target as HTMLInputElement).value.trim();
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => {
        this.#search = text;
        this.host.requestUpdate();
      }, TYPING);
    };
    return html`<label class="label" for="care-search">${t.mergeInto}</label>
      <input id="care-search" type="search" dir="auto" autocomplete="off" placeholder=${title} @input=${type} />
      <ul>
        ${others.map((q) => html`<li><button type="button" @click=${() => void this.#merge(id, q.id)}><span>${t.mergeThis(q.title)} <small class="hint">${this.host.l.t.answers(q.answerCount)}</small></span></button></li>`)}
      </ul>
      ${this.#search && value.state === 'ready' && !value.refreshing && !others.length ? html`<p class="hint" role="status">${t.mergeNone}</p>` : nothing}`;
  }

  async #merge(id: string, into: string): Promise<void> {
    const { host, l } = this;
    const back = { write: () => unmergeQuestion(id), said: l.t.unmerged, then: () => host.url.open(id) };
    if (await this.#do(id, mergeQuestion(id, into), l.t.merged, back)) host.url.open(into);
  }

  #renderPlace(question: Question): TemplateResult {
    const { host, l } = this;
    const { t } = l;
    if (this.#place?.id !== question.id)
      this.#place = { id: question.id, kind: question.kind ?? '', topics: question.topics.map(({ label }) => label) };
    const place = this.#place;
    const set = (change: Partial<typeof place>) => {
      this.#place = { ...place, ...change };
      host.requestUpdate();
    };
    const kinds = KINDS.map((kind) => [kind, host.l.t.kinds[kind]] as const);
    return html`<p class="label">${t.kind}</p>
      ${choice<QuestionKind | ''>(t.kind, place.kind, question.kind ? kinds : [['', t.noKind], ...kinds], (kind) => set({ kind }))}
      ${this.topics.field({ name: 'care', label: t.topics(TOPICS), value: place.topics, most: TOPICS, onChange: (topics) => set({ topics }) })}
      <div class="actions">
        <button type="button" class="primary" @click=${() => void this.#put(question)}>${host.common.t.save}</button>
      </div>`;
  }

  async #put(question: Question): Promise<void> {
    const place = this.#place;
    if (!place) return;
    const write = placeQuestion(question.id, question.version, place.kind, place.topics);
    const before = () =>
      placeQuestion(
        question.id,
        question.version + 1,
        question.kind ?? '',
        question.topics.map(({ label }) => label),
      );
    await this.#do(question.id, write, this.l.t.placed, { write: before, said: this.l.t.placed });
    this.#place = null;
  }

  #renderClose(question: Question): TemplateResult {
    const { t } = this.l;
    return html`<p class="label">${t.reason}</p>
      ${choice<CloseReason>(
        t.reason,
        this.#reason,
        REASONS.map((reason) => [reason, t.reasons[reason]] as const),
        (reason) => (this.#reason = reason),
      )}
      <label class="label" for="care-note">${t.note}</label>
      <input id="care-note" type="text" dir="auto" maxlength="500" autocomplete="off" .value=${live(this.#note)} @input=${(e: Event) => (this.#note = (e.target as HTMLInputElement).value)} />
      <div class="actions"><button type="button" class="primary" @click=${() => void this.#close(question)}>${t.close}</button></div>`;
  }

  async #close({ id }: Question): Promise<void> {
    const { t } = this.l;
    await this.#do(id, closeQuestion(id, this.#reason, this.#note.trim()), t.closed, { write: () => reopenQuestion(id), said: t.reopened });
  }

  async #reopen({ id, closedReason, closedNote }: Question): Promise<void> {
    const { t } = this.l;
    const back = { write: () => closeQuestion(id, closedReason ?? 'other', closedNote ?? ''), said: t.closed };
    await this.#do(id, reopenQuestion(id), t.reopened, back);
  }

  async #begin({ id }: Question): Promise<void> {
    const made = await this.#do(id, draftGuide(id), this.l.t.guideMade);
    this.#guide = made?.resource ?? null;
    this.host.requestUpdate();
  }

  #renderReports(): unknown {
    const { value } = this.reports;
    const { t } = this.l;
    if (value.state !== 'ready' || !value.data.items.length) return nothing;
    const seen = (id: string) =>
      void this.#do(this.#shown, setReportSeen(id, true), t.seenTo, { write: () => setReportSeen(id, false), said: t.reports(1) });
    return html`<p class="notice" part="notice">${t.reports(value.data.items.length)}</p>
      <ul part="reports">
        ${value.data.items.map(
          ({ id, member, reason, note }) => html`<li class="row">
            <span><bdi>${t.reportedBy(member?.name ?? this.host.common.t.somebody, t.reportReasons[reason])}</bdi> ${note ? html`<q dir="auto">${note}</q>` : nothing}</span>
            <button type="button" class="quiet" @click=${() => seen(id)}>${t.seen}</button>
          </li>`,
        )}
      </ul>`;
  }
}

/** The first few questions of a search, as one answer. */
const asRead = (q: string) => {
  const { key, run } = listQuestions({ q, limit: 7 });
  return {
    key: [key[0], 'merge', ...key.slice(1, -1)] as const,
    run: (http: Parameters<typeof run>[0], signal: AbortSignal) => run(http, null, signal),
  };
};
