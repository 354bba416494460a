import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ActivityEvent } from '../../community/events.js';
import type { QuestionKind, QuestionSort, QuestionSummary } from '../../contract/index.js';
import { ItemUrl } from '../../controllers/item-url.js';
import { PagesController } from '../../controllers/query-controller.js';
import { listQuestions } from '../../data/questions.js';
import ask from '../../i18n/en/ask.js';
import { Localize } from '../../i18n/localize.js';
import { CopElement } from '../../ui/cop-element.js';
import { byline } from '../../ui/person.js';
import { list } from '../../ui/states.js';
import { when } from '../../ui/time.js';
import { Lazy } from '../../ui/view.js';
import { styles } from './ask-the-community.styles.js';

const KINDS: readonly QuestionKind[] = ['problem', 'information', 'experience', 'development'];
/** How long to wait for the next letter before searching, in ms. */
const TYPING = 250;

/**
 * Ask, get it answered by the right people, keep the answer findable.
 *
 * @summary Questions and answers of a community.
 * @tag cop-ask-the-community
 */
export class CopAskTheCommunity extends CopElement {
  static override styles: CSSResultGroup = [CopElement.styles, styles];
  static override tag = 'cop-ask-the-community';

  /** Only this kind: `problem`, `information`, `experience` or `development`. */
  @property({ reflect: true }) kind: QuestionKind | '' = '';
  /** Only this topic, by its id. */
  @property() topic = '';
  /** `newest`, `active`, `votes` or `relevance`. */
  @property() sort: QuestionSort | '' = '';
  /** Show unanswered questions only, to begin with. */
  @property({ type: Boolean }) unanswered = false;
  /** Questions a page. */
  @property({ type: Number }) limit = 10;

  @state() private query = '';
  @state() private mine = false;
  @state() private asking = false;
  @state() private newCount = 0;

  readonly l = new Localize(this, 'ask', ask);
  readonly url = new ItemUrl(this, 'ask', () => this.found.value?.name, () => (this.asking = false));
  private readonly questions = new PagesController(
    this,
    () => this.found.value,
    () =>
      this.url.id || this.asking
        ? null
        : listQuestions({
            q: this.query,
            kind: this.kind || undefined,
            topic: this.topic ? [this.topic] : undefined,
            answered: this.unanswered ? false : undefined,
            mine: this.mine || undefined,
            sort: this.sort || undefined,
            limit: this.limit,
          }),
  );
  private readonly thread = new Lazy(this, () => import('./thread-view.js').then((m) => new m.ThreadView(this)));
  private readonly form = new Lazy(this, () => import('./ask-form.js').then((m) => new m.AskForm(this)));
  #events: AbortController | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #ownActivity = (event: Event): void => {
    const { activity } = event as ActivityEvent;
    if (activity.type === 'asked' && activity.actor?.id !== this.cop.session?.member?.id) this.newCount += 1;
  };

  protected override get defaultHeading(): string {
    return this.l.t.heading;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  /** Opens the form, with a title to begin with where one is given. */
  ask(title = ''): void {
    this.asking = true;
    this.startTitle = title;
  }
  /** The title that the form begins with. */
  startTitle = '';

  /** Back to the list; focus returns to the heading’s button. */
  showList(): void {
    this.asking = false;
    this.url.open(null);
    this.clearProblem();
  }

  protected override communityChanged(): void {
    this.#events?.abort();
    this.newCount = 0;
    if (!this.found?.value) return;
    this.#events = new AbortController();
    this.found.value.addEventListener('activity', this.#ownActivity, { signal: this.#events.signal });
  }

  #search = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => (this.query = value.trim()), TYPING);
  };

  #showNew = (): void => {
    this.newCount = 0;
    this.questions.retry();
  };

  protected override renderContent(): unknown {
    if (this.url.id) return this.thread.render((view) => view.show(this.url.id!));
    if (this.asking) return this.form.render((view) => view.render());
    return this.#renderList();
  }

  #renderList(): TemplateResult {
    const { t } = this.l;
    const counts = this.cop.info?.counts;
    const button = this.canTry('ask')
      ? html`<button type="button" class="primary push" part="ask" @pointerenter=${this.form.preload} @click=${() => this.ask(this.questions.items.length ? '' : this.query)}>${t.ask}</button>`
      : nothing;
    return html`${this.renderHead(counts ? t.count(counts.questions, counts.answered) : nothing, button)} ${this.#renderTools()}
    ${this.newCount ? html`<button type="button" class="new fresh" part="new" @click=${this.#showNew}>${t.newOnes(this.newCount)}</button>` : nothing}
    ${list({
      pages: this.questions,
      t: this.common.t,
      size: Math.min(this.limit, 5),
      bone: () => html`<div class="question"><span class="score"></span><span class="bone"></span><span class="bone"></span><span class="bone"></span></div>`,
      rows: (items) => html`<ul class="rows" part="list" aria-busy=${this.questions.value.state === 'ready' && this.questions.value.refreshing}>
        ${repeat(items, (q) => q.id, (q) => this.#renderRow(q))}
      </ul>`,
      empty: () => this.#renderEmpty(),
      onMore: (n) => this.announce(t.results(n)),
    })}`;
  }

  #renderTools(): TemplateResult {
    const { t } = this.l;
    const chip = (label: string, on: boolean, toggle: () => void) => html`<button type="button" class="chip" aria-pressed=${on} @click=${toggle}>${label}</button>`;
    return html`<search class="tools" part="tools">
      <input type="search" class="search" dir="auto" placeholder=${t.searchLabel} aria-label=${t.searchLabel} @input=${this.#search} @keydown=${(e: Event) => e.stopPropagation()} />
      ${chip(t.unanswered, this.unanswered, () => (this.unanswered = !this.unanswered))}
      ${this.cop.session?.member ? chip(t.mine, this.mine, () => (this.mine = !this.mine)) : nothing}
      <select class="chip" aria-label=${t.anyKind} .value=${live(this.kind)} @change=${(e: Event) => (this.kind = (e.target as HTMLSelectElement).value as QuestionKind)}>
        <option value="">${t.anyKind}</option>
        ${KINDS.map((kind) => html`<option value=${kind}>${t.kinds[kind]}</option>`)}
      </select>
      <select class="chip" aria-label=${this.common.t.sort} .value=${live(this.sort || (this.query ? 'relevance' : 'newest'))} @change=${(e: Event) => (this.sort = (e.target as HTMLSelectElement).value as QuestionSort)}>
        ${(['newest', 'active', 'votes', ...(this.query ? (['relevance'] as const) : [])] as const).map((s) => html`<option value=${s}>${t.sorts[s]}</option>`)}
      </select>
    </search>`;
  }

  #renderRow(q: QuestionSummary): TemplateResult {
    const { t } = this.l;
    return html`<li class="question" part="question">
      <div class="score" part="score"><b>${this.l.formats.number(q.score)}</b><small>${t.votes(q.score)}</small></div>
      <div class="title" role="heading" aria-level=${this.headingLevel + 1}>
        <a part="title" dir="auto" href=${this.url.href(q.id)} @click=${this.url.follow(q.id)} @pointerenter=${this.thread.preload}>${q.title}</a>
      </div>
      <p class="clamp" part="excerpt" dir="auto">${q.excerpt}</p>
      <div class="meta" part="meta">
        ${q.kind ? html`<span class="accent">${t.kinds[q.kind]}</span>` : nothing}
        <span class=${q.answerCount ? (q.acceptedAnswerId ? 'good answered' : 'good') : ''}>${t.answers(q.answerCount)}</span>
        ${q.uses.total ? html`<span>${t.worked(q.uses.worked + q.uses.adapted, q.uses.total)}</span>` : nothing}
        <span>${byline(q.author, this.common.t)}, ${when(this.l.formats, q.createdAt)}</span>
      </div>
    </li>`;
  }

  #renderEmpty(): TemplateResult {
    const { t } = this.l;
    const filtered = this.query || this.kind || this.topic || this.unanswered || this.mine;
    return html`<div class="empty" part="empty">
      <p>${filtered ? t.emptyFound : t.emptyAll}</p>
      ${this.canTry('ask') ? html`<button type="button" @click=${() => this.ask(this.query)}>${t.ask}</button>` : nothing}
    </div>`;
  }
}
