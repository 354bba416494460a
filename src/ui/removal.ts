import { html, type TemplateResult } from 'lit';
import type { Permission } from '../contract/index.js';
import type { Write } from '../data/read.js';
import type { ThreadMessages } from '../i18n/en/thread.js';
import type { CopElement } from './cop-element.js';
import { focusOn } from './focus.js';

interface Doomed {
  id: string;
  question: string;
  permission: Permission;
  write: () => Write<void>;
  /** While it goes, and again where it may not: so that nobody asks for it meanwhile. */
  onGoing?: (going: boolean) => void;
  /** After it has gone: where focus goes on. */
  onGone: () => void;
}

/** Deleting in two steps, in place: the button asks, a second one does it. */
export class Removal {
  #asked = '';

  constructor(
    private readonly host: CopElement,
    private readonly l: { t: Pick<ThreadMessages, 'keep' | 'deleted'> },
  ) {}

  asks(id: string): boolean {
    return this.#asked === id;
  }

  button(id: string): TemplateResult {
    return html`<button type="button" class="quiet" part="delete" id="delete-${id}" @click=${() => this.#ask(id)}>${this.host.common.t.delete}</button>`;
  }

  confirm(doomed: Doomed): TemplateResult {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.#keep(doomed.id);
    };
    return html`<div class="confirm fresh" part="confirm" role="group" aria-label=${doomed.question} @keydown=${onKey}>
      <span>${doomed.question}</span>
      <button type="button" class="wrong" @click=${() => this.#remove(doomed)}>${this.host.common.t.delete}</button>
      <button type="button" id="keep-${doomed.id}" @click=${() => this.#keep(doomed.id)}>${this.l.t.keep}</button>
    </div>`;
  }

  #ask(id: string): void {
    this.#asked = id;
    focusOn(this.host, `keep-${id}`);
  }

  #keep(id: string): void {
    this.#asked = '';
    focusOn(this.host, `delete-${id}`);
  }

  async #remove({ id, permission, write, onGoing, onGone }: Doomed): Promise<void> {
    onGoing?.(true);
    const sent = await this.host.send(permission, write(), undefined, `vote-${id}`);
    this.#asked = '';
    this.host.requestUpdate();
    if (!sent) return onGoing?.(false);
    this.host.announce(this.l.t.deleted);
    onGone();
  }
}
