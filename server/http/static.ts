import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
};

/** A name with a hash of its content, as the build writes them: such a file never changes. */
const HASHED = /[-.][A-Za-z0-9_-]{8,}\.(js|css|woff2|svg)$/;

/** The file under `root` that a path names (also `/` for index.html, and a page without its `.html`), as an answer; undefined: none. */
export async function serveFile(c: Context, root: string, path: string): Promise<Response | undefined> {
  const file = await locate(root, path);
  if (file === undefined) return undefined;
  const { bytes, packed, etag } = await read(file);
  const headers = new Headers({
    'content-type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'cache-control': HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag,
  });
  const known = c.req
    .header('if-none-match')
    ?.split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etag);
  if (known) return new Response(null, { status: 304, headers });
  if (!packed) return new Response(bytes, { headers });
  headers.set('vary', 'accept-encoding');
  const encoding = accepts(c, { header: 'Accept-Encoding', supports: ['gzip'], default: 'identity' });
  if (encoding !== 'gzip') return new Response(bytes, { headers });
  headers.set('content-encoding', 'gzip');
  // Other bytes than the plain ones, so the tag is a weak one (RFC 9110, section 8.8.3.3).
  headers.set('etag', `W/${etag}`);
  return new Response(packed, { headers });
}

interface Kept {
  modified: number;
  bytes: Uint8Array<ArrayBuffer>;
  /** Packed once, as small as it gets, for all who ask; undefined where that would save nothing. */
  packed: Uint8Array<ArrayBuffer> | undefined;
  etag: string;
}
const PACKABLE = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt', '.md', '.map', '.webmanifest', '.xml']);
/** Smaller ones fit in a packet as they are. In bytes. */
const PACKED_FROM = 1024;
/** Files are few; more than these would be a folder that is not a site. */
const MOST_KEPT = 500;
const kept = new Map<string, Promise<Kept>>();
const pack = promisify(gzip);

/** A file as it is now: read and packed when it is new or was changed. */
async function read(file: string): Promise<Kept> {
  const { mtimeMs } = await stat(file);
  const known = await kept.get(file)?.catch(() => undefined);
  if (known?.modified === mtimeMs) return known;
  const fresh = load(file, mtimeMs);
  kept.set(file, fresh);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '');
  return fresh;
}

async function load(file: string, modified: number): Promise<Kept> {
  const bytes = new Uint8Array(await readFile(file));
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 20)}"`;
  const worth = bytes.length >= PACKED_FROM && PACKABLE.has(extname(file).toLowerCase());
  return { modified, bytes, packed: worth ? new Uint8Array(await pack(bytes, { level: 9 })) : undefined, etag };
}

async function locate(root: string, path: string): Promise<string | undefined> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  // Nothing outside the root, and no hidden files.
  if (decoded.includes('\0') || decoded.split(/[/\\]/).some((part) => part.startsWith('.'))) return undefined;
  const file = normalize(join(root, decoded));
  if (file !== normalize(root) && !file.startsWith(normalize(root + sep)) && file !== normalize(root + sep)) return undefined;
  for (const candidate of [file, join(file, 'index.html'), `${file}.html`]) {
    const found = await stat(candidate).catch(() => undefined);
    if (found?.isFile()) return candidate;
  }
  return undefined;
}
