import type { PostMessages } from '../en/post.js';
import type { Bundle } from '../localize.js';

const post: Bundle<PostMessages> = () => ({
  untitled: (name) => `Nachricht von ${name}`,
  back: 'Alles Aktuelle',
  body: 'Ihre Nachricht',
  send: 'Senden',
  sent: 'Ihre Nachricht ist gesendet.',
  waits: 'Sie wartet auf eine Verbindung und wird von selbst gesendet.',
  saved: 'Gespeichert.',
  deleted: 'Gelöscht.',
  deletePost: 'Diese Nachricht löschen?',
  keep: 'Behalten',
  withoutCard: 'Ohne Vorschau des Links',
  withCard: 'Vorschau des Links zeigen',
  cardGone: 'Der Link hat keine Vorschau.',
  cardThere: 'Der Link hat eine Vorschau.',
  readOn: (site) => `Weiterlesen bei ${site}`,
});
export default post;
