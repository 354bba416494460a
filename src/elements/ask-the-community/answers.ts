import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Answer, AnswerPage, Question } from '../../contract/index.js';
import { PagesController } from '../../controllers/query-controller.js';
import { acceptAnswer, addAnswer, deleteAnswer, editAnswer, getAnswer, listAnswers, unacceptAnswer } from '../../data/questions.js';
import { prose } from '../../ui/markdown.js';
import { failure, heading } from '../../ui/states.js';
import { UseControl } from '../../ui/use-control.js';
import { TEXT } from '../../ui/limits.js';
import { Steady } from '../../ui/steady.js';
import { TextBox } from '../../ui/text-box.js';
import type { HistoryOf } from '../../ui/history-view.js';
import type { ThreadView } from './thread-view.js';

/** The answers of a question, best first, and the form for one more. */
export class Answers {
  readonly pages: PagesController<AnswerPage>;
  readonly uses: UseControl;
  waiting: Answer[] = [];
  #steady = new Steady<Answer>();
  #boxes = new Map<string, TextBox>();
  #kept: readonly string[] = [];

  constructor(private readonly view: ThreadView) {
    const { host } = view;
    this.uses = new UseControl(host);
    this.pages = new PagesController(
      host,
      () => host.found.value,
      () => (view.id ? listAnswers(view.id) : null),
    );
  }

  reset(): void {
    this.#boxes.forEach((box) => box.dispose());
    this.#boxes.clear();
    this.#steady = new Steady();
    this.waiting = [];
    this.#kept = [];
  }

  /** Opens the boxes whose drafts were kept, as soon as what they belong to is there. */
  restore(kept: readonly string[]): void {
    this.#kept = kept;
  }

  get items(): Answer[] {
    return this.pages.items.filter(({ questionId }) => questionId === this.view.id);
  }

  render(question: Question): TemplateResult {
    const { host, l } = this.view;
    const { value } = this.pages;
    const settled = value.state === 'ready' && !value.refreshing;
    const { shown, waiting } = this.#steady.take(this.items, settled, (answer) => answer.viewer.can.includes('edit'));
    this.#announce(waiting);
    const count = Math.max(question.answerCount, shown.length);
    return html`<section class="answers" part="answers" aria-label=${l.t.answers(count)}>
      <div id="answers" tabindex="-1">${count || value.state === 'ready' ? heading(host.headingLevel + 1, l.t.answers(count), 'subheading') : nothing}</div>
      ${value.state === 'error' ? failure(host.common.t, value.problem, this.pages.retry) : nothing}
      ${value.state === 'loading' && question.answerCount ? this.view.bones() : nothing}
      ${repeat(
        shown,
        ({ id }) => id,
        (answer) => this.#renderOne(answer, question),
      )}
      ${
        this.pages.hasMore
          ? html`<div class="foot"><button type="button" part="more" ?disabled=${this.pages.loadingMore} @click=${this.#more}>${this.pages.loadingMore ? host.common.t.loading : l.t.more}</button></div>`
          : nothing
      }
      ${waiting.length ? html`<button type="button" class="new fresh" part="new" @click=${() => this.#reveal(waiting)}>${l.t.newAnswers(waiting.length)}</button>` : nothing}
    </section>`;
  }

  /** The form for one more answer, or why there is none. */
  renderForm(question: Question): unknown {
    const { host, l } = this.view;
    if (question.closedAt) return html`<p class="notice" part="closed">${this.view.extras.closed(question)} ${l.t.closed}</p>`;
    if (!host.cop.has('answers') || !(question.viewer.can.includes('answer') || host.cop.couldIfSignedIn())) return nothing;
    return html`<div class="answer-form" part="answer-form">
      ${question.answerCount ? nothing : html`<p class="hint">${l.t.beFirst}</p>`} ${this.#newBox(question).render()}
    </div>`;
  }

  #renderOne(answer: Answer, question: Question): TemplateResult {
    const { host, l, comments } = this.view;
    const name = `edit-${answer.id}`;
    if (this.#kept.includes(name) && !this.#boxes.has(name) && answer.viewer.can.includes('edit')) this.#edit(answer, false);
    const box = this.#boxes.get(name);
    const object = { type: 'answer', id: answer.id } as const;
    const author = answer.author?.name ?? host.common.t.somebody;
    return html`<article class="post answer ${answer.accepted ? 'accepted' : ''}" part="answer" id="answer-${answer.id}" tabindex="-1" aria-label=${l.t.answersBy(author)}>
      <div class="text">
        ${answer.accepted ? html`<p class="good mark" part="accepted">${l.t.accepted}</p>` : nothing}
        ${
          box
            ? box.render()
            : html`${prose(answer.body)} ${this.view.facts(answer)} ${this.view.versions(this.#historyOf(answer))} ${this.view.votes.render('answers', answer)}
              ${this.uses.control({ noun: 'answers', ...answer }, this.#actions(answer, question))}
              ${host.notices(`vote-${answer.id}`)} ${this.view.lineForm(object)} ${comments.render(object)}`
        }
      </div>
    </article>`;
  }

  #historyOf({ id, version, viewer: { can } }: Answer): HistoryOf {
    const may = can.includes('edit') || can.includes('moderate');
    const restore = may ? ({ body = '' }) => editAnswer(id, version, body) : null;
    return { type: 'answer', id, version, permission: 'answer', restore };
  }

  #actions(answer: Answer, question: Question): TemplateResult {
    const { host, l, comments, removal } = this.view;
    const { can } = answer.viewer;
    if (removal.asks(answer.id)) {
      return removal.confirm({
        id: answer.id,
        question: l.t.deleteAnswer,
        permission: 'answer',
        write: () => deleteAnswer(answer.id, answer.version),
        onGone: () => this.view.focus('answers'),
      });
    }
    return html`${
      question.viewer.can.includes('accept')
        ? html`<button type="button" part="accept" aria-pressed=${answer.accepted} class=${answer.accepted ? 'quiet' : ''} @click=${() => void this.#accept(answer, question)}>
            ${answer.accepted ? l.t.unaccept : question.viewer.can.includes('edit') ? l.t.accept : l.t.acceptFor}
          </button>`
        : nothing
    }
      ${comments.button({ type: 'answer', id: answer.id }, can.includes('comment'))}
      ${can.includes('edit') ? html`<button type="button" class="quiet" part="edit" id="edit-on-${answer.id}" @click=${() => this.#edit(answer)}>${host.common.t.edit}</button>` : nothing}
      ${can.includes('delete') ? removal.button(answer.id) : nothing}
      ${this.view.lines(answer, can.includes('moderate') && host.cop.has('stewarding'))}`;
  }

  async #accept(answer: Answer, question: Question): Promise<void> {
    const { host, l } = this.view;
    const write = answer.accepted ? unacceptAnswer(question.id) : acceptAnswer(question.id, answer.id);
    const sent = await host.send('ask', write, undefined, `vote-${answer.id}`);
    if (sent) host.announce(answer.accepted ? l.t.unacceptedNow : l.t.acceptedNow);
  }

  #newBox(question: Question): TextBox {
    const { host, l, composer } = this.view;
    const name = `answer-${question.id}`;
    const box =
      this.#boxes.get(name) ??
      new TextBox(host, composer, {
        name,
        words: () => ({ label: l.t.yourAnswer, send: l.t.sendAnswer, hint: l.t.answerHint }),
        permission: 'answer',
        longest: TEXT,
        write: ({ body }) => addAnswer(question.id, body),
        onSent: (sent) => {
          const id = (sent as Answer | undefined)?.id;
          host.announce(id ? l.t.answerSent : l.t.waits);
          void this.view.focusWhenThere(id ? `answer-${id}` : 'answers');
        },
      });
    this.#boxes.set(name, box);
    return box;
  }

  #edit(answer: Answer, focus = true): void {
    const { host, l, composer } = this.view;
    const name = `edit-${answer.id}`;
    const back = () => {
      this.#boxes.get(name)?.dispose();
      this.#boxes.delete(name);
      this.#kept = this.#kept.filter((one) => one !== name);
      this.view.focus(`edit-on-${answer.id}`);
    };
    const box = new TextBox(host, composer, {
      name,
      words: () => ({ label: l.t.yourAnswer, send: host.common.t.save }),
      permission: 'answer',
      longest: TEXT,
      initial: { body: answer.body, version: answer.version },
      write: ({ body, version }) => editAnswer(answer.id, version, body),
      reread: getAnswer(answer.id),
      onSent: () => {
        host.announce(l.t.saved);
        back();
      },
      onCancel: back,
    });
    this.#boxes.set(name, box);
    if (focus) this.view.focus(box.fieldId);
  }

  #announce(waiting: Answer[]): void {
    if (waiting.length > this.waiting.length) queueMicrotask(() => this.view.host.announce(this.view.l.t.newAnswers(waiting.length)));
    this.waiting = waiting;
  }

  #reveal(waiting: Answer[]): void {
    this.#steady.reveal();
    void this.view.focusWhenThere(`answer-${waiting[0]?.id}`);
  }

  #more = async (): Promise<void> => {
    const before = this.items.length;
    this.#steady.reveal();
    await this.pages.more();
    this.#steady.reveal();
    const first = this.items[before];
    if (first) void this.view.focusWhenThere(`answer-${first.id}`);
  };
}
