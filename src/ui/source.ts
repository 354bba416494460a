import { html, nothing, type TemplateResult } from 'lit';
import type { Source } from '../contract/index.js';
import type { CommonMessages } from '../i18n/en/common.js';

/** The licence of an imported record; nothing where none is known. */
export const licenceLink = ({ licence, licenceUrl }: Source): unknown =>
  licence ? (licenceUrl ? html`<a rel="license" href=${licenceUrl}>${licence}</a>` : licence) : nothing;

/** Where an imported record came from, and under which licence. */
export const sourceLine = (source: Source | null, t: CommonMessages): TemplateResult | typeof nothing =>
  source
    ? html`<span class="hint" part="source"
        >${t.from} ${source.url ? html`<a href=${source.url}>${source.name}</a>` : source.name}${source.licence ? html`, ${licenceLink(source)}` : nothing}</span
      >`
    : nothing;
