import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { MemberMessages } from '../../i18n/en/member.js';
import type { ProfileText } from './profile-text.js';

type Links = ProfileText['links'];
type Link = Links[number];

const KINDS: readonly Link['kind'][] = ['website', 'email', 'chat', 'meeting', 'orcid', 'social'];
/** Links of a profile, in the contract. */
const MOST = 8;

interface LinksField {
  t: MemberMessages;
  links: Links;
  onChange: (links: Links) => void;
  /** Takes the row away; focus has to go elsewhere. */
  onRemove: (index: number) => void;
  onAdd: () => void;
  errorOf: (pointer: string) => string | undefined;
}

/** The ways to reach someone, a row each. */
export function linksField({ t, links, onChange, onRemove, onAdd, errorOf }: LinksField): TemplateResult {
  const set = (index: number, change: Partial<Link>) => onChange(links.map((link, i) => (i === index ? { ...link, ...change } : link)));
  const row = (link: Link, i: number) => {
    const error = errorOf(`/links/${i}`);
    const n = i + 1;
    return html`<li class="link-row">
      <select aria-label=${t.linkKind(n)} @change=${(e: Event) => set(i, { kind: (e.target as HTMLSelectElement).value as Link['kind'] })}>
        ${KINDS.map((kind) => html`<option value=${kind} .selected=${kind === link.kind}>${t.links[kind]}</option>`)}
      </select>
      <input dir="ltr" inputmode=${link.kind === 'email' ? 'email' : 'url'} maxlength="500" aria-label=${t.linkUrl(n)} aria-invalid=${error ? 'true' : 'false'} aria-describedby=${error ? `link-${i}-error` : nothing} .value=${live(link.url)} @input=${(e: Event) => set(i, { url: (e.target as HTMLInputElement).value })} />
      <input dir="auto" maxlength="100" aria-label=${t.linkLabel(n)} placeholder=${t.linkText} .value=${live(link.label)} @input=${(e: Event) => set(i, { label: (e.target as HTMLInputElement).value })} />
      <button type="button" class="quiet" aria-label=${t.remove(t.link(n))} @click=${() => onRemove(i)}>×</button>
      ${error ? html`<p class="error" id="link-${i}-error">${error}</p>` : nothing}
    </li>`;
  };
  return html`<ul class="link-rows">
      ${links.map(row)}
    </ul>
    ${links.length < MOST ? html`<button type="button" class="add-link" @click=${onAdd}>${t.addLink}</button>` : nothing}`;
}
