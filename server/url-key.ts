/*
 * One form for all the spellings of a link, to find it again. It is only compared, never followed:
 *
 * - `http` and `https` are one, host names are without case, `www.`, a final dot and the usual port;
 * - the path is without a final slash, with one spelling of its escapes; its case counts;
 * - parameters that only tell where a reader came from are left out, the others are in one order;
 * - a fragment is left out, unless it is the address of a page within a page (`#/path`, `#!path`);
 * - user names and passwords are left out.
 */

/** What mailings, advertisements and social networks add to a link. */
const TRACKING =
  /^(?:utm_\w+|mtm_\w+|pk_\w+|piwik_\w+|hsa_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igsh|igshid|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|vero_id|ref_src|ref_url|oly_anon_id|oly_enc_id|s_cid|wt_mc|at_campaign|at_medium)$/i;

/** A path or a value with one spelling of its escapes (RFC 3986, section 6.2.2). */
function spelled(text: string): string {
  try {
    return encodeURI(decodeURI(text));
  } catch {
    return text;
  }
}

/**
 * The form that links are compared by, such as `example.org/guide?page=2`.
 * @returns the text itself, trimmed, where it is no address of the web
 */
export function urlKey(url: string): string {
  const typed = url.trim();
  if (!/^https?:\/\//i.test(typed) || !URL.canParse(typed)) return typed;
  const { protocol, hostname, port, pathname, searchParams, hash } = new URL(typed);
  const host = hostname.replace(/\.$/, '').replace(/^www\.(?=[^.]+\.)/, '');
  const usual = port === '' || (port === '80' && protocol === 'http:') || (port === '443' && protocol === 'https:');
  const path = spelled(pathname).replace(/\/+$/, '');
  const kept = [...searchParams].filter(([name]) => !TRACKING.test(name));
  kept.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1));
  const query = new URLSearchParams(kept).toString();
  const route = /^#(?:\/|!).+/.test(hash) ? hash : '';
  return `${host}${usual ? '' : `:${port}`}${path}${query && `?${query}`}${route}`;
}
