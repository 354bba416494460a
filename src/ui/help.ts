import { css, html, type TemplateResult } from 'lit';
import shared from '../i18n/en/shared.js';
import { Localize } from '../i18n/localize.js';
import { KEYS } from './keys.js';
import { View } from './view.js';

/** The keys that do something in this view, in a dialog. */
export class Help extends View {
  static override styles = css`
    .keys {
      max-inline-size: min(26em, calc(100vw - 2em));
      padding: 1.25em 1.5em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: light-dark(#fff, #1d2224);
      color: light-dark(#1a1f21, #e9edee);
    }
    .keys::backdrop {
      background: rgb(0 0 0 / 35%);
    }
    .keys dl {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 0.5em 1.25em;
      margin-block: 1em;
    }
    .keys dd {
      margin: 0;
    }
    .keys kbd {
      display: inline-block;
      min-inline-size: 1.9em;
      padding: 0.1em 0.4em;
      border: 1px solid var(--_edge);
      border-radius: 0.3em;
      font-family: ui-monospace, monospace;
      font-size: 0.9em;
      text-align: center;
    }
  `;

  private readonly l = new Localize(this.host, 'shared', shared);
  #dialog: HTMLDialogElement | undefined;

  open(): void {
    this.host.overlay = () => this.#render();
    void this.host.updateComplete.then(() => {
      this.#dialog = this.host.renderRoot.querySelector<HTMLDialogElement>('.keys') ?? undefined;
      if (this.#dialog && !this.#dialog.open) this.#dialog.showModal();
    });
  }

  hostDisconnected(): void {
    this.host.overlay = null;
  }

  #render(): TemplateResult {
    const { t } = this.l;
    const off = this.host.shortcuts === 'off';
    const keys = off ? [] : KEYS.filter(({ when }) => when(this.host));
    return html`<dialog class="keys" part="keys" aria-labelledby="keys-title" @close=${() => (this.host.overlay = null)}>
      <div class="heading" id="keys-title" role="heading" aria-level="2">${t.keysTitle}</div>
      <p class="hint">${off ? t.keysOff : t.keysHint}</p>
      <dl>
        ${keys.map(({ key, word }) => html`<dt><kbd>${key}</kbd></dt><dd>${t.keys[word]}</dd>`)}
        <dt><kbd>Esc</kbd></dt><dd>${t.keys.escape}</dd>
        <dt><kbd>${t.keys.ctrl}+Z</kbd></dt><dd>${t.keys.undo}</dd>
      </dl>
      <button type="button" class="primary" @click=${() => this.#dialog?.close()}>${this.host.common.t.close}</button>
    </dialog>`;
  }
}
