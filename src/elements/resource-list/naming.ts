import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { MemberRef, Resource } from '../../contract/index.js';
import type { Write } from '../../data/read.js';
import { setSteward } from '../../data/resource-care.js';
import type { BulkMessages } from '../../i18n/en/bulk.js';
import { PeopleFound } from './people-found.js';
import type { CopResourceList } from './resource-list.js';

type Person = Pick<MemberRef, 'id' | 'name'>;

/** Who looks after several resources from now on: somebody, or nobody. */
export class Naming {
  readonly #people: PeopleFound;
  #typed = '';
  /** Undefined: not said yet. */
  #person: Person | null | undefined;

  constructor(
    private readonly host: CopResourceList,
    private readonly b: { readonly t: BulkMessages },
  ) {
    // Whoever is named is looked for no longer.
    this.#people = new PeopleFound(host, () => (this.#person ? '' : this.#typed));
  }

  get ready(): boolean {
    return this.#person !== undefined;
  }

  clear(): void {
    this.#person = undefined;
    this.#typed = '';
  }

  fields(): TemplateResult {
    const t = this.b.t.resources;
    const me = this.host.cop.session?.member;
    const name = (person: Person | null) => {
      this.#person = person;
      this.#typed = person?.name ?? '';
      this.host.requestUpdate();
    };
    const write = (event: Event) => {
      this.#typed = (event.target as HTMLInputElement).value;
      this.#person = undefined;
      this.host.requestUpdate();
    };
    const chip = (text: string, person: Person | null) =>
      html`<button type="button" class="chip" part="chip" aria-pressed=${this.#person !== undefined && this.#person?.id === person?.id} @click=${() => name(person)}>${text}</button>`;
    return html`<label class="label" for="bulk-person">${t.find}</label>
      <input id="bulk-person" type="text" dir="auto" maxlength="100" autocomplete="off" .value=${live(this.#typed)} @input=${write} />
      ${this.#people.show(t.steward, name, html`${me ? chip(t.me, me) : ''} ${chip(t.nobody, null)}`)}`;
  }

  /** What is done with each by what is said now. */
  named() {
    const person = this.#person ?? null;
    const mine = person !== null && person.id === this.host.cop.session?.member?.id;
    const set = (of: Resource, id: string | null): Write<Resource> | null =>
      (of.review.steward?.id ?? null) === id ? null : setSteward(of.id, id);
    return {
      action: mine ? ('look-after' as const) : ('hand-over' as const),
      write: (now: Resource) => set(now, person?.id ?? null),
      undo: (before: Resource, after: Resource) => set(after, before.review.steward?.id ?? null),
      said: (n: number) => (person ? this.b.t.resources.lookedAfter(n, person.name) : this.b.t.resources.letGo(n)),
    };
  }
}
