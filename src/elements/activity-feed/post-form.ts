import { html, type TemplateResult } from 'lit';
import type { NewPost, Post } from '../../contract/index.js';
import { addPost } from '../../data/posts.js';
import post from '../../i18n/en/post.js';
import { Localize } from '../../i18n/localize.js';
import { Composer } from '../../ui/composer.js';
import { TEXT } from '../../ui/limits.js';
import { View } from '../../ui/view.js';
import { TextBox } from '../../ui/text-box.js';
import { PostRequestEvent, PostedEvent } from './activity-feed.events.js';
import type { CopActivityFeed } from './activity-feed.js';
import { postStyles } from './post.styles.js';

const toPost = (body: string): NewPost => ({ title: null, body, url: null, topics: [] });

/** The host may keep a message back. */
class PostBox extends TextBox {
  constructor(
    private readonly feed: CopActivityFeed,
    composer: Composer,
    options: TextBox['options'],
  ) {
    super(feed, composer, options);
  }

  override async send(): Promise<void> {
    const body = this.draft.value.body.trim();
    if (!body || this.feed.dispatchEvent(new PostRequestEvent(toPost(body)))) await super.send();
  }
}

/** Writes a message to the feed. */
export class PostForm extends View<CopActivityFeed> {
  static override styles = postStyles;
  readonly l = new Localize(this.host, 'post', post);
  readonly #composer = new Composer(this.host);
  #box: TextBox | null = null;

  show(): TemplateResult {
    if (!this.#box) this.#begin();
    return html`<div class="writing" part="form-area" @keydown=${this.#onKey}>${this.#box?.render()}</div>`;
  }

  #begin(): void {
    const { host, l } = this;
    this.#box = new PostBox(host, this.#composer, {
      name: 'post',
      words: () => ({ label: l.t.body, send: l.t.send }),
      permission: 'post',
      longest: TEXT,
      write: ({ body }) => addPost(toPost(body)),
      onSent: (answer) => {
        const sent = answer as Post | undefined;
        host.announce(sent ? l.t.sent : l.t.waits);
        if (sent) host.dispatchEvent(new PostedEvent(sent));
        this.#end(sent?.id);
      },
      onCancel: () => this.#end(),
    });
    const { fieldId } = this.#box;
    void host.updateComplete.then(() => host.renderRoot.querySelector<HTMLElement>(`#${fieldId}`)?.focus());
  }

  #end(sent?: string): void {
    this.#box?.dispose();
    this.#box = null;
    this.host.showList(sent);
  }

  #onKey = (event: KeyboardEvent): void => {
    // What was written stays as a draft.
    if (event.key === 'Escape') this.#end();
  };
}
