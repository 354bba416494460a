import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { MemberRef, Resource } from '../../contract/index.js';
import { Draft } from '../../controllers/draft.js';
import type { Write } from '../../data/read.js';
import { endorse, findRight, setStatus, setSteward, takeEndorsementBack, voteOnResource } from '../../data/resource-care.js';
import library from '../../i18n/en/library.js';
import { Localize } from '../../i18n/localize.js';
import { byline } from '../../ui/person.js';
import { SaveButton } from '../../ui/save-button.js';
import { View } from '../../ui/view.js';
import { careStyles } from './care.styles.js';
import { PeopleFound } from './people-found.js';
import type { CopResourceList } from './resource-list.js';

type Asked = 'endorse' | 'retire' | 'decline' | 'hand-over';
interface Open {
  id: string;
  what: Asked;
  draft: Draft<{ text: string }>;
}
/** Lengths in the contract, in characters. */
const LONGEST = { endorse: 300, retire: 500, decline: 500, 'hand-over': 100 } as const;

/** What others make of a resource, and who sees to it that it stays right. */
export class ResourceCare extends View<CopResourceList> {
  static override styles = careStyles;
  private readonly l = new Localize(this.host, 'library', library);
  private readonly saves = new SaveButton(this.host);
  private readonly people = new PeopleFound(this.host, () => (this.#open?.what === 'hand-over' ? this.#open.draft.value.text : ''));
  #open: Open | null = null;
  #missing = false;

  override dispose(): void {
    this.#open?.draft.dispose();
    this.saves.dispose();
    this.people.dispose();
    this.host.removeController(this.l);
    super.dispose();
  }

  /** What state it is in, where that is not the usual one, and what can be done about it. */
  state(item: Resource): unknown {
    const { t } = this.l;
    const { status, statusNote, review } = item;
    const says =
      status === 'proposed'
        ? t.proposed
        : status === 'draft'
          ? statusNote
            ? t.declinedBecause(statusNote)
            : t.draft
          : status === 'obsolete'
            ? `${t.obsolete} ${statusNote}`
            : review.due
              ? t.lastLooked(this.#month(review.at ?? item.createdAt))
              : '';
    if (!says) return nothing;
    return html`<div class="notice state ${status === 'obsolete' ? 'wrong' : ''}" part="state">
      <p dir="auto">${status === 'published' && item.viewer.can.includes('review') ? html`<b>${t.stillRight}</b> ` : nothing}${says}</p>
      ${this.#stateActions(item)} ${this.#form(item, ['decline'])}
      ${status === 'published' ? this.#form(item, ['retire']) : nothing}
    </div>`;
  }

  #stateActions(item: Resource): unknown {
    const { t } = this.l;
    const { status, review } = item;
    const can = (action: Resource['viewer']['can'][number]) => item.viewer.can.includes(action);
    const actions = [
      can('publish') && status === 'proposed'
        ? this.#does(t.publish, () => this.#status(item, 'published', t.published), 'publish', true)
        : nothing,
      can('publish') && status === 'draft'
        ? this.#does(t.sendDraft, () => this.#status(item, 'published', t.published), 'publish', true)
        : nothing,
      can('publish') && status === 'obsolete'
        ? this.#does(t.bringBack, () => this.#status(item, 'published', t.broughtBack), 'publish')
        : nothing,
      can('decline') ? this.#does(t.decline, () => this.#show(item, 'decline'), 'decline') : nothing,
      can('review') && review.due ? this.#does(t.yesRight, () => this.#right(item), 'review', true) : nothing,
      can('retire') && review.due ? this.#does(t.retire, () => this.#show(item, 'retire'), 'retire') : nothing,
    ].filter((action) => action !== nothing);
    if (status === 'draft' && !can('publish') && can('edit')) return html`<p class="hint">${t.incomplete}</p>`;
    return actions.length ? html`<div class="actions">${actions}</div>${this.host.notices('state')}` : nothing;
  }

  #does(text: string, act: () => unknown, name: string, primary = false): TemplateResult {
    return html`<button type="button" class="${name} ${primary ? 'primary' : ''}" part="act" @click=${() => void act()}>${text}</button>`;
  }

  /** Votes, what is kept for later, and endorsements. `more`: what else can be done with it. */
  actions(item: Resource, more: unknown = nothing): TemplateResult {
    const { t } = this.l;
    const { cop } = this.host;
    const { id, title, viewer, score } = item;
    const voted = viewer.vote === 1;
    const mayVote = cop.has('votes') && (viewer.can.includes('vote') || cop.couldIfSignedIn());
    const vote = mayVote
      ? html`<button
          type="button"
          class="vote" part="act"
          aria-pressed=${voted}
          aria-label="${t.voteUp}: ${t.useful(score)}"
          @click=${() => void this.host.send('vote', voteOnResource(id, voted ? 0 : 1), undefined, 'care')}
        >
          <span aria-hidden="true">▲</span> ${t.voteUp} <span>${this.l.formats.number(score)}</span>
        </button>`
      : score
        ? html`<span class="hint">${t.useful(score)}</span>`
        : nothing;
    const endorsing = viewer.can.includes('endorse')
      ? html`<button type="button" class="endorse" part="act" id="care-endorse" aria-pressed=${viewer.endorsed} @click=${() => this.#show(item, 'endorse')}>
          ${viewer.endorsed ? t.endorsed : t.endorse}
        </button>`
      : nothing;
    const savable = item.status === 'published' || item.status === 'obsolete';
    return html`<div class="care" part="care">
        ${vote} ${savable ? this.saves.button({ type: 'resource', id, title }) : nothing} ${endorsing} ${more} ${this.host.notices('care')}
      </div>
      ${this.#form(item, ['endorse'])}`;
  }

  /** Who stands for it, and why. */
  endorsers({ endorsements: { total, newest } }: Resource): unknown {
    const { t } = this.l;
    if (!total) return nothing;
    const rest = total - newest.length;
    return html`<div class="endorsers" part="endorsers">
      <b class="good">${t.endorsedBy}</b>
      <ul>
        ${newest.map(
          ({ member, note }) => html`<li>${byline(member, this.host.common.t)}${note ? html`: <q><bdi>${note}</bdi></q>` : nothing}</li>`,
        )}
      </ul>
      ${rest > 0 ? html`<span class="hint">${t.andMore(rest)}</span>` : nothing}
    </div>`;
  }

  /** Who looks after it, when it was last found right, and when it is looked at again. */
  review(item: Resource): unknown {
    const { t } = this.l;
    const { review, viewer, status } = item;
    if (!this.host.cop.has('reviews') || status !== 'published') return nothing;
    const can = (action: Resource['viewer']['can'][number]) => viewer.can.includes(action);
    const facts = [
      review.at ? t.lookedAt(this.#month(review.at)) : '',
      review.on && !review.due ? t.nextLook(this.#month(review.on)) : '',
    ].filter(Boolean);
    const me = this.host.cop.session?.member;
    return html`<div class="review" part="review">
      <p class="hint">
        ${review.steward ? html`${t.lookedAfterBy} ${byline(review.steward, this.host.common.t)}` : can('look-after') ? t.nobodyLooks : nothing}
        ${facts.length ? html`${review.steward || can('look-after') ? ' · ' : ''}${facts.join(', ')}` : nothing}
      </p>
      <div class="care">
        ${can('look-after') && me ? this.#does(t.lookAfter, () => this.#keep(item, me, t.youLookAfter), 'look-after') : nothing}
        ${can('hand-over') ? this.#does(review.steward ? t.handOver : t.nameSomebody, () => this.#show(item, 'hand-over'), 'hand-over') : nothing}
        ${can('review') && !review.due ? this.#does(t.stillRight, () => this.#right(item), 'review') : nothing}
        ${can('retire') && !review.due ? this.#does(t.retire, () => this.#show(item, 'retire'), 'retire') : nothing}
        ${this.host.notices('review')}
      </div>
      ${this.#form(item, review.due ? ['hand-over'] : ['hand-over', 'retire'])}
    </div>`;
  }

  #month(date: string): string {
    return this.l.formats.date(date, { month: 'long', year: 'numeric' });
  }

  #show(item: Resource, what: Asked): void {
    this.#open?.draft.dispose();
    this.host.clearProblem();
    this.#missing = false;
    if (this.#open?.what === what && this.#open.id === item.id) this.#open = null;
    else this.#open = { id: item.id, what, draft: new Draft(this.host, this.host.cop, `care|${what}|${item.id}`, { text: '' }) };
    if (this.#open) this.host.focusNext('.care-form input');
    this.host.requestUpdate();
  }

  #form(item: Resource, whats: readonly Asked[]): unknown {
    const open = this.#open;
    if (open?.id !== item.id || !whats.includes(open.what)) return nothing;
    const { t } = this.l;
    const { what, draft } = open;
    const labels = { endorse: t.endorseNote, retire: t.retireReason, decline: t.declineReason, 'hand-over': t.handOverTo };
    const verbs = { endorse: t.endorse, retire: t.retire, decline: t.decline, 'hand-over': '' };
    return html`<form
      class="care-form fresh"
      part="form"
      novalidate
      @submit=${(event: Event) => void this.#send(event, item, open)}
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && this.#show(item, what)}
    >
      <label class="label" for="care-text">${labels[what]}</label>
      <input
        id="care-text"
        dir="auto"
        autocomplete="off"
        maxlength=${LONGEST[what]}
        aria-invalid=${this.#missing ? 'true' : 'false'}
        .value=${live(draft.value.text)}
        @input=${(event: Event) => draft.set({ text: (event.target as HTMLInputElement).value })}
      />
      ${what === 'hand-over' ? this.people.show(t.handOverTo, (member) => void this.#keep(item, member, t.handedOver)) : nothing} ${this.host.notices('care-form')}
      <div class="actions">
        ${verbs[what] ? html`<button class="primary" part="send">${verbs[what]}</button>` : nothing}
        <button type="button" @click=${() => this.#show(item, what)}>${this.host.common.t.cancel}</button>
        ${
          what === 'endorse' && item.viewer.endorsed
            ? html`<button type="button" class="quiet push" @click=${() => void this.#write('endorse', takeEndorsementBack(item.id), t.takeBack)}>
              ${t.takeBack}
            </button>`
            : nothing
        }
        ${what === 'hand-over' && item.review.steward ? html`<button type="button" class="quiet push" @click=${() => void this.#keep(item, null, t.handedOver)}>${t.letGo}</button>` : nothing}
      </div>
    </form>`;
  }

  async #send(event: Event, item: Resource, { what, draft }: Open): Promise<void> {
    event.preventDefault();
    const text = draft.value.text.trim();
    const { t } = this.l;
    this.#missing = what === 'decline' && !text;
    if (this.#missing || what === 'hand-over') return this.host.focusNext('.care-form input');
    if (what === 'endorse') return this.#write('endorse', endorse(item.id, text), t.endorsed);
    const [status, said] = what === 'decline' ? (['draft', t.declined] as const) : (['obsolete', t.retired] as const);
    return this.#write('suggest', setStatus(item, status, text), said);
  }

  /** Sends what the open form says; it stays where that was refused. */
  async #write(permission: 'endorse' | 'suggest', write: Write<Resource>, said: string): Promise<void> {
    const { draft } = this.#open ?? {};
    const sent = await this.host.send(permission, write, undefined, 'care-form');
    if (!sent) return;
    draft?.clear();
    draft?.dispose();
    this.#open = null;
    this.host.announce(said);
    this.host.focusNext('.item-title');
  }

  async #keep(item: Resource, member: Pick<MemberRef, 'id'> | null, said: string): Promise<void> {
    const form = this.#open?.what === 'hand-over';
    if (form) return this.#write('suggest', setSteward(item.id, member?.id ?? null), said);
    if (await this.host.send('suggest', setSteward(item.id, member?.id ?? null), undefined, 'review')) this.host.announce(said);
  }

  async #right(item: Resource): Promise<void> {
    if (!(await this.host.send('suggest', findRight(item.id), undefined, item.review.due ? 'state' : 'review'))) return;
    this.host.announce(this.l.t.rightNow);
    this.host.focusNext('.item-title');
  }

  async #status(item: Resource, status: 'published', said: string): Promise<void> {
    if (!(await this.host.send('suggest', setStatus(item, status), undefined, 'state'))) return;
    this.host.announce(said);
    this.host.focusNext('.item-title');
  }
}
