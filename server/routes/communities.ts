import type { z } from '@hono/zod-openapi';
import { permissions } from '../auth/policy.js';
import type { Session } from '../auth/session.js';
import type { Api, Server } from '../context.js';
import { Capability, getCommunity, getSession, listCommunities, putLastVisit, type Community } from '../contract/communities.js';
import { UPLOAD_TYPES } from '../files/types.js';
import { allCommunities, countCommunity, type CommunityRow } from '../store/communities.js';
import type { Db } from '../store/database.js';
import { setLastVisit } from '../store/identities.js';
import { memberRef, sourceOf, timeOrNull } from './refs.js';

export function registerCommunities(app: Api, server: Server): void {
  const show = async (db: Db, row: CommunityRow): Promise<z.infer<typeof Community>> => ({
    id: row.id,
    name: row.name,
    description: row.description,
    language: row.language,
    capabilities: [...Capability.options],
    counts: await countCommunity(db, row.id),
    limits: { uploadBytes: server.config.uploadBytes, uploadTypes: UPLOAD_TYPES },
    sources: row.sources.flatMap((source) => sourceOf(source) ?? []),
  });
  app.openapi(listCommunities, async (c) => {
    const db = c.get('db');
    const items: z.infer<typeof Community>[] = [];
    for (const row of await allCommunities(db)) items.push(await show(db, row));
    return c.json({ items }, 200);
  });
  app.openapi(getCommunity, async (c) => c.json(await show(c.get('db'), c.get('community')), 200));
  app.openapi(getSession, (c) => c.json(showSession(c.get('session')), 200));
  app.openapi(putLastVisit, async (c) => {
    const session = c.get('session');
    const member = session.member && (await setLastVisit(c.get('db'), session.member.id, new Date(c.req.valid('json').at)));
    return c.json(showSession({ ...session, member }), 200);
  });
}

const showSession = (session: Session) => ({
  member: memberRef(session.member),
  role: session.role,
  can: permissions(session),
  lastVisitAt: timeOrNull(session.member?.lastVisitAt ?? null),
});
