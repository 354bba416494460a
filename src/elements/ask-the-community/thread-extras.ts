import { html, nothing, type TemplateResult } from 'lit';
import type { Question } from '../../contract/index.js';
import { revealAsker, setSame } from '../../data/question-acts.js';
import asking from '../../i18n/en/asking.js';
import { Localize } from '../../i18n/localize.js';
import { prose } from '../../ui/markdown.js';
import { avatar, byline } from '../../ui/person.js';
import type { CopAskTheCommunity } from './ask-the-community.js';

/** What a question says beside its text: who asked it, where, who has it too, and what became of it. */
export class ThreadExtras {
  readonly l: Localize<ReturnType<typeof asking>>;
  /** The question that the reader asked for, and that led here. */
  cameFrom = '';
  #sending = Promise.resolve();

  constructor(private readonly host: CopAskTheCommunity) {
    this.l = new Localize(host, 'asking', asking);
  }

  /** While one's own question is being written: whether this answers it. */
  renderWriting(): unknown {
    const { host } = this;
    const { t } = this.l;
    if (host.writing !== 'ask') return nothing;
    return html`<div class="notice reading" part="notice">
      <span>${t.reading}</span>
      <button type="button" part="answers-it" @click=${() => host.answered()}>${t.answers}</button>
      <button type="button" class="quiet" @click=${() => host.url.open(null)}>${t.backToForm}</button>
    </div>`;
  }

  renderMergedNotice(id: string): unknown {
    return this.cameFrom === id && id ? html`<p class="notice" part="notice">${this.l.t.merged}</p>` : nothing;
  }

  /** Who asked: “A member” where the name is not shown, and a mark where it is shown to few. */
  who(question: Pick<Question, 'author' | 'anonymous'>): TemplateResult {
    const { t } = this.l;
    const { common } = this.host;
    if (question.anonymous && !question.author) return html`<span class="who">${t.member}</span>`;
    return html`<span class="who">${question.author ? avatar(question.author) : nothing} ${byline(question.author, common.t)}</span>
      ${question.anonymous ? html`<span part="anonymous">${t.hidden}</span>` : nothing}`;
  }

  about({ about }: Pick<Question, 'about'>): unknown {
    if (!about) return nothing;
    return html`<span part="about-page">${this.l.t.askedOn} <a href=${about.url} dir="auto">${about.title || about.url.replace(/^https?:\/\//, '')}</a></span>`;
  }

  /** Buttons for the row of actions. */
  actions(question: Question): unknown {
    const { host } = this;
    const { t } = this.l;
    const { can, same = false } = question.viewer;
    const mayCount = host.cop.has('same-questions') && (can.includes('same') || host.cop.couldIfSignedIn());
    return html`${
      mayCount
        ? html`<button type="button" class="quiet" part="same" aria-pressed=${same} title=${t.sameTitle} @click=${() => this.#toggle(question, !same)}>${t.same}</button>`
        : nothing
    }
    ${question.sameCount ? html`<span class="hint" part="same-count">${t.sameCount(question.sameCount)}</span>` : nothing}
    ${can.includes('reveal') ? html`<button type="button" class="quiet" part="reveal" @click=${() => void this.#reveal(question)}>${t.reveal}</button>` : nothing}`;
  }

  /** What was merged into it, as it was asked. */
  merged({ merged = [] }: Question): unknown {
    return merged.map(
      (one) => html`<details class="merged" part="merged">
        <summary dir="auto">${this.l.t.also(one.title)}</summary>
        ${prose(one.body)}
        <div class="meta facts">${this.who({ author: one.author, anonymous: !one.author })}</div>
      </details>`,
    );
  }

  closed({ closedReason, closedNote }: Question): unknown {
    if (!closedReason) return nothing;
    return html`${this.l.t.closedBecause[closedReason]} ${closedNote ? html`<q dir="auto">${closedNote}</q> ` : nothing}`;
  }

  /** One after the other, so that the last word is the last to arrive. */
  #toggle(question: Question, on: boolean): void {
    this.#sending = this.#sending.then(() => this.#send(question, on));
  }

  async #send({ id }: Question, on: boolean): Promise<void> {
    const { host, l } = this;
    const sent = await host.send('follow', setSame(id, on), undefined, `vote-${id}`);
    if (sent || host.lastProblem) host.announce(sent ? (on ? l.t.sameNow : l.t.sameNoLonger) : l.t.back);
  }

  async #reveal({ id, version }: Question): Promise<void> {
    const { host, l } = this;
    if (await host.send('ask', revealAsker(id, version), undefined, `vote-${id}`)) host.announce(l.t.revealed);
  }
}
