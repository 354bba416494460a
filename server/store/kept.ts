import type { Db } from './database.js';

/** How long a count may be kept, in milliseconds. */
const KEPT_MS = 30_000;
/** How many times longer than it took a count is kept. */
const RARELY = 200;
/** From so many rows on counting takes longer than anybody should wait for each time, and one more or less is nothing anybody sees. */
const MANY = 2000;

/** What was counted longer ago than this is not shown any more. */
const OLDEST_MS = 10 * 60_000;

interface Entry {
  value: Promise<unknown>;
  until: number;
  /** Being counted anew, behind what is shown meanwhile. */
  anew: boolean;
}
const entries = new WeakMap<Db, Map<string, Entry>>();

/**
 * A count over many rows, made anew every half minute at most, and then behind the answer: who asks waits for none but the first. A count that
 * takes long is kept longer, so that counting is never what the database mostly does. Over few rows it is made every time.
 * @param rowsIn how many rows the count went over
 */
export async function kept<T>(db: Db, key: string, count: () => Promise<T>, rowsIn: (value: T) => number): Promise<T> {
  const known = entries.get(db) ?? new Map<string, Entry>();
  entries.set(db, known);
  const entry = known.get(key);
  const now = Date.now();
  if (!entry || entry.until < now - OLDEST_MS) return countAnew(known, key, count, rowsIn);
  if (entry.until < now && !entry.anew) {
    entry.anew = true;
    countAnew(known, key, count, rowsIn).catch(() => undefined);
  }
  return entry.value as Promise<T>;
}

async function countAnew<T>(known: Map<string, Entry>, key: string, count: () => Promise<T>, rowsIn: (value: T) => number): Promise<T> {
  const began = Date.now();
  try {
    const value = await count();
    const until = Date.now() + Math.max(KEPT_MS, (Date.now() - began) * RARELY);
    if (rowsIn(value) > MANY) known.set(key, { value: Promise.resolve(value), until, anew: false });
    else known.delete(key);
    return value;
  } catch (error) {
    known.delete(key);
    throw error;
  }
}
