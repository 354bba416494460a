import { basename } from 'node:path';
import { PlainError } from './place.js';
import type { Row } from './xml.js';

/** https://meta.stackexchange.com/q/2677: PostTypeId. */
export const OTHER_POSTS: Record<string, string> = {
  '3': 'an orphaned tag wiki',
  '4': 'the excerpt of a tag wiki',
  '5': 'a tag wiki',
  '6': 'the nomination of a moderator',
  '7': 'a wiki placeholder',
  '8': 'a privilege wiki',
};

/** Which licence holds for what was written when: https://stackoverflow.com/help/licensing. */
export function licenceOf(date: string): { licence: string; licenceUrl: string } {
  const version = date < '2011-04-08' ? '2.5' : date < '2018-05-02' ? '3.0' : '4.0';
  return { licence: `CC BY-SA ${version}`, licenceUrl: `https://creativecommons.org/licenses/by-sa/${version}/` };
}

/** The site a dump is of, from the option or the folder's name. @throws PlainError when neither tells */
export function siteOf(folder: string, site: string | undefined): string {
  const host = (site ?? basename(folder))
    .replace(/^https?:\/\//, '')
    .replace(/\/.*$/, '')
    .toLowerCase();
  if (/^[a-z\d-]+(\.[a-z\d-]+)+$/.test(host)) return host;
  throw new PlainError(`Which site is this dump from? Say it, for the links back: --site ai.stackexchange.com`);
}

/** Why a row of Posts.xml is neither a question nor an answer that can be shown. */
export function problemOf(values: Row['values']): string | undefined {
  const { Id: id, PostTypeId: type } = values;
  if (!id || !/^\d+$/.test(id)) return 'It has no id.';
  if (type !== '1' && type !== '2') return `It is ${OTHER_POSTS[type ?? ''] ?? `of an unknown kind (PostTypeId ${type ?? 'missing'})`}.`;
  if (values.DeletionDate) return 'It was deleted on the site.';
  if (!time(values.CreationDate)) return 'It has no date.';
  if (type === '1' && !values.Title?.trim()) return 'It has no title.';
  if (!values.Body?.trim()) return 'It has no text.';
  return undefined;
}

/** Dumps write UTC without saying so. */
export function time(text: string | undefined): string | null {
  if (!text) return null;
  const date = new Date(/[zZ]|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}
