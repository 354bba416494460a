import type { z } from '@hono/zod-openapi';
import { demand, memberActions, profileRights, readerOf } from '../auth/policy.js';
import type { Session } from '../auth/session.js';
import type { Api, RequestContext } from '../context.js';
import {
  Participation,
  getMember,
  listMembers,
  updateMember,
  type FieldVisibility,
  type HelpReason,
  type Link,
  type Member,
  type MemberPatch,
} from '../contract/members.js';
import { demandVersion, expectedVersion, setEtag } from '../http/etag.js';
import { Problem, invalidField } from '../problem.js';
import type { Db } from '../store/database.js';
import { labelled } from '../store/facets.js';
import type { HelpSearch } from '../store/help.js';
import * as store from '../store/members.js';
import { titlesOf, type ObjectTitle } from '../store/objects.js';
import { ensureTopics, topicLabels, topicRefs, type TopicLabels } from '../store/topics.js';
import { sourceOf, time, timeOrNull } from './refs.js';

type View = z.infer<typeof Member>;
type Reason = z.infer<typeof HelpReason>;
type ProfileLink = z.infer<typeof Link>;

/** A profile as the session may see it: what is kept from it looks like what was never written. */
function show(row: store.ProfileRow, labels: TopicLabels, session: Session): View {
  const rights = profileRights(session, row);
  const { field } = rights;
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
    groups: row.groups,
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
    viewer: { self: rights.self, can: memberActions(session, row) },
    source: sourceOf(row.source),
  };
}
const isMail = ({ kind, url }: ProfileLink) => kind === 'email' || /^mailto:/i.test(url);

/** Reasons of one kind that are told; the profile has the rest. */
const REASONS = { offer: 3, need: 3, topic: 2, answered: 2 };

/** Why a person was found, in the terms of what the reader sees of them. */
function reasonsOf(view: View, help: HelpSearch, titles: ReadonlyMap<string, ObjectTitle>, needs: boolean): Reason[] {
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
const questionsOf = ({ items, help }: store.MemberList) =>
  items.flatMap(({ id }) => (help?.answered.get(id) ?? []).map((question) => ({ type: 'question' as const, id: question })));

const topicsOf = (row: store.ProfileRow) => [...row.topics, ...row.offers, ...row.needs];

async function showOne(c: RequestContext, row: store.ProfileRow): Promise<View> {
  setEtag(c, row.version);
  return show(row, await topicLabels(c.get('db'), row.communityId, topicsOf(row)), c.get('session'));
}

/** @throws Problem not-found, also for who has left the directory: that they are here is theirs to tell */
async function find(c: RequestContext, id: string): Promise<store.ProfileRow> {
  const row = await store.findProfile(c.get('db'), c.get('community').id, id);
  if (!row || !profileRights(c.get('session'), row).sees) throw new Problem('not-found');
  return row;
}

/** A patch in the words of the store: labels become topics, settings join those that were not sent. */
async function changeOf(tx: Db, row: store.ProfileRow, patch: z.infer<typeof MemberPatch>): Promise<store.ProfileChange> {
  const { topics, offers, needs, visibility, ...plain } = patch;
  if (plain.timeZone && !isTimeZone(plain.timeZone))
    throw invalidField('/timeZone', 'unknown', 'This is not the name of a time zone, such as Europe/Berlin.');
  const ids = (labels: string[], field: string) => ensureTopics(tx, row.communityId, labels, `/${field}`);
  return {
    ...plain,
    ...(topics && { topics: await ids(topics, 'topics') }),
    ...(offers && { offers: await ids(offers, 'offers') }),
    ...(needs && { needs: await ids(needs, 'needs') }),
    ...(visibility && { visibility: { ...row.visibility, ...visibility } }),
  };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export function registerMembers(app: Api): void {
  app.openapi(listMembers, async (c) => {
    const { sort, facets, limit, cursor, ...filters } = c.req.valid('query');
    const [db, community, session] = [c.get('db'), c.get('community'), c.get('session')];
    const list = await store.listMembers(db, community.id, {
      filters,
      reader: readerOf(session),
      readerId: session.member?.id,
      sort,
      facets: facets ?? false,
      limit,
      cursor,
    });
    const counted = list.facets;
    const named = counted ? [counted.topic, counted.offers, counted.needs].flat().map(({ value }) => value) : [];
    const labels = await topicLabels(db, community.id, [...list.items.flatMap(topicsOf), ...named]);
    const { help } = list;
    const titles = await titlesOf(db, questionsOf(list));
    const shown = list.items.map((row) => show(row, labels, session));
    return c.json(
      {
        items: help ? shown.map((view) => ({ ...view, reasons: reasonsOf(view, help, titles, !filters.helpWith) })) : shown,
        nextCursor: list.nextCursor,
        total: list.total,
        facets: counted && {
          topic: labelled(counted.topic, labels),
          offers: labelled(counted.offers, labels),
          needs: labelled(counted.needs, labels),
          country: labelled(counted.country, new Map()),
          language: labelled(counted.language, new Map()),
        },
      },
      200,
    );
  });
  app.openapi(getMember, async (c) => c.json(await showOne(c, await find(c, c.req.valid('param').id)), 200));
  app.openapi(updateMember, async (c) => {
    const row = await find(c, c.req.valid('param').id);
    demand(c.get('session'), memberActions(c.get('session'), row), 'edit', 'A profile is its member’s own.');
    demandVersion(expectedVersion(c), row.version);
    const tx = c.get('db');
    const changed = await store.updateProfile(tx, row.communityId, row.id, row.version, await changeOf(tx, row, c.req.valid('json')));
    if (!changed) throw new Problem('stale-version');
    return c.json(await showOne(c, changed), 200);
  });
}
