import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { OpenEvent, type ActivityEvent } from '../../community/events.js';
import { findOpener, itemAddress, onOpenersChange, type ItemAddress } from '../../community/openers.js';
import type { Activity, ActivityType, ObjectRef, ReactionKind } from '../../contract/index.js';
import { ItemUrl } from '../../controllers/item-url.js';
import { PagesController } from '../../controllers/query-controller.js';
import { known, pageSize } from '../../controllers/query-values.js';
import { react } from '../../data/activities.js';
import { listActivities } from '../../data/lists.js';
import feed from '../../i18n/en/feed.js';
import { Localize } from '../../i18n/localize.js';
import { groupActivities } from '../../ui/activity-sentence.js';
import { CopElement } from '../../ui/cop-element.js';
import { list } from '../../ui/states.js';
import { Lazy } from '../../ui/lazy.js';
import { styles } from './activity-feed.styles.js';
import { activityRow } from './activity-row.js';
import { Arrivals } from './arrivals.js';
import { FILTERS, NAMES, type FeedFilter } from './filters.js';
import type { LastVisit } from './last-visit.js';

/** How often “3 minutes ago” is put right, in ms. */
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

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

  /** Only these types, separated by spaces: `asked answered commented accepted added used posted joined revised`. */
  @property() types = '';
  /** What is chosen to begin with: `questions`, `resources`, `people` or `news`. */
  @property({ reflect: true }) filter: FeedFilter | '' = '';
  /** Acts a page, 1 to 100. */
  @property({ type: Number }) limit = 20;
  /** Where the page’s own site shows things; as `item-url` of `<cop-community>`, for this element alone. */
  @property({ attribute: 'item-url' }) itemUrl: ItemAddress = '';

  @state() private writing = false;
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
    () => (this.url.id ? null : this.#read),
  );
  private visit: LastVisit | undefined;
  private readonly detail = new Lazy(this, () => import('./post-view.js').then((m) => new m.PostView(this)));
  private readonly form = new Lazy(this, () => import('./post-form.js').then((m) => new m.PostForm(this)));
  #arrivals = new Arrivals();
  #events: AbortController | undefined;
  #stop: (() => void) | undefined;
  /** Where focus goes with the next rows: to the act of this object, or to what was left. */
  #focusOn = '';
  /** Writes of one act go one after the other, so that the last press wins. */
  #sending = new Map<string, Promise<void>>();

  override get listing() {
    return this.activities;
  }

  protected override get defaultHeading(): string {
    return this.l.t.heading;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#remember();
    const timer = setInterval(() => this.requestUpdate(), MINUTE);
    const stop = onOpenersChange(() => this.requestUpdate());
    this.#stop = () => (clearInterval(timer), stop());
  }

  /** Loads beside the first rows: without it they are shown all the same, and no line stands between them. */
  async #remember(): Promise<void> {
    const found = await import('./last-visit.js').catch(() => null);
    if (found) this.visit ??= new found.LastVisit(this, () => this.#upTo);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  /** Opens the form for a message. */
  write(): void {
    this.writing = true;
  }

  /** Back to the list, and to `focus`: the id of a thing whose link gets it, or `write` for that button. */
  showList(focus = 'write'): void {
    this.#focusOn = focus;
    this.writing = false;
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
  react(id: string, kind: ReactionKind, on: boolean): void {
    const before = this.#sending.get(id) ?? Promise.resolve();
    const sending = before.then(async () => {
      const sent = await this.send('react', react(id, kind, on), undefined, `react-${id}`);
      if (sent?.state === 'sent') this.cop.cache.change('activities', (item) => ((item as Activity).id === id ? sent.answer : item));
    });
    this.#sending.set(id, sending);
  }

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
    this.#arrivals?.release();
    if (!this.found?.value) return;
    this.#events = new AbortController();
    this.found.value.addEventListener('activity', this.#arrive, { signal: this.#events.signal });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.filter = known(this.filter, FILTERS);
    this.limit = pageSize(this.limit, 20);
    if (changed.has('types') || changed.has('filter') || changed.has('limit')) this.#arrivals.release();
  }

  protected override updated(): void {
    const focusOn = this.#focusOn;
    if (!focusOn || this.url.id) return;
    const target = focusOn === 'write' ? '[part~=write]' : `a[data-id='${CSS.escape(focusOn)}']`;
    const element = this.renderRoot.querySelector<HTMLElement>(target);
    if (!element) return;
    this.#focusOn = '';
    element.focus();
  }

  get #types(): readonly ActivityType[] {
    const only = this.types.split(/[\s,]+/).filter(Boolean) as ActivityType[];
    const chosen: readonly ActivityType[] = this.filter ? FILTERS[this.filter] : [];
    return only.length && chosen.length ? chosen.filter((type) => only.includes(type)) : [...only, ...chosen];
  }

  get #read() {
    return listActivities({ type: this.#types.length ? this.#types : undefined, limit: this.limit });
  }

  get #split() {
    const { value, items, placeholder } = this.activities;
    const settled = value.state === 'ready' && !value.refreshing && !placeholder;
    return this.#arrivals.split(items, settled, ({ actor }) => actor !== null && actor.id === this.found.value?.session?.member?.id);
  }

  /** Up to when everything that happened is on screen. */
  get #upTo(): string | null {
    if (this.activities.value.state !== 'ready' || this.url.id) return null;
    const { held, shown } = this.#split;
    return (held.length ? shown[0]?.published : null) ?? new Date().toISOString();
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

  /** What has just happened goes on top of what was read, where it waits to be asked for. */
  #arrive = (event: Event): void => {
    const { activity } = event as ActivityEvent;
    const types = this.#types;
    if (types.length && !types.includes(activity.type)) return;
    this.cop.cache.updatePages(this.#read, (pages) => {
      const [first, ...rest] = pages;
      if (!first || pages.some(({ items }) => items.some(({ id }) => id === activity.id))) return pages;
      return [{ ...first, items: [activity, ...first.items] }, ...rest];
    });
    const { length } = this.#split.held;
    if (length) this.announce(this.l.t.newOnes(length));
  };

  #showNew = async (): Promise<void> => {
    const { length } = this.#split.held;
    this.#arrivals.release();
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.act')?.focus();
    this.announce(this.l.t.shown(length));
  };

  #day(time: string): string {
    const ago = Date.now() - Date.parse(time);
    const today = new Date(time).toDateString() === new Date().toDateString();
    return this.l.formats.date(time, today ? { timeStyle: 'short' } : ago < 6 * DAY ? { weekday: 'long' } : { dateStyle: 'medium' });
  }

  protected override renderContent(): unknown {
    const { id } = this.url;
    if (id) return this.detail.render((view) => view.show(id));
    return this.#renderList();
  }

  #renderList(): TemplateResult {
    const { t } = this.l;
    const { held } = this.#split;
    const canWrite = this.cop.has('posts') && this.canTry('post') && !this.writing;
    const button = canWrite
      ? html`<button type="button" class="push" part="write" @pointerenter=${this.form.preload} @click=${() => this.write()}>${t.write}</button>`
      : nothing;
    return html`${this.renderHead(nothing, button)} ${this.writing ? this.form.render((view) => view.show()) : nothing} ${this.#renderFilters()}
    ${held.length ? html`<button type="button" class="new fresh" part="new" @click=${this.#showNew}>${t.newOnes(held.length)}</button>` : nothing}
    ${list({
      pages: this.activities,
      t: this.common.t,
      size: Math.min(this.limit, 6),
      bone: () =>
        html`<div class="act"><span class="avatar bone"></span><div class="told"><p class="bone"></p><p class="bone"></p><div class="meta"></div></div></div>`,
      rows: () => this.#renderRows(),
      empty: () => html`<div class="empty" part="empty"><p>${this.filter || this.types ? t.emptyFound : t.emptyAll}</p></div>`,
      onMore: (n) => this.announce(t.moreShown(n)),
      firstNew: (before) => this.#rowOf(this.activities.items[before]),
    })}
    ${this.#renderWays()}`;
  }

  #rowOf(item: Activity | undefined): Element | null | undefined {
    const group = item && this.#groups().find(({ items }) => items.includes(item));
    return group && this.renderRoot.querySelector(`#act-${CSS.escape(group.id)}`);
  }

  #groups() {
    const since = Date.parse(this.visit?.since ?? '');
    const isNew = ({ published }: Activity) => Date.parse(published) > since;
    return groupActivities(this.activities.cut(this.#split.shown), (newer, older) => isNew(newer) && !isNew(older));
  }

  #renderFilters(): unknown {
    const only = this.types.split(/[\s,]+/).filter(Boolean);
    const names = NAMES.filter((name) => this.hasFilter(name)).filter(
      (name) => !only.length || FILTERS[name].some((type) => only.includes(type)),
    );
    if (names.length < 2 || this.hides('tools')) return nothing;
    const chip = (name: FeedFilter | '') =>
      html`<button type="button" class="chip" aria-pressed=${this.filter === name} @click=${() => (this.filter = name)}>${this.l.t.filters[name || 'all']}</button>`;
    return html`<div class="tools" part="filters" role="group" aria-label=${this.l.t.show}>${chip('')} ${names.map(chip)}</div>`;
  }

  #renderRows(): TemplateResult {
    const { value, hasMore, placeholder } = this.activities;
    const since = this.visit?.since ?? null;
    const groups = this.#groups();
    const isNew = (time: string) => since !== null && Date.parse(time) > Date.parse(since);
    const seen = groups.findIndex(({ items }) => !isNew(items[0].published));
    const fresh = since === null ? 0 : seen < 0 ? groups.length : seen;
    const { t } = this.l;
    const lines = [
      fresh && since ? { at: 0, id: 'since', text: t.since(this.#day(since)) } : null,
      since && (fresh < groups.length || !hasMore) ? { at: fresh, id: 'seen', text: t.seenAll(this.#day(since)) } : null,
      !since && !hasMore ? { at: groups.length, id: 'seen', text: t.seenAllEver } : null,
    ].filter((line) => line !== null);
    // One list of rows and lines, so that a line that comes later replaces nothing.
    const rows = [...groups, null].flatMap((group, i) => [...lines.filter(({ at }) => at === i), ...(group ? [group] : [])]);
    return html`<ul class="rows" part="list" aria-busy=${placeholder && value.state === 'ready'}>
      ${repeat(
        rows,
        ({ id }) => id,
        (row) => ('items' in row ? activityRow(this, row) : html`<li class="since" part="divider">${row.text}</li>`),
      )}
    </ul>`;
  }

  #renderWays(): unknown {
    if (this.hides('foot')) return nothing;
    const { t } = this.l;
    const { http } = this.cop;
    return html`<p class="ways no-print" part="footer">
      ${t.follow} <a href=${http.url('/feed.rss').href} type="application/rss+xml">${t.rss}</a> <a href=${http.url('/feed.json').href} type="application/feed+json">${t.json}</a>
    </p>`;
  }
}
