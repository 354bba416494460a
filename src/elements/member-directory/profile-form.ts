import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Member, Participation, Visibility } from '../../contract/index.js';
import { Draft } from '../../controllers/draft.js';
import { randomId } from '../../data/id.js';
import { editProfile, getMember } from '../../data/members.js';
import { namedCodes } from '../../i18n/codes.js';
import { Composer } from '../../ui/composer.js';
import { heading } from '../../ui/states.js';
import { TopicField } from '../../ui/topic-field.js';
import { View } from '../../ui/view.js';
import type { CopMemberDirectory } from './member-directory.js';
import { ProfileRequestEvent, ProfileSavedEvent } from './member-directory.events.js';
import { changedElsewhere } from './profile-changes.js';
import { styles } from './profile-form.styles.js';
import { asksField, workingHoursField } from './profile-hours.js';
import { languagesField } from './profile-languages.js';
import { linksField } from './profile-links.js';
import { ownFields } from './profile-own.js';
import { seenBy } from './profile-seen.js';
import { addressOf, begin, isAddress, patchOf, rebase, type Editing, type ProfileText, type VisibleField } from './profile-text.js';
import type { ProfileView } from './profile-view.js';

const PARTICIPATION: readonly (Participation | '')[] = ['core', 'active', 'peripheral', 'break', ''];
/** Lengths in the contract, in characters; how many topics. */
const LONGEST = { name: 100, headline: 160, pronouns: 40, place: 120 };
const TOPICS = 12;

type TextField = keyof typeof LONGEST;

/** One’s own profile, edited in place. */
export class ProfileForm extends View<CopMemberDirectory> {
  static override styles = styles;
  #composer = new Composer(this.host);
  #topics = new TopicField(this.host);
  #draft: Draft<Editing> | undefined;
  #member!: Member;
  #faults: Record<string, string> = {};
  #sending = false;
  #attempt = { body: '', key: '' };

  constructor(
    host: CopMemberDirectory,
    private readonly view: ProfileView,
  ) {
    super(host);
  }

  get #t() {
    return this.view.l.t;
  }

  get #mine(): ProfileText {
    return this.#editing.mine;
  }

  get #editing(): Editing {
    return this.#draft?.value ?? begin(this.#member);
  }

  show(member: Member): TemplateResult {
    if (this.#draft && this.#member.id !== member.id) this.#end();
    this.#member = member;
    this.#draft ??= this.#begin(member);
    // Saved from elsewhere meanwhile, or kept from an earlier visit: what is written goes on from what is there now.
    if (this.#draft.value.version !== member.version) this.#draft.value = rebase(this.#draft.value, member);
    return this.#render();
  }

  #begin(member: Member): Draft<Editing> {
    const draft = new Draft(this.host, this.host.cop, `profile|${member.id}`, begin(member));
    void draft.ready.then(() => this.#restored && this.host.announce(this.#composer.l.t.restored));
    return draft;
  }

  #end(): void {
    this.#draft?.dispose();
    this.#draft = undefined;
    this.#faults = {};
  }

  get #restored(): boolean {
    return this.#draft?.restored === true && this.#changed;
  }

  get #changed(): boolean {
    return Object.keys(patchOf(this.#editing)).length > 0;
  }

  #set = (change: Partial<ProfileText>, differ = this.#editing.differ): void => {
    this.#faults = {};
    this.#draft?.set({ ...this.#editing, mine: { ...this.#mine, ...change }, differ });
  };

  #errorOf = (pointer: string): string | undefined =>
    this.#faults[pointer] ??
    this.host.lastProblem?.fields.find((field) => field.pointer === pointer || field.pointer.startsWith(`${pointer}/`))?.detail;

  #check(): Record<string, string> {
    const faults: Record<string, string> = {};
    if (!this.#mine.name.trim()) faults['/name'] = this.#t.nameMissing;
    this.#mine.links.forEach((link, i) => {
      if (!isAddress(addressOf(link))) faults[`/links/${i}`] = this.#t.linkWrong;
    });
    return faults;
  }

  #save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const draft = this.#draft;
    if (!draft || this.#sending) return;
    if (this.#mine.links.some(({ url }) => !url.trim())) this.#set({ links: this.#mine.links.filter(({ url }) => url.trim()) });
    this.#faults = this.#check();
    if (Object.keys(this.#faults).length) return this.#focusFault();
    const patch = patchOf(this.#editing);
    if (!Object.keys(patch).length) return this.#close(this.#t.nothingChanged);
    if (!this.host.dispatchEvent(new ProfileRequestEvent(this.#member, patch))) return;
    // The same change twice is one change, also where the first answer got lost.
    const body = JSON.stringify([this.#editing.version, patch]);
    if (this.#attempt.body !== body) this.#attempt = { body, key: randomId() };
    this.#setSending(true);
    const sent = await this.host.send(
      'edit-profile',
      editProfile(this.#member.id, this.#editing.version, patch),
      this.#attempt.key,
      'profile',
    );
    this.#setSending(false);
    if (sent?.state === 'sent') {
      this.host.found.value?.cache.set(getMember(sent.answer.id), sent.answer);
      draft.clear();
      this.#close(this.#t.saved);
      this.host.dispatchEvent(new ProfileSavedEvent(sent.answer));
      // The draft stays until it has arrived: a refusal later must not cost the text.
    } else if (sent) this.#close(this.#t.waiting);
    else if (this.host.lastProblem?.kind === 'stale') this.view.member.retry();
    else if (this.host.lastProblem?.fields.length) this.#focusFault();
  };

  #setSending(sending: boolean): void {
    this.#sending = sending;
    this.host.requestUpdate();
  }

  #focusFault(): void {
    this.host.requestUpdate();
    void this.host.updateComplete.then(() =>
      this.host.renderRoot.querySelector<HTMLElement>('.profile-form [aria-invalid="true"]')?.focus(),
    );
  }

  #close(said = ''): void {
    if (said) this.host.announce(said);
    this.host.clearProblem();
    this.#end();
    this.view.edit(false);
  }

  #cancel = (): void => {
    this.#draft?.clear();
    this.#close();
  };

  /** Escape closes where nothing is lost by it. */
  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !this.#changed) this.#cancel();
  };

  #render(): TemplateResult {
    const t = this.#t;
    const common = this.host.common.t;
    return html`<form class="profile-form" part="form" novalidate @submit=${this.#save} @keydown=${this.#onKey}>
      ${heading(this.host.headingLevel, html`<span class="form-name" tabindex="-1">${t.editing}</span>`)}
      ${
        this.#restored
          ? html`<p class="hint" part="restored">${this.#composer.l.t.restored} <button type="button" class="quiet" @click=${() => this.#draft?.clear()}>${this.#composer.l.t.discard}</button></p>`
          : nothing
      }
      ${changedElsewhere(this.#editing, t, this.view.l.formats, this.#set)}
      ${this.#renderWho()} ${this.#renderHelp()} ${this.#renderReach()} ${this.#renderWhere()} ${this.#renderOwn()} ${this.#renderParticipation()}
      ${this.host.notices('profile')}
      <div class="actions">
        <button class="primary" ?disabled=${this.#sending}>${common.save}</button>
        <button type="button" @click=${this.#cancel}>${common.cancel}</button>
      </div>
    </form>`;
  }

  #text(name: TextField, label: string, hint = ''): TemplateResult {
    const error = this.#errorOf(`/${name}`);
    const describedBy = [hint && `profile-${name}-hint`, error && `profile-${name}-error`].filter(Boolean).join(' ');
    return html`<div part="field">
      <label class="label" for="profile-${name}">${label}</label>
      <input id="profile-${name}" dir="auto" maxlength=${LONGEST[name]} ?required=${name === 'name'} aria-invalid=${error ? 'true' : 'false'} aria-describedby=${describedBy || nothing} .value=${live(this.#mine[name])} @input=${(e: Event) => this.#set({ [name]: (e.target as HTMLInputElement).value })} />
      ${hint ? html`<p class="hint" id="profile-${name}-hint">${hint}</p>` : nothing} ${error ? html`<p class="error" id="profile-${name}-error">${error}</p>` : nothing}
    </div>`;
  }

  /** Who sees a field, chosen beside it. */
  #seen(field: VisibleField, label: string): TemplateResult {
    const { visibility } = this.#mine;
    const onChange = (level: Visibility) => this.#set({ visibility: { ...visibility, [field]: level } });
    return seenBy({ t: this.#t, field, label, chosen: visibility[field], said: Boolean(this.#editing.base.visibility[field]), onChange });
  }

  #renderWho(): TemplateResult {
    const t = this.#t;
    return html`<div class="pair">${this.#text('name', t.name)} ${this.#text('pronouns', t.pronouns)}</div>
      ${this.#text('headline', t.headline, t.headlineHint)}
      <div part="field">
        ${this.#composer.field({ name: 'bio', label: t.bio, value: this.#mine.bio, rows: 5, error: this.#errorOf('/bio'), onInput: (bio) => this.#set({ bio }) })} ${this.#seen('bio', t.bio)}
      </div>`;
  }

  #renderWhere(): TemplateResult {
    const t = this.#t;
    const countries = namedCodes('region', this.view.l.formats);
    return html`<div class="pair">
        ${this.#text('place', t.place)} ${this.#select('country', t.country, [{ code: '', name: t.noCountry }, ...countries])}
      </div>
      ${this.#seen('place', t.place)}
      <div class="pair">
        <div part="field">${languagesField({
          t,
          formats: this.view.l.formats,
          languages: this.#mine.languages,
          error: this.#errorOf('/languages'),
          onChange: (languages) => this.#set({ languages }),
          onRemove: (name) => {
            this.#focusLater('#profile-languages');
            this.host.announce(t.removed(name));
          },
        })} ${this.#seen('languages', t.speak)}</div>
        <div part="field">${this.#renderTimeZone()} ${this.#seen('timeZone', t.timeZone)}</div>
      </div>
      <fieldset part="field">${workingHoursField(this.#fieldWords)} ${this.#seen('workingHours', t.workingHours)}</fieldset>`;
  }

  get #fieldWords() {
    return { t: this.#t, formats: this.view.l.formats, text: this.#mine, set: this.#set, errorOf: this.#errorOf };
  }

  #renderOwn(): TemplateResult | typeof nothing {
    const fields = this.host.cop.info?.profileFields ?? [];
    if (!fields.length) return nothing;
    const { t } = this.#fieldWords;
    return html`${ownFields({ t, fields, values: this.#mine.fields, onChange: (values) => this.#set({ fields: values }), errorOf: this.#errorOf })}
    ${this.#seen('fields', t.ownFields)}`;
  }

  #select(name: 'country' | 'timeZone', label: string, options: readonly { code: string; name: string }[]): TemplateResult {
    const error = this.#errorOf(`/${name}`);
    return html`<div part="field">
      <label class="label" for="profile-${name}">${label}</label>
      <select class="wide" id="profile-${name}" aria-invalid=${error ? 'true' : 'false'} aria-describedby=${error ? `profile-${name}-error` : nothing} @change=${(e: Event) => this.#set({ [name]: (e.target as HTMLSelectElement).value })}>
        ${options.map((option) => html`<option value=${option.code} .selected=${option.code === this.#mine[name]}>${option.name}</option>`)}
      </select>
      ${error ? html`<p class="error" id="profile-${name}-error">${error}</p>` : nothing}
    </div>`;
  }

  #renderTimeZone(): TemplateResult {
    const t = this.#t;
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const { timeZone } = this.#mine;
    const zones = [...new Set([...(timeZone ? [timeZone] : []), here, ...Intl.supportedValuesOf('timeZone')])].sort();
    const spoken = (zone: string) => zone.replaceAll('_', ' ');
    return html`${this.#select('timeZone', t.timeZone, [{ code: '', name: t.noTimeZone }, ...zones.map((code) => ({ code, name: spoken(code) }))])}
    ${timeZone === here ? nothing : html`<button type="button" class="offer" @click=${() => this.#set({ timeZone: here })}>${t.useTimeZone(spoken(here))}</button>`}`;
  }

  #renderHelp(): TemplateResult {
    const t = this.#t;
    const topics = (name: 'offers' | 'needs' | 'topics', label: string, hint = '') =>
      this.#topics.field({
        name,
        label,
        hint,
        most: TOPICS,
        value: this.#mine[name],
        error: this.#errorOf(`/${name}`),
        onChange: (value) => this.#set({ [name]: value }),
      });
    return html`<div part="field">${topics('offers', t.offersLabel, t.offersHint)} ${this.#seen('offers', t.offersLabel)}</div>
      <div part="field">${topics('needs', t.needsLabel)} ${this.#seen('needs', t.needsLabel)}</div>
      <div part="field">${topics('topics', t.topicsLabel)}</div>`;
  }

  #renderReach(): TemplateResult {
    const t = this.#t;
    const { links } = this.#mine;
    return html`<fieldset part="field">
      <legend class="label">${t.linksLabel}</legend>
      ${linksField({
        t,
        links,
        onChange: (changed) => this.#set({ links: changed }),
        onAdd: () => {
          this.#set({ links: [...links, { kind: 'website', label: '', url: '' }] });
          this.#focusLater('.link-row:last-child input');
        },
        onRemove: (index) => {
          this.#set({ links: links.filter((_, i) => i !== index) });
          this.#focusLater('.add-link');
          this.host.announce(t.removed(t.link(index + 1)));
        },
        errorOf: this.#errorOf,
      })}
      <p class="hint">${t.linksHint}</p>
      ${this.#seen('links', t.linksLabel)}
    </fieldset>`;
  }

  #renderParticipation(): TemplateResult {
    const t = this.#t;
    const { participation, listed } = this.#mine;
    const radio = (level: Participation | '') => html`<label class="choice">
      <input type="radio" name="participation" value=${level} .checked=${live(level === participation)} @change=${() => this.#set({ participation: level })} />
      <span>${level ? t.participation[level] : t.noParticipation} <span class="hint">${t.participationHints[level || 'none']}</span></span>
    </label>`;
    return html`<fieldset part="field">
        <legend class="label">${t.participationLabel}</legend>
        ${PARTICIPATION.map(radio)} ${this.#seen('participation', t.participationLabel)}
      </fieldset>
      <fieldset part="field">${asksField(this.#fieldWords)}</fieldset>
      ${this.#member.groups.length ? html`<div part="field"><p class="label">${t.groups}</p><p>${this.view.l.formats.list(this.#member.groups.map(({ name }) => name))}</p><p class="hint">${t.groupsHint}</p>${this.#seen('groups', t.groups)}</div>` : nothing}
      <div part="field"><p class="label">${t.presence}</p><p class="hint">${t.presenceHint}</p>${this.#seen('presence', t.presence)}</div>
      <div part="field">
        <label class="choice listed">
          <input type="checkbox" .checked=${live(listed)} @change=${(e: Event) => this.#set({ listed: (e.target as HTMLInputElement).checked })} />
          <span>${t.listed} <span class="hint">${t.listedHint}</span></span>
        </label>
      </div>`;
  }

  #focusLater(selector: string): void {
    void this.host.updateComplete.then(() => this.host.renderRoot.querySelector<HTMLElement>(`.profile-form ${selector}`)?.focus());
  }
}
