import { outsideCode } from '../text.js';

/** Longest address that is taken, in characters: that of `HttpUrl`. */
const LONGEST = 2000;
const PICTURE = /!\[[^[\]]{0,500}\]\([^()]{0,2000}\)/g;
const ADDRESS = /https?:\/\/[^\s<>"`\\^{}|\]]+/gi;

/** Without the parenthesis that it stands in, and what ends the sentence (GitHub Flavored Markdown, section 6.9). */
function trimmed(found: string): string {
  let depth = 0;
  const end = [...found].findIndex((c) => (depth += c === '(' ? 1 : c === ')' ? -1 : 0) < 0);
  return (end < 0 ? found : [...found].slice(0, end).join('')).replace(/[?!.,:;*_~'’”]{1,20}$/, '');
}

/**
 * The first link of a Markdown text to a page of the web; pictures and code hold none.
 * @returns null where there is none
 */
export function firstLink(markdown: string): string | null {
  const found: string[] = [];
  outsideCode(markdown, (part) => {
    if (found.length === 0) found.push(...[...part.replace(PICTURE, '').matchAll(ADDRESS)].map(([link]) => trimmed(link)).filter(isLink));
    return part;
  });
  return found[0] ?? null;
}

const isLink = (url: string): boolean => url.length <= LONGEST && URL.canParse(url) && new URL(url).username === '';
