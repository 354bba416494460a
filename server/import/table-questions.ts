import { excerpt } from '../text.js';
import { member, written, writtenRules, writtenValues, type Table } from './table.js';

/** What the server itself keeps on a question; no edit of it. */
const kept = {
  accepted_at: 'timestamptz',
  reminded_at: 'timestamptz',
  unreminded_at: 'timestamptz',
  ladder_started_at: 'timestamptz',
  ladder_step: 'smallint',
  ladder_due_at: 'timestamptz',
};
export const questions: Table<'question'> = {
  ...writtenRules,
  uncompared: [...writtenRules.uncompared, ...Object.keys(kept)],
  name: 'questions',
  columns: {
    kind: 'text',
    title: 'text',
    body: 'text',
    excerpt: 'text',
    topics: 'text[]',
    anonymous: 'boolean',
    about_url: 'text',
    about_title: 'text',
    details: 'jsonb',
    closed_at: 'timestamptz',
    closed_reason: 'text',
    closed_note: 'text',
    ...kept,
    ...written,
  },
  values: (record, lookup) => ({
    ...record,
    ...writtenValues(record, lookup),
    excerpt: excerpt(record.body),
    about_url: record.about?.url,
    about_title: record.about?.title,
    closed_at: record.closedAt,
    closed_reason: record.closedReason,
    closed_note: record.closedNote,
    accepted_at: record.acceptance?.at,
    reminded_at: record.acceptance?.remindedAt,
    unreminded_at: record.acceptance?.unremindedAt,
    ladder_started_at: record.ladder?.startedAt,
    ladder_step: record.ladder?.step ?? 0,
    ladder_due_at: record.ladder?.dueAt,
  }),
  needs: () => [],
  names: ({ author }) => member(author),
};
