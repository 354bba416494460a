import { readerOf } from '../auth/policy.js';
import type { Api } from '../context.js';
import { listGroups } from '../contract/groups.js';
import * as store from '../store/groups.js';

export function registerGroups(app: Api): void {
  app.openapi(listGroups, async (c) =>
    c.json({ items: await store.listGroups(c.get('db'), c.get('community').id, readerOf(c.get('session'))) }, 200),
  );
}
