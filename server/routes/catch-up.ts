import type { Api } from '../context.js';
import { getCatchUp, putCatchUp } from '../contract/catch-up.js';
import { findRound, markSeen, type Round } from '../store/catch-up.js';
import { isUuid } from '../store/cursor.js';
import { memberOf, time } from './refs.js';

const show = ({ since, until, ...rest }: Round) => ({ since: time(since), until: time(until), ...rest });

export function registerCatchUp(app: Api): void {
  app.openapi(getCatchUp, async (c) => c.json(show(await findRound(c.get('db'), memberOf(c.get('session')))), 200));
  app.openapi(putCatchUp, async (c) => {
    const { until, seen, all } = c.req.valid('json');
    const mark = { until: new Date(until), seen: seen.filter(isUuid), all };
    return c.json(show(await markSeen(c.get('db'), memberOf(c.get('session')), mark)), 200);
  });
}
