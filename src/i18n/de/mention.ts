import type { MentionMessages } from '../en/mention.js';
import type { Bundle } from '../localize.js';

const mention: Bundle<MentionMessages> = (f) => ({
  people: 'Personen zum Erwähnen',
  found: (n) => f.plural(n, { one: '# Person, mit den Pfeiltasten zu wählen', other: '# Personen, mit den Pfeiltasten zu wählen' }),
  mentioned: (name) => `${name} ist erwähnt.`,
});
export default mention;
