import type { z } from 'zod';

/** What a column holds, for those that take more than plain text. */
const SHAPES: Record<string, string> = {
  country: 'two capital letters, such as NO',
  language: 'a language tag, such as en or de-AT',
  languages: 'language tags such as en or de-AT, with semicolons between',
  publishedOn: 'a day such as 2026-03-14',
  createdAt: 'a date such as 2026-03-14, or 2026-03-14T09:30:00Z',
  joinedAt: 'a date such as 2026-03-14, or 2026-03-14T09:30:00Z',
  email: 'an address such as ada@example.org',
  identity: 'the issuer, a blank and the subject',
};
const LINK = 'an address that begins with https:// or http://';
for (const column of ['url', 'sourceUrl', 'licenceUrl', 'website', 'orcid']) SHAPES[column] = LINK;

/** The first thing that is wrong with a row: its column, its value and what should stand there. */
export function columnReason(error: z.ZodError, values: Record<string, string>): string {
  const issue = error.issues[0];
  const [first, index] = issue?.path ?? [];
  const column = first === 'links' ? linkColumn(values, Number(index)) : String(first ?? 'row');
  const value = values[column] ?? '';
  if (!issue || value === '') return `${column}: It is missing.`;
  if (issue.code === 'too_big')
    return `${column}: It may have ${issue.maximum} ${issue.origin === 'array' ? 'entries' : 'characters'} at most.`;
  if (issue.code === 'too_small') return `${column}: It must have at least ${issue.minimum} characters.`;
  const shown = `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`;
  if (issue.code === 'invalid_value') return `${column}: ${shown} is none of ${issue.values.map(String).join(', ')}.`;
  return SHAPES[column] ? `${column}: ${shown} is not ${SHAPES[column]}.` : `${column}: ${shown} is not valid.`;
}

/** Links are made of these columns, in this order. */
const linkColumn = (values: Record<string, string>, index: number): string =>
  ['website', 'email', 'orcid'].filter((column) => values[column]?.trim())[index] ?? 'website';
