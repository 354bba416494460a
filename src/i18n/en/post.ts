const post = () => ({
  untitled: (name: string) => `Message from ${name}`,
  back: 'All activity',
  body: 'Your message',
  send: 'Send',
  sent: 'Your message is sent.',
  waits: 'It waits for a connection and will be sent by itself.',
  saved: 'Saved.',
  deleted: 'Deleted.',
  deletePost: 'Delete this message?',
  keep: 'Keep it',
  readOn: (site: string) => `Read on at ${site}`,
});
export type PostMessages = ReturnType<typeof post>;
export default post;
