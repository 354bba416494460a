import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Topic } from '../contract/index.js';
import { listTopics } from '../data/topics.js';
import compose from '../i18n/en/compose.js';
import { Localize } from '../i18n/localize.js';
import { View } from './view.js';

/** What the field shows, and what it tells. */
export interface TopicFieldOptions {
  /** Unique in the element, where it has several such fields; ids and labels hang on it. */
  name?: string;
  label: string;
  /** Labels of the topics chosen so far. */
  value: readonly string[];
  /** How many at most. */
  most?: number;
  onChange: (labels: string[]) => void;
  hint?: string;
  error?: string | undefined;
}

/** Topics a resource may have, and length of a topic's label, in the contract. */
const MOST = 8;
const LONGEST = 60;
/** Completions shown at a time. */
const SHOWN = 8;
/** How long to wait for the next letter before asking for completions, in ms. */
const TYPING = 150;

type Field = TopicFieldOptions & { name: string; most: number };

const same = (a: string, b: string) => a.localeCompare(b, undefined, { sensitivity: 'accent' }) === 0;

/** Topics, completed from those the community has; new ones by typing (ARIA APG: editable combobox with list autocomplete). */
export class TopicField extends View {
  static override styles = css`
    .topic-field {
      position: relative;
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.35em;
      padding: 0.25em;
      border: 1px solid var(--_edge);
      border-radius: var(--_radius);
    }
    .topic-field:focus-within {
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
    }
    .topic-field input {
      flex: 1 1 8em;
      inline-size: auto;
      min-inline-size: 0;
      min-block-size: 2.1em;
      padding: 0.2em 0.5em;
      border: 0;
      outline: none;
    }
    .topic-field .chip {
      min-block-size: 2em;
      padding: 0.2em 0.7em;
    }
    .topic-field .chip::after {
      content: '×' / '';
    }
    .topic-options {
      position: absolute;
      z-index: 5;
      inset-block-start: calc(100% + 0.25em);
      inset-inline: 0;
      max-block-size: 16em;
      overflow-y: auto;
      padding: 0.25em;
      border: 1px solid var(--_edge);
      border-radius: var(--_radius);
      background: light-dark(#fff, #1b1f22);
      color: light-dark(#16191c, #f1f3f4);
    }
    .topic-options li {
      display: flex;
      justify-content: space-between;
      gap: 0.75em;
      padding: 0.45em 0.6em;
      border-radius: calc(var(--_radius) * 0.7);
      font-size: 0.9375em;
      cursor: pointer;
    }
    .topic-options li:hover,
    .topic-options [aria-selected='true'] {
      background: var(--_tint);
    }
    .topic-options small {
      font-variant-numeric: tabular-nums;
      opacity: 0.75;
    }
    @media (pointer: coarse) {
      .topic-options li {
        min-block-size: 44px;
        align-items: center;
      }
    }
  `;
  private readonly l = new Localize(this.host, 'compose', compose);
  #text = '';
  #options: Topic[] = [];
  #active = -1;
  /** Counts what completions were asked for, and whatever made them useless. */
  #asked = 0;
  /** Name of the field whose completions are shown. */
  #open = '';
  #typing: ReturnType<typeof setTimeout> | undefined;

  hostDisconnected(): void {
    clearTimeout(this.#typing);
  }

  field(given: TopicFieldOptions): TemplateResult {
    const { t } = this.l;
    const field: Field = { name: 'input', most: MOST, ...given };
    const id = `topics-${field.name}`;
    const full = field.value.length >= field.most;
    const hint = full ? t.topics.full(field.most) : field.hint;
    const describedBy = [hint && `${id}-hint`, field.error && `${id}-error`].filter(Boolean).join(' ');
    const options = this.#shown(field);
    return html`<label class="label" for=${id}>${field.label}</label>
      <div class="topic-field" part="topic-field">
        ${field.value.map(
          (label) =>
            html`<button type="button" class="chip on" aria-label=${t.topics.remove(label)} @click=${() => this.#remove(field, label)}>
              <bdi>${label}</bdi>
            </button>`,
        )}
        <input
          id=${id}
          dir="auto"
          role="combobox"
          autocomplete="off"
          autocapitalize="off"
          aria-label=${field.label}
          aria-autocomplete="list"
          aria-expanded=${options.length > 0}
          aria-controls="${id}-options"
          aria-activedescendant=${options[this.#active] ? `${id}-${this.#active}` : nothing}
          aria-describedby=${describedBy || nothing}
          aria-invalid=${field.error ? 'true' : 'false'}
          maxlength=${LONGEST}
          ?readonly=${full}
          .value=${live(this.#open === field.name ? this.#text : '')}
          @input=${(e: Event) => this.#type(field, (e.target as HTMLInputElement).value)}
          @focus=${() => this.#type(field, '')}
          @blur=${() => this.#leave(field)}
          @keydown=${(e: KeyboardEvent) => this.#onKey(e, field, options)}
        />
        ${this.#renderOptions(field, id, options)}
      </div>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
      ${field.error ? html`<p class="error" id="${id}-error">${field.error}</p>` : nothing}`;
  }

  #renderOptions(field: Field, id: string, options: readonly Topic[]): TemplateResult {
    return html`<ul class="topic-options" part="topic-options" id="${id}-options" role="listbox" aria-label=${field.label} ?hidden=${!options.length}>
      ${options.map(
        // The input keeps the focus: the pointer chooses before it could leave.
        ({ label, count }, i) =>
          html`<li id="${id}-${i}" role="option" aria-selected=${i === this.#active} @pointerdown=${(e: Event) => (e.preventDefault(), this.#add(field, label))}>
            <bdi>${label}</bdi> <small aria-hidden="true">${this.l.formats.number(count)}</small>
          </li>`,
      )}
    </ul>`;
  }

  /** Completions that are not chosen yet. */
  #shown({ name, value, most }: Field): Topic[] {
    if (this.#open !== name || value.length >= most) return [];
    return this.#options.filter(({ label }) => !value.some((chosen) => same(chosen, label))).slice(0, SHOWN);
  }

  #type(field: Field, text: string): void {
    this.#open = field.name;
    this.#active = -1;
    const parts = text.split(/[,;\n]/);
    this.#text = (parts.pop() ?? '').trimStart();
    if (parts.length) this.#add(field, ...parts);
    clearTimeout(this.#typing);
    // After a comma the topic is there, and nothing lies over what comes next.
    if (this.#text || !parts.length) this.#typing = setTimeout(() => void this.#complete(field.name, this.#text), this.#text ? TYPING : 0);
    this.host.requestUpdate();
  }

  async #complete(name: string, text: string): Promise<void> {
    const asked = (this.#asked += 1);
    const found = await this.host.cop.read(listTopics(text.trim())).catch(() => null);
    // Without completions one can still type; an answer to older letters, or after a topic was chosen, is of no use.
    if (this.#open !== name || this.#text !== text || this.#asked !== asked) return;
    this.#options = found?.items ?? [];
    this.host.requestUpdate();
  }

  #add(field: Field, ...labels: string[]): void {
    const value = [...field.value];
    for (const written of labels.map((l) => l.trim().replace(/^#/, '').replace(/\s+/g, ' '))) {
      const label = this.#options.find((topic) => same(topic.label, written))?.label ?? written;
      if (label && value.length < field.most && !value.some((chosen) => same(chosen, label))) value.push(label);
    }
    if (this.#text && labels.length === 1) this.#text = '';
    this.#active = -1;
    if (value.length > field.value.length) {
      field.onChange(value);
      this.host.announce(this.l.t.topicAdded(value.at(-1) ?? ''));
    }
    // What stands below the field can be reached again; typing or an arrow key opens the list anew.
    this.#options = [];
    this.#asked += 1;
    this.host.requestUpdate();
  }

  #remove(field: Field, label: string): void {
    field.onChange(field.value.filter((chosen) => chosen !== label));
    this.host.announce(this.l.t.topics.removed(label));
    this.host.renderRoot.querySelector<HTMLElement>(`#topics-${CSS.escape(field.name)}`)?.focus();
  }

  /** What was typed counts, also without Enter. */
  #leave(field: Field): void {
    clearTimeout(this.#typing);
    const text = this.#text;
    this.#text = '';
    if (text.trim()) this.#add(field, text);
    this.#open = '';
    this.host.requestUpdate();
  }

  #onKey(event: KeyboardEvent, field: Field, options: readonly Topic[]): void {
    // Host hotkeys stay silent while someone types here; Escape closes the list first, then what is around it.
    if (event.key !== 'Escape' || options.length) event.stopPropagation();
    const { key } = event;
    const last = field.value.at(-1);
    if (key === 'ArrowDown' && !options.length) void this.#complete(field.name, this.#text);
    else if (key === 'ArrowDown' || key === 'ArrowUp') this.#move(key === 'ArrowDown' ? 1 : -1, options.length);
    // Enter ends a topic, never the form.
    else if (key === 'Enter') this.#add(field, options[this.#active]?.label ?? this.#text);
    else if (key === 'Escape' && options.length) this.#options = [];
    else if (key === 'Backspace' && !this.#text && last !== undefined) this.#remove(field, last);
    else return;
    event.preventDefault();
    this.host.requestUpdate();
  }

  #move(by: 1 | -1, length: number): void {
    // −1 is the input itself, between the last and the first.
    this.#active = ((this.#active + 1 + by + length + 1) % (length + 1)) - 1;
  }
}
