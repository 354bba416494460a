import type { CommunityInfo, Session } from '../contract/index.js';
import { read, type Read } from './read.js';

/** What the community is, and what its endpoint can do. */
export const getCommunity = (): Read<CommunityInfo> => read('community', '');
/** Who is signed in, and what they may do. */
export const getSession = (): Read<Session> => read('session', '/session');
