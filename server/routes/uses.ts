import { answerActions, demand, namesIn, resourceActions, seesResource } from '../auth/policy.js';
import type { Api, RequestContext } from '../context.js';
import { deleteAnswerUse, deleteResourceUse, listUses, putAnswerUse, putResourceUse } from '../contract/assessments.js';
import { Problem, invalidField } from '../problem.js';
import { isUuid } from '../store/cursor.js';
import { titlesOf } from '../store/objects.js';
import * as store from '../store/uses.js';
import { memberOf, memberRef, time } from './refs.js';

export function registerUses(app: Api): void {
  app.openapi(listUses, async (c) => {
    const { answer, resource, limit, cursor } = c.req.valid('query');
    const [db, communityId] = [c.get('db'), c.get('community').id];
    if ((answer === undefined) === (resource === undefined)) throw invalidField('answer', 'one-of', 'Name an answer or a resource.');
    const object: store.UseObject = answer === undefined ? { type: 'resource', id: resource ?? '' } : { type: 'answer', id: answer };
    if (!isUuid(object.id)) throw new Problem('not-found');
    const title = (await titlesOf(db, [object])).get(`${object.type}:${object.id}`);
    if (!title || !(await store.isUsable(db, communityId, object))) throw new Problem('not-found');
    const page = await store.listUses(db, communityId, object, { limit, cursor });
    const session = c.get('session');
    const me = session.member?.id;
    const items = page.rows.map(({ use, member, hiddenIds }) => ({
      id: use.id,
      object: title,
      outcome: use.outcome,
      context: use.context,
      member: member && namesIn(session, member.id, hiddenIds) ? memberRef(member) : null,
      createdAt: time(use.createdAt),
      mine: use.memberId === me,
    }));
    return c.json({ items, nextCursor: page.nextCursor, total: (await store.summarise(db, object)).total }, 200);
  });
  app.openapi(putAnswerUse, async (c) => c.json(await put(c, 'answer', c.req.valid('json')), 200));
  app.openapi(putResourceUse, async (c) => c.json(await put(c, 'resource', c.req.valid('json')), 200));
  app.openapi(deleteAnswerUse, async (c) => c.json(await remove(c, 'answer'), 200));
  app.openapi(deleteResourceUse, async (c) => c.json(await remove(c, 'resource'), 200));
}

async function put(c: RequestContext, type: store.UseObject['type'], use: store.UseContext) {
  const change = await load(c, type);
  await store.putUse(c.get('db'), change, use);
  return store.summarise(c.get('db'), change.object);
}

async function remove(c: RequestContext, type: store.UseObject['type']) {
  const change = await load(c, type);
  await store.deleteUse(c.get('db'), change);
  return store.summarise(c.get('db'), change.object);
}

/** What is used, its row held, after the policy has agreed. @throws Problem not-found, forbidden */
async function load(c: RequestContext, type: store.UseObject['type']) {
  const [session, communityId] = [c.get('session'), c.get('community').id];
  const object = { type, id: c.req.param('id') ?? '' };
  const row = await store.lockUsable(c.get('db'), communityId, object);
  if (!row || !seesResource(session, row)) throw new Problem('not-found');
  const can: readonly string[] = type === 'answer' ? answerActions(session, row) : resourceActions(session, row);
  demand(session, can, 'use', 'Others tell how one’s own answer went.');
  return { communityId, memberId: memberOf(session).id, object };
}
