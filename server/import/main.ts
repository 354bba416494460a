// npm run import: brings records of other systems, or an archive of our own, into a community.
import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../config.js';
import { openDatabase } from '../store/database.js';
import { DatabaseInUse } from '../store/lock.js';
import { ActivityStreams } from './activity-streams.js';
import { Archive } from './archive.js';
import { Csv } from './csv.js';
import { openForWriting } from './file.js';
import { load, type Located } from './load.js';
import { DamagedFile, PlainError } from './place.js';
import { progressTo, type OnProgress } from './progress.js';
import { Report } from './report.js';
import { StackExchange } from './stackexchange.js';

const HELP = `Brings records into a community.

  npm run import -- --community ai stackexchange <folder>      the unpacked official dump of a Stack Exchange site
  npm run import -- --community coaching csv <file or folder>  members.csv, resources.csv, questions.csv
  npm run import -- --community coaching activitystreams <file> a collection of Activity Streams 2.0, such as Mastodon’s outbox.json
  npm run import -- --community coaching archive <file>        what npm run export wrote (.jsonl or .jsonl.gz)

  --community <id>    into which community; it is made where it is missing. Small letters, digits and hyphens.
  --name <text>       what a community that is made is called
  --site <host>       stackexchange: the site of the dump, such as ai.stackexchange.com; else the folder's name
  --site-name <text>  stackexchange: the site's name, shown for attribution
  --report <file>     writes every skipped record and every note to a file, one a line
  --help              this

The database is the server's: DATABASE_URL, or the folder DATA_DIR. An import can be run again: what is there already stays as it
is, what changed in the source is changed, and what was edited or deleted here since is left alone. A damaged file ends the import
before anything is written.`;

interface Source {
  check(): Promise<void>;
  records(): AsyncIterable<Located>;
}
interface Command {
  community: string;
  name: string | undefined;
  report: string | undefined;
  open: (report: Report, onProgress: OnProgress) => Source;
}

/** @throws PlainError that says what is missing */
function readCommand(args: string[]): Command | 'help' {
  const { values, positionals } = parse(args);
  if (values.help || args.length === 0) return 'help';
  const [kind, path, extra] = positionals;
  const { community, site, name, report } = values;
  if (!community) throw new PlainError('Into which community? Say it: --community ai');
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(community))
    throw new PlainError('The id of a community has small letters, digits and hyphens only.');
  if (!kind || !path)
    throw new PlainError(
      'What shall come in? For example: stackexchange <folder>, csv <folder>, activitystreams <file> or archive <file>. See --help.',
    );
  if (extra !== undefined)
    throw new PlainError(`There is more than one file or folder: ${extra}. If a path has blanks, put it in quotation marks.`);
  const kinds: Record<string, Command['open']> = {
    stackexchange: (to, onProgress) => new StackExchange({ folder: path, site, siteName: values['site-name'], onProgress }, to),
    csv: (to, onProgress) => new Csv(path, to, onProgress),
    activitystreams: (to) => new ActivityStreams(path, to),
    archive: (to, onProgress) => new Archive(path, to, onProgress),
  };
  const open = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!open) throw new PlainError(`There is no import of “${kind}”; there are stackexchange, csv, activitystreams and archive.`);
  return { community, name, report, open };
}

function parse(args: string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { community: text, name: text, site: text, 'site-name': text, report: text, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new PlainError(`${(error as Error).message.split('. ')[0]}. See --help.`);
  }
}

async function run(command: Command): Promise<void> {
  const file = command.report === undefined ? undefined : await openForWriting(command.report);
  const report = new Report(file && ((line) => void file.write(`${line}\n`)));
  const progress = progressTo(process.stderr);
  const source = command.open(report, progress.show);
  await source.check();
  const { databaseUrl, dataDir } = readConfig(process.env);
  const database = await openDatabase(databaseUrl === undefined ? { dataDir } : { databaseUrl });
  try {
    await load(database.db, source.records(), report, command);
  } finally {
    progress.end();
    await database.close();
    await new Promise<void>((resolve) => (file ? file.end(resolve) : resolve()));
  }
  console.log(`\n${report.toString()}${command.report === undefined ? '' : `\n\nAll that was skipped is in ${command.report}.`}`);
}

/** What a person can mend is said in a sentence; all else is a defect and shows where. */
function messageOf(error: unknown): string {
  if (error instanceof DamagedFile) return `${error.message}\nNothing was written.`;
  if (error instanceof DatabaseInUse)
    return `${error.message}\nStop the server, import, and start it again; or use PostgreSQL (DATABASE_URL), which serves both at once.`;
  if (error instanceof PlainError || error instanceof ConfigError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

try {
  const command = readCommand(process.argv.slice(2));
  if (command === 'help') console.log(HELP);
  else await run(command);
} catch (error) {
  console.error(`\n${messageOf(error)}`);
  process.exitCode = 1;
}
