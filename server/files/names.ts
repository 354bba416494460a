import { endingsOf } from './types.js';

/** Longest name that is kept, in characters; most file systems end at 255 bytes. */
const LONGEST = 100;
/** Names that Windows keeps for devices, whatever their ending. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A name that is safe to show and to save under: no path, no control or bidirectional characters (they can make
 * `exe.txt` out of `txt.exe`), nothing that a shell or a file system reads as its own, and an ending that fits the type.
 */
export function cleanFileName(sent: string, type: string): string {
  // A sender may name a file by megabytes.
  const last = sent.slice(-1000).normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .replace(/["'`<>:|?*%$;&#{}]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s-]+|[.\s]+$/g, '');
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 ? plain.slice(dot + 1).toLowerCase() : '';
  const fits = endingsOf(type).includes(ending);
  const stem = [...(fits ? plain.slice(0, dot) : plain)].slice(0, LONGEST).join('').trim() || 'file';
  const name = `${stem}.${fits ? ending : (endingsOf(type)[0] ?? 'bin')}`;
  return DEVICES.test(name) ? `_${name}` : name;
}

/** `Content-Disposition` for a download: a plain name for old readers, the full one beside it (RFC 6266, RFC 8187). */
export function contentDisposition(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const full = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${full}`;
}
