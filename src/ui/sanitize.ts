import type { Config } from 'dompurify';

/** Elements that written text may hold. Everything else is dropped, its text kept. */
const TAGS = [
  'a', 'abbr', 'b', 'blockquote', 'br', 'code', 'del', 'em', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'kbd', 'li', 'ol', 'p', 'pre', 's', 'strong',
  'sub', 'sup', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul',
];
const ATTRIBUTES = ['href', 'src', 'alt', 'title', 'start', 'colspan', 'rowspan', 'align'];
const SAFE_URL = /^(https?:|mailto:|\/(?!\/)|#)/i;

/** The one door through which HTML comes in: text becomes nodes that hold no script, no style, no form and no unsafe link. */
export async function sanitize(markup: string): Promise<DocumentFragment> {
  const fragment = 'setHTML' in Element.prototype ? bySetHtml(markup) : await byDomPurify(markup);
  for (const link of fragment.querySelectorAll<HTMLElement>('[href], [src]')) {
    for (const name of ['href', 'src']) if (link.hasAttribute(name) && !SAFE_URL.test(link.getAttribute(name) ?? '')) link.removeAttribute(name);
  }
  for (const image of fragment.querySelectorAll('img')) {
    image.loading = 'lazy';
    image.referrerPolicy = 'no-referrer';
  }
  return fragment;
}

function bySetHtml(markup: string): DocumentFragment {
  const holder = document.createElement('div') as HTMLDivElement & { setHTML(markup: string, options: object): void };
  holder.setHTML(markup, { sanitizer: { elements: TAGS, attributes: ATTRIBUTES, replaceWithChildrenElements: ['div', 'span', 'section', 'article', 'font', 'center', 'u', 'small', 'h1', 'h2'] } });
  const fragment = document.createDocumentFragment();
  fragment.append(...holder.childNodes);
  return fragment;
}

async function byDomPurify(markup: string): Promise<DocumentFragment> {
  const { default: purify } = await import('dompurify');
  const config = { ALLOWED_TAGS: TAGS, ALLOWED_ATTR: ATTRIBUTES, ALLOW_DATA_ATTR: false, ALLOW_ARIA_ATTR: false, RETURN_DOM_FRAGMENT: true } satisfies Config;
  return purify.sanitize(markup, config);
}
