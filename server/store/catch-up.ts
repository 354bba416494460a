import { and, desc, eq, gt, inArray, lte, notInArray, or, sql, type SQL } from 'drizzle-orm';
import { activitiesByIds, type ActivityView } from './activities.js';
import type { Db } from './database.js';
import type { MemberRow } from './identities.js';
import { activities, members, mentions } from './schema.js';

/*
 * A bounded list that one can finish: what others did between the point up to which everything was seen and the end of a round.
 * The end stands as soon as the first act of the round is marked, so that it never grows; with the last one it becomes the point.
 */

const MOST = 100;
/** How far back the first round reaches. */
const FIRST = sql`now() - interval '14 days'`;

export interface Round {
  since: Date;
  until: Date;
  total: number;
  later: number;
  items: ActivityView[];
}

/** What a member wrote, whatever it is. */
const ownedBy = (memberId: string): SQL => {
  const things = ['questions', 'answers', 'resources', 'posts'].map(
    (table) => sql`select id from ${sql.identifier(table)} where author_id = ${memberId}`,
  );
  const ids = sql`(${sql.join(things, sql` union all `)})`;
  return sql`(${activities.objectId} in ${ids} or ${activities.targetId} in ${ids})`;
};
const naming = (memberId: string): SQL =>
  sql`${activities.objectId} in (select ${mentions.objectId} from ${mentions} where ${mentions.memberId} = ${memberId})`;

async function stateOf(db: Db, memberId: string, lock?: 'lock') {
  const query = db
    .select({
      since: sql<string>`to_char(coalesce(${members.caughtUpAt}, ${members.lastVisitAt}, ${FIRST}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
      round: members.catchUp,
      now: sql<string>`to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    })
    .from(members)
    .where(eq(members.id, memberId));
  const [row] = await (lock ? query.for('update') : query);
  if (!row) throw new Error('A member who asks is there.');
  return {
    since: new Date(row.since),
    now: new Date(row.now),
    until: row.round ? new Date(row.round.until) : null,
    seen: row.round?.seen ?? [],
  };
}

/** What is left of a member's round: the one that was begun, or what a new one would hold. */
export async function findRound(db: Db, member: Pick<MemberRow, 'id' | 'communityId'>): Promise<Round> {
  const { since, now, until, seen } = await stateOf(db, member.id);
  return read(db, member, since, until ?? now, seen);
}

/**
 * Marks acts of a round as seen, or all of it. Two devices that read it agree: the round that was begun first stands.
 * @param until the end of the round as the reader has it
 */
export async function markSeen(
  tx: Db,
  member: Pick<MemberRow, 'id' | 'communityId'>,
  { until, seen, all }: { until: Date; seen: readonly string[]; all: boolean },
): Promise<Round> {
  const state = await stateOf(tx, member.id, 'lock');
  const end = state.until ?? new Date(Math.min(until.getTime(), state.now.getTime()));
  // A round that ends before the point is one that another device has finished.
  if (end <= state.since) return findRound(tx, member);
  const known = [...new Set([...state.seen, ...(await actsAmong(tx, member.communityId, seen, state.since, end))])];
  const left = all ? null : await read(tx, member, state.since, end, known);
  const done = !left || left.items.length === 0;
  await tx
    .update(members)
    .set(done ? { caughtUpAt: end, catchUp: null } : { caughtUpAt: state.since, catchUp: { until: end.toISOString(), seen: known } })
    .where(eq(members.id, member.id));
  return left ?? { since: end, until: end, total: 0, later: await countLater(tx, member, end), items: [] };
}

/** Those of some ids that are acts of a round: only they are kept. */
async function actsAmong(tx: Db, communityId: string, ids: readonly string[], since: Date, until: Date): Promise<string[]> {
  if (ids.length === 0) return [];
  const there = and(eq(activities.communityId, communityId), inArray(activities.id, [...ids]));
  const found = await tx
    .select({ id: activities.id })
    .from(activities)
    .where(and(there, gt(activities.published, since), lte(activities.published, until)));
  return found.map(({ id }) => id);
}

/** The most that are told in number. */
const TOLD = 50;

/** How many acts of others wait in a member's round: at most one more than are told. A walk along the index of the feed, newest first. */
export async function countRound(db: Db, { id, communityId, caughtUpAt, lastVisitAt, catchUp }: MemberRow): Promise<number> {
  const since = caughtUpAt ?? lastVisitAt;
  const found = await db
    .select({ id: activities.id })
    .from(activities)
    .where(
      and(
        eq(activities.communityId, communityId),
        since ? gt(activities.published, since) : sql`${activities.published} > ${FIRST}`,
        catchUp ? lte(activities.published, new Date(catchUp.until)) : undefined,
        sql`${activities.actorId} is distinct from ${id}`,
        catchUp?.seen.length ? notInArray(activities.id, catchUp.seen) : undefined,
      ),
    )
    .orderBy(desc(activities.published), desc(activities.id))
    .limit(TOLD + 1);
  return found.length;
}

/** What others did after a point, as far as anyone counts. */
async function countLater(db: Db, { id, communityId }: Pick<MemberRow, 'id' | 'communityId'>, after: Date): Promise<number> {
  const found = await db
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.communityId, communityId), gt(activities.published, after), sql`${activities.actorId} is distinct from ${id}`))
    .limit(MOST);
  return found.length;
}

async function read(
  db: Db,
  { id, communityId }: Pick<MemberRow, 'id' | 'communityId'>,
  since: Date,
  until: Date,
  seen: readonly string[],
): Promise<Round> {
  const left = and(
    eq(activities.communityId, communityId),
    gt(activities.published, since),
    lte(activities.published, until),
    sql`${activities.actorId} is distinct from ${id}`,
    seen.length ? notInArray(activities.id, [...seen]) : undefined,
  );
  const find = (more?: SQL) =>
    db
      .select({ id: activities.id })
      .from(activities)
      .where(and(left, more))
      .orderBy(desc(activities.published), desc(activities.id))
      .limit(MOST);
  const [first, rest] = [await find(or(naming(id), ownedBy(id))), await find()];
  const ids = [...new Set([...first, ...rest].map((row) => row.id))].slice(0, MOST);
  const view = await activitiesByIds(db, communityId, ids, new Set([id]));
  const weight = ({ forYou }: ActivityView) => (forYou === 'mention' ? 0 : forYou === 'yours' ? 1 : 2);
  const items = ids.flatMap((one) => view(one, id) ?? []).sort((a, b) => weight(a) - weight(b));
  const total = ids.length < MOST ? items.length : await db.$count(activities, left);
  return { since, until, total, later: await countLater(db, { id, communityId }, until), items };
}
