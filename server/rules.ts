import type { RulesRecord } from './store/schema.js';

/** What a community has agreed on, with nothing missing. */
export interface Rules {
  /** Members may ask without their name being shown to members. */
  anonymousQuestions: boolean;
  /** What members suggest waits for a steward. */
  premoderatedResources: boolean;
  /** Days without anything new after which an answered question closes; null: never. */
  autoCloseDays: number | null;
  /** Months after which a resource is looked at again. */
  reviewMonths: number;
  ladder: LadderRules;
}

/** Who is asked when nobody has answered: members who offer the topic, those who know it, others, the stewards. */
export interface LadderRules {
  /** Hours from one ring to the next, four of them: from asking to the first, from the first to the second, and so on. Their sum is the time within which a question has reached somebody. */
  hours: readonly number[];
  /** How many are asked in each ring at most. */
  size: number;
  /** How often one person is asked in any seven days at most; 0: the ladder asks nobody. */
  weeklyCap: number;
  /** Hours after accepting an answer when the asker is asked once how it went. */
  remindAfterHours: number;
}

/** What holds where a community has agreed on nothing else. */
export const DEFAULT_RULES: Rules = {
  anonymousQuestions: false,
  premoderatedResources: false,
  autoCloseDays: null,
  reviewMonths: 12,
  // Offers are asked at once; after a day those who know, after two the others, after three the stewards.
  ladder: { hours: [0, 24, 24, 24], size: 5, weeklyCap: 3, remindAfterHours: 7 * 24 },
};

/** The rules of a community: what its stewards have set, and the defaults for the rest. */
export function rulesOf({ rules }: { rules: RulesRecord }): Rules {
  return { ...DEFAULT_RULES, ...rules, ladder: { ...DEFAULT_RULES.ladder, ...rules.ladder } };
}

/** A change of some rules joins what was set before; what nobody named stays. */
export function mergeRules(before: RulesRecord, { ladder, ...change }: RulesRecord): RulesRecord {
  return { ...before, ...change, ...((before.ladder ?? ladder) && { ladder: { ...before.ladder, ...ladder } }) };
}
