import { css, html, nothing } from 'lit';
import type { Resource } from '../../contract/index.js';
import { keptDrafts } from '../../controllers/draft.js';
import thread from '../../i18n/en/thread.js';
import { Localize } from '../../i18n/localize.js';
import { Composer } from '../../ui/composer.js';
import { heading } from '../../ui/states.js';
import { View } from '../../ui/view.js';
import { Comments, type CommentsPlace } from '../ask-the-community/comments.js';
import { Removal } from '../ask-the-community/removal.js';
import type { CopResourceList } from './resource-list.js';

/** What is said about a resource. */
export class ResourceComments extends View<CopResourceList> implements CommentsPlace {
  static override styles = css`
    .comments {
      margin-block: 0.35em;
      font-size: 0.9375em;
    }
    .comments li {
      padding-block: 0.5em;
      border-block-end: 1px solid var(--_line);
    }
    .comments .prose {
      display: block;
    }
    .comments .by {
      color: var(--_muted);
      font-size: 0.9333em;
    }
    .comments .by :is(.quiet, .hint) {
      color: inherit;
    }
    .comments .by button {
      min-block-size: 1.7em;
      padding: 0 0.4em;
      font-size: 1em;
    }
    .confirm {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.25em 0.75em;
    }
    @media (pointer: coarse) {
      .comments .by button {
        min-block-size: 44px;
      }
    }
  `;
  declare readonly host: CopResourceList;
  readonly l = new Localize(this.host, 'thread', thread);
  readonly composer = new Composer(this.host);
  readonly removal = new Removal(this.host, this.l);
  private readonly comments = new Comments(this, 'resource');
  #shown = '';

  get id(): string {
    return this.host.url.id ?? '';
  }

  /** Runs before the controllers of the comments, so that nothing of the last resource shows in the next one. */
  hostUpdate(): void {
    if (this.id === this.#shown) return;
    this.#shown = this.id;
    this.comments.reset();
    if (this.id) void this.#restore(this.id);
  }

  focus(id: string): void {
    this.host.focusNext(`#${CSS.escape(id)}`);
  }

  focusWhenThere(id: string): Promise<void> {
    this.focus(id);
    return Promise.resolve();
  }

  show({ id, viewer }: Resource): unknown {
    const { host } = this;
    if (!host.cop.has('comments')) return nothing;
    const object = { type: 'resource' as const, id };
    return html`${heading(host.headingLevel + 2, this.l.t.comments, 'part-heading')} ${this.comments.render(object)}
      <div class="actions">${this.comments.button(object, viewer.can.includes('comment'))}</div>`;
  }

  async #restore(id: string): Promise<void> {
    const kept = await keptDrafts(this.host.cop);
    if (id !== this.id) return;
    this.comments.restore(kept, [{ type: 'resource', id }]);
    this.host.requestUpdate();
  }
}
