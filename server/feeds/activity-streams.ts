import type { z } from '@hono/zod-openapi';
import type { AsActivity, AsObject, AsPage } from '../contract/activity-streams.js';
import type { ActivityView } from '../store/activities.js';
import { linkTo, titleOf } from './formats.js';

/*
 * Activity Streams 2.0. The vocabulary has no act of assessing something by its use, and knows no question apart from a poll: such an act
 * has a type of `cop:` beside the nearest one of the vocabulary (core, section 4.1: an extension type stands with the type it overlaps).
 */

type Act = ActivityView['type'];
type Thing = ActivityView['object'];
export type AsThing = z.infer<typeof AsObject>;

const CONTEXT = ['https://www.w3.org/ns/activitystreams', { cop: 'urn:cop:ns#' }];

/** The type of each act. */
export const ACTS: Readonly<Record<Act, string | string[]>> = {
  asked: 'Create',
  answered: 'Create',
  commented: 'Create',
  posted: 'Create',
  requested: 'Create',
  collected: 'Create',
  accepted: 'Accept',
  added: 'Add',
  joined: 'Join',
  revised: 'Update',
  used: ['Activity', 'cop:Used'],
  endorsed: ['Like', 'cop:Endorsed'],
  reviewed: ['Activity', 'cop:Reviewed'],
  thanked: ['Like', 'cop:Thanked'],
};
const THINGS: Readonly<Record<Thing['type'], string | string[]>> = {
  question: 'Question',
  answer: ['Note', 'cop:Answer'],
  comment: 'Note',
  post: 'Note',
  resource: 'Document',
  member: 'Person',
  collection: 'Collection',
  request: ['Note', 'cop:Request'],
};
const PLURALS: Partial<Record<Thing['type'], string>> = {
  question: 'questions',
  post: 'posts',
  resource: 'resources',
  member: 'members',
  collection: 'collections',
};
/** Acts whose text is the object's own; of others it is what the actor said of it. */
const WRITING: readonly Act[] = ['asked', 'answered', 'commented', 'posted', 'added', 'revised', 'requested', 'collected'];

export interface AsOptions {
  community: { id: string; name: string };
  /** The page where people meet the community; absolute. */
  page: string;
  /** The address of the community in the API; absolute, without a slash at the end. */
  api: string;
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
const absolute = (url: string | null | undefined, base: string) => {
  const found = url && URL.canParse(url, base) ? new URL(url, base) : undefined;
  return found && /^https?:$/.test(found.protocol) ? found.href : undefined;
};
/** Without the fields that hold nothing. */
const filled = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;

/** Where the API shows a thing. What is shown in a list alone is named by its place there. */
function idOf({ type, id }: Thing, target: Thing | null, api: string): string {
  const plural = PLURALS[type];
  if (plural) return `${api}/${plural}/${id}`;
  if (type === 'answer' && target) return `${api}/questions/${target.id}/answers#${id}`;
  if (type === 'comment' && target) return `${api}/comments?${target.type === 'question' ? 'thread' : target.type}=${target.id}#${id}`;
  return type === 'request' ? `${api}/requests#${id}` : `${api}#${id}`;
}

function thing(object: Thing, item: ActivityView, { api, page, community }: AsOptions): AsThing {
  const target = object === item.object ? item.target : null;
  const isReply = object.type === 'answer' || object.type === 'comment';
  const own = object === item.object && WRITING.includes(item.type) && item.summary;
  return filled({
    id: idOf(object, target, api),
    type: object.type === 'post' && object.title ? 'Article' : THINGS[object.type],
    name: object.title ?? undefined,
    summary: own ? escaped(own) : undefined,
    url: absolute(object.url, page) ?? linkTo({ community, page }, { object, target }),
    inReplyTo: isReply && target ? idOf(target, null, api) : undefined,
  });
}

function actorOf({ actor }: ActivityView, { api, page, community }: AsOptions): AsThing | undefined {
  if (!actor) return undefined;
  const icon = absolute(actor.avatarUrl, page);
  const object = { type: 'member' as const, id: actor.id, title: actor.name, url: null };
  return filled({
    id: `${api}/members/${actor.id}`,
    type: 'Person',
    name: actor.name,
    url: absolute(actor.url, page) ?? linkTo({ community, page }, { object, target: null }),
    icon: icon ? { type: 'Image' as const, url: icon } : undefined,
  });
}

function activity(item: ActivityView, options: AsOptions): Omit<z.infer<typeof AsActivity>, '@context'> {
  const { api, page, community } = options;
  const group = { id: api, type: 'Group', name: community.name, url: page };
  return filled({
    id: `${api}/activities/${item.id}`,
    type: ACTS[item.type],
    'cop:act': item.type,
    published: item.published,
    name: titleOf(item),
    summary: item.summary ? escaped(item.summary) : undefined,
    actor: actorOf(item, options),
    // Who joins is the actor, and what they join the object.
    object: item.type === 'joined' ? group : thing(item.object, item, options),
    target: item.target
      ? thing(item.target, item, options)
      : item.type === 'added'
        ? { ...group, id: `${api}/resources`, type: 'Collection' }
        : undefined,
    generator: item.source ? filled({ type: 'Service' as const, name: item.source.name, url: absolute(item.source.url, page) }) : undefined,
  });
}

/** One act by itself. */
export const asActivity = (item: ActivityView, options: AsOptions): z.infer<typeof AsActivity> => ({
  '@context': CONTEXT as z.infer<typeof AsActivity>['@context'],
  ...activity(item, options),
});

/**
 * A page of the feed.
 * @param query what was asked for, without the cursor
 * @param cursors of this page, and of those beside it; `prev` is '' for the first page
 */
export function asPage(
  items: readonly ActivityView[],
  options: AsOptions,
  query: URLSearchParams,
  cursors: { self: string | undefined; next: string | null; prev: string | null },
): z.infer<typeof AsPage> {
  const whole = `${options.api}/activities`;
  const at = (cursor: string | undefined) => {
    const params = new URLSearchParams(query);
    if (cursor) params.set('cursor', cursor);
    return `${whole}?${params}`;
  };
  const narrowed = new URLSearchParams(query);
  narrowed.delete('limit');
  const id = narrowed.size ? `${whole}?${narrowed}` : whole;
  return filled({
    '@context': CONTEXT as z.infer<typeof AsPage>['@context'],
    id: at(cursors.self),
    type: 'OrderedCollectionPage' as const,
    partOf: { id, type: 'OrderedCollection' as const, name: options.community.name, first: at(undefined) },
    next: cursors.next === null ? undefined : at(cursors.next),
    prev: cursors.prev === null ? undefined : at(cursors.prev),
    orderedItems: items.map((item) => activity(item, options)),
  });
}
