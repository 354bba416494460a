import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Member, MemberPage } from '../../contract/index.js';
import { ItemUrl } from '../../controllers/item-url.js';
import { QueryController } from '../../controllers/query-controller.js';
import { known, pageSize } from '../../controllers/query-values.js';
import { listMembers, type MemberFilters } from '../../data/lists.js';
import members from '../../i18n/en/members.js';
import { Localize } from '../../i18n/localize.js';
import { CopElement } from '../../ui/cop-element.js';
import { aged, failure, skeleton } from '../../ui/states.js';
import { choice, searchField, sortChoice } from '../../ui/tools.js';
import { Lazy } from '../../ui/lazy.js';
import { FACETS, commas, valueName, type FacetName } from './filters.js';
import { styles } from './member-directory.styles.js';
import { emptyDirectory, memberRow } from './member-row.js';

type Sort = NonNullable<MemberFilters['sort']>;

const MODES = ['', 'help', 'need'] as const;
/** How long to wait for the next letter before searching, in ms. */
const TYPING = 250;
/** Clocks of members are right to the minute. In ms. */
const MINUTE = 60_000;

/**
 * Who knows what, who offers and needs what, and how to reach them. The list turns pages instead of growing, so a
 * directory of 100,000 costs a page what one of 100 does, in reading order and with nothing hidden from assistive technology.
 *
 * @summary Who knows what in a community, and how to reach them.
 * @tag cop-member-directory
 *
 * @fires {ProfileRequestEvent} cop-profile-request - Before a profile is saved; cancel it to keep it back. Holds the `member` and the `patch`.
 * @fires {ProfileSavedEvent} cop-profile-saved - A profile has been saved. Holds the `member` of the endpoint.
 * @fires {OpenEvent} cop-open - A link to a thing in a profile is followed; cancel it to show the thing elsewhere. Holds the `object`.
 * @fires {SignInRequestEvent} cop-sign-in-request - A visitor tried something that needs a member; cancel it to open a sign-in of your own.
 *
 * @csspart count - A number beside the heading.
 * @csspart mine - The link to one’s own profile.
 * @csspart tools - Search, filters and sort.
 * @csspart search - The field that searches.
 * @csspart sort - The choice of order.
 * @csspart facets - The panel of filters.
 * @csspart facet - One group of filters.
 * @csspart chosen - The filters in force.
 * @csspart filter - One filter in force; pressing it removes it.
 * @csspart list - The members.
 * @csspart member - One member of the list.
 * @csspart name - The link with a member’s name.
 * @csspart pronouns - How to speak of a member.
 * @csspart mark - Steward, on a break, demo member.
 * @csspart facts - Headline, place and time there.
 * @csspart topics - What someone offers and needs.
 * @csspart topic - One of these.
 * @csspart mode - What the search text asks.
 * @csspart reasons - Why someone was found.
 * @csspart follow - The button that follows a member.
 * @csspart group - A group that a member belongs to.
 * @csspart account - What one may do with one’s own data and account.
 * @csspart pages - Previous and next page.
 * @csspart more - A button that loads more.
 * @csspart author - Who wrote something.
 * @csspart profile - The page of one member.
 * @csspart section - A part of that page.
 * @csspart subheading - The heading of such a part.
 * @csspart prose - A written text.
 * @csspart links - The ways to reach a member.
 * @csspart contributions - What a member did last.
 * @csspart item - A link to a thing that a member did something with.
 * @csspart source - Where an imported record came from, and its licence.
 * @csspart form - One’s own profile being edited.
 * @csspart field - A field of it.
 * @csspart changed - What was changed elsewhere while writing.
 * @csspart composer - A field for formatted text.
 * @csspart preview - The preview of a text.
 * @csspart people - The people offered while “@” is typed.
 * @csspart topic-field - A field for topics.
 * @csspart topic-options - The topics to choose from.
 * @csspart restored - The notice that a draft is back.
 * @csspart bulk - What stewards do with several members at once.
 * @csspart choose - The box that chooses a member.
 * @csspart bulk-failed - Those that could not be changed, and why.
 *
 * @cssprop [--cop-accent] - Colour of links, buttons and marks.
 * @cssprop [--cop-on-accent] - Colour of text on the accent.
 * @cssprop [--cop-good] - Colour of what helped.
 * @cssprop [--cop-bad] - Colour of what went wrong.
 * @cssprop [--cop-radius] - Radius of corners.
 * @cssprop [--cop-space] - Space between rows.
 * @cssprop [--cop-size] - Size of the text.
 * @cssprop [--cop-heading-font] - Font of the headings.
 */
export class CopMemberDirectory extends CopElement {
  static override styles: CSSResultGroup = [CopElement.styles, styles];
  static override tag = 'cop-member-directory';

  /** Search text, to begin with. */
  @property() q = '';
  /** What the text asks: for any word of a profile (`''`), who can help with it (`help`), or who needs help with it as well (`need`). */
  @property() mode: '' | 'help' | 'need' = '';
  /** Only members with one of these topics: ids, separated by commas. */
  @property({ converter: commas }) topic: readonly string[] = [];
  /** Only members who offer help with one of these topics: ids, separated by commas. */
  @property({ converter: commas }) offers: readonly string[] = [];
  /** Only members who would like help with one of these topics: ids, separated by commas. */
  @property({ converter: commas }) needs: readonly string[] = [];
  /** Only these countries: ISO 3166 codes, separated by commas. */
  @property({ converter: commas }) country: readonly string[] = [];
  /** Only who speaks one of these: language codes, separated by commas. */
  @property({ converter: commas }) language: readonly string[] = [];
  /** Only members in one of these time zones: IANA names, separated by commas. */
  @property({ converter: commas }) zone: readonly string[] = [];
  /** Only members of one of these groups: names, separated by commas. */
  @property({ converter: commas }) group: readonly string[] = [];
  /** Only these values of the community’s own fields: `field:value`, separated by commas. */
  @property({ converter: commas }) field: readonly string[] = [];
  /** `name`, `joined` or `relevance`. Default: relevance while searching, else name. */
  @property() sort: Sort | '' = '';
  /** Members a page, 1 to 100. */
  @property({ type: Number }) limit = 20;
  /** Draws an item of the list in the page’s own way; null: as usual. */
  @property({ attribute: false }) renderItem: ((member: Member) => unknown) | null = null;

  /** Where each page after the first begins; the last is the one shown. */
  @state() private cursors: readonly string[] = [];
  @state() private filtering = false;

  readonly l = new Localize(this, 'members', members);
  override readonly url = new ItemUrl(
    this,
    'member',
    () => this.found.value?.name,
    () => this.#moved(),
  );
  /** @internal The page that is shown. */
  readonly page = new QueryController<MemberPage>(
    this,
    () => this.found.value,
    () =>
      this.url.id || this.narrowing
        ? null
        : listMembers({ ...this.filters, sort: this.sort || undefined, limit: this.limit }, this.cursors.at(-1)),
    true,
  );
  /** @internal */
  readonly profile = new Lazy(this, () => import('./profile-view.js').then((m) => new m.ProfileView(this)));
  private readonly facets = new Lazy(this, () => import('./facets-panel.js').then((m) => new m.FacetsPanel(this)));
  /** @internal Why somebody was found. */
  readonly reasons = new Lazy(this, () => import('./member-reasons.js'));
  override several = () => import('./bulk-members.js');
  /** True when the reader has just opened a profile, whose heading then takes the focus. */
  arrived = false;
  #total: number | null = null;
  #names = new Map<string, string>();
  #typing: ReturnType<typeof setTimeout> | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;
  #lastOpen: string | null = null;
  #leftProfile: string | null = null;
  /** What the reader waits for: to be told the number found, or to be taken to the rows of another page. */
  #awaited: 'number' | 'rows' | null = null;

  protected override keepInUrl = () => import('./filters-url.js').then((m) => m.keepInUrl(this));
  override get listing() {
    return this.page;
  }

  protected override get defaultHeading(): string {
    return this.l.t.heading;
  }

  /** What the list shows, in the words of the endpoint. */
  get filters(): MemberFilters {
    const { topic, offers, needs, country, language, zone, group, field } = this;
    const text = this.q.trim();
    const ask = this.mode === 'help' ? { helpWith: text } : this.mode === 'need' ? { needHelpWith: text } : { q: text };
    return { ...ask, topic, offers, needs, country, language, zone, group, field };
  }

  get #filtered(): boolean {
    return this.q.trim() !== '' || FACETS.some((facet) => this[facet].length > 0);
  }

  private get rows(): readonly Member[] {
    return this.page.value.state === 'ready' ? this.page.value.data.items : [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#clock = setInterval(() => this.requestUpdate(), MINUTE);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
    clearInterval(this.#clock);
  }

  protected override communityChanged(): void {
    this.cursors = [];
    this.#total = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.sort = known(this.sort, this.l.t.sorts);
    this.limit = pageSize(this.limit, 20);
    this.mode = known(this.mode, this.l.t.modes);
    if (changed.has('country')) this.country = this.country.filter(({ length }) => length === 2).map((code) => code.toUpperCase());
    if ((['q', 'mode', 'sort', 'limit', ...FACETS] as const).some((name) => changed.has(name))) this.cursors = [];
  }

  protected override updated(): void {
    const { value } = this.page;
    if ((!this.#awaited && !this.#leftProfile) || value.state !== 'ready' || value.refreshing) return;
    void this.updateComplete.then(() => this.#answer());
  }

  /** Filters by a value, or no longer. */
  toggle(facet: FacetName, value: string, name = ''): void {
    if (name) this.#names.set(value, name);
    this.#awaited = 'number';
    this[facet] = this[facet].includes(value) ? this[facet].filter((other) => other !== value) : [...this[facet], value];
  }

  /** Takes all filters and the search text away. */
  clear(): void {
    this.#awaited = 'number';
    clearTimeout(this.#typing);
    this.q = '';
    for (const facet of FACETS) this[facet] = [];
  }

  /** Shows the members of one value, from wherever the reader is. */
  showOnly(facet: FacetName, value: string, name: string): void {
    this.clear();
    this.toggle(facet, value, name);
    this.url.open(null);
  }

  /** What a filter is called; one of the community’s own fields by its own name. */
  facetName(facet: FacetName, value: string): string {
    const own = facet === 'field' && this.cop.info?.profileFields.find(({ id }) => value.startsWith(`${id}:`));
    return own ? own.label : this.l.t.facets[facet];
  }

  #moved(): void {
    this.clearProblem();
    this.arrived = this.hasUpdated && this.url.id !== null;
    if (this.url.id === null) this.#leftProfile = this.#lastOpen;
    this.#lastOpen = this.url.id;
  }

  #answer(): void {
    const [awaited, left] = [this.#awaited, this.#leftProfile];
    this.#awaited = null;
    this.#leftProfile = null;
    if (awaited === 'number') this.announce(this.#total === null ? this.#range() : this.l.t.count(this.#total));
    if (awaited === 'rows') this.announce(this.#range());
    if (awaited === 'rows' || left) this.#focusRow(left ?? '');
  }

  /** The link of a member; where they are not in the list (any longer), the first one. */
  #focusRow(id = ''): void {
    const rows = this.renderRoot.querySelector('.members');
    (rows?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`) ?? rows?.querySelector('a'))?.focus();
  }

  #range(): string {
    const before = this.cursors.length * this.limit;
    return this.l.t.range(before + 1, before + this.rows.length, this.#total);
  }

  #search = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.#awaited = 'number';
      this.q = value;
    }, TYPING);
  };

  #ask = (mode: CopMemberDirectory['mode']): void => {
    if (this.q.trim()) this.#awaited = 'number';
    this.mode = mode;
    this.renderRoot.querySelector<HTMLElement>('.search')?.focus();
  };

  #turn(cursors: readonly string[]): void {
    this.#awaited = 'rows';
    this.cursors = cursors;
  }

  #unfilter(facet: FacetName, value: string): void {
    this.toggle(facet, value);
    // The button that was pressed is gone.
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.chosen button, .filters')?.focus());
  }

  #closeFacets = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.filtering = false;
    this.renderRoot.querySelector<HTMLElement>('.filters')?.focus();
  };

  protected override renderContent(): unknown {
    const { id } = this.url;
    return id ? this.profile.render((view) => view.show(id)) : this.#renderDirectory();
  }

  #renderDirectory(): TemplateResult {
    const { t } = this.l;
    const { value } = this.page;
    // Only the first page tells the total; those after it keep it.
    if (value.state === 'ready' && !value.refreshing && !this.cursors.length) this.#total = value.data.total;
    const me = this.cop.session?.member?.id;
    const mine = me
      ? html`<a class="button push" part="mine" href=${this.url.href(me)} @click=${this.url.follow(me)} @pointerenter=${this.profile.preload}>${t.myProfile}</a>`
      : nothing;
    // So many that nobody counted them: the whole directory's number would be another thing.
    const count = this.#total ?? (this.#filtered ? undefined : this.cop.info?.counts.members);
    return html`${this.renderHead(count === undefined ? nothing : t.count(count), mine)} ${this.#renderTools()}
    ${this.filtering ? html`<div id="facets" part="facets" @keydown=${this.#closeFacets}>${this.facets.render((view) => view.render())}</div>` : nothing}
    ${this.#renderChosen()} ${this.bulk?.bar()} ${this.#renderList()}`;
  }

  #renderTools(): unknown {
    if (this.hides('tools')) return nothing;
    const { t } = this.l;
    const sorts: readonly Sort[] = this.q.trim() ? ['relevance', 'name', 'joined'] : ['name', 'joined'];
    const modes = MODES.map((mode) => [mode, t.modes[mode]] as const);
    return html`<search class="tools" part="tools">
      ${searchField(this, t.searches[this.mode], this.q, this.#search)}
      ${this.hides('search') ? nothing : choice(t.searchFor, this.mode, modes, this.#ask, 'mode')}
      ${FACETS.some((facet) => this.hasFilter(facet)) ? html`<button type="button" class="chip filters" aria-expanded=${this.filtering} aria-controls=${this.filtering ? 'facets' : nothing} @pointerenter=${this.facets.preload} @click=${() => (this.filtering = !this.filtering)}>${t.filters}</button>` : nothing}
      ${sortChoice(this, this.sort || (sorts[0] ?? 'name'), sorts, t.sorts, (sort) => (this.sort = sort))}
    </search>`;
  }

  #renderChosen(): TemplateResult | typeof nothing {
    const { t } = this.l;
    const chosen = FACETS.flatMap((facet) => this[facet].map((value) => ({ facet, value })));
    if (!chosen.length || this.hides('chosen')) return nothing;
    return html`<div class="tools chosen" part="chosen">
      ${chosen.map(({ facet, value }) => {
        const text = t.chosen(this.facetName(facet, value), this.#names.get(value) ?? valueName(facet, value, this.rows, this.l.formats));
        return html`<button type="button" class="chip on" part="filter" aria-label=${t.remove(text)} @click=${() => this.#unfilter(facet, value)}>${text}</button>`;
      })}
      ${chosen.length > 1 ? html`<button type="button" class="quiet" @click=${() => this.clear()}>${this.common.t.clearFilters}</button>` : nothing}
    </div>`;
  }

  #renderList(): unknown {
    const { value } = this.page;
    const common = this.common.t;
    if (value.state === 'idle' || value.state === 'loading') {
      return skeleton(
        common,
        Math.min(this.limit, 6),
        () =>
          html`<span class="member"><span class="avatar bone"></span><span class="bones"><span class="bone"></span><span class="bone"></span><span class="bone"></span></span></span>`,
      );
    }
    if (value.state === 'error') return failure(common, value.problem, this.page.retry);
    return html`${aged(common, value.problem)}
    ${
      this.rows.length
        ? html`<ul class="rows members" part="list" aria-busy=${value.refreshing}>
          ${repeat(
            this.rows,
            (member) => member.id,
            (member) => memberRow(this, member),
          )}
        </ul>`
        : emptyDirectory(this, this.#filtered)
    }
    ${this.#renderPages(value.data.nextCursor)}`;
  }

  #renderPages(next: string | null): TemplateResult | typeof nothing {
    const { t } = this.l;
    const { cursors } = this;
    if (!next && !cursors.length) return nothing;
    return html`<nav class="pages" part="pages" aria-label=${t.pages}>
      <button type="button" ?disabled=${!cursors.length} @click=${() => this.#turn(cursors.slice(0, -1))}>${t.previous}</button>
      <span class="count">${this.#range()}</span>
      <button type="button" ?disabled=${!next} @click=${() => next && this.#turn([...cursors, next])}>${t.next}</button>
    </nav>`;
  }
}
