import type { Db } from './database.js';

/** How long a count may be kept, in milliseconds. */
const KEPT_MS = 30_000;
/** From so many rows on counting takes longer than anybody should wait for each time, and one more or less is nothing anybody sees. */
const MANY = 2000;

interface Entry {
  value: Promise<unknown>;
  until: number;
}
const entries = new WeakMap<Db, Map<string, Entry>>();

/**
 * A count over many rows, made anew every half minute at most; over few rows every time.
 * @param rowsIn how many rows the count went over
 */
export async function kept<T>(db: Db, key: string, count: () => Promise<T>, rowsIn: (value: T) => number): Promise<T> {
  const known = entries.get(db) ?? new Map<string, Entry>();
  entries.set(db, known);
  const entry = known.get(key);
  if (entry && entry.until > Date.now()) return entry.value as Promise<T>;
  const value = count();
  // Known to be many: who comes while it is counted again waits for the same count.
  if (entry) known.set(key, { value, until: Date.now() + KEPT_MS });
  try {
    if (rowsIn(await value) > MANY) known.set(key, { value, until: Date.now() + KEPT_MS });
    else known.delete(key);
  } catch (error) {
    known.delete(key);
    throw error;
  }
  return value;
}
