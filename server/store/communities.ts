import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { Problem } from '../problem.js';
import { mergeRules } from '../rules.js';
import type { Db } from './database.js';
import { collections, communities, members, questions, resourceRequests, resources } from './schema.js';

export type CommunityRow = typeof communities.$inferSelect;
export interface CommunityCounts {
  questions: number;
  answered: number;
  resources: number;
  members: number;
  /** Collections of resources, and resources that somebody looks for. */
  collections: number;
  requests: number;
}

export async function findCommunity(db: Db, id: string): Promise<CommunityRow | undefined> {
  const [row] = await db.select().from(communities).where(eq(communities.id, id));
  return row;
}

export function allCommunities(db: Db): Promise<CommunityRow[]> {
  return db.select().from(communities).orderBy(asc(communities.createdAt), asc(communities.id));
}

/** What a community holds. `members` are those in the directory: listed, and joined. */
export async function countCommunity(db: Db, id: string): Promise<CommunityCounts> {
  const number = sql<number>`count(*)::int`;
  const [asked] = await db
    .select({ questions: number, answered: sql<number>`(count(*) filter (where ${questions.answerCount} > 0))::int` })
    .from(questions)
    .where(and(eq(questions.communityId, id), isNull(questions.deletedAt)));
  const [shared] = await db
    .select({ resources: number })
    .from(resources)
    .where(and(eq(resources.communityId, id), isNull(resources.deletedAt), eq(resources.status, 'published')));
  const [known] = await db
    .select({ members: number })
    .from(members)
    .where(and(eq(members.communityId, id), eq(members.listed, true), isNotNull(members.joinedAt)));
  return {
    questions: asked?.questions ?? 0,
    answered: asked?.answered ?? 0,
    resources: shared?.resources ?? 0,
    members: known?.members ?? 0,
    collections: await db.$count(collections, and(eq(collections.communityId, id), isNull(collections.deletedAt))),
    requests: await db.$count(resourceRequests, and(eq(resourceRequests.communityId, id), isNull(resourceRequests.closedAt))),
  };
}

export type CommunityChange = Partial<Pick<CommunityRow, 'name' | 'description' | 'rules' | 'profileFields'>>;

/** What the stewards set. Two who set different rules at once both have their way. */
export async function updateCommunity(tx: Db, id: string, { rules, ...change }: CommunityChange): Promise<CommunityRow> {
  const [before] = await tx.select().from(communities).where(eq(communities.id, id)).for('update');
  if (!before) throw new Problem('not-found');
  const after = { ...change, ...(rules && { rules: mergeRules(before.rules, rules) }) };
  if (Object.keys(after).length === 0) return before;
  const [row] = await tx.update(communities).set(after).where(eq(communities.id, id)).returning();
  return row ?? before;
}
