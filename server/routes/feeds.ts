import { createHash } from 'node:crypto';
import type { Api, RequestContext, Server } from '../context.js';
import { getJsonFeed, getRssFeed } from '../contract/activities.js';
import { jsonFeed, rssFeed, type Feed } from '../feeds/formats.js';
import { pageUrl } from '../feeds/page-url.js';
import { listActivities } from '../store/activities.js';
import { attachmentsOf } from '../store/attachments.js';

const LENGTH = 50;

/** What everybody may read, whoever asks: a feed's address is passed on. */
async function readFeed(c: RequestContext, server: Server): Promise<Feed> {
  const { id, name, description, language } = c.get('community');
  const { items } = await listActivities(c.get('db'), id, null, { filters: {}, limit: LENGTH });
  const page = pageUrl(c, server);
  const files = await attachmentsOf(
    c.get('db'),
    items.flatMap(({ object }) => (object.type === 'post' ? [object.id] : [])),
  );
  return {
    community: { id, name, description, language },
    page,
    self: new URL(c.req.path, server.config.publicUrl ?? page).href,
    items,
    files,
  };
}

/** The feed, or 304 where the reader has it (RFC 9110, section 13.2.2: If-None-Match goes before If-Modified-Since). */
function answer(c: RequestContext, feed: Feed, text: string, type: string): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  const newest = feed.items[0]?.published;
  const modified = newest === undefined ? undefined : new Date(newest).toUTCString();
  const headers = {
    ETag: etag,
    'Cache-Control': 'public, max-age=60',
    Vary: 'Accept-Encoding',
    ...(modified && { 'Last-Modified': modified }),
  };
  const known = c.req
    .header('if-none-match')
    ?.split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''));
  const since = Date.parse(c.req.header('if-modified-since') ?? '');
  const fresh = known ? known.includes(etag) || known.includes('*') : modified !== undefined && since >= Date.parse(modified);
  return fresh ? c.body(null, 304, headers) : c.body(text, 200, { ...headers, 'Content-Type': type });
}

export function registerFeeds(app: Api, server: Server): void {
  app.openapi(getRssFeed, async (c) => {
    const feed = await readFeed(c, server);
    return answer(c, feed, rssFeed(feed), 'application/rss+xml; charset=utf-8');
  });
  app.openapi(getJsonFeed, async (c) => {
    const feed = await readFeed(c, server);
    return answer(c, feed, JSON.stringify(jsonFeed(feed)), 'application/feed+json; charset=utf-8') as never;
  });
}
