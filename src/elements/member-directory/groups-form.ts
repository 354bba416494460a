import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Member } from '../../contract/index.js';
import { putGroups } from '../../data/account.js';
import { getMember } from '../../data/members.js';
import account from '../../i18n/en/account.js';
import { Localize } from '../../i18n/localize.js';
import { GROUPS } from '../../ui/limits.js';
import { View } from '../../ui/view.js';
import type { CopMemberDirectory } from './member-directory.js';

type Groups = Member['groups'];

/** Which groups somebody belongs to, for stewards. */
export class GroupsForm extends View<CopMemberDirectory> {
  readonly #l = new Localize(this.host, 'account', account);
  #of: string | null = null;
  #groups: Groups = [];
  #sending = false;

  show(m: Member): TemplateResult {
    if (this.#of !== m.id) {
      this.#of = m.id;
      this.#groups = m.groups;
    }
    const { t } = this.#l;
    const add = () => {
      this.#set([...this.#groups, { name: '', role: null }]);
      this.#focus('.groups-form li:last-child input');
    };
    return html`<form class="groups-form" part="form" novalidate @submit=${(event: Event) => this.#save(event, m)}>
      <ul>${this.#groups.map((group, i) => this.#row(group, i))}</ul>
      ${this.#groups.length < GROUPS ? html`<button type="button" @click=${add}>${t.addGroup}</button>` : nothing}
      ${this.host.notices('groups')}
      <div class="actions"><button class="primary" ?disabled=${this.#sending}>${t.saveGroups}</button></div>
    </form>`;
  }

  #row(group: Groups[number], i: number): TemplateResult {
    const { t } = this.#l;
    const change = (part: Partial<Groups[number]>) => this.#set(this.#groups.map((one, n) => (n === i ? { ...one, ...part } : one)));
    const value = (event: Event) => (event.target as HTMLInputElement).value;
    const remove = () => {
      this.#set(this.#groups.filter((_, n) => n !== i));
      this.#focus('.groups-form button');
    };
    return html`<li class="link-row">
      <input dir="auto" maxlength="100" aria-label=${t.group(i + 1)} .value=${live(group.name)} @input=${(e: Event) => change({ name: value(e) })} />
      <input dir="auto" maxlength="60" aria-label=${t.role(i + 1)} placeholder=${t.roleText} .value=${live(group.role ?? '')} @input=${(e: Event) => change({ role: value(e) || null })} />
      <button type="button" class="quiet" aria-label=${t.removeGroup(group.name || t.group(i + 1))} @click=${remove}>×</button>
    </li>`;
  }

  async #save(event: Event, m: Member): Promise<void> {
    event.preventDefault();
    if (this.#sending) return;
    const named = this.#groups.map(({ name, role }) => ({ name: name.trim(), role: role?.trim() || null })).filter(({ name }) => name);
    this.#sending = true;
    this.host.requestUpdate();
    const sent = await this.host.send('moderate', putGroups(m.id, m.version, named), undefined, 'groups');
    this.#sending = false;
    if (sent?.state === 'sent') {
      this.host.cop.cache.set(getMember(m.id), sent.answer);
      this.#groups = sent.answer.groups;
      this.host.announce(this.#l.t.groupsSaved);
    } else if (this.host.lastProblem?.kind === 'stale') this.#of = null;
    this.host.requestUpdate();
  }

  #set(groups: Groups): void {
    this.#groups = groups;
    this.host.requestUpdate();
  }

  #focus(selector: string): void {
    void this.host.updateComplete.then(() => this.host.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}
