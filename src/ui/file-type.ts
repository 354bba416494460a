import type { Formats } from '../i18n/formats.js';

/** Short names and endings of common types; names of formats are the same in every language. */
const KNOWN: Record<string, readonly [name: string, ...endings: string[]]> = {
  'application/pdf': ['PDF', 'pdf'],
  'image/png': ['PNG', 'png'],
  'image/jpeg': ['JPEG', 'jpg', 'jpeg'],
  'image/gif': ['GIF', 'gif'],
  'image/webp': ['WebP', 'webp'],
  'image/svg+xml': ['SVG', 'svg'],
  'text/plain': ['TXT', 'txt', 'text'],
  'text/markdown': ['Markdown', 'md', 'markdown'],
  'text/csv': ['CSV', 'csv'],
  'text/calendar': ['iCalendar', 'ics'],
  'application/zip': ['ZIP', 'zip'],
  'application/epub+zip': ['EPUB', 'epub'],
  'audio/mpeg': ['MP3', 'mp3'],
  'video/mp4': ['MP4', 'mp4'],
  'application/msword': ['Word (.doc)', 'doc'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['Word', 'docx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['PowerPoint', 'pptx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['Excel', 'xlsx'],
  'application/vnd.oasis.opendocument.text': ['OpenDocument text', 'odt'],
  'application/vnd.oasis.opendocument.presentation': ['OpenDocument slides', 'odp'],
  'application/vnd.oasis.opendocument.spreadsheet': ['OpenDocument sheet', 'ods'],
};

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** What people call a media type: PDF of `application/pdf`. */
export const typeName = (type: string): string => KNOWN[type]?.[0] ?? type.split('/').at(-1) ?? type;

/** 1.4 MB; a kB has 1000 bytes (SI), as file managers and the contract's limits count. */
export function sizeText(bytes: number, formats: Formats): string {
  const step = Math.min(UNITS.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return formats.number(value, {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    unitDisplay: step ? 'short' : 'long',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  });
}

/** For `<input accept>`: browsers know types, and for some files their endings alone. */
export const acceptOf = (types: readonly string[]): string =>
  types.flatMap((type) => [type, ...(KNOWN[type]?.slice(1).map((ending) => `.${ending}`) ?? [])]).join();

/** Whether a file is of an allowed type, as far as its name and the browser tell; the endpoint looks into it. */
export function fits(file: Pick<File, 'name' | 'type'>, types: readonly string[]): boolean {
  const ending = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  return types.some((type) => type === file.type || KNOWN[type]?.slice(1).includes(ending));
}
