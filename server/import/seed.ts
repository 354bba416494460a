import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rows, sql, type Db } from '../store/database.js';
import type { SourceRecord } from '../store/schema.js';
import { Archive } from './archive.js';
import { load, type Located } from './load.js';
import type { OnProgress } from './progress.js';
import { Report } from './report.js';

const DATA = fileURLToPath(new URL('../../demo/data/', import.meta.url));
export const DEMO_COMMUNITIES = ['team-coaching', 'digital-government'] as const;

export interface SeedOptions {
  onProgress?: OnProgress | undefined;
  /** Of the demo's archives, by community; the repository's where none is given. */
  folder?: string | undefined;
}

const archivesOf = (folder: string, community: string): string[] =>
  readdirSync(join(folder, community))
    .filter((file) => /\.jsonl(\.gz)?$/.test(file))
    .sort()
    .map((file) => join(folder, community, file));

/**
 * Brings the demo's communities in where they are not there yet. After a kill it goes on where it was; where all is there it only looks.
 * @returns what came in, by community that was not complete
 */
export async function seedDemo(db: Db, { onProgress, folder = DATA }: SeedOptions = {}): Promise<Map<string, Report>> {
  const archives = DEMO_COMMUNITIES.map((community) => ({ community, files: archivesOf(folder, community) }));
  const total = archives.flatMap(({ files }) => files).reduce((sum, file) => sum + statSync(file).size, 0);
  const reports = new Map<string, Report>();
  let done = 0;
  for (const { community, files } of archives) {
    const size = files.reduce((sum, file) => sum + statSync(file).size, 0);
    if (!(await isComplete(db, community, files))) {
      const report = new Report();
      const before = done;
      await load(
        db,
        recordsOf(files, report, (bytes) => onProgress?.({ step: 'Bringing in the demo', done: before + bytes, total })),
        report,
        { community },
      );
      reports.set(community, report);
    }
    done += size;
  }
  if (reports.size > 0) onProgress?.({ step: 'Bringing in the demo', done: total, total });
  return reports;
}

async function* recordsOf(files: string[], report: Report, onBytes: (bytes: number) => void): AsyncGenerator<Located> {
  let before = 0;
  for (const file of files) {
    const start = before;
    yield* new Archive(file, report, ({ done }) => onBytes(start + done)).records();
    before += statSync(file).size;
  }
}

/** An import names its sources in its last step. */
async function isComplete(db: Db, community: string, files: string[]): Promise<boolean> {
  const found = await rows<{ sources: SourceRecord[] }>(db, sql`select sources from communities where id = ${community}`);
  const named = new Set(found[0]?.sources.map(({ name }) => name));
  if (named.size === 0) return false;
  for (const file of files) {
    for await (const { record } of new Archive(file, new Report()).records()) {
      if (record.type !== 'community' || !record.sources.every(({ name }) => named.has(name))) return false;
      break;
    }
  }
  return true;
}
