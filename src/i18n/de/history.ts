import type { HistoryMessages } from '../en/history.js';
import type { Bundle } from '../localize.js';

const history: Bundle<HistoryMessages> = (f) => ({
  heading: 'Fassungen',
  version: (n) => `Fassung ${f.number(n)}`,
  current: 'jetzt zu sehen',
  by: (name) => `von ${name}`,
  none: 'Von diesem Text gibt es keine frühere Fassung.',
  first: 'Die erste Fassung',
  changes: 'Was sich geändert hat',
  added: 'hinzugefügt',
  removed: 'entfernt',
  unchanged: 'Der Text ist derselbe.',
  restore: 'Diese Fassung zurückholen',
  restoring: 'Wird zurückgeholt …',
  restored: 'Diese Fassung ist zurück, als neue.',
  fields: {
    title: 'Titel',
    body: 'Text',
    kind: 'Art',
    topics: 'Themen',
    details: 'Angaben',
    url: 'Link',
    creator: 'Von wem',
    publishedOn: 'Erschienen',
    language: 'Sprache',
    licence: 'Lizenz',
  },
  from: (before, after) => `${before || '–'} → ${after || '–'}`,
  acts: {
    closed: 'geschlossen',
    reopened: 'wieder geöffnet',
    merged: 'nahm eine andere Frage auf',
    unmerged: 'die andere Frage wurde wieder herausgelöst',
    moved: 'Art oder Themen geändert',
    revealed: 'Name der fragenden Person gezeigt',
  },
  because: (note) => `„${note}“`,
  older: 'Ältere Fassungen',
});
export default history;
