import { html, nothing, type TemplateResult } from 'lit';
import type { Source } from '../contract/index.js';
import type { CommonMessages } from '../i18n/en/common.js';

/** Where an imported record came from, and under which licence. */
export const sourceLine = (source: Source | null, t: CommonMessages): TemplateResult | typeof nothing =>
  source
    ? html`<span class="hint" part="source"
        >${t.from} ${source.url ? html`<a href=${source.url}>${source.name}</a>` : source.name}${source.licence
          ? html`, ${source.licenceUrl ? html`<a rel="license" href=${source.licenceUrl}>${source.licence}</a>` : source.licence}`
          : nothing}</span
      >`
    : nothing;
