import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Facet, Resource, ResourceKind, ResourcePage, ResourceSort, UseOutcome } from '../../contract/index.js';
import { ItemUrl } from '../../controllers/item-url.js';
import { PagesController } from '../../controllers/query-controller.js';
import { known, pageSize } from '../../controllers/query-values.js';
import type { Problem } from '../../data/problem.js';
import { listResources, type ResourceFilters } from '../../data/lists.js';
import resources from '../../i18n/en/resources.js';
import { Localize } from '../../i18n/localize.js';
import { CopElement } from '../../ui/cop-element.js';
import { list } from '../../ui/states.js';
import { Lazy } from '../../ui/lazy.js';
import { Arrivals } from './arrivals.js';
import { NextFocus } from './next-focus.js';
import { bare, bone, chosenSoon, nothingHere, rows } from './resource-row.js';
import { kinds, newOnes, suggestButton, tools } from './resource-tools.js';
import { styles } from './resource-list.styles.js';

/** The filters whose values the endpoint counts. */
export type FacetName = 'kind' | 'topic' | 'language';
/** What the panel narrows by besides. */
export type MoreFilters = Pick<ResourceFilters, 'year' | 'since' | 'until' | 'form' | 'mark' | 'saved' | 'status'>;
/** How long to wait for the next letter before searching, in ms. */
const TYPING = 250;

/**
 * The shared repertoire of a community: articles, tools, templates, cases, recordings, with what came of using them.
 *
 * @summary What a community has collected and tried.
 * @tag cop-resource-list
 *
 * @fires {OpenEvent} cop-open - A reader follows a link to a person; cancel it to show them elsewhere. Holds the `object`.
 * @fires {SuggestRequestEvent} cop-suggest-request - Before a suggestion and its file are sent; cancel it to keep them back. Holds the `resource` and the `file`.
 * @fires {SuggestedEvent} cop-suggested - A resource has been suggested. Holds the `resource` of the endpoint.
 * @fires {SignInRequestEvent} cop-sign-in-request - A visitor tried something that needs a member; cancel it to open a sign-in of your own.
 *
 * @csspart count - How many resources match.
 * @csspart suggest - The button that opens the form.
 * @csspart tools - Search, order and layout.
 * @csspart search - The field to search in.
 * @csspart sort - The choice of the order.
 * @csspart layout - The switch between list and grid.
 * @csspart kinds - The kinds with their counts.
 * @csspart chip - A kind, a filter in use, or a topic.
 * @csspart chosen - The filters in use.
 * @csspart clear - The button that takes all filters away.
 * @csspart panel - All filters with their counts.
 * @csspart facet - One group of filters.
 * @csspart new - The button that shows what others have added meanwhile.
 * @csspart list - The list of resources.
 * @csspart resource - A row or a cell of the list.
 * @csspart title - A resource’s title.
 * @csspart excerpt - The beginning of a description, in a grid.
 * @csspart uses - What came of using it.
 * @csspart meta - The quiet line of facts.
 * @csspart open - The link to the resource itself.
 * @csspart more - The button that loads the next page.
 * @csspart back - The link back to the list.
 * @csspart item - One resource.
 * @csspart item-title - Its title.
 * @csspart go - The button-like link to the page or the file.
 * @csspart prose - A written text.
 * @csspart topics - Its topics.
 * @csspart facts - What is known of it.
 * @csspart source - Where an imported record came from, and its licence.
 * @csspart author - A person by name.
 * @csspart own - The buttons of who may edit or delete it.
 * @csspart edit - The button that edits.
 * @csspart delete - The button that deletes.
 * @csspart confirm - The question whether to delete.
 * @csspart use-summary - How many used it, and for how many it worked.
 * @csspart use - The button “I used this”.
 * @csspart use-form - The form that tells how it went.
 * @csspart part-heading - The heading of a part of the page.
 * @csspart tried - Who has used it, and how it went.
 * @csspart comments - The comments.
 * @csspart comment - One comment.
 * @csspart comment-button - The button that opens the field for a comment.
 * @csspart form - A form: of a suggestion or a comment.
 * @csspart restored - The notice that a draft is back.
 * @csspart already - What the community has under the link that is typed.
 * @csspart drop - Where a file is chosen or dropped.
 * @csspart sending - What shows that a file is on its way.
 * @csspart composer - A field for formatted text.
 * @csspart preview - The preview of a text.
 * @csspart people - The people offered while “@” is typed.
 * @csspart topic-field - The field for topics.
 * @csspart topic-options - The topics that complete what is typed.
 * @csspart theirs - What somebody else has made of it meanwhile.
 * @csspart send - The button that sends the form.
 * @csspart state - What state a resource is in, where that is not the usual one.
 * @csspart change - An edit that waits for a steward, or was sent back.
 * @csspart care - What one can do with a resource: vote, save, endorse.
 * @csspart save - The button that keeps it for later.
 * @csspart act - A quiet button: useful, endorse, look after, arrange, ask for it.
 * @csspart endorsers - Who stands for it, and why.
 * @csspart review - Who looks after it, and when it is looked at again; the button “Still right?”.
 * @csspart inside - The dialog that shows a file.
 * @csspart close - The button that closes the dialog.
 * @csspart collections - The row of collections above the list.
 * @csspart collection-link - A link to a collection.
 * @csspart collection - One collection.
 * @csspart note - The note on what is in a collection.
 * @csspart meant - Other words for a search that found nothing.
 * @csspart requests - What is looked for.
 * @csspart request-item - One thing that is looked for.
 * @csspart cover - The picture of a resource, or its initial, in a grid.
 * @csspart mark - A mark in a row: endorsed, needs a look, not published.
 * @csspart history - The versions of a text.
 * @csspart version - One version.
 * @csspart restore - The button that makes a version the text again.
 * @csspart bulk - What stewards do with several resources at once.
 * @csspart choose - The box that chooses a resource.
 * @csspart bulk-failed - Those that could not be changed, and why.
 * @csspart fetched - What the form took from the page behind a link.
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
export class CopResourceList extends CopElement {
  static override styles: CSSResultGroup = [CopElement.styles, styles];
  static override tag = 'cop-resource-list';

  /** Only these kinds to begin with, such as `template` or `article tool`. */
  @property() kind = '';
  /** Only these topics to begin with, by id, with spaces between. */
  @property() topic = '';
  /** Only these languages to begin with, as BCP 47 tags with spaces between. */
  @property() language = '';
  /** Words to search for to begin with. */
  @property() q = '';
  /** `newest`, `evidence`, `used`, `votes`, `title` or `relevance`. */
  @property() sort: ResourceSort | '' = '';
  /** Resources a page, 1 to 100. */
  @property({ type: Number }) limit = 10;
  /** `list`, `grid` or `compact`. */
  @property({ reflect: true }) layout: 'list' | 'grid' | 'compact' = 'list';
  /** Shows this collection, by its id, in place of the list. */
  @property() collection = '';
  /** Draws an item of the list in the page’s own way; null: as usual. */
  @property({ attribute: false }) renderItem: ((resource: Resource) => unknown) | null = null;

  @state() outcome: UseOutcome | '' = '';
  @state() mine = false;
  @state() more: MoreFilters = {};
  /** What the form begins with; null while it is closed. */
  @state() suggestion: { title: string; requestId?: string | undefined } | null = null;
  @state() private panelOpen = false;

  readonly l = new Localize(this, 'resources', resources);
  override readonly url = new ItemUrl(
    this,
    'resource',
    () => this.found.value?.name,
    () => this.#moved(),
  );
  readonly collections = new ItemUrl(
    this,
    'collection',
    () => this.found.value?.name,
    () => this.#turned(),
  );
  /** The resource that was opened from the list, to show before the endpoint has answered. */
  opened: Resource | undefined;
  private readonly resources = new PagesController(
    this,
    () => this.found.value,
    () =>
      this.url.id || this.suggestion || this.shownCollection || this.narrowing
        ? null
        : listResources({ ...this.filters, facets: true, limit: this.limit }),
  );
  private readonly detail = new Lazy(this, () => import('./resource-view.js').then((m) => new m.ResourceView(this)));
  private readonly form = new Lazy(this, () => import('./resource-form.js').then((m) => new m.ResourceForm(this)));
  private readonly panel = new Lazy(this, () => import('./facet-panel.js').then((m) => new m.FacetPanel(this)));
  /** @internal What a grid shows besides. */
  readonly grid = new Lazy(this, () => import('./grid.js').then((m) => new m.Grid(this)));
  private readonly shelf = new Lazy(this, () => import('./shelf.js').then((m) => new m.Shelf(this)));
  /** @internal What is missing: loaded where a search finds nothing, or something is looked for. */
  readonly missing = new Lazy(this, () => import('./nothing-here.js').then((m) => new m.Missing(this)));
  override several = () => import('./bulk-resources.js');
  readonly #arrivals = new Arrivals(this);
  #typing: ReturnType<typeof setTimeout> | undefined;
  readonly #focus = new NextFocus(this, () => (this.resources.value.state === 'ready' ? '.search' : ''));
  #last = ''; // The item that is open, or was last.

  protected override keepInUrl = () => import('./filters-url.js').then((m) => m.keepInUrl(this));

  override get listing() {
    return this.resources;
  }

  protected override get defaultHeading(): string {
    return this.l.t.heading;
  }

  /** What narrows the list now. */
  get filters(): ResourceFilters {
    const some = <T extends string>(name: FacetName) => (this[name] ? (this.values(name) as T[]) : undefined);
    return {
      q: this.q.trim(),
      kind: some<ResourceKind>('kind'),
      topic: some('topic'),
      language: some('language'),
      outcome: this.outcome || undefined,
      mine: this.mine || undefined,
      ...this.more,
      sort: this.sort || undefined,
    };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  /** The collection whose page is open: that of the attribute, or of the address. */
  get shownCollection(): string {
    return this.collection || (this.collections.id ?? '');
  }

  /** Opens the form, with a title to begin with where one is given, and the request that it fulfils. */
  suggest(title = '', requestId?: string): void {
    this.clearProblem();
    this.suggestion = { title, requestId };
    this.focusNext('.first-field');
  }

  /** Back to the list; focus returns to where it was. */
  showList(): void {
    if (this.suggestion) this.focusNext('[part~="suggest"]');
    this.suggestion = null;
    this.url.open(null);
    this.clearProblem();
  }

  /** Shows a resource that is known already, and goes on with the endpoint's answer. */
  open(resource: Resource): void {
    this.opened = resource;
    this.url.open(resource.id);
  }

  /** Moves the focus to what a selector finds, as soon as it is there. */
  focusNext(selector: string): void {
    this.#focus.next(selector);
  }

  /** Shows what an upload met with, where `mayOrAsk` was told to. */
  fail(problem: Problem): void {
    this.problem = problem;
  }

  /** Shows the list without any filter. */
  clearFilters(): void {
    clearTimeout(this.#typing);
    this.kind = this.topic = this.language = this.q = this.outcome = '';
    this.mine = false;
    this.more = {};
    const field = this.renderRoot.querySelector<HTMLInputElement>('.search');
    if (field) field.value = '';
    field?.focus();
  }

  /** The values of a filter. */
  values(name: FacetName): string[] {
    return this[name].split(/[\s,]+/).filter(Boolean);
  }

  /** Adds a value to a filter, or takes it away. */
  toggle(name: FacetName, value: string): void {
    const values = this.values(name);
    this[name] = (values.includes(value) ? values.filter((v) => v !== value) : [...values, value]).join(' ');
  }

  /** The counted values of a filter; null where the endpoint does not count. */
  facets(name: keyof NonNullable<ResourcePage['facets']>): Facet[] | null {
    return this.resources.first?.facets?.[name] ?? null;
  }

  /** A value in the reader's words. */
  label(name: FacetName, value: string): string {
    if (name === 'kind') return this.l.t.kinds[value as ResourceKind] ?? value;
    if (name === 'language') return this.l.formats.name('language', value);
    return this.facets(name)?.find((facet) => facet.value === value)?.label ?? value;
  }

  /** Other words for a search that found nothing. */
  get meant(): string | null {
    return this.resources.first?.didYouMean ?? null;
  }

  closePanel(): void {
    this.panelOpen = false;
    this.renderRoot.querySelector<HTMLElement>('[aria-controls=facets]')?.focus();
  }

  protected override communityChanged(): void {
    this.#arrivals?.begin();
  }

  protected override willUpdate(): void {
    this.kind = this.values('kind')
      .filter((kind) => known(kind, this.l.t.kinds))
      .join(' ');
    this.sort = known(this.sort, this.l.t.sorts);
    this.limit = pageSize(this.limit, 10);
  }

  /** An item opens at its heading, and closes to the row that it was opened from. */
  #moved(): void {
    const { id } = this.url;
    this.suggestion = null;
    this.clearProblem();
    // A page that opens with an item leaves the focus where it is.
    if (this.hasUpdated) this.focusNext(id ? '.item-title' : `a[data-id="${CSS.escape(this.#last)}"]`);
    this.#last = id ?? '';
  }

  #turned(): void {
    this.suggestion = null;
    this.clearProblem();
    if (this.hasUpdated) this.focusNext(this.collections.id ? '.item-title' : '.search');
  }

  #search = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => (this.q = value), TYPING);
  };

  #showNew = (): void => {
    this.#arrivals.count = 0;
    this.resources.retry();
  };

  protected override renderContent(): unknown {
    const { id } = this.url;
    if (id) return this.detail.render((view) => view.show(id));
    if (this.suggestion) return this.form.render((view) => view.render());
    const collection = this.shownCollection;
    if (collection) return this.shelf.render((view) => view.page(collection));
    return this.#renderList();
  }

  #renderList(): TemplateResult {
    const { t } = this.l;
    const total = this.resources.first?.total ?? (this.filtered ? undefined : this.cop.info?.counts.resources);
    return html`${this.renderHead(total === undefined ? '\u00a0' : t.count(total), suggestButton(this, this.form.preload))}
    ${tools(this, this.#search)}
    ${this.cop.info?.counts.collections && !this.hides('collections') ? html`<div class="shelf">${this.shelf.render((view) => view.row(), bare)}</div>` : nothing}
    ${kinds(this, this.panelOpen, this.panel.preload, () => (this.panelOpen = !this.panelOpen))}
    ${this.panelOpen ? html`<div id="facets">${this.panel.render((view) => view.render())}</div>` : nothing}
    ${this.filtered && !this.hides('chosen') ? this.panel.render((view) => view.chosen(), chosenSoon) : nothing}
    ${this.bulk?.bar()} ${this.#arrivals.count ? newOnes(this, this.#arrivals.count, this.#showNew) : nothing}
    ${list({
      pages: this.resources,
      t: this.common.t,
      size: Math.min(this.limit, 6),
      bone,
      rows: (items) => rows(this, items, this.resources.value.state === 'ready' && this.resources.value.refreshing, this.detail.preload),
      empty: () => nothingHere(this),
      onMore: (n) => this.announce(t.count(n)),
    })}
    ${this.cop.info?.counts.requests ? this.missing.render((view) => view.requests(), bare) : nothing}`;
  }

  /** @internal Whether anything narrows the list. */
  get filtered(): boolean {
    return Boolean(this.q.trim() || this.kind || this.topic || this.language || this.outcome || this.mine || Object.keys(this.more).length);
  }
}
