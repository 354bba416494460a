import { demand, resourceActions } from '../auth/policy.js';
import type { Api, RequestContext } from '../context.js';
import {
  endorseResource,
  reviewResource,
  setResourceStatus,
  setResourceSteward,
  unendorseResource,
  voteOnResource,
  type ResourceAction,
} from '../contract/resources.js';
import type { z } from '@hono/zod-openapi';
import { demandVersion, expectedVersion } from '../http/etag.js';
import { Problem, invalidField } from '../problem.js';
import { isUuid } from '../store/cursor.js';
import { isMember } from '../store/identities.js';
import * as edits from '../store/resource-edits.js';
import type { ResourceRow } from '../store/resources.js';
import { setVote } from '../store/votes.js';
import { excerpt } from '../text.js';
import { memberOf } from './refs.js';
import { factsOf, held, showOne } from './resource-view.js';
import { demandNew, nextReview, statusFor } from './resources.js';

/** What others make of a resource, and who sees to it that it stays right. */
export function registerResourceCare(app: Api): void {
  app.openapi(voteOnResource, async (c) => {
    const row = await load(c, 'vote', 'Others vote on what one has suggested.');
    await setVote(c.get('db'), row.communityId, memberOf(c.get('session')).id, { type: 'resource', id: row.id }, c.req.valid('json').value);
    return c.json(await showOne(c, row.id), 200);
  });
  app.openapi(endorseResource, async (c) => {
    const row = await load(c, 'endorse', 'Others stand for what one has suggested.');
    await edits.endorse(c.get('db'), row, memberOf(c.get('session')).id, c.req.valid('json').note);
    return c.json(await showOne(c, row.id), 200);
  });
  app.openapi(unendorseResource, async (c) => {
    const row = await held(c);
    await edits.unendorse(c.get('db'), row, memberOf(c.get('session')).id);
    return c.json(await showOne(c, row.id), 200);
  });
  app.openapi(reviewResource, async (c) => {
    const row = await load(c, 'review', 'Who looks after it says that it is still right.');
    const { on = nextReview(c) } = c.req.valid('json');
    if (on !== null && on <= c.get('now').toISOString().slice(0, 10)) throw invalidField('/on', 'past', 'Choose a day to come.');
    await edits.reviewResource(c.get('db'), row, { actorId: memberOf(c.get('session')).id, now: c.get('now'), on });
    return c.json(await showOne(c, row.id), 200);
  });
  app.openapi(setResourceSteward, async (c) => {
    const { memberId } = c.req.valid('json');
    const me = memberOf(c.get('session')).id;
    const row = await load(c, memberId === me ? 'look-after' : 'hand-over', 'Who looks after it hands it over.');
    if (memberId !== null && !(isUuid(memberId) && (await isMember(c.get('db'), row.communityId, memberId))))
      throw invalidField('/memberId', 'unknown', 'There is no such member.');
    await edits.setSteward(c.get('db'), row, memberId, nextReview(c));
    return c.json(await showOne(c, row.id), 200);
  });
  registerStatus(app);
}

function registerStatus(app: Api): void {
  app.openapi(setResourceStatus, async (c) => {
    const { status, reason } = c.req.valid('json');
    const row = await held(c);
    demandVersion(expectedVersion(c), row.version);
    const action = status === 'published' ? 'publish' : status === 'draft' ? 'decline' : 'retire';
    demand(c.get('session'), resourceActions(c.get('session'), factsOf(row)), action);
    if (action === 'decline' && !reason) throw invalidField('/reason', 'required', 'Say why, so that it can be mended.');
    const sent = row.status === 'draft' ? statusFor(c) : status;
    if (row.status === 'draft' && row.url !== null) await demandNew(c, row.url, row.id);
    const about = { note: reason, summary: excerpt(row.description), now: c.get('now'), reviewOn: nextReview(c) };
    if (!(await edits.setStatus(c.get('db'), row, sent, about))) throw new Problem('stale-version');
    return c.json(await showOne(c, row.id), 200);
  });
}

/** The same after the policy has agreed. @throws Problem not-found, forbidden */
async function load(c: RequestContext, action: z.infer<typeof ResourceAction>, why: string): Promise<ResourceRow> {
  const row = await held(c);
  demand(c.get('session'), resourceActions(c.get('session'), factsOf(row)), action, why);
  return row;
}
