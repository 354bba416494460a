/**
 * JSON text of plain data. Old host pages (Prototype.js) add a `toJSON` to arrays that turns them into strings,
 * which `JSON.stringify` obeys; here arrays and objects are walked by hand and only leaves are left to it.
 */
export function toJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((v) => (v === undefined ? 'null' : toJson(v))).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, v]) => v !== undefined);
  return `{${fields.map(([k, v]) => `${JSON.stringify(k)}:${toJson(v)}`).join()}}`;
}

/** Addresses that lead somewhere; all others could run as code of the page: `javascript:`, also with line breaks in it. */
const SAFE = /^(https?:|mailto:|data:image\/|[^:]*(\/|$))/i;

/** What an endpoint says. An address that leads nowhere safe is null, whatever shows it. @throws SyntaxError */
export const parseJson = (text: string): unknown =>
  JSON.parse(text, (key, value: unknown) => (typeof value === 'string' && /url$/i.test(key) && !SAFE.test(value) ? null : value));
