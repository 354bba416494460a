import type { FieldError, Problem as ProblemDocument } from '../contract/index.js';

/** What went wrong, in the few kinds that a reader can be told about. */
export type ProblemKind =
  'offline' | 'unauthenticated' | 'forbidden' | 'not-found' | 'stale' | 'invalid' | 'conflict' | 'too-large' | 'busy' | 'server';

const kinds: Record<number, ProblemKind> = {
  0: 'offline',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  410: 'not-found',
  412: 'stale',
  413: 'too-large',
  428: 'stale',
  429: 'busy',
  503: 'busy',
};

/** A failed request: RFC 9457 problem of the endpoint, or status 0 where no answer came. */
export class Problem extends Error {
  readonly status: number;
  readonly kind: ProblemKind;
  /** Last part of the problem's type, such as `stale-version`. */
  readonly code: string;
  readonly fields: readonly FieldError[];

  constructor(status: number, document: Partial<ProblemDocument> = {}) {
    super(document.detail ?? document.title ?? `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.kind = kinds[status] ?? (status < 500 ? 'invalid' : 'server');
    this.code = document.type?.split(':').at(-1) ?? this.kind;
    this.fields = document.errors ?? [];
  }

  /** Whether the same request may succeed later without a change. */
  get passing(): boolean {
    return this.kind === 'offline' || this.kind === 'busy' || this.kind === 'server';
  }

  static from(error: unknown): Problem {
    return error instanceof Problem ? error : new Problem(0, { detail: error instanceof Error ? error.message : String(error) });
  }
}
