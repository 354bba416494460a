import type { RecordOf } from './records.js';
import { excerpt } from '../text.js';

type Written = RecordOf<'question' | 'answer' | 'resource' | 'post'>;
const VERBS = { question: 'asked', answer: 'answered', resource: 'added', post: 'posted' } as const;

/** What the feed tells of an imported record: a real act, by its author, at its date. */
export function activityOf(record: Written): RecordOf<'activity'> {
  const verb = VERBS[record.type];
  const text = record.type === 'resource' ? record.description : record.body;
  return {
    type: 'activity',
    key: `${record.key}#${verb}`,
    verb,
    published: record.createdAt,
    actor: record.author,
    object: { type: record.type, key: record.key },
    target: record.type === 'answer' ? { type: 'question', key: record.question } : null,
    summary: excerpt(text) || null,
    source: record.source,
  };
}
