import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { MemberRef, Question, QuestionKind, QuestionPage, QuestionSummary } from '../../contract/index.js';
import { keptDrafts } from '../../controllers/draft.js';
import { QueryController } from '../../controllers/query-controller.js';
import { restoreQuestion } from '../../data/question-acts.js';
import { deleteQuestion, getQuestion } from '../../data/questions.js';
import type { Problem } from '../../data/problem.js';
import thread from '../../i18n/en/thread.js';
import { Localize } from '../../i18n/localize.js';
import { Composer } from '../../ui/composer.js';
import { focusOn, focusWhenThere } from '../../ui/focus.js';
import { prose } from '../../ui/markdown.js';
import { sourceLine } from '../../ui/source.js';
import { failure, heading } from '../../ui/states.js';
import { when } from '../../ui/time.js';
import type { HistoryOf } from '../../ui/history-view.js';
import { Lazy } from '../../ui/lazy.js';
import { View } from '../../ui/view.js';
import { Answers } from './answers.js';
import type { CopAskTheCommunity } from './ask-the-community.js';
import { Comments } from '../../ui/comments.js';
import { Removal } from '../../ui/removal.js';
import { ThreadExtras } from './thread-extras.js';
import { threadStyles } from './thread.styles.js';
import { Votes } from './votes.js';

/** A question with all that belongs to it. */
export class ThreadView extends View<CopAskTheCommunity> {
  static override styles = threadStyles;
  declare readonly host: CopAskTheCommunity;
  readonly l = new Localize(this.host, 'thread', thread);
  readonly composer = new Composer(this.host, () => this.#people());
  readonly votes = new Votes(this.host, this.l);
  readonly removal = new Removal(this.host, this.l);
  readonly extras = new ThreadExtras(this.host);
  readonly answers = new Answers(this);
  readonly comments = new Comments(this);
  private readonly question = new QueryController(
    this.host,
    () => this.host.found.value,
    () => (this.id ? getQuestion(this.id) : null),
  );
  private readonly history = new Lazy(this.host, () => import('../../ui/history-view.js').then((m) => new m.HistoryView(this.host)));
  private readonly care = new Lazy(this.host, () => import('./steward-view.js').then((m) => new m.StewardView(this.host)));
  private readonly line = new Lazy(this.host, () => import('./line-form.js').then((m) => new m.LineForm(this.host)));
  #caring = false;
  /** The text whose versions are shown, by its id. */
  #versionsOf = '';
  #shown = '';

  /** The open question; '' for none. */
  get id(): string {
    return this.host.url.id ?? '';
  }

  /** Runs before the controllers of the parts, so that nothing of the last question shows in the next one. */
  hostUpdate(): void {
    if (this.id === this.#shown) return;
    this.#shown = this.id;
    this.answers.reset();
    this.comments.reset();
    this.#versionsOf = '';
    this.#caring = false;
    if (this.id) void this.#restore(this.id);
  }

  show(): TemplateResult {
    const { value } = this.question;
    const question = value.state === 'ready' && value.data.id === this.id ? value.data : null;
    // What is kept from before may be of a merge that was taken apart since.
    if (value.state === 'ready' && !value.refreshing && !question) this.#goTo(value.data.id);
    // Somebody deleted it while it was read.
    const gone = value.state === 'ready' && value.problem?.kind === 'not-found';
    // While the question comes, what the list knows of it. The title stays the same node, and so does the focus on it.
    const summary = question ?? (value.state === 'error' ? undefined : this.#fromList());
    return html`<article class="thread" part="thread" aria-labelledby="thread-title">
        ${this.extras.renderWriting()} ${this.host.menuButton()} ${this.#back()} ${this.extras.renderMergedNotice(this.id)}
        <div id="thread-title" class="thread-title" tabindex="-1" dir="auto">
          ${summary ? heading(this.host.headingLevel, summary.title, 'title') : value.state === 'error' ? nothing : html`<span class="bone wide" aria-hidden="true"></span>`}
        </div>
        ${summary ? this.#kindAndTopics(summary) : nothing}
        ${gone ? html`<p class="notice" part="notice" role="status">${this.l.t.gone}</p>` : nothing}
        ${question ? this.#renderBody(question) : value.state === 'error' ? this.#renderProblem(value.problem) : this.#renderMeanwhile()}
      </article>
      ${question && !gone ? this.answers.renderForm(question) : nothing}`;
  }

  /** Who has spoken here, in the order of the page; who asked without a name stays out of it. */
  #people(): (MemberRef | null)[] {
    const { value } = this.question;
    const asker = value.state === 'ready' && !value.data.anonymous ? [value.data.author] : [];
    return [...asker, ...[...this.answers.items, ...this.comments.pages.items].map(({ author }) => author)];
  }

  /** Who, when, from where. */
  facts(
    of: Pick<Question, 'id' | 'author' | 'createdAt' | 'editedAt' | 'source'> & Partial<Pick<Question, 'anonymous' | 'about'>>,
  ): TemplateResult {
    const { common, l } = { common: this.host.common.t, l: this.l };
    return html`<div class="meta facts" part="meta">
      ${this.extras.who({ author: of.author, anonymous: of.anonymous ?? false })} ${when(l.formats, of.createdAt)}
      ${of.editedAt ? this.#edited(of.id, of.editedAt) : nothing}
      ${this.extras.about({ about: of.about ?? null })} ${sourceLine(of.source, common)}
    </div>`;
  }

  /** When it was edited; pressed, what it was before. */
  #edited(id: string, at: string): TemplateResult {
    const { l, host } = this;
    const text = l.t.editedAt(l.formats.relative(at));
    const title = l.formats.date(at, { dateStyle: 'full', timeStyle: 'short' });
    if (!host.cop.has('revisions')) return html`<span part="edited" title=${title}>${text}</span>`;
    return html`<button type="button" class="quiet" part="edited" id="history-on-${id}" title=${title} aria-expanded=${this.#versionsOf === id} @click=${() => this.#toggleVersions(id)}>${text}</button>`;
  }

  #toggleVersions(id: string): void {
    const open = this.#versionsOf !== id;
    this.#versionsOf = open ? id : '';
    void this.focusWhenThere(open ? `history-${id}` : `history-on-${id}`);
  }

  /** The versions of a text, where they have been asked for. */
  versions(of: HistoryOf): unknown {
    return this.#versionsOf === of.id ? this.history.render((view) => view.show(of, () => this.#toggleVersions(of.id))) : nothing;
  }

  /** Buttons to report a text, or to thank for it. */
  lines(of: { id: string; author: Question['author'] }, mayThank: boolean): unknown {
    const { cop } = this.host;
    const me = cop.session?.member?.id;
    const mayReport = cop.has('reports') && cop.can('follow') && of.author?.id !== me;
    if (!mayReport && !mayThank) return nothing;
    return this.line.render(
      (view) => view.buttons(of.id, { mayReport, mayThank: mayThank && of.author?.id !== me }),
      () => html``,
    );
  }

  lineForm(object: { type: 'question' | 'answer'; id: string }): unknown {
    return this.host.cop.has('reports') && this.host.cop.session?.member
      ? this.line.render(
          (view) => view.form(object),
          () => html``,
        )
      : nothing;
  }

  #careButton(): TemplateResult {
    const toggle = () => {
      this.#caring = !this.#caring;
      this.host.requestUpdate();
    };
    return html`<button type="button" class="quiet" part="care-button" aria-expanded=${this.#caring} @click=${toggle}>${this.l.t.care}</button>`;
  }

  bones(): TemplateResult {
    return html`<div class="post" part="skeleton" aria-hidden="true"><div class="text bones"><span class="bone"></span><span class="bone"></span><span class="bone"></span></div></div>`;
  }

  focus(id: string): void {
    focusOn(this.host, id);
  }

  focusWhenThere(id: string): Promise<void> {
    return focusWhenThere(this.host, id);
  }

  async #restore(id: string): Promise<void> {
    const kept = await keptDrafts(this.host.cop);
    if (id !== this.id || kept.length === 0) return;
    this.answers.restore(kept);
    const comments = kept.flatMap((name) => /^comment-(.+)$/.exec(name)?.[1] ?? []);
    await this.host.updateComplete;
    const objects = comments.map((object) => ({ type: object === id ? ('question' as const) : ('answer' as const), id: object }));
    this.comments.restore(kept, objects);
    this.host.requestUpdate();
  }

  /** It was merged: its address becomes the other's, without a step in the history. */
  #goTo(id: string): void {
    if (this.extras.cameFrom === id) return;
    this.extras.cameFrom = id;
    queueMicrotask(() => {
      history.replaceState(history.state, '', this.host.url.href(id));
      this.host.requestUpdate();
    });
  }

  #back(): TemplateResult {
    const { url } = this.host;
    return html`<a class="back" part="back" href=${url.href(null)} @click=${url.follow(null)}><span aria-hidden="true">‹</span> ${this.host.writing === 'ask' ? this.l.t.backToForm : this.host.l.t.backToList}</a>`;
  }

  #renderBody(question: Question): TemplateResult {
    return html`<div class="post" part="question">
        <div class="text">
          ${prose(question.body)} ${this.facts(question)} ${this.versions(this.#historyOf(question))} ${this.votes.render('questions', question)}
          ${this.host.notices(`vote-${question.id}`)} ${this.host.notices(`follow-${question.id}`)} ${this.#actions(question)}
          ${this.lineForm({ type: 'question', id: question.id })} ${this.#caring ? this.care.render((view) => view.show(question)) : nothing}
          ${this.extras.merged(question)}
          ${this.comments.render({ type: 'question', id: question.id })}
        </div>
      </div>
      ${this.#help(question)} ${this.answers.render(question)}`;
  }

  /** Who was asked to help, and what waits for the reader’s word; after the question itself. */
  #help(question: Question): unknown {
    const { cop, ladder, reminders } = this.host;
    if (!cop.session?.member || !cop.has('ladder')) return nothing;
    const { can, asked } = question.viewer;
    const shown = asked ?? (can.includes('ladder') || (can.includes('invite') && question.answerCount === 0));
    const later = () => html``;
    return html`${cop.session.waiting?.reminders ? reminders.render((view) => view.about(question.id), later) : nothing}
    ${shown ? ladder.render((view) => view.show(question), later) : nothing}`;
  }

  #historyOf({ id, version, viewer: { can } }: Question): HistoryOf {
    const may = can.includes('edit') || can.includes('moderate');
    return {
      type: 'question',
      id,
      version,
      permission: 'ask',
      restore: may ? (content) => restoreQuestion(id, version, content) : null,
      label: (value) => this.host.l.t.kinds[value as QuestionKind],
    };
  }

  #renderProblem(problem: Problem): TemplateResult {
    if (problem.kind === 'not-found') return html`<p class="empty" part="error">${this.l.t.gone}</p>`;
    return failure(this.host.common.t, problem, this.question.retry);
  }

  #renderMeanwhile(): TemplateResult {
    return html`<div role="status"><span class="hidden">${this.host.common.t.loading}</span></div>
      ${this.bones()}`;
  }

  #fromList(): QuestionSummary | undefined {
    const lists = this.host.cop.cache.of('questions').flatMap(({ data }) => (Array.isArray(data) ? (data as QuestionPage[]) : []));
    return lists.flatMap(({ items }) => items).find(({ id }) => id === this.id);
  }

  #kindAndTopics(question: QuestionSummary): TemplateResult {
    const { host, l } = this;
    return html`<div class="meta about" part="about">
      ${question.kind ? html`<span class="accent">${host.l.t.kinds[question.kind]}</span>` : nothing}
      ${
        question.topics.length
          ? html`<ul class="topics" part="topics" aria-label=${l.t.topics}>
            ${repeat(
              question.topics,
              ({ id }) => id,
              (topic) =>
                html`<li><button type="button" class="chip" part="topic" title=${l.t.inTopic(topic.label)} @click=${() => host.showTopic(topic)}><bdi>${topic.label}</bdi></button></li>`,
            )}
          </ul>`
          : nothing
      }
    </div>`;
  }

  #followed({ id, title }: Question): unknown {
    const object = { type: 'question', id, title } as const;
    return this.host.follow.render(
      (view) => view.button(object),
      () => html``,
    );
  }

  #actions(question: Question): TemplateResult {
    const { host, l, removal } = this;
    const { can } = question.viewer;
    if (removal.asks(question.id)) {
      return removal.confirm({
        id: question.id,
        question: l.t.deleteQuestion,
        permission: 'ask',
        write: () => deleteQuestion(question.id, question.version),
        onGone: () => host.showList(),
      });
    }
    return html`<div class="uses">
      ${this.comments.button({ type: 'question', id: question.id }, can.includes('comment'))}
      ${this.#followed(question)} ${this.extras.actions(question)}
      ${can.includes('edit') ? html`<button type="button" class="quiet" part="edit" id="edit-on-${question.id}" @click=${() => host.edit(question)}>${host.common.t.edit}</button>` : nothing}
      ${can.includes('delete') ? removal.button(question.id) : nothing} ${this.lines(question, false)}
      ${can.includes('moderate') && host.cop.has('stewarding') ? this.#careButton() : nothing}
    </div>`;
  }
}
