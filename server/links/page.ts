import { Parser } from 'htmlparser2';
import type { z } from '@hono/zod-openapi';
import { Language } from '../contract/common.js';
import type { LinkPreview } from '../contract/links.js';
import { shorten } from '../text.js';
import type { Page } from './get.js';

export type Preview = z.infer<typeof LinkPreview>;

/** Lengths that are kept, in characters: those of a resource. */
const LONGEST = { title: 200, description: 500, siteName: 100, creator: 200, url: 2000 };
/** Characters of JSON-LD that are read. */
const MOST_JSON = 100_000;
const MOST_NODES = 500;

/** The text of a page by its byte order mark, its header, or what it says of itself (HTML standard, section 13.2.3.2), else UTF-8. */
export function textOf({ bytes, contentType }: Pick<Page, 'bytes' | 'contentType'>): string {
  const inHeader = /charset\s*=\s*["']?([\w:.-]+)/i.exec(contentType)?.[1];
  const start = bytes.subarray(0, 2048).toString('latin1');
  const inPage = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start)?.[1];
  const bom = bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined;
  // A page that could say so in ASCII is not in UTF-16.
  const label = bom ?? inHeader ?? (inPage && /^utf-16/i.test(inPage) ? 'utf-8' : inPage) ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

interface Found {
  metas: Map<string, string>;
  title: string;
  lang: string;
  icon: string;
  base: string;
  data: string[];
}

/** What the head of a page and its JSON-LD hold; the first of each counts. */
function scan(html: string): Found {
  const found: Found = { metas: new Map(), title: '', lang: '', icon: '', base: '', data: [] };
  let inTitle = false;
  let titled = false;
  let json: string | null = null;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === 'html') found.lang ||= attributes.lang ?? '';
        else if (name === 'base') found.base ||= attributes.href ?? '';
        else if (name === 'title') inTitle = !titled;
        else if (name === 'svg') titled = true;
        else if (name === 'script' && /^application\/ld\+json\b/i.test(attributes.type ?? '')) json = '';
        else if (name === 'link' && /(?:^|\s)(?:icon|apple-touch-icon)(?:\s|$)/i.test(attributes.rel ?? ''))
          found.icon ||= attributes.href ?? '';
        else if (name === 'meta') {
          const key = (attributes.property ?? attributes.name ?? attributes.itemprop ?? attributes['http-equiv'] ?? '')
            .trim()
            .toLowerCase();
          const content = attributes.content?.trim() ?? '';
          if (key && content && !found.metas.has(key)) found.metas.set(key, content);
        }
      },
      ontext(text) {
        if (inTitle && found.title.length < 1000) found.title += text;
        if (json !== null && json.length < MOST_JSON) json += text;
      },
      onclosetag(name) {
        if (name === 'title' && inTitle) [inTitle, titled] = [false, true];
        if (name === 'script' && json !== null) {
          found.data.push(json);
          json = null;
        }
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  return found;
}

interface Data {
  title?: string;
  description?: string;
  creator?: string;
  published?: string;
  language?: string;
  image?: string;
  site?: string;
}
type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const word = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value : undefined);
/** The name of a thing, or of the first of several. */
function named(value: unknown, key = 'name'): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return word(first) ?? (isNode(first) ? word(first[key]) : undefined);
}
/** What a page is about, rather than who publishes it or where in the site it stands. */
const WORKS =
  /(?:Article|Posting|Book|Course|Event|Recipe|Report|Video|Audio|Podcast|Episode|HowTo|Thesis|Software|CreativeWork|Guide|LearningResource|WebPage)/;

/** The first work in the JSON-LD of a page (schema.org). */
function fromData(blocks: readonly string[]): Data {
  let seen = 0;
  const works: Node[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (depth > 6 || (seen += 1) > MOST_NODES) return;
    if (Array.isArray(value)) for (const item of value) visit(item, depth + 1);
    else if (isNode(value)) {
      const types = [value['@type']].flat().filter((type): type is string => typeof type === 'string');
      if (types.some((type) => WORKS.test(type))) works.push(value);
      visit(value['@graph'], depth + 1);
      visit(value.mainEntity, depth + 1);
    }
  };
  for (const block of blocks) {
    try {
      visit(JSON.parse(block), 0);
    } catch {
      // Broken data says nothing.
    }
  }
  const isPage = (node: Node) => [node['@type']].flat().includes('WebPage');
  const work = works.find((node) => !isPage(node)) ?? works[0];
  if (!work) return {};
  return Object.fromEntries(
    Object.entries({
      title: word(work.headline) ?? word(work.name),
      description: word(work.description),
      creator: named(work.author) ?? named(work.creator),
      published: word(work.datePublished),
      language: named(work.inLanguage, 'alternateName'),
      image: named(work.image, 'url') ?? word(work.thumbnailUrl),
      site: named(work.publisher),
    }).filter(([, value]) => value !== undefined),
  );
}

/** One line of plain text; without what is not seen and could turn the reading order. */
function plain(text: string | undefined, longest: number): string | null {
  const line = (text ?? '')
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, '')
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  return line ? shorten(line, longest) : null;
}

/** An address of the web that a page under TLS can show. */
function httpsUrl(text: string | undefined, base: string): string | null {
  if (!text || !URL.canParse(text, base)) return null;
  const { href, protocol, username } = new URL(text, base);
  return protocol === 'https:' && !username && href.length <= LONGEST.url ? href : null;
}

function dateOf(text: string | undefined): string | null {
  const [, year = '', month = '', day = ''] = /^\s*(\d{4})[-/](\d{1,2})[-/](\d{1,2})/.exec(text ?? '') ?? [];
  if (!year) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

const languageOf = (text: string | undefined): string | null => Language.safeParse((text ?? '').trim().replace('_', '-')).data ?? null;

/** Who wrote it; some pages put the address of a profile there. */
const personOf = (...names: (string | undefined)[]): string | undefined => names.find((name) => name && !/^(?:https?:)?\/\/|^@/.test(name));

/** What a page says of itself: Open Graph (ogp.me), Twitter cards, Dublin Core and citation tags, JSON-LD, and the page’s own title. */
export function describePage(page: Page): Preview {
  const { metas, title, lang, icon, base, data } = scan(textOf(page));
  const meta = (...keys: string[]) => keys.map((key) => metas.get(key)).find(Boolean);
  const known = fromData(data);
  const from = base && URL.canParse(base, page.url) ? new URL(base, page.url).href : page.url;
  return {
    url: page.url.slice(0, LONGEST.url),
    title: plain(meta('og:title', 'citation_title') ?? known.title ?? meta('twitter:title', 'dc.title') ?? title, LONGEST.title),
    description: plain(
      meta('og:description', 'description') ?? known.description ?? meta('twitter:description', 'dc.description'),
      LONGEST.description,
    ),
    siteName: plain(meta('og:site_name', 'application-name') ?? known.site, LONGEST.siteName),
    imageUrl: httpsUrl(meta('og:image:secure_url', 'og:image', 'og:image:url', 'twitter:image', 'twitter:image:src') ?? known.image, from),
    iconUrl: httpsUrl(icon, from),
    language: languageOf(lang) ?? languageOf(meta('content-language', 'og:locale', 'dc.language') ?? known.language),
    publishedOn: dateOf(
      meta('article:published_time', 'citation_publication_date', 'dc.date', 'dcterms.created', 'book:release_date', 'date') ??
        known.published,
    ),
    creator: plain(
      personOf(meta('author'), known.creator, meta('citation_author', 'dc.creator', 'article:author', 'book:author')),
      LONGEST.creator,
    ),
  };
}
