import type { z } from '@hono/zod-openapi';
import type { Role } from '../contract/common.js';
import type { AnswerAction } from '../contract/answers.js';
import type { Permission } from '../contract/communities.js';
import { USUAL_READERS, type MemberAction } from '../contract/members.js';
import type { QuestionAction } from '../contract/questions.js';
import type { ResourceAction } from '../contract/resources.js';
import { Problem } from '../problem.js';
import type { Session } from './session.js';

/*
 * The one place that says who may do what. Routes ask it before they act (`demand`), serialisers show its answer as `viewer.can`:
 * so a control that is shown works, and one that is not shown is refused.
 */

const RANK: Record<Role, number> = { visitor: 0, member: 1, steward: 2 };

/** May this session call an operation with this `x-role` at all? @throws Problem unauthenticated, forbidden */
export function demandRole(session: Session, role: Role): void {
  if (RANK[session.role] >= RANK[role]) return;
  throw session.role === 'visitor' ? new Problem('unauthenticated') : new Problem('forbidden', `This takes the role ${role}.`);
}

/** @throws Problem forbidden (unauthenticated for visitors) unless the action is among those the policy gave. */
export function demand<A extends string>(session: Session, can: readonly A[], action: NoInfer<A>, why?: string): void {
  if (can.includes(action)) return;
  throw session.role === 'visitor' ? new Problem('unauthenticated') : new Problem('forbidden', why);
}

/** Who may change a text: its author, and a steward, whose change stays visible as one of its versions. */
export const editing = (can: readonly string[]) => (can.includes('moderate') ? 'moderate' : 'edit');

/** What a person may do in the community as a whole. */
export function permissions(session: Session): z.infer<typeof Permission>[] {
  if (session.role === 'visitor') return [];
  const all: z.infer<typeof Permission>[] = [
    'ask',
    'answer',
    'comment',
    'vote',
    'use',
    'suggest',
    'save',
    'collect',
    'request',
    'upload',
    'react',
    'post',
    'follow',
    'edit-profile',
  ];
  return session.role === 'steward' ? [...all, 'endorse', 'moderate'] : all;
}

interface Authored {
  authorId: string | null;
}
const owns = (session: Session, object: Authored) => session.member !== null && session.member.id === object.authorId;
const signedIn = (session: Session) => session.role !== 'visitor';
const steward = (session: Session) => session.role === 'steward';
/** The actions whose condition holds, in the order given. */
const allowed = <A extends string>(rules: Record<A, boolean>) => (Object.keys(rules) as A[]).filter((action) => rules[action]);

export interface QuestionFacts extends Authored {
  answerCount: number;
  closedAt: Date | null;
  closedById: string | null;
  anonymous: boolean;
  ladderStartedAt: Date | null;
  /** False where the asker came with an import and never joined, or is gone. */
  authorHere: boolean;
}
/** Own votes don't count; a question with answers is no longer the asker's alone to delete; a steward accepts where the asker has gone. */
export function questionActions(session: Session, question: QuestionFacts): z.infer<typeof QuestionAction>[] {
  const own = owns(session, question);
  return allowed({
    edit: own,
    delete: steward(session) || (own && question.answerCount === 0),
    vote: signedIn(session) && !own,
    answer: signedIn(session) && question.closedAt === null,
    comment: signedIn(session),
    accept: own || (steward(session) && !question.authorHere),
    moderate: steward(session),
    same: signedIn(session) && !own,
    close: (own || steward(session)) && question.closedAt === null,
    // What a steward has closed, a steward opens.
    reopen: question.closedAt !== null && (steward(session) || (own && [null, session.member?.id].includes(question.closedById))),
    reveal: own && question.anonymous,
    report: signedIn(session) && !own,
    invite: signedIn(session) && question.closedAt === null,
    // Who asked, and who looks after the community, see who has been told.
    ladder: (own || steward(session)) && question.ladderStartedAt !== null,
  });
}

/** May this session see who asked a question without a name? `hiddenId` is the asker; null: asked openly. */
export const seesAsker = (session: Session, hiddenId: string | null) =>
  hiddenId === null || steward(session) || session.member?.id === hiddenId;
/** May this session see that somebody wrote something in a thread, where some are not named? */
export const namesIn = (session: Session, memberId: string, hiddenIds: readonly string[]) =>
  seesAsker(session, hiddenIds.includes(memberId) ? memberId : null);

export function answerActions(session: Session, answer: Authored): z.infer<typeof AnswerAction>[] {
  const own = owns(session, answer);
  return allowed({
    edit: own,
    delete: own || steward(session),
    vote: signedIn(session) && !own,
    comment: signedIn(session),
    use: signedIn(session) && !own,
    moderate: steward(session),
  });
}

export function commentActions(session: Session, comment: Authored): ('edit' | 'delete')[] {
  const own = owns(session, comment);
  return allowed({ edit: own, delete: own || steward(session) });
}

export interface ResourceFacts extends Authored {
  status: 'published' | 'proposed' | 'draft' | 'obsolete';
  /** Who looks after it. */
  stewardId: string | null;
  /** A link or a file: without one, a draft can't be sent. */
  complete: boolean;
  /** A change of it that a steward has not seen yet, or has sent back. */
  change: 'waits' | 'returned' | null;
}
/** Whose eyes see a resource: what is published or out of date, everybody’s; all else its author’s and the stewards’. */
export const seesResource = (session: Session, resource: Authored & Pick<ResourceFacts, 'status'>): boolean =>
  resource.status === 'published' || resource.status === 'obsolete' || owns(session, resource) || steward(session);

export function resourceActions(session: Session, resource: ResourceFacts): z.infer<typeof ResourceAction>[] {
  const { status, stewardId } = resource;
  const own = owns(session, resource);
  const looksAfter = session.member !== null && session.member.id === stewardId;
  const mayChange = own || steward(session);
  const takesPart = signedIn(session) && (status === 'published' || status === 'obsolete');
  const mayReview = looksAfter || mayChange;
  return allowed({
    edit: mayReview,
    delete: mayChange,
    comment: takesPart,
    use: takesPart,
    vote: takesPart && !own,
    save: takesPart,
    endorse: takesPart && steward(session) && !own,
    review: status === 'published' && mayReview,
    'look-after': takesPart && !looksAfter && (stewardId === null || steward(session)),
    // A steward also names somebody where nobody looks after it yet.
    'hand-over': takesPart && (looksAfter || steward(session)),
    publish:
      (status === 'draft' && own && resource.complete) ||
      (status === 'proposed' && steward(session)) ||
      (status === 'obsolete' && mayReview),
    decline: status === 'proposed' && steward(session),
    retire: status === 'published' && mayReview,
    settle: resource.change === 'waits' && steward(session),
    withdraw: resource.change !== null && mayReview,
  });
}

/** Whose edit of what others read waits for a steward, where the community’s rules say so. Who reads it meanwhile sees it as it was. */
export const editWaits = (session: Session, { status }: Pick<ResourceFacts, 'status'>, premoderated: boolean) =>
  premoderated && !steward(session) && (status === 'published' || status === 'obsolete');

/** Whoever began a collection keeps it; what is featured, stewards choose. */
export function collectionActions(session: Session, collection: Authored): ('edit' | 'delete' | 'feature')[] {
  const mayChange = owns(session, collection) || steward(session);
  return allowed({ edit: mayChange, delete: mayChange, feature: steward(session) });
}

export function requestActions(
  session: Session,
  request: Authored & { closedAt: Date | null },
): ('edit' | 'delete' | 'fulfil' | 'reopen')[] {
  const mayChange = owns(session, request) || steward(session);
  const open = request.closedAt === null;
  return allowed({ edit: mayChange && open, delete: mayChange, fulfil: signedIn(session) && open, reopen: mayChange && !open });
}

export function postActions(session: Session, post: Authored): ('edit' | 'delete' | 'comment')[] {
  const own = owns(session, post);
  return allowed({ edit: own, delete: own || steward(session), comment: signedIn(session) });
}

export function memberActions(session: Session, member: { id: string }): z.infer<typeof MemberAction>[] {
  const self = session.member?.id === member.id;
  return allowed({ edit: self, groups: steward(session), export: self, delete: self });
}

/** Whose eyes a profile is read with: 0 anybody’s, 1 a member’s, 2 a steward’s. */
export function readerOf(session: Session): 0 | 1 | 2 {
  return RANK[session.role] as 0 | 1 | 2;
}

const READERS = ['everyone', 'members', 'stewards'];
/** The fields of a profile this session may see; `nobody` leaves a field to the member alone. One who has left the directory is seen by themselves and stewards. */
export function profileRights(session: Session, member: { id: string; listed: boolean; visibility: Record<string, string> }) {
  const self = session.member?.id === member.id;
  const within = (level: string) => self || READERS.slice(0, readerOf(session) + 1).includes(level);
  return {
    self,
    sees: member.listed || self || steward(session),
    settings: self || steward(session),
    field: (name: string) => within(member.visibility[name] ?? USUAL_READERS[name] ?? 'everyone'),
    /** An address is kept from the open web unless its owner has said otherwise. */
    mail: within(member.visibility.links ?? 'members'),
  };
}
