import type { RevisionPage } from '../contract/index.js';
import { pagedRead, type PagedRead } from './read.js';

/** A text that has versions. */
export interface RevisionObject {
  type: 'question' | 'answer' | 'resource' | 'post';
  id: string;
}

/** The states of one text, newest first; none where it was never edited. `version` is the one shown: after an edit they are asked for anew. */
export const listRevisions = ({ type, id }: RevisionObject, version: number): PagedRead<RevisionPage> => {
  const { key, run } = pagedRead<RevisionPage>('revisions', '/revisions', { [type]: id, limit: 50 });
  return { key: [key[0], version, ...key.slice(1)], run, keep: false };
};
