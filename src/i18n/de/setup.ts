import type { SetupMessages } from '../en/setup.js';
import type { Bundle } from '../localize.js';

const setup: Bundle<SetupMessages> = () => ({
  'no-community': 'Dieses Element kennt seine Gemeinschaft noch nicht. So erfährt es, wo sie ist:',
  'unknown-community': 'Eine Gemeinschaft mit diesem Namen gibt es auf der Seite nicht. Nennen Sie eine, die hier ist, oder die Adresse:',
  'several-communities':
    'Auf dieser Seite gibt es mehrere Gemeinschaften. Nennen Sie die gemeinte, etwa mit community="meine-gemeinschaft", oder die Adresse:',
  'bad-endpoint': 'Die Adresse der Gemeinschaft ist keine Webadresse. So sieht sie aus:',
});
export default setup;
