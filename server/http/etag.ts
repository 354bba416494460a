import type { Context } from 'hono';
import { Problem } from '../problem.js';

/** The version an edit started from; `*` stands for whatever is there (RFC 9110, section 13.1.1). */
export type ExpectedVersion = number | '*';

/** `Cache-Control` of what carries a version: compression on the way would make the ETag a weak one, which If-Match must not carry (RFC 9110, section 8.8.3.3). */
export const UNCHANGED = 'private, no-cache, no-transform';

/** Says the version in the answer. */
export function setEtag(c: Context, version: number): void {
  c.header('ETag', `"${version}"`);
  c.header('Cache-Control', UNCHANGED);
}

/** @throws Problem version-required without If-Match; stale-version where it can't be one of ours */
export function expectedVersion(c: Context): ExpectedVersion {
  const header = c.req.header('if-match')?.trim();
  if (!header) throw new Problem('version-required', 'Send the ETag of what was read as If-Match.');
  if (header === '*') return '*';
  // A compressing proxy may have made the tag a weak one.
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined) throw new Problem('stale-version');
  return Number(version);
}

/** @throws Problem stale-version */
export function demandVersion(expected: ExpectedVersion, actual: number): void {
  if (expected !== '*' && expected !== actual) throw new Problem('stale-version', 'Read it again, then make the change once more.');
}
