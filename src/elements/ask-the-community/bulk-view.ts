import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { QuestionKind, QuestionSummary } from '../../contract/index.js';
import { closeQuestion, mergeQuestion, placeQuestion, reopenQuestion, unmergeQuestion, type CloseReason } from '../../data/stewarding.js';
import { Problem } from '../../data/problem.js';
import bulk from '../../i18n/en/bulk.js';
import steward from '../../i18n/en/steward.js';
import { Localize } from '../../i18n/localize.js';
import { focusOn } from '../../ui/focus.js';
import { TOPICS } from '../../ui/limits.js';
import { problemText } from '../../ui/states.js';
import { choice } from '../../ui/tools.js';
import { TopicField } from '../../ui/topic-field.js';
import { View } from '../../ui/view.js';
import { KINDS, type CopAskTheCommunity } from './ask-the-community.js';
import { runSteps, undoSteps, type Failure, type Run, type Step } from './bulk-run.js';
import { bulkStyles } from './bulk.styles.js';
import { REASONS } from './steward-view.js';

type Task = '' | 'sort' | 'close' | 'merge';

/** A steward ticks questions of the list, and acts on all of them: kind and topics, closing, merging into one. */
export class BulkView extends View<CopAskTheCommunity> {
  static override styles = bulkStyles;
  private readonly l = new Localize(this.host, 'bulk', bulk);
  private readonly s = new Localize(this.host, 'steward', steward);
  private readonly topics = new TopicField(this.host);
  /** As they were when they were ticked: a filter or a page that changes takes none away. */
  #chosen = new Map<string, QuestionSummary>();
  #last = '';
  #shift = false;
  #task: Task = '';
  #kind: QuestionKind | '' = '';
  #labels: readonly string[] = [];
  #replaces = false;
  #reason: CloseReason = 'outdated';
  #note = '';
  #into = '';
  #run: Run | null = null;
  #failed: readonly Failure[] = [];
  #left = 0;

  hostDisconnected(): void {
    if (this.#run) this.#run.stopped = true;
  }

  /** The box of a row, where its votes were. */
  box(q: QuestionSummary): TemplateResult {
    const note = (event: MouseEvent | KeyboardEvent) => (this.#shift = event.shiftKey);
    return html`<label class="choose" part="choose" @pointerdown=${note}
      ><input type="checkbox" aria-label=${this.l.t.choose(q.title)} .checked=${live(this.#chosen.has(q.id))} ?disabled=${this.#run !== null} @keydown=${note} @change=${(e: Event) => this.#tick(q, (e.target as HTMLInputElement).checked)}
    /></label>`;
  }

  get #shown(): QuestionSummary[] {
    const { questions } = this.host;
    return questions.cut(questions.items as QuestionSummary[]);
  }

  #tick(q: QuestionSummary, on: boolean): void {
    const shown = this.#shown;
    const [from, to] = [this.#last, q.id].map((id) => shown.findIndex((one) => one.id === id)).sort((a, b) => a - b);
    const range = this.#shift && from !== undefined && from >= 0 && to !== undefined ? shown.slice(from, to + 1) : [q];
    this.#set(range, on);
    this.#last = q.id;
    this.#shift = false;
  }

  #set(questions: readonly QuestionSummary[], on: boolean): void {
    for (const q of questions) {
      if (on) this.#chosen.set(q.id, q);
      else this.#chosen.delete(q.id);
    }
    this.#changed();
    this.host.announce(this.l.t.chosen(this.#chosen.size));
  }

  #changed(): void {
    this.host.requestUpdate();
  }

  bar(): TemplateResult {
    const { t } = this.l;
    const n = this.#chosen.size;
    const all = this.#shown;
    const every = all.length > 0 && all.every(({ id }) => this.#chosen.has(id));
    return html`<section class="bulk fresh no-print" part="bulk" aria-label=${t.heading} @keydown=${this.#onKey}>
      <div class="row">
        <b id="bulk-heading" tabindex="-1">${t.chosen(n)}</b>
        ${this.#run ? nothing : html`<button type="button" class="quiet" id="bulk-all" @click=${() => this.#set(all, !every)}>${every ? t.none : t.allShown(all.length)}</button>`}
        ${n || this.#run ? nothing : html`<span class="hint">${t.hint}</span>`}
        <button type="button" class="push" id="bulk-done" ?disabled=${this.#run !== null} @click=${this.#end}>${t.done}</button>
      </div>
      ${this.#run ? this.#progress(this.#run) : n ? this.#tasks(n) : nothing} ${this.#results()}
    </section>`;
  }

  #tasks(n: number): TemplateResult {
    const { t } = this.l;
    const tool = (task: Task, text: string) =>
      html`<button type="button" id="bulk-${task}" aria-expanded=${this.#task === task} @click=${() => this.#open(task)}>${text}</button>`;
    const form = { '': () => nothing, sort: () => this.#sortForm(n), close: () => this.#closeForm(n), merge: () => this.#mergeForm(n) };
    return html`<div class="row">${tool('sort', t.sort)} ${tool('close', t.close)} ${n > 1 ? tool('merge', t.merge) : nothing}</div>
      ${form[this.#task]()}`;
  }

  #open(task: Task): void {
    this.#task = this.#task === task ? '' : task;
    this.#changed();
  }

  #sortForm(n: number): TemplateResult {
    const { t } = this.l;
    const kinds = KINDS.map((kind) => [kind, this.host.l.t.kinds[kind]] as const);
    const set =
      <T>(put: (value: T) => void) =>
      (value: T) => {
        put(value);
        this.#changed();
      };
    return html`<p class="label">${this.s.t.kind}</p>
      ${choice<QuestionKind | ''>(
        this.s.t.kind,
        this.#kind,
        [['', t.kindKeep], ...kinds],
        set((kind) => (this.#kind = kind)),
      )}
      ${this.topics.field({ name: 'bulk', label: t.topics(TOPICS), value: this.#labels, most: TOPICS, onChange: set((labels: string[]) => (this.#labels = labels)) })}
      ${
        this.#labels.length
          ? html`<p>${choice<'add' | 'replace'>(
              t.how,
              this.#replaces ? 'replace' : 'add',
              [
                ['add', t.add],
                ['replace', t.replace],
              ],
              set((how) => (this.#replaces = how === 'replace')),
            )}</p>`
          : nothing
      }
      <div class="actions"><button type="button" class="primary" id="bulk-go" ?disabled=${!this.#kind && !this.#labels.length} @click=${() => void this.#sort()}>${t.sortNow(n)}</button></div>`;
  }

  #closeForm(n: number): TemplateResult {
    const { t } = this.s;
    return html`<p class="label">${t.reason}</p>
      ${choice<CloseReason>(
        t.reason,
        this.#reason,
        REASONS.map((reason) => [reason, t.reasons[reason]] as const),
        (reason) => (this.#reason = reason),
      )}
      <label class="label" for="bulk-note">${t.note}</label>
      <input id="bulk-note" type="text" dir="auto" maxlength="500" autocomplete="off" .value=${live(this.#note)} @input=${(e: Event) => (this.#note = (e.target as HTMLInputElement).value)} />
      <div class="actions"><button type="button" class="primary" id="bulk-go" @click=${() => void this.#close()}>${this.l.t.closeNow(n)}</button></div>`;
  }

  #mergeForm(n: number): TemplateResult {
    const { t } = this.l;
    const titles = [...this.#chosen.values()].map(({ id, title }) => [id, title] as const);
    if (!this.#chosen.has(this.#into)) this.#into = titles[0]?.[0] ?? '';
    return html`<fieldset>
        <legend class="label">${t.mergeInto}</legend>
        ${titles.map(([id, title]) => html`<label class="one"><input type="radio" name="bulk-into" value=${id} .checked=${live(id === this.#into)} @change=${() => (this.#into = id)} /> <bdi>${title}</bdi></label>`)}
      </fieldset>
      <div class="actions"><button type="button" class="primary" id="bulk-go" @click=${() => void this.#merge()}>${t.mergeNow(n - 1)}</button></div>`;
  }

  #progress(run: Run): TemplateResult {
    const { t } = this.l;
    const stop = () => {
      run.stopped = true;
      this.#changed();
    };
    const text = t.progress(run.done, run.all);
    return html`<div class="row">
      <progress max=${run.all} .value=${run.done} aria-label=${text}></progress> <span class="n">${text}</span>
      <button type="button" class="quiet" id="bulk-stop" ?disabled=${run.stopped} @click=${stop}>${t.stop}</button>
    </div>`;
  }

  #results(): unknown {
    const { t } = this.l;
    return html`${this.#left ? html`<p class="notice" part="notice" role="status">${t.stopped(this.#left)}</p>` : nothing}
    ${
      this.#failed.length
        ? html`<div class="notice wrong" part="bulk-failed" role="alert">
          <p>${t.failed(this.#failed.length)}</p>
          <ul>
            ${this.#failed.map(({ question, problem }) => html`<li><bdi>${question.title}</bdi>: ${problem.code === 'full' ? t.full(TOPICS) : problemText(this.host.common.t, problem)}</li>`)}
          </ul>
        </div>`
        : nothing
    }`;
  }

  #sort(): Promise<void> {
    const labels = this.#labels;
    const [kind, replaces] = [this.#kind, this.#replaces];
    const write = (q: QuestionSummary) => {
      const before = q.topics.map(({ label }) => label);
      const has = (label: string) => before.some((one) => one.localeCompare(label, undefined, { sensitivity: 'accent' }) === 0);
      const after = !labels.length ? before : replaces ? labels : [...before, ...labels.filter((label) => !has(label))];
      if (after.length > TOPICS) throw new Problem(422, { type: 'full' });
      const same = (!kind || kind === q.kind) && after.length === before.length && after.every(has);
      return same ? null : placeQuestion(q.id, q.version, kind || (q.kind ?? ''), after);
    };
    const undo: Step['undo'] = (before, { id, version }) =>
      placeQuestion(
        id,
        version,
        before.kind ?? '',
        before.topics.map(({ label }) => label),
      );
    return this.#go(
      [...this.#chosen.values()].map((question) => ({ question, write, undo })),
      this.l.t.sorted,
    );
  }

  #close(): Promise<void> {
    const [reason, note] = [this.#reason, this.#note.trim()];
    return this.#go(
      [...this.#chosen.values()].map((question) => ({
        question,
        write: ({ id, closedAt }) => (closedAt ? null : closeQuestion(id, reason, note)),
        undo: ({ id }) => reopenQuestion(id),
      })),
      this.l.t.closed,
    );
  }

  #merge(): Promise<void> {
    const into = this.#into;
    const others = [...this.#chosen.values()].filter(({ id }) => id !== into);
    return this.#go(
      others.map((question) => ({ question, write: ({ id }) => mergeQuestion(id, into), undo: ({ id }) => unmergeQuestion(id) })),
      this.l.t.merged,
      into,
    );
  }

  #tell = (run: Run): void => {
    this.#run = run;
    this.#changed();
  };

  /** Does it, says what came of it, and offers the way back. What failed stays chosen, so that one press tries it again. */
  async #go(steps: Step[], said: (n: number) => string, also = ''): Promise<void> {
    const { host, l } = this;
    if (!host.mayOrAsk('moderate')) return;
    // A list that was read again since has the newer version of a question.
    const newest = new Map((host.questions.items as QuestionSummary[]).map((q) => [q.id, q]));
    const run = await this.#drive(() =>
      runSteps(
        host,
        steps.map((step) => ({ ...step, question: newest.get(step.question.id) ?? step.question })),
        this.#tell,
      ),
    );
    for (const { question } of run.changed) this.#chosen.delete(question.id);
    for (const id of run.same) this.#chosen.delete(id);
    if (!run.failed.length && run.done === run.all) {
      this.#chosen.delete(also);
      this.#task = this.#note = '';
      this.#labels = [];
    }
    const back = async () => {
      const undone = await this.#drive(() => undoSteps(host, run, this.#tell));
      host.announce(l.t.undone(undone.changed.length));
    };
    if (run.changed.length) host.toast(said(run.changed.length), run.changed.some(({ back: way }) => way) ? { undo: back } : {});
    else if (run.same.length && !run.failed.length) host.toast(l.t.nothing);
  }

  async #drive(work: () => Promise<Run>): Promise<Run> {
    this.#failed = [];
    this.#left = 0;
    // The button that was pressed goes: focus stays in the bar.
    focusOn(this.host, 'bulk-heading');
    const run = await work();
    this.#run = null;
    this.#failed = run.failed;
    this.#left = run.all - run.done;
    this.#changed();
    return run;
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.#run || !this.#task) return;
    event.stopPropagation();
    const task = this.#task;
    this.#task = '';
    focusOn(this.host, `bulk-${task}`);
  };

  #end = (): void => {
    this.#chosen.clear();
    this.#task = '';
    this.#failed = [];
    this.#left = 0;
    this.host.choosing = false;
    this.#changed();
    void this.host.updateComplete.then(() => this.host.renderRoot.querySelector<HTMLElement>('[part=menu]')?.focus());
  };
}
