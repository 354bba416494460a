import { html, type TemplateResult } from 'lit';
import type { NewPost, Post } from '../../contract/index.js';
import { addPost } from '../../data/posts.js';
import post from '../../i18n/en/post.js';
import { Localize } from '../../i18n/localize.js';
import { Attachments } from '../../ui/attachments.js';
import { Composer } from '../../ui/composer.js';
import { TEXT } from '../../ui/limits.js';
import { View } from '../../ui/view.js';
import { TextBox } from '../../ui/text-box.js';
import { PostRequestEvent, PostedEvent } from './activity-feed.events.js';
import type { CopActivityFeed } from './activity-feed.js';
import { LinkChoice } from './link-choice.js';
import { postStyles } from './post.styles.js';

const toPost = (body: string, files: string[], linkPreview: boolean): NewPost => ({
  title: null,
  body,
  url: null,
  topics: [],
  files,
  linkPreview,
});

/** The host may keep a message back. */
class PostBox extends TextBox {
  constructor(
    private readonly feed: CopActivityFeed,
    composer: Composer,
    private readonly files: Attachments | null,
    private readonly link: LinkChoice,
    options: TextBox['options'],
  ) {
    super(feed, composer, options);
  }

  override async send(): Promise<void> {
    const body = this.draft.value.body.trim();
    if (this.files && !(await this.files.settle())) return;
    if (!body || this.feed.dispatchEvent(new PostRequestEvent(toPost(body, this.files?.ids ?? [], this.link.wanted)))) await super.send();
  }
}

/** Writes a message to the feed. */
export class PostForm extends View<CopActivityFeed> {
  static override styles = postStyles;
  readonly l = new Localize(this.host, 'post', post);
  readonly #composer = new Composer(this.host);
  #box: TextBox | null = null;
  #files: Attachments | null = null;
  #link: LinkChoice | null = null;

  show(): TemplateResult {
    if (!this.#box) this.#begin();
    const files = this.#files;
    return html`<div
      class="writing"
      part="form-area"
      @keydown=${this.#onKey}
      @dragover=${files?.onDrag}
      @dragleave=${files?.onDrag}
      @drop=${files?.onDrag}
      @paste=${files?.onPaste}
    >
      ${this.#box?.render()}
    </div>`;
  }

  #begin(): void {
    const { host, l } = this;
    const files = (this.#files = host.cop.has('files') && host.canTry('upload') ? new Attachments(host, 'post') : null);
    const link = (this.#link = new LinkChoice(host, l));
    const box: PostBox = new PostBox(host, this.#composer, files, link, {
      name: 'post',
      words: () => ({ label: l.t.body, send: l.t.send }),
      permission: 'post',
      longest: TEXT,
      write: ({ body }) => addPost(toPost(body, files?.ids ?? [], link.wanted)),
      more: (): unknown => html`${files?.render()} ${link.show(box.draft.value.body)}`,
      onSent: (answer) => {
        const sent = answer as Post | undefined;
        files?.clear();
        host.announce(sent ? l.t.sent : l.t.waits);
        if (sent) host.dispatchEvent(new PostedEvent(sent));
        this.#end(sent?.id);
      },
      onCancel: () => this.#end(),
    });
    this.#box = box;
    const { fieldId } = box;
    void host.updateComplete.then(() => host.renderRoot.querySelector<HTMLElement>(`#${fieldId}`)?.focus());
  }

  #end(sent?: string): void {
    this.#box?.dispose();
    this.#files?.dispose();
    this.#link?.dispose();
    this.#box = this.#files = this.#link = null;
    this.host.showList(sent);
  }

  #onKey = (event: KeyboardEvent): void => {
    // What was written stays as a draft.
    if (event.key === 'Escape') this.#end();
  };
}
