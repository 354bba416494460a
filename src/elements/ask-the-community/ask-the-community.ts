import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ActivityEvent } from '../../community/events.js';
import type { Question, QuestionKind, QuestionSort, QuestionSummary, Topic, TopicRef } from '../../contract/index.js';
import { ItemUrl } from '../../controllers/item-url.js';
import { PagesController, QueryController } from '../../controllers/query-controller.js';
import { known, pageSize } from '../../controllers/query-values.js';
import { listQuestions } from '../../data/lists.js';
import { listTopics } from '../../data/topics.js';
import ask from '../../i18n/en/ask.js';
import { Localize } from '../../i18n/localize.js';
import { CopElement } from '../../ui/cop-element.js';
import { list } from '../../ui/states.js';
import { Lazy } from '../../ui/lazy.js';
import { pageOf } from './about.js';
import { styles } from './ask-the-community.styles.js';
import { emptyList, questionRow } from './question-row.js';
import { tools } from './question-tools.js';

/** What a question can ask for, in the order they are offered. */
export const KINDS: readonly QuestionKind[] = ['problem', 'information', 'experience', 'development'];
/** How long to wait for the next letter before searching, in ms. */
const TYPING = 250;
/** How many topics to choose from. */
const TOPICS = 50;

/**
 * Ask, get it answered by the right people, keep the answer findable.
 *
 * @summary Questions and answers of a community.
 * @tag cop-ask-the-community
 *
 * @fires {OpenEvent} cop-open - A reader follows a link to a person; cancel it to show them elsewhere. Holds the `object`.
 * @fires {AskRequestEvent} cop-ask-request - Before a question is sent; cancel it to keep it back. Holds the `question`.
 * @fires {AskedEvent} cop-asked - A question has been asked. Holds the `question` of the endpoint.
 * @fires {SignInRequestEvent} cop-sign-in-request - A visitor tried something that needs a member; cancel it to open a sign-in of your own.
 *
 * @csspart count - How many questions there are.
 * @csspart ask - The button that opens the form.
 * @csspart tools - Search and filters.
 * @csspart search - The field that searches.
 * @csspart sort - The choice of order.
 * @csspart list - The list of questions.
 * @csspart question - A row of the list; in a thread, the question’s text with its votes.
 * @csspart title - A question’s title.
 * @csspart excerpt - The beginning of a question’s text.
 * @csspart meta - The quiet line of facts.
 * @csspart score - Up votes minus down votes.
 * @csspart new - The button that shows what others have added meanwhile.
 * @csspart more - The button that loads the next page.
 * @csspart thread - A question with its answers.
 * @csspart back - The link back.
 * @csspart subheading - The heading of the answers.
 * @csspart about - Kind and topics of a question.
 * @csspart topics - The topics of a question.
 * @csspart topic - One topic.
 * @csspart votes - The votes of a question or an answer.
 * @csspart vote - The button that votes up or down.
 * @csspart prose - A written text.
 * @csspart edited - When a text was edited.
 * @csspart source - Where an imported text came from, and its licence.
 * @csspart answers - The answers.
 * @csspart answer - One answer.
 * @csspart accepted - The mark of the answer that helped.
 * @csspart accept - The button that sets or takes back the mark.
 * @csspart closed - That a question takes no more answers: the notice in it, the word in its row.
 * @csspart comments - The comments under a text.
 * @csspart comment - One comment.
 * @csspart comment-button - The button that opens the field for a comment.
 * @csspart edit - The button that edits what one has written.
 * @csspart delete - The button that deletes what one has written.
 * @csspart confirm - The question whether to delete.
 * @csspart about-page - The page that a question is about.
 * @csspart anonymous - The mark of a question without a name; in a form, the choice.
 * @csspart answers-it - The button that gives up one’s own question, since another answers it.
 * @csspart details - The fields of a kind of question.
 * @csspart bulk - What is done with several questions at once.
 * @csspart choose - The box that chooses a question.
 * @csspart bulk-failed - Those that could not be changed, and why.
 * @csspart care - What a steward does with a question or a topic.
 * @csspart care-button - The button that opens it.
 * @csspart line-form - The line of a report, or of thanks.
 * @csspart report - The button that reports a text to the stewards.
 * @csspart reports - What was reported.
 * @csspart thank - The button that thanks for an answer.
 * @csspart topic-care - The button that opens what a steward does with a topic.
 * @csspart merged - A question that was merged into this one.
 * @csspart reveal - The button that shows who asked.
 * @csspart same - The button “Same question here”.
 * @csspart same-count - How many have the same question.
 * @csspart follow - The button that follows a question or a topic.
 * @csspart history - The versions of a text.
 * @csspart version - One version.
 * @csspart restore - The button that brings a version back.
 * @csspart uses - What others made of an answer.
 * @csspart use-summary - How many used it, and for how many it worked.
 * @csspart use - The button “I used this”.
 * @csspart use-form - The form that tells how it went.
 * @csspart answer-form - The form for an answer with its heading.
 * @csspart form - A form: of a question, an answer or a comment.
 * @csspart composer - A field for formatted text.
 * @csspart preview - The preview of a text.
 * @csspart people - The people offered while “@” is typed.
 * @csspart restored - The notice that a draft is back.
 * @csspart theirs - What somebody else has made of a text meanwhile.
 * @csspart kinds - The choice of a kind.
 * @csspart kind - One kind to choose.
 * @csspart similar - Similar questions, while the title is typed.
 * @csspart topic-field - The field for topics.
 * @csspart topic-options - The topics that complete what is typed.
 * @csspart ladder - Who has been asked to help with a question, and what comes next.
 * @csspart asked-list - Who has been asked.
 * @csspart quiet - That for some it is night.
 * @csspart next - What happens when nobody answers.
 * @csspart wait - How long a first answer usually takes.
 * @csspart asked - That the reader was asked to help.
 * @csspart why - Why the reader is asked, in the list.
 * @csspart decline - The button “I can’t this time”.
 * @csspart invite - The button that opens the form to invite somebody.
 * @csspart invite-form - The form to invite somebody.
 * @csspart invite-search - The field that looks for them.
 * @csspart invite-found - Who was found.
 * @csspart reminders - What waits for the reader’s word.
 * @csspart item - The name of a person or a thing, a link where something shows it.
 * @csspart send - The button that sends a question.
 * @csspart cancel - The button that closes the form.
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
export class CopAskTheCommunity extends CopElement {
  static override styles: CSSResultGroup = [CopElement.styles, styles];
  static override tag = 'cop-ask-the-community';

  /** Only this kind: `problem`, `information`, `experience` or `development`. */
  @property() kind: QuestionKind | '' = '';
  /** Only this topic, by its id. */
  @property() topic = '';
  /** `newest`, `active`, `votes` or `relevance`. */
  @property() sort: QuestionSort | '' = '';
  /** Show unanswered questions only, to begin with. */
  @property({ type: Boolean }) unanswered = false;
  /** Only questions about one page: `page` for the one it stands on, or an address. Questions asked here are about it. */
  @property() about = '';
  /** Parameters of the address that name the page, such as `page_id`; all others are left out. */
  @property({ attribute: 'about-query' }) aboutQuery = '';
  /** Questions a page, 1 to 100. */
  @property({ type: Number }) limit = 10;
  /** Draws an item of the list in the page’s own way; null: as usual. */
  @property({ attribute: false }) renderItem: ((question: QuestionSummary) => unknown) | null = null;

  /** @internal What stands in the search field. */
  typed = '';
  /** @internal What is searched for since typing has paused. */
  @state() query = '';
  /** @internal Asked or answered by this person. */
  @state() mine = false;
  /** @internal Followed by this person. */
  @state() followed = false;
  /** @internal Only what waits for the reader, or for the stewards, was reported to them, or nobody has touched for long. */
  @state() waitsFor: '' | 'forMe' | 'forStewards' | 'reported' | 'untouched' = '';
  /** What is being written: a new question, or the change of one. */
  @state() writing: 'ask' | Question | null = null;
  @state() private newCount = 0;

  readonly l = new Localize(this, 'ask', ask);
  override readonly url = new ItemUrl(this, 'ask', () => this.found.value?.name);
  /** @internal */
  readonly questions = new PagesController(
    this,
    () => this.found.value,
    () =>
      this.url.id || this.writing || this.narrowing
        ? null
        : listQuestions({
            q: this.query,
            kind: this.kind || undefined,
            topic: this.topic ? [this.topic] : undefined,
            answered: this.unanswered ? false : undefined,
            mine: this.mine || undefined,
            followed: this.followed || undefined,
            about: this.aboutPage?.url,
            ...(this.waitsFor && { [this.waitsFor]: true }),
            sort: this.sort || undefined,
            limit: this.limit,
          }),
  );
  /** @internal */
  readonly topics = new QueryController<{ items: Topic[] }>(
    this,
    () => this.found.value,
    // After the rows: nobody waits for a filter.
    () => (this.questions.items.length ? listTopics('', TOPICS) : null),
  );
  /** @internal */
  readonly thread = new Lazy(this, () => import('./thread-view.js').then((m) => new m.ThreadView(this)));
  private readonly form = new Lazy(this, () => import('./ask-form.js').then((m) => new m.AskForm(this)));
  /** @internal Follow a question, or the topic that the list is about. */
  readonly follow = new Lazy(this, () => import('../../ui/follow-button.js').then((m) => new m.FollowButton(this)));
  /** @internal Who was asked to help, and what waits for the reader’s word. */
  readonly ladder = new Lazy(this, () => import('./ladder-view.js').then((m) => new m.LadderView(this)));
  /** @internal */
  readonly reminders = new Lazy(this, () => import('./reminders-view.js').then((m) => new m.RemindersView(this)));
  /** @internal What waits for stewards, and what they do with the topic that the list is about. */
  readonly care = new Lazy(this, () => import('./topic-care.js').then((m) => new m.TopicCare(this)));
  override several = () => import('./bulk-questions.js');
  #events: AbortController | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #ownActivity = (event: Event): void => {
    const { activity } = event as ActivityEvent;
    if (activity.type === 'asked' && activity.actor?.id !== this.cop.session?.member?.id) this.newCount += 1;
  };

  protected override keepInUrl = () => import('./filters-url.js').then((m) => m.keepInUrl(this));
  override get listing() {
    return this.questions;
  }

  protected override get defaultHeading(): string {
    return this.l.t.heading;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  /** Opens the form, with a title to begin with where one is given. */
  ask(title = ''): void {
    this.startTitle = title;
    this.writing = 'ask';
    this.url.open(null);
  }
  /** @internal The page that it is about. */
  get aboutPage(): { url: string; title: string } | undefined {
    return pageOf(this.about, this.aboutQuery);
  }

  /** @internal What is read here answers the question that was being written. */
  answered(): void {
    this.form.render((view) => view.discard());
  }

  /** The title that the form begins with. */
  startTitle = '';

  /** @internal Opens the form with a question of one's own. */
  edit(question: Question): void {
    this.clearProblem();
    this.writing = question;
  }

  /** @internal Closes the form; what was open before shows again. */
  stopWriting(): void {
    this.writing = null;
  }

  /** Back to the list. */
  showList(): void {
    this.writing = null;
    this.url.open(null);
    this.clearProblem();
  }

  /** @internal The list, filtered by a topic. */
  showTopic(topic: TopicRef): void {
    this.topic = topic.id;
    this.topicNamed = topic;
    this.showList();
  }
  /** @internal */
  topicNamed: TopicRef | undefined;

  protected override communityChanged(): void {
    this.#events?.abort();
    this.newCount = 0;
    if (!this.found?.value) return;
    this.#events = new AbortController();
    this.found.value.addEventListener('activity', this.#ownActivity, { signal: this.#events.signal });
  }

  /** @internal */
  search = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => (this.query = this.typed.trim()), TYPING);
  };

  #showNew = (): void => {
    this.newCount = 0;
    void this.cop.cache
      .invalidate(([noun]) => noun === 'questions')
      .then(async () => {
        await this.updateComplete;
        this.renderRoot.querySelector<HTMLElement>('.rows a')?.focus();
      });
  };

  /** @internal Whether the list is not all of it. */
  get narrowed(): boolean {
    return Boolean(this.query || this.kind || this.topic || this.unanswered || this.mine || this.followed || this.waitsFor);
  }

  #clearFilters = (): void => {
    this.typed = this.query = this.kind = this.topic = this.waitsFor = '';
    this.unanswered = this.mine = this.followed = false;
  };

  protected override willUpdate(): void {
    this.kind = known(this.kind, this.l.t.kinds);
    this.sort = known(this.sort, this.l.t.sorts);
    this.limit = pageSize(this.limit, 10);
    // The page went on to something else: an edit is over, and its draft is kept.
    if (this.writing && this.writing !== 'ask' && this.writing.id !== this.url.id) this.writing = null;
  }

  protected override updated(): void {
    const view = this.#view;
    if (this.#wanted) this.#focusWanted();
    if (view === this.#seen) return;
    // The first view of a page takes no focus from it.
    if (this.#seen) this.#wanted = view === 'list' ? `row-${this.#seen}` : view === 'form' ? 'form-title' : 'thread-title';
    this.#seen = view;
    this.#focusWanted();
  }
  #seen = '';
  #wanted = '';

  /** What is on screen: the list, the form, or a question by its id. */
  get #view(): string {
    if (!this.found.value) return '';
    return this.writing && (this.writing !== 'ask' || !this.url.id) ? 'form' : (this.url.id ?? 'list');
  }

  /** Focus follows what was opened to its heading, and back to the link it was opened by; once that is there. */
  #focusWanted(): void {
    const root = this.renderRoot as ShadowRoot;
    const target =
      root.getElementById(this.#wanted) ??
      (this.#view === 'list' && this.questions.value.state === 'ready' ? root.getElementById('ask') : null);
    if (!target) return;
    this.#wanted = '';
    target.focus();
  }

  protected override renderContent(): unknown {
    if (this.#view === 'form') return this.form.render((view) => view.render());
    if (this.url.id) return this.thread.render((view) => view.show());
    return this.#renderList();
  }

  #renderList(): TemplateResult {
    const { t } = this.l;
    const counts = this.cop.info?.counts;
    const button = this.canTry('ask')
      ? html`<button type="button" class="primary push" id="ask" part="ask" @pointerenter=${this.form.preload} @click=${() => this.ask(this.questions.items.length ? '' : this.query)}>${t.ask}</button>`
      : nothing;
    const here = this.questions.first?.total;
    const some = this.narrowed ? t.results : this.about ? t.aboutHere : undefined;
    const count = some ? (here ? some(here) : nothing) : counts ? t.count(counts.questions, counts.answered) : nothing;
    return html`${this.renderHead(count, button)} ${tools(this)}
    ${
      this.cop.session?.waiting?.reminders
        ? this.reminders.render(
            (view) => view.show(),
            () => html`<div class="waits-room"></div>`,
          )
        : nothing
    }
    ${this.bulk?.bar()}
    ${this.newCount ? html`<button type="button" class="new fresh" part="new" @click=${this.#showNew}>${t.newOnes(this.newCount)}</button>` : nothing}
    ${list({
      pages: this.questions,
      t: this.common.t,
      size: Math.min(this.limit, 5),
      bone: () =>
        html`<div class="question"><span class="score"></span><span class="bone"></span><span class="bone"></span><span class="bone"></span></div>`,
      rows: (
        items,
      ) => html`<ul class="rows" part="list" aria-busy=${this.questions.value.state === 'ready' && this.questions.value.refreshing}>
        ${repeat(
          items,
          (q) => q.id,
          (q) => questionRow(this, q),
        )}
      </ul>`,
      empty: () => emptyList(this, this.#clearFilters),
      onMore: (n) => this.announce(t.results(n)),
    })}`;
  }
}
