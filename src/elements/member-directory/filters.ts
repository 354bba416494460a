import type { ComplexAttributeConverter } from 'lit';
import type { Member } from '../../contract/index.js';
import type { Formats } from '../../i18n/formats.js';

/** What the directory is filtered by, beside the text; each is a property of the element. */
export const FACETS = ['topic', 'offers', 'needs', 'country', 'language', 'zone', 'group', 'field'] as const;
/** A filter of the directory that takes values. */
export type FacetName = (typeof FACETS)[number];

/** A list in an attribute, separated by commas; a value that holds one stands in quotation marks. */
export const commas: ComplexAttributeConverter<readonly string[]> = {
  fromAttribute: (text) => ((text ?? '').match(/\s*"[^"]*"|[^,]+/g) ?? []).map((item) => item.replaceAll('"', '').trim()).filter(Boolean),
  toAttribute: (list) => list.map((item) => (item.includes(',') ? `"${item}"` : item)).join(', ') || null,
};

/** The name of a value for a reader; that of a topic from the members at hand, else from its id. */
export function valueName(facet: FacetName, value: string, members: readonly Member[], formats: Formats): string {
  if (facet === 'country') return formats.name('region', value);
  if (facet === 'language') return formats.name('language', value);
  if (facet === 'zone') return value.replace(/.*\//, '').replaceAll('_', ' ');
  if (facet === 'group') return value;
  if (facet === 'field') return value.slice(value.indexOf(':') + 1);
  const topics = members.flatMap((member) => [member.topics, member.offers, member.needs].flat());
  return topics.find(({ id }) => id === value)?.label ?? value.replaceAll('-', ' ');
}
