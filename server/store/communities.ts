import { asc, eq, sql } from 'drizzle-orm';
import { Problem } from '../problem.js';
import { mergeRules } from '../rules.js';
import { rows, type Db } from './database.js';
import { kept } from './kept.js';
import { communities } from './schema.js';

export type CommunityRow = typeof communities.$inferSelect;
export interface CommunityCounts {
  questions: number;
  answered: number;
  resources: number;
  members: number;
  /** Groups and cohorts of members, as far as everybody may see them. */
  groups: number;
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

type Large = Pick<CommunityCounts, 'questions' | 'answered' | 'resources' | 'members' | 'groups'>;
type Small = Pick<CommunityCounts, 'collections' | 'requests'>;

/**
 * What a community holds; what it has many of, as it was up to a minute ago, but with what the reader has written since. Collections and requests are few: an element shows the way
 * to them from the first one on. `members` are those in the directory: listed, and joined.
 */
export async function countCommunity(db: Db, id: string, readerId?: string): Promise<CommunityCounts> {
  const large = await kept(
    db,
    `counts ${id}`,
    () => countLarge(db, id),
    (counts) => counts.questions + counts.resources + counts.members,
    readerId,
  );
  const [small] = await rows<Small>(
    db,
    sql`select
      (select count(*)::int from collections where community_id = ${id} and deleted_at is null) as collections,
      (select count(*)::int from resource_requests where community_id = ${id} and closed_at is null) as requests`,
  );
  return { ...large, ...(small ?? { collections: 0, requests: 0 }) };
}

async function countLarge(db: Db, id: string): Promise<Large> {
  const [counts] = await rows<Large>(
    db,
    sql`select q.questions, q.answered, r.resources, m.members, g.groups from
      (select count(*)::int as questions, (count(*) filter (where answer_count > 0))::int as answered from questions where community_id = ${id} and deleted_at is null) q,
      (select count(*)::int as resources from resources where community_id = ${id} and deleted_at is null and status = 'published') r,
      (select count(*)::int as members from members where community_id = ${id} and listed and joined_at is not null) m,
      (select count(distinct one ->> 'name')::int as groups from members, jsonb_array_elements(groups) as one where community_id = ${id} and listed
        and joined_at is not null and groups <> '[]'::jsonb and coalesce(visibility ->> 'groups', 'everyone') = 'everyone') g`,
  );
  return counts ?? { questions: 0, answered: 0, resources: 0, members: 0, groups: 0 };
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
