import { html, nothing, type TemplateResult } from 'lit';
import { randomId } from '../../data/id.js';
import { Problem } from '../../data/problem.js';
import { uploadFile } from '../../data/files.js';
import type { ResourceMessages } from '../../i18n/en/resource.js';
import type { Formats } from '../../i18n/formats.js';
import type { CopResourceList } from './resource-list.js';
import { acceptOf, fits, sizeText, typeName } from '../../ui/file-type.js';

interface Chosen {
  file: File;
  /** Makes sending it twice harmless. */
  key: string;
  /** Its id at the endpoint, once it is there. */
  id: string | null;
}

/** One file: chosen or dropped, checked against what the community takes, sent when the form is. */
export class FileField {
  error = '';
  #chosen: Chosen | null = null;
  #sending: AbortController | null = null;

  constructor(
    private readonly host: CopResourceList,
    private readonly l: { t: ResourceMessages; formats: Formats },
    private readonly onChange: (file: File | null) => void,
  ) {}

  get file(): File | null {
    return this.#chosen?.file ?? null;
  }

  get sending(): boolean {
    return this.#sending !== null;
  }

  /** Ends what is under way; the file stays chosen. */
  stop = (): void => this.#sending?.abort();

  clear(): void {
    this.stop();
    this.#chosen = null;
    this.error = '';
  }

  /** Takes the first file where it can be sent; else says why not. */
  take(files: FileList | null | undefined): void {
    const file = files?.[0];
    if (!file) return;
    const { t } = this.l;
    this.error = this.#fault(file);
    this.#chosen = this.error ? null : { file, key: randomId(), id: null };
    if (!this.error && files.length > 1) this.host.announce(t.oneFile);
    this.onChange(this.file);
  }

  /** Sends the file unless it is there already. Its id; null where it was stopped or refused, which the reader has been told. */
  async send(): Promise<string | null> {
    const chosen = this.#chosen;
    if (!chosen) return null;
    if (chosen.id) return chosen.id;
    const sending = (this.#sending = new AbortController());
    this.host.requestUpdate();
    try {
      const { id } = await uploadFile(this.host.cop.http, chosen.file, chosen.key, sending.signal);
      return (chosen.id = id);
    } catch (error) {
      if (sending.signal.aborted) this.host.announce(this.l.t.stopped);
      else this.#refused(Problem.from(error));
      return null;
    } finally {
      this.#sending = null;
      this.host.requestUpdate();
    }
  }

  #refused(problem: Problem): void {
    const { t, formats } = this.l;
    const { limits } = this.host.cop.info ?? {};
    if (problem.kind === 'too-large' && this.file && limits) {
      this.error = t.tooLarge(sizeText(this.file.size, formats), sizeText(limits.uploadBytes, formats));
    } else if (problem.status === 415) this.error = t.wrongType(this.#types());
    else this.host.fail(problem);
  }

  #types(): string {
    return this.l.formats.list((this.host.cop.info?.limits.uploadTypes ?? []).map(typeName), 'disjunction');
  }

  #fault(file: File): string {
    const { t, formats } = this.l;
    const limits = this.host.cop.info?.limits;
    if (!file.size) return t.emptyFile;
    if (!limits) return ''; // The endpoint will say.
    if (file.size > limits.uploadBytes) return t.tooLarge(sizeText(file.size, formats), sizeText(limits.uploadBytes, formats));
    return fits(file, limits.uploadTypes) ? '' : t.wrongType(this.#types());
  }

  /** @param lost name of the file of a draft, which must be chosen again */
  render(lost: string): TemplateResult {
    const { t, formats } = this.l;
    const { file, error } = this;
    const limits = this.host.cop.info?.limits;
    return html`<div class="drop" part="drop">
        <input
          type="file"
          id="resource-file"
          class="hidden first-field"
          accept=${limits ? acceptOf(limits.uploadTypes) : nothing}
          aria-describedby="resource-file-hint resource-file-error"
          aria-invalid=${error ? 'true' : 'false'}
          ?disabled=${this.sending}
          @change=${(e: Event) => this.take((e.target as HTMLInputElement).files)}
        />
        ${
          file
            ? html`<p>
              <b><bdi>${file.name}</bdi></b> <span class="hint">${sizeText(file.size, formats)}</span>
            </p>`
            : nothing
        }
        <p>
          <label class="button" for="resource-file">${file ? t.anotherFile : t.chooseFile}</label>
          <span class="hint">${t.dropFile}</span>
        </p>
        ${
          limits
            ? html`<p class="hint" id="resource-file-hint">${t.fileLimits(this.#types(), sizeText(limits.uploadBytes, formats))}</p>`
            : nothing
        }
      </div>
      ${!file && lost && !error ? html`<p class="hint">${t.fileAgain(lost)}</p>` : nothing}
      ${error ? html`<p class="error" id="resource-file-error" role="alert">${error}</p>` : nothing}
      ${this.sending ? this.#renderSending() : nothing}`;
  }

  #renderSending(): TemplateResult {
    const { t } = this.l;
    return html`<div class="sending" part="sending" role="status">
      <label for="resource-progress">${t.uploading}</label> <progress id="resource-progress"></progress>
      <button type="button" @click=${this.stop}>${t.stopUpload}</button>
    </div>`;
  }
}
