import type { Config } from 'dompurify';

/** Elements that written text may hold. Everything else is dropped: what only formats gives its text, all else goes with its content. */
const TAGS = [
  'a',
  'abbr',
  'b',
  'blockquote',
  'br',
  'code',
  'del',
  'em',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'i',
  'img',
  'kbd',
  'li',
  'ol',
  'p',
  'pre',
  's',
  'strong',
  'sub',
  'sup',
  'table',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'ul',
];
const UNWRAPPED = [
  'article',
  'center',
  'cite',
  'dd',
  'details',
  'div',
  'dl',
  'dt',
  'figcaption',
  'figure',
  'font',
  'h1',
  'h2',
  'ins',
  'label',
  'mark',
  'q',
  'section',
  'small',
  'span',
  'strike',
  'summary',
  'tfoot',
  'tt',
  'u',
  'var',
];
const ATTRIBUTES = ['href', 'src', 'alt', 'title', 'start', 'colspan', 'rowspan', 'align'];
const SAFE_LINK = /^(https?:\/\/|mailto:|\/(?![/\\])|#)/i;
/** A person of the community who is named in the text. The id becomes data, so that no address of that kind is left in a page. */
const MEMBER = /^member:([0-9a-z-]{1,64})$/i;
/** As DOMPurify’s own (which looks at every attribute), with the people named; what a link may be is said above. */
const KNOWN = /^(?:(?:https?|mailto|member):|[^a-z]|[a-z+.-]+(?:[^a-z+.:-]|$))/i;
const SAFE_IMAGE = /^(https?:\/\/|\/(?![/\\]))/i;

/**
 * The one door through which HTML comes in: text becomes nodes that hold no script, no style, no form and no unsafe link.
 * By the platform's `setHTML` (HTML Sanitizer API) where it exists, else by DOMPurify; `native: false` asks for the latter.
 */
export async function sanitize(markup: string, { native = 'setHTML' in Element.prototype } = {}): Promise<DocumentFragment> {
  const fragment = native ? bySetHtml(markup) : await byDomPurify(markup);
  for (const link of fragment.querySelectorAll('a')) {
    const href = link.getAttribute('href') ?? '';
    const member = MEMBER.exec(href)?.[1];
    if (!SAFE_LINK.test(href)) link.removeAttribute('href');
    // Written by a member, not by the page that shows it: search engines are told so.
    else link.rel = 'ugc noopener';
    if (member && link.textContent?.startsWith('@')) link.dataset['member'] = member;
  }
  for (const image of fragment.querySelectorAll('img')) {
    if (!SAFE_IMAGE.test(image.getAttribute('src') ?? '')) image.remove();
    image.loading = 'lazy';
    image.referrerPolicy = 'no-referrer';
  }
  return fragment;
}

function bySetHtml(markup: string): DocumentFragment {
  // In a document of its own nothing loads before it has been looked at.
  const inert = document.implementation.createHTMLDocument('');
  const holder = inert.createElement('div') as HTMLDivElement & { setHTML(markup: string, options: object): void };
  const sanitizer = {
    elements: TAGS,
    attributes: ATTRIBUTES,
    replaceWithChildrenElements: UNWRAPPED,
    comments: false,
    dataAttributes: false,
  };
  holder.setHTML(markup, { sanitizer });
  const fragment = inert.createDocumentFragment();
  fragment.append(...holder.childNodes);
  return fragment;
}

async function byDomPurify(markup: string): Promise<DocumentFragment> {
  const { default: purify } = await import('dompurify');
  const config = {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ATTRIBUTES,
    ALLOWED_URI_REGEXP: KNOWN,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    // As the native one: what is no formatting goes with its content.
    KEEP_CONTENT: true,
    ADD_FORBID_CONTENTS: [
      'form',
      'button',
      'select',
      'textarea',
      'object',
      'embed',
      'applet',
      'marquee',
      'video',
      'audio',
      'canvas',
      'iframe',
      'title',
      'head',
    ],
    RETURN_DOM_FRAGMENT: true,
  } satisfies Config;
  return purify.sanitize(markup, config);
}
