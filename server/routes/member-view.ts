import type { z } from '@hono/zod-openapi';
import { memberActions, profileRights } from '../auth/policy.js';
import type { Session } from '../auth/session.js';
import type { RequestContext } from '../context.js';
import { Participation, type FieldVisibility, type HelpReason, type Link, type Member } from '../contract/members.js';
import { setEtag } from '../http/etag.js';
import { Problem } from '../problem.js';
import type { Db } from '../store/database.js';
import type { HelpSearch } from '../store/help.js';
import { withMentions } from '../store/mentions.js';
import { findProfile, type MemberList, type ProfileRow } from '../store/members.js';
import type { ObjectTitle } from '../store/objects.js';
import { topicLabels, topicRefs, type TopicLabels } from '../store/topics.js';
import { sourceOf, time, timeOrNull } from './refs.js';

type View = z.infer<typeof Member>;
type Reason = z.infer<typeof HelpReason>;
type ProfileLink = z.infer<typeof Link>;
/** Who reads, and when. */
export interface Reader {
  session: Session;
  now: Date;
}
export const readerOf = (c: RequestContext): Reader => ({ session: c.get('session'), now: c.get('now') });

const DAY = 86_400_000;
/** When somebody was here last, as coarse as a person would say it. */
function presenceOf(last: Date | null, now: Date): View['presence'] {
  const ago = last ? now.getTime() - last.getTime() : Infinity;
  return ago < DAY ? 'today' : ago < 7 * DAY ? 'week' : null;
}

/** A profile as the session may see it: what is kept from it looks like what was never written. */
export function show(row: ProfileRow, labels: TopicLabels, { session, now }: Reader): View {
  const rights = profileRights(session, row);
  const { field } = rights;
  const can = memberActions(session, row);
  return {
    id: row.id,
    name: row.name,
    headline: row.headline,
    bio: field('bio') ? row.bio : '',
    avatarUrl: row.avatarUrl,
    pronouns: row.pronouns,
    place: field('place') ? row.place : null,
    country: field('place') ? row.country : null,
    languages: field('languages') ? row.languages : [],
    timeZone: field('timeZone') ? row.timeZone : null,
    topics: topicRefs(labels, row.topics),
    offers: topicRefs(labels, field('offers') ? row.offers : []),
    needs: topicRefs(labels, field('needs') ? row.needs : []),
    links: field('links') ? (row.links as ProfileLink[]).filter((link) => rights.mail || !isMail(link)) : [],
    groups: field('groups') || can.includes('groups') ? row.groups : [],
    workingHours: field('workingHours') ? row.workingHours : null,
    fields: field('fields') ? row.fields : {},
    presence: field('presence') ? presenceOf(row.lastVisitAt, now) : null,
    participation: field('participation') ? (Participation.safeParse(row.participation).data ?? null) : null,
    steward: row.role === 'steward',
    demo: row.demo,
    joinedAt: timeOrNull(row.joinedAt),
    updatedAt: time(row.updatedAt),
    version: row.version,
    listed: row.listed,
    visibility: rights.settings ? (row.visibility as z.infer<typeof FieldVisibility>) : null,
    quietHours: rights.self ? row.quietHours : null,
    asksPerWeek: rights.self ? row.asksPerWeek : null,
    reminders: rights.self ? row.reminders : null,
    deletionDueAt: rights.self ? timeOrNull(row.deletionDueAt) : null,
    viewer: { self: rights.self, can },
    source: sourceOf(row.source),
  };
}
const isMail = ({ kind, url }: ProfileLink) => kind === 'email' || /^mailto:/i.test(url);

/** Reasons of one kind that are told; the profile has the rest. */
const REASONS = { offer: 3, need: 3, topic: 2, answered: 2 };

/** Why a person was found, in the terms of what the reader sees of them. */
export function reasonsOf(view: View, help: HelpSearch, titles: ReadonlyMap<string, ObjectTitle>, needs: boolean): Reason[] {
  const meant = (kind: 'offer' | 'topic' | 'need', refs: View['topics']): Reason[] =>
    refs
      .filter(({ id }) => help.topics.has(id))
      .slice(0, REASONS[kind])
      .map((topic) => ({ kind, topic, question: null }));
  if (needs) return meant('need', view.needs);
  const offered = meant('offer', view.offers);
  const others = view.topics.filter(({ id }) => !view.offers.some((offer) => offer.id === id));
  const answered = (help.answered.get(view.id) ?? [])
    .flatMap((id) => titles.get(`question:${id}`) ?? [])
    .slice(0, REASONS.answered)
    .map((question): Reason => ({ kind: 'answered', topic: null, question }));
  return [...offered, ...meant('topic', others), ...answered];
}

/** The questions that the people found helped with. */
export const questionsOf = ({ items, help }: MemberList) =>
  items.flatMap(({ id }) => (help?.answered.get(id) ?? []).map((question) => ({ type: 'question' as const, id: question })));

export const topicsOf = (row: ProfileRow) => [...row.topics, ...row.offers, ...row.needs];

/** Profiles whose texts name people by their present names. */
export async function named<R extends ProfileRow>(db: Db, communityId: string, rows: readonly R[]): Promise<R[]> {
  const bios = await withMentions(
    db,
    communityId,
    rows.map(({ bio }) => bio),
  );
  return rows.map((row, i) => ({ ...row, bio: bios[i] ?? row.bio }));
}

/** One member, with the version for an edit. */
export async function showOne(c: RequestContext, row: ProfileRow): Promise<View> {
  setEtag(c, row.version);
  const [shown = row] = await named(c.get('db'), row.communityId, [row]);
  return show(shown, await topicLabels(c.get('db'), row.communityId, topicsOf(row)), readerOf(c));
}

/** @throws Problem not-found, also for who has left the directory: that they are here is theirs to tell */
export async function findVisible(c: RequestContext, id: string): Promise<ProfileRow> {
  const row = await findProfile(c.get('db'), c.get('community').id, id);
  if (!row || !profileRights(c.get('session'), row).sees) throw new Problem('not-found');
  return row;
}
