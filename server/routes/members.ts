import type { z } from '@hono/zod-openapi';
import { demand, memberActions, profileRights, readerOf as eyesOf } from '../auth/policy.js';
import type { Api, RequestContext } from '../context.js';
import { HttpUrl } from '../contract/common.js';
import { getMember, listMembers, updateMember, type MemberPatch, type MemberQuery } from '../contract/members.js';
import { demandVersion, expectedVersion } from '../http/etag.js';
import { Problem, invalidField } from '../problem.js';
import type { CommunityRow } from '../store/communities.js';
import type { Db } from '../store/database.js';
import { labelled } from '../store/facets.js';
import * as store from '../store/members.js';
import { titlesOf } from '../store/objects.js';
import { ensureTopics, topicLabels } from '../store/topics.js';
import { findVisible, named, questionsOf, readerOf, reasonsOf, show, showOne, topicsOf } from './member-view.js';

/** A patch in the words of the store: labels become topics, settings join those that were not sent. */
async function changeOf(
  tx: Db,
  community: CommunityRow,
  row: store.ProfileRow,
  patch: z.infer<typeof MemberPatch>,
): Promise<store.ProfileChange> {
  const { topics, offers, needs, visibility, fields, ...plain } = patch;
  if (plain.timeZone && !isTimeZone(plain.timeZone))
    throw invalidField('/timeZone', 'unknown', 'This is not the name of a time zone, such as Europe/Berlin.');
  const ids = (labels: string[], field: string) => ensureTopics(tx, row.communityId, labels, `/${field}`);
  return {
    ...plain,
    ...(topics && { topics: await ids(topics, 'topics') }),
    ...(offers && { offers: await ids(offers, 'offers') }),
    ...(needs && { needs: await ids(needs, 'needs') }),
    ...(fields && { fields: fieldsOf(community, row.fields, fields) }),
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

/** The values of the community's own fields after a change. @throws Problem invalid for a field or a choice that there is not, and for what is no web address */
function fieldsOf({ profileFields }: CommunityRow, before: Record<string, string>, change: Record<string, string>): Record<string, string> {
  for (const [id, value] of Object.entries(change)) {
    const field = profileFields.find((one) => one.id === id);
    if (!field) throw invalidField(`/fields/${id}`, 'unknown', 'Profiles have no such field here.');
    if (value && field.type === 'choice' && !field.options?.includes(value))
      throw invalidField(`/fields/${id}`, 'unknown', `This is none of: ${(field.options ?? []).join(', ')}.`);
    if (value && field.type === 'url' && !HttpUrl.safeParse(value).success)
      throw invalidField(`/fields/${id}`, 'invalid', 'This is no web address, such as https://example.org.');
  }
  // What the community no longer asks for goes with the next change.
  const known = Object.entries({ ...before, ...change }).filter(([id, value]) => value && profileFields.some((field) => field.id === id));
  return Object.fromEntries(known);
}

async function someById(c: RequestContext, ids: readonly string[]) {
  const [db, { id: communityId }] = [c.get('db'), c.get('community')];
  const found = await store.findProfiles(db, communityId, ids);
  const rows = found.filter((row) => profileRights(c.get('session'), row).sees);
  const labels = await topicLabels(db, communityId, rows.flatMap(topicsOf));
  const shown = await named(c.get('db'), c.get('community').id, rows);
  return { items: shown.map((row) => show(row, labels, readerOf(c))), nextCursor: null, total: rows.length, facets: null };
}

async function directory(c: RequestContext, query: z.infer<typeof MemberQuery>) {
  const { sort, facets, limit, cursor, id: _, ...filters } = query;
  const [db, community, session] = [c.get('db'), c.get('community'), c.get('session')];
  const list = await store.listMembers(db, community, {
    filters,
    reader: eyesOf(session),
    readerId: session.member?.id,
    sort,
    facets: facets ?? false,
    limit,
    cursor,
  });
  const { help, facets: counted } = list;
  const used = counted ? [counted.topic, counted.offers, counted.needs].flat().map(({ value }) => value) : [];
  const labels = await topicLabels(db, community.id, [...list.items.flatMap(topicsOf), ...used]);
  const titles = await titlesOf(db, questionsOf(list));
  const shown = (await named(db, community.id, list.items)).map((row) => show(row, labels, readerOf(c)));
  const plain = new Map<string, string>();
  return {
    items: help ? shown.map((view) => ({ ...view, reasons: reasonsOf(view, help, titles, !filters.helpWith) })) : shown,
    nextCursor: list.nextCursor,
    total: list.total,
    facets: counted && {
      topic: labelled(counted.topic, labels),
      offers: labelled(counted.offers, labels),
      needs: labelled(counted.needs, labels),
      country: labelled(counted.country, plain),
      language: labelled(counted.language, plain),
      zone: labelled(counted.zone, plain),
      group: labelled(counted.group, plain),
      fields: store.choices(community).map(({ id, label }) => ({ id, label, values: labelled(counted[`field-${id}`] ?? [], plain) })),
    },
  };
}

export function registerMembers(app: Api): void {
  app.openapi(listMembers, async (c) => {
    const query = c.req.valid('query');
    return c.json(await (query.id ? someById(c, query.id) : directory(c, query)), 200);
  });
  app.openapi(getMember, async (c) => c.json(await showOne(c, await findVisible(c, c.req.valid('param').id)), 200));
  app.openapi(updateMember, async (c) => {
    const row = await findVisible(c, c.req.valid('param').id);
    demand(c.get('session'), memberActions(c.get('session'), row), 'edit', 'A profile is its member’s own.');
    demandVersion(expectedVersion(c), row.version);
    const tx = c.get('db');
    const changed = await store.updateProfile(
      tx,
      row.communityId,
      row.id,
      row.version,
      await changeOf(tx, c.get('community'), row, c.req.valid('json')),
    );
    if (!changed) throw new Problem('stale-version');
    return c.json(await showOne(c, changed), 200);
  });
}
