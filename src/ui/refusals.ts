import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { RefusedEvent } from '../community/events.js';
import compose from '../i18n/en/compose.js';
import { Localize } from '../i18n/localize.js';
import { problemText } from './states.js';
import { View } from './view.js';

/** Tells what was sent without a connection and refused when there was one again. */
export class Refusals extends View {
  private readonly l = new Localize(this.host, 'compose', compose);

  show(refused: readonly RefusedEvent[]): unknown {
    const { host } = this;
    const { t } = this.l;
    const close = (event: RefusedEvent) => (host.refused = host.refused.filter((one) => one !== event));
    return repeat(
      refused,
      (event) => event,
      (event) => {
        const { body, draft } = event.write;
        const { title, body: text } = (body ?? {}) as { title?: string; body?: string };
        return html`<div class="notice wrong" part="notice" role="alert">
          ${t.refused} ${problemText(host.common.t, event.problem)} ${draft ? t.keptAsDraft : nothing}
          <p class="clamp" dir="auto">${title || text}</p>
          <button type="button" @click=${() => close(event)}>${host.common.t.close}</button>
        </div>`;
      },
    );
  }
}
