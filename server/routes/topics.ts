import { demand, permissions } from '../auth/policy.js';
import type { Api } from '../context.js';
import { listTopics } from '../contract/topics.js';
import * as store from '../store/topics.js';

export function registerTopics(app: Api): void {
  app.openapi(listTopics, async (c) => {
    const { unhelped, ...query } = c.req.valid('query');
    const [db, { id }] = [c.get('db'), c.get('community')];
    if (unhelped) demand(c.get('session'), permissions(c.get('session')), 'moderate', 'Stewards see where help is missing.');
    return c.json({ items: unhelped ? await store.listUnhelped(db, id, query.limit) : await store.listTopics(db, id, query) }, 200);
  });
}
