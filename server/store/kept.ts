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
  /** When the count began, among the ticks below. */
  began: number;
  /** Being counted anew, behind what is shown meanwhile. */
  anew: boolean;
}
/** Counts and writes, one after the other: of two in one millisecond it must be known which came first. */
let tick = 0;
/** When each member last wrote something that is counted; the last few thousand of them. */
const writes = new Map<string, number>();
const MOST_WRITERS = 5000;

/** A member has written something that counts: call it when it is committed. */
export function noteWrite(memberId: string): void {
  writes.delete(memberId);
  writes.set(memberId, (tick += 1));
  const [oldest] = writes.size > MOST_WRITERS ? writes.keys() : [];
  if (oldest !== undefined) writes.delete(oldest);
}

const entries = new WeakMap<Db, Map<string, Entry>>();

/**
 * A count over many rows, made anew every half minute at most, and then behind the answer: who asks waits for none but the first. A count that
 * takes long is kept longer, so that counting is never what the database mostly does. Over few rows it is made every time. Who has just written
 * something waits for a count that has it.
 * @param rowsIn how many rows the count went over
 * @param readerId the member who asks, where one does
 */
export async function kept<T>(db: Db, key: string, count: () => Promise<T>, rowsIn: (value: T) => number, readerId?: string): Promise<T> {
  const known = entries.get(db) ?? new Map<string, Entry>();
  entries.set(db, known);
  const entry = known.get(key);
  const now = Date.now();
  const wrote = (readerId !== undefined && writes.get(readerId)) || 0;
  if (!entry || entry.until < now - OLDEST_MS || entry.began < wrote) return countAnew(known, key, count, rowsIn);
  if (entry.until < now && !entry.anew) {
    entry.anew = true;
    countAnew(known, key, count, rowsIn).catch(() => undefined);
  }
  return entry.value as Promise<T>;
}

async function countAnew<T>(known: Map<string, Entry>, key: string, count: () => Promise<T>, rowsIn: (value: T) => number): Promise<T> {
  const [began, since] = [Date.now(), (tick += 1)];
  try {
    const value = await count();
    const until = Date.now() + Math.max(KEPT_MS, (Date.now() - began) * RARELY);
    if (rowsIn(value) > MANY) known.set(key, { value: Promise.resolve(value), until, began: since, anew: false });
    else known.delete(key);
    return value;
  } catch (error) {
    known.delete(key);
    throw error;
  }
}
