import { css, nothing, html } from 'lit';
import { keptDrafts } from '../controllers/draft.js';
import type { ItemUrl } from '../controllers/item-url.js';
import thread from '../i18n/en/thread.js';
import { Localize } from '../i18n/localize.js';
import { Comments, type CommentsPlace } from './comments.js';
import { Composer } from './composer.js';
import type { CopElement } from './cop-element.js';
import { focusOn, focusWhenThere } from './focus.js';
import { Removal } from './removal.js';
import { heading } from './states.js';
import { View } from './view.js';

/** What is said about the one thing that is open: a resource or a message. */
export class CommentSection extends View<CopElement & { readonly url: ItemUrl }> implements CommentsPlace {
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
      margin-block: 0.5em;
    }
    .confirm .wrong {
      color: var(--_bad);
    }
    @media (pointer: coarse) {
      .comments .by button {
        min-block-size: 44px;
      }
    }
  `;
  declare readonly host: CopElement & { readonly url: ItemUrl };
  readonly l = new Localize(this.host, 'thread', thread);
  readonly composer: Composer = new Composer(this.host, () => this.comments.pages.items.map(({ author }) => author));
  readonly removal = new Removal(this.host, this.l);
  private readonly comments = new Comments(this, this.of);
  #shown = '';

  constructor(
    host: CopElement & { readonly url: ItemUrl },
    private readonly of: 'resource' | 'post',
  ) {
    super(host);
  }

  /** The open item; '' for none. */
  get id(): string {
    return this.host.url.id ?? '';
  }

  /** Runs before the controllers of the comments, so that nothing of the last item shows in the next one. */
  hostUpdate(): void {
    if (this.id === this.#shown) return;
    this.#shown = this.id;
    this.comments.reset();
    if (this.id) void this.#restore(this.id);
  }

  focus(id: string): void {
    focusOn(this.host, id);
  }

  focusWhenThere(id: string): Promise<void> {
    return focusWhenThere(this.host, id);
  }

  /** Draws them below a heading of a level, which is the part `name`. */
  show({ id, viewer }: { id: string; viewer: { can: readonly string[] } }, level: number, name: string): unknown {
    if (!this.host.cop.has('comments')) return nothing;
    const object = { type: this.of, id };
    return html`${heading(level, this.l.t.comments, name)} ${this.comments.render(object)}
      <div class="actions">${this.comments.button(object, viewer.can.includes('comment'))}</div>`;
  }

  async #restore(id: string): Promise<void> {
    const kept = await keptDrafts(this.host.cop);
    if (id !== this.id) return;
    this.comments.restore(kept, [{ type: this.of, id }]);
    this.host.requestUpdate();
  }
}
