import { demand, memberActions } from '../auth/policy.js';
import type { Api, RequestContext } from '../context.js';
import { cancelDeletion, exportMember, putGroups, requestDeletion, type MemberAction } from '../contract/members.js';
import type { z } from '@hono/zod-openapi';
import { demandVersion, expectedVersion } from '../http/etag.js';
import { Problem, invalidField } from '../problem.js';
import { updateProfile, type ProfileChange, type ProfileRow } from '../store/members.js';
import { personalData } from '../store/personal.js';
import { findVisible, showOne } from './member-view.js';
import { time } from './refs.js';

/** How long one can think better of it, in ms. */
const GRACE = 24 * 3_600_000;

const WHY: Partial<Record<z.infer<typeof MemberAction>, string>> = {
  export: 'What is kept of somebody is theirs alone.',
  delete: 'An account is its member’s own.',
};

/** The member, where the session may do this with them. @throws Problem not-found, forbidden */
async function findFor(c: RequestContext, id: string, action: z.infer<typeof MemberAction>): Promise<ProfileRow> {
  const row = await findVisible(c, id);
  demand(c.get('session'), memberActions(c.get('session'), row), action, WHY[action]);
  return row;
}

async function change(c: RequestContext, row: ProfileRow, what: ProfileChange) {
  const changed = await updateProfile(c.get('db'), row.communityId, row.id, row.version, what);
  if (!changed) throw new Problem('stale-version');
  return showOne(c, changed);
}

const same = (a: string, b: string) => a.normalize('NFKC').trim().toLowerCase() === b.normalize('NFKC').trim().toLowerCase();

/** Groups, what is kept of oneself, and leaving for good. */
export function registerMemberAccount(app: Api): void {
  app.openapi(putGroups, async (c) => {
    const row = await findFor(c, c.req.valid('param').id, 'groups');
    demandVersion(expectedVersion(c), row.version);
    const byName = new Map(c.req.valid('json').groups.map((group) => [group.name, group]));
    return c.json(await change(c, row, { groups: [...byName.values()] }), 200);
  });
  app.openapi(exportMember, async (c) => {
    const row = await findFor(c, c.req.valid('param').id, 'export');
    const { id, name } = c.get('community');
    const { readme, tables } = await personalData(c.get('db'), row.id);
    c.header('Content-Disposition', `attachment; filename="my-data-${id}.json"`);
    c.header('Cache-Control', 'no-store');
    const exported = { format: 'cop-member-export' as const, version: 1 as const, readme, exportedAt: time(c.get('now')) };
    return c.json({ ...exported, community: { id, name }, tables }, 200);
  });
  app.openapi(requestDeletion, async (c) => {
    const row = await findFor(c, c.req.valid('param').id, 'delete');
    if (!same(c.req.valid('json').name, row.name)) throw invalidField('/name', 'mismatch', 'This is not the name of the profile.');
    if (row.deletionDueAt) return c.json(await showOne(c, row), 200);
    return c.json(await change(c, row, { deletionDueAt: new Date(c.get('now').getTime() + GRACE) }), 200);
  });
  app.openapi(cancelDeletion, async (c) => {
    const row = await findFor(c, c.req.valid('param').id, 'delete');
    return c.json(await (row.deletionDueAt ? change(c, row, { deletionDueAt: null }) : showOne(c, row)), 200);
  });
}
