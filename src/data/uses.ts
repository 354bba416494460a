import type { NewUse, UseOutcome, UsePage, UseSummary } from '../contract/index.js';
import { pagedRead, type PagedRead, type Write } from './read.js';

type Used = { id: string; uses: UseSummary; viewer: { use: NewUse | null } };

/** Who used an answer or a resource and how it went, newest first. */
export const listUses = (of: { answer?: string; resource?: string }, limit: number): PagedRead<UsePage> =>
  pagedRead('uses', '/uses', { ...of, limit });

const touches = (noun: string) => [noun, 'questions', 'uses', 'activities'];

/** The sum with one more or one fewer. */
function count(uses: UseSummary, outcome: UseOutcome | undefined, by: 1 | -1): UseSummary {
  return outcome ? { ...uses, total: uses.total + by, [outcome]: uses[outcome] + by } : uses;
}

/** On screen at once: what this person said, in place of what they said before. */
const change = (id: string, use: NewUse | null) => (item: unknown) => {
  const used = item as Used;
  if (used.id !== id) return item;
  const before = used.viewer.use;
  const others = used.uses.contexts.filter((c) => c.context !== before?.context || c.outcome !== before?.outcome);
  const contexts = use?.context ? [{ outcome: use.outcome, context: use.context }, ...others].slice(0, 3) : others;
  const uses = count(count(used.uses, before?.outcome, -1), use?.outcome, 1);
  return { ...used, uses: { ...uses, contexts }, viewer: { ...used.viewer, use } };
};

/** “I used this” on an answer or a resource; a second time replaces the first. */
export const tellUse = (noun: 'answers' | 'resources', id: string, use: NewUse): Write<UseSummary> => ({
  method: 'PUT',
  path: `/${noun}/${id}/use`,
  body: use,
  touches: touches(noun),
  optimistic: { noun, change: change(id, use) },
});
/** Takes back what one said about a use. */
export const takeUseBack = (noun: 'answers' | 'resources', id: string): Write<UseSummary> => ({
  method: 'DELETE',
  path: `/${noun}/${id}/use`,
  touches: touches(noun),
  optimistic: { noun, change: change(id, null) },
});
