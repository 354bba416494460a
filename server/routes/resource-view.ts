import type { z } from '@hono/zod-openapi';
import { resourceActions, seesResource, type ResourceFacts } from '../auth/policy.js';
import type { Session } from '../auth/session.js';
import type { RequestContext } from '../context.js';
import { ResourceKind, type Resource } from '../contract/resources.js';
import { setEtag } from '../http/etag.js';
import { Problem } from '../problem.js';
import type { Db } from '../store/database.js';
import { endorsedBy, endorsementsOf, type EndorsementRow } from '../store/endorsements.js';
import { withMentions } from '../store/mentions.js';
import { peopleOf } from '../store/identities.js';
import { lockResource } from '../store/resource-edits.js';
import { findResource, type ResourceRow } from '../store/resources.js';
import { savedBy } from '../store/saves.js';
import { topicLabels, topicRefs, type TopicLabels } from '../store/topics.js';
import { contextsOf, useSummary, usesOf } from '../store/uses.js';
import { votesOf } from '../store/votes.js';
import { showFile } from './files.js';
import { memberRef, sourceOf, time, timeOrNull, type MemberRefRow } from './refs.js';

type View = z.infer<typeof Resource>;

export const factsOf = (row: ResourceRow): ResourceFacts => ({
  authorId: row.authorId,
  status: row.status,
  stewardId: row.stewardId,
  complete: row.url !== null || row.fileId !== null,
  change: row.pending === null ? null : row.pendingNote === null ? 'waits' : 'returned',
});

const today = (now: Date) => now.toISOString().slice(0, 10);
const linkOf = ({ link }: ResourceRow): View['link'] =>
  link && { siteName: link.siteName ?? null, imageUrl: link.imageUrl ?? null, iconUrl: link.iconUrl ?? null };

/** What a person did with these resources. */
async function marksOf(db: Db, me: string | undefined, rows: readonly ResourceRow[]) {
  const ids = rows.map(({ id }) => id);
  return {
    used: await usesOf(db, me, ids),
    votes: await votesOf(db, me, ids),
    saved: await savedBy(db, me, ids),
    endorsed: await endorsedBy(db, me, ids),
  };
}

/** The change of a resource, for those who may edit it. */
function changeOf(row: ResourceRow, people: ReadonlyMap<string, MemberRefRow>, labels: TopicLabels): View['change'] {
  const { pending, pendingById, pendingAt, pendingNote } = row;
  if (!pending || !pendingAt) return null;
  const { topics, kind, ...text } = pending;
  return {
    content: {
      ...text,
      ...(kind !== undefined && { kind: ResourceKind.safeParse(kind).data ?? 'other' }),
      ...(topics && { topics: topicRefs(labels, topics) }),
    },
    by: memberRef(people.get(pendingById ?? '') ?? null),
    at: time(pendingAt),
    returned: pendingNote,
  };
}

const endorsementView = ({ member, note, createdAt }: EndorsementRow) => ({ member: memberRef(member), note, createdAt: time(createdAt) });
const reviewOf = (row: ResourceRow, now: Date): View['review'] => ({
  steward: memberRef(row.steward),
  on: row.reviewOn,
  at: timeOrNull(row.reviewedAt),
  by: memberRef(row.reviewedBy),
  due: row.reviewOn !== null && row.reviewOn <= today(now),
});

const proposersOf = (db: Db, rows: readonly ResourceRow[]) =>
  peopleOf(
    db,
    rows.flatMap(({ pendingById }) => pendingById ?? []),
  );

/** Resources as a person sees them: labels, contexts, endorsements and their own marks are looked up once for all. */
export async function showResources(
  db: Db,
  communityId: string,
  rows: readonly ResourceRow[],
  { session, now }: { session: Session; now: Date },
): Promise<View[]> {
  const can = new Map(rows.map((row) => [row.id, resourceActions(session, factsOf(row))]));
  const editable = rows.filter(({ id, pending }) => pending !== null && can.get(id)?.includes('edit'));
  const people = await proposersOf(db, editable);
  const topics = [...rows, ...editable.map(({ pending }) => pending)].flatMap((row) => row?.topics ?? []);
  const labels = await topicLabels(db, communityId, topics);
  const { used, votes, saved, endorsed } = await marksOf(db, session.member?.id, rows);
  const contexts = await contextsOf(db, rows);
  const endorsements = await endorsementsOf(db, rows);
  const descriptions = await withMentions(
    db,
    communityId,
    rows.map(({ description }) => description),
  );
  return rows.map((row, i) => ({
    id: row.id,
    kind: ResourceKind.safeParse(row.kind).data ?? 'other',
    title: row.title,
    description: descriptions[i] ?? row.description,
    url: row.url,
    file: row.file && showFile(communityId, row.file),
    creator: row.creator,
    publishedOn: row.publishedOn,
    language: row.language,
    licence: row.licence,
    topics: topicRefs(labels, row.topics),
    suggestedBy: memberRef(row.author),
    createdAt: time(row.createdAt),
    updatedAt: time(row.updatedAt),
    editedAt: timeOrNull(row.editedAt),
    version: row.version,
    commentCount: row.commentCount,
    score: row.score,
    status: row.status,
    statusNote: row.statusNote,
    link: linkOf(row),
    change: editable.includes(row) ? changeOf(row, people, labels) : null,
    uses: useSummary(row, contexts.get(row.id)),
    endorsements: {
      total: row.endorsementCount,
      newest: (endorsements.get(row.id) ?? []).map(endorsementView),
    },
    review: reviewOf(row, now),
    viewer: {
      use: used.get(row.id) ?? null,
      vote: votes.get(row.id) ?? 0,
      saved: saved.has(row.id),
      endorsed: endorsed.has(row.id),
      can: can.get(row.id) ?? [],
    },
    source: sourceOf(row.source),
  }));
}

/** A resource that this person may see. @throws Problem not-found */
export async function find(c: RequestContext, id: string): Promise<ResourceRow> {
  const row = await findResource(c.get('db'), c.get('community').id, id);
  if (!row || !seesResource(c.get('session'), row)) throw new Problem('not-found');
  return row;
}

/** The resource of a write, its row held. @throws Problem not-found */
export async function held(c: RequestContext): Promise<ResourceRow> {
  const id = c.req.param('id') ?? '';
  await lockResource(c.get('db'), id);
  return find(c, id);
}

/** The same as they see it now, with its ETag. @throws Problem not-found */
export async function showOne(c: RequestContext, id: string): Promise<View> {
  const row = await find(c, id);
  const [shown] = await showResources(c.get('db'), row.communityId, [row], { session: c.get('session'), now: c.get('now') });
  if (!shown) throw new Problem('not-found');
  setEtag(c, row.version);
  return shown;
}
