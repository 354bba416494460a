import { css, html, nothing } from 'lit';
import type { Member, MemberRef } from '../contract/index.js';
import { findPeople } from '../data/people.js';
import mention from '../i18n/en/mention.js';
import { Localize } from '../i18n/localize.js';
import { replaceText } from './edit-text.js';
import type { CopElement } from './cop-element.js';
import { avatar } from './person.js';
import { View } from './view.js';

/** What is being typed of a name: `@an`, at the start or behind a blank or an opening bracket; up to three words. */
const NAME = /(?:^|[\s([{"'“„«])@((?:[\p{L}\p{M}\p{N}.’'-]{1,40}(?: (?=$|[\p{L}\p{N}]))?){0,3})$/u;
/** How long to wait while someone types, in ms. */
const TYPING = 150;
const SHOWN = 6;

type Person = Pick<MemberRef, 'id' | 'name' | 'avatarUrl'> & Partial<Pick<Member, 'headline'>>;
/** The words of a name, as they are compared: whatever the case and the accents. */
const plain = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

interface Asked {
  area: HTMLTextAreaElement;
  /** Where the `@` stands. */
  from: number;
  text: string;
}

/** People to name in a text: offered while `@…` is typed (ARIA APG: listbox that the field keeps the focus of). */
export class MentionPicker extends View {
  static override styles = css`
    .composer:has(> .people) {
      position: relative;
    }
    .people {
      position: absolute;
      z-index: 5;
      inset-block-start: calc(100% + 0.25em);
      inset-inline: 0;
      max-inline-size: 26em;
      max-block-size: 18em;
      overflow-y: auto;
      padding: 0.25em;
      border: 1px solid var(--_edge);
      border-radius: var(--_radius);
      background: light-dark(#fff, #1b1f22);
      color: light-dark(#16191c, #f1f3f4);
    }
    .people li {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      align-items: center;
      gap: 0 0.6em;
      padding: 0.35em 0.5em;
      border-radius: calc(var(--_radius) * 0.7);
      font-size: 0.9375em;
      cursor: pointer;
    }
    .people .avatar {
      inline-size: 1.9em;
      block-size: 1.9em;
      font-size: 0.8em;
    }
    .people small {
      display: block;
      overflow: hidden;
      opacity: 0.75;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .people li:hover,
    .people [aria-selected='true'] {
      background: var(--_tint);
    }
    @media (pointer: coarse) {
      .people li {
        min-block-size: 44px;
      }
    }
  `;
  private readonly l = new Localize(this.host, 'mention', mention);
  #asked: Asked | undefined;
  #found: readonly Person[] = [];
  #active = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;

  /** @param near who is offered before all others: the people of the thread */
  constructor(
    host: CopElement,
    private readonly near: () => readonly (MemberRef | null)[],
  ) {
    super(host);
  }

  hostDisconnected(): void {
    this.close();
  }

  /** The id of the list for a field, and of the chosen row, for the field's ARIA. */
  listId = (area: string): string => `${area}-people`;
  active(area: string): string | undefined {
    return this.#isOpen(area) ? `${this.listId(area)}-${this.#active}` : undefined;
  }

  /** Something was typed, or the caret has moved. */
  look(area: HTMLTextAreaElement): void {
    const caret = area.selectionStart;
    const text = area.selectionEnd === caret ? NAME.exec(area.value.slice(Math.max(0, caret - 130), caret))?.[1] : undefined;
    if (text === undefined) return this.close();
    const asked: Asked = { area, from: caret - text.length - 1, text };
    if (this.#asked?.area !== area || this.#asked.from !== asked.from) this.#found = [];
    this.#asked = asked;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.#find(asked), TYPING);
  }

  close(): void {
    clearTimeout(this.#typing);
    if (!this.#asked) return;
    this.#asked = undefined;
    this.#found = [];
    this.host.requestUpdate();
  }

  /** Takes the keys that belong to the list while it is open. @returns whether it did */
  onKey(event: KeyboardEvent): boolean {
    const { area } = this.#asked ?? {};
    if (!area || area !== event.currentTarget || !this.#found.length || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
      return false;
    const { length } = this.#found;
    const { key } = event;
    if (key === 'ArrowDown') this.#active = (this.#active + 1) % length;
    else if (key === 'ArrowUp') this.#active = (this.#active - 1 + length) % length;
    else if ((key === 'Enter' || key === 'Tab') && !event.shiftKey) this.#choose(this.#found[this.#active]);
    else if (key === 'Escape') this.close();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    this.host.requestUpdate();
    return true;
  }

  show(area: string): unknown {
    if (!this.#isOpen(area)) return nothing;
    const id = this.listId(area);
    return html`<ul class="people" part="people" id=${id} role="listbox" aria-label=${this.l.t.people}>
      ${this.#found.map(
        // The field keeps the focus: the pointer chooses before it could leave.
        (person, i) =>
          html`<li id="${id}-${i}" role="option" aria-selected=${i === this.#active} @pointerdown=${(e: Event) => (e.preventDefault(), this.#choose(person))}>
            ${avatar(person)}
            <span><bdi>${person.name}</bdi>${person.headline ? html`<small dir="auto">${person.headline}</small>` : nothing}</span>
          </li>`,
      )}
    </ul>`;
  }

  #isOpen = (area: string): boolean => this.#asked?.area.id === area && this.#found.length > 0;

  async #find(asked: Asked): Promise<void> {
    const name = asked.text.trim() || undefined;
    const found = await this.host.cop.read(findPeople(name, SHOWN)).catch(() => null);
    // An answer to older letters is of no use; without one, one can still type.
    if (this.#asked !== asked || !asked.area.isConnected) return;
    const before = this.#found.length;
    this.#found = this.#nearFirst(asked.text, found?.items ?? []);
    this.#active = 0;
    if (this.#found.length !== before && this.#found.length) this.host.announce(this.l.t.found(this.#found.length));
    this.host.requestUpdate();
  }

  /** The people of the thread whose name fits, the last to speak first, then the others. Nobody twice, and not oneself. */
  #nearFirst(text: string, others: readonly Person[]): Person[] {
    const me = this.host.cop.session?.member?.id;
    const fits = ({ id, name }: Person) => id !== me && ` ${plain(name)}`.includes(` ${plain(text.trim())}`);
    const near = this.near().filter((person) => person !== null && fits(person)) as Person[];
    const known = new Map(others.map((person) => [person.id, person]));
    const people = new Map(
      [...near.reverse().map((person) => known.get(person.id) ?? person), ...others].map((person) => [person.id, person]),
    );
    return [...people.values()].slice(0, SHOWN);
  }

  #choose(person: Person | undefined): void {
    const asked = this.#asked;
    this.close();
    if (!person || !asked) return;
    const name = person.name.replace(/[[\]\\`*_<]/g, '\\$&');
    replaceText(asked.area, `[@${name}](member:${person.id}) `, asked.from, asked.from + asked.text.length + 1);
    this.host.announce(this.l.t.mentioned(person.name));
  }
}
