import type { SetupMessages } from '../en/setup.js';
import type { Bundle } from '../localize.js';

const setup: Bundle<SetupMessages> = (f) => ({
  'no-community': 'Dieses Element kennt seine Gemeinschaft noch nicht. So erfährt es, wo sie ist:',
  'unknown-community': 'Eine Gemeinschaft mit diesem Namen gibt es auf der Seite nicht. Nennen Sie eine, die hier ist, oder die Adresse:',
  'several-communities':
    'Auf dieser Seite gibt es mehrere Gemeinschaften. Nennen Sie die gemeinte, etwa mit community="meine-gemeinschaft", oder die Adresse:',
  'bad-endpoint': 'Die Adresse der Gemeinschaft ist keine Webadresse. So sieht sie aus:',
  'no-such-community': 'Unter dieser Adresse gibt es keine Gemeinschaft; vielleicht ist sie verschrieben:',
  unknownElement: (name) => `Ein Element namens „${name}“ gibt es nicht.`,
  unknownAttribute: (element, name) => `${element} hat kein Attribut „${name}“.`,
  unknownWord: (where, word) => `In ${where} steht „${word}“, das dort unbekannt ist.`,
  notSo: (where) => `${where}: So wird es nicht geschrieben, deshalb bewirkt es nichts; siehe die Attribute in der Dokumentation.`,
  switchedOn: (where) => `${where} schaltet es ein, was auch darin steht. Zum Ausschalten lassen Sie das Attribut weg.`,
  needs: (element, name) => `${element} zeigt ohne „${name}“ nichts.`,
  nothingFor: (where) =>
    `${where}: Damit ist die Liste leer. Sollte sie es nicht sein, sehen Sie nach, ob es so geschrieben ist wie in der Gemeinschaft.`,
  meant: (word, known) => (word ? `War „${word}“ gemeint?` : `Bekannt sind: ${f.list(known, 'conjunction')}.`),
});
export default setup;
