/**
 * The page that an element is about: `page` is the one it stands on, else an address. Without fragment and query, since these can hold
 * what is nobody else's; `names` are the parameters that tell pages apart, as `page_id` where a site has one path for all.
 * @returns undefined where it names no page of the web
 */
export function pageOf(about: string, names: string): { url: string; title: string } | undefined {
  if (!about) return undefined;
  const here = about === 'page';
  let url: URL;
  try {
    url = new URL(here ? location.href : about, location.href);
  } catch {
    return undefined;
  }
  if (!/^https?:$/.test(url.protocol)) return undefined;
  const kept = names.split(/[\s,]+/).flatMap((name) => url.searchParams.getAll(name).map((value) => [name, value]));
  url.search = new URLSearchParams(kept).toString();
  url.hash = url.username = url.password = '';
  return { url: url.href, title: here ? document.title.slice(0, 300) : '' };
}
