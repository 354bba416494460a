import type { Table } from './table.js';

/** Who was asked to help with a question: once a member and question. */
export const help: Table<'help'> = {
  uncompared: [],
  // What came of it here since stays.
  writable: 't.outcome is null',
  onChange: [],
  conflict: 'question_id, member_id',
  name: 'help_requests',
  columns: {
    question_id: 'uuid',
    member_id: 'uuid',
    ring: 'smallint',
    reason: 'jsonb',
    invited_by_id: 'uuid',
    asked_at: 'timestamptz',
    outcome: 'text',
    outcome_at: 'timestamptz',
  },
  values: (record, lookup) => ({
    ...record,
    question_id: lookup('question', record.question),
    member_id: lookup('member', record.member),
    invited_by_id: lookup('member', record.invitedBy),
    asked_at: record.askedAt,
    outcome_at: record.outcomeAt,
  }),
  needs: ({ question, member: key }) => [
    { type: 'question', key: question },
    { type: 'member', key },
  ],
  names: ({ invitedBy }) => (invitedBy === null ? [] : [{ type: 'member', key: invitedBy }]),
};
