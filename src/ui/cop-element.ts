import { LitElement, html, nothing, type CSSResultGroup } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Community } from '../community/community.js';
import { SignInRequestEvent, type RefusedEvent } from '../community/events.js';
import type { Permission } from '../contract/index.js';
import type { ItemUrl } from '../controllers/item-url.js';
import type { Listing } from '../controllers/query-controller.js';
import { CommunityController } from '../controllers/community-controller.js';
import { SchemeController } from '../controllers/scheme-controller.js';
import type { Sent } from '../data/outbox.js';
import { Problem } from '../data/problem.js';
import type { Write } from '../data/read.js';
import common from '../i18n/en/common.js';
import { Localize } from '../i18n/localize.js';
import { controls } from '../styles/controls.js';
import { rows } from '../styles/rows.js';
import { tokens } from '../styles/tokens.js';
import { heading, problemText } from './states.js';
import type { Toast, Toasts } from './toasts.js';
import type { Bulk, Listed } from './gather.js';
import type { Menu } from './menu.js';
import { Lazy } from './lazy.js';

/** When the first view is there, in ms. */
const SETTLED = 3000;

const words = (list: string) => list.split(/[\s,]+/);
const isField = (target: EventTarget | null) => (target as Element).matches('input, textarea, select');

/** Host hotkeys stay silent while someone types in a field of ours; our own handlers have had the key by then. */
const quiet = (event: Event): void => {
  if (isField(event.target)) event.stopPropagation();
};

/**
 * What every element of a community has in common: finding the community, language, scheme, the notices, and writing.
 * A subclass renders its content for a community that is there, and names its tag.
 *
 * @csspart base - All of it.
 * @csspart head - The heading with what stands beside it.
 * @csspart heading - The heading.
 * @csspart empty - The text where there is nothing.
 * @csspart error - The text where something went wrong.
 * @csspart notice - A notice: a refusal, a sign-in that is needed, something that waits.
 * @csspart skeleton - What keeps the room while something loads.
 * @csspart avatar - The photo or initials.
 * @csspart author - Who wrote it.
 * @csspart menu - The button that opens what can be done with what is shown.
 * @csspart menu-list - What it opens.
 * @csspart menu-item - One thing to do.
 * @csspart keys - The list of keys.
 * @csspart toasts - What has just been done, at the lower edge.
 * @csspart toast - One of these.
 * @csspart undo - The button of a toast that takes it back.
 * @csspart dismiss - The button of a toast that ends it.
 */
export abstract class CopElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, controls, rows];
  /** The tag it gets unless another is asked for. */
  static tag: string;

  /** Registers the class, under its own tag unless another is given; a second time does nothing. */
  static define(tag = this.tag, registry = customElements): void {
    if (registry.get(tag)) return;
    const base = this as unknown as CustomElementConstructor;
    // One class can carry one tag only; another tag gets a class of its own.
    registry.define(tag, tag === this.tag && registry === customElements ? base : class extends base {});
  }

  /** URL of the community, such as `/api/communities/team-coaching`. Without it, the page’s `<cop-community>` tells. */
  @property() endpoint = '';
  /** Name of the `<cop-community>` to use, where a page has several. */
  @property() community = '';
  /** The heading; empty for none. Default: the element’s own, in the page’s language. */
  @property({ attribute: 'heading' }) headingText: string | null = null;
  /** Level of the heading, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /** `cosy` or `compact`. */
  @property({ reflect: true }) density: 'cosy' | 'compact' = 'cosy';

  /** Nothing is written here: no control that asks, answers, votes or changes something. */
  @property({ type: Boolean, attribute: 'read-only' }) readOnly = false;
  /** What to leave out, by words: `head count menu tools search sort filters foot layout chosen collections`. */
  @property() hide = '';
  /** Which filters are offered, by words; without it all. */
  @property({ attribute: 'filters' }) offered: string | null = null;
  /** Which facts the rows show, by words; without it all. */
  @property() show: string | null = null;
  /** Keeps what narrows the list in the page’s address, so that it can be shared. */
  @property({ type: Boolean, attribute: 'filters-in-url' }) filtersInUrl = false;
  /** `off`: no keys of its own beside those of its controls. */
  @property() shortcuts: 'on' | 'off' = 'on';
  /** Tells search engines what is shown, as JSON-LD in the page. */
  @property({ type: Boolean, attribute: 'structured-data' }) structuredData = false;

  /** @internal The shared community; its value is null until one is found. */
  readonly found = new CommunityController(
    this,
    () => this.communityChanged(),
    (event) => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      this.refused = [...this.refused, event];
    },
  );
  protected readonly scheme = new SchemeController(this);
  readonly common = new Localize(this, 'common', common);

  @state() private signInAsked = false;
  @state() private said = '';
  /** What went wrong with the last write; shown until the next one. */
  @state() protected problem: Problem | null = null;
  readonly #setup = new Lazy(this, () => import('./unconfigured.js').then((m) => new m.Unconfigured(this)));
  readonly #outbox = new Lazy(this, () => import('./outbox-view.js').then((m) => new m.OutboxView(this)));
  /** @internal What waited for a connection and was refused then. */
  @state() refused: readonly RefusedEvent[] = [];
  /** Where its notices stand; '': at the end of the element. */
  #place = '';
  /** Whether the last write carried something written, which is kept. */
  #holdsText = true;

  /** The community of this element; only where one was found. */
  get cop(): Community {
    if (!this.found.value) throw new Error('No community.');
    return this.found.value;
  }

  /** Says it to screen readers. */
  announce(text: string): void {
    this.said = this.said === text ? `${text}\u00a0` : text;
  }

  /**
   * Says in passing what has been done, with a way back where there is one: `undo` takes it back, `done` runs once nobody
   * can any more, also when the page ends. Stays ten seconds, and while it is pointed at or in focus.
   */
  toast(text: string, options: Toast = {}): void {
    this.announce(text);
    import('./toasts.js').then(
      ({ Toasts }) => (this.#toasts ??= new Toasts(this)).add(text, options),
      // Without its way back it is done at once.
      () => options.done?.(false),
    );
  }
  #toasts?: Toasts;
  #menu?: Menu;
  /** @internal What lies above all, such as the list of keys. */
  @state() overlay: (() => unknown) | null = null;

  /** Begins to keep what narrows the list in the page’s address. */
  protected keepInUrl?(): Promise<unknown>;
  /** How far that is. */
  #address: 'reading' | 'read' | undefined;

  /** Whether the list waits for what the page’s address narrows it to. */
  protected get narrowing(): boolean {
    if (this.filtersInUrl && !this.#address) {
      this.#address = 'reading';
      // Without it the list is whole.
      void this.keepInUrl?.().finally(() => {
        this.#address = 'read';
        this.requestUpdate();
      });
    }
    return this.#address === 'reading';
  }

  /** @internal The list that the element begins with, as it is filtered now. */
  get listing(): Listing | undefined {
    return undefined;
  }
  /** @internal The thing that is open. */
  declare readonly url?: ItemUrl;
  /** @internal Loads what acts on several rows at once, where the element has that. */
  declare several?: () => Promise<{ default: new (host: never) => Bulk }>;
  /** @internal The same, while rows are chosen. */
  declare bulk?: Bulk | undefined;

  /** Whether an editor has left this part out. */
  hides(part: string): boolean {
    return words(this.hide).includes(part);
  }

  /** Whether this filter is offered. */
  hasFilter(filter: string): boolean {
    return !this.hides('filters') && (this.offered === null || words(this.offered).includes(filter));
  }

  /** Whether the rows show this fact. */
  shows(fact: string): boolean {
    return this.show === null || words(this.show).includes(fact);
  }

  /** Whether to show a control: the person may, or could after signing in. */
  canTry(permission: Permission): boolean {
    return !this.readOnly && (this.cop.can(permission) || this.cop.couldIfSignedIn());
  }

  /** True when the person may do it now. Else asks to sign in and says why, where `notices(place)` stands. */
  mayOrAsk(permission: Permission, place = ''): boolean {
    this.signInAsked = false;
    this.#place = place;
    if (this.cop.can(permission)) return true;
    if (this.cop.couldIfSignedIn()) this.#askToSignIn(permission);
    else this.problem = new Problem(403);
    return false;
  }

  /** Sends a write. Null where it was refused or needs a sign-in first; the reader has been told. */
  async send<T>(permission: Permission, write: Write<T>, idempotencyKey?: string, place = ''): Promise<Sent<T> | null> {
    this.problem = null;
    this.#holdsText = write.method !== 'DELETE' && !write.optimistic;
    if (!this.mayOrAsk(permission, place)) return null;
    try {
      return await this.cop.write(write, idempotencyKey);
    } catch (error) {
      const problem = Problem.from(error);
      if (problem.kind === 'unauthenticated') this.#askToSignIn(permission);
      else this.problem = problem;
      return null;
    }
  }

  /** Clears what the last write said. */
  clearProblem(): void {
    this.problem = null;
    this.#place = '';
    this.signInAsked = false;
  }

  /** The problem of the last write, for a form that shows its fields. */
  get lastProblem(): Problem | null {
    return this.problem;
  }

  protected communityChanged(): void {}

  #askToSignIn(permission: Permission): void {
    this.signInAsked = this.dispatchEvent(new SignInRequestEvent(permission));
  }

  /** The element’s own heading. */
  protected abstract get defaultHeading(): string;
  protected abstract renderContent(): unknown;

  /** @internal What the element is called on this page. */
  get heading(): string {
    return this.headingText ?? this.defaultHeading;
  }

  protected renderHead(count: unknown = nothing, action: unknown = nothing): unknown {
    if (this.hides('head')) return nothing;
    const text = this.heading;
    return html`<div class="head" part="head">
      ${text ? heading(this.headingLevel, text) : nothing}
      ${count === nothing || this.hides('count') ? nothing : html`<span class="count" part="count">${count}</span>`} ${action} ${this.menuButton()}
    </div>`;
  }

  /** Opens what can be done with what is shown: export, print, keys. */
  menuButton(): unknown {
    if (!this.listing || this.hides('menu')) return nothing;
    const name = this.common.t.actions;
    return html`<span class="menu-box"
      ><button type="button" class="quiet" part="menu" aria-haspopup="menu" aria-expanded=${Boolean(this.#menu?.open)} aria-label=${name} title=${name} @click=${this.#openMenu}>⋯</button>${this.#menu?.render()}</span
    >`;
  }

  #openMenu = (): void => {
    const meanwhile = this.common.t.partMissing;
    import('./menu.js').then(
      ({ Menu }) => (this.#menu ??= new Menu(this as unknown as Listed)).toggle(),
      () => this.toast(meanwhile),
    );
  };

  /** What the last write met with, beside the control it was made with: `send(…, place)` and `notices(place)` belong together. */
  notices(place: string): unknown {
    if (place !== this.#place) return nothing;
    const { t } = this.common;
    const url = this.cop.signInUrl;
    const kept = this.#holdsText && this.problem?.kind !== 'stale' ? t.kept : nothing;
    return html`${
      this.signInAsked
        ? html`<p class="notice" part="notice" role="alert">${t.signInNeeded} ${kept} ${url ? html`<a class="accent" href=${url}>${t.signIn}</a>` : nothing}</p>`
        : nothing
    }
    ${this.problem ? html`<p class="notice wrong" part="notice" role="alert">${problemText(t, this.problem)} ${kept}</p>` : nothing}`;
  }

  #renderNotices(): unknown {
    const { length } = this.cop.waiting;
    const refused = this.refused.length;
    const count = () => html`<p class="notice" part="notice">${this.common.t.waiting(length)}</p>`;
    return html`${this.notices('')} ${refused || length ? this.#outbox.render((view) => view.render(), length ? count : undefined, !refused) : nothing}`;
  }

  #renderUnconfigured(): unknown {
    const { unconfigured, value } = this.found;
    const why = value ? 'no-such-community' : unconfigured;
    if (why === 'pending') return html`<p class="empty" role="status">${this.common.t.loading}</p>`;
    return this.#setup.render((view) => view.show(why));
  }

  /** Single keys, while focus is inside and nobody types (WCAG 2.1.4). A key of ours is not the host's as well. */
  #press = (event: KeyboardEvent): void => {
    quiet(event);
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (!this.listing || this.shortcuts === 'off' || ctrlKey || metaKey || altKey || isField(target) || !/^[jkoun/?]$/.test(key)) return;
    event.preventDefault();
    event.stopPropagation();
    void import('./keys.js').then(({ onKey }) => onKey(this, key));
  };

  protected override firstUpdated(): void {
    // An editor's slips are told when readers have what they came for.
    setTimeout(() => import('./setup-check.js').then(({ checkSetup }) => checkSetup(this)).catch(() => undefined), SETTLED);
  }

  protected override render(): unknown {
    if (this.structuredData) void import('./structured-data.js').then(({ publish }) => publish(this));
    const configured = this.found.value?.missing === false;
    return html`<div class="cop ${this.scheme.value}" part="base" lang=${this.common.messagesLang} @keydown=${this.#press} @keypress=${quiet} @keyup=${quiet}>
      ${configured ? html`${this.renderContent()} ${this.#renderNotices()}` : this.#renderUnconfigured()} ${this.#toasts?.render()} ${this.overlay?.()}
      <p class="hidden" role="status" aria-live="polite">${this.said}</p>
    </div>`;
  }
}
