import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Question, QuestionKind } from '../../contract/index.js';
import { Draft } from '../../controllers/draft.js';
import { randomId } from '../../data/id.js';
import type { Problem } from '../../data/problem.js';
import { askQuestion, editQuestion, getQuestion } from '../../data/questions.js';
import asking from '../../i18n/en/asking.js';
import { Localize } from '../../i18n/localize.js';
import { Composer } from '../../ui/composer.js';
import { prose } from '../../ui/markdown.js';
import { heading } from '../../ui/states.js';
import { TopicField } from '../../ui/topic-field.js';
import { View } from '../../ui/view.js';
import { AskRequestEvent, AskedEvent } from './ask-the-community.events.js';
import { KINDS, type CopAskTheCommunity } from './ask-the-community.js';
import { formStyles } from './ask-form.styles.js';
import { partFields, type Parts } from './guided.js';
import { Suggestions } from './suggestions.js';
import { EMPTY, questionOf, writtenOf, type Written } from './written.js';
import { TEXT, TITLE, TOPICS } from '../../ui/limits.js';

/** How long to wait for the next letter before similar questions are looked for, in ms. */
const TYPING = 350;

type Field = 'kind' | 'title' | 'body' | 'link' | 'topics';
const FOCUS: Record<Field, string> = {
  kind: 'kind-problem',
  title: 'ask-title',
  body: 'compose-question',
  link: 'part-link',
  topics: 'topics-input',
};

/** Asking, and editing what one has asked. */
export class AskForm extends View<CopAskTheCommunity> {
  static override styles = formStyles;
  readonly composer = new Composer(this.host);
  readonly topics = new TopicField(this.host);
  #draft: Draft<Written> | undefined;
  #of: Question | 'ask' | undefined;
  #errors: Partial<Record<Field, string>> = {};
  #theirs: Question | null = null;
  #sending = false;
  #attempt = { text: '', key: '' };
  #typing: ReturnType<typeof setTimeout> | undefined;
  private readonly l = new Localize(this.host, 'asking', asking);
  private readonly suggestions = new Suggestions(this.host);

  hostDisconnected(): void {
    clearTimeout(this.#typing);
  }

  override render(): TemplateResult {
    const { host } = this;
    const draft = this.#draftOf(host.writing ?? 'ask');
    const { t } = this.composer.l;
    const editing = host.writing !== 'ask';
    return html`<form class="ask-form" part="form" novalidate aria-labelledby="form-title" @submit=${this.#onSubmit}>
      <a class="back" part="back" href=${host.url.href(null)} @click=${this.#leave}><span aria-hidden="true">‹</span> ${editing ? t.backToQuestion : host.l.t.backToList}</a>
      <div id="form-title" class="thread-title" tabindex="-1">${heading(host.headingLevel, editing ? t.form.edit : t.form.ask, 'title')}</div>
      ${
        draft.restored && draft.dirty
          ? html`<p class="hint restored" part="restored">${t.restored} <button type="button" class="quiet" @click=${() => draft.clear()}>${t.discard}</button></p>`
          : nothing
      }
      ${this.#renderKinds(draft)} ${this.#renderTitle(draft)} ${editing ? nothing : this.suggestions.render()} ${this.#renderBody(draft)}
      ${draft.value.kind ? this.#renderParts(draft, draft.value.kind) : nothing}
      ${this.topics.field({
        label: t.form.topics(TOPICS),
        hint: t.form.topicsHint,
        error: this.#errors.topics ?? '',
        value: draft.value.topics,
        most: TOPICS,
        onChange: (topics) => this.#set('topics', { topics }),
      })}
      ${editing ? nothing : this.#renderContext(draft)} ${this.#renderTheirs()} ${host.notices('ask-form')}
      <div class="actions">
        <button class="primary" part="send" ?disabled=${this.#sending}>${editing ? host.common.t.save : t.form.send}</button>
        <button type="button" part="cancel" @click=${this.#leave}>${host.common.t.cancel}</button>
      </div>
    </form>`;
  }

  #renderKinds(draft: Draft<Written>): TemplateResult {
    const { t } = this.composer.l;
    const error = this.#errors.kind;
    return html`<fieldset class="kinds" part="kinds" aria-describedby=${error ? 'kind-error' : nothing}>
      <legend class="label">${t.form.kind}</legend>
      ${KINDS.map(
        (kind) => html`<label class="kind" part="kind">
          <input type="radio" name="kind" id="kind-${kind}" .checked=${live(draft.value.kind === kind)} aria-describedby="kind-${kind}-hint" @change=${() => this.#set('kind', { kind })} />
          <span><b>${this.host.l.t.kinds[kind]}</b> <span class="hint" id="kind-${kind}-hint">${t.form.kindHints[kind]}</span></span>
        </label>`,
      )}
      ${error ? html`<p class="error" id="kind-error">${error}</p>` : nothing}
    </fieldset>`;
  }

  #renderTitle(draft: Draft<Written>): TemplateResult {
    const { t } = this.composer.l;
    const error = this.#errors.title;
    return html`<label class="label" for="ask-title">${t.form.title}</label>
      <input id="ask-title" type="text" dir="auto" autocomplete="off" required aria-invalid=${error ? 'true' : 'false'}
        aria-describedby=${error ? 'title-error title-hint' : 'title-hint'} .value=${live(draft.value.title)}
        @input=${(e: Event) => this.#onTitle((e.target as HTMLInputElement).value)} />
      ${error ? html`<p class="error" id="title-error">${error}</p>` : nothing}
      <p class="hint" id="title-hint">${t.form.titleHint}</p>`;
  }

  #renderBody(draft: Draft<Written>): TemplateResult {
    const { t } = this.composer.l;
    return this.composer.field({
      name: 'question',
      label: t.form.body,
      hint: draft.value.kind ? this.l.t.hints[draft.value.kind] : t.form.bodyHint,
      value: draft.value.body,
      rows: 8,
      required: true,
      error: this.#errors.body,
      onInput: (body) => this.#set('body', { body }),
      onSubmit: () => void this.#send(),
    });
  }

  #renderParts({ value }: Draft<Written>, kind: QuestionKind): TemplateResult {
    const set = (change: Parts) => this.#set('link', { parts: { ...this.#draft?.value.parts, ...change } });
    return partFields(kind, { parts: value.parts, error: this.#errors.link, t: this.l.t, set });
  }

  /** The page that it is about, and whether to be named. */
  #renderContext({ value }: Draft<Written>): unknown {
    const { t } = this.l;
    const page = this.host.aboutPage;
    const mayHide = this.host.cop.info?.rules.anonymousQuestions;
    return html`${page ? html`<p class="hint context" part="about-page">${t.about} <b dir="auto">${page.title || page.url}</b></p>` : nothing}
    ${
      mayHide
        ? html`<label class="kind" part="anonymous">
            <input type="checkbox" id="ask-anonymous" aria-describedby="anonymous-hint" .checked=${live(value.anonymous)} @change=${(e: Event) => this.#set('kind', { anonymous: (e.target as HTMLInputElement).checked })} />
            <span><b>${t.anonymous}</b> <span class="hint" id="anonymous-hint">${t.anonymousHint}</span></span>
          </label>`
        : nothing
    }`;
  }

  #renderTheirs(): unknown {
    const theirs = this.#theirs;
    const { t } = this.composer.l;
    if (!theirs) return nothing;
    const sendOver = () => {
      this.#draft?.set({ version: theirs.version });
      this.#theirs = null;
      void this.#send();
    };
    return html`<section class="theirs" part="theirs" aria-label=${t.theirs}>
      <p class="label">${t.theirs}</p>
      <p dir="auto"><b>${theirs.title}</b></p>
      ${prose(theirs.body)}
      <div class="actions">
        <button type="button" @click=${sendOver}>${t.sendMine}</button>
        <button type="button" class="quiet" @click=${this.#leave}>${t.takeTheirs}</button>
      </div>
    </section>`;
  }

  /** One draft for asking, one for each question that is edited. */
  #draftOf(of: Question | 'ask'): Draft<Written> {
    if (this.#draft && this.#of === of) return this.#draft;
    this.#draft?.dispose();
    this.#of = of;
    this.#errors = {};
    this.#theirs = null;
    const initial: Written = of === 'ask' ? this.#begun : writtenOf(of);
    const draft = (this.#draft = new Draft(this.host, this.host.cop, of === 'ask' ? 'ask' : `question-${of.id}`, initial));
    void draft.ready.then(() => {
      if (draft.restored) this.host.announce(this.composer.l.t.restored);
      if (of === 'ask' && this.host.startTitle && !draft.value.title) draft.set({ title: this.host.startTitle });
      if (of === 'ask') this.#look(draft.value.title, 0);
    });
    return draft;
  }

  /** Who asks from a list of one kind or topic asks one of those. */
  get #begun(): Written {
    const { kind, topic, topics } = this.host;
    const known = topics.value.state === 'ready' ? topics.value.data.items : [];
    return { ...EMPTY, kind, topics: topic ? [known.find(({ id }) => id === topic)?.label ?? topic] : [] };
  }

  /** Something else answers it: what was written goes, and comes back by the toast. */
  discard(): void {
    const { host } = this;
    const kept = this.#draft?.value;
    this.#draft?.clear();
    this.#forget();
    host.stopWriting();
    const undo = () => {
      host.ask();
      if (kept) this.#draftOf('ask').set(kept);
    };
    host.toast(this.l.t.discarded, kept ? { undo } : {});
  }

  #set(field: Field, change: Partial<Written>): void {
    this.#errors = { ...this.#errors, [field]: undefined };
    this.#draft?.set(change);
  }

  #onTitle(title: string): void {
    this.#set('title', { title });
    this.#look(title, TYPING);
  }

  #look(title: string, wait: number): void {
    clearTimeout(this.#typing);
    this.suggestions.typing = true;
    this.#typing = setTimeout(() => {
      this.suggestions.typing = false;
      this.suggestions.title = title.trim().length >= TITLE.least ? title.trim() : '';
      this.host.requestUpdate();
    }, wait);
  }

  #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#send();
  };

  #check({ kind, title, body, parts }: Written): Partial<Record<Field, string>> {
    const { form } = this.composer.l.t;
    const errors: Partial<Record<Field, string>> = {};
    if (!kind) errors.kind = form.chooseKind;
    if (title.trim().length < TITLE.least) errors.title = form.titleShort(TITLE.least);
    if (title.trim().length > TITLE.most) errors.title = form.tooLong(TITLE.most);
    if (!body.trim()) errors.body = form.bodyMissing;
    if (body.length > TEXT) errors.body = form.tooLong(TEXT);
    if (kind === 'development' && parts.link?.trim() && !/^https?:\/\/\S+$/.test(parts.link.trim())) errors.link = this.l.t.badLink;
    return errors;
  }

  async #send(): Promise<void> {
    const { host } = this;
    const [of, draft] = [this.#of, this.#draft];
    if (!of || !draft) return;
    const { version, ...written } = draft.value;
    if (this.#sending || this.#showErrors(this.#check({ version, ...written }))) return;
    const question = questionOf(written, of, { t: this.l.t, about: host.aboutPage });
    if (!host.mayOrAsk('ask', 'ask-form')) return;
    if (of === 'ask' && !host.dispatchEvent(new AskRequestEvent(question))) return;
    // The same question twice is one question, also where the first answer got lost.
    const text = JSON.stringify([question, version]);
    if (this.#attempt.text !== text) this.#attempt = { text, key: randomId() };
    this.#setSending(true);
    const write = of === 'ask' ? askQuestion(question) : editQuestion(of.id, version, { ...question, anonymous: undefined });
    const sent = await host.send('ask', draft.keptFor(write), this.#attempt.key, 'ask-form');
    this.#setSending(false);
    if (!sent) return this.#onRefused(host.lastProblem, of);
    draft.clear();
    this.#forget();
    this.#onSent(of, sent.state === 'sent' ? sent.answer : null);
  }

  #onSent(of: Question | 'ask', question: Question | null): void {
    const { host } = this;
    const { form } = this.composer.l.t;
    // It was sent; the element may be gone by now.
    if (!host.found.value) return;
    host.announce(question ? (of === 'ask' ? form.asked : form.saved) : form.waits);
    // What the endpoint has just answered need not be asked for.
    if (question) host.cop.cache.set(getQuestion(question.id), question);
    host.stopWriting();
    if (of !== 'ask' || !question) return;
    host.dispatchEvent(new AskedEvent(question));
    host.url.open(question.id);
  }

  async #onRefused(problem: Problem | null, of: Question | 'ask'): Promise<void> {
    if (problem?.kind === 'stale' && of !== 'ask') {
      this.#theirs = await this.host.cop.read(getQuestion(of.id), true).catch(() => null);
      this.host.requestUpdate();
    }
    const errors: Partial<Record<Field, string>> = {};
    for (const { pointer, detail } of problem?.fields ?? []) {
      const field = pointer.split('/')[1] as Field;
      if (field in FOCUS) errors[field] ??= detail;
    }
    this.#showErrors(errors);
  }

  /** True where there are errors; the first one gets the focus. */
  #showErrors(errors: Partial<Record<Field, string>>): boolean {
    this.#errors = errors;
    this.host.requestUpdate();
    const first = (['kind', 'title', 'body', 'link', 'topics'] as const).find((field) => errors[field]);
    if (!first) return false;
    void this.host.updateComplete.then(() => (this.host.renderRoot as ShadowRoot).getElementById(FOCUS[first])?.focus());
    return true;
  }

  #setSending(sending: boolean): void {
    this.#sending = sending;
    this.host.requestUpdate();
  }

  /** The next form begins anew. */
  #forget(): void {
    this.#draft?.dispose();
    this.#draft = undefined;
    this.#of = undefined;
    this.suggestions.title = '';
    this.host.startTitle = '';
  }

  /** What was written to ask stays for the next time; an edit is given up. */
  #leave = (event: Event): void => {
    event.preventDefault();
    if (this.#of !== 'ask') this.#draft?.clear();
    this.#forget();
    this.host.clearProblem();
    this.host.stopWriting();
  };
}
