import type { Api } from '../context.js';
import { listTopics } from '../contract/topics.js';
import * as store from '../store/topics.js';

export function registerTopics(app: Api): void {
  app.openapi(listTopics, async (c) =>
    c.json({ items: await store.listTopics(c.get('db'), c.get('community').id, c.req.valid('query')) }, 200),
  );
}
