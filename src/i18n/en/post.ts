import type { Formats } from '../formats.js';

const post = (f: Formats) => ({
  untitled: (name: string) => `Message from ${name}`,
  back: 'All activity',
  body: 'Your message',
  send: 'Send',
  sent: 'Your message is sent.',
  waits: 'It waits for a connection and will be sent by itself.',
  saved: 'Saved.',
  deleted: 'Deleted.',
  deletePost: 'Delete this message?',
  deleteComment: 'Delete this comment?',
  keep: 'Keep it',
  readOn: (site: string) => `Read on at ${site}`,
  comments: (n: number) => (n ? f.plural(n, { one: '# comment', other: '# comments' }) : 'No comment yet'),
  comment: 'Comment',
  yourComment: 'Your comment',
  commentSent: 'Your comment is sent.',
});
export type PostMessages = ReturnType<typeof post>;
export default post;
