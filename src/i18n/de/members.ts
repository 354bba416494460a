import type { MembersMessages } from '../en/members.js';
import type { Bundle } from '../localize.js';

const members: Bundle<MembersMessages> = (f) => ({
  heading: 'Mitglieder',
  count: (n) => f.plural(n, { one: '# Mitglied', other: '# Mitglieder' }),
  searchLabel: 'Wer kann helfen bei…',
  myProfile: 'Mein Profil',
  filters: 'Filter',
  facets: {
    topic: 'Thema',
    offers: 'Kann helfen bei',
    needs: 'Wünscht sich Hilfe bei',
    country: 'Ort',
    language: 'Sprache',
    group: 'Gruppe',
  },
  chosen: (facet, value) => `${facet}: ${value}`,
  remove: (filter) => `Filter entfernen: ${filter}`,
  showFewer: 'Weniger anzeigen',
  noFacets: 'Noch gibt es nichts, wonach sich filtern ließe.',
  sorts: { name: 'Nach Namen', joined: 'Neueste zuerst', relevance: 'Beste Treffer' },
  there: (time) => `dort ist es ${time}`,
  theirTime: (time) => `Ortszeit ${time}`,
  offers: 'Kann helfen bei',
  needs: (topic) => `sucht: ${topic}`,
  andMore: (n) => `und ${f.number(n)} weitere`,
  onBreak: 'macht Pause',
  steward: 'Steward',
  pages: 'Seiten der Mitgliederliste',
  previous: 'Zurück',
  next: 'Weiter',
  range: (from, to, total) =>
    total === null ? `${f.number(from)}–${f.number(to)}` : `${f.number(from)}–${f.number(to)} von ${f.number(total)}`,
  emptyAll: 'Noch steht hier niemand.',
  emptyFound: 'Niemand passt dazu. Mit weniger Filtern oder anderen Wörtern findet sich vielleicht jemand.',
  beFirst: 'Mein Profil schreiben',
});
export default members;
