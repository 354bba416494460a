import { html, type TemplateResult } from 'lit';
import type { Community } from '../community/community.js';
import type { Permission } from '../contract/index.js';
import { randomId } from '../data/id.js';
import type { Write } from '../data/read.js';
import type { ThreadMessages } from '../i18n/en/thread.js';
import type { CopElement } from './cop-element.js';
import { focusOn } from './focus.js';

interface Doomed {
  id: string;
  question: string;
  permission: Permission;
  write: () => Write<void>;
  /** When it is out of sight: where focus goes on. */
  onGone: () => void;
}

/** Deleting in two steps, in place: the button asks, a second one does it; for a while it can be taken back. */
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

  #remove({ id, permission, write, onGone }: Doomed): void {
    this.#asked = '';
    if (!this.host.mayOrAsk(permission, `vote-${id}`)) return;
    deleteLater(this.host, { id, permission, write: write(), text: this.l.t.deleted });
    onGone();
  }
}

/** Takes a thing out of sight at once, and deletes it when its toast is over: until then it can come back as if nothing had been. */
export function deleteLater(
  host: CopElement,
  { id, permission, write, text }: { id: string; permission: Permission; write: Write<void>; text: string },
): void {
  const { cop } = host;
  const back = cop.cache.hide(id);
  const send = async (): Promise<unknown> => {
    if (host.isConnected && host.found.value === cop) return host.send(permission, write);
    return cop.write(write).catch(() => null);
  };
  host.toast(text, {
    undo: back,
    done: async (leaving) => {
      if (leaving) sendLeaving(cop, write);
      else if (!(await send())) back();
    },
  });
}

/** Sends what a page that ends has still to send: it waits for no answer. */
export function sendLeaving({ http }: Community, { path, method, ifMatch }: Write<unknown>): void {
  void http.send(path, { method, ifMatch, idempotencyKey: randomId(), keepalive: true }).catch(() => undefined);
}
