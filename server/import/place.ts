/** Where in what was read something stands; lines and columns count from 1. */
export interface Place {
  file: string;
  line: number;
  column?: number;
}

export function placeText({ file, line, column }: Place): string {
  return `${file}:${line}${column === undefined ? '' : `:${column}`}`;
}

/** The file can't be read any further, or not at all: it is cut off, malformed, or no such file. Nothing of it is written. */
export class DamagedFile extends Error {
  override name = 'DamagedFile';
  constructor(
    readonly place: Place,
    readonly reason: string,
  ) {
    super(`${placeText(place)}: ${reason}`);
  }
}

/** What the person who started the import has to change; the message says what. */
export class PlainError extends Error {
  override name = 'PlainError';
}
