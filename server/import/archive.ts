import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { z } from 'zod';
import { linesOf, type Line } from './lines.js';
import type { Located } from './load.js';
import { DamagedFile, PlainError, type Place } from './place.js';
import type { OnProgress } from './progress.js';
import { ARCHIVE, ArchiveRecord, End, Header } from './records.js';
import type { Report } from './report.js';

/** Reads an archive, as `npm run export` writes it: JSON Lines, gzipped where the name ends in `.gz`. */
export class Archive {
  readonly #path: string;
  readonly #report: Report;
  readonly #onProgress: OnProgress;

  constructor(path: string, report: Report, onProgress: OnProgress = () => undefined) {
    this.#path = path;
    this.#report = report;
    this.#onProgress = onProgress;
  }

  /**
   * Reads the file to its end before anything is written: what is damaged comes in not at all.
   * @throws DamagedFile
   */
  async check(): Promise<void> {
    if (!existsSync(this.#path)) throw new PlainError(`There is no file ${this.#path}.`);
    let records = 0;
    let ended = false;
    let last = 0;
    for await (const { value, number } of this.#values('Checking')) {
      last = number;
      if (ended) throw this.#damaged(number, 'There is more after the line that says end.');
      const end = End.safeParse(value);
      if (end.success && end.data.records !== records)
        throw this.#damaged(number, `It should hold ${end.data.records} records and holds ${records}.`);
      ended = end.success;
      records += 1;
    }
    if (!ended) throw this.#damaged(last, 'It is cut off: the last line does not say end.');
  }

  /** The records that hold what they should; the others are reported. */
  async *records(): AsyncGenerator<Located> {
    for await (const { value, number } of this.#values('Importing')) {
      if (End.safeParse(value).success) return;
      const at: Place = { file: basename(this.#path), line: number };
      const parsed = ArchiveRecord.safeParse(value);
      if (parsed.success) yield { record: parsed.data, at };
      else this.#report.skip(nameOf(value), reasonOf(parsed.error), at);
    }
  }

  async *#values(step: string): AsyncGenerator<{ value: unknown; number: number }> {
    const total = existsSync(this.#path) ? statSync(this.#path).size : 0;
    let done = 0;
    let first = true;
    for await (const line of linesOf(this.#path, (bytes) => this.#onProgress({ step, done: (done += bytes), total }))) {
      const value = this.#parse(line);
      if (first && !Header.safeParse(value).success)
        throw this.#damaged(line.number, `It is no archive of version ${ARCHIVE.version}: the first line says something else.`);
      if (!first) yield { value, number: line.number };
      first = false;
    }
    if (first) throw this.#damaged(1, 'It is empty.');
  }

  #parse({ text, number }: Line): unknown {
    try {
      return JSON.parse(text.replace(/^\ufeff/, ''));
    } catch (error) {
      const column = columnOf(error as SyntaxError, text);
      throw new DamagedFile(
        { file: basename(this.#path), line: number, column },
        `Not well-formed JSON: ${(error as Error).message.replace(/ in JSON at position.*$/, '')}.`,
      );
    }
  }
  #damaged(line: number, reason: string): DamagedFile {
    return new DamagedFile({ file: basename(this.#path), line }, reason);
  }
}

/** Engines name the position in words; without one, the text ended too early. */
function columnOf(error: SyntaxError, text: string): number {
  const position = /position (\d+)/.exec(error.message)?.[1];
  return (position === undefined ? text.length : Number(position)) + 1;
}

const nameOf = (value: unknown): string => (typeof value === 'object' && value !== null && 'type' in value ? String(value.type) : 'line');

/** The first thing that is wrong, in plain words with the field's name. */
export function reasonOf(error: z.ZodError): string {
  const issue = error.issues[0];
  const field = issue?.path.join('.');
  return `${field ? `${field}: ` : ''}${issue?.message ?? 'It is not valid.'}`;
}
