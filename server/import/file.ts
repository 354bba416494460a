import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { PlainError } from './place.js';

/** A file to write to, open already: a folder that is missing shows before any work is done. @throws PlainError */
export async function openForWriting(path: string): Promise<WriteStream> {
  const file = createWriteStream(path);
  try {
    await once(file, 'open');
    return file;
  } catch (error) {
    throw new PlainError(`${path} can’t be written: ${WHY[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message}`);
  }
}

const WHY: Record<string, string> = {
  ENOENT: 'there is no such folder.',
  ENOTDIR: 'there is no such folder.',
  EISDIR: 'it is a folder.',
  EACCES: 'this user may not.',
  EROFS: 'the disk is read-only.',
};
