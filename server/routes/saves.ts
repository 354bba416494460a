import type { Api, RequestContext } from '../context.js';
import { MOST_SAVES, deleteSave, listSaves, putSave } from '../contract/saves.js';
import { Problem } from '../problem.js';
import * as store from '../store/saves.js';
import { memberOf, time } from './refs.js';

export function registerSaves(app: Api): void {
  app.openapi(listSaves, async (c) => c.json(await mine(c), 200));
  app.openapi(putSave, async (c) => {
    const object = keyOf(c.req.valid('param'));
    const [db, communityId, me] = [c.get('db'), c.get('community').id, memberOf(c.get('session')).id];
    if (!(await store.canBeSaved(db, communityId, object))) throw new Problem('not-found');
    if ((await store.countSaves(db, communityId, me)) >= MOST_SAVES)
      throw new Problem('conflict', `You keep ${MOST_SAVES} things already; let one go first.`);
    await store.save(db, communityId, me, object);
    return c.json(await mine(c), 200);
  });
  app.openapi(deleteSave, async (c) => {
    await store.unsave(c.get('db'), c.get('community').id, memberOf(c.get('session')).id, keyOf(c.req.valid('param')));
    return c.json(await mine(c), 200);
  });
}

const keyOf = ({ objectType, objectId }: { objectType: store.SaveKey['type']; objectId: string }): store.SaveKey => ({
  type: objectType,
  id: objectId.toLowerCase(),
});

async function mine(c: RequestContext) {
  const found = await store.listSaves(c.get('db'), c.get('community').id, memberOf(c.get('session')).id);
  return { saves: found.map(({ object, createdAt }) => ({ object, createdAt: time(createdAt) })) };
}
