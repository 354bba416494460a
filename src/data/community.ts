import type { CommunityInfo, CommunityPatch, Session } from '../contract/index.js';
import { read, type Read, type Write } from './read.js';

/** What the community is, and what its endpoint can do. */
export const getCommunity = (): Read<CommunityInfo> => read('community', '');
/** Who is signed in, and what they may do. */
export const getSession = (): Read<Session> => read('session', '/session');
/** Sets rules, profile fields, name or description; what is not named stays. For stewards. */
export const editCommunity = (patch: CommunityPatch): Write<CommunityInfo> => ({
  method: 'PATCH',
  path: '',
  body: patch,
  touches: ['community'],
});
