import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { RefusedEvent } from '../community/events.js';
import type { Waiting } from '../data/outbox.js';
import compose from '../i18n/en/compose.js';
import { Localize } from '../i18n/localize.js';
import { problemText } from './states.js';
import { View } from './view.js';

/** What somebody wrote in a write; what is only a press, such as a vote, has no words. */
const wordsOf = ({ body }: { body?: unknown }) => (body ?? {}) as { title?: string; body?: string };

/** What was sent without a connection: what still waits, to be read and taken back, and what was refused when there was one again. */
export class OutboxView extends View {
  static override styles = css`
    .waits > summary {
      cursor: pointer;
    }
    .waits > :not(summary) {
      margin-block-start: 0.6em;
      padding-block-start: 0.6em;
      border-block-start: 1px solid var(--_line);
    }
    .waits p {
      margin: 0 0 0.4em;
      white-space: pre-wrap;
    }
  `;
  private readonly l = new Localize(this.host, 'compose', compose);

  override render(): unknown {
    const { refused, cop } = this.host;
    return html`${this.#refused(refused)} ${cop.waiting.length ? this.#waiting(cop.waiting) : nothing}`;
  }

  #waiting(waiting: readonly Waiting[]): unknown {
    const { host } = this;
    const text = host.common.t.waiting(waiting.length);
    const readable = waiting.filter(({ write }) => wordsOf(write).title || wordsOf(write).body);
    if (!readable.length) return html`<p class="notice" part="notice">${text}</p>`;
    return html`<details class="notice waits" part="notice">
      <summary>${text}</summary>
      ${repeat(
        readable,
        ({ id }) => id,
        (entry) => {
          const { title, body } = wordsOf(entry.write);
          return html`<div>
            ${title ? html`<p dir="auto"><b>${title}</b></p>` : nothing} ${body ? html`<p dir="auto">${body}</p>` : nothing}
            <button type="button" class="quiet" @click=${() => this.#takeBack(entry)}>${this.l.t.takeBack}</button>
          </div>`;
        },
      )}
    </details>`;
  }

  async #takeBack({ id, write }: Waiting): Promise<void> {
    const { host } = this;
    const { t } = this.l;
    // Another tab may just be sending it.
    if (!(await (await host.cop.outbox()).takeBack(id))) return;
    host.toast(write.draft ? t.keptAsDraft : t.takenBack);
    await host.updateComplete;
    // To what still waits, else to the button that opens the form again, or on what is open to the way back.
    const next = ['.waits > summary', '.head > button:last-of-type', '[part=back]'].map((selector) =>
      host.renderRoot.querySelector<HTMLElement>(selector),
    );
    next.find(Boolean)?.focus();
  }

  #refused(refused: readonly RefusedEvent[]): unknown {
    const { host } = this;
    const { t } = this.l;
    const close = (event: RefusedEvent) => (host.refused = host.refused.filter((one) => one !== event));
    return repeat(
      refused,
      (event) => event,
      (event) => {
        const { title, body } = wordsOf(event.write);
        return html`<div class="notice wrong" part="notice" role="alert">
          ${t.refused} ${problemText(host.common.t, event.problem)} ${event.write.draft ? t.keptAsDraft : nothing}
          <p class="clamp" dir="auto">${title || body}</p>
          <button type="button" @click=${() => close(event)}>${host.common.t.close}</button>
        </div>`;
      },
    );
  }
}
