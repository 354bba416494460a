import { css, html, nothing } from 'lit';
import type { ActivityEvent } from '../../community/events.js';
import type { Activity, LinkCard, ReactionKind, Session } from '../../contract/index.js';
import { react } from '../../data/activities.js';
import { listActivities } from '../../data/lists.js';
import news, { type NewsMessages } from '../../i18n/en/news.js';
import { Localize } from '../../i18n/localize.js';
import type { ActivityGroup } from '../../ui/activity-sentence.js';
import { View } from '../../ui/view.js';
import type { CopActivityFeed } from './activity-feed.js';
import { Arrivals } from './arrivals.js';
import { dayOf } from './day.js';
import { belongs, queryOf } from './filters.js';
import { GroupFilter } from './group-filter.js';
import { LinkCards } from './link-card.js';
import { LastVisit } from './last-visit.js';

/** The most that are told in number. */
const TOLD = 50;

/** A line between rows. */
export interface Line {
  id: string;
  text: string;
}

/**
 * What is new to a reader: since their last visit, bounded by two lines, and while they read, kept back until they ask for it; with
 * what rows need only then: cards of links, reactions, the choice of a group.
 * Loads beside the first rows: without it they are shown all the same, and no line stands between them.
 */
export class News extends View<CopActivityFeed> {
  static override styles = css`
    .new {
      inline-size: 100%;
      margin-block: 0.4em;
      background: var(--_tint);
    }
    .rows > .since {
      display: flex;
      align-items: center;
      gap: 0.7em;
      padding-block: 0.9em 0.1em;
      border: 0;
      color: var(--_muted);
      font-size: 0.8125em;
    }
    .since::after {
      flex: 1;
      border-block-start: 1px solid var(--_line);
      content: '';
    }
  `;
  private readonly l: Localize<NewsMessages>;
  readonly #visit: LastVisit;
  readonly #arrivals = new Arrivals();
  readonly #cards: LinkCards;
  readonly groups: GroupFilter;
  #counted: Session | undefined;
  #since = 0;
  /** Writes of one act go one after the other, so that the last press wins. */
  readonly #sending = new Map<string, Promise<void>>();

  constructor(override readonly host: CopActivityFeed) {
    super(host);
    this.l = new Localize(host, 'news', news);
    this.#visit = new LastVisit(host, () => this.#upTo);
    this.#cards = new LinkCards(host);
    this.groups = new GroupFilter(host, this.l);
    this.split();
  }

  /** How many wait to be caught up with: what the endpoint counted, and what others did since. */
  left(): unknown {
    const { session } = this.host.cop;
    if (session !== this.#counted) [this.#counted, this.#since] = [session, 0];
    const n = (session?.waiting?.catchUp ?? 0) + this.#since;
    const { formats } = this.host.l;
    return n ? `(${formats.number(Math.min(n, TOLD))}${n > TOLD ? '+' : ''})` : nothing;
  }

  /** The card of a message's link. */
  card = (link: LinkCard): unknown => this.#cards.show(link);

  /** Reacts, or takes it back. On screen at once. */
  react(id: string, kind: ReactionKind, on: boolean): void {
    const { host } = this;
    const { cop } = host;
    const before = this.#sending.get(id) ?? Promise.resolve();
    const sending = before.then(async () => {
      const sent = await host.send('react', react(id, kind, on), undefined, `react-${id}`);
      if (sent?.state === 'sent') cop.cache.change('activities', (item) => ((item as Activity).id === id ? sent.answer : item));
    });
    this.#sending.set(id, sending);
  }

  /** Another list: everything of it is shown. */
  release = (): void => this.#arrivals.release();

  /** What is kept back, and what is on screen. */
  split(): { held: Activity[]; shown: Activity[] } {
    const { value, items, placeholder } = this.host.listing;
    const settled = value.state === 'ready' && !value.refreshing && !placeholder;
    const me = this.host.found.value?.session?.member?.id;
    return this.#arrivals.split(items, settled, ({ actor }) => actor !== null && actor.id === me);
  }

  /** Whether an act is newer than the last visit. */
  isNew = ({ published }: Activity): boolean => Date.parse(published) > Date.parse(this.#visit.since ?? '');

  /** Rows with the lines among them. In one list, so that a line that comes later replaces nothing. */
  withLines(groups: readonly ActivityGroup[], hasMore: boolean): (ActivityGroup | Line)[] {
    const { t, formats } = this.l;
    const { since } = this.#visit;
    const end = hasMore ? [] : [{ id: 'seen', text: t.seenAllEver }];
    if (since === null) return [...groups, ...end];
    const day = dayOf(formats, since);
    const seen = groups.findIndex(({ items }) => !this.isNew(items[0]));
    const fresh = seen < 0 ? groups.length : seen;
    const line = fresh < groups.length || !hasMore ? [{ id: 'seen', text: t.seenAll(day) }] : [];
    const news = groups.slice(0, fresh).reduce((sum, { items }) => sum + items.length, 0);
    return [
      ...(fresh ? [{ id: 'since', text: t.since(news, fresh === groups.length && hasMore, day) }] : []),
      ...groups.slice(0, fresh),
      ...line,
      ...groups.slice(fresh),
    ];
  }

  /** Where nothing is of what was chosen: the way back to all. */
  wayBack(): unknown {
    const { host } = this;
    const showAll = async () => {
      host.filter = host.group = '';
      await host.updateComplete;
      host.renderRoot.querySelector<HTMLElement>('[part=filters] button')?.focus();
    };
    return host.filter || host.group ? html`<button type="button" @click=${showAll}>${host.common.t.clearFilters}</button>` : nothing;
  }

  /** The button that shows what has happened meanwhile. */
  pill(): unknown {
    const { length } = this.split().held;
    return length
      ? html`<button type="button" class="new fresh" part="new" @click=${this.#show}>${this.l.t.newOnes(length)}</button>`
      : nothing;
  }

  /** What has just happened goes on top of what was read, where it waits to be asked for. */
  arrive({ activity }: ActivityEvent): void {
    const { host } = this;
    const { cache, session } = host.cop;
    if (activity.actor?.id !== session?.member?.id) {
      this.left();
      this.#since += 1;
      host.requestUpdate();
    }
    const read = listActivities(queryOf(host));
    const mine = belongs(host, activity);
    if (mine === null) cache.refetch(read);
    if (!mine) return;
    cache.updatePages(read, (pages) => {
      const [first, ...rest] = pages;
      if (!first || pages.some(({ items }) => items.some(({ id }) => id === activity.id))) return pages;
      return [{ ...first, items: [activity, ...first.items] }, ...rest];
    });
    const { length } = this.split().held;
    if (length) host.announce(this.l.t.newOnes(length));
  }

  #show = async (): Promise<void> => {
    const { host } = this;
    const { length } = this.split().held;
    this.release();
    host.requestUpdate();
    await host.updateComplete;
    host.renderRoot.querySelector<HTMLElement>('.act')?.focus();
    host.announce(this.l.t.shown(length));
  };

  /** Up to when everything that happened is on screen. */
  get #upTo(): string | null {
    if (this.host.listing.value.state !== 'ready' || this.host.url.id) return null;
    const { held, shown } = this.split();
    // The newest of all that is shown, as for what is kept back: the order of an endpoint need not be quite by time.
    const [newest] = shown.toSorted((a, b) => Date.parse(b.published) - Date.parse(a.published));
    return (held.length ? newest?.published : null) ?? new Date().toISOString();
  }
}
