import { html, nothing, type TemplateResult } from 'lit';
import type { Member, QuestionSummary, Resource } from '../../contract/index.js';
import { QueryController } from '../../controllers/query-controller.js';
import { listMembers } from '../../data/lists.js';
import { similarQuestions } from '../../data/questions.js';
import { read } from '../../data/read.js';
import asking from '../../i18n/en/asking.js';
import compose from '../../i18n/en/compose.js';
import { Localize } from '../../i18n/localize.js';
import { itemLink } from '../../ui/item-link.js';
import { View } from '../../ui/view.js';
import type { CopAskTheCommunity } from './ask-the-community.js';

const MOST = 3;

interface Found {
  questions: QuestionSummary[];
  people: Member[];
  resources: Resource[];
}

/** What may answer a question before it is asked: such questions, resources, and people who can help; by the title as it is typed. */
export class Suggestions extends View<CopAskTheCommunity> {
  private readonly l = new Localize(this.host, 'asking', asking);
  private readonly words = new Localize(this.host, 'compose', compose);
  /** The title that is looked for; '' for none. */
  title = '';
  /** While the title changes, what is shown stays: an answer to the title before comes too late. */
  typing = false;
  #shown: Found = { questions: [], people: [], resources: [] };
  private readonly questions = new QueryController(
    this.host,
    () => this.host.found.value,
    () => (this.#looking ? { ...similarQuestions(this.title), keep: false } : null),
    true,
  );
  private readonly resources = new QueryController(
    this.host,
    () => this.host.found.value,
    () =>
      this.#looking && this.host.cop.has('resources')
        ? { ...read<{ items: Resource[] }>('resources', '/resources', { similar: this.title, limit: MOST }), keep: false }
        : null,
    true,
  );
  private readonly people = new QueryController(
    this.host,
    () => this.host.found.value,
    () => (this.#looking && this.host.cop.has('members') ? listMembers({ helpWith: this.title, limit: MOST }) : null),
    true,
  );

  get #looking(): boolean {
    return this.host.writing === 'ask' && Boolean(this.title);
  }

  override render(): TemplateResult {
    const { t } = this.l;
    if (!this.typing) this.#shown = this.#found();
    const { questions, people, resources } = this.#shown;
    const total = questions.length + people.length + resources.length;
    return html`<div role="status" class="hidden">${total ? t.found(total) : ''}</div>
      ${
        questions.length
          ? this.#section(
              this.words.t.form.similar,
              questions.map((q) => this.#question(q)),
            )
          : nothing
      }
      ${
        resources.length
          ? this.#section(
              t.resources,
              resources.map(({ id, title, url }) => html`<li>${itemLink(this.host, { type: 'resource', id, title, url }, title)}</li>`),
            )
          : nothing
      }
      ${
        people.length
          ? this.#section(
              t.people,
              people.map((person) => this.#person(person)),
            )
          : nothing
      }`;
  }

  #found(): Found {
    return {
      questions: this.#items<QuestionSummary>(this.questions),
      // Endpoints that know no such filter answer with whatever they have: only people who come with a reason are meant.
      people: this.#items<Member>(this.people).filter(({ reasons }) => reasons?.length),
      resources: this.host.cop.has('resources') ? this.#items<Resource>(this.resources).slice(0, MOST) : [],
    };
  }

  #items<T>({ value }: QueryController<{ items: unknown[] }>): T[] {
    return value.state === 'ready' && this.#looking ? (value.data.items as T[]) : [];
  }

  #section(label: string, items: TemplateResult[]): TemplateResult {
    return html`<section class="similar fresh" part="similar" aria-label=${label}>
      <p class="label">${label}</p>
      <ul>${items}</ul>
    </section>`;
  }

  /** Plain links: they open in place, and the form comes back as it was. */
  #question(q: QuestionSummary): TemplateResult {
    const { url, l } = this.host;
    return html`<li>
      <a href=${url.href(q.id)} dir="auto" @click=${url.follow(q.id)}>${q.title}</a>
      <span class="hint ${q.acceptedAnswerId ? 'good answered' : ''}">${l.t.answers(q.answerCount)}</span>
    </li>`;
  }

  #person({ id, name, reasons = [] }: Member): TemplateResult {
    const { t } = this.l;
    const [why] = reasons;
    const reason =
      why?.kind === 'offer' && why.topic
        ? t.reasons.offer(why.topic.label)
        : why?.kind === 'topic' && why.topic
          ? t.reasons.topic(why.topic.label)
          : why?.question?.title
            ? t.reasons.answered(why.question.title)
            : t.reasons.plain;
    return html`<li>${itemLink(this.host, { type: 'member', id, title: name, url: null }, name)} <span class="hint">${reason}</span></li>`;
  }
}
