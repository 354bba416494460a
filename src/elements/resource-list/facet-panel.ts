import { css, html, nothing, type TemplateResult } from 'lit';
import type { Facet, UseOutcome } from '../../contract/index.js';
import resource from '../../i18n/en/resource.js';
import { Localize } from '../../i18n/localize.js';
import { View } from '../../ui/view.js';
import { chosenFilters } from './chosen-filters.js';
import type { CopResourceList, FacetName, MoreFilters } from './resource-list.js';

/** Topics to look through without searching among them. */
const AT_ONCE = 12;
/** Years to choose from without typing. */
const YEARS = 6;

/** All filters with their counts: each value counts under the filters of the other groups, so that no choice ends in nothing unseen. */
export class FacetPanel extends View<CopResourceList> {
  static override styles = css`
    .panel {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 13em), 1fr));
      gap: 1em 1.75em;
      margin-block-end: 0.6em;
      padding: 0.9em 1em 1em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }
    .panel fieldset {
      min-inline-size: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    .panel .wide {
      grid-column: 1 / -1;
    }
    .panel legend {
      padding: 0;
      margin-block-end: 0.35em;
      font-size: 0.9375em;
      font-weight: 600;
    }
    .panel .options {
      display: flex;
      flex-direction: column;
    }
    .panel .wide .options {
      display: block;
      columns: 13em;
      column-gap: 1.75em;
    }
    .panel label {
      display: flex;
      align-items: baseline;
      gap: 0.5em;
      padding-block: 0.2em;
      break-inside: avoid;
      font-size: 0.9375em;
      cursor: pointer;
    }
    .panel label input {
      flex: none;
      margin: 0;
      accent-color: var(--_accent);
      translate: 0 0.1em;
    }
    .panel label small {
      flex: none;
      margin-inline-start: auto;
      color: var(--_muted);
      font-size: 0.875em;
      font-variant-numeric: tabular-nums;
    }
    .panel .find {
      margin-block-end: 0.4em;
      max-inline-size: 20em;
    }
    .panel .range {
      display: flex;
      gap: 0.75em;
      margin-block-start: 0.3em;
    }
    .panel .range label input {
      inline-size: 5.5em;
      min-block-size: 2.2em;
      padding: 0.2em 0.5em;
      translate: none;
    }
    .panel .actions {
      grid-column: 1 / -1;
      margin-block-start: 0;
    }
    @media (pointer: coarse) {
      .panel label {
        align-items: center;
        min-block-size: 44px;
      }
      .panel label input {
        min-block-size: 0;
        inline-size: 1.25em;
        block-size: 1.25em;
        translate: none;
      }
    }
  `;
  private readonly l = new Localize(this.host, 'resource', resource);
  #find = '';

  override render(): TemplateResult {
    const { t } = this.l;
    return html`<div class="panel fresh" part="panel" @keydown=${this.#onKey}>
      ${this.#group('kind', this.host.l.t.kind)} ${this.#outcomes()} ${this.#group('language', t.language)}
      ${this.#states()} ${this.#years()} ${this.#topics()}
      <div class="actions">
        <button type="button" @click=${() => this.host.closePanel()}>${t.ready}</button>
      </div>
    </div>`;
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.host.closePanel();
  };

  #group(name: FacetName, legend: string): unknown {
    const facets = this.host.facets(name) ?? [];
    if (!facets.length || !this.host.hasFilter(name)) return nothing;
    return html`<fieldset part="facet">
      <legend>${legend}</legend>
      <div class="options">${facets.map((facet) => this.#option(name, facet))}</div>
    </fieldset>`;
  }

  #option(name: FacetName, { value, count }: Facet): TemplateResult {
    return html`<label>
      <input
        type="checkbox"
        .checked=${this.host.values(name).includes(value)}
        @change=${() => this.host.toggle(name, value)}
      />
      <bdi>${this.host.label(name, value)}</bdi> <small>${this.l.formats.number(count)}</small>
    </label>`;
  }

  #topics(): unknown {
    const { t } = this.l;
    const facets = this.host.facets('topic') ?? [];
    if (!facets.length || !this.host.hasFilter('topic')) return nothing;
    const chosen = this.host.values('topic');
    const words = this.#find.trim().toLocaleLowerCase();
    const fits = ({ label }: Facet, i: number) => (words ? label.toLocaleLowerCase().includes(words) : i < AT_ONCE);
    const shown = facets.filter((facet, i) => fits(facet, i) || chosen.includes(facet.value));
    const search = html`<input
      type="search"
      class="find"
      dir="auto"
      placeholder=${t.findTopic}
      aria-label=${t.findTopic}
      .value=${this.#find}
      @input=${(e: Event) => {
        this.#find = (e.target as HTMLInputElement).value;
        this.host.requestUpdate();
      }}
    />`;
    return html`<fieldset class="wide" part="facet">
      <legend>${t.topic}</legend>
      ${facets.length > AT_ONCE ? search : nothing}
      ${
        shown.length
          ? html`<div class="options">${shown.map((facet) => this.#option('topic', facet))}</div>`
          : html`<p class="hint" role="status">${t.noTopic}</p>`
      }
    </fieldset>`;
  }

  #outcomes(): unknown {
    const { t } = this.l;
    const { l, cop, outcome, mine } = this.host;
    if (!this.host.hasFilter('outcome')) return nothing;
    const counts = new Map((this.host.facets('outcome') ?? []).map(({ value, count }) => [value, count]));
    const set = (value: UseOutcome | '') => () => (this.host.outcome = value);
    const radio = (value: UseOutcome | '', label: string) =>
      html`<label>
        <input type="radio" name="outcome" .checked=${outcome === value} @change=${set(value)} />
        <span>${label}</span> ${value ? html`<small>${this.l.formats.number(counts.get(value) ?? 0)}</small>` : nothing}
      </label>`;
    const check = (on: boolean, label: string, change: () => void) =>
      html`<label> <input type="checkbox" .checked=${on} @change=${change} /> <span>${label}</span> </label>`;
    const { saved } = this.host.more;
    return html`<fieldset part="facet">
      <legend>${t.outcome}</legend>
      <div class="options">
        ${radio('', t.anyOutcome)}
        ${(['worked', 'adapted', 'failed'] as const).map((value) => radio(value, t.outcomes[value]))}
        ${cop.session?.member ? check(mine, l.t.mine, () => (this.host.mine = !mine)) : nothing}
        ${cop.session?.member && cop.has('saves') ? check(saved ?? false, t.kept, () => this.#set('saved', saved ? undefined : true)) : nothing}
      </div>
    </fieldset>`;
  }

  /** Marks, form, and for who may see them other states than published. */
  #states(): unknown {
    const { t, formats } = this.l;
    const { host } = this;
    const counted = (name: 'mark' | 'form') =>
      (host.hasFilter(name) ? (host.facets(name) ?? []) : []).map(({ value, count }) => {
        const chosen = host.more[name] as readonly string[] | undefined;
        return html`<label>
          <input type="checkbox" .checked=${chosen?.includes(value) ?? false} @change=${() => this.#toggle(name, value)} />
          <span>${t.values[value as keyof typeof t.values] ?? value}</span> <small>${formats.number(count)}</small>
        </label>`;
      });
    const statuses = host.cop.session?.member ? (['proposed', 'draft', 'obsolete'] as const) : (['obsolete'] as const);
    const status = (value: MoreFilters['status'], label: string) =>
      html`<label>
        <input type="radio" name="status" .checked=${host.more.status === value} @change=${() => this.#set('status', value)} />
        <span>${label}</span>
      </label>`;
    const group = (legend: string, options: unknown) =>
      html`<fieldset part="facet">
        <legend>${legend}</legend>
        <div class="options">${options}</div>
      </fieldset>`;
    return html`${host.hasFilter('form') || host.hasFilter('mark') ? group(t.form, html`${counted('form')} ${counted('mark')}`) : nothing}
    ${
      host.hasFilter('state')
        ? group(t.state, html`${status(undefined, t.holding)} ${statuses.map((value) => status(value, host.l.t.statuses[value]))}`)
        : nothing
    }`;
  }

  /** Years with their counts, and a range. */
  #years(): unknown {
    const { t, formats } = this.l;
    const { host } = this;
    const years = (host.facets('year') ?? []).toSorted((a, b) => (a.value < b.value ? 1 : -1)).slice(0, YEARS);
    if (!years.length || !host.hasFilter('year')) return nothing;
    const bound = (name: 'since' | 'until', label: string) =>
      html`<label>
        <span>${label}</span>
        <input
          type="number"
          min="1000"
          max="9999"
          inputmode="numeric"
          .value=${host.more[name]?.slice(0, 4) ?? ''}
          @change=${(event: Event) => this.#bound(name, (event.target as HTMLInputElement).value)}
        />
      </label>`;
    return html`<fieldset part="facet">
      <legend>${t.year}</legend>
      <div class="options">
        ${years.map(
          ({ value, count }) =>
            html`<label>
              <input type="checkbox" .checked=${host.more.year?.includes(value) ?? false} @change=${() => this.#toggle('year', value)} />
              <span>${value}</span> <small>${formats.number(count)}</small>
            </label>`,
        )}
      </div>
      <div class="range">${bound('since', t.from)} ${bound('until', t.to)}</div>
    </fieldset>`;
  }

  #bound(name: 'since' | 'until', year: string): void {
    const whole = /^\d{4}$/.test(year) ? `${year}-${name === 'since' ? '01-01' : '12-31'}` : undefined;
    this.#set(name, whole);
  }

  #set<N extends keyof MoreFilters>(name: N, value: MoreFilters[N]): void {
    const { [name]: _, ...others } = this.host.more;
    this.host.more = value === undefined || (Array.isArray(value) && !value.length) ? others : { ...others, [name]: value };
  }

  #toggle(name: 'year' | 'form' | 'mark', value: string): void {
    const values = (this.host.more[name] ?? []) as readonly string[];
    const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
    this.#set(name, next as MoreFilters[typeof name]);
  }

  /** What narrows the list and no pressed chip shows. */
  chosen(): unknown {
    return chosenFilters(this.host, this.l.t, this.#chips());
  }

  /** What the panel narrows by, each to be taken away alone. */
  #chips(): unknown {
    const { t } = this.l;
    const { host } = this;
    const { more } = host;
    const chip = (name: string, remove: () => void) =>
      html`<button type="button" class="chip on removable" part="chip" aria-label=${t.without(name)} @click=${remove}>
        <bdi>${name}</bdi>
      </button>`;
    const lists = (['year', 'form', 'mark'] as const).flatMap((name) =>
      ((more[name] ?? []) as readonly string[]).map((value) =>
        chip(t.values[value as keyof typeof t.values] ?? value, () => this.#toggle(name, value)),
      ),
    );
    const since = more.since?.slice(0, 4);
    const until = more.until?.slice(0, 4);
    return html`${lists} ${since ? chip(`${t.from} ${since}`, () => this.#set('since', undefined)) : nothing}
    ${until ? chip(`${t.to} ${until}`, () => this.#set('until', undefined)) : nothing}
    ${more.saved ? chip(t.kept, () => this.#set('saved', undefined)) : nothing}
    ${more.status && more.status !== 'published' ? chip(host.l.t.statuses[more.status], () => this.#set('status', undefined)) : nothing}`;
  }
}
