import type { Role } from '../contract/common.js';
import { findMember, joinAs, personaOf, setRole, type MemberRow } from '../store/identities.js';
import type { Db } from '../store/database.js';
import type { Identity } from './identify.js';

/** Who is asking, in one community. */
export interface Session {
  member: MemberRow | null;
  role: Role;
  /** Who vouches for the person: a token's issuer, `proxy` or `demo`; null for visitors. */
  issuer: string | null;
}

const VISITOR: Session = { member: null, role: 'visitor', issuer: null };

/** The session of an identity in a community. The first visit of somebody who is signed in makes them a member. */
export async function openSession(db: Db, communityId: string, identity: Identity | null): Promise<Session> {
  if (!identity) return VISITOR;
  const found = await findMember(db, communityId, identity);
  const member = found ?? (await welcome(db, communityId, identity));
  if (!member) return VISITOR;
  // The identity provider decides on roles where it names any; else the community's own record does.
  const role = identity.roles ? (identity.roles.includes('steward') ? 'steward' : 'member') : member.role;
  if (role !== member.role) await setRole(db, member.id, role);
  return { member: { ...member, role }, role, issuer: identity.issuer };
}

async function welcome(db: Db, communityId: string, identity: Identity): Promise<MemberRow | undefined> {
  if (identity.issuer !== 'demo') return joinAs(db, communityId, identity, { name: identity.name ?? identity.subject, demo: false });
  // A persona of one demo community is a person in the others too; an unknown one is nobody.
  const persona = await personaOf(db, identity.subject);
  return persona && joinAs(db, communityId, identity, { name: persona.name, demo: true });
}
