import { z } from '@hono/zod-openapi';
import {
  COMMUNITY,
  CommunityParam,
  Facet,
  HttpUrl,
  Id,
  IdempotencyHeader,
  IfMatchHeader,
  ItemParam,
  Language,
  Line,
  ObjectRef,
  Source,
  Time,
  TopicLabel,
  TopicRef,
  body,
  flag,
  json,
  jsonWithEtag,
  many,
  operation,
  pageOf,
  pageQuery,
  orNull,
} from './common.js';

/** Chosen by the person; never computed. Peripheral: reading is participating. */
export const Participation = z.enum(['core', 'active', 'peripheral', 'break']).openapi('Participation');
export const Visibility = z.enum(['everyone', 'members', 'stewards', 'nobody']).openapi('Visibility');
/** The fields whose readers a member chooses. */
export const FieldVisibility = z
  .object({
    bio: Visibility,
    place: Visibility,
    languages: Visibility,
    timeZone: Visibility,
    offers: Visibility,
    needs: Visibility,
    links: Visibility,
    groups: Visibility.openapi({ description: 'The groups and cohorts one belongs to; stewards, who set them, see them all the same.' }),
    participation: Visibility,
    workingHours: Visibility,
    fields: Visibility.openapi({ description: 'The community’s own fields; without a word on it: members.' }),
    presence: Visibility.openapi({ description: 'Whether somebody has been here today or this week; without a word on it: members.' }),
  })
  .partial()
  .openapi('FieldVisibility');

/** Who sees a field whose member has said nothing on it, where that is not everyone. */
export const USUAL_READERS: Readonly<Record<string, string>> = { fields: 'members', presence: 'members' };

/** Local times, `HH:MM`; from 22:00 to 07:00 goes over midnight. */
const HourOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export const QuietHours = z
  .object({ from: HourOfDay, to: HourOfDay })
  .openapi('QuietHours', { description: 'When nobody asks for help, in the member’s own time zone. Equal times: never quiet.' });

export const WorkingHours = z
  .object({
    days: z.array(z.int().min(1).max(7)).min(1).max(7).openapi({ description: 'ISO 8601 weekdays, 1 (Monday) to 7.' }),
    from: HourOfDay,
    to: HourOfDay,
  })
  .openapi('WorkingHours', { description: 'When somebody works, in their own time zone; from 22:00 to 06:00 goes over midnight.' });

export const Link = z
  .object({
    kind: z.enum(['website', 'email', 'chat', 'meeting', 'orcid', 'social']),
    label: z.string().max(100),
    url: z.string().max(500),
  })
  .openapi('Link');
export const Group = z.object({ name: z.string(), role: z.string().nullable() }).openapi('Group');

/** `groups`: set which groups somebody belongs to; `export` and `delete` are one’s own. */
export const MemberAction = z.enum(['edit', 'groups', 'export', 'delete']).openapi('MemberAction');

/** Why somebody was found by `helpWith`, or by `needHelpWith` (`need`). */
export const HelpReason = z
  .object({
    kind: z.enum(['offer', 'topic', 'answered', 'need']),
    topic: orNull(TopicRef).openapi({ description: 'What they offer, work on or need.' }),
    question: orNull(ObjectRef).openapi({ description: 'A question like that, on which an answer of theirs was accepted or used.' }),
  })
  .openapi('HelpReason');

export const Member = z
  .object({
    id: Id,
    name: z.string(),
    headline: z.string(),
    bio: z.string().openapi({ description: 'Markdown; may be empty.' }),
    avatarUrl: z.string().nullable(),
    pronouns: z.string().nullable(),
    place: z.string().nullable().openapi({ description: 'City and country, as the person writes them.' }),
    country: z.string().nullable().openapi({ description: 'ISO 3166-1 alpha-2.' }),
    languages: z.array(z.string()),
    timeZone: z.string().nullable().openapi({ description: 'IANA name.' }),
    topics: z.array(TopicRef),
    offers: z.array(TopicRef).openapi({ description: 'I can help with.' }),
    needs: z.array(TopicRef).openapi({ description: 'I’d like help with.' }),
    links: z.array(Link),
    groups: z.array(Group),
    participation: orNull(Participation),
    workingHours: orNull(WorkingHours),
    fields: z.record(z.string(), z.string()).openapi({ description: 'Values of the community’s own profile fields, by the field’s id.' }),
    presence: z
      .enum(['today', 'week'])
      .nullable()
      .openapi({ description: 'Seen here within 24 hours, or 7 days; null where it is longer ago, or not told. No exact time.' }),
    steward: z.boolean(),
    demo: z.boolean(),
    joinedAt: Time.nullable().openapi({ description: 'Null for authors of imported content who never joined.' }),
    updatedAt: Time,
    version: z.int(),
    listed: z.boolean().openapi({ description: 'false: has left the directory; seen by themselves and stewards only.' }),
    visibility: orNull(FieldVisibility).openapi({ description: 'Who sees which field; for the member and stewards only, else null.' }),
    quietHours: orNull(QuietHours).openapi({ description: 'For the member alone, else null; null: 22:00 to 07:00.' }),
    asksPerWeek: z.int().nullable().openapi({
      description:
        'How often the member is asked to help in seven days at most, below the community’s rule. For the member alone, else null.',
    }),
    reminders: z.boolean().nullable().openapi({
      description: 'Whether the member is asked once how an accepted answer worked. For the member alone, else null.',
    }),
    deletionDueAt: Time.nullable().openapi({
      description: 'When the account will be deleted, as its member has asked. For the member alone, else null.',
    }),
    viewer: z.object({ self: z.boolean(), can: z.array(MemberAction) }),
    source: orNull(Source),
    reasons: z.array(HelpReason).optional().openapi({
      description: 'Why this person was found, the weightiest first; only in lists asked for by `helpWith` or `needHelpWith`.',
    }),
  })
  .openapi('Member');

export const MemberPatch = z
  .object({
    name: Line.min(1).max(100),
    headline: Line.max(160),
    bio: z.string().trim().max(5000),
    pronouns: Line.max(40).nullable(),
    place: Line.max(120).nullable(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .nullable(),
    languages: z.array(Language).max(10),
    timeZone: z.string().max(60).nullable(),
    topics: z.array(TopicLabel).max(12),
    offers: z.array(TopicLabel).max(12),
    needs: z.array(TopicLabel).max(12),
    links: z
      .array(
        Link.extend({
          url: z
            .union([
              HttpUrl,
              z
                .string()
                .max(500)
                .regex(/^mailto:[^\s@]+@[^\s@]+$/),
            ])
            .openapi({ type: 'string' }),
        }),
      )
      .max(8),
    participation: orNull(Participation),
    workingHours: orNull(WorkingHours),
    fields: z
      .record(z.string().max(40), z.string().trim().max(300))
      .openapi({ description: 'Those of the community’s own fields that change; an empty text takes a value away.' }),
    listed: z.boolean(),
    visibility: FieldVisibility,
    quietHours: orNull(QuietHours),
    asksPerWeek: z.int().min(0).max(50).nullable().openapi({ description: '0: never; null: as often as the community’s rule says.' }),
    reminders: z.boolean(),
  })
  .partial()
  .openapi('MemberPatch');

export const GroupsPut = z
  .object({
    groups: z.array(z.object({ name: Line.min(1).max(100), role: Line.min(1).max(60).nullable() })).max(20),
  })
  .openapi('GroupsPut');
/** The name, as a sign that it is meant. */
export const NewDeletion = z.object({ name: z.string().max(200) }).openapi('NewDeletion');
export const MemberExport = z
  .object({
    format: z.literal('cop-member-export'),
    version: z.literal(1),
    readme: z.array(z.string()).openapi({ description: 'What is in here, in plain words, a line each.' }),
    exportedAt: Time,
    community: z.object({ id: Id, name: z.string() }),
    tables: z
      .record(z.string(), z.array(z.record(z.string(), z.unknown())))
      .openapi({ description: 'The rows of every table that are this member’s, by the table’s name.' }),
  })
  .openapi('MemberExport');

export const MemberSort = z.enum(['name', 'joined', 'relevance']).openapi('MemberSort');
/** People who may be asked for by id in one request. */
const MOST_IDS = 100;
export const MemberQuery = z.object({
  ...pageQuery,
  id: z
    .preprocess((v) => (v === undefined || Array.isArray(v) ? v : [v]), z.array(z.string().max(64)).max(MOST_IDS).optional())
    .openapi({
      type: 'array',
      items: { type: 'string' },
      description:
        'These people, in this order, also such as are not in the directory; up to 100. Who is gone, or not to be seen, is left out. Nothing else narrows or pages such a list.',
    }),
  q: z.string().trim().max(200).optional().openapi({ description: 'Name, headline, bio, topics, offers, place; offers weigh most.' }),
  helpWith: z.string().trim().max(300).optional().openapi({
    description:
      'In plain words, such as the title of a question: who can help with it? By offers (these weigh most), topics, and answers that were accepted or used on such questions. Not among them: oneself, and who is on a break.',
  }),
  needHelpWith: z.string().trim().max(300).optional().openapi({ description: 'Who would like help with it as well?' }),
  name: z.string().trim().max(100).optional().openapi({ description: 'Only whose name, or a word of it, begins so.' }),
  topic: many(z.string().max(64)).openapi({ type: 'array', items: { type: 'string' } }),
  offers: many(z.string().max(64)).openapi({ type: 'array', items: { type: 'string' } }),
  needs: many(z.string().max(64)).openapi({ type: 'array', items: { type: 'string' } }),
  country: many(z.string().max(2)).openapi({ type: 'array', items: { type: 'string' } }),
  language: many(z.string().max(35)).openapi({ type: 'array', items: { type: 'string' } }),
  zone: many(z.string().max(60)).openapi({ type: 'array', items: { type: 'string' }, description: 'Time zones, by their IANA names.' }),
  group: many(z.string().max(100)).openapi({ type: 'array', items: { type: 'string' } }),
  field: many(z.string().max(110)).openapi({
    type: 'array',
    items: { type: 'string' },
    description:
      'Values of the community’s own fields that are chosen from a list, as `field:value`; values of one field widen, fields narrow.',
  }),
  sort: MemberSort.optional(),
  facets: flag.openapi({ type: 'boolean' }),
});
export const MemberPage = pageOf('MemberPage', Member, {
  facets: z
    .object({
      topic: z.array(Facet),
      offers: z.array(Facet),
      needs: z.array(Facet),
      country: z.array(Facet),
      language: z.array(Facet),
      zone: z.array(Facet),
      group: z.array(Facet),
      fields: z
        .array(z.object({ id: Id, label: z.string(), values: z.array(Facet) }))
        .openapi({ description: 'The community’s own fields that are chosen from a list.' }),
    })
    .nullable(),
});

const tags = ['Members'];
export const listMembers = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/members`,
  operationId: 'listMembers',
  tags,
  summary: 'The directory, filtered',
  request: { params: CommunityParam, query: MemberQuery },
  responses: { 200: json(MemberPage, 'A page of members') },
});
export const getMember = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/members/{id}`,
  operationId: 'getMember',
  tags,
  summary: 'One member; contributions are activities with this actor',
  request: { params: ItemParam },
  responses: { 200: jsonWithEtag(Member, 'The member') },
});
export const updateMember = operation('member', {
  method: 'patch',
  path: `${COMMUNITY}/members/{id}`,
  operationId: 'updateMember',
  tags,
  summary: 'Edit one’s own profile',
  request: { params: ItemParam, headers: IfMatchHeader, body: body(MemberPatch) },
  responses: { 200: jsonWithEtag(Member, 'The member') },
});
export const putGroups = operation('steward', {
  method: 'put',
  path: `${COMMUNITY}/members/{id}/groups`,
  operationId: 'putMemberGroups',
  tags,
  summary: 'Set the groups and cohorts that somebody belongs to',
  request: { params: ItemParam, headers: IfMatchHeader, body: body(GroupsPut) },
  responses: { 200: jsonWithEtag(Member, 'The member') },
});
export const exportMember = operation('member', {
  method: 'get',
  path: `${COMMUNITY}/members/{id}/export`,
  operationId: 'exportMember',
  tags,
  summary: 'All that is kept of oneself',
  request: { params: ItemParam },
  responses: { 200: json(MemberExport, 'The data, with a readme') },
});
export const requestDeletion = operation('member', {
  method: 'post',
  path: `${COMMUNITY}/members/{id}/deletion`,
  operationId: 'requestDeletion',
  tags,
  summary: 'Have one’s own account deleted in 24 hours; what others read stays, without a name',
  request: { params: ItemParam, headers: IdempotencyHeader, body: body(NewDeletion) },
  responses: { 200: jsonWithEtag(Member, 'The member, with the time when it will be') },
});
export const cancelDeletion = operation('member', {
  method: 'delete',
  path: `${COMMUNITY}/members/{id}/deletion`,
  operationId: 'cancelDeletion',
  tags,
  summary: 'Keep the account after all',
  request: { params: ItemParam },
  responses: { 200: jsonWithEtag(Member, 'The member') },
});
