import type { MemberGroup } from '../contract/index.js';
import { read, type Read } from './read.js';

/** The groups of members, the largest first. */
export const listGroups = (): Read<{ items: MemberGroup[] }> => read('members', '/groups');
