import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Collection, CollectionPage, CollectionWithItems } from '../../contract/index.js';
import { PagesController, QueryController } from '../../controllers/query-controller.js';
import { deleteCollection, getCollection, listCollections, setItems } from '../../data/collections.js';
import library from '../../i18n/en/library.js';
import { Localize } from '../../i18n/localize.js';
import { byline } from '../../ui/person.js';
import { failure, skeleton } from '../../ui/states.js';
import { View } from '../../ui/view.js';
import { CollectionForm } from './collection-form.js';
import type { CopResourceList } from './resource-list.js';
import { bone, row } from './resource-row.js';
import { shelfStyles } from './shelf.styles.js';

/** Collections in the row above the list. */
const SHOWN = 6;
/** Length of a note in the contract, in characters. */
const LONGEST_NOTE = 300;
type Item = CollectionWithItems['items'][number];

/** Collections: the row above the list, all of them, and one of them. */
export class Shelf extends View<CopResourceList> {
  static override styles = shelfStyles;
  private readonly l = new Localize(this.host, 'library', library);
  private readonly form = new CollectionForm(this.host, this.l, (made) => this.#made(made));
  private readonly list = new PagesController<CollectionPage>(
    this.host,
    () => this.host.found.value,
    () => (this.host.url.id ? null : listCollections({ limit: 20 })),
  );
  private readonly query = new QueryController<CollectionWithItems>(
    this.host,
    () => this.host.found.value,
    () =>
      this.host.shownCollection && !this.host.url.id && this.host.shownCollection !== ALL ? getCollection(this.host.shownCollection) : null,
    true,
  );
  #arranging = false;
  #dragged: string | null = null;
  #asked = false;

  override dispose(): void {
    this.form.dispose();
    for (const part of [this.l, this.list, this.query]) this.host.removeController(part);
    super.dispose();
  }

  #link(id: string, content: unknown, cls = ''): TemplateResult {
    const { collections } = this.host;
    return html`<a class=${cls} part="collection-link" href=${collections.href(id)} @click=${collections.follow(id)}>${content}</a>`;
  }

  /** The row above the list. */
  row(): unknown {
    const { t, formats } = this.l;
    const items = this.list.items.slice(0, SHOWN);
    return html`<nav class="shelf-row" part="collections" aria-label=${t.collections}>
      ${items.map(({ id, title, count }) => this.#link(id, html`<bdi>${title}</bdi> <small>${formats.number(count)}</small>`, 'chip'))}
      ${this.list.items.length || this.host.cop.can('collect') ? this.#link(ALL, t.allCollections, 'accent') : nothing}
    </nav>`;
  }

  /** A page of its own: all collections, or one. */
  page(id: string): unknown {
    const { collections, collection } = this.host;
    const back = collection
      ? nothing
      : html`<a class="back" part="back" href=${collections.href(null)} @click=${collections.follow(null)}>${this.l.t.backToCollections}</a>`;
    return html`${back} ${id === ALL ? this.#all() : this.#one(id)}`;
  }

  #all(): unknown {
    const { t } = this.l;
    const { host, list } = this;
    const { value } = list;
    if (this.form.isOpen) return this.form.render();
    return html`<div class="head" part="head">
        <div class="heading item-title" part="heading" role="heading" aria-level=${host.headingLevel + 1} tabindex="-1">${t.collections}</div>
        ${
          host.canTry('collect')
            ? html`<button type="button" class="push new-collection" part="act" @click=${() => this.form.open(null)}>${t.newCollection}</button>`
            : nothing
        }
      </div>
      ${
        value.state === 'error'
          ? failure(host.common.t, value.problem, list.retry)
          : value.state !== 'ready'
            ? skeleton(host.common.t, 4, bone)
            : list.items.length
              ? html`<ul class="collections" part="list">
                ${list.items.map((one) => html`<li>${this.#entry(one)}</li>`)}
              </ul>`
              : html`<p class="empty" part="empty">${t.noCollections}</p>`
      }
      ${list.hasMore ? html`<button type="button" part="more" @click=${list.more}>${host.common.t.more}</button>` : nothing}`;
  }

  #entry({ id, title, description, count, featured }: Collection): TemplateResult {
    const { t } = this.l;
    return html`<div class="title" role="heading" aria-level=${this.host.headingLevel + 2}>${this.#link(id, html`<bdi>${title}</bdi>`)}</div>
      ${description ? html`<p class="clamp" dir="auto">${description}</p>` : nothing}
      <small>${t.collectionOf(count)}${featured ? ` · ${t.featured}` : ''}</small>`;
  }

  #one(id: string): unknown {
    const { host } = this;
    const { value } = this.query;
    if (value.state === 'error') {
      return value.problem.kind === 'not-found'
        ? html`<p class="empty" part="error" role="alert">${this.l.t.goneCollection}</p>`
        : failure(host.common.t, value.problem, this.query.retry);
    }
    if (value.state !== 'ready' || value.data.id !== id) return skeleton(host.common.t, 4, bone);
    if (this.form.isOpen) return this.form.render();
    return this.#collection(value.data);
  }

  #collection(one: CollectionWithItems): TemplateResult {
    const { t } = this.l;
    const { host } = this;
    const { title, description, author, filter, items } = one;
    const text = host.collection && host.headingText !== null ? host.headingText : title;
    return html`<section class="collection" part="collection">
      <div class="heading item-title" part="heading" role="heading" aria-level=${host.headingLevel + (host.collection ? 0 : 1)} tabindex="-1" dir="auto">
        ${text}
      </div>
      ${description ? html`<p class="collection-text" dir="auto">${description}</p>` : nothing}
      <p class="meta" part="meta">
        ${author ? byline(author, host.common.t) : nothing} <span>${t.collectionOf(one.count)}</span>
        ${filter ? html`<span>${t.automaticOne}</span>` : nothing}
      </p>
      ${this.#own(one)} ${host.notices('collection')}
      ${
        items.length
          ? html`<ul class=${this.#arranging ? '' : 'rows'} part="list">
            ${repeat(
              items,
              ({ resource }) => resource.id,
              (item, i) => (this.#arranging ? this.#arranged(one, item, i) : this.#item(item)),
            )}
          </ul>`
          : html`<p class="empty" part="empty">${t.emptyCollection}</p>`
      }
    </section>`;
  }

  #item({ resource, note }: Item): TemplateResult {
    return row(this.host, resource, () => {}, note ? html`<p class="item-note" part="note" dir="auto">${note}</p>` : nothing);
  }

  #own(one: CollectionWithItems): unknown {
    const { t } = this.l;
    const { host } = this;
    const { can } = one.viewer;
    if (!can.includes('edit')) return nothing;
    if (this.#asked) {
      return html`<div class="notice wrong" part="confirm" role="group" aria-label=${t.deleteCollection}>
        <p>${t.deleteCollection}</p>
        <div class="actions">
          <button type="button" class="bad" @click=${() => void this.#delete(one)}>${host.common.t.delete}</button>
          <button type="button" class="keep" @click=${() => this.#ask(false)}>${host.common.t.cancel}</button>
        </div>
      </div>`;
    }
    const arrange = () => {
      this.#arranging = !this.#arranging;
      host.focusNext('.arrange');
    };
    return html`<div class="actions" part="own">
      ${
        one.filter || !one.items.length
          ? nothing
          : html`<button type="button" class="arrange" part="act" aria-pressed=${this.#arranging} @click=${arrange}>${this.#arranging ? t.arranged : t.arrange}</button>`
      }
      <button type="button" part="edit" @click=${() => this.form.open(one)}>${host.common.t.edit}</button>
      <button type="button" class="quiet" part="delete" @click=${() => this.#ask(true)}>${host.common.t.delete}</button>
    </div>`;
  }

  #arranged(one: CollectionWithItems, { resource, note }: Item, i: number): TemplateResult {
    const { t } = this.l;
    const { id, title } = resource;
    const last = one.items.length - 1;
    const move = (by: -1 | 1) => () => void this.#move(one, i, i + by, `#${by < 0 ? 'up' : 'down'}-${CSS.escape(id)}`);
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      const from = one.items.findIndex((item) => item.resource.id === this.#dragged);
      this.#dragged = null;
      if (from >= 0 && from !== i) void this.#move(one, from, i, '');
    };
    return html`<li
      class="arranging ${this.#dragged === id ? 'dragged' : ''}"
      part="resource"
      draggable="true"
      @dragstart=${() => (this.#dragged = id)}
      @dragover=${(event: DragEvent) => this.#dragged && event.preventDefault()}
      @drop=${onDrop}
    >
      <span class="grip" aria-hidden="true">⠿</span> <b><bdi>${title}</bdi></b>
      <span>
        <button type="button" id="up-${id}" aria-label=${t.moveUp(title)} ?disabled=${i === 0} @click=${move(-1)}>↑</button>
        <button type="button" id="down-${id}" aria-label=${t.moveDown(title)} ?disabled=${i === last} @click=${move(1)}>↓</button>
        <button type="button" class="quiet" aria-label=${t.takeOut(title)} @click=${() => void this.#takeOut(one, id)}>×</button>
      </span>
      <input
        aria-label=${t.noteFor(title)}
        placeholder=${t.note}
        dir="auto"
        maxlength=${LONGEST_NOTE}
        .value=${note}
        @change=${(event: Event) => void this.#note(one, id, (event.target as HTMLInputElement).value)}
      />
    </li>`;
  }

  async #put(one: CollectionWithItems, items: Item[], said: string): Promise<boolean> {
    const sent = await this.host.send('collect', setItems(one, items), undefined, 'collection');
    if (sent) {
      this.host.announce(said);
      if (sent.state === 'sent') this.host.cop.cache.set(getCollection(one.id), sent.answer);
    } else if (this.host.lastProblem?.kind === 'stale') {
      this.query.retry();
      this.host.announce(this.l.t.moved);
    }
    return sent !== null;
  }

  async #move(one: CollectionWithItems, from: number, to: number, focus: string): Promise<void> {
    const items = [...one.items];
    const [moved] = items.splice(from, 1);
    if (!moved || to < 0 || to > items.length) return;
    items.splice(to, 0, moved);
    await this.#put(one, items, this.l.t.movedTo(to + 1, items.length));
    if (!focus) return;
    // At the ends the button that was pressed is out of use.
    const end = to === 0 ? focus.replace('#up-', '#down-') : to === items.length - 1 ? focus.replace('#down-', '#up-') : focus;
    this.host.focusNext(end);
  }

  async #takeOut(one: CollectionWithItems, id: string): Promise<void> {
    const rest = one.items.filter(({ resource }) => resource.id !== id);
    if (!(await this.#put(one, rest, this.l.t.takenOut))) return;
    if (!rest.length) this.#arranging = false;
    this.host.focusNext('.arrange, .item-title');
  }

  async #note(one: CollectionWithItems, id: string, note: string): Promise<void> {
    const items = one.items.map((item) => (item.resource.id === id ? { ...item, note: note.trim() } : item));
    await this.#put(one, items, this.host.common.t.save);
  }

  #ask(asked: boolean): void {
    this.#asked = asked;
    this.host.focusNext(asked ? '.keep' : '[part~="delete"]');
  }

  async #delete(one: Collection): Promise<void> {
    const sent = await this.host.send('collect', deleteCollection(one), undefined, 'collection');
    this.#asked = false;
    if (!sent) return this.host.requestUpdate();
    this.host.collections.open(null);
  }

  #made(made: CollectionWithItems | null): void {
    if (made) this.host.collections.open(made.id);
    this.host.focusNext('.item-title');
  }
}

/** In the address: all collections, and none of them. */
export const ALL = 'all';
