import { demand, resourceActions } from '../auth/policy.js';
import type { Api } from '../context.js';
import { settleResourceChange, withdrawResourceChange } from '../contract/resources.js';
import { demandVersion, expectedVersion } from '../http/etag.js';
import type { LinkPreviews } from '../links/previews.js';
import { Problem, invalidField } from '../problem.js';
import { returnChange } from '../store/resource-changes.js';
import { reviseResource } from '../store/resource-edits.js';
import { meantIds } from '../store/topic-care.js';
import { excerpt } from '../text.js';
import { urlKey } from '../url-key.js';
import { memberOf } from './refs.js';
import { factsOf, held, showOne } from './resource-view.js';
import { demandNew } from './resources.js';

/** Edits that wait for a steward: accepted, sent back with a reason, or taken back by who may edit. */
export function registerResourceChanges(app: Api, links: LinkPreviews): void {
  app.openapi(settleResourceChange, async (c) => {
    const { accept, reason } = c.req.valid('json');
    const row = await held(c);
    demand(c.get('session'), resourceActions(c.get('session'), factsOf(row)), 'settle');
    demandVersion(expectedVersion(c), row.version);
    if (!accept && !reason) throw invalidField('/reason', 'required', 'Say why, so that it can be mended.');
    const tx = c.get('db');
    if (!accept) {
      if (!(await returnChange(tx, row, reason))) throw new Problem('stale-version');
      return c.json(await showOne(c, row.id), 200);
    }
    const { topics, ...rest } = row.pending ?? {};
    // A topic may have been merged into another meanwhile.
    const change = { ...rest, ...(topics && { topics: await meantIds(tx, row.communityId, topics) }) };
    const moved = change.url && urlKey(change.url) !== row.urlKey ? change.url : undefined;
    if (moved) await demandNew(c, moved, row.id);
    // It is theirs who wrote it; a steward answers for what somebody wrote who has left.
    const about = {
      actorId: row.pendingById ?? memberOf(c.get('session')).id,
      summary: excerpt(change.description ?? row.description),
      now: c.get('now'),
      accepts: true,
    };
    const linked = { ...change, ...(moved && { link: links.keptOf(moved) }) };
    if (!(await reviseResource(tx, row, linked, about))) throw new Problem('stale-version');
    return c.json(await showOne(c, row.id), 200);
  });
  app.openapi(withdrawResourceChange, async (c) => {
    const row = await held(c);
    demand(c.get('session'), resourceActions(c.get('session'), factsOf(row)), 'withdraw');
    demandVersion(expectedVersion(c), row.version);
    if (!(await returnChange(c.get('db'), row, null))) throw new Problem('stale-version');
    return c.json(await showOne(c, row.id), 200);
  });
}
