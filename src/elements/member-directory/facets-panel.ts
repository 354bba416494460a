import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Facet, MemberPage } from '../../contract/index.js';
import { QueryController } from '../../controllers/query-controller.js';
import { listMembers, type MemberFilters } from '../../data/lists.js';
import { failure } from '../../ui/states.js';
import { View } from '../../ui/view.js';
import { valueName, type FacetName } from './filters.js';
import type { CopMemberDirectory } from './member-directory.js';

/** What the endpoint counts. */
const COUNTED = ['offers', 'needs', 'topic', 'group', 'country', 'language', 'zone'] as const;
/** Values of a group before “show more”. */
const FEW = 6;

const styles = css`
  .facets {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13em), 1fr));
    gap: 1em 1.75em;
    padding-block: 0.75em 1em;
    border-block-end: 1px solid var(--_line);
  }
  .facets[aria-busy='true'] {
    opacity: 0.6;
    transition: opacity 140ms ease-out 200ms;
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-block-end: 0.25em;
    font-size: 0.875em;
    font-weight: 600;
  }
  .option {
    display: flex;
    align-items: baseline;
    gap: 0.5em;
    padding-block: 0.2em;
    font-size: 0.9375em;
    cursor: pointer;
  }
  .option input {
    flex: none;
    accent-color: var(--_accent);
  }
  .option .count {
    margin-inline-start: auto;
    white-space: nowrap;
  }
  .facets button {
    padding-inline: 0;
    font-size: 0.875em;
  }
  @media (pointer: coarse) {
    .option {
      align-items: center;
      min-block-size: 44px;
    }
    .option input {
      inline-size: 1.4em;
      block-size: 1.4em;
      min-block-size: 0;
    }
  }
`;

/** How far a time zone is from UTC now, as “(GMT+1)”; nothing for one that the browser does not know. */
function offsetOf(timeZone: string, lang: string): string {
  try {
    const parts = new Intl.DateTimeFormat(lang, { timeZone, timeZoneName: 'shortOffset' }).formatToParts(new Date());
    return `(${parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''})`;
  } catch {
    return '';
  }
}

/** What one can filter by, with how many members each value leaves. */
export class FacetsPanel extends View<CopMemberDirectory> {
  static override styles = styles;
  #all = new Set<string>();
  #page = new QueryController<MemberPage>(
    this.host,
    () => this.host.found.value,
    () => (this.host.url.id ? null : listMembers({ ...this.#asked, facets: true, limit: 1 })),
    true,
  );
  #lastAsked: MemberFilters | undefined;

  /** Asked for behind the rows of the same choice: nobody waits for a count. */
  get #asked(): MemberFilters {
    const { value } = this.host.page;
    if (!this.#lastAsked || (value.state === 'ready' ? !value.refreshing : value.state === 'error')) this.#lastAsked = this.host.filters;
    return this.#lastAsked;
  }

  override render(): TemplateResult {
    const { value } = this.#page;
    const { t } = this.host.l;
    const common = this.host.common.t;
    if (value.state === 'error') return html`${failure(common, value.problem, this.#page.retry)}`;
    if (value.state !== 'ready') return html`<p class="empty" role="status">${common.loading}</p>`;
    const { facets } = value.data;
    const usual = COUNTED.filter((facet) => this.host.hasFilter(facet)).map((facet) => ({
      facet: facet as FacetName,
      key: facet as string,
      title: t.facets[facet],
      options: this.#options(facet, facets?.[facet] ?? []),
    }));
    const own = (this.host.hasFilter('field') ? (facets?.fields ?? []) : []).map(({ id, label, values }) => ({
      facet: 'field' as FacetName,
      key: `field-${id}`,
      title: label,
      options: values.map((option) => ({ ...option, value: `${id}:${option.value}` })),
    }));
    const groups = [...usual, ...own].filter(({ options }) => options.length);
    if (!groups.length) return html`<p class="empty">${t.noFacets}</p>`;
    return html`<div class="facets" aria-busy=${value.refreshing}>${groups.map((group) => this.#group(group))}</div>`;
  }

  /** What is chosen stays in reach, also where nobody is left with it. */
  #options(facet: FacetName, counted: readonly Facet[]): Facet[] {
    const gone = this.host[facet].filter((value) => !counted.some((option) => option.value === value));
    const named = counted.map((option) =>
      facet === 'country' || facet === 'language' || facet === 'zone' ? { ...option, label: this.#name(facet, option.value) } : option,
    );
    return [...gone.map((value) => ({ value, label: this.#name(facet, value), count: 0 })), ...named];
  }

  #name(facet: FacetName, value: string): string {
    const { formats } = this.host.l;
    const name = valueName(facet, value, [], formats);
    return facet === 'zone' ? `${name} ${offsetOf(value, formats.lang)}`.trim() : name;
  }

  #group({ facet, key, title, options }: { facet: FacetName; key: string; title: string; options: readonly Facet[] }): TemplateResult {
    const { t, formats } = this.host.l;
    const all = this.#all.has(key);
    const toggle = () => {
      if (!this.#all.delete(key)) this.#all.add(key);
      this.host.requestUpdate();
    };
    return html`<fieldset part="facet">
      <legend>${title}</legend>
      ${repeat(
        all ? options : options.slice(0, FEW),
        ({ value }) => value,
        ({ value, label, count }) => html`<label class="option">
        <input type="checkbox" .checked=${this.host[facet].includes(value)} @change=${() => this.host.toggle(facet, value, label)} />
        <span dir="auto">${label}</span> <span class="count">${formats.number(count)}</span>
      </label>`,
      )}
      ${options.length > FEW ? html`<button type="button" aria-expanded=${all} @click=${toggle}>${all ? t.showFewer : this.host.common.t.more}</button>` : nothing}
    </fieldset>`;
  }
}
