import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Comment, CommentPage, Post } from '../../contract/index.js';
import { PagesController } from '../../controllers/query-controller.js';
import { addComment, deleteComment, editComment, listComments } from '../../data/comments.js';
import { proseLine } from '../../ui/markdown.js';
import { byline } from '../../ui/person.js';
import { heading } from '../../ui/states.js';
import { when } from '../../ui/time.js';
import { TextBox } from '../ask-the-community/text-box.js';
import type { PostView } from './post-view.js';

/** Length of a comment in the contract, in characters. */
const LONGEST = 2000;

/** The comments of a message, oldest first, and the field for one more. */
export class PostComments {
  readonly #pages: PagesController<CommentPage>;
  #new: TextBox | null = null;
  #edits = new Map<string, TextBox>();

  constructor(private readonly view: PostView) {
    const { host } = view;
    this.#pages = new PagesController(
      host,
      () => host.found.value,
      () => (host.url.id && host.found.value?.has('comments') ? listComments({ post: host.url.id }) : null),
    );
  }

  /** Another message. */
  turn(): void {
    for (const box of [this.#new, ...this.#edits.values()]) box?.dispose();
    this.#new = null;
    this.#edits.clear();
  }

  render(post: Post): unknown {
    const { host, l } = this.view;
    if (!host.cop.has('comments')) return nothing;
    const may = post.viewer.can.includes('comment') || host.cop.couldIfSignedIn();
    const { items, hasMore, more } = this.#pages;
    return html`${heading(host.headingLevel + 1, l.t.comments(Math.max(post.commentCount, items.length)), 'subheading')}
    ${
      items.length
        ? html`<ul class="comments" part="comments">${repeat(
            items,
            ({ id }) => id,
            (comment) => this.#one(comment),
          )}</ul>`
        : nothing
    }
    ${hasMore ? html`<div class="foot"><button type="button" part="more" @click=${more}>${host.common.t.more}</button></div>` : nothing}
    ${may ? (this.#new ??= this.#box(post.id)).render() : nothing}`;
  }

  #one(comment: Comment): TemplateResult {
    const { host, l } = this.view;
    const edit = this.#edits.get(comment.id);
    if (edit) return html`<li>${edit.render()}</li>`;
    const { can } = comment.viewer;
    return html`<li part="comment" id="comment-${comment.id}" tabindex="-1">
      ${proseLine(comment.body)}
      <div class="meta" part="meta">
        ${byline(comment.author, host.common.t)} ${when(l.formats, comment.createdAt)} ${comment.editedAt ? html`<span>${host.common.t.edited}</span>` : nothing}
        ${can.includes('edit') ? html`<button type="button" class="quiet" part="edit" id="edit-${comment.id}" @click=${() => this.#edit(comment)}>${host.common.t.edit}</button>` : nothing}
        ${can.includes('delete') ? this.view.removal(comment.id, l.t.deleteComment, () => void this.#remove(comment)) : nothing}
      </div>
      ${host.notices(`comment-${comment.id}`)}
    </li>`;
  }

  #box(postId: string): TextBox {
    const { host, l, composer } = this.view;
    return new TextBox(host, composer, {
      name: `comment-${postId}`,
      words: () => ({ label: l.t.yourComment, send: l.t.comment }),
      permission: 'comment',
      remark: true,
      longest: LONGEST,
      write: ({ body }) => addComment({ object: { type: 'post', id: postId }, body }),
      onSent: (answer) => {
        host.announce(answer ? l.t.commentSent : l.t.waits);
        if (answer) this.view.focus(`#comment-${(answer as Comment).id}`);
      },
    });
  }

  #edit(comment: Comment): void {
    const { host, l, composer } = this.view;
    const close = () => {
      this.#edits.get(comment.id)?.dispose();
      this.#edits.delete(comment.id);
      this.view.focus(`#edit-${comment.id}`);
    };
    const box = new TextBox(host, composer, {
      name: `edit-comment-${comment.id}`,
      words: () => ({ label: l.t.yourComment, send: host.common.t.save }),
      permission: 'comment',
      remark: true,
      longest: LONGEST,
      initial: { body: comment.body, version: comment.version },
      write: ({ body, version }) => editComment(comment.id, version, body),
      onSent: () => {
        host.announce(l.t.saved);
        close();
      },
      onCancel: close,
    });
    this.#edits.set(comment.id, box);
    this.view.focus(`#${box.fieldId}`);
  }

  async #remove({ id, version }: Comment): Promise<void> {
    const { host, l } = this.view;
    const sent = await host.send('comment', deleteComment(id, version), undefined, `comment-${id}`);
    if (!sent) return;
    host.announce(l.t.deleted);
    this.view.focus('#post-title');
  }
}
