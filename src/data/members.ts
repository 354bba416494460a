import type { Member, MemberPage, MemberPatch } from '../contract/index.js';
import { pagedRead, read, type PagedRead, type Read, type Write } from './read.js';

export interface MemberFilters {
  q?: string | undefined;
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

export const listMembers = (filters: MemberFilters): PagedRead<MemberPage> => pagedRead('members', '/members', filters);
export const getMember = (id: string): Read<Member> => read('members', `/members/${id}`);
export const editProfile = (id: string, version: number, patch: MemberPatch): Write<Member> => ({
  method: 'PATCH', path: `/members/${id}`, body: patch, ifMatch: version, touches: ['members', 'session'],
});
