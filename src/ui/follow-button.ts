import { html, nothing, type TemplateResult } from 'lit';
import type { FollowList } from '../contract/index.js';
import { QueryController } from '../controllers/query-controller.js';
import { isFollowed, listFollows, setFollow, type FollowObject } from '../data/follows.js';
import { toJson } from '../data/json.js';
import follow from '../i18n/en/follow.js';
import { Localize } from '../i18n/localize.js';
import { View } from './view.js';

/** Follow a question, a topic or a person. One for all buttons of an element, which share one request with the page. */
export class FollowButton extends View {
  private readonly l = new Localize(this.host, 'follow', follow);
  private readonly list = new QueryController<FollowList>(
    this.host,
    () => this.host.found.value,
    () => (this.host.found.value?.session?.member && this.host.cop.has('follows') ? listFollows() : null),
  );
  #sending = new Map<string, Promise<unknown>>();

  /** Nothing where the endpoint has no such thing. `named`: the button says what it follows. */
  button(object: FollowObject, { named = false, quiet = true }: { named?: boolean; quiet?: boolean } = {}): unknown {
    const { cop } = this.host;
    if (!cop.has('follows') || !this.host.canTry('follow')) return nothing;
    const { value } = this.list;
    // Until it is known, nothing is claimed: the button keeps its room.
    if (cop.session?.member && value.state !== 'ready')
      return value.state === 'error' ? nothing : this.#render(object, false, named, quiet);
    return this.#render(object, value.state === 'ready' && isFollowed(value.data, object), named, quiet);
  }

  /** Where a refusal is told, beside the button. */
  notices(object: FollowObject): unknown {
    return this.host.notices(`follow-${object.id}`);
  }

  #render(object: FollowObject, on: boolean, named: boolean, quiet: boolean): TemplateResult {
    const { t } = this.l;
    const title = object.title ?? '';
    const name = on ? t.followingIt(title) : t.followIt(title);
    return html`<button
      type="button"
      class=${quiet ? 'quiet' : ''}
      part="follow"
      id="follow-${object.id}"
      aria-pressed=${on}
      aria-label=${title ? name : nothing}
      title=${title ? name : nothing}
      @click=${() => this.#toggle(object, !on)}
    >
      ${named && !on ? t.followIt(title) : on ? html`<span aria-hidden="true">✓</span> ${t.following}` : t.follow}
    </button>`;
  }

  #toggle(object: FollowObject, on: boolean): void {
    const key = `${object.type} ${object.id}`;
    // One after the other, so that the last word is the last to arrive; and after the list, so that there is something to change at once.
    const loading = this.list.value.state === 'loading';
    const before = this.#sending.get(key) ?? (loading ? this.host.cop.read(listFollows()).catch(() => undefined) : undefined);
    this.#sending.set(key, before ? before.then(() => this.#send(object, on)) : this.#send(object, on));
  }

  async #send(object: FollowObject, on: boolean): Promise<void> {
    const { host, l } = this;
    const cop = host.found.value;
    // The element has left the page while the list was waited for.
    if (!cop) return;
    const sent = await host.send('follow', setFollow(object, on), undefined, `follow-${object.id}`);
    if (sent) {
      host.announce(on ? l.t.followed : l.t.left);
      // Lists of what is followed are no longer what they were.
      void cop.cache.invalidate(([, ...rest]) => toJson(rest).includes('"followed":true'));
    } else if (host.lastProblem) host.announce(l.t.back);
  }
}
