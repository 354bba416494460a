import type { RecordOf, RecordType } from './records.js';
import type { Ref } from './refs.js';

/** What goes into a row, by column; times as text, lists as arrays. */
export type Values = Record<string, unknown>;
/** Looks up what a key stands for; null where nothing was named. */
export type Lookup = (type: Ref['type'], key: string | null) => string | null;

export interface Table<T extends RecordType> {
  name: string;
  /** SQL types of the columns that come from the record. */
  columns: Record<string, string>;
  /** What identifies the row that is there already. */
  conflict: string;
  /** Of the columns, those that never count as a change. */
  uncompared: string[];
  /** Which rows that are there already may be written over; `t` is the row, `excluded` what comes. */
  writable: string;
  /** Which records are left alone, although no row is in their way; `r` is the record. */
  unless?: string;
  /** Set besides the columns when a row changes. */
  onChange: string[];
  values: (record: RecordOf<T>, lookup: Lookup) => Values;
  /** What the record stands on: without it, it is skipped. */
  needs: (record: RecordOf<T>) => Ref[];
  /** What it names as well; where that is missing, the record comes in without. */
  names: (record: RecordOf<T>) => Ref[];
}

export type Written = 'question' | 'answer' | 'comment' | 'resource' | 'post' | 'collection';
export const written = {
  author_id: 'uuid',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
  edited_at: 'timestamptz',
  version: 'integer',
  source: 'jsonb',
};
export const writtenValues = (record: RecordOf<Written>, lookup: Lookup): Values => ({
  author_id: lookup('member', record.author),
  created_at: record.createdAt,
  updated_at: record.updatedAt ?? record.editedAt ?? record.createdAt,
  edited_at: record.editedAt,
  version: record.version,
  source: record.source,
});
export const member = (key: string | null): Ref[] => (key === null ? [] : [{ type: 'member', key }]);
/** What was edited or deleted here since stays as it is here. */
export const writtenRules = {
  conflict: 'id',
  // When something came into being doesn't change; where the source doesn't know, it is when it first came in.
  uncompared: ['version', 'updated_at', 'created_at'],
  writable: 't.deleted_at is null and (t.edited_at is null or excluded.edited_at >= t.edited_at)',
  onChange: ['version = t.version + 1', 'updated_at = greatest(t.updated_at, excluded.updated_at)'],
};
export const always = { conflict: 'id', uncompared: [], writable: 'true', onChange: [] };
/** What stands where it went when a merged question was taken out again here stays there. */
export const unlessApart = (column: string) =>
  `${writtenRules.writable} and not exists (select from revisions r where r.object_id = excluded.${column} and r.act = 'unmerged'
    and r.content -> 'merged' ->> 'id' = t.${column}::text)`;
