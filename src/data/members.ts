import type { Member, MemberPatch } from '../contract/index.js';
import { read, type Read, type Write } from './read.js';

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
