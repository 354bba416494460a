import { html, nothing, type TemplateResult } from 'lit';
import type { AskReason, HelpRequest, Ladder, Question } from '../../contract/index.js';
import { QueryController } from '../../controllers/query-controller.js';
import { getLadder, setDeclined } from '../../data/ladder.js';
import ladder from '../../i18n/en/ladder.js';
import { Localize } from '../../i18n/localize.js';
import { focusOn } from '../../ui/focus.js';
import { itemLink } from '../../ui/item-link.js';
import { heading } from '../../ui/states.js';
import { View } from '../../ui/view.js';
import type { CopAskTheCommunity } from './ask-the-community.js';
import { Invite } from './invite.js';
import { ladderStyles } from './ladder.styles.js';

/** Who looks for help with a question, in its thread: what was asked of the reader, who else has been told, what comes next, and a way to name somebody. */
export class LadderView extends View<CopAskTheCommunity> {
  static override styles = ladderStyles;
  declare readonly host: CopAskTheCommunity;
  readonly l = new Localize(this.host, 'ladder', ladder);
  readonly invite = new Invite(this);
  #wanted = '';
  private readonly ladder = new QueryController<Ladder>(
    this.host,
    () => this.host.found.value,
    () => (this.#wanted && this.#wanted === this.host.url.id ? getLadder(this.#wanted) : null),
  );

  /** How many people the reader may still invite; null while that is not known. */
  get left(): number | null {
    const { value } = this.ladder;
    return value.state === 'ready' ? value.data.invitationsLeft : null;
  }

  show(question: Question): unknown {
    const { can, asked } = question.viewer;
    const waits = question.answerCount === 0 && question.closedAt === null;
    const panel = can.includes('ladder') && !question.acceptedAnswerId;
    const mayInvite = can.includes('invite') && (waits || panel);
    this.#want(panel || mayInvite ? question.id : '');
    return html`${asked && waits ? this.#asked(question, asked) : nothing} ${panel ? this.#panel(question, mayInvite) : mayInvite ? html`<div class="ladder">${this.invite.render(question)}</div>` : nothing}`;
  }

  /** The row of a list that is the reader’s to answer says why. */
  why({ reason }: HelpRequest): TemplateResult {
    return html`<p class="why" part="why">${this.#because(reason)}</p>`;
  }

  /** Nothing waits: said where the list would be. */
  none(): string {
    return this.host.waitsFor === 'forMe' ? this.l.t.nothingForMe : this.l.t.nothingForStewards;
  }

  #want(id: string): void {
    if (id === this.#wanted) return;
    this.#wanted = id;
    this.invite.reset();
    // The read begins with the next update: this one has passed the controllers.
    queueMicrotask(() => this.host.requestUpdate());
  }

  #because({ kind, topic, by }: AskReason): string {
    return this.l.t.because(kind, topic?.label, by?.name);
  }

  #asked(question: Question, asked: HelpRequest): TemplateResult {
    const { t } = this.l;
    const declined = asked.outcome === 'declined';
    return html`<div class="ladder for-me" part="asked">
      <p>${declined ? t.declined : this.#because(asked.reason)}</p>
      <div class="row">
        ${declined ? nothing : html`<button type="button" @click=${this.#answer}>${t.answerIt}</button>`}
        <button type="button" class="quiet" part="decline" id="decline" @click=${() => void this.#decline(question, !declined)}>${declined ? t.canAfterAll : t.cannot}</button>
      </div>
      ${this.host.notices(`decline-${question.id}`)}
    </div>`;
  }

  #answer = (): void => {
    const field = this.host.renderRoot.querySelector<HTMLElement>('.answer-form textarea');
    field?.focus();
    field?.scrollIntoView({ block: 'center' });
  };

  async #decline({ id }: Question, declined: boolean): Promise<void> {
    const { host, l } = this;
    const sent = await host.send('answer', setDeclined(id, declined), undefined, `decline-${id}`);
    focusOn(host, 'decline');
    if (!sent) return;
    if (declined) host.toast(l.t.declinedNow, { undo: () => void host.send('answer', setDeclined(id, false), undefined, `decline-${id}`) });
    else host.announce(l.t.canAfterAll);
  }

  #panel(question: Question, mayInvite: boolean): TemplateResult {
    const { value } = this.ladder;
    const { t } = this.l;
    // Answered before anybody was asked: there is nothing to tell.
    if (value.state === 'ready' && !value.data.asked.length && !['asking', 'asked'].includes(value.data.state))
      return html`<div class="ladder">${mayInvite ? this.invite.render(question) : nothing}</div>`;
    return html`<section class="ladder" part="ladder" aria-labelledby="ladder-heading" aria-busy=${value.state === 'loading'}>
      <div id="ladder-heading">${heading(this.host.headingLevel + 1, t.heading, 'subheading')}</div>
      ${value.state === 'ready' ? this.#state(value.data) : value.state === 'error' ? html`<p class="who-asked">${this.host.common.t.problem[value.problem.kind]} <button type="button" class="quiet" @click=${this.ladder.retry}>${this.host.common.t.retry}</button></p>` : html`<span class="bone" aria-hidden="true"></span>`}
      ${mayInvite ? this.invite.render(question) : nothing}
    </section>`;
  }

  #state({ state, asked, next, quietUntil, wait }: Ladder): TemplateResult {
    const { t, formats } = this.l;
    const [first] = next;
    const last = next.at(-1);
    const waiting = state === 'asking' || state === 'asked';
    return html`<ul class="asked" part="asked-list">
        ${asked.map(({ reason, count, askedAt, members }) => {
          const text = t.asked(reason.kind, count, reason.topic?.label, formats.relative(askedAt));
          const names = members.map((one) => itemLink(this.host, { type: 'member', id: one.id, title: one.name, url: one.url }, one.name));
          return html`<li><p>${text} ${names.length ? html`<span class="who-asked">${names.map((name, i) => html`${i ? ', ' : nothing}${name}`)}</span>` : nothing}</p></li>`;
        })}
      </ul>
      ${asked.length === 0 && waiting ? html`<p>${t.nobodyYet}</p>` : nothing}
      ${quietUntil ? html`<p class="who-asked" part="quiet">${t.quiet(this.#time(quietUntil))}</p>` : nothing}
      ${first ? html`<p part="next">${t.next(this.#time(first.at), first.ring, first.upTo)} ${last && last !== first ? t.lastly(this.#time(last.at)) : nothing}</p>` : nothing}
      ${state === 'asked' ? html`<p>${t.allAsked}</p>` : nothing}
      ${wait && waiting ? html`<p class="who-asked" part="wait">${t.wait(t.hours(wait.medianHours), wait.n)}</p>` : nothing}`;
  }

  /** “tomorrow, 14:00”, in the reader’s zone; from a week on with the date. */
  #time(at: string): string {
    const { formats } = this.l;
    const day = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
    const days = Math.round((day(new Date(at)) - day(new Date())) / 86_400_000);
    const time = formats.date(at, { timeStyle: 'short' });
    if (days === 0) return time;
    return days > 0 && days < 7
      ? formats.date(at, { weekday: 'long', hour: 'numeric', minute: '2-digit' })
      : formats.date(at, { dateStyle: 'medium', timeStyle: 'short' });
  }
}
