import { fileTypeFromBuffer } from 'file-type';

/** Media types that are taken, with the endings a file of that type may have; the first is added where none fits. */
const ENDINGS: Record<string, readonly string[]> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'text/plain': ['txt', 'text', 'log'],
  'text/markdown': ['md', 'markdown'],
  'text/csv': ['csv'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  'application/zip': ['zip'],
};
export const UPLOAD_TYPES = Object.keys(ENDINGS);
export const endingsOf = (type: string): readonly string[] => ENDINGS[type] ?? ['bin'];

/** Beginnings that a browser may take for a document with scripts (WHATWG MIME Sniffing, section 7.1), and SVG. */
const MARKUP = /^\s*<(?:!doctype|!--|\?xml|html|head|body|script|iframe|svg|style|title|table|div|font|br|h1|a|p|b)[\s/>]/i;
/** What no text holds: C0 controls but tab, line feed, form feed, carriage return, escape. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const BINARY = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/;

function textType(bytes: Uint8Array, name: string): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
  if (BINARY.test(text) || MARKUP.test(text.slice(0, 1000))) return undefined;
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  return ['text/markdown', 'text/csv'].find((type) => endingsOf(type).includes(ending)) ?? 'text/plain';
}

/**
 * The media type of a file by its content; the name only tells kinds of text apart.
 * @returns undefined where the type is not one that is taken
 */
export async function sniffType(bytes: Uint8Array, name: string): Promise<string | undefined> {
  if (bytes.length === 0) return undefined;
  // A damaged archive makes the library throw: then it is not a file of that type either.
  const found = await fileTypeFromBuffer(bytes).catch(() => ({ mime: 'unknown' }));
  if (!found) return textType(bytes, name);
  if (found.mime in ENDINGS) return found.mime;
  // A text that begins with BM or ID3 is no picture and no song; a picture or a song is never a text.
  return /^(?:image|audio|video)\//.test(found.mime) ? textType(bytes, name) : undefined;
}
