import { html, nothing, type TemplateResult } from 'lit';
import type { ResourceMessages } from '../../i18n/en/resource.js';
import type { CopResourceList, FacetName } from './resource-list.js';

/** Filters that no pressed chip shows, each to be taken away alone. */
export function chosenFilters(host: CopResourceList, t: ResourceMessages, more: unknown): TemplateResult {
  const chip = (name: string, remove: () => void) =>
    html`<button type="button" class="chip on removable" part="chip" aria-label=${t.without(name)} @click=${remove}>
      <bdi>${name}</bdi>
    </button>`;
  const of = (name: FacetName) => host.values(name).map((value) => chip(host.label(name, value), () => host.toggle(name, value)));
  return html`<div class="chosen" part="chosen" role="group" aria-label=${t.chosen}>
    ${of('topic')} ${of('language')} ${host.outcome ? chip(t.outcomes[host.outcome], () => (host.outcome = '')) : nothing}
    ${host.mine ? chip(host.l.t.mine, () => (host.mine = false)) : nothing} ${more}
    <button type="button" part="clear" @click=${() => host.clearFilters()}>${host.common.t.clearFilters}</button>
  </div>`;
}
