import type { NewPost, Post } from '../contract/index.js';
import { read, type Read, type Write } from './read.js';

/** One message. */
export const getPost = (id: string): Read<Post> => read('posts', `/posts/${id}`);

/** Sends a message. */
export const addPost = (post: NewPost): Write<Post> => ({ method: 'POST', path: '/posts', body: post, touches: ['activities', 'posts'] });
/** Changes one’s own message; refused as `stale` where it is no longer of that version. */
export const editPost = (
  id: string,
  version: number,
  patch: Partial<Pick<NewPost, 'title' | 'body' | 'files' | 'linkPreview'>>,
): Write<Post> => ({
  method: 'PATCH',
  path: `/posts/${id}`,
  body: patch,
  ifMatch: version,
  touches: ['activities', 'posts'],
});
/** Deletes a message; refused as `stale` where it is no longer of that version. */
export const deletePost = (id: string, version: number): Write<void> => ({
  method: 'DELETE',
  path: `/posts/${id}`,
  ifMatch: version,
  touches: ['activities', 'posts'],
});
