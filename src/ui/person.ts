import { html, nothing, type TemplateResult } from 'lit';
import type { MemberRef } from '../contract/index.js';
import type { CommonMessages } from '../i18n/en/common.js';

/** Up to two initials, by the first and the last word. */
export function initials(name: string): string {
  const words = name
    .replace(/\(.*?\)/g, '')
    .split(/[\s._-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const of = (word: string | undefined) => [...(word?.replace(/^[^\p{L}\p{N}]+/u, '') ?? '')][0]?.toLocaleUpperCase() ?? '';
  return of(words[0]) + (words.length > 1 ? of(words.at(-1)) : '');
}

/** One of eight tints, always the same for a name. */
const hue = (name: string) => [...name].reduce((sum, c) => (sum * 31 + (c.codePointAt(0) ?? 0)) % 997, 7) % 8;

/** Photo, or initials on a tint made from the name. Decoration: the name stands beside it. */
export const avatar = (person: Pick<MemberRef, 'name' | 'avatarUrl'>): TemplateResult =>
  person.avatarUrl
    ? html`<img class="avatar" part="avatar" src=${person.avatarUrl} alt="" loading="lazy" />`
    : html`<span class="avatar hue-${hue(person.name)}" part="avatar" aria-hidden="true">${initials(person.name)}</span>`;

/** The name: a link to the profile outside for authors of imported content; “demo member” where it is a made-up person. */
export function byline(person: MemberRef | null, t: CommonMessages): TemplateResult {
  if (!person) return html`<span>${t.somebody}</span>`;
  const name = html`<bdi>${person.name}</bdi>`;
  return html`<span part="author">${person.url ? html`<a href=${person.url}>${name}</a>` : name}</span>${person.demo && !/demo/i.test(person.name) ? html` <span class="hint">${t.demo}</span>` : nothing}`;
}
