import type { Problem as ProblemDocument } from '../contract/index.js';
import { parseJson, toJson } from './json.js';
import { Problem } from './problem.js';

/** The query of an address; a list repeats its name, what is empty is left out. */
export type Query = Record<string, string | number | boolean | readonly string[] | null | undefined>;

/** What a request may carry. */
export interface Request {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: Query | undefined;
  body?: unknown;
  /** Version the edit started from. */
  ifMatch?: number | undefined;
  /** Makes a repeat harmless. */
  idempotencyKey?: string | undefined;
  signal?: AbortSignal | undefined;
  headers?: Record<string, string>;
  /** Goes on when the page ends. */
  keepalive?: boolean;
}

/** How the endpoint is reached. */
export interface HttpOptions {
  /** URL of the community, without a slash at the end. */
  endpoint: string;
  /** Stands in for `fetch`: an adapter to another back end, or a host's own client. */
  fetch?: typeof fetch | undefined;
  /** The host's token; `refresh` is true after a 401. */
  getToken?: ((options: { refresh: boolean }) => Promise<string | null>) | undefined;
  credentials?: RequestCredentials | undefined;
  /** For Accept-Language. */
  language?: (() => string) | undefined;
}

/** The only place that talks to the network. Every failure is a {@link Problem}. */
export class Http {
  #options: HttpOptions;
  #token: Promise<string | null> | undefined;

  constructor(options: HttpOptions) {
    this.#options = options;
  }

  get endpoint(): string {
    return this.#options.endpoint;
  }

  /** Takes those of the host's settings that are given; where one is another than before, the token is asked for anew. */
  configure(options: Partial<Omit<HttpOptions, 'endpoint'>>): boolean {
    const changes = Object.entries(options).filter(
      ([name, value]) => value !== undefined && value !== this.#options[name as keyof HttpOptions],
    );
    if (changes.length === 0) return false;
    this.#options = { ...this.#options, ...Object.fromEntries(changes) };
    this.#token = undefined;
    return true;
  }

  /** JSON of an answer; undefined where it has no body. */
  async json<T>(path: string, request: Request = {}): Promise<T> {
    const response = await this.send(path, { ...request, headers: { accept: 'application/json', ...request.headers } });
    if (response.status === 204) return undefined as T;
    try {
      return parseJson(await response.text()) as T;
    } catch (error) {
      if (request.signal?.aborted) throw error;
      throw new Problem(502, { type: 'not-json', detail: 'The answer is not JSON.' });
    }
  }

  /** A successful response, or a Problem. */
  async send(path: string, request: Request = {}): Promise<Response> {
    const first = await this.#fetch(path, request, false);
    const response = first.status === 401 && this.#options.getToken ? await this.#fetch(path, request, true) : first;
    if (response.ok) return response;
    const document = (await response.json().catch(() => ({}))) as Partial<ProblemDocument>;
    throw new Problem(response.status, document);
  }

  /** Absolute URL of something that the endpoint names, whatever the page's `<base>`. */
  url(path: string, query: Query = {}): URL {
    const base = new URL(this.#options.endpoint, globalThis.location?.href);
    const url = path.startsWith('/') ? new URL(base.href.replace(/\/$/, '') + path) : new URL(path, base);
    for (const [key, value] of Object.entries(query)) {
      if (value === undefined || value === null || value === '') continue;
      for (const one of Array.isArray(value) ? value : [value]) url.searchParams.append(key, String(one));
    }
    return url;
  }

  async #fetch(path: string, request: Request, refresh: boolean): Promise<Response> {
    const { fetch: send = fetch, credentials = 'same-origin', language } = this.#options;
    const headers: Record<string, string> = { ...request.headers };
    const token = await this.#getToken(refresh);
    if (token) headers['authorization'] = `Bearer ${token}`;
    const lang = language?.();
    if (lang) headers['accept-language'] = lang;
    if (request.ifMatch !== undefined) headers['if-match'] = `"${request.ifMatch}"`;
    if (request.idempotencyKey) headers['idempotency-key'] = request.idempotencyKey;
    let body: BodyInit | null = null;
    if (request.body instanceof FormData) body = request.body;
    else if (request.body !== undefined) {
      headers['content-type'] = 'application/json';
      body = toJson(request.body);
    }
    const init: RequestInit = { method: request.method ?? 'GET', headers, body, credentials, signal: request.signal ?? null };
    if (request.keepalive) init.keepalive = true;
    try {
      return await send(this.url(path, request.query), init);
    } catch (error) {
      if (request.signal?.aborted) throw error;
      throw new Problem(0, { detail: error instanceof Error ? error.message : String(error) });
    }
  }

  /** One call for all requests that wait; one refresh for all that were refused together. */
  #getToken(refresh: boolean): Promise<string | null> {
    const { getToken } = this.#options;
    if (!getToken) return Promise.resolve(null);
    if (refresh && !this.#refreshing) {
      this.#refreshing = true;
      this.#token = getToken({ refresh: true }).finally(() => setTimeout(() => (this.#refreshing = false), 1000));
    }
    this.#token ??= getToken({ refresh: false });
    return this.#token.catch(() => {
      this.#token = undefined;
      return null;
    });
  }
  #refreshing = false;
}
