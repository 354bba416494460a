import { html, nothing, type TemplateResult } from 'lit';
import { vote } from '../../data/questions.js';
import type { CopElement } from '../../ui/cop-element.js';
import type { ThreadMessages } from '../../i18n/en/thread.js';
import type { Formats } from '../../i18n/formats.js';

/** A question or an answer, as far as votes go. */
export interface Voted {
  id: string;
  score: number;
  viewer: { vote: -1 | 0 | 1; can: readonly string[] };
}
type Noun = 'questions' | 'answers';

const UP = html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 4.5 14 11.5H2Z" /></svg>`;
const DOWN = html`<svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 11.5 2 4.5H14Z" /></svg>`;

/** Up, score, down. The count is on screen at once; what the endpoint refuses comes back visibly. */
export class Votes {
  #back = '';
  #sending = new Map<string, Promise<void>>();

  constructor(
    private readonly host: CopElement,
    private readonly l: { t: ThreadMessages; formats: Formats },
  ) {}

  render(noun: Noun, item: Voted): TemplateResult {
    const { t, formats } = this.l;
    const { cop } = this.host;
    const may = cop.has('votes') && (item.viewer.can.includes('vote') || cop.couldIfSignedIn());
    const button = (value: 1 | -1, label: string, icon: TemplateResult) =>
      may
        ? html`<button type="button" part="vote" aria-label=${label} title=${label} aria-pressed=${item.viewer.vote === value} @click=${() => this.#vote(noun, item, value)}>${icon}</button>`
        : nothing;
    const text = formats.number(item.score, Math.abs(item.score) > 9999 ? { notation: 'compact' } : {});
    return html`<div class="votes" part="votes" role="group" aria-label=${t.votes(item.score)}>
      ${button(1, t.voteUp, UP)}
      <span class="sum ${this.#back === item.id ? 'back' : ''}" part="score" title=${t.votes(item.score)}>${text}</span>
      ${may ? nothing : html`<small aria-hidden="true">${t.voteWord(item.score)}</small>`} ${button(-1, t.voteDown, DOWN)}
    </div>`;
  }

  #vote(noun: Noun, item: Voted, pressed: 1 | -1): void {
    const value = item.viewer.vote === pressed ? 0 : pressed;
    this.#back = '';
    // One after the other, so that the last word is the last to arrive.
    const before = this.#sending.get(item.id);
    this.#sending.set(item.id, before ? before.then(() => this.#send(noun, item.id, value)) : this.#send(noun, item.id, value));
  }

  async #send(noun: Noun, id: string, value: -1 | 0 | 1): Promise<void> {
    const sent = await this.host.send('vote', vote(noun, id, value), undefined, `vote-${id}`);
    if (sent || !this.host.lastProblem) return;
    this.#back = id;
    this.host.announce(this.l.t.rolledBack);
    this.host.requestUpdate();
  }
}
