import type { CommunityInfo, Session } from '../contract/index.js';
import { read, type Read } from './read.js';

export const getCommunity = (): Read<CommunityInfo> => read('community', '');
export const getSession = (): Read<Session> => read('session', '/session');
