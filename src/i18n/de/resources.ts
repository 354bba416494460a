import type { ResourcesMessages } from '../en/resources.js';
import type { Bundle } from '../localize.js';

const resources: Bundle<ResourcesMessages> = (f) => ({
  heading: 'Material',
  suggest: 'Vorschlagen',
  searchLabel: 'Material durchsuchen',
  kinds: {
    article: 'Artikel',
    tool: 'Werkzeug',
    template: 'Vorlage',
    case: 'Fallbeispiel',
    recording: 'Aufzeichnung',
    book: 'Buch',
    course: 'Kurs',
    guide: 'Leitfaden',
    other: 'Sonstiges',
  },
  outcomes: { worked: 'Es half', adapted: 'Es half, angepasst', failed: 'Es half nicht' },
  sorts: { newest: 'Neueste', used: 'Meistgenutzte', title: 'Nach Titel', relevance: 'Beste Treffer' },
  kind: 'Art',
  moreFilters: 'Mehr',
  mine: 'Von mir vorgeschlagen',
  chosen: 'Gesetzte Filter',
  without: (name) => `${name}, diesen Filter aufheben`,
  layout: 'Anordnung',
  asList: 'Als Liste',
  asGrid: 'Als Raster',
  worked: (worked, total) => `${f.number(worked)} von ${f.number(total)} half es`,
  not: (context) => (/^nicht\b/i.test(context) ? context : `nicht: ${context}`),
  unused: 'Noch keine Rückmeldung',
  open: 'Öffnen',
  download: 'Herunterladen',
  newOnes: (n) => f.plural(n, { one: '# neues Material', other: '# neue Materialien' }),
  results: (n) => f.plural(n, { one: '# Material', other: '# Materialien' }),
  emptyAll: 'Noch ist nichts gesammelt. Was würden Sie jemandem geben, der neu dazukommt?',
  emptyFound: 'Dazu ist nichts da. Kennen Sie etwas, das passt?',
});
export default resources;
