import type {
  ActivityPage,
  ActivityType,
  MemberPage,
  QuestionKind,
  QuestionPage,
  QuestionSort,
  ResourceKind,
  ResourcePage,
  ResourceSort,
  ResourceStatus,
  UseOutcome,
} from '../contract/index.js';
import { pagedRead, read, type PagedRead, type Read } from './read.js';

/*
 * The lists that elements begin with. The other verbs of a noun are in a module of its own, which loads with what needs it
 * (and counts against no first view).
 */

/** What narrows the list of questions. */
export interface QuestionFilters {
  q?: string | undefined;
  kind?: QuestionKind | undefined;
  topic?: readonly string[] | undefined;
  answered?: boolean | undefined;
  mine?: boolean | undefined;
  followed?: boolean | undefined;
  /** I was asked to help, and it waits for an answer. */
  forMe?: boolean | undefined;
  /** Nobody had answered when the stewards’ turn came; for stewards. */
  forStewards?: boolean | undefined;
  /** Asked about the page of this address. */
  about?: string | undefined;
  reported?: boolean | undefined;
  /** Open, not settled, and with nothing new for 30 days. */
  untouched?: boolean | undefined;
  author?: string | undefined;
  sort?: QuestionSort | undefined;
  facets?: boolean | undefined;
  limit?: number | undefined;
}

/** Questions in the order asked for. */
export const listQuestions = (filters: QuestionFilters): PagedRead<QuestionPage> => pagedRead('questions', '/questions', filters);

/** What narrows the list of resources. */
export interface ResourceFilters {
  q?: string | undefined;
  /** A link: only what the community has under it. */
  url?: string | undefined;
  /** A title: only what is like it. */
  similar?: string | undefined;
  kind?: readonly ResourceKind[] | undefined;
  topic?: readonly string[] | undefined;
  language?: readonly string[] | undefined;
  outcome?: UseOutcome | undefined;
  /** Years of publication; `since` and `until` are RFC 3339 dates. */
  year?: readonly string[] | undefined;
  since?: string | undefined;
  until?: string | undefined;
  form?: readonly ('link' | 'file')[] | undefined;
  /** `due`: needs a look. */
  mark?: readonly ('endorsed' | 'due')[] | undefined;
  saved?: boolean | undefined;
  status?: ResourceStatus | undefined;
  mine?: boolean | undefined;
  sort?: ResourceSort | undefined;
  facets?: boolean | undefined;
  limit?: number | undefined;
}

/** Resources in the order asked for, with counts for each filter. */
export const listResources = (filters: ResourceFilters): PagedRead<ResourcePage> => pagedRead('resources', '/resources', filters);

/** What narrows the directory. */
export interface MemberFilters {
  q?: string | undefined;
  /** In plain words: who can help with it? Each member found then carries `reasons`. */
  helpWith?: string | undefined;
  /** Who would like help with it as well? */
  needHelpWith?: string | undefined;
  topic?: readonly string[] | undefined;
  offers?: readonly string[] | undefined;
  needs?: readonly string[] | undefined;
  country?: readonly string[] | undefined;
  language?: readonly string[] | undefined;
  /** Time zones, by their IANA names. */
  zone?: readonly string[] | undefined;
  group?: readonly string[] | undefined;
  /** Values of the community's own fields, as `field:value`. */
  field?: readonly string[] | undefined;
  sort?: 'name' | 'joined' | 'relevance' | undefined;
  facets?: boolean | undefined;
  limit?: number | undefined;
}

/** One page of the directory; `cursor` is the `nextCursor` of the page before. Only the start of the whole list is kept for the next visit. */
export const listMembers = (filters: MemberFilters, cursor?: string): Read<MemberPage> => ({
  ...read<MemberPage>('members', '/members', { ...filters, cursor }),
  keep: !cursor && !filters.q && !filters.helpWith && !filters.needHelpWith,
});

/** What narrows the feed; `since` is an RFC 3339 time. */
export interface ActivityFilters {
  type?: readonly ActivityType[] | undefined;
  actor?: string | undefined;
  /** Name of a group of members. */
  group?: string | undefined;
  since?: string | undefined;
  /** Ids of topics. */
  topic?: readonly string[] | undefined;
  /** Only what the reader follows; only what names them. */
  following?: boolean | undefined;
  mentions?: boolean | undefined;
  limit?: number | undefined;
}

/** What happened, newest first. */
export const listActivities = (filters: ActivityFilters): PagedRead<ActivityPage> => pagedRead('activities', '/activities', filters);
