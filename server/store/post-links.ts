import { and, asc, eq, gt, isNull, lt, sql } from 'drizzle-orm';
import type { z } from '@hono/zod-openapi';
import type { LinkCard } from '../contract/activities.js';
import { firstLink } from '../links/first-link.js';
import { recordChange, type ObjectKey } from './changes.js';
import { rows, type Db } from './database.js';
import { titlesOf, type ObjectTitle } from './objects.js';
import { posts, type LinkRecord } from './schema.js';

/*
 * The card of a message's link. Its page is read once, after the message was sent, and what it said stands with the message. What of this
 * community a link leads to is never asked for by the network: its title is looked up at each read, as everybody may see it.
 */

export type LinkView = z.infer<typeof LinkCard>;
export interface Linking {
  link: LinkRecord | null;
  linkPreview: boolean;
}

/** The link that a message has: the one given with it, else the first of its text. What was read of the same link before is kept. */
export function linkOf(post: { url: string | null; body: string }, before: LinkRecord | null = null): LinkRecord | null {
  const url = post.url ?? firstLink(post.body);
  if (url === null) return null;
  return before?.url === url ? before : { url };
}

const OURS = { question: 'questions', resource: 'resources', member: 'members', post: 'posts', collection: 'collections' } as const;
const ID = /(?<![\da-f-])[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}(?![\da-f-])/gi;
/** The ids that an address holds, wherever the site has them; the last is the innermost. */
const idsIn = (url: string): string[] =>
  [...new Set(Array.from(url.replaceAll(/%2f/gi, '/').matchAll(ID), ([id]) => id.toLowerCase()))].slice(-3);

/** What of a community some addresses lead to, as far as everybody may see it. By id. */
async function ownThings(db: Db, communityId: string, urls: readonly string[]): Promise<Map<string, ObjectTitle>> {
  const ids = [...new Set(urls.flatMap(idsIn))];
  if (ids.length === 0) return new Map();
  const among = sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)`;
  const places = Object.entries(OURS).map(
    ([type, table]) =>
      sql`select ${type}::text as type, id::text as id from ${sql.identifier(table)} where community_id = ${communityId} and id in ${among}`,
  );
  const keys = await rows<ObjectKey>(db, sql.join(places, sql` union all `));
  const titles = await titlesOf(db, keys);
  return new Map([...titles.values()].map((thing) => [thing.id, thing]));
}

/** The cards of some messages, in their order; null where there is none. */
export async function cardsOf(db: Db, communityId: string, some: readonly Linking[]): Promise<(LinkView | null)[]> {
  const shown = some.flatMap(({ link, linkPreview }) => (link && linkPreview ? [link.url] : []));
  const things = await ownThings(db, communityId, shown);
  return some.map(({ link, linkPreview }) => {
    if (!link || !linkPreview) return null;
    const { url, title = null, description = null, siteName = null } = link;
    const object = idsIn(url).flatMap((id) => things.get(id) ?? [])[0] ?? null;
    return object ? { url, title: object.title, description: null, siteName: null, object } : { url, title, description, siteName, object };
  });
}

/** Whether a link leads to what is here, or was: such an address is not asked for. */
export async function isOwn(db: Db, communityId: string, url: string): Promise<boolean> {
  if (/[?&]cop-\w+/.test(url)) return true;
  return (await ownThings(db, communityId, [url])).size > 0;
}

export interface UnreadLink {
  id: string;
  communityId: string;
  authorId: string | null;
  url: string;
}
const unread = and(isNull(posts.deletedAt), posts.linkPreview, sql`${posts.link} is not null and not ${posts.link} ? 'readAt'`);
const columns = { id: posts.id, communityId: posts.communityId, authorId: posts.authorId, url: sql<string>`${posts.link} ->> 'url'` };

/** The link of a message whose page has yet to be read; undefined where there is none. */
export async function findUnreadLink(db: Db, id: string): Promise<UnreadLink | undefined> {
  const [row] = await db
    .select(columns)
    .from(posts)
    .where(and(eq(posts.id, id), unread));
  return row;
}

/** Messages whose link nobody has read, because the server ended before it did: of the last day, oldest first. */
export async function listUnreadLinks(db: Db, now: Date, limit: number): Promise<UnreadLink[]> {
  const [since, until] = [new Date(now.getTime() - 86_400_000), new Date(now.getTime() - 60_000)];
  return db
    .select(columns)
    .from(posts)
    .where(and(unread, gt(posts.updatedAt, since), lt(posts.updatedAt, until)))
    .orderBy(asc(posts.updatedAt))
    .limit(limit);
}

/** Keeps what a page said of itself, unless the message has another link by now, or somebody has read it as well. */
export async function keepLink(tx: Db, { id, communityId, url }: UnreadLink, link: LinkRecord): Promise<void> {
  const done = await tx
    .update(posts)
    .set({ link })
    .where(and(eq(posts.id, id), unread, sql`${posts.link} ->> 'url' = ${url}`))
    .returning({ id: posts.id });
  if (done.length > 0) await recordChange(tx, communityId, { type: 'post', id });
}
