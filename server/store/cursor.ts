import { Problem } from '../problem.js';

/**
 * Keyset cursors: the sort and the values of the last row shown, so that a page begins after it, whatever was added or deleted since.
 * Opaque to clients: base64url of JSON `[sort, ...values]`.
 */
export type CursorValue = string | number | boolean | null;

export function encodeCursor(sort: string, values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify([sort, ...values])).toString('base64url');
}

/** The sort of a cursor that may be anything; without one, nothing. */
export function sortOf(cursor: string | undefined): string {
  try {
    const [sort] = JSON.parse(Buffer.from(cursor ?? '', 'base64url').toString('utf8')) as unknown[];
    return typeof sort === 'string' ? sort : '';
  } catch {
    return '';
  }
}

/**
 * The values behind a cursor, or undefined for the first page.
 * @param kinds what each value must be: `time` is RFC 3339 text, `id` a UUID
 * @throws Problem bad-cursor, also for a cursor of another sort
 */
export function decodeCursor(
  cursor: string | undefined,
  sort: string,
  kinds: readonly ('text' | 'number' | 'time' | 'id')[],
): CursorValue[] | undefined {
  if (cursor === undefined) return undefined;
  let decoded: unknown;
  try {
    decoded = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new Problem('bad-cursor');
  }
  if (!Array.isArray(decoded) || decoded[0] !== sort || decoded.length !== kinds.length + 1) throw new Problem('bad-cursor');
  const values = decoded.slice(1) as unknown[];
  if (!values.every((value, i) => fits(value, kinds[i]))) throw new Problem('bad-cursor');
  return values as CursorValue[];
}

function fits(value: unknown, kind: string | undefined): boolean {
  // As wide as PostgreSQL's integer.
  if (kind === 'number') return typeof value === 'number' && (value | 0) === value;
  if (typeof value !== 'string') return false;
  if (kind === 'id') return isUuid(value);
  if (kind === 'time') return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && !Number.isNaN(Date.parse(value));
  return !value.includes('\0');
}

/** Ids of rows are UUIDs; anything else can't be one, and PostgreSQL would call it an error. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}

/** Cuts a page from rows that were read with `limit + 1`. */
export function pageOfRows<T>(rows: readonly T[], limit: number, cursorOf: (last: T) => string): { rows: T[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}
