import { htmlToMarkdown, type Converted } from './markdown.js';

/*
 * Reading of Activity Streams 2.0 as it is met: a value alone or in a list, a thing in full or by its address, a text in one language
 * or in several (core, sections 4.1 and 4.7).
 */

export type Node = Readonly<Record<string, unknown>>;

export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): unknown[] => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]);
/** The first that is described in full. */
export const nodeOf = (value: unknown): Node | undefined => listOf(value).find(isNode);
const words = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() ? value.trim() : undefined);

/** Its address: its own, or that of a link. */
export function idOf(value: unknown): string | undefined {
  const [first] = listOf(value);
  return isNode(first) ? (words(first.id) ?? words(first['@id']) ?? words(first.href)) : words(first);
}

/** Without the names of the vocabularies. */
export const typesOf = (node: Node): string[] =>
  listOf(node.type ?? node['@type']).flatMap((type) =>
    typeof type === 'string'
      ? type.replace(/^(?:as:|https?:\/\/www\.w3\.org\/ns\/activitystreams#)/, '').replace(/^urn:cop:ns#/, 'cop:')
      : [],
  );

export function textOf(node: Node, field: 'name' | 'content' | 'summary'): string | undefined {
  const map = node[`${field}Map`];
  return words(node[field]) ?? (isNode(map) ? Object.values(map).flatMap((value) => words(value) ?? [])[0] : undefined);
}

/** A web address, of which a thing may have several; a page goes before a file. */
export function urlOf(value: unknown): string | null {
  const links = listOf(value);
  const pages = links.filter((link) => !isNode(link) || /html/.test(String(link.mediaType ?? 'html')));
  for (const link of [...pages, ...links]) {
    const url = idOf(isNode(link) && link.href === undefined ? link.url : link);
    if (url && /^https?:\/\//i.test(url) && URL.canParse(url)) return new URL(url).href;
  }
  return null;
}

export const hostOf = (iri: string): string | undefined => (URL.canParse(iri) ? new URL(iri).host || undefined : undefined);

export function timeOf(value: unknown): string | null {
  const time = typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

const PUBLIC = ['https://www.w3.org/ns/activitystreams#Public', 'as:Public', 'Public'];
/** Whether everybody was meant to see it. Who names no audience at all speaks to everybody. */
export function isPublic(...nodes: (Node | undefined)[]): boolean {
  const given = nodes.flatMap((node) => ['to', 'cc', 'audience', 'bto', 'bcc'].flatMap((field) => listOf(node?.[field])));
  return given.length === 0 || given.some((one) => PUBLIC.includes(idOf(one) ?? ''));
}

/** What was written, as Markdown: what its author wrote in Markdown as it is, else what came of it as HTML. */
export function writtenOf(node: Node): Converted {
  const source = nodeOf(node.source);
  if (source?.mediaType === 'text/markdown' && words(source.content)) return { markdown: words(source.content) ?? '', dropped: [] };
  const plain = (text: string) => text.replace(/[\\`*_{}[\]<>#|~]/g, String.raw`\$&`);
  const content = textOf(node, 'content');
  const text =
    content === undefined
      ? undefined
      : node.mediaType === 'text/plain'
        ? { markdown: plain(content), dropped: [] }
        : htmlToMarkdown(content);
  const summary = textOf(node, 'summary');
  const before = summary ? htmlToMarkdown(summary) : undefined;
  const parts = [before && text ? `**${before.markdown}**` : before?.markdown, text?.markdown, ...choicesOf(node), ...enclosed(node)];
  return { markdown: parts.filter(Boolean).join('\n\n'), dropped: [...(before?.dropped ?? []), ...(text?.dropped ?? [])] };
}

/** What a poll lets one choose from. */
function choicesOf(node: Node): string[] {
  const names = [...listOf(node.oneOf), ...listOf(node.anyOf)].flatMap((choice) => (isNode(choice) ? (textOf(choice, 'name') ?? []) : []));
  return names.length ? [names.map((name) => `- ${htmlToMarkdown(name).markdown}`).join('\n')] : [];
}

/** Files stay where they are, and are linked. */
function enclosed(node: Node): string[] {
  return listOf(node.attachment).flatMap((file) => {
    const url = isNode(file) ? urlOf(file.url ?? file.href) : urlOf(file);
    if (!url) return [];
    const name = (isNode(file) && textOf(file, 'name')) || url.split('/').at(-1) || url;
    const isImage = isNode(file) && (typesOf(file).includes('Image') || String(file.mediaType ?? '').startsWith('image/'));
    return [`${isImage ? '!' : ''}[${name.replace(/[[\]\\]/g, String.raw`\$&`).replace(/\s+/g, ' ')}](<${url}>)`];
  });
}

/** `#agile`, as tags of a thing are. */
export const tagsOf = (node: Node): string[] =>
  listOf(node.tag).flatMap((tag) =>
    isNode(tag) && typesOf(tag).includes('Hashtag') ? (textOf(tag, 'name')?.replace(/^#/, '').slice(0, 60) ?? []) : [],
  );
