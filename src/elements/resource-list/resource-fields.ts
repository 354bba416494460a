import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { ResourceKind } from '../../contract/index.js';
import type { ResourceMessages } from '../../i18n/en/resource.js';
import type { Formats } from '../../i18n/formats.js';
import type { CopResourceList } from './resource-list.js';
import { LONGEST, type Errors, type ResourceText } from './resource-text.js';

/** Languages to choose from beside the community's own: the most written ones. */
const LANGUAGES = 'ar cs da de el en es fi fr he hi hu id it ja ko nl no pl pt ro ru sv tr uk vi zh'.split(' ');
const LICENCES = ['CC BY 4.0', 'CC BY-SA 4.0', 'CC BY-NC 4.0', 'CC0 1.0', 'MIT', 'Apache-2.0'];

interface InputOptions {
  type?: string;
  placeholder?: string;
  hint?: string;
  required?: boolean;
  /** Gets the focus when the form opens. */
  first?: boolean;
  list?: readonly string[];
}

/** The plain fields of the form. */
export class ResourceFields {
  errors: Errors = {};

  constructor(
    private readonly host: CopResourceList,
    private readonly l: { t: ResourceMessages; formats: Formats },
    private readonly value: () => ResourceText,
    private readonly onChange: (change: Partial<ResourceText>) => void,
  ) {}

  address(): TemplateResult {
    const { t } = this.l;
    return this.input('url', t.address, { type: 'url', placeholder: t.addressExample, required: true, first: true });
  }

  input(name: 'url' | 'title' | 'creator' | 'licence', label: string, more: InputOptions = {}): TemplateResult {
    const id = `resource-${name}`;
    return html`<label class="label" for=${id}>${label}</label>
      <input
        id=${id}
        class=${more.first ? 'first-field' : ''}
        type=${more.type ?? 'text'}
        dir="auto"
        autocomplete="off"
        maxlength=${LONGEST[name]}
        placeholder=${more.placeholder ?? nothing}
        list=${more.list ? `${id}-list` : nothing}
        ?required=${more.required}
        aria-invalid=${this.errors[name] ? 'true' : 'false'}
        aria-describedby="${id}-error ${id}-hint"
        .value=${live(this.value()[name])}
        @input=${(e: Event) => this.onChange({ [name]: (e.target as HTMLInputElement).value })}
      />
      ${more.list ? html`<datalist id="${id}-list">${more.list.map((value) => html`<option value=${value}></option>`)}</datalist>` : nothing}
      ${this.#error(name)} ${more.hint ? html`<p class="hint" id="${id}-hint">${more.hint}</p>` : nothing}`;
  }

  kind(): TemplateResult {
    const { t } = this.l;
    const { kind } = this.value();
    const { kinds } = this.host.l.t;
    return html`<label class="label" for="resource-kind">${t.kind}</label>
      <select
        id="resource-kind"
        required
        aria-invalid=${this.errors.kind ? 'true' : 'false'}
        aria-describedby="resource-kind-error"
        .value=${live(kind)}
        @change=${(e: Event) => this.onChange({ kind: (e.target as HTMLSelectElement).value as ResourceKind })}
      >
        <option value="" ?selected=${!kind}>${t.chooseKind}</option>
        ${Object.entries(kinds).map(([value, name]) => html`<option value=${value} ?selected=${value === kind}>${name}</option>`)}
      </select>
      ${this.#error('kind')}`;
  }

  more(open: boolean): TemplateResult {
    const { t, formats } = this.l;
    const value = this.value();
    const own = [this.host.cop.info?.language, value.language].flatMap((code) => code || []);
    const codes = [...new Set([...LANGUAGES, ...own])];

    const named = codes.map((code) => ({ code, name: formats.name('language', code) }));
    named.sort((a, b) => a.name.localeCompare(b.name, formats.lang));
    return html`<details class="more-facts" ?open=${open || Boolean(this.errors.creator || this.errors.licence)}>
      <summary>${t.moreFacts}</summary>
      ${this.input('creator', t.creator, { hint: t.creatorHint })}
      <label class="label" for="resource-published">${t.published}</label>
      <input
        id="resource-published"
        type="date"
        .value=${live(value.publishedOn)}
        @change=${(e: Event) => this.onChange({ publishedOn: (e.target as HTMLInputElement).value })}
      />
      <label class="label" for="resource-language">${t.language}</label>
      <select
        id="resource-language"
        .value=${live(value.language)}
        @change=${(e: Event) => this.onChange({ language: (e.target as HTMLSelectElement).value })}
      >
        <option value="" ?selected=${!value.language}>${t.noLanguage}</option>
        ${named.map(({ code, name }) => html`<option value=${code} ?selected=${code === value.language}>${name}</option>`)}
      </select>
      ${this.input('licence', t.licence, { hint: t.licenceHint, list: LICENCES })}
    </details>`;
  }

  #error(name: keyof Errors): unknown {
    const error = this.errors[name];
    return error ? html`<p class="error" id="resource-${name}-error">${error}</p>` : nothing;
  }
}
