import { Problem } from '../problem.js';
import { findUnreadLink, isOwn, keepLink, listUnreadLinks, type UnreadLink } from '../store/post-links.js';
import type { LinkRecord } from '../store/schema.js';
import type { Server } from '../context.js';
import { describeError } from '../http/log.js';
import type { LinkPreviews } from './previews.js';

/** How many that were left over are read in one go. */
const A_RUN = 20;

/** Reads the pages that messages link to: behind the request that sent the message, which waits for nothing. */
export class MessageLinks {
  constructor(
    private readonly server: Server,
    private readonly previews: LinkPreviews,
  ) {}

  /** The message was sent or edited, and is there for others. */
  sent(postId: string): void {
    const { database, log, closing } = this.server;
    const work = async () => {
      const unread = await findUnreadLink(database.db, postId);
      if (unread && !closing.aborted) await this.#read(unread);
    };
    work().catch((error: unknown) => {
      if (!closing.aborted) log.error({ post: postId, ...describeError(error) }, 'link of a message');
    });
  }

  /** Those that were left over: the server ended meanwhile, or there was too much at once. */
  async readLeft(now: Date): Promise<void> {
    for (const unread of await listUnreadLinks(this.server.database.db, now, A_RUN)) {
      if (this.server.closing.aborted) return;
      await this.#read(unread);
    }
  }

  async #read(unread: UnreadLink): Promise<void> {
    const { database, clock, closing } = this.server;
    const link: LinkRecord = { url: unread.url, readAt: clock().toISOString() };
    try {
      if (!(await isOwn(database.db, unread.communityId, unread.url))) {
        const { title, description, siteName } = await this.previews.read(unread.url, unread.authorId ?? '');
        Object.assign(link, title && { title }, description && { description }, siteName && { siteName });
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // Too much at once: another time. A page that can't be read has no title, and is not asked again.
      if (error.code !== 'invalid') return;
    }
    if (!closing.aborted) await database.db.transaction((tx) => keepLink(tx, unread, link));
  }
}
