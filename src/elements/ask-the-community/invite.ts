import { html, nothing, type TemplateResult } from 'lit';
import type { Member, MemberPage, Question } from '../../contract/index.js';
import { QueryController } from '../../controllers/query-controller.js';
import { randomId } from '../../data/id.js';
import { findMembers, invite } from '../../data/ladder.js';
import { focusOn } from '../../ui/focus.js';
import { avatar, byline } from '../../ui/person.js';
import type { LadderView } from './ladder-view.js';

/** How long to wait for the next letter, in ms. */
const TYPING = 250;

/** Looks for a member and asks them by name. */
export class Invite {
  #open = false;
  #typed = '';
  #query = '';
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #found: QueryController<MemberPage>;

  constructor(private readonly view: LadderView) {
    const { host } = view;
    this.#found = new QueryController<MemberPage>(
      host,
      () => host.found.value,
      () => (this.#open && this.#query ? findMembers(this.#query) : null),
      true,
    );
  }

  reset(): void {
    this.#open = false;
    this.#typed = this.#query = '';
    clearTimeout(this.#typing);
  }

  render(question: Question): TemplateResult {
    const { t } = this.view.l;
    if (!this.#open)
      return html`<div class="row"><button type="button" class="quiet" part="invite" id="invite" aria-expanded="false" @click=${this.#show}>${t.invite}</button></div>`;
    const { left } = this.view;
    return html`<div part="invite-form" role="group" aria-label=${t.inviteHeading} @keydown=${this.#onKey}>
      ${
        left === 0
          ? html`<p role="status">${t.inviteNone}</p>`
          : html`<label for="invite-search">${t.inviteLabel}</label>
            <input type="search" class="search" part="invite-search" id="invite-search" dir="auto" autocomplete="off" .value=${this.#typed} @input=${this.#type} aria-describedby="invite-hint" />
            <p class="hint" id="invite-hint">${left === null ? nothing : t.inviteHint(left)}</p>
            ${this.#people(question)}`
      }
      ${this.view.host.notices(`invite-${question.id}`)}
      <div class="row"><button type="button" id="invite-done" @click=${this.#close}>${t.done}</button></div>
    </div>`;
  }

  #people(question: Question): unknown {
    const { value } = this.#found;
    const { t } = this.view.l;
    const { common } = this.view.host;
    if (value.state === 'error')
      return html`<p role="alert">${common.t.problem[value.problem.kind]} <button type="button" class="quiet" @click=${this.#found.retry}>${common.t.retry}</button></p>`;
    if (value.state !== 'ready') return nothing;
    const me = this.view.host.cop.session?.member?.id;
    const people = value.data.items.filter(({ id }) => id !== me && id !== question.author?.id);
    if (people.length === 0) return html`<p role="status">${t.noneFound}</p>`;
    return html`<ul class="found" part="invite-found" aria-label=${t.found(people.length)}>
      ${people.map(
        (one) => html`<li>
          ${avatar(one)}
          <div class="who-is">${byline({ ...one, url: null }, common.t)}<small dir="auto">${one.headline}</small></div>
          <button type="button" aria-label=${t.inviteOne(one.name)} @click=${() => void this.#send(question, one)}>${t.inviteButton}</button>
        </li>`,
      )}
    </ul>`;
  }

  #show = (): void => {
    this.#open = true;
    focusOn(this.view.host, 'invite-search');
  };

  #close = (): void => {
    this.reset();
    focusOn(this.view.host, 'invite');
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#close();
  };

  #type = (event: Event): void => {
    this.#typed = (event.target as HTMLInputElement).value;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.#query = this.#typed.trim();
      this.view.host.requestUpdate();
    }, TYPING);
  };

  async #send({ id }: Question, { id: memberId, name }: Member): Promise<void> {
    const { host, l } = this.view;
    const sent = await host.send('answer', invite(id, memberId), randomId(), `invite-${id}`);
    if (!sent) return;
    this.#typed = this.#query = '';
    host.announce(l.t.invited(name));
    focusOn(host, 'invite-search');
  }
}
