import { sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { z } from '@hono/zod-openapi';
import type { Facet } from '../contract/common.js';
import { rows, type Db } from './database.js';
import { countRows } from './estimate.js';

/** One way to narrow a list: the values that a row has, and which of them are asked for. */
export interface FacetField {
  /** A text[] of the row's values, as far as the reader may see them. */
  values: SQL;
  /** Rows with any of the values that are asked for; undefined where none is. */
  chosen: SQL | undefined;
  /** The values that are asked for: they are counted even where the list of values is cut. */
  asked?: readonly string[] | undefined;
}
export interface FacetCounts<F extends string> {
  total: number;
  counts: Record<F, { value: string; count: number }[]>;
}

/** More values than these nobody reads through; there is search. */
const MOST = 60;

/** Rows that meet the filters of all fields, or of all but one. */
export const chosenBut = (fields: Record<string, FacetField>, but?: string): SQL => {
  const conditions = Object.entries(fields).flatMap(([name, { chosen }]) => (name === but || !chosen ? [] : [chosen]));
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
};

/**
 * Counts the values of every field, each under the filters of all other fields, and the rows under all filters.
 * @param where what holds for every count
 * @param whole the counts without any filter, where they are known: then only the rows that some filter leaves are read
 */
export async function countFacets<F extends string>(
  db: Db,
  table: PgTable,
  where: SQL,
  fields: Record<F, FacetField>,
  whole?: FacetCounts<F>,
): Promise<FacetCounts<F>> {
  const names = Object.keys(fields) as F[];
  const narrowed = (name: F) => names.some((other) => other !== name && fields[other].chosen);
  const unknown = whole ? names.filter(narrowed) : names;
  const found = whole && !names.some((name) => fields[name].chosen) ? whole : await countValues(db, table, where, fields, unknown);
  const counts = Object.fromEntries(
    names.map((name) => [name, cut((unknown.includes(name) ? found : (whole ?? found)).counts[name], fields[name].asked)]),
  );
  return { total: found.total, counts: counts as FacetCounts<F>['counts'] };
}

/** The values of some of the fields, all of them, in one query. */
export async function countValues<F extends string>(
  db: Db,
  table: PgTable,
  where: SQL,
  fields: Record<F, FacetField>,
  some: readonly F[],
): Promise<FacetCounts<F>> {
  const names = Object.keys(fields) as F[];
  const choosing = names.filter((name) => fields[name].chosen);
  const mark = (name: F) => sql.identifier(`in_${name}`);
  const inAll = (but?: F) => {
    const others = choosing.filter((name) => name !== but).map(mark);
    return others.length === 0 ? sql`true` : sql.join(others, sql` and `);
  };
  // Rows that fail two filters count nowhere; said so, the indexes of the filters can find the others. Those that fail none are among those that may fail one.
  const mayFail = choosing.filter((name) => some.includes(name));
  const anywhere =
    mayFail.length === 0
      ? chosenBut(fields)
      : sql.join(
          mayFail.map((name) => sql`(${chosenBut(fields, name)})`),
          sql` or `,
        );
  const marks = choosing.map((name) => sql`, (${fields[name].chosen ?? sql`true`}) as ${mark(name)}`);
  // Each filter is tried once for a row, and values are made only where they count.
  const columns = some.map((name) => sql`, case when ${inAll(name)} then ${fields[name].values} end as ${sql.identifier(name)}`);
  const counted = some.map((name) => {
    const column = sql.identifier(name);
    return sql` union all select ${name}::text as facet, value, count(*)::int as count
      from (select unnest(${column}) as value from base where ${column} is not null) as of_rows group by value`;
  });
  const found = await rows<{ facet: F | ''; value: string; count: number }>(
    db,
    sql`with base as materialized (
      select (${inAll()}) as fits${sql.join(columns)}
      from (select ${table}.*${sql.join(marks)} from ${table} where ${where} and (${anywhere}) offset 0) as ${table})
      select '' as facet, '' as value, count(*)::int as count from base where fits${sql.join(counted)}`,
  );
  const counts = Object.fromEntries(
    names.map((name) => [name, found.filter(({ facet }) => facet === name).map(({ value, count }) => ({ value, count }))]),
  );
  return { total: found.find(({ facet }) => facet === '')?.count ?? 0, counts: counts as FacetCounts<F>['counts'] };
}

/** The most frequent values first; what is asked for stays, also where nothing matches it any more. */
function cut(found: { value: string; count: number }[], asked: readonly string[] = []): { value: string; count: number }[] {
  const sorted = found.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const shown = sorted.slice(0, MOST);
  const missing = asked.filter((value) => !shown.some((facet) => facet.value === value));
  return [...shown, ...missing.map((value) => ({ value, count: sorted.find((facet) => facet.value === value)?.count ?? 0 }))];
}

/** Counts with the names that people read. */
export const labelled = (counts: { value: string; count: number }[], labels: ReadonlyMap<string, string>): z.infer<typeof Facet>[] =>
  counts.map(({ value, count }) => ({ value, label: labels.get(value) ?? value, count }));

/** Totals of searches and choices beyond this are not counted: nobody needs them to the last one. */
const COUNTED = 2000;

/** How many rows there are; null where there are more than 2,000. */
export async function countUpTo(db: Db, table: PgTable, where: SQL): Promise<number | null> {
  const count = await countRows(db, sql`${table} where ${where}`, COUNTED + 1);
  return count <= COUNTED ? count : null;
}
