import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Collection, CollectionWithItems, NewCollection } from '../../contract/index.js';
import { Draft } from '../../controllers/draft.js';
import { createCollection, editCollection } from '../../data/collections.js';
import { randomId } from '../../data/id.js';
import type { LibraryMessages } from '../../i18n/en/library.js';
import { heading } from '../../ui/states.js';
import type { CopResourceList } from './resource-list.js';

/** Lengths in the contract, in characters. */
const LONGEST = { title: 120, description: 1000 } as const;
const SHORTEST = 3;

interface Text {
  title: string;
  description: string;
  automatic: boolean;
  featured: boolean;
}

/** Begins a collection, or edits one. */
export class CollectionForm {
  #draft: Draft<Text> | undefined;
  #edited: Collection | null = null;
  #missing = false;
  #attempt = { text: '', key: '' };

  constructor(
    private readonly host: CopResourceList,
    private readonly l: { t: LibraryMessages },
    private readonly onDone: (made: CollectionWithItems | null) => void,
  ) {}

  get isOpen(): boolean {
    return this.#draft !== undefined;
  }

  dispose(): void {
    this.#draft?.dispose();
    this.#draft = undefined;
  }

  /** @param edited null: a new one */
  open(edited: Collection | null): void {
    this.dispose();
    this.#edited = edited;
    this.#missing = false;
    this.host.clearProblem();
    this.#draft = new Draft(this.host, this.host.cop, edited ? `collection|${edited.id}` : 'collection', {
      title: edited?.title ?? '',
      description: edited?.description ?? '',
      automatic: false,
      featured: edited?.featured ?? false,
    });
    this.host.focusNext('#collection-title');
  }

  /** What the list shows now, as a filter of a collection; null where it shows everything. */
  get #filter(): Collection['filter'] {
    const { q, kind, topic, language, outcome, form, mark, since, until } = this.host.filters;
    const filter = Object.fromEntries(
      Object.entries({ q, kind, topic, language, outcome, form, mark, since, until }).filter(([, value]) => value?.length),
    );
    return Object.keys(filter).length ? (filter as Collection['filter']) : null;
  }

  render(): TemplateResult {
    const { t } = this.l;
    const { host } = this;
    const draft = this.#draft as Draft<Text>;
    const { value } = draft;
    const check = (name: 'automatic' | 'featured', label: string, disabled = false) =>
      html`<label class="check">
        <input
          type="checkbox"
          .checked=${live(value[name])}
          ?disabled=${disabled}
          @change=${(event: Event) => draft.set({ [name]: (event.target as HTMLInputElement).checked })}
        />
        <span>${label}</span>
      </label>`;
    return html`<form class="collection-form" part="form" novalidate @submit=${this.#send} @keydown=${this.#onKey}>
      ${heading(host.headingLevel + 1, this.#edited ? this.#edited.title : t.newCollection, 'part-heading')}
      <label class="label" for="collection-title">${t.collectionTitle}</label>
      <input
        id="collection-title"
        dir="auto"
        autocomplete="off"
        required
        maxlength=${LONGEST.title}
        aria-invalid=${this.#missing ? 'true' : 'false'}
        .value=${live(value.title)}
        @input=${(event: Event) => draft.set({ title: (event.target as HTMLInputElement).value })}
      />
      <label class="label" for="collection-text">${t.collectionText}</label>
      <textarea
        id="collection-text"
        dir="auto"
        rows="2"
        maxlength=${LONGEST.description}
        .value=${live(value.description)}
        @input=${(event: Event) => draft.set({ description: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
      ${this.#edited ? nothing : html`${check('automatic', t.automatic, !this.#filter)} ${this.#filter ? nothing : html`<p class="hint">${t.noFilter}</p>`}`}
      ${host.cop.can('moderate') ? check('featured', t.feature) : nothing} ${host.notices('collection-form')}
      <div class="actions">
        <button class="primary" part="send">${this.#edited ? host.common.t.save : t.create}</button>
        <button type="button" @click=${this.#cancel}>${host.common.t.cancel}</button>
      </div>
    </form>`;
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !this.#draft?.dirty) this.#cancel();
  };

  #cancel = (): void => {
    if (this.#edited) this.#draft?.clear();
    this.dispose();
    this.onDone(null);
  };

  #send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const draft = this.#draft;
    if (!draft) return;
    const { title, description, automatic, featured } = draft.value;
    const text = { title: title.trim(), description: description.trim() };
    this.#missing = text.title.length < SHORTEST;
    if (this.#missing) return this.host.focusNext('#collection-title');
    const mayFeature = this.host.cop.can('moderate');
    const made: NewCollection = {
      ...text,
      featured: mayFeature && featured,
      filter: (automatic ? this.#filter : null) as NewCollection['filter'],
    };
    const write = this.#edited ? editCollection(this.#edited, { ...text, ...(mayFeature && { featured }) }) : createCollection(made);
    const body = JSON.stringify(made);
    if (this.#attempt.text !== body) this.#attempt = { text: body, key: randomId() };
    const sent = await this.host.send('collect', draft.keptFor(write), this.#attempt.key, 'collection-form');
    if (!sent) return;
    draft.clear();
    this.dispose();
    this.onDone(sent.state === 'sent' && !this.#edited ? sent.answer : null);
  };
}
