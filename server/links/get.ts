import { lookup as dnsLookup } from 'node:dns/promises';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import zlib from 'node:zlib';
import { isAllowed, isPublic } from './public.js';

/** Largest answer that is read, in bytes before and after it is unpacked; what comes after is left. */
export const MOST_BYTES = 512 * 1024;
/** How long all of it may take, in ms. */
const PATIENCE = 5000;
const MOST_REDIRECTS = 3;
const REDIRECTS = [301, 302, 303, 307, 308];

/** Why a page can't be read. What is not public and what is not there look the same: nobody finds out what stands where. */
export type Fault = 'unreachable' | 'refused' | 'not-a-page' | 'too-slow' | 'too-many-redirects';
export class Unreadable extends Error {
  override name = 'Unreadable';
  constructor(
    readonly fault: Fault,
    detail: string,
  ) {
    super(detail);
  }
}

export interface Address {
  address: string;
  family: number;
}
export interface GetOptions {
  /** `name` or `*.name`, with a port where it isn't the usual one: hosts that may have private addresses. */
  hosts: readonly string[];
  userAgent: string;
  /** All addresses of a name. */
  resolve?: (name: string) => Promise<Address[]>;
  patience?: number;
}
export interface Page {
  url: string;
  contentType: string;
  bytes: Buffer;
}

const unreachable = () => new Unreadable('unreachable', 'The page can’t be reached.');
const resolveAll = (name: string): Promise<Address[]> => dnsLookup(name, { all: true });

/** Whether the owner has named this host. */
function isNamed(url: URL, hosts: readonly string[]): boolean {
  const name = url.hostname.toLowerCase();
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return hosts.some((entry) => {
    const [host = '', at] = entry.toLowerCase().split(/:(?=\d+$)/);
    const fits = host.startsWith('*.') ? name.endsWith(host.slice(1)) : name === host;
    return fits && (at === undefined ? !url.port : at === port);
  });
}

/** The one address that will be connected to, after it was checked. @throws Unreadable */
async function addressOf(url: URL, { hosts, resolve = resolveAll }: GetOptions): Promise<Address> {
  const named = isNamed(url, hosts);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) throw unreachable();
  if (!named && url.port && !['80', '443'].includes(url.port)) throw unreachable();
  const name = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(name);
  const all = family ? [{ address: name, family }] : await resolve(name).catch(() => []);
  const [first] = all;
  // One private address among public ones is enough: a name that has both is made for this.
  if (!first || !all.every(({ address }) => (named ? isAllowed(address) : isPublic(address)))) throw unreachable();
  return first;
}

/** Connects to the checked address and no other, whatever the name means by now; no cookies, no credentials, no connection kept. */
function request(url: URL, { address, family }: Address, userAgent: string, signal: AbortSignal): Promise<IncomingMessage> {
  const pinned: LookupFunction = (_name, options, done) => (options.all ? done(null, [{ address, family }]) : done(null, address, family));
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? https.request : http.request;
    const headers = {
      'user-agent': userAgent,
      accept: 'text/html,application/xhtml+xml;q=0.9',
      'accept-encoding': 'gzip, br',
    };
    const asked = send(url, { lookup: pinned, agent: false, signal, headers, maxHeaderSize: 16 * 1024, insecureHTTPParser: false });
    asked.on('error', reject);
    asked.on('response', resolve);
    asked.end();
  });
}

function unpacked(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity' || encoding === '') return response;
  const unpack =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? zlib.createGunzip()
      : encoding === 'br'
        ? zlib.createBrotliDecompress()
        : encoding === 'deflate'
          ? zlib.createInflate()
          : undefined;
  if (!unpack) throw new Unreadable('not-a-page', 'The page comes in a form that can’t be read.');
  response.on('error', (error) => unpack.destroy(error));
  return response.pipe(unpack);
}

/** The beginning of an answer, up to the limit. What is packed is unpacked piece by piece, so a small answer can't become a large one here. */
async function read(response: IncomingMessage): Promise<Buffer> {
  const stream = unpacked(response);
  const chunks: Buffer[] = [];
  let packed = 0;
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    packed += chunk.length;
    if (packed > MOST_BYTES) response.destroy();
  });
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      chunks.push(chunk.subarray(0, MOST_BYTES - size));
      size += chunk.length;
      if (size >= MOST_BYTES) break;
    }
  } catch (error) {
    // What came before it broke off may say enough.
    if (chunks.length === 0) throw error;
  } finally {
    stream.destroy();
    response.destroy();
  }
  return Buffer.concat(chunks);
}

/**
 * A page of the public web, by GET, following at most three redirects, each of which is checked like the first address.
 * @throws Unreadable
 */
export async function getPage(link: string, options: GetOptions): Promise<Page> {
  const signal = AbortSignal.timeout(options.patience ?? PATIENCE);
  const late = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(new Unreadable('too-slow', 'The page takes too long.')), { once: true }),
  );
  try {
    return await Promise.race([follow(new URL(link), options, signal), late]);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw signal.aborted ? new Unreadable('too-slow', 'The page takes too long.') : unreachable();
  } finally {
    late.catch(() => undefined);
  }
}

async function follow(start: URL, options: GetOptions, signal: AbortSignal): Promise<Page> {
  let url = start;
  for (let redirects = 0; ; redirects++) {
    const address = await addressOf(url, options);
    signal.throwIfAborted();
    const response = await request(url, address, options.userAgent, signal);
    const { statusCode = 0, headers } = response;
    if (REDIRECTS.includes(statusCode) && headers.location) {
      response.destroy();
      if (redirects >= MOST_REDIRECTS) throw new Unreadable('too-many-redirects', 'The page leads on and on.');
      if (!URL.canParse(headers.location, url.href)) throw unreachable();
      url = new URL(headers.location, url.href);
      continue;
    }
    const contentType = headers['content-type'] ?? '';
    if (statusCode < 200 || statusCode >= 300) {
      response.destroy();
      throw new Unreadable('refused', 'The page answers with an error, or only to people who are signed in there.');
    }
    if (!/^\s*(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i.test(contentType)) {
      response.destroy();
      throw new Unreadable('not-a-page', 'The link leads to a file, which says nothing of itself here.');
    }
    return { url: url.href, contentType, bytes: await read(response) };
  }
}
