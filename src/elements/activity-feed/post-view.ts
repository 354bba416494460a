import { html, nothing, type TemplateResult } from 'lit';
import type { Post } from '../../contract/index.js';
import { QueryController } from '../../controllers/query-controller.js';
import { deletePost, editPost, getPost } from '../../data/posts.js';
import post from '../../i18n/en/post.js';
import { Localize } from '../../i18n/localize.js';
import { Attachments, attached } from '../../ui/attachments.js';
import { Composer } from '../../ui/composer.js';
import { CommentSection } from '../../ui/comment-section.js';
import { prose } from '../../ui/markdown.js';
import { avatar, byline } from '../../ui/person.js';
import { Removal } from '../../ui/removal.js';
import { sourceLine } from '../../ui/source.js';
import { failure } from '../../ui/states.js';
import { when } from '../../ui/time.js';
import { View } from '../../ui/view.js';
import { TextBox } from '../../ui/text-box.js';
import type { CopActivityFeed } from './activity-feed.js';
import { TEXT } from '../../ui/limits.js';
import { LinkCards } from './link-card.js';
import { postStyles } from './post.styles.js';

const siteOf = (url: string) => (URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : url);

/** One message with its comments. */
export class PostView extends View<CopActivityFeed> {
  static override styles = postStyles;
  readonly l = new Localize(this.host, 'post', post);
  readonly composer = new Composer(this.host);
  readonly #post = new QueryController(
    this.host,
    () => this.host.found.value,
    () => (this.host.url.id ? getPost(this.host.url.id) : null),
  );
  readonly #comments = new CommentSection(this.host, 'post');
  readonly #removal = new Removal(this.host, this.l);
  readonly #cards: LinkCards;
  #box: TextBox | null = null;
  #files: Attachments | null = null;
  #shown = '';
  /** What gets the focus as soon as it is there. */
  #wanted = '';

  constructor(override readonly host: CopActivityFeed) {
    super(host);
    this.#cards = new LinkCards(host);
  }

  /** Draws a message; the heading gets the focus when it is another one than before. */
  show(id: string): TemplateResult {
    const { host, l } = this;
    const { value } = this.#post;
    if (this.#shown !== id) this.#turn();
    const back = html`${host.menuButton()} <a class="button back" part="back" href=${host.url.href(null)} @click=${this.#back}>${l.t.back}</a>`;
    if (value.state === 'error') return html`${back} ${failure(host.common.t, value.problem, this.#post.retry)}`;
    if (value.state !== 'ready') return html`${back} <p class="empty" role="status">${host.common.t.loading}</p>`;
    if (this.#shown !== id) this.#arrive(id);
    return html`${back} ${this.#render(value.data)}`;
  }

  hostUpdated(): void {
    if (!this.host.url.id) this.#shown = this.#wanted = '';
    const element = this.#wanted && this.host.renderRoot.querySelector<HTMLElement>(this.#wanted);
    if (!element) return;
    this.#wanted = '';
    element.focus();
  }

  focus(selector: string): void {
    this.#wanted = selector;
    this.host.requestUpdate();
  }

  #render(data: Post): TemplateResult {
    const { host, l } = this;
    const { author, source, url } = data;
    const name = author?.name ?? source?.name ?? host.common.t.somebody;
    return html`<article class="post" part="post">
      <div class="heading" part="post-title" id="post-title" role="heading" aria-level=${host.headingLevel} tabindex="-1" dir="auto">${data.title ?? l.t.untitled(name)}</div>
      <div class="by meta" part="meta">
        ${avatar(author ?? { name, avatarUrl: null })} ${author ? byline(author, host.common.t) : nothing} ${when(l.formats, data.createdAt)}
        ${data.editedAt ? html`<span title=${l.formats.date(data.editedAt)}>${host.common.t.edited}</span>` : nothing} ${sourceLine(source, host.common.t)}
      </div>
      ${this.#box ? this.#box.render() : html`<div class="body" part="body">${prose(data.body)}</div> ${attached(data.files, host, l)}`}
      ${this.#box ? nothing : this.#renderLink(data)} ${url && url !== data.link?.url ? html`<p><a class="read-on" part="url" href=${url}>${l.t.readOn(siteOf(url))}</a></p>` : nothing}
      ${data.topics.length ? html`<ul class="topics" part="topics">${data.topics.map(({ label }) => html`<li dir="auto">${label}</li>`)}</ul>` : nothing}
      ${this.#box ? nothing : this.#renderActions(data)} ${this.#comments.show(data, this.host.headingLevel + 1, 'subheading')}
    </article>`;
  }

  #renderLink({ id, version, link, linkPreview, viewer }: Post): unknown {
    const { host, l } = this;
    const mayChoose = viewer.can.includes('edit') && (link || linkPreview === false);
    if (!link && !mayChoose) return nothing;
    const choose = async () => {
      const sent = await host.send('post', editPost(id, version, { linkPreview: !link }), undefined, `link-${id}`);
      if (!sent) return;
      host.announce(link ? l.t.cardGone : l.t.cardThere);
      this.focus('#link-choice');
    };
    return html`<div class="with-card" part="with-card">
      ${link ? this.#cards.show(link, true) : nothing}
      ${mayChoose ? html`<button type="button" class="quiet" part="link-choice" id="link-choice" @click=${choose}>${link ? l.t.withoutCard : l.t.withCard}</button>` : nothing}
      ${host.notices(`link-${id}`)}
    </div>`;
  }

  #renderActions(data: Post): unknown {
    const { can } = data.viewer;
    if (this.#removal.asks(data.id))
      return this.#removal.confirm({
        id: data.id,
        question: this.l.t.deletePost,
        permission: 'post',
        write: () => deletePost(data.id, data.version),
        onGone: () => this.host.showList(),
      });
    if (!can.includes('edit') && !can.includes('delete')) return nothing;
    return html`<div class="actions" part="actions">
        ${can.includes('edit') ? html`<button type="button" class="quiet" part="edit" id="edit" @click=${() => this.#edit(data)}>${this.host.common.t.edit}</button>` : nothing}
        ${can.includes('delete') ? this.#removal.button(data.id) : nothing}
      </div>
      ${this.host.notices(`vote-${data.id}`)}`;
  }

  #edit({ id, title, body, version, files: has }: Post): void {
    const { host, l } = this;
    const files = host.cop.has('files') && host.canTry('upload') ? new Attachments(host, `edit-post-${id}`, has) : null;
    this.#files = files;
    const close = () => {
      this.#closeBox();
      this.focus('#edit');
    };
    this.#box = new TextBox(host, this.composer, {
      name: `edit-post-${id}`,
      words: () => ({ label: l.t.body, send: host.common.t.save }),
      permission: 'post',
      longest: TEXT,
      initial: { body, version },
      write: (text) => editPost(id, text.version, { title, body: text.body, ...(files && { files: files.ids }) }),
      more: () => files?.render(),
      reread: getPost(id),
      onSent: (answer) => {
        host.announce(answer ? l.t.saved : l.t.waits);
        files?.clear();
        close();
      },
      onCancel: close,
    });
    this.focus(`#${this.#box.fieldId}`);
  }

  #closeBox(): void {
    this.#box?.dispose();
    this.#files?.dispose();
    this.#box = this.#files = null;
  }

  /** Another message: what was open on the last one closes; its drafts stay. */
  #turn(): void {
    this.#closeBox();
  }

  #arrive(id: string): void {
    this.#shown = id;
    this.focus('#post-title');
  }

  #back = (event: MouseEvent): void => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.host.showList(this.#shown);
  };
}
