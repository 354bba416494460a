import type { FeedMessages } from '../en/feed.js';
import type { Bundle } from '../localize.js';

const feed: Bundle<FeedMessages> = (f) => {
  /** “hat” of one, “haben” of several. */
  const acts = (rest: string) => (n: number) => `{actors} ${n > 1 ? 'haben' : 'hat'} ${rest}`;
  return {
    heading: 'Aktuelles',
    filters: {
      all: 'Alles',
      questions: 'Fragen',
      resources: 'Material',
      people: 'Menschen',
      news: 'Neuigkeiten',
      following: 'Was ich verfolge',
      mentions: 'Nennt mich',
    },
    show: 'Anzeigen',
    moreShown: (n) => f.plural(n, { one: '# weiterer Eintrag', other: '# weitere Einträge' }),
    all: (n) => f.plural(n, { one: '# anzeigen', other: 'Alle # anzeigen' }),
    fewer: 'Weniger anzeigen',
    react: 'Reagieren',
    reactions: { thanks: 'Danke', insight: 'Erkenntnis', celebrate: 'Glückwunsch' },
    catchUp: 'Nachholen',
    write: 'Nachricht schreiben',
    emptyAll: 'Hier ist noch nichts geschehen. Was Mitglieder fragen, beantworten und teilen, steht dann hier.',
    emptyFound: 'Von dieser Art ist noch nichts geschehen.',
    emptyOwn: {
      following: 'Was mit den Menschen, Fragen und Themen geschieht, denen Sie folgen, steht dann hier.',
      mentions: 'Noch hat niemand Sie genannt.',
    },
    rss: 'RSS',
    json: 'JSON Feed',
    follow: 'Abonnieren als',
    actors: (n) =>
      n < 2
        ? '{first}'
        : n === 2
          ? '{first} und {second}'
          : `{first} und ${f.plural(n - 1, { one: '# weitere Person', other: '# weitere' })}`,
    // {subject} is an accusative in all of them.
    acts: {
      asked: acts('{subject} gefragt'),
      answered: acts('{subject} beantwortet'),
      commented: acts('{subject} kommentiert'),
      accepted: acts('eine Antwort auf {subject} angenommen'),
      added: acts('{subject} hinzugefügt'),
      used: acts('{subject} genutzt'),
      usedAnswer: acts('eine Antwort auf {subject} genutzt'),
      posted: acts('{subject} geschrieben'),
      joined: (n) => `{actors} ${n > 1 ? 'sind' : 'ist'} beigetreten`,
      revised: acts('{subject} überarbeitet'),
      endorsed: acts('{subject} empfohlen'),
      reviewed: acts('{subject} geprüft: stimmt noch'),
      requested: acts('{subject} gesucht'),
      collected: acts('{subject} zusammengestellt'),
      thanked: acts('für {subject} gedankt'),
      revisedAnswer: acts('eine Antwort auf {subject} überarbeitet'),
      revisedComment: acts('einen Kommentar zu {subject} überarbeitet'),
    },
    from: { posted: '{source} hat {subject} veröffentlicht', added: '{subject} kam aus {source}' },
    things: {
      question: 'eine Frage',
      answer: 'eine Antwort',
      comment: 'einen Kommentar',
      resource: 'ein Material',
      post: 'eine Nachricht',
      member: 'ein Mitglied',
      collection: 'eine Sammlung',
      request: 'ein Material, das fehlt',
    },
  };
};
export default feed;
