import { css, html, nothing, type TemplateResult } from 'lit';
import type { Facet, UseOutcome } from '../../contract/index.js';
import resource from '../../i18n/en/resource.js';
import { Localize } from '../../i18n/localize.js';
import { View } from '../../ui/view.js';
import type { CopResourceList, FacetName } from './resource-list.js';

/** Topics to look through without searching among them. */
const AT_ONCE = 12;

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
      ${this.#topics()}
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
    const set = (value: UseOutcome | '') => () => (this.host.outcome = value);
    const radio = (value: UseOutcome | '', label: string) =>
      html`<label>
        <input type="radio" name="outcome" .checked=${outcome === value} @change=${set(value)} />
        <span>${label}</span>
      </label>`;
    const own = html`<label>
      <input type="checkbox" .checked=${mine} @change=${() => (this.host.mine = !mine)} /> <span>${l.t.mine}</span>
    </label>`;
    return html`<fieldset part="facet">
      <legend>${t.outcome}</legend>
      <div class="options">
        ${radio('', t.anyOutcome)}
        ${(['worked', 'adapted', 'failed'] as const).map((value) => radio(value, l.t.outcomes[value]))}
        ${cop.session?.member ? own : nothing}
      </div>
    </fieldset>`;
  }
}
