import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Community } from '../../community/community.js';
import type { LinkPreview, NewResource, Resource } from '../../contract/index.js';
import { Draft } from '../../controllers/draft.js';
import { randomId } from '../../data/id.js';
import { editResource, getResource, suggestResource } from '../../data/resources.js';
import compose from '../../i18n/en/compose.js';
import resource from '../../i18n/en/resource.js';
import { Localize } from '../../i18n/localize.js';
import { Composer } from '../../ui/composer.js';
import { prose } from '../../ui/markdown.js';
import { heading } from '../../ui/states.js';
import { TopicField } from '../../ui/topic-field.js';
import { View } from '../../ui/view.js';
import { ResourceFields } from './resource-fields.js';
import { FileField } from './file-field.js';
import { LinkField } from './link-field.js';
import { formStyles } from './resource-form.styles.js';
import { SuggestRequestEvent, SuggestedEvent } from './resource-list.events.js';
import type { CopResourceList } from './resource-list.js';
import { editWaits, emptyText, errorsFrom, errorsOf, textOf, toNew, toPatch, type ResourceText } from './resource-text.js';

/** Topics a resource may have, in the contract. */
const TOPICS = 8;
/** Names the place of the form's notices. */
const PLACE = 'resource-form';

/** What is edited, and what follows. */
export interface EditOptions {
  edit: Resource;
  /** Saved or given up. */
  onDone: () => void;
}

/** Suggests a link or a file, or edits what was suggested. */
export class ResourceForm extends View<CopResourceList> {
  static override styles = formStyles;
  private readonly l = new Localize(this.host, 'resource', resource);
  private readonly words = new Localize(this.host, 'compose', compose);
  private readonly composer = new Composer(this.host);
  private readonly topics = new TopicField(this.host);
  private readonly file = new FileField(this.host, this.l, (file) => this.#onFile(file));
  private readonly link: LinkField;
  private readonly fields = new ResourceFields(
    this.host,
    this.l,
    () => this.#text.value,
    (change) => this.#set(change),
  );
  #draft: Draft<ResourceText> | undefined;
  #community: Community | undefined;
  #begunWith: object | null = null;
  #sending = false;
  #attempt = { body: '', key: '' };
  /** What stands there now, where somebody else changed it meanwhile. */
  #theirs: Resource | null = null;

  constructor(
    host: CopResourceList,
    private readonly editing?: EditOptions,
  ) {
    super(host);
    this.link = new LinkField(host, (preview) => this.#fill(preview), editing?.edit.id);
  }

  override dispose(): void {
    this.#draft?.dispose();
    this.link.dispose();
    for (const view of [this.l, this.words, this.composer, this.topics]) this.host.removeController(view);
    super.dispose();
  }

  hostDisconnected(): void {
    this.file.stop();
  }

  /** The draft of this community; the form outlives a move to another. */
  get #text(): Draft<ResourceText> {
    const { cop } = this.host;
    if (this.#draft && this.#community === cop) return this.#draft;
    this.#draft?.dispose();
    this.#community = cop;
    const { edit } = this.editing ?? {};
    const initial = edit ? textOf(edit) : emptyText(cop.info?.language ?? '');
    this.#draft = new Draft(this.host, cop, edit ? `resource|${edit.id}` : 'resource', initial);
    void this.#draft.ready.then(() => this.#draft?.restored && this.host.announce(this.l.t.restored));
    return this.#draft;
  }

  override render(): TemplateResult {
    const { host } = this;
    const { t } = this.l;
    const draft = this.#text;
    this.#begin(draft);
    const { value } = draft;
    return html`<form
      class="resource-form"
      part="form"
      novalidate
      @submit=${this.#onSubmit}
      @keydown=${this.#onKey}
      @dragover=${this.#onDrag}
      @dragleave=${this.#onDrag}
      @drop=${this.#onDrop}
    >
      ${heading(host.headingLevel, this.editing ? t.editHeading : t.suggestHeading)}
      ${this.editing && editWaits(host.cop, this.editing.edit) ? html`<p class="notice">${t.stewardsFirst}</p>` : nothing}
      ${
        draft.restored && draft.dirty
          ? html`<p class="hint" part="restored">
            ${t.restored} <button type="button" class="quiet" @click=${() => this.#startAnew()}>${t.discard}</button>
          </p>`
          : nothing
      }
      ${this.#renderWay(value)} ${this.fields.kind()} ${this.fields.input('title', t.title, { required: true })}
      ${this.composer.field({
        name: 'resource-description',
        label: t.description,
        hint: t.descriptionHint,
        value: value.description,
        rows: 4,
        error: this.fields.errors.description,
        onInput: (description) => this.#set({ description }),
        onSubmit: () => void this.send(),
      })}
      ${this.topics.field({
        label: t.topics,
        hint: t.topicsHint,
        value: value.topics,
        most: TOPICS,
        error: this.fields.errors.topics ?? '',
        onChange: (topics) => this.#set({ topics }),
      })}
      ${this.fields.more(Boolean(this.editing))} ${this.#renderTheirs()} ${host.notices(PLACE)}
      <div class="actions">
        <button class="primary" part="send" ?disabled=${this.#sending}>${this.editing ? host.common.t.save : t.send}</button>
        <button type="button" @click=${this.#cancel}>${host.common.t.cancel}</button>
      </div>
    </form>`;
  }

  /** The title that the form was opened with goes where none has been written. */
  #begin(draft: Draft<ResourceText>): void {
    const { suggestion } = this.host;
    if (!suggestion || suggestion === this.#begunWith) return;
    this.#begunWith = suggestion;
    this.fields.errors = {};
    void draft.ready.then(() => {
      if (suggestion.title && !draft.value.title) draft.set({ title: suggestion.title });
    });
  }

  #renderWay({ way, fileName }: ResourceText): unknown {
    const { t } = this.l;
    const { host } = this;
    const address = () => html`${this.fields.address()} ${this.link.render()}`;
    if (this.editing) return way === 'link' ? address() : nothing;
    const ways = host.cop.has('files') && host.canTry('upload') ? (['link', 'file'] as const) : [];
    const choice = (name: 'link' | 'file') =>
      html`<label class="chip">
        <input type="radio" name="resource-way" .checked=${live(way === name)} @change=${() => this.#set({ way: name })} />
        ${t[name]}
      </label>`;
    return html`${
      ways.length
        ? html`<fieldset class="ways">
          <legend class="label">${t.what}</legend>
          ${ways.map(choice)}
        </fieldset>`
        : nothing
    }
    ${way === 'file' && ways.length ? this.file.render(fileName) : address()}`;
  }

  #renderTheirs(): unknown {
    const theirs = this.#theirs;
    if (!theirs) return nothing;
    const { t } = this.words;
    return html`<section class="notice" part="theirs" aria-label=${t.theirs}>
      <p class="hint">${this.l.t.newVersion}</p>
      <p><b><bdi>${theirs.title}</bdi></b></p>
      ${prose(theirs.description)}
      <div class="actions"><button type="button" class="quiet" @click=${this.#cancel}>${t.takeTheirs}</button></div>
    </section>`;
  }

  #set(change: Partial<ResourceText>): void {
    const changed = Object.fromEntries(Object.keys(change).map((name) => [name, undefined]));
    this.fields.errors = { ...this.fields.errors, ...changed };
    this.#text.set(change);
    if (change.url !== undefined) this.link.typed(change.url);
  }

  /** Fills what nobody has written in; what a person typed stays. */
  #fill({ title, description, creator, language, publishedOn }: LinkPreview): void {
    const { value } = this.#text;
    const change: Partial<ResourceText> = {};
    if (title && !value.title.trim()) change.title = title;
    if (description && !value.description.trim()) change.description = description;
    if (creator && !value.creator.trim()) change.creator = creator;
    if (publishedOn && !value.publishedOn) change.publishedOn = publishedOn;
    // The community's own language stands there unless another was chosen.
    if (language && value.language === (this.host.cop.info?.language ?? '')) change.language = language.split('-')[0] ?? language;
    if (Object.keys(change).length) this.#set(change);
  }

  #onFile(file: File | null): void {
    const { title } = this.#text.value;
    const name = file?.name ?? '';
    // A file is often called what it is.
    const guess = name
      .replace(/\.[^.]+$/, '')
      .replace(/[-_]+/g, ' ')
      .trim();
    this.#set({ way: 'file', fileName: name, ...(title ? {} : { title: guess }) });
    this.fields.errors = { ...this.fields.errors, file: undefined };
  }

  #onDrag = (event: DragEvent): void => {
    if (this.editing || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    (event.currentTarget as Element).classList.toggle('over', event.type === 'dragover');
  };

  #onDrop = (event: DragEvent): void => {
    this.#onDrag(event);
    if (!event.defaultPrevented || !this.host.cop.has('files') || !this.host.canTry('upload')) return;
    this.#set({ way: 'file' });
    this.file.take(event.dataTransfer?.files);
  };

  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented && !this.#text.dirty) this.#cancel();
  };

  #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.send();
  };

  #startAnew(): void {
    this.#text.clear();
    this.file.clear();
    this.link.look('');
    this.fields.errors = {};
  }

  /** A suggestion can be taken up again; an edit that is given up is gone. */
  #cancel = (): void => {
    this.file.clear();
    this.host.clearProblem();
    if (!this.editing) return this.host.showList();
    this.#text.clear();
    this.editing.onDone();
  };

  async send(): Promise<void> {
    if (this.#sending) return;
    this.host.clearProblem();
    const text = this.#text.value;
    const { edit } = this.editing ?? {};
    this.fields.errors = errorsOf(text, Boolean(this.file.file || edit), this.l.t);
    if (this.file.error) this.fields.errors.file = this.file.error;
    if (this.#faults) return this.#showErrors();
    this.#setSending(true);
    if (edit) await this.#save(edit, text);
    else await this.#suggest(text);
    this.#setSending(false);
  }

  async #suggest(text: ResourceText): Promise<void> {
    const { host } = this;
    const file = text.way === 'file' ? this.file.file : null;
    const request = new SuggestRequestEvent(toNew(text, null), file);
    if (!host.dispatchEvent(request)) return;
    let fileId: string | null = null;
    if (file) {
      if (!host.mayOrAsk('upload', PLACE)) return;
      fileId = await this.file.send();
      if (!fileId) return this.#showErrors();
    }
    const body: NewResource = { ...toNew(text, fileId), requestId: host.suggestion?.requestId ?? null };
    const sent = await host.send('suggest', this.#text.keptFor(suggestResource(body)), this.#key(body), PLACE);
    if (!sent) return this.#showErrors();
    this.#startAnew();
    if (sent.state === 'waiting') {
      host.showList();
      return host.announce(this.l.t.waits);
    }
    host.open(sent.answer);
    host.announce(sent.answer.status === 'proposed' ? this.l.t.sentToSteward : this.l.t.sent);
    host.dispatchEvent(new SuggestedEvent(sent.answer));
  }

  async #save(edit: Resource, text: ResourceText): Promise<void> {
    const { host } = this;
    const patch = toPatch(text);
    const write = this.#text.keptFor(editResource(edit.id, text.version, patch));
    const sent = await host.send('suggest', write, this.#key({ patch, version: text.version }), PLACE);
    if (sent) {
      this.#text.clear();
      host.announce(sent.state !== 'sent' ? this.l.t.waits : sent.answer.change ? this.l.t.changeSent : this.l.t.saved);
      return this.editing?.onDone();
    }
    if (host.lastProblem?.kind !== 'stale') return this.#showErrors();
    this.#theirs = await host.cop.read(getResource(edit.id), true).catch(() => null);
    if (this.#theirs) this.#text.set({ version: this.#theirs.version });
  }

  /** The same text sent twice is one suggestion, also where the first answer got lost. */
  #key(body: object): string {
    const text = JSON.stringify(body);
    if (this.#attempt.body !== text) this.#attempt = { body: text, key: randomId() };
    return this.#attempt.key;
  }

  #setSending(sending: boolean): void {
    this.#sending = sending;
    this.host.requestUpdate();
  }

  get #faults(): number {
    return Object.values(this.fields.errors).filter(Boolean).length;
  }

  /** Shows what is wrong where it is, and moves to the first. */
  #showErrors(): void {
    if (this.host.lastProblem?.kind === 'conflict' && this.#text.value.way === 'link') {
      this.link.again(this.#text.value.url);
      return this.host.focusNext('.already a');
    }
    Object.assign(this.fields.errors, errorsFrom(this.host.lastProblem?.fields ?? []));
    const count = this.#faults;
    if (!count) return this.host.requestUpdate();
    this.host.announce(this.l.t.wrongFields(count));
    this.host.focusNext('.resource-form [aria-invalid="true"]');
  }
}
