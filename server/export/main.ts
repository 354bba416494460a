// npm run export: writes a community into an archive that npm run import reads.
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createGzip } from 'node:zlib';
import { ConfigError, readConfig } from '../config.js';
import { openForWriting } from '../import/file.js';
import { PlainError } from '../import/place.js';
import { KINDS } from '../import/report.js';
import { openDatabase, type Database } from '../store/database.js';
import { DatabaseInUse } from '../store/lock.js';
import { exportArchive } from './archive.js';

const HELP = `Writes a community into an archive: JSON Lines, one record a line.

  npm run export -- --community coaching coaching.jsonl.gz

  --community <id>  which community
  --help            this

A name that ends in .gz is compressed. The database is the server's: DATABASE_URL, or the folder DATA_DIR. The archive holds
personal data: profiles with all their fields, and the identities that members sign in with. Keep it as you keep the database.`;

/** The file has its name only once it is whole. */
async function run(community: string, path: string): Promise<void> {
  const { databaseUrl, dataDir } = readConfig(process.env);
  const partial = `${path}.part`;
  const file = await openForWriting(partial);
  const target = path.endsWith('.gz') ? createGzip() : file;
  if (target !== file) target.pipe(file);
  let database: Database | undefined;
  try {
    database = await openDatabase(databaseUrl === undefined ? { dataDir } : { databaseUrl });
    const counts = await exportArchive(database.db, community, async (lines) => {
      if (!target.write(`${lines.join('\n')}\n`)) await new Promise<void>((resolve) => target.once('drain', resolve));
    });
    target.end();
    await finished(file);
    await rename(partial, path);
    for (const [type, count] of counts) console.log(`${KINDS[type].padEnd(13)}${count.toLocaleString('en').padStart(11)}`);
    console.log(`\nWritten to ${path}`);
  } catch (error) {
    target.destroy();
    await rm(partial, { force: true });
    throw error;
  } finally {
    await database?.close();
  }
}

function read(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: { community: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
  } catch (error) {
    throw new PlainError(`${(error as Error).message.split('. ')[0]}. See --help.`);
  }
}

try {
  const { values, positionals } = read(process.argv.slice(2));
  const [path] = positionals;
  if (values.help || (values.community === undefined && path === undefined)) console.log(HELP);
  else if (values.community === undefined || path === undefined)
    throw new PlainError('Name the community and the file: --community coaching coaching.jsonl');
  else await run(values.community, path);
} catch (error) {
  const plain = error instanceof PlainError || error instanceof ConfigError || error instanceof DatabaseInUse;
  const message = error instanceof Error ? (plain ? error.message : error.stack) : String(error);
  console.error(
    `\n${message}${error instanceof DatabaseInUse ? '\nStop the server, export, and start it again; or use PostgreSQL (DATABASE_URL), which serves both at once.' : ''}`,
  );
  process.exitCode = 1;
}
