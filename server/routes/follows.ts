import type { Api, RequestContext } from '../context.js';
import { MOST_FOLLOWS, deleteFollow, listFollows, putFollow } from '../contract/follows.js';
import { Problem } from '../problem.js';
import * as store from '../store/follows.js';
import { memberOf, time } from './refs.js';

export function registerFollows(app: Api): void {
  app.openapi(listFollows, async (c) => c.json(await mine(c), 200));
  app.openapi(putFollow, async (c) => {
    const object = keyOf(c.req.valid('param'));
    const [db, communityId, me] = [c.get('db'), c.get('community').id, memberOf(c.get('session')).id];
    if (!(await store.canBeFollowed(db, communityId, object))) throw new Problem('not-found');
    if (object.type === 'member' && object.id === me) throw new Problem('conflict', 'Nobody follows themselves.');
    if ((await store.countFollows(db, communityId, me)) >= MOST_FOLLOWS)
      throw new Problem('conflict', `You follow ${MOST_FOLLOWS} things already; leave one first.`);
    await store.follow(db, communityId, me, object);
    return c.json(await mine(c), 200);
  });
  app.openapi(deleteFollow, async (c) => {
    await store.unfollow(c.get('db'), c.get('community').id, memberOf(c.get('session')).id, keyOf(c.req.valid('param')));
    return c.json(await mine(c), 200);
  });
}

const keyOf = ({ objectType, objectId }: { objectType: store.FollowKey['type']; objectId: string }): store.FollowKey => ({
  type: objectType,
  id: objectType === 'topic' ? objectId : objectId.toLowerCase(),
});

async function mine(c: RequestContext) {
  const found = await store.listFollows(c.get('db'), c.get('community').id, memberOf(c.get('session')).id);
  return { follows: found.map(({ object, createdAt }) => ({ object, createdAt: time(createdAt) })) };
}
