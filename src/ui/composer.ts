import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import compose from '../i18n/en/compose.js';
import { Localize } from '../i18n/localize.js';
import { replaceText } from './edit-text.js';
import { prose } from './markdown.js';
import type { MemberRef } from '../contract/index.js';
import type { MentionPicker } from './mention-picker.js';
import { proseStyles } from '../styles/prose.js';
import { View } from './view.js';
import type { CopElement } from './cop-element.js';

/** What a field shows, and what it tells. */
export interface ComposerField {
  /** Unique in the element; ids and labels hang on it. */
  name: string;
  label: string;
  value: string;
  onInput: (value: string) => void;
  rows?: number;
  /** A line or two: no toolbar and no preview. */
  remark?: boolean;
  hint?: string;
  error?: string | undefined;
  required?: boolean;
  /** Ctrl or Cmd with Enter. */
  onSubmit?: () => void;
}

/** Marks that a button or a key puts around the selection. */
const MARKS = { bold: '**', italic: '_', code: '`' } as const;

const icon = (path: string) => html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d=${path} /></svg>`;
const LINK = icon(
  'M6.7 9.3a2.6 2.6 0 0 0 3.8 0l2.2-2.2a2.7 2.7 0 0 0-3.8-3.8l-1 1M9.3 6.7a2.6 2.6 0 0 0-3.8 0L3.3 8.9a2.7 2.7 0 0 0 3.8 3.8l1-1',
);
const QUOTE = icon('M3 3v10M6.5 5H13M6.5 8H13M6.5 11h4');
const LIST = icon('M6.5 4H13M6.5 8H13M6.5 12H13M3 4h.01M3 8h.01M3 12h.01');

/** A field for Markdown: write and preview, bold, italic, code, link, quote and list by button or key. */
export class Composer extends View<CopElement> {
  static override styles = proseStyles;
  readonly l = new Localize(this.host, 'compose', compose);
  /** The fields in preview, with the text they were put there with. */
  #previewing = new Map<string, string>();
  /** Who may be named; loaded with the first `@`. */
  #people: MentionPicker | undefined;
  #loading = false;

  /** @param near who is part of what is written about, as it stands: offered first */
  constructor(
    host: CopElement,
    private readonly near: () => readonly (MemberRef | null)[] = () => [],
  ) {
    super(host);
    // Without a connection, what waits for one can be read, and what is done about it is told.
    Promise.all([import('./outbox-view.js'), import('./toasts.js')]).catch(() => undefined);
  }

  #onKey = (event: KeyboardEvent, field: ComposerField): void => {
    if (this.#people?.onKey(event)) return;
    const command = event.ctrlKey || event.metaKey;
    if (!command || event.altKey) return;
    const area = event.currentTarget as HTMLTextAreaElement;
    const mark = event.key === 'b' ? MARKS.bold : event.key === 'i' ? MARKS.italic : event.key === 'e' ? MARKS.code : null;
    if (event.key === 'Enter' && field.onSubmit) field.onSubmit();
    else if (mark) wrap(area, mark, mark);
    else if (event.key === 'k') wrap(area, '[', '](https://)');
    else return;
    event.preventDefault();
  };

  #onInput(area: HTMLTextAreaElement, field: ComposerField): void {
    field.onInput(area.value);
    if (this.#people) return this.#people.look(area);
    if (this.#loading || !this.host.cop.has('members') || area.value[area.selectionStart - 1] !== '@') return;
    this.#loading = true;
    import('./mention-picker.js').then(
      ({ MentionPicker }) => {
        this.#people = new MentionPicker(this.host, this.near);
        this.#people.look(area);
      },
      () => (this.#loading = false), // Without them one can still type; the next “@” tries again.
    );
  }

  field(field: ComposerField): TemplateResult {
    const id = `compose-${field.name}`;
    // Sent: what follows is written, not looked at.
    if (!field.value && this.#previewing.get(field.name)) this.#previewing.delete(field.name);
    // What is wrong must be seen, so an error ends the preview.
    const previewing = this.#previewing.has(field.name) && !field.error;
    const signIn = this.host.cop.couldIfSignedIn();
    const describedBy = [field.hint && `${id}-hint`, signIn && `${id}-sign-in`, field.error && `${id}-error`].filter(Boolean).join(' ');
    return html`<div class="composer ${field.remark ? 'remark' : ''}" part="composer">
      <div class="compose-bar">
        <label class="label" for=${id}>${field.label}</label>
        ${field.remark ? nothing : this.#tools(field, id, previewing)}
      </div>
      <textarea
        id=${id}
        dir="auto"
        rows=${field.rows ?? 6}
        ?hidden=${previewing}
        ?required=${field.required}
        aria-invalid=${field.error ? 'true' : 'false'}
        aria-describedby=${describedBy || nothing}
        aria-autocomplete=${this.host.cop.has('members') ? 'list' : nothing}
        aria-controls=${this.#people?.active(id) ? this.#people.listId(id) : nothing}
        aria-activedescendant=${this.#people?.active(id) ?? nothing}
        .value=${live(field.value)}
        @input=${(e: Event) => this.#onInput(e.target as HTMLTextAreaElement, field)}
        @blur=${() => this.#people?.close()}
        @keydown=${(e: KeyboardEvent) => this.#onKey(e, field)}
      ></textarea>
      ${previewing ? this.#preview(field) : nothing} ${this.#people?.show(id) ?? nothing}
      ${field.error ? html`<p class="error" id="${id}-error" role="alert">${field.error}</p>` : nothing}
      ${field.hint ? html`<p class="hint" id="${id}-hint">${field.hint}</p>` : nothing} ${signIn ? this.#signIn(id) : nothing}
    </div>`;
  }

  /** A visitor may write at once, and knows before sending what sending takes. */
  #signIn(id: string): TemplateResult {
    const { cop, common } = this.host;
    const link = cop.signInUrl ? html`<a class="accent" href=${cop.signInUrl}>${common.t.signIn}</a>` : nothing;
    return html`<p class="hint" id="${id}-sign-in">${this.l.t.signInToSend} ${link}</p>`;
  }

  #preview(field: ComposerField): TemplateResult {
    const { t } = this.l;
    return html`<div class="preview" part="preview" tabindex="0" role="region" aria-label=${t.preview}>
      ${field.value.trim() ? prose(field.value) : html`<p class="hint">${t.nothingYet}</p>`}
    </div>`;
  }

  #tools(field: ComposerField, id: string, previewing: boolean): TemplateResult {
    return html`${previewing ? nothing : this.#toolbar(id)}
      <button type="button" class="quiet push" aria-pressed=${previewing} @click=${() => this.#toggle(field)}>${this.l.t.preview}</button>`;
  }

  #toggle({ name, value }: ComposerField): void {
    if (!this.#previewing.delete(name)) this.#previewing.set(name, value);
    this.host.requestUpdate();
  }

  #toolbar(id: string): TemplateResult {
    const { t } = this.l;
    const to = (change: (area: HTMLTextAreaElement) => void) => () => {
      const area = (this.host.renderRoot as ShadowRoot).getElementById(id);
      if (area instanceof HTMLTextAreaElement) change(area);
    };
    const tool = (label: string, text: unknown, run: () => void) =>
      html`<button type="button" class="tool" title=${label} aria-label=${label} @click=${run}>${text}</button>`;
    return html`<div class="toolbar" role="group" aria-label=${t.formatting}>
      ${tool(
        t.bold,
        html`<b>B</b>`,
        to((area) => wrap(area, '**', '**')),
      )} ${tool(
        t.italic,
        html`<i>I</i>`,
        to((area) => wrap(area, '_', '_')),
      )}
      ${tool(
        t.code,
        html`<code>{ }</code>`,
        to((area) => wrap(area, '`', '`')),
      )} ${tool(
        t.link,
        LINK,
        to((area) => wrap(area, '[', '](https://)')),
      )}
      ${tool(
        t.quote,
        QUOTE,
        to((area) => prefix(area, '> ')),
      )} ${tool(
        t.list,
        LIST,
        to((area) => prefix(area, '- ')),
      )}
    </div>`;
  }
}

function wrap(area: HTMLTextAreaElement, before: string, after: string): void {
  const { selectionStart: from, selectionEnd: to } = area;
  replaceText(area, before + area.value.slice(from, to) + after, from, to);
  area.setSelectionRange(from + before.length, to + before.length);
}

function prefix(area: HTMLTextAreaElement, mark: string): void {
  const from = area.value.lastIndexOf('\n', area.selectionStart - 1) + 1;
  const lines = area.value.slice(from, area.selectionEnd);
  replaceText(area, lines.replace(/^/gm, mark), from, area.selectionEnd);
}
