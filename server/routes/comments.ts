import type { z } from '@hono/zod-openapi';
import { commentActions, demand, namesIn } from '../auth/policy.js';
import type { Session } from '../auth/session.js';
import type { Api, RequestContext } from '../context.js';
import { createComment, deleteComment, listComments, updateComment, type Comment } from '../contract/comments.js';
import { demandVersion, expectedVersion, setEtag } from '../http/etag.js';
import { excerpt } from '../text.js';
import { Problem, invalidField } from '../problem.js';
import * as store from '../store/comments.js';
import { isUuid } from '../store/cursor.js';
import { withMention, withMentions } from '../store/mentions.js';
import { questionAt } from './questions.js';
import { memberOf, memberRef, sourceOf, time, timeOrNull } from './refs.js';

export function registerComments(app: Api): void {
  app.openapi(listComments, async (c) => {
    const { thread, resource, post, limit, cursor } = c.req.valid('query');
    const asked = Object.entries({ question: thread, resource, post }).filter(
      (entry): entry is [store.ThreadType, string] => entry[1] !== undefined,
    );
    const [only] = asked;
    if (asked.length !== 1 || !only) throw invalidField('thread', 'one-of', 'Name one of thread, resource and post.');
    const [type, named] = only;
    const [db, communityId] = [c.get('db'), c.get('community').id];
    const id = type === 'question' ? (await questionAt(c, named)).question.id : named;
    if (!isUuid(id) || !(await store.hasThread(db, communityId, type, id))) throw new Problem('not-found');
    const page = await store.listComments(db, communityId, id, { limit, cursor });
    const bodies = await withMentions(
      db,
      communityId,
      page.rows.map(({ comment }) => comment.body),
    );
    const items = page.rows.map((row, i) => show(row, c.get('session'), bodies[i] ?? ''));
    return c.json({ items, nextCursor: page.nextCursor, total: page.total }, 200);
  });
  app.openapi(createComment, async (c) => {
    const { object, body } = c.req.valid('json');
    const [db, communityId, session] = [c.get('db'), c.get('community').id, c.get('session')];
    const thread = isUuid(object.id) ? await store.lockObject(db, communityId, object) : undefined;
    if (!thread) throw invalidField('/object/id', 'unknown', 'What this is a comment on is not there.');
    const id = await store.insertComment(db, communityId, memberOf(session).id, object, thread, { body, excerpt: excerpt(body) });
    return c.json(await read(c, id), 201);
  });
  app.openapi(updateComment, async (c) => {
    const expected = expectedVersion(c);
    const row = await load(c, 'edit');
    demandVersion(expected, row.comment.version);
    const { body } = c.req.valid('json');
    await store.updateComment(c.get('db'), row, { body, excerpt: excerpt(body) });
    return c.json(await read(c, row.comment.id), 200);
  });
  app.openapi(deleteComment, async (c) => {
    const expected = expectedVersion(c);
    const row = await load(c, 'delete');
    demandVersion(expected, row.comment.version);
    await store.deleteComment(c.get('db'), row);
    return c.body(null, 204);
  });
}

async function load(c: RequestContext, action: 'edit' | 'delete'): Promise<store.CommentRow> {
  const row = await store.findComment(c.get('db'), c.get('community').id, c.req.param('id') ?? '', 'lock');
  if (!row) throw new Problem('not-found', 'There is no such comment.');
  demand(c.get('session'), commentActions(c.get('session'), row.comment), action);
  return row;
}

async function read(c: RequestContext, id: string): Promise<z.infer<typeof Comment>> {
  const row = await store.findComment(c.get('db'), c.get('community').id, id);
  if (!row) throw new Problem('not-found', 'There is no such comment.');
  setEtag(c, row.comment.version);
  return show(row, c.get('session'), await withMention(c.get('db'), row.comment.communityId, row.comment.body));
}

const show = ({ comment, author, hiddenIds }: store.CommentRow, session: Session, body: string): z.infer<typeof Comment> => ({
  id: comment.id,
  object: { type: comment.objectType, id: comment.objectId },
  body,
  author: author && namesIn(session, author.id, hiddenIds) ? memberRef(author) : null,
  createdAt: time(comment.createdAt),
  editedAt: timeOrNull(comment.editedAt),
  version: comment.version,
  score: comment.score,
  viewer: { can: commentActions(session, comment) },
  source: sourceOf(comment.source),
});
