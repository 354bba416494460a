import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Member } from '../../contract/index.js';
import { cancelDeletion, exportMember, requestDeletion } from '../../data/account.js';
import { randomId } from '../../data/id.js';
import { editProfile, getMember } from '../../data/members.js';
import { Problem } from '../../data/problem.js';
import type { Write } from '../../data/read.js';
import account from '../../i18n/en/account.js';
import { Localize } from '../../i18n/localize.js';
import { heading, problemText } from '../../ui/states.js';
import { View } from '../../ui/view.js';
import type { CopMemberDirectory } from './member-directory.js';

const styles = css`
  .account {
    max-inline-size: 44em;
    margin-block-start: 0.5em;
    padding-block-start: 0.25em;
    border-block-start: 1px solid var(--_line);
  }
  .account .hint {
    margin-block-end: 0.4em;
  }
  .account section button {
    padding-inline: 0.95em;
    border: 1px solid var(--_line);
  }
  .account .danger {
    color: var(--_bad);
  }
`;

const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();

/** What is one’s own: to take along, to leave, to delete. */
export class AccountView extends View<CopMemberDirectory> {
  static override styles = styles;
  readonly #l = new Localize(this.host, 'account', account);
  #name = '';
  #wrong = false;
  #busy = false;
  #problem: Problem | null = null;

  show(m: Member): TemplateResult {
    const { t } = this.#l;
    return html`<div class="account" part="account">
      ${this.#part(t.take, t.takeHint, html`<button type="button" ?disabled=${this.#busy} @click=${() => this.#take(m)}>${t.take}</button>`)}
      ${this.#problem ? html`<p class="notice wrong" part="notice" role="alert">${problemText(this.host.common.t, this.#problem)}</p>` : nothing}
      ${
        m.listed
          ? this.#part(t.leave, t.leaveHint, html`<button type="button" @click=${() => this.#list(m, false)}>${t.leave}</button>`)
          : this.#part(t.comeBack, '', html`<button type="button" @click=${() => this.#list(m, true)}>${t.comeBack}</button>`)
      }
      ${m.deletionDueAt ? nothing : this.#part(t.remove, t.removeHint, this.#confirmation(m))} ${this.host.notices('account')}
    </div>`;
  }

  /** That it will be deleted, wherever the profile is looked at by its member. */
  due(m: Member): TemplateResult | typeof nothing {
    if (!m.deletionDueAt) return nothing;
    const { t } = this.#l;
    return html`<p class="notice wrong" part="notice">${t.due(t.dueOn(new Date(m.deletionDueAt)))} <button type="button" @click=${() => this.#send(m, cancelDeletion(m.id), t.kept)}>${t.keep}</button></p>`;
  }

  #part(title: string, hint: string, action: TemplateResult): TemplateResult {
    return html`<section part="section">${heading(this.host.headingLevel + 1, title, 'subheading')} ${hint ? html`<p class="hint">${hint}</p>` : nothing} ${action}</section>`;
  }

  #confirmation(m: Member): TemplateResult {
    const { t } = this.#l;
    const write = (event: Event) => {
      this.#name = (event.target as HTMLInputElement).value;
      this.#wrong = false;
      this.host.requestUpdate();
    };
    return html`<form novalidate @submit=${(event: Event) => this.#remove(event, m)}>
      <label class="label" for="account-name">${t.typeName(m.name)}</label>
      <input id="account-name" autocomplete="off" dir="auto" aria-invalid=${this.#wrong ? 'true' : 'false'} aria-describedby=${this.#wrong ? 'account-name-error' : nothing} .value=${live(this.#name)} @input=${write} />
      ${this.#wrong ? html`<p class="error" id="account-name-error" role="alert">${t.notYourName}</p>` : nothing}
      <div class="actions"><button class="danger" ?disabled=${this.#busy}>${t.confirm}</button></div>
    </form>`;
  }

  async #take(m: Member): Promise<void> {
    this.#set(true);
    this.#problem = null;
    try {
      const data = await this.host.cop.read(exportMember(m.id), true);
      const url = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }));
      const link = document.createElement('a');
      link.href = url;
      link.download = `${data.community.id}-my-data.json`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
      this.host.announce(this.#l.t.taken);
    } catch (error) {
      this.#problem = Problem.from(error);
    }
    this.#set(false);
  }

  #list(m: Member, listed: boolean): void {
    const { t } = this.#l;
    void this.#send(m, editProfile(m.id, m.version, { listed }), listed ? t.back : t.left);
  }

  #remove(event: Event, m: Member): void {
    event.preventDefault();
    this.#wrong = !same(this.#name, m.name);
    if (!this.#wrong) return void this.#send(m, requestDeletion(m.id, this.#name), '');
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.host.renderRoot.querySelector<HTMLElement>('#account-name')?.focus());
  }

  async #send(m: Member, write: Write<Member>, said: string): Promise<void> {
    if (this.#busy) return;
    this.#set(true);
    const sent = await this.host.send('edit-profile', write, randomId(), 'account');
    this.#set(false);
    if (sent?.state !== 'sent') return;
    this.#name = '';
    this.host.cop.cache.set(getMember(m.id), sent.answer);
    const { deletionDueAt } = sent.answer;
    const { t } = this.#l;
    this.host.announce(said || (deletionDueAt ? t.due(t.dueOn(new Date(deletionDueAt))) : ''));
    await this.host.updateComplete;
    this.host.renderRoot.querySelector<HTMLElement>('.profile-name')?.focus();
  }

  #set(busy: boolean): void {
    this.#busy = busy;
    this.host.requestUpdate();
  }
}
