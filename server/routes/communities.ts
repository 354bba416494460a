import type { z } from '@hono/zod-openapi';
import { demand, permissions } from '../auth/policy.js';
import type { Session } from '../auth/session.js';
import type { Api, Server } from '../context.js';
import {
  Capability,
  getCommunity,
  getSession,
  listCommunities,
  putLastVisit,
  updateCommunity,
  type Community,
  type CommunityPatch,
  type ProfileField,
} from '../contract/communities.js';
import { UPLOAD_TYPES } from '../files/types.js';
import { invalidField } from '../problem.js';
import { rulesOf } from '../rules.js';
import {
  allCommunities,
  countCommunity,
  updateCommunity as update,
  type CommunityChange,
  type CommunityRow,
} from '../store/communities.js';
import type { Db } from '../store/database.js';
import { countRound } from '../store/catch-up.js';
import { countWaiting } from '../store/reminders.js';
import { setLastVisit } from '../store/identities.js';
import { memberRef, sourceOf, timeOrNull } from './refs.js';

export function registerCommunities(app: Api, server: Server): void {
  const show = async (db: Db, row: CommunityRow, readerId?: string): Promise<z.infer<typeof Community>> => ({
    id: row.id,
    name: row.name,
    description: row.description,
    language: row.language,
    capabilities: Capability.options.filter((one) => one !== 'link-preview' || server.config.linkPreviews.on),
    counts: await countCommunity(db, row.id, readerId),
    limits: { uploadBytes: server.config.uploadBytes, uploadTypes: UPLOAD_TYPES },
    sources: row.sources.flatMap((source) => sourceOf(source) ?? []),
    rules: showRules(row),
    profileFields: row.profileFields,
  });
  app.openapi(listCommunities, async (c) => {
    const db = c.get('db');
    const items: z.infer<typeof Community>[] = [];
    for (const row of await allCommunities(db)) items.push(await show(db, row));
    return c.json({ items }, 200);
  });
  app.openapi(getCommunity, async (c) => c.json(await show(c.get('db'), c.get('community'), c.get('session').member?.id), 200));
  app.openapi(updateCommunity, async (c) => {
    demand(c.get('session'), permissions(c.get('session')), 'moderate', 'Stewards look after the rules.');
    const row = await update(c.get('db'), c.get('community').id, changeOf(c.req.valid('json')));
    return c.json(await show(c.get('db'), row), 200);
  });
  app.openapi(getSession, async (c) => c.json(await showSession(c.get('db'), c.get('community').id, c.get('session')), 200));
  app.openapi(putLastVisit, async (c) => {
    const session = c.get('session');
    const member = session.member && (await setLastVisit(c.get('db'), session.member.id, new Date(c.req.valid('json').at)));
    return c.json(await showSession(c.get('db'), c.get('community').id, { ...session, member }), 200);
  });
}

function showRules(row: CommunityRow): z.infer<typeof Community>['rules'] {
  const rules = rulesOf(row);
  return { ...rules, ladder: { ...rules.ladder, hours: [...rules.ladder.hours] } };
}

/** @throws Problem invalid for fields that can't be told apart or chosen from */
function changeOf({ name, description, rules, profileFields }: z.infer<typeof CommunityPatch>): CommunityChange {
  profileFields?.forEach((field, at) => checkField(field, at, profileFields));
  return {
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
    ...(rules && { rules }),
    ...(profileFields && { profileFields }),
  };
}

function checkField({ id, type, options }: z.infer<typeof ProfileField>, at: number, all: readonly { id: string }[]): void {
  const pointer = `/profileFields/${at}`;
  if (all.findIndex((other) => other.id === id) !== at) throw invalidField(`${pointer}/id`, 'unique', 'Two fields have this id.');
  if (type === 'choice' && new Set(options).size < 2)
    throw invalidField(`${pointer}/options`, 'too_small', 'A choice has two options at least.');
}

async function showSession(db: Db, communityId: string, session: Session) {
  const can = permissions(session);
  return {
    member: memberRef(session.member),
    role: session.role,
    can,
    lastVisitAt: timeOrNull(session.member?.lastVisitAt ?? null),
    waiting: session.member
      ? {
          ...(await countWaiting(db, communityId, session.member.id, can.includes('moderate'))),
          catchUp: await countRound(db, session.member),
        }
      : { forMe: 0, reminders: 0, forStewards: 0 },
  };
}
