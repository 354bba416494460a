import type { ComposeMessages } from '../en/compose.js';
import type { Bundle } from '../localize.js';

const compose: Bundle<ComposeMessages> = (f) => ({
  preview: 'Vorschau',
  nothingYet: 'Noch nichts geschrieben.',
  formatting: 'Formatierung',
  bold: 'Fett',
  italic: 'Kursiv',
  code: 'Code',
  link: 'Link',
  quote: 'Zitat',
  list: 'Liste',
  restored: 'Ihr Text vom letzten Mal ist wieder da.',
  discard: 'Verwerfen',
  markdown: 'Formatieren können Sie mit Markdown.',
  empty: 'Schreiben Sie zuerst etwas.',
  tooLong: (n) => `Höchstens ${f.number(n)} Zeichen.`,
  theirs: 'Die neue Fassung',
  takeTheirs: 'Neue Fassung übernehmen',
  sendMine: 'Meine darüber senden',
  topics: {
    remove: (label) => `${label}, dieses Thema entfernen`,
    removed: (label) => `${label} entfernt.`,
    full: (n) => `Mehr als ${f.number(n)} Themen gehen nicht; entfernen Sie eines, um ein anderes zu nennen.`,
  },
  use: {
    tell: 'Ich habe es genutzt',
    change: 'Ändern',
    question: 'Wie ging es?',
    outcomes: { worked: 'Es hat geholfen', adapted: 'Ich habe es angepasst', failed: 'Es ging hier nicht' },
    yours: { worked: 'Sie: hat geholfen', adapted: 'Sie: angepasst', failed: 'Sie: ging hier nicht' },
    context: 'Wo oder mit wem, in einer Zeile (freiwillig)',
    example: 'in einem Team von neun, per Video',
    choose: 'Wählen Sie, wie es ging.',
    takeBack: 'Zurücknehmen',
    told: 'Danke. Andere sehen jetzt, wie es ging.',
    takenBack: 'Zurückgenommen.',
    summary: (total, worked) => `Genutzt von ${f.number(total)}, half ${f.number(worked)}`,
    contexts: { worked: 'half', adapted: 'angepasst', failed: 'ging nicht' },
    quote: (text) => `„${text}“`,
  },
});
export default compose;
