import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { File as StoredFile } from '../contract/index.js';
import { Draft } from '../controllers/draft.js';
import { uploadFile } from '../data/files.js';
import { randomId } from '../data/id.js';
import { Problem } from '../data/problem.js';
import attach from '../i18n/en/attach.js';
import { Localize } from '../i18n/localize.js';
import type { CopElement } from './cop-element.js';
import { acceptOf, fits, sizeText, typeName } from './file-type.js';
import { View } from './view.js';

/** Files a text may have, in the contract. */
const MOST = 10;

type Sent = Pick<StoredFile, 'id' | 'name' | 'type' | 'size'>;
interface Item {
  /** Makes sending it twice harmless. */
  key: string;
  name: string;
  type: string;
  size: number;
  /** What is still to be sent. */
  file?: File;
  /** Its id at the endpoint, once it is there. */
  id?: string;
  sending?: AbortController | undefined;
  error?: string;
}

/**
 * The files of a text: chosen, dropped or pasted, sent as soon as they are there, each to be stopped, sent again or removed.
 * What has been sent is kept with the draft, and comes back after a reload.
 */
export class Attachments extends View {
  static override styles = css`
    .attach {
      margin-block: 0.5em;
      font-size: 0.9375em;
    }
    .attach.over {
      outline: 2px dashed var(--_accent);
      outline-offset: 4px;
    }
    .attach > p {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.25em 0.6em;
    }
    .attach input:focus-visible + label {
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
    }
    .attach li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 0.6em;
      min-block-size: 2.4em;
      border-block-end: 1px solid var(--_line);
    }
    .attach li > span:first-child {
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    .attach progress {
      inline-size: 6em;
      accent-color: var(--_accent);
    }
  `;
  private readonly l = new Localize(this.host, 'attach', attach);
  readonly #draft: Draft<{ files: readonly Sent[] }>;
  #items: Item[] = [];
  #error = '';
  #over = false;

  /** @param name of the draft; unique in the community. `initial`: what the text has already */
  constructor(
    host: CopElement,
    private readonly name: string,
    initial: readonly Sent[] = [],
  ) {
    super(host);
    this.#draft = new Draft(host, host.cop, `${name}-files`, { files: initial });
    this.#items = initial.map((sent) => ({ ...sent, key: sent.id }));
    void this.#draft.ready.then(() => {
      if (this.#draft.restored) this.#items = this.#draft.value.files.map((sent) => ({ ...sent, key: sent.id }));
      this.host.requestUpdate();
    });
  }

  /** The ids of what is there, in order. */
  get ids(): string[] {
    return this.#items.flatMap(({ id }) => id ?? []);
  }

  /** Whether all that was chosen is there; if not, the reader is told. Waits for what is on its way. */
  async settle(): Promise<boolean> {
    while (this.#items.some(({ sending }) => sending)) await new Promise((next) => setTimeout(next, 100));
    const all = this.#items.every(({ id }) => id);
    this.#error = all ? '' : this.l.t.unsent;
    this.host.requestUpdate();
    return all;
  }

  clear(): void {
    this.#stop();
    this.#items = [];
    this.#draft.clear();
  }

  override dispose(): void {
    this.#stop();
    this.#draft.dispose();
    super.dispose();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  /** For the form around it: files dropped on it, or pasted into it, are taken. */
  readonly onDrag = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    const over = event.type === 'dragover';
    if (event.type === 'drop') this.take(event.dataTransfer.files);
    if (over !== this.#over) {
      this.#over = over;
      this.host.requestUpdate();
    }
  };
  readonly onPaste = (event: ClipboardEvent): void => {
    const files = event.clipboardData?.files;
    if (!files?.length) return;
    event.preventDefault();
    this.take(files);
  };

  take(files: Iterable<File>): void {
    this.#error = '';
    for (const file of files) {
      if (this.#items.length >= MOST) {
        this.#error = this.l.t.most(MOST);
        break;
      }
      const item: Item = { key: randomId(), name: file.name, type: file.type, size: file.size, file, error: this.#fault(file) };
      this.#items = [...this.#items, item];
      if (!item.error) void this.#send(item);
    }
    this.host.requestUpdate();
  }

  override render(): TemplateResult {
    const { t, formats } = this.l;
    const limits = this.host.cop.info?.limits;
    const id = `attach-${this.name}`;
    const hint = limits && t.limits(formats.list(limits.uploadTypes.map(typeName), 'disjunction'), sizeText(limits.uploadBytes, formats));
    return html`<div class="attach ${this.#over ? 'over' : ''}" part="attachments" role="group" aria-label=${t.files}>
      ${
        this.#items.length
          ? html`<ul>
              ${repeat(
                this.#items,
                ({ key }) => key,
                (item) => this.#renderItem(item),
              )}
            </ul>`
          : nothing
      }
      <p>
        <input
          type="file"
          multiple
          id=${id}
          class="hidden"
          accept=${limits ? acceptOf(limits.uploadTypes) : nothing}
          aria-describedby=${hint ? `${id}-hint` : nothing}
          @change=${(e: Event) => this.#onChoose(e.target as HTMLInputElement)}
        />
        <label class="button" for=${id}>${t.add}</label> <span class="hint">${t.drop}</span>
      </p>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
      ${this.#error ? html`<p class="error" role="alert">${this.#error}</p>` : nothing}
    </div>`;
  }

  #renderItem(item: Item): TemplateResult {
    const { t, formats } = this.l;
    const { name, type, size, sending, error, file, id } = item;
    const again = error && file && !this.#fault(file);
    return html`<li part="attachment">
      <span><bdi>${name}</bdi></span> <span class="hint">${t.facts(typeName(type), sizeText(size, formats))}</span>
      ${sending ? html`<progress aria-label=${`${name}: ${t.sending}`}></progress>` : nothing}
      ${error ? html`<span class="error" role="alert">${error}</span>` : nothing} ${id ? html`<span class="hidden">${t.attached}</span>` : nothing}
      ${again ? html`<button type="button" class="quiet" aria-label=${t.again(name)} @click=${() => void this.#send(item)}>${this.host.common.t.retry}</button>` : nothing}
      <button
        type="button"
        class="quiet push"
        aria-label=${sending ? t.stop(name) : t.remove(name)}
        @click=${() => (sending ? sending.abort() : this.#remove(item))}
      >
        ${sending ? this.host.common.t.cancel : '×'}
      </button>
    </li>`;
  }

  #onChoose(input: HTMLInputElement): void {
    this.take([...(input.files ?? [])]);
    input.value = '';
  }

  async #send(item: Item): Promise<void> {
    const { file } = item;
    if (!file || !this.host.mayOrAsk('upload', this.name)) return;
    const sending = new AbortController();
    this.#put(item.key, { sending, error: '' });
    const { t, formats } = this.l;
    try {
      const { id, name, type, size } = await uploadFile(this.host.cop.http, file, item.key, sending.signal);
      this.#put(item.key, { id, name, type, size, sending: undefined });
      this.#keep();
      this.host.announce(t.added(name));
    } catch (error) {
      const problem = Problem.from(error);
      const most = this.host.cop.info?.limits.uploadBytes;
      const reason =
        problem.kind === 'too-large' && most ? t.tooLarge(sizeText(most, formats)) : problem.status === 415 ? t.wrongType : t.failed;
      this.#put(item.key, { sending: undefined, error: sending.signal.aborted ? t.stopped : reason });
    }
  }

  #remove({ key, name }: Item): void {
    this.#items = this.#items.filter((item) => item.key !== key);
    this.#error = '';
    this.#keep();
    this.host.announce(this.l.t.removed(name));
    this.host.requestUpdate();
    void this.host.updateComplete.then(() =>
      (this.host.renderRoot as ShadowRoot).querySelector<HTMLElement>(`#attach-${CSS.escape(this.name)}`)?.focus(),
    );
  }

  #put(key: string, change: Partial<Item>): void {
    this.#items = this.#items.map((item) => (item.key === key ? { ...item, ...change } : item));
    this.host.requestUpdate();
  }

  #keep(): void {
    this.#draft.set({ files: this.#items.flatMap(({ id, name, type, size }) => (id ? [{ id, name, type, size }] : [])) });
  }

  #stop(): void {
    for (const { sending } of this.#items) sending?.abort();
  }

  #fault(file: File): string {
    const { t, formats } = this.l;
    const limits = this.host.cop.info?.limits;
    if (!file.size) return t.empty;
    if (!limits) return ''; // The endpoint will say.
    if (file.size > limits.uploadBytes) return t.tooLarge(sizeText(limits.uploadBytes, formats));
    return fits(file, limits.uploadTypes) ? '' : t.wrongType;
  }
}

/** The files of a text that is read: pictures in place, in a box that keeps its size; all else as a link with type and size. */
export const attached = (files: readonly StoredFile[], host: CopElement, l: Localize<unknown>): unknown => {
  if (!files.length) return nothing;
  const url = (file: StoredFile) => new URL(file.url, host.cop.endpoint).href;
  const isPicture = ({ type }: StoredFile) => type.startsWith('image/');
  const [pictures, others] = [files.filter(isPicture), files.filter((file) => !isPicture(file))];
  return html`${
    pictures.length
      ? html`<ul class="pictures" part="pictures">
        ${pictures.map((file) => html`<li><a href=${url(file)} target="_blank" rel="noopener"><img src=${url(file)} alt=${file.name} loading="lazy" /></a></li>`)}
      </ul>`
      : nothing
  }
  ${
    others.length
      ? html`<ul class="files" part="files">
        ${others.map((file) => html`<li><a href=${url(file)} download><bdi>${file.name}</bdi></a> <span class="hint">${typeName(file.type)} · ${sizeText(file.size, l.formats)}</span></li>`)}
      </ul>`
      : nothing
  }`;
};
