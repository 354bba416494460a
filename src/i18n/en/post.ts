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
  withoutCard: 'Without a preview of the link',
  withCard: 'Show a preview of the link',
  cardGone: 'The link has no preview.',
  cardThere: 'The link has a preview.',
  readOn: (site: string) => `Read on at ${site}`,
});
export type PostMessages = ReturnType<typeof post>;
export default post;
