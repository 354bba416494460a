import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { PagesController } from '../../controllers/query-controller.js';
import { toCsv, type ExportNoun } from '../../data/exports.js';
import type { Page, Read } from '../../data/read.js';
import bulk from '../../i18n/en/bulk.js';
import { Localize } from '../../i18n/localize.js';
import { download, fileName } from '../download.js';
import { focusOn } from '../focus.js';
import type { Listed } from '../gather.js';
import { problemText } from '../states.js';
import { View } from '../view.js';
import { runSteps, undoSteps, type Failure, type Run, type Step, type Thing } from './bulk-run.js';
import { bulkStyles } from './bulk.styles.js';

/** One thing to do with all that are chosen: a form that opens. */
export interface Task {
  id: string;
  text: string;
  form: () => unknown;
  /** What it does at once when it is opened, such as to read what can be chosen. */
  open?: () => void;
}

/** What is said of the things of this list, by number. */
export interface BulkWords {
  heading: string;
  hint: string;
  chosen: (n: number) => string;
  undone: (n: number) => string;
}

interface Deed {
  /** What is said when it is done; nothing where that has been said before. */
  said?: (n: number) => string;
  /** What follows where all of it was done. */
  after?: (() => void) | undefined;
  /** What follows where it was taken back. */
  undone?: (() => Promise<unknown>) | undefined;
}

/**
 * Rows of a list are ticked, and something is done with all of them: one by one, with a way to stop, with what failed by name
 * and a way back. An element says what can be done; this is all the rest.
 */
export abstract class BulkView<H extends Listed, T extends Thing> extends View<H> {
  static override styles = bulkStyles;
  protected readonly b = new Localize(this.host, 'bulk', bulk);
  /** As they were when they were ticked: a filter or a page that changes takes none away. */
  #chosen = new Map<string, T>();
  #last = '';
  #shift = false;
  #task = '';
  #run: Run<T> | null = null;
  /** Those before have ended: one run at a time. */
  #before: Promise<unknown> = Promise.resolve();
  #failed: readonly Failure<T>[] = [];
  /** They failed to be taken back. */
  #undoing = false;
  #again: (() => Promise<unknown>) | null = null;
  #left = 0;
  #cop = this.host.found.value;

  protected abstract get words(): BulkWords;
  protected abstract tasks(): Task[];
  protected abstract reread(id: string): Read<T>;
  /** Forgets what was filled in. */
  protected abstract clear(): void;

  hostUpdate(): void {
    const { value } = this.host.found;
    if (!value || value === this.#cop) return;
    // Those of another community are none of this one’s.
    this.#cop = value;
    if (this.#run) this.#run.stopped = true;
    this.#close();
  }

  hostDisconnected(): void {
    if (this.#run) this.#run.stopped = true;
  }

  get #may(): boolean {
    return !this.host.readOnly && this.host.cop.can('moderate');
  }

  /** The box of a row. */
  box(item: T): TemplateResult | undefined {
    if (!this.#may) return undefined;
    const note = (event: MouseEvent) => (this.#shift = event.shiftKey);
    return html`<label class="choose" part="choose" @pointerdown=${note}
      ><input type="checkbox" id="choose-${item.id}" aria-label=${this.b.t.choose(nameOf(item))} .checked=${live(this.#chosen.has(item.id))} ?disabled=${this.#run !== null} @keydown=${(event: KeyboardEvent) => this.#onBoxKey(event, item)} @change=${(event: Event) => this.#tick(item, (event.target as HTMLInputElement).checked)}
    /></label>`;
  }

  get #count(): string {
    const { size } = this.#chosen;
    return size ? this.words.chosen(size) : this.b.t.noneChosen;
  }

  protected get chosen(): T[] {
    return [...this.#chosen.values()];
  }

  /** Closes what is open; focus goes to where the bar begins. */
  protected fold(): void {
    this.#task = '';
    focusOn(this.host, 'bulk-heading');
  }

  /** Chosen no longer. */
  protected drop(...ids: string[]): void {
    for (const id of ids) this.#chosen.delete(id);
  }

  get #loaded(): T[] {
    const { listing } = this.host;
    if (listing instanceof PagesController) return listing.items as T[];
    return listing.value.state === 'ready' ? (listing.value.data as Page<T>).items : [];
  }

  get #shown(): T[] {
    const { listing } = this.host;
    return listing instanceof PagesController ? listing.cut(this.#loaded) : this.#loaded;
  }

  #tick(item: T, on: boolean): void {
    const shown = this.#shown;
    const [from, to] = [this.#last, item.id].map((id) => shown.findIndex((one) => one.id === id)).sort((a, b) => a - b);
    const range = this.#shift && from !== undefined && from >= 0 && to !== undefined ? shown.slice(from, to + 1) : [item];
    this.#set(range, on);
    this.#last = item.id;
    this.#shift = false;
  }

  /** An arrow goes on to the next box, and with Shift takes it along. */
  #onBoxKey(event: KeyboardEvent, item: T): void {
    this.#shift = event.shiftKey;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const shown = this.#shown;
    const next = shown[shown.findIndex(({ id }) => id === item.id) + by];
    if (!next) return;
    if (event.shiftKey) this.#set([item, next], true);
    this.#last = next.id;
    focusOn(this.host, `choose-${next.id}`);
  }

  #set(items: readonly T[], on: boolean): void {
    for (const item of items) {
      if (on) this.#chosen.set(item.id, item);
      else this.#chosen.delete(item.id);
    }
    this.changed();
    this.host.announce(this.#count);
  }

  protected changed = (): void => this.host.requestUpdate();

  /** A handler that keeps a value and shows it. */
  protected put =
    <V>(keep: (value: V) => void) =>
    (value: V): void => {
      keep(value);
      this.changed();
    };

  bar(): TemplateResult | undefined {
    if (!this.#may) return undefined;
    const { t } = this.b;
    const { words } = this;
    const n = this.#chosen.size;
    const all = this.#shown;
    const every = all.length > 0 && all.every(({ id }) => this.#chosen.has(id));
    return html`<section class="bulk fresh no-print" part="bulk" aria-label=${words.heading} @keydown=${this.#onKey}>
      <div class="row">
        <b id="bulk-heading" tabindex="-1">${this.#count}</b>
        ${this.#run || !all.length ? nothing : html`<button type="button" class="quiet" id="bulk-all" @click=${() => this.#set(all, !every)}>${every ? t.none : t.allShown(all.length)}</button>`}
        ${n || this.#run ? nothing : html`<span class="hint">${words.hint}</span>`}
        <button type="button" class="push" id="bulk-done" ?disabled=${this.#run !== null} @click=${this.#end}>${t.done}</button>
      </div>
      ${this.#run ? this.#progress(this.#run) : n ? this.#tasks() : nothing} ${this.#results()}
    </section>`;
  }

  #tasks(): TemplateResult {
    const tasks = this.tasks();
    const tool = (task: Task) => {
      const { id, text } = task;
      return html`<button type="button" id="bulk-${id}" aria-expanded=${this.#task === id} @click=${() => this.#open(task)}>${text}</button>`;
    };
    return html`<div class="row tasks">${tasks.map(tool)} <button type="button" id="bulk-csv" @click=${this.#export}>${this.b.t.csv}</button></div>
      ${tasks.find(({ id }) => id === this.#task)?.form()}`;
  }

  #open({ id, open }: Task): void {
    this.#task = this.#task === id ? '' : id;
    if (this.#task) open?.();
    this.changed();
  }

  /** What a task asks for, and the button that does it once it is ready: it is asked when it is pressed, since a field may take what was typed only then. */
  protected form(fields: unknown, does: string, act: () => unknown, { ready = (): boolean => true, wrong = false } = {}): TemplateResult {
    const submit = (event: Event) => {
      event.preventDefault();
      if (ready()) void act();
      else (event.target as HTMLElement).querySelector<HTMLElement>('input, select')?.focus();
    };
    return html`<form novalidate @submit=${submit}>
      ${fields}
      <div class="actions"><button class=${wrong ? 'wrong' : 'primary'} id="bulk-go" aria-disabled=${!ready()}>${does}</button></div>
    </form>`;
  }

  #progress(run: Run<T>): TemplateResult {
    const { t } = this.b;
    const stop = () => {
      run.stopped = true;
      this.changed();
    };
    const text = t.progress(run.done, run.all);
    return html`<div class="row">
      <progress max=${run.all} .value=${run.done} aria-label=${text}></progress> <span class="n">${text}</span>
      <button type="button" class="quiet" id="bulk-stop" ?disabled=${run.stopped} @click=${stop}>${t.stop}</button>
      ${run.resting ? html`<span class="hint" role="status">${t.resting}</span>` : nothing}
    </div>`;
  }

  #results(): unknown {
    const { t } = this.b;
    const why = ({ problem, says }: Failure<T>) => says || (problem.kind === 'stale' ? t.stale : problemText(this.host.common.t, problem));
    return html`${this.#left ? html`<p class="notice" part="notice" role="status">${t.stopped(this.#left)}</p>` : nothing}
    ${
      this.#failed.length
        ? html`<div class="notice wrong" part="bulk-failed" role="alert">
          <p>${(this.#undoing ? t.notUndone : t.failed)(this.#failed.length)}</p>
          <ul>
            ${this.#failed.map((one) => html`<li><bdi>${nameOf(one.step.item)}</bdi>: ${why(one)}</li>`)}
          </ul>
          ${this.#again && !this.#run ? html`<button type="button" id="bulk-again" @click=${this.#again}>${t.again}</button>` : nothing}
        </div>`
        : nothing
    }`;
  }

  #tell = (run: Run<T>): void => {
    this.#run = run;
    this.changed();
  };

  get #way() {
    return { host: this.host, reread: (id: string) => this.reread(id), tell: this.#tell };
  }

  /** Does it, says what came of it, and offers the way back. What failed stays chosen, and one press tries it again. */
  protected async go(given: readonly Step<T>[], deed: Deed): Promise<Run<T> | null> {
    const { host } = this;
    if (!host.mayOrAsk('moderate')) return null;
    // A list that was read again since has the newer version of a thing.
    const newest = new Map(this.#loaded.map((item) => [item.id, item]));
    const steps = given.map((step) => ({ ...step, item: newest.get(step.item.id) ?? step.item }));
    const run = await this.#drive(() => runSteps(this.#way, steps));
    for (const { step } of run.changed) this.#chosen.delete(step.item.id);
    for (const id of [...run.same, ...run.waiting]) this.#chosen.delete(id);
    for (const { step } of run.failed) this.#chosen.set(step.item.id, step.item);
    if (!run.failed.length && run.done === run.all) {
      deed.after?.();
      this.#task = '';
      this.clear();
    }
    const again = run.failed.map(({ step }) => step);
    this.#again = again.length ? () => this.go(again, deed) : null;
    this.#say(run, deed);
    return run;
  }

  #say(run: Run<T>, { said, undone }: Deed): void {
    const { host } = this;
    const { t } = this.b;
    const { changed, same, failed } = run;
    const undo = async () => {
      const back = await this.#drive(() => undoSteps(this.#way, run), true);
      if (!back.failed.length) await undone?.();
      if (back.changed.length) host.toast(this.words.undone(back.changed.length));
    };
    if (changed.length && said) {
      const text = [said(changed.length), same.length ? t.same(same.length) : ''].filter(Boolean).join(' ');
      host.toast(text, changed.some(({ back }) => back) ? { undo } : {});
    } else if (same.length && !failed.length) host.toast(t.nothing);
    // Where nobody sees the list of them any more.
    if (failed.length && host.bulk !== this) host.toast(t.failedElsewhere(failed.length));
    this.changed();
  }

  async #drive(work: () => Promise<Run<T>>, undoing = false): Promise<Run<T>> {
    const turn = this.#before;
    let ended = () => {};
    this.#before = new Promise<void>((end) => (ended = end));
    await turn;
    this.#failed = [];
    this.#again = null;
    this.#undoing = undoing;
    this.#left = 0;
    // The button that was pressed goes: focus stays in the bar.
    focusOn(this.host, 'bulk-heading');
    try {
      const run = await work();
      this.#failed = run.failed;
      this.#left = run.all - run.done;
      return run;
    } finally {
      this.#run = null;
      this.changed();
      ended();
    }
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.#run || !this.#task) return;
    event.stopPropagation();
    const task = this.#task;
    this.#task = '';
    focusOn(this.host, `bulk-${task}`);
  };

  #export = (): void => {
    const { host } = this;
    const noun = (host.listing.key?.[0] ?? '') as ExportNoun;
    const exported = { noun, title: host.heading, items: this.chosen, href: (id: string) => host.url.href(id) };
    download(toCsv(exported), 'text/csv', `${fileName(host, noun)}.csv`);
    host.toast(this.b.t.exported(this.#chosen.size));
  };

  #close(): void {
    this.#chosen.clear();
    this.#task = this.#last = '';
    this.#failed = [];
    this.#left = 0;
    this.clear();
    this.host.bulk = undefined;
    this.changed();
  }

  #end = (): void => {
    this.#close();
    void this.host.updateComplete.then(() => this.host.renderRoot.querySelector<HTMLElement>('[part=menu]')?.focus());
  };
}

const nameOf = ({ title, name }: Thing): string => title ?? name ?? '';
