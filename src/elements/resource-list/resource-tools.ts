import { html, nothing, svg, type TemplateResult } from 'lit';
import { searchField, sortChoice } from '../../ui/tools.js';
import type { CopResourceList } from './resource-list.js';

/** Search, order and layout. */
export function tools(host: CopResourceList, search: (event: Event) => void): unknown {
  const { t } = host.l;
  if (host.hides('tools')) return nothing;
  const sorts = ['newest', 'evidence', 'used', 'votes', 'title', ...(host.q ? (['relevance'] as const) : [])] as const;
  return html`<search class="tools" part="tools">
    ${searchField(host, t.searchLabel, host.q, search)}
    ${sortChoice(host, host.sort || (host.q ? 'relevance' : 'newest'), sorts, t.sorts, (sort) => (host.sort = sort))}
    ${host.hides('layout') ? nothing : layoutSwitch(host)}
  </search>`;
}

const ICONS = {
  list: svg`<path d="M1 3h14v2H1zM1 7h14v2H1zM1 11h14v2H1z"/>`,
  compact: svg`<path d="M1 3h14v1H1zM1 6h14v1H1zM1 9h14v1H1zM1 12h14v1H1z"/>`,
  grid: svg`<path d="M2 2h5v5H2zM9 2h5v5H9zM2 9h5v5H2zM9 9h5v5H9z"/>`,
};

/** As a list or as a grid. */
function layoutSwitch(host: CopResourceList): TemplateResult {
  const { t } = host.l;
  const button = (layout: CopResourceList['layout'], name: string) =>
    html`<button
      type="button"
      aria-pressed=${host.layout === layout}
      aria-label=${name}
      title=${name}
      @click=${() => (host.layout = layout)}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">${ICONS[layout]}</svg>
    </button>`;
  return html`<div class="layout" part="layout" role="group" aria-label=${t.layout}>
    ${button('list', t.asList)} ${button('compact', t.asLines)} ${button('grid', t.asGrid)}
  </div>`;
}

/** Kinds shown as chips before “More”. */
const CHIPS = 5;

/** The most frequent kinds, and those chosen; while they are not counted yet, the usual ones keep the place. */
export function kinds(host: CopResourceList, open: boolean, preload: () => void, toggle: () => void): unknown {
  const { t, formats } = host.l;
  if (host.hides('tools') || host.hides('filters') || host.offered === '') return nothing;
  const usual = Object.keys(t.kinds).map((value) => ({ value, count: null }));
  const chosen = host.values('kind');
  const shown = host.hasFilter('kind') ? (host.facets('kind') ?? usual).filter(({ value }, i) => i < CHIPS || chosen.includes(value)) : [];
  return html`<div class="kinds" part="kinds" role="group" aria-label=${t.kind}>
    ${shown.map(
      ({ value, count }) =>
        html`<button
          type="button"
          class="chip"
          part="chip"
          aria-pressed=${chosen.includes(value)}
          @click=${() => host.toggle('kind', value)}
        >
          ${host.label('kind', value)} ${count === null ? nothing : html`<i>${formats.number(count)}</i>`}
        </button>`,
    )}
    ${
      host.offered !== 'kind'
        ? html`<button
          type="button"
          class="chip down"
          part="chip"
          aria-expanded=${open}
          aria-controls="facets"
          @pointerenter=${preload}
          @click=${toggle}
        >
          ${t.moreFilters}
        </button>`
        : nothing
    }
  </div>`;
}

/** The button that opens the form, where somebody may suggest. */
export const suggestButton = (host: CopResourceList, preload: () => void): TemplateResult | typeof nothing =>
  host.canTry('suggest')
    ? html`<button type="button" class="push" part="suggest" @pointerenter=${preload} @click=${() => host.suggest()}>${host.l.t.suggest}</button>`
    : nothing;

/** What others have added meanwhile: nothing moves under the reader until it is pressed. */
export const newOnes = (host: CopResourceList, count: number, show: () => void): TemplateResult =>
  html`<button type="button" class="new fresh" part="new" @click=${show}>${host.l.t.newOnes(count)}</button>`;
