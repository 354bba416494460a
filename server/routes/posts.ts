import type { z } from '@hono/zod-openapi';
import { demand, postActions } from '../auth/policy.js';
import type { Api, RequestContext } from '../context.js';
import { createPost, deletePost, getPost, updatePost, type Post } from '../contract/activities.js';
import { demandVersion, expectedVersion, setEtag } from '../http/etag.js';
import { excerpt } from '../text.js';
import { Problem } from '../problem.js';
import type { MessageLinks } from '../links/messages.js';
import { attachmentsOf } from '../store/attachments.js';
import { withMention } from '../store/mentions.js';
import { cardsOf } from '../store/post-links.js';
import * as store from '../store/posts.js';
import { ensureTopics, topicLabels, topicRefs } from '../store/topics.js';
import { showFile } from './files.js';
import { memberOf, memberRef, sourceOf, time, timeOrNull } from './refs.js';

async function showOne(c: RequestContext, row: store.PostRow): Promise<z.infer<typeof Post>> {
  setEtag(c, row.version);
  const labels = await topicLabels(c.get('db'), row.communityId, row.topics);
  const files = await attachmentsOf(c.get('db'), [row.id]);
  const [link = null] = await cardsOf(c.get('db'), row.communityId, [row]);
  return {
    id: row.id,
    title: row.title,
    body: await withMention(c.get('db'), row.communityId, row.body),
    url: row.url,
    link,
    linkPreview: row.linkPreview,
    topics: topicRefs(labels, row.topics),
    files: (files.get(row.id) ?? []).map((file) => showFile(row.communityId, file)),
    author: memberRef(row.author),
    createdAt: time(row.createdAt),
    editedAt: timeOrNull(row.editedAt),
    version: row.version,
    commentCount: row.commentCount,
    viewer: { can: postActions(c.get('session'), row) },
    source: sourceOf(row.source),
  };
}

/** @throws Problem not-found */
async function find(c: RequestContext, id: string): Promise<store.PostRow> {
  const row = await store.findPost(c.get('db'), c.get('community').id, id);
  if (!row) throw new Problem('not-found');
  return row;
}

/** @param links undefined where this server reads no pages */
export function registerPosts(app: Api, links: MessageLinks | undefined): void {
  const readLater = (c: RequestContext, id: string) => c.get('afterwards').push(() => links?.sent(id));
  app.openapi(createPost, async (c) => {
    const { topics, title, ...text } = c.req.valid('json');
    const tx = c.get('db');
    const communityId = c.get('community').id;
    const ids = await ensureTopics(tx, communityId, topics);
    const id = await store.addPost(
      tx,
      { ...text, title: title || null, communityId, authorId: memberOf(c.get('session')).id, topics: ids },
      excerpt(text.body),
    );
    readLater(c, id);
    return c.json(await showOne(c, await find(c, id)), 201);
  });
  app.openapi(getPost, async (c) => c.json(await showOne(c, await find(c, c.req.valid('param').id)), 200));
  app.openapi(updatePost, async (c) => {
    const row = await find(c, c.req.valid('param').id);
    demand(c.get('session'), postActions(c.get('session'), row), 'edit');
    demandVersion(expectedVersion(c), row.version);
    const { title, body, files, linkPreview } = c.req.valid('json');
    const change = {
      files,
      ...(title !== undefined && { title: title || null }),
      ...(body !== undefined && { body }),
      ...(linkPreview !== undefined && { linkPreview }),
    };
    if (!(await store.editPost(c.get('db'), row, change, excerpt(body ?? row.body)))) throw new Problem('stale-version');
    readLater(c, row.id);
    return c.json(await showOne(c, await find(c, row.id)), 200);
  });
  app.openapi(deletePost, async (c) => {
    const row = await find(c, c.req.valid('param').id);
    demand(c.get('session'), postActions(c.get('session'), row), 'delete');
    demandVersion(expectedVersion(c), row.version);
    if (!(await store.deletePost(c.get('db'), row))) throw new Problem('stale-version');
    return c.body(null, 204);
  });
}
