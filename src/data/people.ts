import type { MemberPage } from '../contract/index.js';
import { read, type Read } from './read.js';

/** Members whose name, or a word of it, begins so; without a beginning, the first of the directory. Of this visit only. */
export const findPeople = (name: string | undefined, limit: number): Read<MemberPage> => ({
  ...read<MemberPage>('members', '/members', { name, limit }),
  keep: false,
});
