import { z } from '@hono/zod-openapi';
import { Time } from './common.js';

/*
 * The feed in the words of Activity Streams 2.0 (w3.org/TR/activitystreams-core, -vocabulary): the same acts, for whatever reads that.
 */

export const ACTIVITY_STREAMS = 'application/activity+json';
const Iri = z.url();
const Types = z.union([z.string(), z.array(z.string()).min(1)]);
const Context = z.array(z.union([z.string(), z.record(z.string(), z.string())])).openapi({
  description: 'The vocabulary, and what this API adds to it (`cop:`).',
});

export const AsObject = z
  .object({
    id: Iri,
    type: Types,
    name: z.string().optional(),
    summary: z.string().optional().openapi({ description: 'HTML: the start of what was written, escaped.' }),
    url: Iri.optional().openapi({ description: 'A page for people.' }),
    inReplyTo: Iri.optional(),
    icon: z.object({ type: z.literal('Image'), url: Iri }).optional(),
  })
  .openapi('AsObject');
const activity = {
  id: Iri,
  type: Types.openapi({ description: 'A type of the vocabulary; with it one of `cop:` where that says more.' }),
  'cop:act': z.string().openapi({ description: 'The act in the words of this API, an ActivityType.' }),
  published: Time,
  name: z.string().openapi({ description: 'Who, and what about: plain text in no language.' }),
  summary: z.string().optional().openapi({ description: 'HTML: the start of what was written, escaped.' }),
  actor: AsObject.optional().openapi({ description: 'Not there where nobody is named.' }),
  object: AsObject,
  target: AsObject.optional(),
  generator: z
    .object({ type: z.literal('Service'), name: z.string(), url: Iri.optional() })
    .optional()
    .openapi({ description: 'Where an imported record came from.' }),
};
export const AsActivity = z.object({ '@context': Context, ...activity }).openapi('AsActivity');
export const AsPage = z
  .object({
    '@context': Context,
    id: Iri,
    type: z.literal('OrderedCollectionPage'),
    partOf: z.object({ id: Iri, type: z.literal('OrderedCollection'), name: z.string(), first: Iri }),
    next: Iri.optional(),
    prev: Iri.optional(),
    orderedItems: z.array(z.object(activity)),
  })
  .openapi('AsPage');
