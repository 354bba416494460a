import { css, html, nothing, type TemplateResult } from 'lit';
import type { Resource } from '../../contract/index.js';
import { Problem } from '../../data/problem.js';
import library from '../../i18n/en/library.js';
import { Localize } from '../../i18n/localize.js';
import { prose } from '../../ui/markdown.js';
import { View } from '../../ui/view.js';
import type { CopResourceList } from './resource-list.js';
import { target } from './resource-row.js';

type Way = 'image' | 'pdf' | 'markdown' | 'text';
/** Largest text that is shown here, in bytes. */
const MOST_TEXT = 512 * 1024;

/** How a file can be shown within the page; null: only downloaded. */
export function wayOf({ file }: Pick<Resource, 'file'>): Way | null {
  if (!file) return null;
  if (/^image\/(?:png|jpeg|webp|gif)$/.test(file.type)) return 'image';
  if (file.type === 'application/pdf') return navigator.pdfViewerEnabled ? 'pdf' : null;
  if (file.size > MOST_TEXT) return null;
  return file.type === 'text/markdown' ? 'markdown' : file.type === 'text/plain' ? 'text' : null;
}

/**
 * A file, shown over the page without leaving it. It is read as the member who asks, and shown from memory: as a picture, as sanitised
 * Markdown, as plain text, or as a PDF by the browser's own viewer, whose scripts know nothing of the page. Where the policy of the host
 * (CSP) forbids such a frame, the link to the file stands there instead.
 */
export class LookInside extends View<CopResourceList> {
  static override styles = css`
    .inside {
      inline-size: min(64em, 100vw - 2em);
      max-inline-size: none;
      block-size: min(90vh, 60em);
      max-block-size: none;
      padding: 0;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      color: canvastext;
      background: canvas;
    }
    .inside::backdrop {
      background: rgb(0 0 0 / 45%);
    }
    .inside > div {
      display: grid;
      grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
      block-size: 100%;
    }
    .inside-head {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.25em 0.5em;
      padding: 0.5em 0.5em 0.5em 1em;
      border-block-end: 1px solid var(--_line);
    }
    .inside-head b {
      flex: 1 1 8em;
    }
    .inside-body {
      overflow: auto;
      padding: 1em;
    }
    .inside-body.pdf {
      padding: 0;
    }
    .inside-body iframe {
      display: block;
      inline-size: 100%;
      block-size: 100%;
      border: 0;
    }
    .inside-body img {
      display: block;
      max-inline-size: 100%;
      margin-inline: auto;
    }
    .inside-body.larger img {
      max-inline-size: none;
      cursor: grab;
    }
    .inside-body pre {
      margin: 0;
      font: inherit;
      white-space: pre-wrap;
    }
  `;
  private readonly l = new Localize(this.host, 'library', library);
  #item: Resource | null = null;
  #content: { url?: string; text?: string } | null = null;
  #problem: Problem | null = null;
  #blocked = false;
  #larger = false;
  #asking: AbortController | undefined;
  /** What opened it, to give the focus back. */
  #opener = '';

  hostUpdated(): void {
    const dialog = this.#item && this.host.renderRoot.querySelector<HTMLDialogElement>('dialog.inside');
    if (!dialog || dialog.open) return;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('.close')?.focus();
  }

  hostDisconnected(): void {
    this.#end();
  }

  override dispose(): void {
    this.#end();
    this.host.removeController(this.l);
    super.dispose();
  }

  /** Shows a file; `opener` is the selector of what gets the focus back. */
  open(item: Resource, opener: string): void {
    this.#end();
    this.#opener = opener;
    this.#item = item;
    void this.#read(item);
    this.host.requestUpdate();
  }

  async #read(item: Resource): Promise<void> {
    const asking = (this.#asking = new AbortController());
    try {
      const blob = await (await this.host.cop.http.send(`/files/${item.file?.id ?? ''}`, { signal: asking.signal })).blob();
      const way = wayOf(item);
      const text = way === 'markdown' || way === 'text' ? await blob.text() : undefined;
      if (asking.signal.aborted) return;
      // The type is what the endpoint found, never what the file says: nothing else runs as a document.
      const type = way === 'pdf' ? 'application/pdf' : (item.file?.type ?? '');
      this.#content = text === undefined ? { url: URL.createObjectURL(new Blob([blob], { type })) } : { text };
    } catch (error) {
      if (asking.signal.aborted) return;
      this.#problem = Problem.from(error);
    }
    this.host.requestUpdate();
  }

  #end(): void {
    this.#asking?.abort();
    if (this.#content?.url) URL.revokeObjectURL(this.#content.url);
    this.#item = this.#content = this.#problem = null;
    this.#blocked = this.#larger = false;
  }

  #close = (): void => {
    if (!this.#item) return;
    this.#end();
    this.host.requestUpdate();
    if (this.#opener) this.host.focusNext(this.#opener);
  };

  override render(): unknown {
    const item = this.#item;
    if (!item) return nothing;
    const { t } = this.l;
    const way = wayOf(item);
    return html`<dialog class="inside" part="inside" aria-label=${item.title} @close=${this.#close}>
      <div>
        <div class="inside-head">
          <b><bdi>${item.file?.name ?? item.title}</bdi></b>
          ${
            way === 'image'
              ? html`<button type="button" aria-pressed=${this.#larger} @click=${() => ((this.#larger = !this.#larger), this.host.requestUpdate())}>
                ${this.#larger ? t.smaller : t.larger}
              </button>`
              : nothing
          }
          <a class="button" part="go" href=${target(item, this.host.cop.endpoint) ?? ''} download=${item.file?.name ?? ''}>${this.host.l.t.download}</a>
          <button type="button" class="close" part="close" @click=${this.#close}>${t.close}</button>
        </div>
        <div class="inside-body ${way ?? ''} ${this.#larger ? 'larger' : ''}" tabindex="0" role="group" aria-label=${item.title}>${this.#body(item, way)}</div>
      </div>
    </dialog>`;
  }

  #body(item: Resource, way: Way | null): TemplateResult {
    const { t } = this.l;
    if (this.#problem) return html`<p class="empty" part="error" role="alert">${this.host.common.t.problem[this.#problem.kind]}</p>`;
    if (this.#blocked) return html`<p class="empty" part="error" role="alert">${t.cannotShow}</p>`;
    const { url, text } = this.#content ?? {};
    if (text !== undefined) return way === 'markdown' ? html`${prose(text)}` : html`<pre dir="auto">${text}</pre>`;
    if (!url) return html`<p class="empty" role="status">${t.loading}</p>`;
    const failed = () => {
      this.#blocked = true;
      this.host.requestUpdate();
    };
    if (way === 'pdf') this.#watch(url, failed);
    if (way === 'image') return html`<img src=${url} alt=${item.title} @error=${failed} />`;
    return html`<iframe src=${url} title=${item.title}></iframe>`;
  }

  #watched = '';
  /** A frame that the host's policy forbids fires no event of its own; the document says so (CSP, section 5.3). */
  #watch(url: string, failed: () => void): void {
    if (this.#watched === url) return;
    this.#watched = url;
    const { signal } = this.#asking ?? {};
    document.addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI }) => {
        if (/^(?:frame|child|default)-src$/.test(effectiveDirective) && /^blob/.test(blockedURI)) failed();
      },
      signal ? { signal } : {},
    );
  }
}
