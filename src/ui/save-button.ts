import { html, nothing, type TemplateResult } from 'lit';
import type { SaveList } from '../contract/index.js';
import { QueryController } from '../controllers/query-controller.js';
import { toJson } from '../data/json.js';
import { isSaved, listSaves, setSave, type SaveObject } from '../data/saves.js';
import library from '../i18n/en/library.js';
import { Localize } from '../i18n/localize.js';
import { View } from './view.js';

/** Keeps a question or a resource for later; nobody else sees it. One for all buttons of an element, which share one request with the page. */
export class SaveButton extends View {
  private readonly l = new Localize(this.host, 'library', library);
  private readonly list = new QueryController<SaveList>(
    this.host,
    () => this.host.found.value,
    () => (this.host.found.value?.session?.member && this.host.cop.has('saves') ? listSaves() : null),
  );
  #sending = new Map<string, Promise<unknown>>();

  /** Nothing where the endpoint has no such thing, or this person may not. */
  button(object: SaveObject): unknown {
    const { cop } = this.host;
    if (!cop.info || !cop.has('saves') || !this.host.canTry('save')) return nothing;
    const { value } = this.list;
    if (cop.session?.member && value.state === 'error') return nothing;
    return this.#render(object, value.state === 'ready' && isSaved(value.data, object));
  }

  #render(object: SaveObject, on: boolean): TemplateResult {
    const { t } = this.l;
    return html`<button
        type="button"
        part="save"
        id="save-${object.id}"
        aria-pressed=${on}
        title=${on ? t.savedHint : t.saveHint}
        @click=${() => this.#toggle(object, !on)}
      >
        <span aria-hidden="true">${on ? '★' : '☆'}</span> ${on ? t.saved : t.save}
      </button>
      ${this.host.notices(`save-${object.id}`)}`;
  }

  #toggle(object: SaveObject, on: boolean): void {
    // One after the other, so that the last word is the last to arrive; and after the list, so that there is something to change at once.
    const loading = this.list.value.state === 'loading';
    const before = this.#sending.get(object.id) ?? (loading ? this.host.cop.read(listSaves()).catch(() => undefined) : undefined);
    this.#sending.set(object.id, before ? before.then(() => this.#send(object, on)) : this.#send(object, on));
  }

  async #send(object: SaveObject, on: boolean): Promise<void> {
    const { host, l } = this;
    const cop = host.found.value;
    // The element has left the page while the list was waited for.
    if (!cop) return;
    const sent = await host.send('save', setSave(object, on), undefined, `save-${object.id}`);
    if (!sent) return;
    host.announce(on ? l.t.nowSaved : l.t.nowLeft);
    // Lists of what is kept are no longer what they were.
    void cop.cache.invalidate(([, ...rest]) => toJson(rest).includes('"saved":true'));
  }
}
