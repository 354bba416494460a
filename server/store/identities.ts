import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { recordActivity } from './changes.js';
import type { Db } from './database.js';
import { identities, members } from './schema.js';

export type MemberRow = typeof members.$inferSelect;
interface IdentityKey {
  issuer: string;
  subject: string;
}

const is = (communityId: string, { issuer, subject }: IdentityKey) =>
  and(eq(identities.communityId, communityId), eq(identities.issuer, issuer), eq(identities.subject, subject));

export async function findMember(db: Db, communityId: string, key: IdentityKey): Promise<MemberRow | undefined> {
  const [row] = await db
    .select({ member: members })
    .from(identities)
    .innerJoin(members, eq(members.id, identities.memberId))
    .where(is(communityId, key));
  return row?.member;
}

/** Makes a member of somebody who came for the first time. Two first requests at once make one member. */
export function joinAs(
  db: Db,
  communityId: string,
  key: IdentityKey,
  person: { name: string; demo: boolean },
): Promise<MemberRow | undefined> {
  return db.transaction(async (tx) => {
    const id = uuidv7();
    const [member] = await tx
      .insert(members)
      .values({ id, communityId, name: person.name, demo: person.demo, joinedAt: new Date() })
      .returning();
    const [claimed] = await tx
      .insert(identities)
      .values({ communityId, issuer: key.issuer, subject: key.subject, memberId: id })
      .onConflictDoNothing()
      .returning();
    if (!claimed) {
      await tx.delete(members).where(eq(members.id, id));
      return findMember(tx, communityId, key);
    }
    await recordActivity(tx, { communityId, type: 'joined', actorId: id, object: { type: 'member', id } });
    return member;
  });
}

/** Whether somebody has joined the community, and is not merely named in what was imported. */
/** What is shown of some people beside what they wrote, by their ids. */
export async function peopleOf(db: Db, ids: readonly string[]) {
  const { id, name, avatarUrl, url, demo } = members;
  const found =
    ids.length === 0
      ? []
      : await db
          .select({ id, name, avatarUrl, url, demo })
          .from(members)
          .where(inArray(id, [...ids]));
  return new Map(found.map((row) => [row.id, row]));
}

export async function isMember(db: Db, communityId: string, id: string): Promise<boolean> {
  return (await db.$count(members, and(eq(members.communityId, communityId), eq(members.id, id), isNotNull(members.joinedAt)))) > 0;
}

export async function setRole(db: Db, memberId: string, role: 'member' | 'steward'): Promise<void> {
  await db.update(members).set({ role }).where(eq(members.id, memberId));
}

/** A demo persona by its name in any community. */
export async function personaOf(db: Db, subject: string): Promise<MemberRow | undefined> {
  const [row] = await db
    .select({ member: members })
    .from(identities)
    .innerJoin(members, eq(members.id, identities.memberId))
    .where(and(eq(identities.issuer, 'demo'), eq(identities.subject, subject)))
    .limit(1);
  return row?.member;
}

export interface Persona {
  id: string;
  name: string;
  headline: string;
  role: 'member' | 'steward';
}
/** The demo's people, each once: members by name, then stewards. */
export async function allPersonas(db: Db): Promise<Persona[]> {
  const found = await db
    .selectDistinctOn([identities.subject], { id: identities.subject, name: members.name, headline: members.headline, role: members.role })
    .from(identities)
    .innerJoin(members, eq(members.id, identities.memberId))
    .where(eq(identities.issuer, 'demo'))
    .orderBy(identities.subject, members.id);
  return found.sort((a, b) => a.role.localeCompare(b.role) || a.name.localeCompare(b.name));
}

/** Up to when a member has seen the feed; it never goes back, nor into the future. */
export async function setLastVisit(db: Db, memberId: string, at: Date): Promise<MemberRow | null> {
  const [row] = await db
    .update(members)
    .set({
      // The first catch-up begins where the visit before this one ended.
      caughtUpAt: sql`coalesce(${members.caughtUpAt}, ${members.lastVisitAt}, now() - interval '14 days')`,
      lastVisitAt: sql`least(now(), greatest(${members.lastVisitAt}, ${at.toISOString()}::timestamptz))`,
    })
    .where(eq(members.id, memberId))
    .returning();
  return row ?? null;
}
