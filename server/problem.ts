import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** What can go wrong, by code. The code ends the `type` of the problem document, the title is for people. */
const KINDS = {
  malformed: [400, 'The request can’t be read'],
  'bad-cursor': [400, 'The cursor doesn’t belong to this list'],
  unauthenticated: [401, 'Sign in first'],
  forbidden: [403, 'You may not do this'],
  'cross-site': [403, 'Writes from this site are not allowed'],
  'not-found': [404, 'Not found'],
  'not-allowed': [405, 'This can’t be done here'],
  conflict: [409, 'This doesn’t fit what is there now'],
  gone: [410, 'It is no longer there'],
  'stale-version': [412, 'Somebody changed it in the meantime'],
  'too-large': [413, 'Too large'],
  'unsupported-type': [415, 'This media type is not taken'],
  invalid: [422, 'Some fields are not valid'],
  'key-reused': [422, 'This Idempotency-Key was sent with another request'],
  'version-required': [428, 'An edit needs the version it started from'],
  'too-many-requests': [429, 'Too many requests'],
  internal: [500, 'Something went wrong on the server'],
  unavailable: [503, 'Not available right now'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>;

export type ProblemCode = keyof typeof KINDS;
export interface FieldError {
  /** JSON Pointer (RFC 6901) into the body, or the name of a parameter. */
  pointer: string;
  code: string;
  detail: string;
}

/** What is there already, where a write would make it a second time. */
export interface Existing {
  type: 'resource';
  id: string;
  title: string;
  url: string | null;
}

/** The one error that is meant for the person who asked (RFC 9457). Routes, stores and policy throw it; app.ts answers with it. */
export class Problem extends Error {
  override name = 'Problem';
  readonly status: ContentfulStatusCode;
  readonly title: string;
  readonly errors: readonly FieldError[] | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly existing: Existing | undefined;

  constructor(
    readonly code: ProblemCode,
    readonly detail?: string,
    more: { errors?: readonly FieldError[]; headers?: Record<string, string>; existing?: Existing; cause?: unknown } = {},
  ) {
    super(detail ?? code, { cause: more.cause });
    [this.status, this.title] = KINDS[code];
    this.errors = more.errors;
    this.headers = more.headers ?? {};
    this.existing = more.existing;
  }

  /** The document, with the request's id as `instance`. */
  toResponse(requestId: string): Response {
    const document = {
      type: `urn:cop:problem:${this.code}`,
      title: this.title,
      status: this.status,
      ...(this.detail !== undefined && { detail: this.detail }),
      instance: `urn:uuid:${requestId}`,
      ...(this.errors && { errors: this.errors }),
      ...(this.existing && { existing: this.existing }),
    };
    return new Response(JSON.stringify(document), {
      status: this.status,
      headers: { ...this.headers, 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
    });
  }
}

/** One field is wrong. @param pointer JSON Pointer into the body, such as `/title`. */
export function invalidField(pointer: string, code: string, detail: string): Problem {
  return new Problem('invalid', detail, { errors: [{ pointer, code, detail }] });
}

interface Issue {
  path: readonly PropertyKey[];
  code?: string;
  message: string;
}
/** What zod found, as fields. In bodies a path becomes a JSON Pointer; elsewhere it is the parameter's name. */
export function invalid(issues: readonly Issue[], where: string): Problem {
  const inBody = where === 'json' || where === 'form';
  const pointer = (path: readonly PropertyKey[]) =>
    inBody ? path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('') : String(path[0] ?? '');
  return new Problem('invalid', undefined, {
    errors: issues.map((issue) => ({ pointer: pointer(issue.path), code: issue.code ?? 'invalid', detail: issue.message })),
  });
}

const BY_STATUS: Partial<Record<number, ProblemCode>> = {
  400: 'malformed',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-allowed',
  413: 'too-large',
  415: 'unsupported-type',
};
/** PostgreSQL's codes (appendix A of its manual) that have their cause in the request or pass by themselves. */
const BY_SQLSTATE: Record<string, [ProblemCode, string]> = {
  '22021': ['invalid', 'The text holds a character that can’t be stored.'],
  '22P05': ['invalid', 'The text holds a character that can’t be stored.'],
  '22003': ['invalid', 'A number is out of range.'],
  '22007': ['invalid', 'A time is out of range.'],
  '22008': ['invalid', 'A time is out of range.'],
  '22P02': ['not-found', 'There is nothing with this id.'],
  '23503': ['conflict', 'It refers to something that is no longer there.'],
  '23505': ['conflict', 'It is there already.'],
  '40001': ['unavailable', 'Too many people are writing at once; try again.'],
  '40P01': ['unavailable', 'Too many people are writing at once; try again.'],
  '53300': ['unavailable', 'The database takes no more connections.'],
  '57P01': ['unavailable', 'The database is restarting.'],
};

/** Any error as a problem; what nobody foresaw is `internal`, and says nothing of its inside. */
export function problemFrom(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException)
    return new Problem(BY_STATUS[error.status] ?? 'internal', error.message || undefined, { cause: error });
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof Problem) return cause;
    const known = BY_SQLSTATE[String((cause as { code?: unknown }).code)];
    if (known) return new Problem(known[0], known[1], { cause: error });
  }
  return new Problem('internal', undefined, { cause: error });
}
