import { html, nothing } from 'lit';
import type { Permission } from '../contract/index.js';
import { Draft } from '../controllers/draft.js';
import { randomId } from '../data/id.js';
import type { Read, Write } from '../data/read.js';
import type { Composer } from './composer.js';
import type { CopElement } from './cop-element.js';
import { focusOn } from './focus.js';
import { prose } from './markdown.js';

/** A text and the version it started from. */
export interface Versioned {
  body: string;
  version: number;
}

/** What is written, and where it goes. */
export interface TextBoxOptions {
  /** Names the draft and the field; unique in the community. */
  name: string;
  /** Words are asked for at each render: the language may come later, or change. */
  words: () => { label: string; send: string; hint?: string };
  permission: Permission;
  initial?: Versioned | undefined;
  /** One line of tools or none; how long a text may be, in characters. */
  remark?: boolean;
  longest: number;
  write: (text: Versioned) => Write<unknown>;
  /** Reads what stands there now, after somebody else has changed it. */
  reread?: Read<Versioned>;
  /** The answer of the endpoint; undefined while it waits for a connection. */
  onSent: (answer: unknown) => void;
  onCancel?: () => void;
  /** What stands below the field, such as files. */
  more?: () => unknown;
}

const tooLong = (n: number, longest: number) => n > longest;

/** A text that is being written or edited: draft, field, sending, and what somebody else did to it meanwhile. */
export class TextBox {
  readonly draft: Draft<Versioned>;
  #theirs: Versioned | null = null;
  #error = '';
  #sending = false;
  #attempt = { body: '', key: '' };

  constructor(
    private readonly host: CopElement,
    private readonly composer: Composer,
    readonly options: TextBoxOptions,
  ) {
    this.draft = new Draft(host, host.cop, options.name, options.initial ?? { body: '', version: 0 });
    void this.draft.ready.then(() => this.draft.restored && host.announce(composer.l.t.restored));
  }

  get fieldId(): string {
    return `compose-${this.options.name}`;
  }

  dispose(): void {
    this.draft.dispose();
  }

  render(): unknown {
    const { composer, draft, host, options } = this;
    const { t } = composer.l;
    const words = options.words();
    return html`<form class="text-box" part="form" novalidate @submit=${this.#onSubmit} @keydown=${this.#onKey}>
      ${
        draft.restored && draft.dirty
          ? html`<p class="hint restored" part="restored">${t.restored} <button type="button" class="quiet" @click=${() => draft.clear()}>${t.discard}</button></p>`
          : nothing
      }
      ${composer.field({
        name: options.name,
        label: words.label,
        value: draft.value.body,
        rows: options.remark ? 2 : 6,
        remark: options.remark ?? false,
        hint: words.hint ?? '',
        error: this.#error,
        required: true,
        onInput: (body) => {
          this.#error = '';
          draft.set({ body });
        },
        onSubmit: () => void this.send(),
      })}
      ${options.more?.() ?? nothing} ${this.#renderTheirs()} ${host.notices(options.name)}
      <div class="actions">
        <button class="primary" ?disabled=${this.#sending}>${words.send}</button>
        ${options.onCancel ? html`<button type="button" @click=${this.#cancel}>${host.common.t.cancel}</button>` : nothing}
      </div>
    </form>`;
  }

  async send(): Promise<void> {
    const { draft, host, options } = this;
    const body = draft.value.body.trim();
    this.#error = !body ? this.composer.l.t.empty : tooLong(body.length, options.longest) ? this.composer.l.t.tooLong(options.longest) : '';
    if (this.#error) return focusOn(host, this.fieldId);
    if (this.#sending) return;
    // The same text twice is one text, also where the first answer got lost.
    if (this.#attempt.body !== body) this.#attempt = { body, key: randomId() };
    this.#setSending(true);
    const sent = await host.send(
      options.permission,
      draft.keptFor(options.write({ ...draft.value, body })),
      this.#attempt.key,
      options.name,
    );
    this.#setSending(false);
    if (sent) {
      draft.clear();
      options.onSent(sent.state === 'sent' ? sent.answer : undefined);
    } else if (host.lastProblem?.kind === 'stale' && options.reread) {
      const now = await host.cop.read(options.reread, true).catch(() => null);
      this.#theirs = now && { body: now.body, version: now.version };
      host.requestUpdate();
    } else if (host.lastProblem?.fields[0]) {
      this.#error = host.lastProblem.fields[0].detail;
      focusOn(host, this.fieldId);
    }
  }

  #renderTheirs(): unknown {
    const theirs = this.#theirs;
    if (!theirs) return nothing;
    const { t } = this.composer.l;
    return html`<section class="theirs" part="theirs" aria-label=${t.theirs}>
      <p class="label">${t.theirs}</p>
      ${prose(theirs.body)}
      <div class="actions">
        <button type="button" @click=${() => this.#sendOver(theirs)}>${t.sendMine}</button>
        <button type="button" class="quiet" @click=${this.#cancel}>${t.takeTheirs}</button>
      </div>
    </section>`;
  }

  #sendOver(theirs: Versioned): void {
    this.draft.set({ version: theirs.version });
    this.#attempt.body = '';
    this.#theirs = null;
    void this.send();
  }

  #cancel = (): void => {
    this.draft.clear();
    this.host.clearProblem();
    this.options.onCancel?.();
  };

  #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.send();
  };

  /** Escape closes where nothing is lost by it. */
  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.options.onCancel || this.draft.dirty) return;
    event.stopPropagation();
    this.options.onCancel();
  };

  #setSending(sending: boolean): void {
    this.#sending = sending;
    this.host.requestUpdate();
  }
}
