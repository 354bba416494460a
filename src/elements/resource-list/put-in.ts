import { html, nothing, type TemplateResult } from 'lit';
import type { Collection, CollectionPage, Resource } from '../../contract/index.js';
import { PagesController } from '../../controllers/query-controller.js';
import { createCollection, getCollection, listCollections, setItems } from '../../data/collections.js';
import { randomId } from '../../data/id.js';
import library from '../../i18n/en/library.js';
import { Localize } from '../../i18n/localize.js';
import { View } from '../../ui/view.js';
import type { CopResourceList } from './resource-list.js';

/** Collections to choose from. */
const SHOWN = 50;

/** In which collections a resource is, and the way into another. */
export class PutIn extends View<CopResourceList> {
  private readonly l = new Localize(this.host, 'library', library);
  private readonly holding = new PagesController<CollectionPage>(
    this.host,
    () => this.host.found.value,
    () =>
      this.host.url.id && this.host.found.value?.info?.counts.collections
        ? listCollections({ resource: this.host.url.id, limit: 20 })
        : null,
  );
  private readonly all = new PagesController<CollectionPage>(
    this.host,
    () => this.host.found.value,
    () => (this.#open ? listCollections({ limit: SHOWN }) : null),
  );
  /** The resource whose panel is open. */
  #open = '';
  /** The title of a collection that is to be made for it; null: none is. */
  #title: string | null = null;
  /** Of what is written now, so that pressing twice makes one. */
  #key = '';
  #making = false;

  override dispose(): void {
    for (const part of [this.l, this.holding, this.all]) this.host.removeController(part);
    super.dispose();
  }

  button({ id, status }: Resource): unknown {
    const { host } = this;
    if (status !== 'published' || !host.cop.has('collections') || !host.cop.can('collect')) return nothing;
    const toggle = () => {
      this.#open = this.#open === id ? '' : id;
      this.#title = null;
      host.requestUpdate();
    };
    return html`<button type="button" class="put" part="act" aria-expanded=${this.#open === id} @click=${toggle}>${this.l.t.putIn}</button>`;
  }

  panel(item: Resource): unknown {
    const { t } = this.l;
    const { host } = this;
    const { collections } = host;
    const holding = this.holding.items;
    const open = this.#open === item.id;
    // Automatic ones fill themselves.
    const free = this.all.items.filter((one) => !one.filter && one.viewer.can.includes('edit') && !holding.some(({ id }) => id === one.id));
    return html`${
      holding.length
        ? html`<p class="hint">
          ${t.isIn}:
          ${holding.map(
            ({ id, title }, i) =>
              html`${i ? ', ' : ''}<a part="collection-link" class="accent" href=${collections.href(id)} @click=${(event: MouseEvent) => this.#follow(event, id)}
                  ><bdi>${title}</bdi></a
                >`,
          )}
        </p>`
        : nothing
    }
    ${
      open
        ? html`<div class="care" role="group" aria-label=${t.putIn}>
          ${free.map(
            (one) =>
              html`<button type="button" class="chip" part="chip" aria-label=${t.putInto(one.title)} @click=${() => void this.#put(item, one)}>
                <bdi>${one.title}</bdi>
              </button>`,
          )}
          ${this.#title === null ? html`<button type="button" class="chip new-collection" part="chip" @click=${this.#begin}>${t.newCollection}</button>` : this.#form(item, this.#title)}
          ${host.notices('put-in')}
        </div>`
        : nothing
    }`;
  }

  #begin = (): void => {
    this.#title = '';
    this.host.focusNext('#put-in-title');
  };

  #form(item: Resource, title: string): TemplateResult {
    const { t } = this.l;
    const write = (event: Event) => {
      this.#title = (event.target as HTMLInputElement).value;
      this.#key = randomId();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.#title = null;
      this.host.focusNext('.new-collection');
    };
    const send = (event: Event) => {
      event.preventDefault();
      void this.#make(item);
    };
    return html`<form class="put-in-form" novalidate @submit=${send} @keydown=${onKey}>
      <label class="label" for="put-in-title">${t.newCollection}</label>
      <input id="put-in-title" dir="auto" autocomplete="off" required maxlength="200" placeholder=${t.collectionTitle} .value=${title} @input=${write} />
      <button class="primary" part="send">${t.create}</button>
    </form>`;
  }

  async #make(item: Resource): Promise<void> {
    const title = this.#title?.trim() ?? '';
    if (this.#making) return;
    if (title.length < 3) return this.host.focusNext('#put-in-title');
    this.#making = true;
    const made = await this.host.send('collect', createCollection({ title, description: '', featured: false }), this.#key, 'put-in');
    this.#making = false;
    if (made?.state !== 'sent') return;
    this.#title = null;
    await this.#put(item, made.answer);
  }

  #follow(event: MouseEvent, id: string): void {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.#turn(id);
  }

  #turn(id: string): void {
    this.host.url.open(null);
    this.host.collections.open(id);
  }

  async #put(resource: Resource, { id, title }: Collection): Promise<void> {
    const { host } = this;
    const collection = await host.cop.read(getCollection(id), true).catch(() => null);
    if (!collection) return;
    const items = [...collection.items.filter((item) => item.resource.id !== resource.id), { resource, note: '' }];
    if (!(await host.send('collect', setItems(collection, items), undefined, 'put-in'))) return;
    this.#open = '';
    host.announce(this.l.t.nowIn(title));
    host.focusNext('.put');
  }
}
