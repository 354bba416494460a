import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { OpenEvent, type ActivityEvent } from '../../community/events.js';
import { findOpener, itemAddress, onOpenersChange, type ItemAddress } from '../../community/openers.js';
import type { Activity, ObjectRef, ReactionKind } from '../../contract/index.js';
import { ItemUrl } from '../../controllers/item-url.js';
import { PagesController } from '../../controllers/query-controller.js';
import { known, pageSize } from '../../controllers/query-values.js';
import { listActivities } from '../../data/lists.js';
import feed from '../../i18n/en/feed.js';
import { Localize } from '../../i18n/localize.js';
import { groupActivities } from '../../ui/activity-sentence.js';
import { CopElement } from '../../ui/cop-element.js';
import { list } from '../../ui/states.js';
import { Lazy } from '../../ui/lazy.js';
import { styles } from './activity-feed.styles.js';
import { activityRow, bone, ways } from './activity-row.js';
import { choices, FILTERS, queryOf, type FeedFilter } from './filters.js';
import type { News } from './news.js';

/** How often “3 minutes ago” is put right, in ms. */
const MINUTE = 60_000;

/**
 * What happened in a community, live and since the last visit: who asked, answered, shared, used and joined.
 *
 * @summary What happened in a community, since your last visit and live.
 * @tag cop-activity-feed
 *
 * @fires {OpenEvent} cop-open - A reader follows a link to a thing; cancel it to show the thing elsewhere. Holds the `object`.
 * @fires {PostRequestEvent} cop-post-request - Before a message is sent; cancel it to keep it back. Holds the `post`.
 * @fires {PostedEvent} cop-posted - A message has been sent. Holds the `post` of the endpoint.
 * @fires {SignInRequestEvent} cop-sign-in-request - A visitor tried something that needs a member; cancel it to open a sign-in of your own.
 *
 * @csspart count - A number beside the heading.
 * @csspart write - The button that opens the form for a message.
 * @csspart filters - The choice of what to see.
 * @csspart group-filter - The choice of a group of members.
 * @csspart new - The button that shows what has happened meanwhile.
 * @csspart list - The list of what happened.
 * @csspart activity - A row of the list.
 * @csspart sentence - What happened, in a sentence.
 * @csspart link - A thing or a person that can be opened.
 * @csspart summary - The beginning of what was written.
 * @csspart meta - The quiet line of facts.
 * @csspart source - Where an imported record came from, and its licence.
 * @csspart unfold - The button that shows each act of a row.
 * @csspart group - The acts of a row, one by one.
 * @csspart reactions - The reactions to an act.
 * @csspart reaction - One reaction with its count.
 * @csspart react - The button that offers the reactions.
 * @csspart catch-up - The button that opens what happened since one had seen everything; and that list.
 * @csspart seen - The button that marks an act of it as seen.
 * @csspart all-seen - The button that marks all of it as seen.
 * @csspart again - The button that looks again at the end.
 * @csspart divider - The line where the last visit ended.
 * @csspart footer - The links to the feeds for readers.
 * @csspart more - The button that loads the next page.
 * @csspart form-area - The form for a message with the space around it.
 * @csspart form - A form: of a message or a comment.
 * @csspart composer - A field for formatted text.
 * @csspart preview - The preview of a text.
 * @csspart people - The people offered while “@” is typed.
 * @csspart restored - The notice that a draft is back.
 * @csspart theirs - What somebody else has made of a text meanwhile.
 * @csspart back - The link back to the list.
 * @csspart post - A message with its comments.
 * @csspart post-title - The title of a message.
 * @csspart body - The text of a message.
 * @csspart prose - A written text.
 * @csspart url - The link to a page outside.
 * @csspart with-card - The card of a link with its button.
 * @csspart link-card - The link of a message as a card.
 * @csspart link-choice - The button that takes the card of one’s own message away, or brings it back.
 * @csspart topics - The topics of a message.
 * @csspart pictures - The pictures of a message.
 * @csspart files - The other files of a message.
 * @csspart attachments - The files of a message that is written.
 * @csspart attachment - One of them.
 * @csspart actions - The buttons of one’s own message.
 * @csspart subheading - The heading of the comments.
 * @csspart comments - The comments on a message.
 * @csspart comment - One comment.
 * @csspart comment-button - The button that opens the field for a comment.
 * @csspart edit - The button that edits what one has written.
 * @csspart delete - The button that deletes what one has written.
 * @csspart confirm - The question whether to delete.
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
export class CopActivityFeed extends CopElement {
  static override styles: CSSResultGroup = [CopElement.styles, styles];
  static override tag = 'cop-activity-feed';

  /**
   * Only these types, separated by spaces:
   * `asked answered commented accepted added used posted joined revised endorsed reviewed requested collected thanked`.
   */
  @property() types = '';
  /** What is chosen to begin with: `questions`, `resources`, `people`, `news`; of a member’s own: `following`, `mentions`. */
  @property() filter: FeedFilter | '' = '';
  /** Only what is about these topics, by id, separated by spaces. */
  @property() topic = '';
  /** Only what this member did, by id. */
  @property() actor = '';
  /** Only what members of this group did, by its name. */
  @property() group = '';
  /** Only what happened since this day: `2026-03-14`, or with a time. */
  @property() since = '';
  /** Acts a page, 1 to 100. */
  @property({ type: Number }) limit = 20;
  /** Draws a row in the page’s own way, from the activities that it tells, the newest first; null: as usual. */
  @property({ attribute: false }) renderItem: ((activities: readonly Activity[]) => unknown) | null = null;
  /** Where the page’s own site shows things; as `item-url` of `<cop-community>`, for this element alone. */
  @property({ attribute: 'item-url' }) itemUrl: ItemAddress = '';

  @state() private writing = false;
  @state() private catching = false;
  @state() private unfolded = new Set<string>();
  @state() private reacting = '';

  readonly l = new Localize(this, 'feed', feed);
  override readonly url = new ItemUrl(
    this,
    'post',
    () => this.found.value?.name,
    () => this.#opened(),
  );
  private readonly activities = new PagesController(
    this,
    () => this.found.value,
    () => (this.url.id || this.catching || this.narrowing ? null : this.#read),
  );
  /** @internal What is new comes beside the first rows: without it they are shown all the same. */
  news: News | undefined;
  private readonly detail = new Lazy(this, () => import('./post-view.js').then((m) => new m.PostView(this)));
  private readonly round = new Lazy(this, () => import('./catch-up-view.js').then((m) => new m.CatchUpView(this)));
  private readonly form = new Lazy(this, () => import('./post-form.js').then((m) => new m.PostForm(this)));
  #loading: Promise<News | undefined> | undefined;
  #events: AbortController | undefined;
  #stop: (() => void) | undefined;
  /** Where focus goes with the next rows: to the act of this object, or to what was left. */
  #focusOn = '';

  protected override keepInUrl = () => import('./filters-url.js').then((m) => m.keepInUrl(this));

  override get listing() {
    return this.activities;
  }

  protected override get defaultHeading(): string {
    return this.l.t.heading;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Behind the lists of all elements: a browser asks an old server six things at once.
    setTimeout(this.#load);
    const timer = setInterval(() => this.requestUpdate(), MINUTE);
    const stop = onOpenersChange(() => this.requestUpdate());
    this.#stop = () => (clearInterval(timer), stop());
  }

  #load = (): Promise<News | undefined> =>
    (this.#loading ??= import('./news.js').then(
      ({ News }) => {
        this.requestUpdate();
        return (this.news = new News(this));
      },
      () => (this.#loading = undefined),
    ));

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  /** Opens the form for a message. */
  write(): void {
    this.writing = true;
  }

  /** Back to the list, and to `focus`: the id of a thing whose link gets it, or `write` or `catch-up` for that button. */
  showList(focus = 'write'): void {
    this.#focusOn = focus;
    this.writing = false;
    // A message that was opened while catching up leads back there.
    if (focus === 'catch-up') this.catching = false;
    this.clearProblem();
    this.url.open(null);
    this.requestUpdate();
  }

  /** @internal */
  isOpen = (groupId: string): boolean => this.unfolded.has(groupId);

  /** @internal */
  toggle(groupId: string): void {
    const unfolded = new Set(this.unfolded);
    if (!unfolded.delete(groupId)) unfolded.add(groupId);
    this.unfolded = unfolded;
  }

  /** @internal */
  isReacting = (id: string): boolean => this.reacting === id;

  /** @internal Offers the reactions, and moves on to the first of them. */
  startReacting(id: string): void {
    this.reacting = id;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#react-${CSS.escape(id)} button`)?.focus());
  }

  /** @internal Reacts, or takes it back. On screen at once. */
  react = async (id: string, kind: ReactionKind, on: boolean): Promise<void> => (await this.#load())?.react(id, kind, on);

  /** @internal A thing or a person by name, as a link where it can be opened. */
  link = (ref: ObjectRef, text: string): TemplateResult => {
    const href = this.#opener(ref)?.href(ref.id) ?? itemAddress(this.itemUrl || this.cop.itemUrl, ref, this.cop.name) ?? ref.url;
    const name = html`<bdi>${text}</bdi>`;
    return href
      ? html`<a part="link" data-id=${ref.id} href=${href} @click=${(event: MouseEvent) => this.#follow(event, ref)}>${name}</a>`
      : html`<b>${name}</b>`;
  };

  protected override communityChanged(): void {
    this.#events?.abort();
    this.news?.release();
    if (!this.found?.value) return;
    this.#events = new AbortController();
    const { signal } = this.#events;
    this.found.value.addEventListener('activity', (event) => void this.#load().then((news) => news?.arrive(event as ActivityEvent)), {
      signal,
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.filter = known(this.filter, FILTERS);
    this.limit = pageSize(this.limit, 20);
    if (['types', 'filter', 'limit', 'topic', 'actor', 'group', 'since'].some((name) => changed.has(name as 'types'))) this.news?.release();
  }

  protected override updated(): void {
    const focusOn = this.#focusOn;
    if (!focusOn || this.url.id) return;
    const target = /^(write|catch-up)$/.test(focusOn) ? `[part~=${focusOn}]` : `a[data-id='${CSS.escape(focusOn)}']`;
    const element = this.renderRoot.querySelector<HTMLElement>(target);
    if (!element) return;
    this.#focusOn = '';
    element.focus();
  }

  get #read() {
    return listActivities(queryOf(this));
  }

  #opener(ref: ObjectRef) {
    return ref.type === 'post' ? this.url : findOpener(ref.type, this.cop.name);
  }

  #follow(event: MouseEvent, ref: ObjectRef): void {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const opener = this.dispatchEvent(new OpenEvent(ref)) ? this.#opener(ref) : null;
    // Not an opener, not prevented: the browser follows the link.
    if (opener === undefined) return;
    event.preventDefault();
    opener?.open(ref.id);
  }

  /** A message was opened, or closed: also by the browser’s own back and forward. */
  #opened(): void {
    this.writing = false;
    if (this.url.id) this.#last = this.url.id;
    else this.#focusOn ||= this.#last;
  }
  #last = '';

  protected override renderContent(): unknown {
    const { id } = this.url;
    if (id) return this.detail.render((view) => view.show(id));
    if (this.catching) return this.round.render((view) => view.show());
    return this.#renderList();
  }

  #renderList(): TemplateResult {
    const { t } = this.l;
    const canWrite = this.cop.has('posts') && this.canTry('post') && !this.writing;
    const button = canWrite
      ? html`<button type="button" class="push" part="write" @pointerenter=${this.form.preload} @click=${() => this.write()}>${t.write}</button>`
      : nothing;
    const round =
      this.cop.session?.member && this.cop.info?.capabilities.includes('catch-up')
        ? html`<button type="button" class="quiet push" part="catch-up" @click=${() => (this.catching = true)}>${t.catchUp} ${this.news?.left()}</button>`
        : nothing;
    return html`${this.renderHead(nothing, html`${round} ${button}`)} ${this.writing ? this.form.render((view) => view.show()) : nothing} ${this.#renderFilters()}
    ${this.news?.pill()}
    ${list({
      pages: this.activities,
      t: this.common.t,
      size: Math.min(this.limit, 6),
      bone,
      rows: () => this.#renderRows(),
      empty: () => html`<div class="empty" part="empty"><p>${this.#empty()}</p>${this.news?.wayBack()}</div>`,
      onMore: (n) => this.announce(t.moreShown(n)),
      firstNew: (before) => this.#rowOf(this.activities.items[before]),
    })}
    ${ways(this)}`;
  }

  #empty(): string {
    const { filter, l } = this;
    if (filter === 'following' || filter === 'mentions') return l.t.emptyOwn[filter];
    return filter || this.types || this.topic || this.actor || this.group || this.since ? l.t.emptyFound : l.t.emptyAll;
  }

  #rowOf(item: Activity | undefined): Element | null | undefined {
    const group = item && this.#groups().find(({ items }) => items.includes(item));
    return group && this.renderRoot.querySelector(`#act-${CSS.escape(group.id)}`);
  }

  #groups() {
    const { news, activities } = this;
    const { value, items } = activities;
    const shown = activities.cut(news ? news.split().shown : items);
    // Page by page: what comes with the next one changes no row that is being read.
    return (value.state === 'ready' ? value.data : []).flatMap((page) =>
      groupActivities(
        page.items.filter((item) => shown.includes(item)),
        (newest, older) => Boolean(news?.isNew(newest) && !news.isNew(older)),
      ),
    );
  }

  #renderFilters(): unknown {
    const names = choices(this, Boolean(this.cop.session?.member)).filter((name) => this.hasFilter(name));
    if (!names.length || this.hides('tools')) return nothing;
    const chip = (name: FeedFilter | '') =>
      html`<button type="button" class="chip" aria-pressed=${this.filter === name} @click=${() => (this.filter = name)}>${this.l.t.filters[name || 'all']}</button>`;
    return html`<div class="tools" part="filters" role="group" aria-label=${this.l.t.show}>${chip('')} ${names.map(chip)} ${this.cop.info?.counts.groups && this.hasFilter('group') ? html`<span class="groups">${this.news?.groups.render()}</span>` : nothing}</div>`;
  }

  #renderRows(): TemplateResult {
    const { value, hasMore, placeholder } = this.activities;
    const groups = this.#groups();
    const rows = this.news?.withLines(groups, hasMore) ?? groups;
    return html`<ul class="rows" part="list" aria-busy=${placeholder && value.state === 'ready'}>
      ${repeat(
        rows,
        ({ id }) => id,
        (row) => ('items' in row ? activityRow(this, row) : html`<li class="since" part="divider">${row.text}</li>`),
      )}
    </ul>`;
  }
}
