import type { Community } from '../../community/community.js';
import type { Sent } from '../../data/outbox.js';
import { Problem } from '../../data/problem.js';
import type { Read, Write } from '../../data/read.js';
import type { CopElement } from '../cop-element.js';

/** What can be chosen: a row of a list, named by its title or its name. */
export interface Thing {
  id: string;
  title?: string | null;
  name?: string;
}

/** One thing, what is done with it, and how that is taken back, by what the endpoint answered. */
export interface Step<T extends Thing> {
  item: T;
  /** Made anew where somebody else has changed it meanwhile. Null: there is nothing to do. Throws {@link Unfit}. */
  write: (now: T) => Write<unknown> | null;
  /** Without it there is no way back. */
  undo?: ((before: T, after: T) => Write<unknown> | null) | undefined;
  /** Hears what the endpoint answered. */
  took?: ((answer: unknown) => void) | undefined;
  /** Reads it anew where somebody else has changed it; without it, the thing itself is. */
  again?: (() => Promise<unknown>) | undefined;
}

/** Why something can’t be done with a thing, in the reader’s words; nothing is sent. */
export class Unfit extends Error {}

export interface Failure<T extends Thing> {
  step: Step<T>;
  problem: Problem;
  /** In the reader’s words, where it was not the endpoint that said no. */
  says: string;
}

/** How far it has come, and what came of it. */
export interface Run<T extends Thing> {
  done: number;
  readonly all: number;
  readonly changed: { step: Step<T>; before: T; back: (() => Write<unknown> | null) | null }[];
  readonly failed: Failure<T>[];
  /** Ids of those that were so already. */
  readonly same: string[];
  /** Ids of what waits for a connection, to be sent by itself. */
  readonly waiting: string[];
  /** Set by whoever wants it to end after the thing that is being changed. */
  stopped: boolean;
  /** The endpoint has asked to slow down. */
  resting: boolean;
}

interface Way<T extends Thing> {
  host: CopElement;
  /** The thing as it is now. */
  reread: (id: string) => Read<T>;
  tell: (run: Run<T>) => void;
}

/** How long to rest where the endpoint asks to slow down, in ms, and how often for one thing: its limits are by the minute. */
const REST = 2000;
const RESTS = 35;

/** The lists are read again once, at the end. */
const quiet = <A>(write: Write<A>): Write<A> => ({ ...write, touches: [] });

/** One after the other, so that each is refused or done by itself; `tell` hears of each. What fails holds nobody else up. */
export async function runSteps<T extends Thing>(way: Way<T>, steps: readonly Step<T>[]): Promise<Run<T>> {
  const run: Run<T> = { done: 0, all: steps.length, changed: [], failed: [], same: [], waiting: [], stopped: false, resting: false };
  const touched = new Set<string>();
  // The element may move to another community meanwhile; what was begun ends where it began.
  const { cop } = way.host;
  way.tell(run);
  for (const step of steps) {
    if (run.stopped) break;
    try {
      const taken = await take(way, cop, run, step);
      // Stopped while it rested: it is as it was.
      if (!taken) break;
      const { before, write, sent } = taken;
      write?.touches.forEach((noun) => touched.add(noun));
      if (!sent) run.same.push(before.id);
      else if (sent.state === 'sent') run.changed.push({ step, before, back: wayBack(step, before, sent.answer) });
      else {
        // Without a connection one waits, and is enough: the rest stays as it is.
        run.waiting.push(before.id);
        run.stopped = true;
      }
    } catch (error) {
      run.failed.push({ step, problem: Problem.from(error), says: error instanceof Unfit ? error.message : '' });
    }
    run.done += 1;
    way.tell(run);
  }
  await cop.cache.invalidate(([noun]) => touched.has(noun));
  return run;
}

function wayBack<T extends Thing>({ undo, took }: Step<T>, before: T, answer: unknown): (() => Write<unknown> | null) | null {
  took?.(answer);
  return undo ? () => undo(before, answer as T) : null;
}

interface Taken<T extends Thing> {
  before: T;
  write: Write<unknown> | null;
  sent: Sent<unknown> | null;
}

async function take<T extends Thing>(way: Way<T>, cop: Community, run: Run<T>, step: Step<T>): Promise<Taken<T> | null> {
  let { item } = step;
  for (let rests = 0, read = false; ;) {
    const write = step.write(item);
    if (!write) return { before: item, write, sent: null };
    try {
      return { before: item, write, sent: await cop.write(quiet(write)) };
    } catch (error) {
      const { kind } = Problem.from(error);
      if (kind === 'busy' && rests++ < RESTS) {
        if (!(await rest(way, run))) return null;
        // It is changed where it stands, not as a whole: what somebody wrote meanwhile stays.
      } else if (kind === 'stale' && !read) {
        read = true;
        if (step.again) await step.again();
        else item = await cop.read(way.reread(item.id), true);
      } else throw error;
    }
  }
}

/** @returns false where it was stopped meanwhile */
async function rest<T extends Thing>({ tell }: Way<T>, run: Run<T>): Promise<boolean> {
  run.resting = true;
  tell(run);
  for (const end = Date.now() + REST; Date.now() < end && !run.stopped;) await new Promise((next) => setTimeout(next, 100));
  run.resting = false;
  tell(run);
  return !run.stopped;
}

/** Takes back what a run has changed, the last first. */
export const undoSteps = <T extends Thing>(way: Way<T>, { changed }: Run<T>): Promise<Run<T>> =>
  runSteps(
    way,
    changed.toReversed().flatMap(({ step: { took, again }, before, back }) => (back ? [{ item: before, write: back, took, again }] : [])),
  );
