import sanitizeHtml from 'sanitize-html';
import TurndownService from 'turndown';

export interface Converted {
  markdown: string;
  /** What could not be kept, in plain words: nothing is lost silently. */
  dropped: string[];
}

const TAGS = [
  'p',
  'br',
  'hr',
  'div',
  'span',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'pre',
  'code',
  'kbd',
  'samp',
  'var',
  'tt',
  'sup',
  'sub',
  'em',
  'i',
  'strong',
  'b',
  'u',
  'small',
  'mark',
  'cite',
  'q',
  'abbr',
  'del',
  's',
  'strike',
  'ins',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'a',
  'img',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'th',
  'td',
  'caption',
  'figure',
  'figcaption',
  'section',
  'article',
  'details',
  'summary',
];
/** Their content is no text for people. */
const CODE_TAGS = ['script', 'style', 'noscript', 'template', 'object', 'embed', 'applet'];

/** A link or image to anything but a web page, a mail address or a place in the text. */
function isUnsafe(url: string): boolean {
  // Browsers skip control characters and blanks within a scheme.
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(url.replace(/[\p{Cc}\p{Cf}\s]/gu, ''));
  return scheme !== null && !['http', 'https', 'mailto', 'ftp'].includes((scheme[1] ?? '').toLowerCase());
}

function sanitise(html: string, dropped: string[]): string {
  return sanitizeHtml(html, {
    allowedTags: TAGS,
    allowedAttributes: {
      a: ['href', 'title'],
      img: ['src', 'alt', 'title'],
      ol: ['start'],
      pre: ['class'],
      code: ['class'],
      td: ['align'],
      th: ['align'],
    },
    allowedSchemes: ['http', 'https', 'mailto', 'ftp'],
    nonTextTags: CODE_TAGS,
    onOpenTag: (name, attributes) => {
      if (CODE_TAGS.includes(name)) dropped.push(`<${name}>`);
      for (const url of [attributes.href, attributes.src]) {
        if (url && isUnsafe(url)) dropped.push(`a link to ${url.trim().slice(0, 40)}`);
      }
    },
    transformTags: {
      // What is embedded can still be visited.
      iframe: (_name, { src = '' }) => ({ tagName: 'a', attribs: { href: src }, text: src }),
      video: (_name, { src = '' }) => ({ tagName: 'a', attribs: { href: src }, text: src }),
      audio: (_name, { src = '' }) => ({ tagName: 'a', attribs: { href: src }, text: src }),
    },
  });
}

function fence(code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/^`{3,}/gm)].map((run) => run[0].length));
  return '`'.repeat(longest + 1);
}

function codeBlock(_content: string, node: TurndownService.Node): string {
  const element = node as HTMLElement;
  const classes = `${element.className} ${(element.firstChild as HTMLElement | null)?.className ?? ''}`;
  const language = /\blang(?:uage)?-([\w+#-]+)/.exec(classes)?.[1] ?? '';
  const code = (element.textContent ?? '').replace(/\r\n?/g, '\n').replace(/^\n|\n+$/g, '');
  const mark = fence(code);
  return `\n\n${mark}${language === 'none' ? '' : language}\n${code}\n${mark}\n\n`;
}

const isTag = (node: ChildNode, ...names: string[]) => names.includes(node.nodeName.toLowerCase());

function rowsOf(table: HTMLElement): HTMLElement[] {
  return [...table.childNodes].flatMap((child) => {
    if (isTag(child, 'tr')) return [child as HTMLElement];
    return isTag(child, 'thead', 'tbody', 'tfoot') ? rowsOf(child as HTMLElement) : [];
  });
}

function service(): TurndownService {
  const turndown = new TurndownService({
    headingStyle: 'atx',
    codeBlockStyle: 'fenced',
    bulletListMarker: '-',
    emDelimiter: '*',
    hr: '---',
  });
  // Turndown leaves these, and readers would take them for tags and character references: `&lt;b&gt;` was meant to be seen.
  const escape = turndown.escape.bind(turndown);
  turndown.escape = (text) =>
    escape(text)
      .replace(/<(?=[a-z/!?])/gi, '\\<')
      .replace(/&(?=#?\w+;)/g, '\\&');
  turndown.keep(['kbd', 'sup', 'sub']);
  turndown.addRule('code block', { filter: 'pre', replacement: codeBlock });
  turndown.addRule('struck', { filter: ['del', 's', 'strike' as 's'], replacement: (content) => (content.trim() ? `~~${content}~~` : '') });
  turndown.addRule('term', { filter: 'dt', replacement: (content) => `\n\n**${content.trim()}**\n\n` });
  turndown.addRule('cell', { filter: ['td', 'th', 'caption'], replacement: (content) => content });
  turndown.addRule('table', { filter: 'table', replacement: (_content, node) => table(turndown, node as HTMLElement) });
  // A link without words, or to nowhere, is its words.
  turndown.addRule('no link', { filter: (node) => node.nodeName === 'A' && !node.getAttribute('href'), replacement: (content) => content });
  return turndown;
}

/** The first row is the head: Markdown's tables have one. */
function table(turndown: TurndownService, element: HTMLElement): string {
  const grid = rowsOf(element).map((row) =>
    [...row.childNodes]
      .filter((cell) => isTag(cell, 'td', 'th'))
      .map((cell) =>
        turndown
          .turndown(cell as HTMLElement)
          .replace(/\s*\n\s*/g, ' ')
          .replace(/(?<!\\)\|/g, '\\|'),
      ),
  );
  const width = Math.max(0, ...grid.map((row) => row.length));
  if (width === 0) return '';
  const lines = grid.map((row) => `| ${Array.from({ length: width }, (_, i) => row[i] ?? '').join(' | ')} |`);
  const caption = [...element.childNodes].find((child) => isTag(child, 'caption'))?.textContent?.trim();
  return `\n\n${caption ? `${caption}\n\n` : ''}${lines[0]}\n|${' --- |'.repeat(width)}\n${lines.slice(1).join('\n')}\n\n`;
}

const turndown = service();

/** HTML to Markdown that is safe to show: text, code, lists, links, images and tables stay; scripts and `javascript:` links go and are named. */
export function htmlToMarkdown(html: string): Converted {
  const dropped: string[] = [];
  const safe = sanitise(html, dropped);
  return { markdown: turndown.turndown(safe).trim(), dropped };
}

/** Comments of Stack Exchange are Markdown without HTML: a `<` in them is a character. Code spans and links in `<…>` stay. */
export function commentToMarkdown(text: string): string {
  return text
    .split(/(`+[^`]*`+)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/<(?!https?:\/\/)(?=[a-z/!?])/gi, '\\<')))
    .join('')
    .trim();
}
