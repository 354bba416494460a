import { html, nothing, type TemplateResult } from 'lit';
import type { Member } from '../contract/index.js';
import type { MemberMessages } from '../i18n/en/member.js';

/** Links come from people: nothing but these ever becomes one. */
const SAFE = /^(https?:\/\/|mailto:)/i;

/** An address as one would say it. */
const bare = (url: string) => url.replace(/^(https?:\/\/(www\.)?|mailto:)/i, '').replace(/\/$/, '');

/** The ways to reach someone that they chose. */
export function reachLinks(links: Member['links'], t: MemberMessages): TemplateResult | typeof nothing {
  const safe = links.filter(({ url }) => SAFE.test(url));
  if (!safe.length) return nothing;
  return html`<ul class="reach" part="links">
    ${safe.map(({ kind, label, url }) => html`<li><bdi>${t.links[kind]}:</bdi> <a class="accent" rel="ugc noopener" href=${url}><bdi>${!label || label === t.links[kind] ? bare(url) : label}</bdi></a></li>`)}
  </ul>`;
}
