import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CsvError, parse } from 'csv-parse';
import type { Located } from './load.js';
import { CSV_TABLES, type CsvName } from './csv-tables.js';
import { DamagedFile, PlainError, type Place } from './place.js';
import type { OnProgress } from './progress.js';
import type { Report } from './report.js';

export interface CsvRow {
  values: Record<string, string>;
  at: Place;
}

/** `members.csv`, `resources.csv` and `questions.csv` (RFC 4180, UTF-8), in a folder or one alone; the columns are found by their names. */
export class Csv {
  readonly #files: { path: string; name: CsvName }[];
  readonly #report: Report;
  readonly #onProgress: OnProgress;

  /** @throws PlainError when there is nothing to read */
  constructor(path: string, report: Report, onProgress: OnProgress = () => undefined) {
    this.#files = filesOf(path);
    this.#report = report;
    this.#onProgress = onProgress;
  }

  /**
   * Reads every file to its end before anything is written: what is damaged comes in not at all.
   * @throws DamagedFile
   */
  async check(): Promise<void> {
    for (const { path, name } of this.#files) {
      let header: string[] = [];
      for await (const _row of this.#rows(path, 'Checking', (columns) => (header = columns)));
      this.#checkHeader(header, name, path);
    }
  }

  #checkHeader(header: string[], name: CsvName, path: string): void {
    const file = basename(path);
    const { required, columns } = CSV_TABLES[name];
    const missing = required.filter((column) => !header.includes(column));
    if (missing.length > 0)
      throw new DamagedFile({ file, line: 1 }, `The header lacks: ${missing.join(', ')}. It can name: ${columns.join(', ')}.`);
    for (const column of header)
      if (!columns.includes(column)) this.#report.note(`column “${column}”`, 'Unknown, left out.', { file, line: 1 });
  }

  /** The records of the rows that hold what they should; the others are reported. */
  async *records(): AsyncGenerator<Located> {
    for (const { path, name } of this.#files) {
      for await (const row of this.#rows(path, basename(path))) yield* CSV_TABLES[name].records(row, this.#report);
    }
  }

  async *#rows(path: string, step: string, onHeader: (columns: string[]) => void = () => undefined): AsyncGenerator<CsvRow> {
    const file = basename(path);
    const total = statSync(path).size;
    let done = 0;
    const bytes = createReadStream(path);
    bytes.on('data', (chunk) => this.#onProgress({ step, done: (done += chunk.length), total }));
    const columns = (header: string[]) => {
      const names = header.map(normalise);
      onHeader(names);
      return names;
    };
    // A row that is too long or too short is that row's fault, not the file's: it is reported with what it lacks.
    const parser = bytes.pipe(
      parse({
        bom: true,
        columns,
        info: true,
        skip_empty_lines: true,
        skip_records_with_empty_values: true,
        trim: true,
        relax_column_count: true,
      }),
    );
    bytes.on('error', (error) => parser.destroy(error));
    let line = 1;
    try {
      for await (const { record, info } of parser as AsyncIterable<{ record: Record<string, string>; info: { lines: number } }>) {
        // `lines` counts up to the end of a row, which may hold line breaks.
        const inside = Object.values(record).join('').split('\n').length - 1;
        line = info.lines;
        yield { values: record, at: { file, line: Math.max(2, line - inside) } };
      }
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      throw new DamagedFile({ file, line: Number(error.lines ?? line) }, `Not well-formed CSV: ${error.message.replace(/\.$/, '')}.`);
    }
  }
}

/** `Created At`, `created_at` and `createdAt` are the same column. */
const normalise = (header: string): string =>
  header
    .trim()
    .replace(/[\s_-]+(\w)/g, (_all, letter: string) => letter.toUpperCase())
    .replace(/^\w/, (letter) => letter.toLowerCase());

function filesOf(path: string): { path: string; name: CsvName }[] {
  if (!existsSync(path)) throw new PlainError(`There is no file or folder ${path}.`);
  const names = Object.keys(CSV_TABLES) as CsvName[];
  const candidates = statSync(path).isDirectory() ? readdirSync(path).map((file) => join(path, file)) : [path];
  const found = names.flatMap((name) =>
    candidates.filter((file) => basename(file).toLowerCase() === `${name}.csv`).map((file) => ({ path: file, name })),
  );
  if (found.length === 0)
    throw new PlainError(`Give members.csv, resources.csv or questions.csv, or a folder with some of them: ${path} is none.`);
  return found;
}
