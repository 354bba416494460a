import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Collection, CollectionWithItems, Resource } from '../../contract/index.js';
import { createCollection, deleteCollection, getCollection, listCollections, setItems } from '../../data/collections.js';
import { randomId } from '../../data/id.js';
import { Problem } from '../../data/problem.js';
import type { Write } from '../../data/read.js';
import type { BulkMessages } from '../../i18n/en/bulk.js';
import { Unfit } from '../../ui/bulk/bulk-run.js';
import { COLLECTED } from '../../ui/limits.js';
import { problemText } from '../../ui/states.js';
import { choice } from '../../ui/tools.js';
import type { CopResourceList } from './resource-list.js';

/** Collections to choose from. */
const SHOWN = 50;
const NEW = 'new';

type Messages = { readonly t: BulkMessages };

/** Into which collection several resources are put. */
export class Collecting {
  #all: readonly Collection[] = [];
  #into = '';
  #title = '';
  /** Of what is written now, so that pressing twice makes one. */
  #key = '';

  constructor(
    private readonly host: CopResourceList,
    private readonly b: Messages,
  ) {}

  get ready(): boolean {
    return this.#into === NEW ? this.#title.trim().length > 2 : this.#into !== '';
  }

  clear(): void {
    this.#into = this.#title = '';
  }

  /** Reads those that can be filled by hand. */
  async learn(): Promise<void> {
    const { host } = this;
    try {
      const { items } = await listCollections({ limit: SHOWN }).run(host.cop.http, null, new AbortController().signal);
      this.#all = items.filter(({ filter, viewer }) => !filter && viewer.can.includes('edit'));
    } catch {
      // A new one can still be made.
    }
    host.requestUpdate();
  }

  fields(): TemplateResult {
    const t = this.b.t.resources;
    const choose = (id: string) => {
      this.#into = id;
      this.host.requestUpdate();
    };
    const write = (event: Event) => {
      this.#title = (event.target as HTMLInputElement).value;
      this.#key = randomId();
      this.host.requestUpdate();
    };
    const options = this.#all.map(({ id, title }) => [id, title] as const);
    return html`<p class="label">${t.which}</p>
      ${choice<string>(t.which, this.#into, [['', t.chooseOne], ...options, [NEW, t.newOne]], choose)}
      ${
        this.#into === NEW
          ? html`<label class="label" for="bulk-title">${t.newTitle}</label>
            <input id="bulk-title" type="text" dir="auto" maxlength="200" autocomplete="off" .value=${live(this.#title)} @input=${write} />`
          : nothing
      }
      ${this.host.notices('bulk')}`;
  }

  /** The collection, made where it is a new one; null where that was refused. */
  async shelf(): Promise<Shelf | null> {
    const { host } = this;
    const made = this.#into === NEW;
    if (!made) {
      const there = await host.cop.read(getCollection(this.#into), true).catch((error: unknown) => Problem.from(error));
      if (!(there instanceof Problem)) return new Shelf(host, this.b, there, false);
      host.toast(problemText(host.common.t, there));
      return null;
    }
    const collection = { title: this.#title.trim(), description: '', featured: false };
    const sent = await host.send('collect', createCollection(collection), this.#key, 'bulk');
    return sent?.state === 'sent' ? new Shelf(host, this.b, sent.answer, true) : null;
  }
}

/** A collection as it is known now: each resource comes in, or out, with what the endpoint answered to the one before. */
export class Shelf {
  constructor(
    private readonly host: CopResourceList,
    private readonly b: Messages,
    private now: CollectionWithItems,
    /** It was made for these resources. */
    private readonly made: boolean,
  ) {}

  get title(): string {
    return this.now.title;
  }

  /** @throws Unfit where it can’t be in a collection, or that is full */
  add(resource: Resource): Write<CollectionWithItems> | null {
    const { items } = this.now;
    if (items.some((item) => item.resource.id === resource.id)) return null;
    if (resource.status !== 'published' && resource.status !== 'obsolete') throw new Unfit(this.b.t.resources.unseen);
    if (items.length >= COLLECTED) throw new Unfit(this.b.t.resources.collectionFull(COLLECTED));
    return setItems(this.now, [...items, { resource, note: '' }]);
  }

  remove({ id }: Resource): Write<CollectionWithItems> | null {
    const rest = this.now.items.filter(({ resource }) => resource.id !== id);
    return rest.length < this.now.items.length ? setItems(this.now, rest) : null;
  }

  took = (answer: unknown): void => {
    this.now = answer as CollectionWithItems;
  };

  again = async (): Promise<void> => {
    this.now = await this.host.cop.read(getCollection(this.now.id), true);
  };

  /** One that was made for them goes with them, unless somebody has put something in meanwhile. */
  undone = async (): Promise<void> => {
    if (this.made && !this.now.items.length) await this.host.cop.write(deleteCollection(this.now)).catch(() => undefined);
  };
}
