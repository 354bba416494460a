import type { LadderRules } from '../rules.js';
import { awakeAt, type QuietHours } from './quiet.js';

/*
 * The ladder: who is asked to help with a question that nobody has answered, and when. Pure: what it needs to know is given, nothing is read or written.
 *
 * Rings: 1 offers a topic of the question, 2 knows one (has it among theirs, had an answer on it accepted, or wrote three), 3 others who take
 * part, 4 the stewards. Everybody is in the first ring they fit. A ring opens when its hours since asking are over, and stays open: who wakes
 * later, or is free again under the weekly cap, fills the places it still has. It opens sooner while fewer than three people are reached.
 */

export type Ring = 1 | 2 | 3 | 4;
export const LAST_RING = 4;
/** So many people a question reaches, where so many may be asked, before its time is over. */
export const LEAST_REACHED = 3;
const HOUR = 3_600_000;
/** How soon it is looked again for somebody who is free under the weekly cap, while too few are reached. */
const AGAIN = HOUR;

export interface Reason {
  kind: 'offer' | 'topic' | 'answered' | 'available' | 'steward';
  /** The id of the topic that fits. */
  topic?: string;
}

/** Somebody who could be asked: takes part, is not on a break, not the asker, and has not been asked about this question. */
export interface Candidate {
  id: string;
  reason: Reason;
  /** How often the ladder asked them, about anything, in the last seven days. */
  recent: number;
  /** Their own limit for seven days; null: the community’s. */
  asksPerWeek: number | null;
  quietHours: QuietHours | null;
  timeZone: string | null;
}

export interface LadderState {
  startedAt: Date;
  /** The ring that opened last; 0: none. */
  step: number;
  /** Whom the ladder has asked so far; invitations by people don’t count. */
  asked: readonly { ring: number; declined: boolean }[];
}

export interface Decision {
  asks: { memberId: string; ring: Ring; reason: Reason }[];
  step: number;
  /** When to look again; null: there is nobody left to ask. */
  dueAt: Date | null;
  /** When the first of those is asked whose quiet hours it is; null: nobody waits for the end of theirs. */
  quietUntil: Date | null;
}

/** When each ring opens at the latest, the first to the last. */
export function ringTimes(startedAt: Date, { hours }: Pick<LadderRules, 'hours'>): Date[] {
  let at = startedAt.getTime();
  return hours.map((more) => new Date((at += more * HOUR)));
}

/** When a question should have reached three people: when the last ring opens. */
export const deadlineOf = (startedAt: Date, rules: Pick<LadderRules, 'hours'>): Date => ringTimes(startedAt, rules).at(-1) ?? startedAt;

const mayBeAsked = ({ recent, asksPerWeek }: Candidate, { weeklyCap }: Pick<LadderRules, 'weeklyCap'>) =>
  recent < Math.min(weeklyCap, asksPerWeek ?? weeklyCap);

/**
 * The next step of the ladder.
 * @param pool who could be asked in a ring, best placed first: fewest recent asks, then best fit, then by the question’s own shuffle
 */
export async function decide(
  now: Date,
  state: LadderState,
  rules: LadderRules,
  pool: (ring: Ring) => AsyncIterable<Candidate> | Iterable<Candidate>,
): Promise<Decision> {
  const times = ringTimes(state.startedAt, rules);
  const asks: Decision['asks'] = [];
  const taken = new Set<string>();
  const wakes: Date[] = [];
  const standing = state.asked.filter(({ declined }) => !declined);
  let step = Math.max(state.step, times.filter((at) => at <= now).length);

  const fill = async (ring: Ring): Promise<void> => {
    let places = rules.size - standing.filter((one) => one.ring === ring).length;
    if (places <= 0) return;
    const later: Date[] = [];
    for await (const one of pool(ring)) {
      if (taken.has(one.id) || !mayBeAsked(one, rules)) continue;
      const at = awakeAt(now, one.quietHours, one.timeZone);
      if (at > now) later.push(at);
      else {
        asks.push({ memberId: one.id, ring, reason: one.reason });
        taken.add(one.id);
        places -= 1;
        if (places === 0) break;
      }
    }
    wakes.push(...later.sort((a, b) => a.getTime() - b.getTime()).slice(0, places));
  };
  /** Who is reached, and who will be before the next ring opens anyway. */
  const reached = () => {
    const next = times[step];
    const soon = next ? wakes.filter((at) => at < next).length : 0;
    return standing.length + asks.length + soon;
  };

  for (let ring = 1; ring <= step; ring += 1) await fill(ring as Ring);
  while (step < LAST_RING && reached() < LEAST_REACHED) {
    step += 1;
    await fill(step as Ring);
  }

  const looks = [...wakes];
  const next = times[step];
  if (step < LAST_RING && next) looks.push(next);
  if (standing.length + asks.length < LEAST_REACHED && now < deadlineOf(state.startedAt, rules))
    looks.push(new Date(now.getTime() + AGAIN));
  return { asks, step, dueAt: earliest(looks), quietUntil: earliest(wakes) };
}

const earliest = (times: readonly Date[]): Date | null => (times.length ? new Date(Math.min(...times.map((at) => at.getTime()))) : null);
