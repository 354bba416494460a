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
import { findResource, type ResourceRow } from '../store/resources.js';
import { savedBy } from '../store/saves.js';
import { topicLabels, topicRefs } from '../store/topics.js';
import { contextsOf, useSummary, usesOf } from '../store/uses.js';
import { votesOf } from '../store/votes.js';
import { showFile } from './files.js';
import { memberRef, sourceOf, time, timeOrNull } from './refs.js';

type View = z.infer<typeof Resource>;

export const factsOf = (row: ResourceRow): ResourceFacts => ({
  authorId: row.authorId,
  status: row.status,
  stewardId: row.stewardId,
  complete: row.url !== null || row.fileId !== null,
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

const endorsementView = ({ member, note, createdAt }: EndorsementRow) => ({ member: memberRef(member), note, createdAt: time(createdAt) });
const reviewOf = (row: ResourceRow, now: Date): View['review'] => ({
  steward: memberRef(row.steward),
  on: row.reviewOn,
  at: timeOrNull(row.reviewedAt),
  by: memberRef(row.reviewedBy),
  due: row.reviewOn !== null && row.reviewOn <= today(now),
});

/** Resources as a person sees them: labels, contexts, endorsements and their own marks are looked up once for all. */
export async function showResources(
  db: Db,
  communityId: string,
  rows: readonly ResourceRow[],
  { session, now }: { session: Session; now: Date },
): Promise<View[]> {
  const labels = await topicLabels(
    db,
    communityId,
    rows.flatMap((row) => row.topics),
  );
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
      can: resourceActions(session, factsOf(row)),
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

/** The same as they see it now, with its ETag. @throws Problem not-found */
export async function showOne(c: RequestContext, id: string): Promise<View> {
  const row = await find(c, id);
  const [shown] = await showResources(c.get('db'), row.communityId, [row], { session: c.get('session'), now: c.get('now') });
  if (!shown) throw new Problem('not-found');
  setEtag(c, row.version);
  return shown;
}
