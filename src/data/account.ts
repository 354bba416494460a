import type { Member, MemberExport } from '../contract/index.js';
import { read, type Read, type Write } from './read.js';

/** All that is kept of oneself. Of this visit only. */
export const exportMember = (id: string): Read<MemberExport> => ({ ...read<MemberExport>('export', `/members/${id}/export`), keep: false });

/** Has one's own account deleted in a day; the name shows that it is meant. */
export const requestDeletion = (id: string, name: string): Write<Member> => ({
  method: 'POST',
  path: `/members/${id}/deletion`,
  body: { name },
  touches: ['members'],
});

/** Keeps the account after all. */
export const cancelDeletion = (id: string): Write<Member> => ({ method: 'DELETE', path: `/members/${id}/deletion`, touches: ['members'] });

/** Sets the groups of a member; for stewards. Refused as `stale` where the profile is no longer of that version. */
export const putGroups = (id: string, version: number, groups: Member['groups']): Write<Member> => ({
  method: 'PUT',
  path: `/members/${id}/groups`,
  body: { groups },
  ifMatch: version,
  touches: ['members'],
});
