import type { Question, QuestionSummary } from '../../contract/index.js';
import { Problem } from '../../data/problem.js';
import type { Sent } from '../../data/outbox.js';
import type { Write } from '../../data/read.js';
import { getQuestion } from '../../data/questions.js';
import type { CopAskTheCommunity } from './ask-the-community.js';

/** One question, what is done with it, and how that is taken back, by what the endpoint answered. */
export interface Step {
  question: QuestionSummary;
  /** Made anew where somebody else has changed the question meanwhile. Null: there is nothing to do. */
  write: (now: QuestionSummary) => Write<Question> | null;
  undo: (before: QuestionSummary, after: Question) => Write<Question>;
}
export interface Failure {
  question: QuestionSummary;
  problem: Problem;
}
/** How far it has come, and what came of it. */
export interface Run {
  done: number;
  readonly all: number;
  readonly changed: { question: QuestionSummary; back: (() => Write<Question>) | null }[];
  readonly failed: Failure[];
  /** Ids of those that were so already. */
  readonly same: string[];
  /** Set by whoever wants it to end after the question that is being changed. */
  stopped: boolean;
}

/** The lists are read again once, at the end. */
const quiet = <T>(write: Write<T>): Write<T> => ({ ...write, touches: [] });

/** One after the other, so that each is refused or done by itself; `tell` hears of each. What fails holds nobody else up. */
export async function runSteps(host: CopAskTheCommunity, steps: readonly Step[], tell: (run: Run) => void): Promise<Run> {
  const run: Run = { done: 0, all: steps.length, changed: [], failed: [], same: [], stopped: false };
  const touched = new Set<string>();
  tell(run);
  for (const step of steps) {
    if (run.stopped) break;
    try {
      const { before, write, sent } = await take(host, step.question, step.write);
      write?.touches.forEach((noun) => touched.add(noun));
      if (!sent) run.same.push(before.id);
      else run.changed.push({ question: before, back: sent.state === 'sent' ? () => step.undo(before, sent.answer) : null });
    } catch (error) {
      run.failed.push({ question: step.question, problem: Problem.from(error) });
    }
    run.done += 1;
    tell(run);
  }
  await host.cop.cache.invalidate(([noun]) => touched.has(noun));
  return run;
}

interface Taken {
  before: QuestionSummary;
  write: Write<Question> | null;
  sent: Sent<Question> | null;
}
async function take(host: CopAskTheCommunity, question: QuestionSummary, make: Step['write'], again = true): Promise<Taken> {
  const write = make(question);
  if (!write) return { before: question, write, sent: null };
  try {
    return { before: question, write, sent: await host.cop.write(quiet(write)) };
  } catch (error) {
    // Its place is changed, not its text: what somebody wrote meanwhile stays.
    if (!again || Problem.from(error).kind !== 'stale') throw error;
    return take(host, await host.cop.read(getQuestion(question.id), true), make, false);
  }
}

/** Takes back what a run has changed, the last first. */
export const undoSteps = (host: CopAskTheCommunity, { changed }: Run, tell: (run: Run) => void): Promise<Run> =>
  runSteps(
    host,
    changed.toReversed().flatMap(({ question, back }) => (back ? [{ question, write: back, undo: back }] : [])),
    tell,
  );
