import type { Comment, CommentPage, NewComment } from '../contract/index.js';
import { pagedRead, type PagedRead, type Write } from './read.js';

/** All comments of a question with its answers (`thread`), of a resource or of a post; oldest first. */
export const listComments = (of: { thread?: string; resource?: string; post?: string }): PagedRead<CommentPage> =>
  pagedRead('comments', '/comments', { ...of, limit: 100 });

const touches = ['comments', 'questions', 'answers', 'resources', 'posts', 'activities'];
/** Comments on a question, an answer, a resource or a message. */
export const addComment = (comment: NewComment): Write<Comment> => ({ method: 'POST', path: '/comments', body: comment, touches });
/** Changes one’s own comment; refused as `stale` where it is no longer of that version. */
export const editComment = (id: string, version: number, body: string): Write<Comment> => ({
  method: 'PATCH',
  path: `/comments/${id}`,
  body: { body },
  ifMatch: version,
  touches: ['comments'],
});
/** Deletes a comment; refused as `stale` where it is no longer of that version. */
export const deleteComment = (id: string, version: number): Write<void> => ({
  method: 'DELETE',
  path: `/comments/${id}`,
  ifMatch: version,
  touches,
});
