/** Those that occur in writing; the others are signs that nobody writes by name. */
const ENTITIES: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  times: '×',
  frac12: '½',
  euro: '€',
  pound: '£',
  cent: '¢',
  sect: '§',
  para: '¶',
  dagger: '†',
  iexcl: '¡',
  iquest: '¿',
  rarr: '→',
  larr: '←',
  eacute: 'é',
  egrave: 'è',
  aacute: 'á',
  iacute: 'í',
  oacute: 'ó',
  uacute: 'ú',
  ntilde: 'ñ',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  szlig: 'ß',
  ccedil: 'ç',
};

/** Character references of HTML in text that should be plain (`&#8217;`, `&amp;`). Unknown names stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,8}\d{0,2});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** Cuts at a word, with an ellipsis. @param length in characters */
export function shorten(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  const cut = characters.slice(0, length - 1).join('');
  const word = cut.lastIndexOf(' ');
  return `${(word > length / 2 ? cut.slice(0, word) : cut).replace(/[\s,;:.–—-]+$/, '')}…`;
}

/** Markdown without its marks, on one line. The patterns are bounded, and no text matches them in two ways: anybody may write any text. */
export function plainText(markdown: string): string {
  const text = markdown
    .replace(/^ {0,3}(`{3,}|~{3,}).*$/gm, '')
    .replace(/!\[([^[\]]{0,500})\]\([^()]{0,2000}\)/g, '$1')
    .replace(/\[((?:[^[\]\\]|\\.){0,500})\]\((?:[^()]|\([^()]{0,500}\)){0,2000}\)/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d+[.)])[ \t]+/gm, '')
    .replace(/^[ \t]*(?:[-*_][ \t]*){3,}$/gm, '')
    .replace(/(?<!\\)(\*\*|__|~~|\*|`+)/g, '')
    .replace(/(?<![\p{L}\p{N}\\])_(?=\S)|(?<=[^\s\\])_(?![\p{L}\p{N}])/gu, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
  return decodeEntities(text).replace(/\s+/g, ' ').trim();
}

/** Fenced blocks and spans of code (CommonMark 4.5 and 6.1): what stands there is shown as it is written. */
const CODE = /(^ {0,3}(`{3,}|~{3,})[^\n]*(?:\n[^]*?(?:^ {0,3}\2[`~]*[ \t]*$|$(?![^]))|$(?![^])))|((?<!`)(`+)(?!`)[^]*?(?<!`)\4(?!`))/gm;
/** Changes a text outside its code. */
export function outsideCode(text: string, change: (part: string) => string): string {
  let changed = '';
  let end = 0;
  for (const code of text.matchAll(CODE)) {
    changed += change(text.slice(end, code.index)) + code[0];
    end = code.index + code[0].length;
  }
  return changed + change(text.slice(end));
}

/** Text that is shown in one line beside others': without what turns the reading order, and without controls. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
/** Whether there is something to see in a text. */
export const isSeen = (text: string): boolean => /[^\p{DI}\p{Cc}\p{Z}\u2800]/u.test(text);

/** The first 200 characters, as plain text. */
export const excerpt = (markdown: string): string => shorten(plainText(markdown), 200);
