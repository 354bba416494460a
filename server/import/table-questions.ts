import { excerpt } from '../text.js';
import { member, written, writtenRules, writtenValues, type Table } from './table.js';

/** What the server itself keeps on a question, or what is said once when it is asked: no edit of it. */
const kept = {
  anonymous: 'boolean',
  about_url: 'text',
  about_title: 'text',
  accepted_at: 'timestamptz',
  reminded_at: 'timestamptz',
  unreminded_at: 'timestamptz',
  ladder_started_at: 'timestamptz',
  ladder_step: 'smallint',
  ladder_due_at: 'timestamptz',
};
/** What goes with its text or its closing changes together with these alone, so that a source that says nothing of it takes nothing away. */
const along = { details: 'jsonb', closed_by_id: 'uuid', closed_reason: 'text', closed_note: 'text' };
export const questions: Table<'question'> = {
  ...writtenRules,
  uncompared: [...writtenRules.uncompared, ...Object.keys(kept), ...Object.keys(along)],
  // What was done to it here since, beside an edit, stays as well.
  writable: `${writtenRules.writable} and not exists (select from revisions r where r.object_id = t.id and r.version > excluded.version
    and r.act in ('closed', 'reopened', 'moved', 'revealed'))`,
  onChange: [...writtenRules.onChange, ...Object.keys(along).map((name) => `${name} = excluded.${name}`)],
  name: 'questions',
  columns: {
    kind: 'text',
    title: 'text',
    body: 'text',
    excerpt: 'text',
    topics: 'text[]',
    closed_at: 'timestamptz',
    ...kept,
    ...along,
    ...written,
  },
  values: (record, lookup) => ({
    ...record,
    ...writtenValues(record, lookup),
    excerpt: excerpt(record.body),
    about_url: record.about?.url,
    about_title: record.about?.title,
    closed_at: record.closedAt,
    closed_by_id: lookup('member', record.closedBy),
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
  names: ({ author, closedBy }) => [author, closedBy].flatMap(member),
};
