import { z } from '@hono/zod-openapi';
import { COMMUNITY, CommunityParam, Id, MemberRef, Role, Source, Time, body, json, operation, orNull } from './common.js';

/** What an endpoint can do. Elements show no control for what is missing here. */
export const Capability = z
  .enum([
    'questions',
    'answers',
    'comments',
    'votes',
    'uses',
    'resources',
    'files',
    'members',
    'activities',
    'posts',
    'reactions',
    'stream',
    'catch-up',
    'search',
    'saves',
    'collections',
    'requests',
    'link-preview',
    'endorsements',
    'reviews',
    'follows',
    'revisions',
    'same-questions',
    'reports',
    'stewarding',
    'ladder',
  ])
  .openapi('Capability');

const whole = (least: number, most: number) => z.int().min(least).max(most);
/** Who is asked when nobody has answered. */
export const LadderRules = z
  .object({
    hours: z.array(whole(0, 720)).length(4).openapi({
      description:
        'Hours from one ring to the next: from asking to the members who offer the topic, on to those who know it, to other members, to the stewards. A question has reached somebody when their sum is over.',
    }),
    size: whole(1, 20).openapi({ description: 'How many are asked in each ring at most.' }),
    weeklyCap: whole(0, 50).openapi({
      description: 'How often one person is asked in any seven days at most. 0: nobody is asked.',
    }),
    remindAfterHours: whole(1, 2160).openapi({ description: 'Hours after accepting when the asker is asked, once, how it went.' }),
  })
  .openapi('LadderRules');
export const Rules = z
  .object({
    anonymousQuestions: z.boolean().openapi({ description: 'Members may ask without their name being shown to members.' }),
    premoderatedResources: z.boolean().openapi({ description: 'What members suggest waits for a steward.' }),
    autoCloseDays: whole(1, 3650)
      .nullable()
      .openapi({ description: 'Days without anything new after which an answered question closes; null: never.' }),
    reviewMonths: whole(1, 120).openapi({ description: 'Months after which a resource is looked at again.' }),
    ladder: LadderRules,
  })
  .openapi('Rules', { description: 'What the community has agreed on; the server keeps to it.' });
/** A field of profiles that this community has beside the usual ones. */
export const ProfileField = z
  .object({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    label: z.string().trim().min(1).max(60),
    type: z.enum(['text', 'url', 'choice']),
    options: z
      .array(z.string().trim().min(1).max(60))
      .max(30)
      .optional()
      .openapi({ description: 'What there is to choose from, for a choice.' }),
  })
  .openapi('ProfileField');

export const Community = z
  .object({
    id: Id,
    name: z.string(),
    description: z.string(),
    language: z.string(),
    capabilities: z.array(Capability),
    counts: z.object({
      questions: z.int(),
      answered: z.int(),
      resources: z.int(),
      members: z.int(),
      collections: z.int().optional().openapi({ description: 'Collections of resources.' }),
      groups: z.int().optional().openapi({ description: 'Groups and cohorts that members belong to.' }),
      requests: z.int().optional().openapi({ description: 'Resources that somebody looks for.' }),
    }),
    limits: z.object({
      uploadBytes: z.int().openapi({ description: 'Largest file, in bytes.' }),
      uploadTypes: z.array(z.string()).openapi({ description: 'Media types that are taken.' }),
    }),
    sources: z.array(Source).openapi({ description: 'Where imported content comes from, for attribution.' }),
    rules: Rules,
    profileFields: z.array(ProfileField).openapi({ description: 'What profiles hold beside the usual fields.' }),
  })
  .openapi('Community');

export const CommunityPatch = z
  .object({
    name: z.string().trim().min(1).max(200),
    description: z.string().trim().max(2000),
    rules: Rules.extend({ ladder: LadderRules.partial().strict() }).partial().strict(),
    profileFields: z.array(ProfileField).max(10),
  })
  .partial()
  .openapi('CommunityPatch', {
    description: 'What is not named stays as it is, also within rules; the list of profile fields is the whole list.',
  });

export const Permission = z
  .enum([
    'ask',
    'answer',
    'comment',
    'vote',
    'use',
    'suggest',
    'save',
    'collect',
    'request',
    'endorse',
    'upload',
    'react',
    'post',
    'follow',
    'edit-profile',
    'moderate',
  ])
  .openapi('Permission');

export const Session = z
  .object({
    member: orNull(MemberRef),
    role: Role,
    can: z.array(Permission),
    lastVisitAt: Time.nullable().openapi({ description: 'Up to when this person has seen the feed.' }),
    waiting: z
      .object({
        forMe: z.int(),
        reminders: z.int(),
        forStewards: z.int(),
        catchUp: z.int().optional().openapi({ description: 'Acts of others that wait in the catch-up; 51: more than 50.' }),
      })
      .optional()
      .openapi({
        description:
          'How many questions I was asked to help with, how many reminders, and for stewards how many unanswered questions wait for me.',
      }),
  })
  .openapi('Session');

export const LastVisit = z.object({ at: Time }).openapi('LastVisit');

export const listCommunities = operation('visitor', {
  method: 'get',
  path: '/communities',
  operationId: 'listCommunities',
  tags: ['Communities'],
  summary: 'The communities of this endpoint',
  responses: { 200: json(z.object({ items: z.array(Community) }).openapi('CommunityList'), 'All communities') },
});
export const getCommunity = operation('visitor', {
  method: 'get',
  path: COMMUNITY,
  operationId: 'getCommunity',
  tags: ['Communities'],
  summary: 'One community: what it is, and what its endpoint can do',
  request: { params: CommunityParam },
  responses: { 200: json(Community, 'The community') },
});
export const updateCommunity = operation('steward', {
  method: 'patch',
  path: COMMUNITY,
  operationId: 'updateCommunity',
  tags: ['Communities'],
  summary: 'Set rules, profile fields, name, description; the last one to set a rule wins',
  request: { params: CommunityParam, body: body(CommunityPatch) },
  responses: { 200: json(Community, 'The community') },
});
export const getSession = operation('visitor', {
  method: 'get',
  path: `${COMMUNITY}/session`,
  operationId: 'getSession',
  tags: ['Session'],
  summary: 'Who am I here, and what may I do',
  request: { params: CommunityParam },
  responses: { 200: json(Session, 'The session; a visitor’s has no member') },
});
export const putLastVisit = operation('member', {
  method: 'put',
  path: `${COMMUNITY}/session/last-visit`,
  operationId: 'putLastVisit',
  tags: ['Session'],
  summary: 'I have seen the feed up to here',
  request: { params: CommunityParam, body: { required: true, content: { 'application/json': { schema: LastVisit } } } },
  responses: { 200: json(Session, 'The session') },
});
