import { and, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { urlKey } from '../url-key.js';
import { rows, type Db } from './database.js';
import { resources } from './schema.js';

export interface Linked {
  id: string;
  title: string;
  url: string | null;
  status: 'published' | 'proposed' | 'draft' | 'obsolete';
  authorId: string | null;
}

/**
 * What the community has under this link already, however it is spelt. Two people who suggest it at once come one after the other.
 * @param but a resource that may have it: the one that is edited
 */
export async function findLinked(tx: Db, communityId: string, url: string, but?: string): Promise<Linked | undefined> {
  const key = urlKey(url);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`link ${communityId} ${key}`}))`);
  const [row] = await tx
    .select({ id: resources.id, title: resources.title, url: resources.url, status: resources.status, authorId: resources.authorId })
    .from(resources)
    .where(
      and(
        eq(resources.communityId, communityId),
        eq(resources.urlKey, key),
        isNull(resources.deletedAt),
        ne(resources.status, 'draft'),
        but === undefined ? undefined : ne(resources.id, but),
      ),
    )
    .orderBy(resources.createdAt, resources.id)
    .limit(1);
  return row;
}

/** Links that came in before they were compared. @returns how many got their key */
export async function fillUrlKeys(db: Db, page = 1000): Promise<number> {
  let filled = 0;
  for (;;) {
    const some = await db
      .select({ id: resources.id, url: resources.url })
      .from(resources)
      .where(and(isNotNull(resources.url), isNull(resources.urlKey)))
      .limit(page);
    if (some.length === 0) return filled;
    const keys = JSON.stringify(some.map(({ id, url }) => ({ id, key: urlKey(url ?? '') })));
    const done = await rows(
      db,
      sql`update resources r set url_key = k.key from jsonb_to_recordset(${keys}::jsonb) as k(id uuid, key text) where r.id = k.id returning r.id`,
    );
    filled += done.length;
  }
}
