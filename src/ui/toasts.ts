import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import shared from '../i18n/en/shared.js';
import { Localize } from '../i18n/localize.js';
import { View } from './view.js';

/** What a toast offers beside its text. */
export interface Toast {
  /** Takes back what was done. */
  undo?: () => void | Promise<void>;
  /** Runs once the toast is over and nothing was taken back; `leaving`: because the page ends. */
  done?: (leaving: boolean) => void | Promise<void>;
  /** How long it stays; at least ten, so that it can be read and reached (WCAG 2.2.1). */
  seconds?: number;
}

interface Shown extends Toast {
  id: number;
  text: string;
  /** How long it still stays, in ms. */
  left: number;
  since: number;
  timer?: ReturnType<typeof setTimeout> | undefined;
}

const SHORTEST = 10;
/** How many are seen at once; those after them wait. */
const SEEN = 3;

/** What has just been done, at the lower edge of the element, with a way back. Its clock stands while somebody is at it. */
export class Toasts extends View {
  static override styles = css`
    .toasts {
      position: sticky;
      z-index: 3;
      inset-block-end: 1em;
      display: grid;
      align-content: end;
      justify-items: center;
      gap: 0.5em;
      block-size: 0;
    }
    .toast {
      display: flex;
      align-items: center;
      gap: 0.25em 0.75em;
      max-inline-size: min(100%, 32em);
      padding: 0.35em 0.4em 0.35em 1em;
      border-radius: var(--_radius);
      background: light-dark(#22282b, #e9edee);
      color: light-dark(#fff, #14191b);
      font-size: 0.9375em;
      box-shadow: 0 0.3em 1.2em rgb(0 0 0 / 25%);
    }
    .toast:dir(rtl) {
      padding: 0.35em 1em 0.35em 0.4em;
    }
    .toast > span {
      white-space: pre-line;
    }
    .toast button {
      color: light-dark(#8fe0e6, #0b5d66);
    }
    .toast button:hover {
      background: rgb(128 128 128 / 25%);
    }
    .toast :focus-visible {
      outline-color: currentColor;
    }
    @media (forced-colors: active) {
      .toast {
        border: 1px solid;
      }
    }
  `;

  private readonly l = new Localize(this.host, 'shared', shared);
  #shown: Shown[] = [];
  #count = 0;
  #held = false;
  #from: HTMLElement | null = null;
  #page: AbortController | undefined;

  hostDisconnected(): void {
    // An element that is moved comes back at once, and so does its clock; one that is gone has nothing to take back.
    queueMicrotask(() => {
      if (this.host.isConnected) return;
      this.#page?.abort();
      this.#page = undefined;
      this.#end(false);
    });
  }

  add(text: string, toast: Toast): void {
    const left = Math.max(SHORTEST, toast.seconds ?? 0) * 1000;
    this.#shown.push({ ...toast, id: ++this.#count, text, left, since: 0 });
    this.#listen();
    if (toast.undo) this.host.announce(`${text} ${this.l.t.undoKey}`);
    this.#run();
    this.host.requestUpdate();
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.#shown.length) return nothing;
    const { t } = this.l;
    return html`<div class="toasts no-print" part="toasts" role="group" aria-label=${t.toasts} @pointerenter=${this.#hold} @pointerleave=${this.#release} @focusin=${this.#enter} @focusout=${this.#release} @keydown=${this.#onKey}>
      ${repeat(
        this.#shown.slice(0, SEEN),
        ({ id }) => id,
        (toast) =>
          html`<div class="toast fresh" part="toast">
            <span>${toast.text}</span>
            ${toast.undo ? html`<button type="button" part="undo" @click=${() => this.#undo(toast)}>${t.undo}</button>` : nothing}
            <button type="button" part="dismiss" aria-label=${this.host.common.t.close} @click=${() => this.#over(toast)}>×</button>
          </div>`,
      )}
    </div>`;
  }

  #listen(): void {
    if (this.#page) return;
    const { signal } = (this.#page = new AbortController());
    addEventListener('pagehide', () => this.#end(true), { signal });
    this.host.addEventListener('keydown', this.#undoKey, { signal });
  }

  #hold = (): void => {
    this.#held = true;
    for (const toast of this.#shown) {
      if (toast.timer === undefined) continue;
      clearTimeout(toast.timer);
      toast.timer = undefined;
      toast.left -= Date.now() - toast.since;
    }
  };

  #release = (event: Event): void => {
    const box = event.currentTarget as HTMLElement;
    // The pointer may have gone while focus stays, and the other way round.
    if (
      event.type === 'focusout'
        ? box.matches(':hover') || box.contains((event as FocusEvent).relatedTarget as Node)
        : box.matches(':focus-within')
    )
      return;
    this.#held = false;
    this.#run();
  };

  #enter = (event: FocusEvent): void => {
    const from = event.relatedTarget as HTMLElement | null;
    if (!(event.currentTarget as HTMLElement).contains(from)) this.#from = from;
    this.#hold();
  };

  #run(): void {
    if (this.#held) return;
    for (const toast of this.#shown.slice(0, SEEN)) {
      if (toast.timer !== undefined) continue;
      toast.since = Date.now();
      toast.timer = setTimeout(() => this.#over(toast), Math.max(toast.left, 1000));
    }
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    const { activeElement } = this.host.renderRoot as ShadowRoot;
    const rows = [...(event.currentTarget as HTMLElement).children];
    const toast = this.#shown[rows.findIndex((row) => row.contains(activeElement))];
    if (toast) this.#over(toast);
  };

  #undoKey = (event: KeyboardEvent): void => {
    const target = event.composedPath()[0] as Element;
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    if (target.matches('input, textarea, select, [contenteditable]')) return;
    const toast = this.#shown.findLast(({ undo }) => undo);
    if (!toast) return;
    event.preventDefault();
    event.stopPropagation();
    this.#undo(toast);
  };

  #undo(toast: Shown): void {
    this.#drop(toast);
    void toast.undo?.();
    this.host.announce(this.l.t.undone);
  }

  #over(toast: Shown): void {
    this.#drop(toast);
    void toast.done?.(false);
  }

  #drop(toast: Shown): void {
    clearTimeout(toast.timer);
    const focused = (this.host.renderRoot as ShadowRoot).activeElement?.closest('.toasts');
    this.#shown = this.#shown.filter((other) => other !== toast);
    this.#held &&= this.#shown.length > 0;
    this.#run();
    this.host.requestUpdate();
    // The button that had the focus is gone: it goes back to where it came from.
    if (focused) void this.host.updateComplete.then(() => this.#home().focus());
  }

  /** Where focus was before, or the first thing of the element that takes it. */
  #home(): HTMLElement {
    if (this.#from?.isConnected) return this.#from;
    return this.host.renderRoot.querySelector<HTMLElement>('a, button, input, [tabindex]') ?? this.host;
  }

  #end(leaving: boolean): void {
    const shown = this.#shown;
    this.#shown = [];
    this.#held = false;
    for (const toast of shown) {
      clearTimeout(toast.timer);
      void toast.done?.(leaving);
    }
    this.host.requestUpdate();
  }
}
