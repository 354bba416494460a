import { sql, type SQL } from 'drizzle-orm';
import { rows, type Db } from '../store/database.js';
import type { Table, Values } from './tables.js';
import type { RecordType } from './records.js';
import type { Tally } from './report.js';

/** Tables whose rows have no source key: what identifies them stands in their columns. */
const WITHOUT_SOURCE_KEY = ['files', 'help_requests'];
const list = (names: string[], by: (name: string) => string = (name) => name) => names.map(by).join(', ');

function statement<T extends RecordType>(table: Table<T>, conflict: string): { before: SQL; after: SQL } {
  const types: Record<string, string> = {
    id: 'uuid',
    community_id: 'text',
    ...(WITHOUT_SOURCE_KEY.includes(table.name) ? {} : { source_key: 'text' }),
    ...table.columns,
  };
  const all = Object.keys(types);
  const own = Object.keys(table.columns);
  const compared = own.filter((name) => !table.uncompared.includes(name));
  const before = `insert into ${table.name} as t (${list(all)}) select ${list(all)} from jsonb_to_recordset(`;
  const after = `::jsonb) as r(${list(all, (name) => `${name} ${types[name]}`)})${table.unless ? ` where not (${table.unless})` : ''}
    on conflict (${conflict}) do update set ${list(compared, (name) => `${name} = excluded.${name}`)}${table.onChange.map((set) => `, ${set}`).join('')}
    where (${table.writable}) and (${list(compared, (name) => `t.${name}`)}) is distinct from (${list(compared, (name) => `excluded.${name}`)})
    returning (t.xmax = 0) as inserted`;
  return { before: sql.raw(before), after: sql.raw(after) };
}

/** Writes rows, of which some may be there. One statement and one parameter, however many rows. */
export async function upsert<T extends RecordType>(db: Db, table: Table<T>, values: Values[], conflict = table.conflict): Promise<Tally> {
  if (values.length === 0) return { new: 0, changed: 0, unchanged: 0 };
  const { before, after } = statement(table, conflict);
  const written = await rows<{ inserted: boolean }>(db, sql`${before}${toJson(values)}${after}`);
  const inserted = written.filter((row) => row.inserted).length;
  return { new: inserted, changed: written.length - inserted, unchanged: values.length - written.length };
}

/** PostgreSQL's text can't hold U+0000. */
export const toJson = (value: unknown): string => JSON.stringify(value).replaceAll('\\u0000', '');
