import type { AttachMessages } from '../en/attach.js';
import type { Bundle } from '../localize.js';

const attach: Bundle<AttachMessages> = (f) => ({
  files: 'Dateien',
  add: 'Dateien anhängen',
  drop: 'oder hier ablegen oder einfügen',
  limits: (types, size) => `${types}; bis zu ${size} je Datei`,
  most: (n) => `Höchstens ${f.plural(n, { one: '# Datei', other: '# Dateien' })}.`,
  facts: (type, size) => `${type}, ${size}`,
  sending: 'unterwegs',
  attached: 'angehängt',
  added: (name) => `${name} ist angehängt.`,
  remove: (name) => `${name} entfernen`,
  removed: (name) => `${name} entfernt.`,
  stop: (name) => `${name} nicht weiter senden`,
  again: (name) => `${name} noch einmal senden`,
  tooLarge: (most) => `Zu groß: höchstens ${most} können gesendet werden.`,
  empty: 'Die Datei ist leer.',
  wrongType: 'Dateien dieser Art können nicht gesendet werden.',
  failed: 'Sie konnte nicht gesendet werden.',
  stopped: 'Angehalten.',
  unsent: 'Einige Dateien sind nicht gesendet. Senden Sie sie noch einmal, oder entfernen Sie sie.',
});
export default attach;
