import type { ComposeMessages } from '../en/compose.js';
import type { Bundle } from '../localize.js';

const compose: Bundle<ComposeMessages> = () => ({
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
});
export default compose;
