import type { Member, MemberPage, MemberPatch } from '../contract/index.js';
import { read, type Read, type Write } from './read.js';

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
  group?: readonly string[] | undefined;
  sort?: 'name' | 'joined' | 'relevance' | undefined;
  facets?: boolean | undefined;
  limit?: number | undefined;
}

/** One page of the directory; `cursor` is the `nextCursor` of the page before. Only the start of the whole list is kept for the next visit. */
export const listMembers = (filters: MemberFilters, cursor?: string): Read<MemberPage> => ({
  ...read<MemberPage>('members', '/members', { ...filters, cursor }),
  keep: !cursor && !filters.q && !filters.helpWith && !filters.needHelpWith,
});
/** One member with their profile. */
export const getMember = (id: string): Read<Member> => read('members', `/members/${id}`);
/** Changes a profile; refused as `stale` where it is no longer of that version. */
export const editProfile = (id: string, version: number, patch: MemberPatch): Write<Member> => ({
  method: 'PATCH',
  path: `/members/${id}`,
  body: patch,
  ifMatch: version,
  touches: ['members', 'session'],
});
