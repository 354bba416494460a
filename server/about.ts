/** Parameters that say where a reader came from, and not what the page is. */
const CAMPAIGN = /^(utm_\w+|fbclid|gclid|msclkid|mc_[ce]id|ref|ref_src|source)$/i;
/** Parameters that let somebody in. They are no part of a page's address, and nobody else may have them. */
const SECRET = /token|secret|session|sid$|signature|^sig$|auth|password|passwd|^key$|apikey|api_key|ticket|^code$|^state$|jwt/i;

/**
 * The address of a page as questions about it are found by: without fragment, credentials, campaign parameters and whatever looks
 * like a key; the rest of the query in the order of its names, so that one page has one address.
 */
export function pageAddress(url: string): string {
  const address = new URL(url);
  address.hash = address.username = address.password = '';
  for (const name of [...address.searchParams.keys()]) if (CAMPAIGN.test(name) || SECRET.test(name)) address.searchParams.delete(name);
  address.searchParams.sort();
  return address.href;
}
