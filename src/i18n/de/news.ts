import type { NewsMessages } from '../en/news.js';
import type { Bundle } from '../localize.js';

const news: Bundle<NewsMessages> = (f) => ({
  newOnes: (n) => f.plural(n, { one: '# neuer Eintrag', other: '# neue Einträge' }),
  shown: (n) => f.plural(n, { one: '# neuer Eintrag steht oben', other: '# neue Einträge stehen oben' }),
  since: (n, more, day) => `${f.number(n)}${more ? '+' : ''} neu seit Ihrem letzten Besuch, ${day}`,
  seenAll: (day) => `Sie haben alles seit ${day} gesehen.`,
  seenAllEver: 'Das ist alles bis jetzt.',
  groups: {
    label: 'Gruppe',
    all: 'Alle Gruppen',
    one: (name, members) => `${name}, ${f.plural(members, { one: '# Mitglied', other: '# Mitglieder' })}`,
  },
});
export default news;
