import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Server as HttpServer } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import pg from 'pg';
import pino from 'pino';
import { createApp } from '../../server/app.js';
import { readConfig, type Config } from '../../server/config.js';
import type { Server } from '../../server/context.js';
import { openApiDocument, operations } from '../../server/contract/document.js';
import { openDatabase, type Database } from '../../server/store/database.js';
import { seed, type SeedIds } from './seed.js';

/*
 * A whole server on a port of its own, over an embedded database in memory, or over a new database beside DATABASE_URL.
 * Every answer that a test asks for is checked against the contract.
 */

export type Persona = 'visitor' | 'anna' | 'ben' | 'stella';
export const COMMUNITY = 'team-coaching';
export const OTHER_COMMUNITY = 'digital-government';

export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  body: T;
  etag: string;
}
interface Ask {
  body?: unknown;
  headers?: Record<string, string>;
  /** Sent as it is, with its own content type. */
  raw?: BodyInit;
}
export interface Client {
  get<T = never>(path: string, ask?: Ask): Promise<Answer<T>>;
  post<T = never>(path: string, body?: unknown, ask?: Ask): Promise<Answer<T>>;
  put<T = never>(path: string, body?: unknown, ask?: Ask): Promise<Answer<T>>;
  patch<T = never>(path: string, body: unknown, version: string | null, ask?: Ask): Promise<Answer<T>>;
  delete<T = never>(path: string, version?: string | null, ask?: Ask): Promise<Answer<T>>;
}
export interface Harness {
  /** `http://127.0.0.1:port` */
  origin: string;
  /** Where a community's operations live, for use with plain `fetch`. */
  url(path: string, community?: string): string;
  as(persona: Persona, community?: string): Client;
  /** Any request, its answer checked against the contract. */
  ask<T = never>(method: string, url: string, headers: Record<string, string>, body?: BodyInit): Promise<Answer<T>>;
  ids: SeedIds;
  server: Server;
  database: Database;
  /** Sets the server's clock, for what comes with time; null: the real one. */
  setClock(now: Date | null): void;
  /** What the server wrote to its log. */
  logged: string[];
  close(): Promise<void>;
}

/** Starts a server: `before(async () => { server = await startServer(); })`, and `after(() => server.close())`. */
export async function startServer(change: Partial<Config> = {}): Promise<Harness> {
  const { database, drop } = await freshDatabase();
  const ids = await seed(database.db);
  const logged: string[] = [];
  const closing = new AbortController();
  const config: Config = { ...readConfig({}, ['--demo']), writesPerMinute: 100_000, ...change };
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  let now: Date | null = null;
  const server: Server = { database, config, log, clock: () => now ?? new Date(), closing: closing.signal };
  const http = createAdaptorServer({ fetch: createApp(server).fetch }) as HttpServer;
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    closing.abort();
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
    await database.close();
    await drop();
  };
  const url = (path: string, community = COMMUNITY) => `${origin}/api/communities/${community}${path}`;
  const as = (persona: Persona, community?: string) =>
    client((path) => url(path, community), persona === 'visitor' ? {} : { cookie: `cop-session=${persona}` });
  const setClock = (time: Date | null) => void (now = time);
  return { origin, url, as, ask, ids, server, database, setClock, logged, close };
}

export async function freshDatabase(): Promise<{ database: Database; drop: () => Promise<void> }> {
  const server = await freshUrl();
  if (!server) return { database: await openDatabase({ memory: true }), drop: async () => undefined };
  return { database: await openDatabase({ databaseUrl: server.url }), drop: server.drop };
}

/** A new, empty database on the server of DATABASE_URL, where there is one. */
export async function freshUrl(): Promise<{ url: string; drop: () => Promise<void> } | undefined> {
  const base = process.env.DATABASE_URL;
  if (!base) return undefined;
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = async (statement: string) => {
    const client = new pg.Client({ connectionString: base });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await admin(`create database ${name}`);
  const url = new URL(base);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => admin(`drop database ${name} with (force)`) };
}

function client(url: (path: string) => string, identity: Record<string, string>): Client {
  const send = <T>(method: string, path: string, ask: Ask, more: Record<string, string> = {}) => {
    const isJson = ask.body !== undefined;
    const headers = { ...identity, ...(isJson && { 'content-type': 'application/json' }), ...more, ...ask.headers };
    return askChecked<T>(method, url(path), headers, isJson ? JSON.stringify(ask.body) : ask.raw);
  };
  const ifMatch = (version: string | null | undefined): Record<string, string> => (version ? { 'if-match': version } : {});
  return {
    get: (path, ask = {}) => send('GET', path, ask),
    post: (path, body, ask = {}) => send('POST', path, { body, ...ask }),
    put: (path, body, ask = {}) => send('PUT', path, { body, ...ask }),
    patch: (path, body, version, ask = {}) => send('PATCH', path, { body, ...ask }, ifMatch(version)),
    delete: (path, version, ask = {}) => send('DELETE', path, ask, ifMatch(version)),
  };
}

const ask: Harness['ask'] = (method, url, headers, body) => askChecked(method, url, headers, body);

async function askChecked<T>(method: string, url: string, headers: Record<string, string>, body?: BodyInit): Promise<Answer<T>> {
  const response = await fetch(url, { method, headers, ...(body !== undefined && { body }) });
  const type = response.headers.get('content-type') ?? '';
  const text = await response.text();
  const json: unknown = /json/.test(type) && text ? JSON.parse(text) : text;
  checkAnswer(method, new URL(url).pathname, response.status, type, json);
  return { status: response.status, headers: response.headers, body: json as T, etag: response.headers.get('etag') ?? '' };
}

const document = JSON.parse(JSON.stringify(openApiDocument())) as Record<string, unknown>;
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema(document, 'contract');
const validators = new Map<string, ValidateFunction>();

/** @throws when the answer isn't one that the contract names for the operation */
export function checkAnswer(method: string, path: string, status: number, type: string, body: unknown): void {
  const found = operations.filter((op) => op.method.toUpperCase() === method && patternOf(op.path).test(path));
  // The one that says the path in letters goes before one with a parameter there.
  const operation = found.find((op) => !op.path.endsWith('}')) ?? found[0];
  const media = type.split(';')[0] ?? '';
  if (!operation) {
    // Not in the contract: only a problem document can be the answer to it.
    if (path.startsWith('/api/communities') && status < 400) throw new Error(`${method} ${path} is not in the contract`);
    if (media === 'application/problem+json') check('#/components/schemas/Problem', body, `${method} ${path}`);
    return;
  }
  const responses = operation.responses as Record<string, { content?: Record<string, unknown> }>;
  const key = status in responses ? String(status) : status >= 500 ? '5XX' : status >= 400 ? '4XX' : undefined;
  if (key === undefined) throw new Error(`${operation.operationId} answered ${status}, which the contract does not name`);
  const content = responses[key]?.content;
  if (!content) return;
  if (!(media in content) && !('application/octet-stream' in content))
    throw new Error(`${operation.operationId} answered ${status} as ${media || 'nothing'}`);
  if (!media.includes('json')) return;
  const pointer = ['paths', operation.path, operation.method, 'responses', key, 'content', media, 'schema'].map((part) =>
    part.replaceAll('~', '~0').replaceAll('/', '~1'),
  );
  check(`#/${pointer.map(encodeURIComponent).join('/')}`, body, `${operation.operationId} ${status}`);
}

function check(pointer: string, body: unknown, what: string): void {
  let validate = validators.get(pointer);
  if (!validate) {
    validate = ajv.compile({ $ref: `contract${pointer}` });
    validators.set(pointer, validate);
  }
  if (!validate(body))
    throw new Error(`${what} breaks the contract: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(body).slice(0, 2000)}`);
}

const patternOf = (path: string) => new RegExp(`^/api${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);

/** The contract as it is published, for tests that compare. */
export const published = (): unknown => JSON.parse(readFileSync(new URL('../../src/contract/openapi.json', import.meta.url), 'utf8'));
