import { createRoute, z } from '@hono/zod-openapi';
import { isSeen, oneLine } from '../text.js';

/** Who may call an operation at all. What a person may do with one object is in `viewer.can`. */
export const Role = z.enum(['visitor', 'member', 'steward']).openapi('Role');
export type Role = z.infer<typeof Role>;

/** A named schema or null. (`.nullable()` would make the name itself nullable in the document.) */
export const orNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()]);

export const Id = z.string().min(1).max(64);
/** RFC 3339 date-time, UTC. */
export const Time = z.iso.datetime({ offset: true }).openapi({ format: 'date-time' });
/** Markdown (CommonMark with tables). Raw HTML in it is never trusted: readers sanitise. */
export const Markdown = z.string().trim().min(1).max(30_000);
export const HttpUrl = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .openapi({ format: 'uri' });
/** BCP 47 language tag. */
export const Language = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .max(35);
/**
 * A name or a title: one line. What turns the reading order (UAX #9, explicit formatting) and controls are left out, and something must be
 * seen (UAX #44, Default_Ignorable_Code_Point). What joins letters and emoji stays.
 */
export const Line = z
  .string()
  .overwrite(oneLine)
  .refine((text) => text === '' || isSeen(text), 'Nothing of this can be seen.');
export const TopicLabel = Line.min(1).max(60);

export const TopicRef = z.object({ id: Id, label: z.string() }).openapi('TopicRef');

export const MemberRef = z
  .object({
    id: Id,
    name: z.string(),
    avatarUrl: z.string().nullable(),
    /** Where the person is known, for authors who came with imported content. */
    url: z.string().nullable(),
    demo: z.boolean().openapi({ description: 'A made-up person of the demo, shown as such.' }),
  })
  .openapi('MemberRef');

export const Source = z
  .object({
    name: z.string(),
    url: z.string().nullable(),
    licence: z.string().nullable(),
    licenceUrl: z.string().nullable(),
  })
  .openapi('Source', { description: 'Where an imported record came from; shown wherever the record is.' });

export const ObjectType = z
  .enum(['question', 'answer', 'comment', 'resource', 'post', 'member', 'collection', 'request'])
  .openapi('ObjectType');
export const ObjectRef = z
  .object({
    type: ObjectType,
    id: Id,
    title: z.string().nullable(),
    url: z.string().nullable().openapi({ description: 'A page outside, where the object is a link.' }),
  })
  .openapi('ObjectRef');

export const FieldError = z
  .object({
    pointer: z.string().openapi({ description: 'JSON Pointer (RFC 6901) into the body, or the parameter’s name.' }),
    code: z.string(),
    detail: z.string(),
  })
  .openapi('FieldError');

/** RFC 9457, with a field list. */
export const Problem = z
  .object({
    type: z.string().openapi({ example: 'urn:cop:problem:invalid' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    errors: z.array(FieldError).optional(),
    existing: ObjectRef.optional().openapi({ description: 'What is there already and stands in the way, with `conflict`.' }),
  })
  .openapi('Problem');

export const Facet = z.object({ value: z.string(), label: z.string(), count: z.int() }).openapi('Facet');

export function pageOf<T extends z.ZodType, E extends z.ZodRawShape = Record<never, never>>(name: string, item: T, extra?: E) {
  return z
    .object({
      items: z.array(item),
      nextCursor: z.string().nullable().openapi({ description: 'Pass as `cursor` for the next page; null at the end.' }),
      total: z.int().nullable().openapi({ description: 'How many match in all, where that is cheap to know.' }),
      ...(extra as E),
    })
    .openapi(name);
}

export const pageQuery = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
};

/** A list in a query string: `?topic=a&topic=b`. */
export const many = <T extends z.ZodType<unknown, string>>(item: T) =>
  z.preprocess((v) => (v === undefined ? undefined : Array.isArray(v) ? v : [v]), z.array(item).max(20).optional());

/** `true` and `false` in a query string. */
export const flag = z
  .enum(['true', 'false'])
  .transform((v) => v === 'true')
  .optional();

export const CommunityParam = z.object({ community: Id });
export const ItemParam = CommunityParam.extend({ id: Id });

/** What can be sent twice carries a key; the server answers a repeat with the first answer (kept 24 hours). */
export const IdempotencyHeader = z.object({ 'idempotency-key': z.string().min(8).max(100).optional() });
/** Edits name the version they started from (RFC 9110, section 13.1.1); without one: 428, with an old one: 412. */
export const IfMatchHeader = z.object({ 'if-match': z.string().max(100).optional() });

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
export const body = <T extends z.ZodType>(schema: T) => ({
  required: true,
  content: { 'application/json': { schema } },
});
const etag = { ETag: { schema: { type: 'string' as const }, description: 'Version, for If-Match.' } };
export const jsonWithEtag = <T extends z.ZodType>(schema: T, description: string) => ({
  ...json(schema, description),
  headers: etag,
});

type RouteConfig = Parameters<typeof createRoute>[0];

/**
 * One operation of the contract: the role it asks for, and a problem document for all that goes wrong.
 * Handlers throw problems; they return the named answers only.
 */
export function operation<P extends string, const R extends Omit<RouteConfig, 'path'> & { path: P; operationId: string }>(
  role: Role,
  config: R,
) {
  const problem = { description: 'What went wrong (RFC 9457)', content: { 'application/problem+json': { schema: Problem } } };
  const responses = { ...config.responses, '4XX': problem, '5XX': problem } as R['responses'];
  // Visitors send no credentials; for others any one of the schemes will do.
  const security: Record<string, string[]>[] = role === 'visitor' ? [{}, { bearer: [] }, { cookie: [] }] : [{ bearer: [] }, { cookie: [] }];
  return createRoute({ ...config, responses, security, 'x-role': role } as R & { 'x-role': Role });
}

export const COMMUNITY = '/communities/{community}';
