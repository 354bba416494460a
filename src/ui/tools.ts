import { html, nothing, type TemplateResult } from 'lit';
import type { CopElement } from './cop-element.js';

/** The field that searches a list. */
export const searchField = (host: CopElement, label: string, value: string, search: (event: Event) => void): unknown =>
  host.hides('search')
    ? nothing
    : html`<input type="search" class="search" part="search" dir="auto" placeholder=${label} aria-label=${label} .value=${value} @input=${search} />`;

/** One of few, as a chip that is marked once it is not the first. */
export const choice = <T extends string>(
  label: string,
  value: T,
  options: readonly (readonly [T, string])[],
  choose: (value: T) => void,
  part: string | typeof nothing = nothing,
): TemplateResult =>
  html`<select class="chip ${value === options[0]?.[0] ? '' : 'set'}" part=${part} aria-label=${label} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as T)}>
    ${options.map(([name, text]) => html`<option value=${name} .selected=${name === value}>${text}</option>`)}
  </select>`;

/** The order of a list. */
export const sortChoice = <S extends string>(
  host: CopElement,
  value: string,
  sorts: readonly S[],
  names: Record<NoInfer<S>, string>,
  choose: (value: S) => void,
): unknown => {
  if (host.hides('sort')) return nothing;
  const options = sorts.map((sort) => [sort, names[sort]] as const);
  return choice(host.common.t.sort, value as S, options, choose, 'sort');
};
