import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { DamagedFile } from './place.js';

export interface Line {
  text: string;
  /** Counts from 1. */
  number: number;
}

/**
 * The lines of a UTF-8 text file, gzipped where its name ends in `.gz`; empty lines are left out.
 * @param onBytes told how many bytes of the file were read, as they are read
 * @throws DamagedFile for bytes that are no UTF-8, and for a gzip file that is broken or cut off
 */
export async function* linesOf(path: string, onBytes: (count: number) => void = () => undefined): AsyncGenerator<Line> {
  const file = basename(path);
  const raw = createReadStream(path, { highWaterMark: 256 * 1024 });
  raw.on('data', (chunk) => onBytes(chunk.length));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let number = 0;
  try {
    // pipeline, not pipe: an error of the file must end the reader too.
    const bytes = path.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
    raw.on('error', (error) => bytes.destroy(error));
    for await (const chunk of bytes) {
      const parts = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      for (const text of parts) {
        number += 1;
        if (text.trim()) yield { text: text.replace(/\r$/, ''), number };
      }
    }
    rest += decoder.decode();
  } catch (error) {
    if (error instanceof DamagedFile) throw error;
    throw new DamagedFile({ file, line: number + 1 }, damage(error as NodeJS.ErrnoException));
  }
  if (rest.trim()) yield { text: rest, number: number + 1 };
}

function damage(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return 'There is no such file.';
  if (error.code?.startsWith('Z_')) return `Broken or cut off (gzip: ${error.message}).`;
  if (error instanceof TypeError) return 'Bytes that are not UTF-8, in or after this line.';
  throw error;
}
