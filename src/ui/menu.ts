import { css, html, nothing, type TemplateResult } from 'lit';
import { toCsv, toJsonLd, toMarkdown, type Exported } from '../data/exports.js';
import { toJson } from '../data/json.js';
import { Problem } from '../data/problem.js';
import shared from '../i18n/en/shared.js';
import { Localize } from '../i18n/localize.js';
import { download, fileName } from './download.js';
import { focusWhenThere } from './focus.js';
import { MOST, openThing, wholeList, type Bulk, type Listed } from './gather.js';
import { help } from './keys.js';
import { problemText } from './states.js';
import { View } from './view.js';

interface Item {
  id: string;
  text: string;
  act: () => void;
}

const FORMATS = {
  csv: { type: 'text/csv', write: (exported: Exported) => toCsv(exported) },
  md: { type: 'text/markdown', write: (exported: Exported) => toMarkdown(exported) },
  jsonld: {
    type: 'application/ld+json',
    write: (exported: Exported, single: boolean) => toJson(toJsonLd(exported, single)),
  },
};
type Format = keyof typeof FORMATS;

/** What can be done with what is shown: take it along, print it, see the keys. A menu button (ARIA Authoring Practices). */
export class Menu extends View<Listed> {
  static override styles = css`
    .menu-list {
      position: absolute;
      z-index: 4;
      inset-block-start: 100%;
      inset-inline-end: 0;
      min-inline-size: 14em;
      padding: 0.35em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: light-dark(#fff, #23292b);
      color: light-dark(#1a1f21, #e9edee);
      box-shadow: 0 0.4em 1.6em rgb(0 0 0 / 18%);
    }
    .menu-list button {
      inline-size: 100%;
      justify-content: start;
      color: inherit;
      font-weight: 400;
      text-align: start;
    }
    .menu-list p {
      padding: 0.4em 0.7em;
    }
  `;

  private readonly l = new Localize(this.host, 'shared', shared);
  open = false;
  #count: number | null = null;
  #abort: AbortController | undefined;
  #outside: AbortController | undefined;

  toggle(): void {
    if (this.open) return this.#close();
    this.open = true;
    this.#outside = new AbortController();
    const { signal } = this.#outside;
    const away = (event: Event) => {
      if (!event.composedPath().some((node) => (node as Element).classList?.contains('menu-box'))) this.#close(false);
    };
    document.addEventListener('pointerdown', away, { signal, capture: true });
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.#items()[0]?.focus());
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    this.#close(false);
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.open) return nothing;
    const { t } = this.l;
    if (this.#count !== null)
      return html`<div class="menu-list fresh" part="menu-list" role="group" aria-label=${t.exporting} @keydown=${this.#onKey}>
        <p role="status">${t.gathered(this.#count)}</p>
        <button type="button" part="menu-item" @click=${() => this.#callOff()}>${this.host.common.t.cancel}</button>
      </div>`;
    return html`<div class="menu-list fresh" part="menu-list" role="menu" aria-label=${this.host.common.t.actions} @keydown=${this.#onKey} @focusout=${this.#onFocusOut}>
      ${this.#entries().map(({ id, text, act }) => html`<button type="button" role="menuitem" tabindex="-1" part="menu-item" data-id=${id} @click=${act}>${text}</button>`)}
    </div>`;
  }

  #entries(): Item[] {
    const { t } = this.l;
    const formats = (Object.keys(FORMATS) as Format[]).map((format) => ({
      id: format,
      text: t.exportAs[format],
      act: () => void this.#export(format),
    }));
    const { host } = this;
    const chooses =
      host.several && !host.bulk && host.listing.key && host.cop.can('moderate') && host.cop.has('stewarding') && !host.readOnly;
    return [
      ...(chooses ? [{ id: 'choose', text: t.choose, act: () => this.#then(() => void this.#choose()) }] : []),
      ...formats,
      { id: 'print', text: t.print, act: () => this.#then(() => globalThis.print()) },
      { id: 'keys', text: t.keysTitle, act: () => this.#then(() => void help(this.host)) },
    ];
  }

  async #choose(): Promise<void> {
    const { host } = this;
    const { several } = host;
    if (!several) return;
    const meanwhile = host.common.t.partMissing;
    try {
      host.bulk = this.#bulk ??= new (await several()).default(host as never);
      await focusWhenThere(host, 'bulk-heading');
    } catch {
      host.toast(meanwhile);
    }
  }
  #bulk: Bulk | undefined;

  #then(act: () => void): void {
    this.#close();
    // The menu is gone from the page when it is printed.
    void this.host.updateComplete.then(act);
  }

  #items(): HTMLElement[] {
    return [...this.host.renderRoot.querySelectorAll<HTMLElement>('.menu-list button')];
  }

  #button(): HTMLElement | null {
    return this.host.renderRoot.querySelector<HTMLElement>('[part=menu]');
  }

  #close(focus = true): void {
    if (!this.open) return;
    this.open = false;
    this.#count = null;
    this.#outside?.abort();
    this.host.requestUpdate();
    if (focus) this.#button()?.focus();
  }

  #onFocusOut = (event: FocusEvent): void => {
    const next = event.relatedTarget as Element | null;
    if (next && !next.closest('.menu-box')) this.#close(false);
  };

  #onKey = (event: KeyboardEvent): void => {
    const items = this.#items();
    const at = items.indexOf((this.host.renderRoot as ShadowRoot).activeElement as HTMLElement);
    const { key } = event;
    const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 };
    const next = to[key];
    event.stopPropagation();
    if (key === 'Escape') this.#escape();
    else if (key === 'Tab') return this.#close(false);
    else if (next !== undefined) items[next % items.length]?.focus();
    else if (key.length === 1 && /\S/.test(key)) {
      const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      after.find((item) => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()))?.focus();
      return;
    } else return;
    event.preventDefault();
  };

  #escape(): void {
    if (this.#count === null) this.#close();
    else this.#callOff();
  }

  #callOff(): void {
    this.#abort?.abort();
    this.#close();
  }

  async #export(format: Format): Promise<void> {
    const { host } = this;
    const { t } = this.l;
    const { signal } = (this.#abort = new AbortController());
    const tell = (count: number) => {
      this.#count = count;
      host.requestUpdate();
    };
    tell(0);
    void host.updateComplete.then(() => this.#items()[0]?.focus());
    try {
      const thing = await openThing(host, signal);
      const exported = thing ?? (await wholeList(host, tell, signal));
      const { type, write } = FORMATS[format];
      const text = await write(exported, thing !== null);
      if (signal.aborted) return;
      download(text, type, `${this.#name(exported)}.${format}`);
      const { length } = exported.items;
      host.toast(thing ? t.exportedOne : length >= MOST ? t.exportedMost(MOST) : t.exported(length));
    } catch (error) {
      if (!signal.aborted) host.toast(problemText(host.common.t, Problem.from(error)));
    } finally {
      if (!signal.aborted) this.#close();
    }
  }

  #name({ noun, title }: Exported): string {
    const what = this.host.url.id
      ? title
          .toLowerCase()
          .replace(/[^\p{L}\p{N}]+/gu, '-')
          .slice(0, 40)
          .replace(/^-|-$/g, '')
      : noun;
    return fileName(this.host, what);
  }
}
