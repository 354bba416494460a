import type { Activity, ActivityType } from '../../contract/index.js';
import type { ActivityFilters } from '../../data/lists.js';

/** What a reader can choose to see alone, as types of acts; the last two are the reader’s own, and the endpoint knows what belongs to them. */
export const FILTERS = {
  questions: ['asked', 'answered', 'accepted', 'commented'],
  resources: ['added', 'used', 'endorsed', 'reviewed', 'requested', 'collected'],
  people: ['joined'],
  news: ['posted'],
  following: [],
  mentions: [],
} as const satisfies Record<string, readonly ActivityType[]>;
/** A group of acts that a reader can choose to see alone. */
export type FeedFilter = keyof typeof FILTERS;
const NAMES = Object.keys(FILTERS) as FeedFilter[];
/** All that can be asked for. */
const TYPES: readonly string[] = [...Object.values(FILTERS).flat(), 'revised', 'thanked'];
const OWN: readonly string[] = ['following', 'mentions'];

/** What the attributes of a feed narrow it to. */
interface Narrowed {
  types: string;
  filter: FeedFilter | '';
  topic: string;
  actor: string;
  group: string;
  since: string;
  limit: number;
}

const words = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

function typesOf({ types, filter }: Pick<Narrowed, 'types' | 'filter'>): readonly ActivityType[] {
  const only = words(types).filter((type) => TYPES.includes(type)) as ActivityType[];
  const chosen: readonly ActivityType[] = filter ? FILTERS[filter] : [];
  return only.length && chosen.length ? chosen.filter((type) => only.includes(type)) : [...only, ...chosen];
}

/** What to ask the endpoint for. */
export function queryOf(feed: Narrowed): ActivityFilters {
  const [types, topic, since] = [typesOf(feed), words(feed.topic), Date.parse(feed.since)];
  return {
    type: types.length ? types : undefined,
    topic: topic.length ? topic : undefined,
    actor: feed.actor || undefined,
    group: feed.group || undefined,
    since: Number.isNaN(since) ? undefined : new Date(since).toISOString(),
    following: feed.filter === 'following' || undefined,
    mentions: feed.filter === 'mentions' || undefined,
    limit: feed.limit,
  };
}

/** Whether an act is among what a feed shows; null: only the endpoint knows. */
export function belongs(feed: Narrowed, { type, actor, forYou }: Activity): boolean | null {
  const types = typesOf(feed);
  if (types.length && !types.includes(type)) return false;
  if (feed.actor && actor?.id !== feed.actor) return false;
  if (feed.filter === 'mentions' && forYou !== 'mention') return false;
  return feed.filter === 'following' || feed.topic || feed.group ? null : true;
}

/** What there is to choose: the kinds that the page shows, where they are several, and what is one’s own for members. */
export function choices({ types }: Pick<Narrowed, 'types'>, signedIn: boolean): FeedFilter[] {
  const only = words(types);
  const names = NAMES.filter((name) =>
    OWN.includes(name) ? signedIn : !only.length || FILTERS[name].some((type: ActivityType) => only.includes(type)),
  );
  return names.filter((name) => !OWN.includes(name)).length > 1 ? names : [];
}
