import type { Server } from '../context.js';
import { describeError } from '../http/log.js';
import { MessageLinks } from '../links/messages.js';
import { LinkPreviews } from '../links/previews.js';
import { closeAnswered } from '../store/auto-close.js';
import { allCommunities, type CommunityRow } from '../store/communities.js';
import type { Db } from '../store/database.js';
import { forgetUnclaimedFiles } from '../store/files.js';
import { forgetOldKeys } from '../store/idempotency.js';
import { deleteLeavers } from '../store/leaving.js';
import { lookAfter } from '../store/upkeep.js';
import { runLadders } from '../store/ladder.js';
import { runReminders } from '../store/reminders.js';

/** Work that the clock brings, not a request. */
export interface Job {
  name: string;
  /** Milliseconds from one run to the next, at least. */
  every: number;
  /** Several servers may run it at once on one database: it takes what is due row by row and leaves what another has. */
  run(server: Server, now: Date): Promise<void>;
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const JOBS: readonly Job[] = [
  { name: 'ladder', every: MINUTE, run: async ({ database }, now) => void (await runLadders(database.db, now)) },
  {
    name: 'reminders',
    every: MINUTE,
    run: ({ database }, now) => eachCommunity(database.db, (community) => runReminders(database.db, community, now)),
  },
  {
    name: 'close',
    every: HOUR,
    run: ({ database }, now) => eachCommunity(database.db, (community) => closeAnswered(database.db, community, now)),
  },
  {
    name: 'forget',
    every: HOUR,
    run: async ({ database }) => {
      await forgetOldKeys(database.db);
      await forgetUnclaimedFiles(database.db);
    },
  },
  {
    name: 'look after',
    every: 10 * MINUTE,
    run: async ({ database }) => {
      if (database.kind === 'embedded') await lookAfter(database.db);
    },
  },
  {
    name: 'links',
    every: MINUTE,
    run: async (server, now) => {
      if (server.config.linkPreviews.on) await new MessageLinks(server, new LinkPreviews(server.config, server.resolve)).readLeft(now);
    },
  },
  {
    name: 'leave',
    every: 5 * MINUTE,
    run: async ({ database }, now) => void (await deleteLeavers(database.db, now)),
  },
];

async function eachCommunity(db: Db, run: (community: CommunityRow) => Promise<unknown>): Promise<void> {
  for (const community of await allCommunities(db)) await run(community);
}

/** Runs what is due; one job that fails holds up none of the others. @param ran when each ran last, by name; it is brought up to date */
export async function runJobs(server: Server, ran: Map<string, number>, jobs: readonly Job[] = JOBS): Promise<void> {
  for (const job of jobs) {
    const now = server.clock();
    if (server.closing.aborted) return;
    if (now.getTime() - (ran.get(job.name) ?? -Infinity) < job.every) continue;
    ran.set(job.name, now.getTime());
    try {
      await job.run(server, now);
    } catch (error) {
      server.log.error({ job: job.name, ...describeError(error) }, 'job');
    }
  }
}

/** Looks every minute for what is due. @returns ends it, when a run that has begun is through */
export function startJobs(server: Server, jobs: readonly Job[] = JOBS): () => Promise<void> {
  const ran = new Map<string, number>();
  let running: Promise<void> | undefined;
  // A run that takes longer than a minute is not overtaken by the next.
  const look = () => (running ??= runJobs(server, ran, jobs).finally(() => (running = undefined)));
  void look();
  const timer = setInterval(() => void look(), MINUTE);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
