import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Comment, CommentPage, NewComment } from '../contract/index.js';
import { PagesController } from '../controllers/query-controller.js';
import { addComment, deleteComment, editComment, listComments } from '../data/comments.js';
import { read } from '../data/read.js';
import type { ThreadMessages } from '../i18n/en/thread.js';
import type { Localize } from '../i18n/localize.js';
import type { Composer } from './composer.js';
import type { CopElement } from './cop-element.js';
import { proseLine } from './markdown.js';
import { byline } from './person.js';
import { when } from './time.js';
import { COMMENT } from './limits.js';
import type { Removal } from './removal.js';
import { Steady } from './steady.js';
import { TextBox } from './text-box.js';

type Of = NewComment['object'];

/** Where comments stand: a thread, a resource, or a message. */
export interface CommentsPlace {
  readonly host: CopElement;
  readonly l: Localize<ThreadMessages>;
  readonly composer: Composer;
  readonly removal: Removal;
  /** The open item; '' for none. */
  readonly id: string;
  /** The item whose comments are asked for, where that is another: '' while it is being deleted. */
  readonly asked?: string;
  focus(id: string): void;
  focusWhenThere(id: string): Promise<void>;
}

/** How many comments stand open under a text. */
const OPEN = 5;

const byMe = (comment: Comment) => comment.viewer.can.includes('edit');

/** The comments of a thread, a resource or a message: one request for all of it, shown under what they belong to. */
export class Comments {
  readonly pages: PagesController<CommentPage>;
  #steady = new Map<string, Steady<Comment>>();
  #boxes = new Map<string, TextBox>();
  #unfolded = new Set<string>();

  constructor(
    private readonly view: CommentsPlace,
    private readonly of: 'thread' | 'resource' | 'post' = 'thread',
  ) {
    const { host } = view;
    this.pages = new PagesController(
      host,
      () => host.found.value,
      () => {
        const id = view.asked ?? view.id;
        return id && host.found.value?.has('comments') ? listComments({ [of]: id }) : null;
      },
    );
  }

  /** Another thread. */
  reset(): void {
    this.#boxes.forEach((box) => box.dispose());
    this.#boxes.clear();
    this.#steady.clear();
    this.#unfolded.clear();
  }

  /** Opens the boxes whose drafts were kept. */
  restore(kept: readonly string[], objects: readonly Of[]): void {
    for (const object of objects) if (kept.includes(`comment-${object.id}`)) this.#write(object);
  }

  render(object: Of): TemplateResult {
    const { t } = this.view.l;
    const { shown, waiting } = this.#split(object);
    const few = this.#unfolded.has(object.id) || shown.length <= OPEN + 1 ? shown : shown.slice(0, OPEN);
    const box = this.#boxes.get(`comment-${object.id}`);
    return html`${
      shown.length
        ? html`<ul class="comments" part="comments" aria-label=${t.comments}>
            ${repeat(
              few,
              ({ id }) => id,
              (comment) => this.#renderOne(comment),
            )}
          </ul>`
        : nothing
    }
      ${
        few.length < shown.length
          ? html`<button type="button" class="quiet more-comments" @click=${() => this.#unfold(object.id)}>${t.moreComments(shown.length - few.length)}</button>`
          : nothing
      }
      ${
        waiting.length
          ? html`<button type="button" class="new fresh" part="new" @click=${() => this.#reveal(object.id)}>${t.newComments(waiting.length)}</button>`
          : nothing
      }
      ${box ? box.render() : nothing}`;
  }

  /** “Comment”, for the row of actions. */
  button(object: Of, may: boolean): unknown {
    const { host, l } = this.view;
    if (this.#boxes.has(`comment-${object.id}`) || !host.cop.has('comments') || !(may || host.cop.couldIfSignedIn())) return nothing;
    return html`<button type="button" class="quiet" part="comment-button" id="comment-on-${object.id}" @click=${() => this.#write(object, true)}>${l.t.comment}</button>`;
  }

  #split(object: Of): { shown: Comment[]; waiting: Comment[] } {
    const { value, items, hasMore, loadingMore } = this.pages;
    let steady = this.#steady.get(object.id);
    if (!steady) this.#steady.set(object.id, (steady = new Steady()));
    const settled = value.state === 'ready' && !value.refreshing && !hasMore;
    if (hasMore && !loadingMore) queueMicrotask(() => void this.pages.more());
    return steady.take(
      items.filter((c) => c.object.id === object.id),
      settled,
      byMe,
    );
  }

  #renderOne(comment: Comment): TemplateResult {
    const { host, l, removal } = this.view;
    const { t, formats } = l;
    const box = this.#boxes.get(`edit-comment-${comment.id}`);
    if (box) return html`<li id="comment-${comment.id}">${box.render()}</li>`;
    const { can } = comment.viewer;
    return html`<li id="comment-${comment.id}" part="comment" tabindex="-1">
      ${proseLine(comment.body)}
      <span class="by"
        >${byline(comment.author, host.common.t)}, ${when(formats, comment.createdAt)}${comment.editedAt ? html` <span title=${formats.date(comment.editedAt)}>(${host.common.t.edited})</span>` : nothing}
        ${can.includes('edit') ? html`<button type="button" class="quiet" id="edit-comment-on-${comment.id}" @click=${() => this.#edit(comment)}>${host.common.t.edit}</button>` : nothing}
        ${can.includes('delete') ? removal.button(comment.id) : nothing}</span
      >
      ${
        removal.asks(comment.id)
          ? removal.confirm({
              id: comment.id,
              question: t.deleteComment,
              permission: 'comment',
              write: () => deleteComment(comment.id, comment.version),
              onGone: () => this.view.focus(`comment-on-${comment.object.id}`),
            })
          : nothing
      }
      ${host.notices(`vote-${comment.id}`)}
    </li>`;
  }

  #write(object: Of, focus = false): void {
    const { host, l, composer } = this.view;
    const name = `comment-${object.id}`;
    const box = new TextBox(host, composer, {
      name,
      words: () => ({ label: l.t.yourComment, send: l.t.comment }),
      permission: 'comment',
      remark: true,
      longest: COMMENT,
      write: ({ body }) => addComment({ object, body }),
      onSent: (answer) => {
        this.#close(name);
        const sent = answer as Comment | undefined;
        if (sent) this.#unfold(object.id);
        host.announce(sent ? l.t.commentSent : l.t.waits);
        void this.view.focusWhenThere(sent ? `comment-${sent.id}` : `comment-on-${object.id}`);
      },
      onCancel: () => {
        this.#close(name);
        this.view.focus(`comment-on-${object.id}`);
      },
    });
    this.#boxes.set(name, box);
    if (focus) this.view.focus(box.fieldId);
  }

  #edit(comment: Comment): void {
    const { host, l, composer } = this.view;
    const name = `edit-comment-${comment.id}`;
    const back = () => {
      this.#close(name);
      this.view.focus(`edit-comment-on-${comment.id}`);
    };
    const box = new TextBox(host, composer, {
      name,
      words: () => ({ label: l.t.yourComment, send: host.common.t.save }),
      permission: 'comment',
      remark: true,
      longest: COMMENT,
      initial: { body: comment.body, version: comment.version },
      write: ({ body, version }) => editComment(comment.id, version, body),
      // A comment alone has no address; its thread has them all.
      reread: {
        ...read<Comment>('comments', '/comments', { [this.of]: this.view.id, limit: 100, of: comment.id }),
        run: async (http, signal) => {
          const all = await http.json<CommentPage>('/comments', { query: { [this.of]: this.view.id, limit: 100 }, signal });
          return all.items.find(({ id }) => id === comment.id) ?? comment;
        },
      },
      onSent: () => {
        host.announce(l.t.saved);
        back();
      },
      onCancel: back,
    });
    this.#boxes.set(name, box);
    this.view.focus(box.fieldId);
  }

  #close(name: string): void {
    this.#boxes.get(name)?.dispose();
    this.#boxes.delete(name);
    this.view.host.requestUpdate();
  }

  #unfold(id: string): void {
    this.#unfolded.add(id);
    this.view.host.requestUpdate();
  }

  #reveal(id: string): void {
    this.#steady.get(id)?.reveal();
    this.#unfold(id);
  }
}
