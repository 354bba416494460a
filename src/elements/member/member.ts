import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Member } from '../../contract/index.js';
import { QueryController } from '../../controllers/query-controller.js';
import { getPerson } from '../../data/person.js';
import { CopElement } from '../../ui/cop-element.js';
import { avatar } from '../../ui/person.js';
import { Lazy } from '../../ui/lazy.js';
import { styles } from './member.styles.js';

/** How long a pointer or the focus rests before the card opens, and is away before it closes, in ms. */
const REST = 300;
const AWAY = 250;

/**
 * A person named in a text: their name as the text is set, and behind it a card with what they offer, what time it is there and
 * how to reach them. All of a page are asked for in one request. What stands inside is shown where nobody is to be shown.
 *
 * @summary A member named anywhere in a page, with a card.
 * @tag cop-member
 *
 * @slot - Plain text, such as the name: shown until the person is known, without JavaScript, and where they are gone.
 *
 * @fires {OpenEvent} cop-open - The link to the profile is followed; cancel it to show the profile elsewhere. Holds the `object`.
 * @fires {SignInRequestEvent} cop-sign-in-request - A visitor tried to follow the person; cancel it to open a sign-in of your own.
 *
 * @csspart base - All of it.
 * @csspart name - The name in the text; it opens the card.
 * @csspart avatar - The photo or initials.
 * @csspart card - The card.
 * @csspart item - The link to the profile.
 * @csspart mark - Steward, on a break, demo member.
 * @csspart pronouns - How to speak of the person.
 * @csspart facts - Headline, place and time there.
 * @csspart topics - What the person offers.
 * @csspart topic - One of these.
 * @csspart links - The ways to reach the person.
 * @csspart follow - The button that follows the person.
 * @csspart notice - A refusal, or a sign-in that is needed.
 * @csspart error - The text where the card could not be loaded.
 * @csspart count - Not used here.
 * @csspart more - Not used here.
 *
 * @cssprop [--cop-accent] - Colour of links, buttons and marks.
 * @cssprop [--cop-on-accent] - Colour of text on the accent.
 * @cssprop [--cop-good] - Colour of what went well.
 * @cssprop [--cop-bad] - Colour of what went wrong.
 * @cssprop [--cop-radius] - Radius of corners.
 * @cssprop [--cop-space] - Space between parts.
 * @cssprop [--cop-size] - Size of the card’s text.
 * @cssprop [--cop-heading-font] - Font of headings.
 */
export class CopMember extends CopElement {
  static override tag = 'cop-member';
  static override styles: CSSResultGroup = [CopElement.styles, styles];

  /** Id of the member. */
  @property() member = '';
  /** Shows the photo or initials before the name. */
  @property({ type: Boolean }) avatar = false;

  @state() private open = false;
  private readonly person = new QueryController<Member>(
    this,
    () => this.found.value,
    () => (this.member ? getPerson(this.member) : null),
    true,
  );
  private readonly card = new Lazy(this, () => import('./member-card.js').then((m) => new m.MemberCard(this)));
  /** One card at a time on a page. */
  static #shown: CopMember | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Pressed open: it stays until pressed again, or something else is. */
  #pinned = false;
  #opening: AbortController | undefined;

  protected override get defaultHeading(): string {
    return '';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.close();
  }

  /** @internal The name in the text. */
  get anchor(): HTMLElement | null {
    return this.renderRoot.querySelector('.who');
  }

  #later(ms: number, what: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(what, ms);
  }

  #show(): void {
    clearTimeout(this.#timer);
    if (this.open || !this.isConnected) return;
    CopMember.#shown?.close();
    CopMember.#shown = this;
    this.open = true;
    const { signal } = (this.#opening = new AbortController());
    document.addEventListener('pointerdown', (event) => event.composedPath().includes(this) || this.close(), { signal, capture: true });
    addEventListener('keydown', this.#onKey, { signal, capture: true });
  }

  /** Closes the card. */
  close(): void {
    clearTimeout(this.#timer);
    this.#opening?.abort();
    if (CopMember.#shown === this) CopMember.#shown = null;
    this.#pinned = false;
    this.open = false;
  }

  /** Escape closes the card, and nothing of the page with it. */
  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (this.shadowRoot?.activeElement) this.anchor?.focus();
    this.close();
  };

  #press = (): void => {
    const again = this.open && this.#pinned;
    if (again) return this.close();
    this.#show();
    this.#pinned = true;
  };

  #enter = (event: PointerEvent): void => {
    if (event.pointerType === 'touch') return;
    this.card.preload();
    this.#later(this.open ? 0 : REST, () => this.#show());
  };

  #leave = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch' && !this.#pinned) this.#later(AWAY, () => this.close());
  };

  #focus = (event: FocusEvent): void => {
    if ((event.target as Element).matches(':focus-visible')) this.#later(REST, () => this.#show());
  };

  #blur = (event: FocusEvent): void => {
    if (!(event.currentTarget as Element).contains(event.relatedTarget as Node | null)) this.#later(0, () => this.close());
  };

  protected override renderContent(): unknown {
    return nothing;
  }

  protected override render(): TemplateResult {
    const { value } = this.person;
    if (value.state !== 'ready')
      return html`<span part="base"><slot>${value.state === 'error' ? this.common.t.somebody : nothing}</slot></span>`;
    const member = value.data;
    // No space around the name: a comma may follow.
    const name = html`<button type="button" class="who" part="name" aria-haspopup="dialog" aria-expanded=${this.open} @click=${this.#press}>${this.avatar ? avatar(member) : nothing}<bdi>${member.name}</bdi></button>`;
    const meanwhile = () => html`<span class="hidden" role="status">${this.common.t.loading}</span>`;
    const card = this.open ? this.card.render((view) => view.show(member), meanwhile) : nothing;
    return html`<span class=${this.scheme.value} part="base" @pointerenter=${this.#enter} @pointerleave=${this.#leave} @focusin=${this.#focus} @focusout=${this.#blur}>${name}${card}</span>`;
  }
}
