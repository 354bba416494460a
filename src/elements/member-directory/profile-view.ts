import { html, nothing, type TemplateResult } from 'lit';
import type { Activity, ActivityPage, Member, ObjectRef, TopicRef } from '../../contract/index.js';
import { PagesController, QueryController } from '../../controllers/query-controller.js';
import { listActivities } from '../../data/lists.js';
import { getMember } from '../../data/members.js';
import feed from '../../i18n/en/feed.js';
import member from '../../i18n/en/member.js';
import { Localize } from '../../i18n/localize.js';
import { activitySentence } from '../../ui/activity-sentence.js';
import { followOpeners, itemLink } from '../../ui/item-link.js';
import { prose } from '../../ui/markdown.js';
import { avatar } from '../../ui/person.js';
import { factsLine, marks } from '../../ui/person-facts.js';
import { reachLinks } from '../../ui/reach.js';
import { sourceLine } from '../../ui/source.js';
import { FollowButton } from '../../ui/follow-button.js';
import { failure, heading } from '../../ui/states.js';
import { when } from '../../ui/time.js';
import { Lazy } from '../../ui/lazy.js';
import { View } from '../../ui/view.js';
import { whereabouts } from '../../ui/whereabouts.js';
import type { FacetName } from './filters.js';
import type { CopMemberDirectory } from './member-directory.js';
import { styles } from './profile-view.styles.js';

/** What a profile shows of what its member did. */
const LATEST = 10;

/** One member, as far as the reader may see them, and one’s own profile in place. */
export class ProfileView extends View<CopMemberDirectory> {
  static override styles = styles;
  readonly l = new Localize(this.host, 'member', member);
  readonly #feed = new Localize(this.host, 'feed', feed);
  readonly member = new QueryController<Member>(
    this.host,
    () => this.host.found.value,
    () => (this.#id ? getMember(this.#id) : null),
  );
  readonly #did = new PagesController<ActivityPage>(
    this.host,
    () => this.host.found.value,
    () =>
      this.#id && !this.#editing && this.host.found.value?.has('activities') ? listActivities({ actor: this.#id, limit: LATEST }) : null,
  );
  readonly #form = new Lazy(this.host, () => import('./profile-form.js').then((m) => new m.ProfileForm(this.host, this)));
  readonly #follow = new FollowButton(this.host);
  readonly #account = new Lazy(this.host, () => import('./account-view.js').then((m) => new m.AccountView(this.host)));
  readonly #groups = new Lazy(this.host, () => import('./groups-form.js').then((m) => new m.GroupsForm(this.host)));
  #editing = false;
  /** What is open below the profile: one’s own account, or the groups that a steward sets. */
  #below: 'account' | 'groups' | null = null;
  /** The one on screen; what is opened next, also the same again, begins as a page. */
  #shown: string | null = null;
  #focus: '.profile-name' | '.form-name' | '.edit' | null = null;

  get #id(): string | null {
    return this.host.url.id;
  }

  /** Turns to the form, or back to the page. */
  edit(on: boolean): void {
    this.#editing = on;
    this.#focus = on ? '.form-name' : '.edit';
    this.host.requestUpdate();
  }

  constructor(host: CopMemberDirectory) {
    super(host);
    followOpeners(host);
  }

  show(id: string): unknown {
    if (this.#shown !== id) {
      this.#shown = id;
      this.#editing = false;
      this.#below = null;
    }
    const { value } = this.member;
    const { t } = this.l;
    const back = html`${this.host.menuButton()} <a class="button back" href=${this.host.url.href(null)} @click=${this.host.url.follow(null)}>${t.back}</a>`;
    if (value.state === 'error') return html`${back} ${failure(this.host.common.t, value.problem, this.member.retry)}`;
    if (value.state !== 'ready') return html`${back} ${this.#renderBones()}`;
    if (this.#editing) return this.#form.render((form) => form.show(value.data));
    return html`${back} ${this.#renderProfile(value.data)}`;
  }

  hostUpdated(): void {
    if (!this.#id) this.#shown = null;
    if (this.host.arrived) this.#focus = '.profile-name';
    const target = this.#focus && this.host.renderRoot.querySelector<HTMLElement>(this.#focus);
    if (!target) return;
    this.#focus = null;
    this.host.arrived = false;
    target.focus();
  }

  #renderBones(): TemplateResult {
    return html`<div role="status"><span class="hidden">${this.host.common.t.loading}</span></div>
      <div class="who" aria-hidden="true"><span class="avatar bone"></span><span class="bones"><span class="bone"></span><span class="bone"></span><span class="bone"></span></span></div>`;
  }

  #renderProfile(m: Member): TemplateResult {
    const { t } = this.l;
    const level = this.host.headingLevel;
    return html`<article class="profile" part="profile">
      <div class="who">
        ${avatar(m)}
        <div class="about">
          ${heading(level, html`<span class="profile-name" tabindex="-1"><bdi>${m.name}</bdi></span>${marks(m, { t: this.host.l.t, common: this.host.common.t })}`)}
          ${m.headline ? html`<p><bdi>${m.headline}</bdi></p>` : nothing}
          ${factsLine(this.#facts(m))}
        </div>
        ${m.viewer.self || !m.joinedAt ? nothing : this.#follow.button({ type: 'member', id: m.id, title: m.name })}
        ${m.viewer.can.includes('edit') ? html`<button type="button" class="edit" @pointerenter=${this.#form.preload} @click=${() => this.edit(true)}>${t.edit}</button>` : nothing}
      </div>
      ${this.#follow.notices({ type: 'member', id: m.id })}
      ${m.deletionDueAt ? this.#account.render((view) => view.due(m)) : nothing}
      ${m.listed ? nothing : html`<p class="notice" part="notice">${t.unlisted}</p>`}
      ${m.viewer.self && !m.offers.length && !m.bio ? html`<p class="notice" part="notice">${t.unwritten}</p>` : nothing}
      <div class="columns">
        <div>
          ${m.bio ? this.#section(t.about, prose(m.bio)) : nothing} ${this.#topics('offers', t.offers, m.offers)} ${this.#topics('needs', t.needs, m.needs)}
          ${this.#topics('topic', t.topics, m.topics)} ${this.#renderDeeds()}
        </div>
        <div>${this.#renderLinks(m)} ${this.#renderFacts(m)} ${this.#renderOwn(m)}</div>
      </div>
      ${m.source ? html`<p>${sourceLine(m.source, this.host.common.t)}</p>` : nothing} ${this.#renderBelow(m)}
    </article>`;
  }

  /** What only some may do, opened when it is wanted. */
  #renderBelow(m: Member): TemplateResult {
    const { t } = this.l;
    const { can } = m.viewer;
    const toggle = (what: 'account' | 'groups', name: string, preload: () => void) => {
      const press = () => {
        this.#below = this.#below === what ? null : what;
        this.host.requestUpdate();
      };
      return html`<button type="button" class="quiet" aria-expanded=${this.#below === what} @pointerenter=${preload} @click=${press}>${name}</button>`;
    };
    return html`<div class="actions">
        ${can.includes('export') ? toggle('account', t.myAccount, this.#account.preload) : nothing}
        ${can.includes('groups') ? toggle('groups', t.editGroups, this.#groups.preload) : nothing}
      </div>
      ${this.#below === 'account' ? this.#account.render((view) => view.show(m)) : nothing} ${this.#below === 'groups' ? this.#groups.render((form) => form.show(m)) : nothing}`;
  }

  /** The community’s own fields, each under its name. */
  #renderOwn(m: Member): unknown {
    return (this.host.cop.info?.profileFields ?? []).map(({ id, label, type }) => {
      const value = m.fields[id];
      if (!value) return nothing;
      const link = type === 'url' && /^https?:\/\//i.test(value);
      return this.#section(
        label,
        html`<p dir="auto">${link ? html`<a class="accent" rel="ugc noopener" href=${value}>${value}</a>` : value}</p>`,
      );
    });
  }

  #facts(m: Member): string[] {
    const joined = m.joinedAt ? [this.l.t.joined(this.l.formats.date(m.joinedAt, { month: 'long', year: 'numeric' }))] : [];
    const here = m.presence ? [this.host.l.t.here[m.presence]] : [];
    return [...whereabouts(m, this.host.l.t, this.l.formats), ...here, ...joined];
  }

  #section(title: string, content: unknown): TemplateResult {
    return html`<section part="section">${heading(this.host.headingLevel + 1, title, 'subheading')} ${content}</section>`;
  }

  /** Each leads to everyone with the same topic. */
  #topics(facet: FacetName, title: string, topics: readonly TopicRef[]): TemplateResult | typeof nothing {
    if (!topics.length) return nothing;
    const tag = ({ id, label }: TopicRef) => html`<li>
      <button type="button" class="chip ${facet === 'offers' ? 'soft' : ''}" part="topic" dir="auto" @click=${() => this.host.showOnly(facet, id, label)}>${label}</button>
    </li>`;
    return this.#section(title, html`<ul class="tags" part="topics">${topics.map(tag)}</ul>`);
  }

  #renderLinks(m: Member): TemplateResult | typeof nothing {
    const links = reachLinks(m.links, this.l.t);
    return links === nothing ? nothing : this.#section(this.l.t.reach, links);
  }

  #renderFacts(m: Member): TemplateResult {
    const { t, formats } = this.l;
    const languages = m.languages.map((code) => formats.name('language', code));
    return html`${languages.length ? this.#section(t.languages, html`<p>${t.languagesList(languages)}</p>`) : nothing}
    ${m.participation ? this.#section(t.taking, html`<p>${t.participation[m.participation]}</p>`) : nothing}
    ${
      m.groups.length
        ? this.#section(
            t.groups,
            html`<ul class="tags">${m.groups.map(({ name, role }) => html`<li><button type="button" class="chip" part="group" @click=${() => this.host.showOnly('group', name, name)}><bdi>${role ? t.inGroup(name, role) : name}</bdi></button></li>`)}</ul>`,
          )
        : nothing
    }`;
  }

  #renderDeeds(): TemplateResult | typeof nothing {
    const { value } = this.#did;
    const { t } = this.l;
    if (value.state === 'error') return this.#section(t.contributions, failure(this.host.common.t, value.problem, this.#did.retry));
    if (value.state !== 'ready') return nothing;
    const deeds = this.#did.items.slice(0, LATEST);
    if (!deeds.length) return nothing;
    return this.#section(t.contributions, html`<ul class="deeds" part="contributions">${deeds.map((deed) => this.#deed(deed))}</ul>`);
  }

  #deed(activity: Activity): TemplateResult {
    const name = (ref: ObjectRef, text: string) =>
      ref.type === 'member' && ref.id === this.#id ? html`<bdi>${text}</bdi>` : itemLink(this.host, ref, text);
    const words = { t: this.#feed.t, common: this.host.common.t, name };
    return html`<li>${activitySentence(activity, words)} <span class="hint">${when(this.l.formats, activity.published)}</span></li>`;
  }
}
