import type { CatchUpMessages } from '../en/catch-up.js';
import type { Bundle } from '../localize.js';

const catchUp: Bundle<CatchUpMessages> = (f) => ({
  title: (n, day) => f.plural(n, { one: `# Neuigkeit seit ${day}`, other: `# Neuigkeiten seit ${day}` }),
  back: 'Alles Aktuelle',
  parts: { mention: 'Sie werden genannt', yours: 'Zu dem, was Sie geschrieben haben', other: 'Was sonst geschehen ist' },
  seen: 'Gesehen',
  seenThis: (what) => `Gesehen: ${what}`,
  allSeen: 'Ich habe alles gesehen',
  left: (n) => f.plural(n, { one: 'noch #', other: 'noch #' }),
  keys: 'Mit J und K oder den Pfeiltasten geht es zum nächsten; X merkt es als gesehen.',
  done: 'Sie haben alles gesehen.',
  doneUntil: (time) => `Bis ${time}.`,
  later: (n) => f.plural(n, { one: 'Inzwischen ist # Sache dazugekommen.', other: 'Inzwischen sind # Sachen dazugekommen.' }),
  nothingLater: 'Was jetzt geschieht, wartet auf das nächste Mal.',
  next: 'Noch einmal nachsehen',
  failed: 'Dass Sie es gesehen haben, konnte nicht gemerkt werden. Es wird wieder gezeigt.',
});
export default catchUp;
