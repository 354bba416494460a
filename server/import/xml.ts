import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { SaxesParser } from 'saxes';
import { DamagedFile, type Place } from './place.js';

/** One `<row …/>` of a dump. */
export interface Row {
  values: Record<string, string>;
  at: Place;
}

/** Byte sequences that are no UTF-8 are damage, not question marks. */
async function* textOf(path: string, onBytes: (count: number) => void, lineSoFar: () => number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  const decode = (bytes?: Uint8Array) => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new DamagedFile({ file: basename(path), line: lineSoFar() }, 'Bytes that are not UTF-8, at or after this line.');
    }
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    yield decode(chunk as Buffer);
    onBytes((chunk as Buffer).length);
  }
  yield decode();
}

/**
 * Streams the rows of an XML file of `<row attribute="…"/>` elements, with the line each stands on.
 * @throws DamagedFile where the XML is not well-formed or ends too early
 */
export async function* xmlRows(path: string, onBytes: (count: number) => void = () => undefined): AsyncGenerator<Row> {
  const file = basename(path);
  const parser = new SaxesParser();
  let rows: Row[] = [];
  let startLine = 1;
  parser.on('opentagstart', () => (startLine = parser.line));
  parser.on('opentag', (tag) => {
    if (tag.name === 'row') rows.push({ values: tag.attributes as Record<string, string>, at: { file, line: startLine } });
  });
  parser.on('error', (error) => {
    throw new DamagedFile({ file, line: parser.line, column: parser.columnIndex + 1 }, plain(error.message));
  });
  for await (const text of textOf(path, onBytes, () => parser.line)) {
    if (text) parser.write(text);
    yield* rows;
    rows = [];
  }
  parser.close();
}

/** Without the position that the parser puts first: the place says it. */
function plain(message: string): string {
  const reason = message.replace(/^\d+:\d+: /, '');
  return `Not well-formed XML: ${reason}${/[.!?]$/.test(reason) ? '' : '.'}`;
}
