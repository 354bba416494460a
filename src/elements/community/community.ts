import { ContextProvider } from '@lit/context';
import { LitElement, css, html } from 'lit';
import { property } from 'lit/decorators.js';
import { communityAt, type Community } from '../../community/community.js';
import { communityContext } from '../../community/context.js';
import type { ItemAddress } from '../../community/openers.js';
import { announce, type CommunityProvider } from '../../community/page.js';
import type { HttpOptions } from '../../data/http.js';

/**
 * Names the endpoint and the session once, for all elements of a community on the page, wherever they stand.
 *
 * @summary Names a community’s endpoint and session once for the whole page.
 * @tag cop-community
 * @slot - Anything; elements in it belong to this community.
 */
export class CopCommunity extends LitElement implements CommunityProvider {
  static override styles = css`
    :host {
      display: contents;
    }
  `;
  static tag = 'cop-community';

  /** Registers the class, under its own tag unless another is given; a second time does nothing. */
  static define(tag = this.tag, registry = customElements): void {
    if (!registry.get(tag)) registry.define(tag, tag === this.tag && registry === customElements ? this : class extends this {});
  }

  /** URL of the community, such as `/api/communities/team-coaching`. */
  @property() endpoint = '';
  /** What elements name it by (`community="…"`). Default: the last part of the endpoint. */
  @property({ attribute: 'name' }) ownName = '';
  /** A page of the host where a visitor can sign in. */
  @property({ attribute: 'sign-in-url' }) signInUrl = '';
  /**
   * Where the page’s own site shows things that no element of the page shows: an address with `{type}` (question, resource,
   * member or post), `{community}`, `{id}`, and `{item}`, the parameter by which the elements there open it; or a function.
   */
  @property({ attribute: 'item-url' }) itemUrl: ItemAddress = '';
  /** `same-origin`, or `include` for an endpoint on another origin that uses cookies. */
  @property() credentials: RequestCredentials = 'same-origin';
  /** The host’s token for the endpoint. Called once for the page, and once more with `refresh: true` after a 401. */
  @property({ attribute: false }) getToken: HttpOptions['getToken'];
  /** Stands in for `fetch`: an adapter to another back end. */
  @property({ attribute: false }) fetch: HttpOptions['fetch'];

  #provider = new ContextProvider(this, { context: communityContext, initialValue: null });

  /** The community; null while the endpoint is missing or is no address. */
  get value(): Community | null {
    return this.#provider.value;
  }

  get name(): string {
    return this.ownName || (this.value?.name ?? '');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    announce(this, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    announce(this, false);
  }

  /** Asks the endpoint again who is signed in. Call it after signing in or out without a reload. */
  async refreshSession(): Promise<void> {
    await this.value?.refreshSession();
  }

  protected override willUpdate(): void {
    this.#provider.setValue(this.#find());
  }

  protected override updated(): void {
    if (this.isConnected) announce(this, true);
  }

  protected override render(): unknown {
    return html`<slot></slot>`;
  }

  #find(): Community | null {
    if (!this.endpoint) return null;
    const { getToken, fetch, credentials, signInUrl, itemUrl } = this;
    try {
      return communityAt(this.endpoint, { getToken, fetch, credentials, signInUrl, itemUrl });
    } catch {
      return null; // Not an address; the elements tell the editor.
    }
  }
}
