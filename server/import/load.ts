import { sql } from 'drizzle-orm';
import { rows, type Db } from '../store/database.js';
import type { SourceRecord } from '../store/schema.js';
import { lookAfter } from '../store/upkeep.js';
import { Batch, type Located } from './batch.js';
import { recount } from './counters.js';
import type { RecordOf } from './records.js';
import type { Report } from './report.js';
import { toJson } from './upsert.js';

export type { Located } from './batch.js';
export interface LoadOptions {
  /** The id of the community, which is made where it is missing. */
  community: string;
  /** What a community that is made is called; else what the source calls it, else its id. */
  name?: string | undefined;
}

/** Records written in one transaction. Larger makes it faster, smaller loses less work when the process is killed. */
const BATCH = 1000;

/**
 * Writes records as they come, in batches that are each one transaction, and then counts scores, answers, comments and uses anew.
 * Running it again with the same records changes nothing; after a kill it goes on where it was. What was edited or deleted here since stays.
 */
export async function load(db: Db, records: AsyncIterable<Located>, report: Report, { community, name }: LoadOptions): Promise<void> {
  let batch = new Batch();
  let about: RecordOf<'community'> | undefined;
  const sources: SourceRecord[] = [];
  let ready = false;
  const flush = async () => {
    if (!ready) report.count('community', await ensureCommunity(db, community, name, about));
    ready = true;
    const full = batch;
    batch = new Batch();
    if (full.size === 0) return;
    const later = await db.transaction(async (tx) => {
      // One import at a time: what is looked up first must still hold when it is written.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`cop import ${community}`}))`);
      return full.write(tx, community);
    });
    for (const tell of later) tell(report);
  };
  for await (const located of records) {
    if (located.record.type === 'community') {
      about ??= located.record;
      sources.push(...located.record.sources);
    } else batch.add(located);
    if (batch.size >= BATCH) await flush();
  }
  await flush();
  await db.transaction((tx) => finish(tx, community, sources));
  await lookAfter(db);
}

async function ensureCommunity(db: Db, id: string, name: string | undefined, about: RecordOf<'community'> | undefined) {
  const created = await rows(
    db,
    sql`insert into communities (id, name, description, language, rules, profile_fields, created_at)
      values (${id}, ${name ?? about?.name ?? id}, ${about?.description ?? ''}, ${about?.language ?? 'en'}, ${toJson(about?.rules ?? {})}::jsonb,
        ${toJson(about?.profileFields ?? [])}::jsonb, coalesce(${about?.createdAt ?? null}::timestamptz, now()))
      on conflict (id) do nothing returning id`,
  );
  return { new: created.length, unchanged: 1 - created.length };
}

/** The sources are named last: a community that names them has everything that was to come in. */
async function finish(db: Db, community: string, sources: SourceRecord[]): Promise<void> {
  await recount(db, community);
  const found = await rows<{ sources: SourceRecord[] }>(db, sql`select sources from communities where id = ${community} for update`);
  const known = found[0]?.sources ?? [];
  const all = [...new Map([...known, ...sources].map((source) => [`${source.name} ${source.url}`, source])).values()];
  if (all.length > known.length) await db.execute(sql`update communities set sources = ${toJson(all)}::jsonb where id = ${community}`);
}
