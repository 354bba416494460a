import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { idOf, isNode, listOf, nodeOf, typesOf, type Node } from './as2-nodes.js';
import { DamagedFile, PlainError, type Place } from './place.js';
import type { Report } from './report.js';

/** V8 holds no longer text. */
const MOST = 500 * 1024 * 1024;

/** Acts of a file, oldest first, and where each of them stands in it. */
export interface As2File {
  name: string | undefined;
  acts: Node[];
  placeOf: (act: Node) => Place | undefined;
}

/**
 * Reads a collection, a page of one, or acts alone or in a list.
 * @throws DamagedFile
 */
export function readAs2(path: string, report: Report): As2File {
  if (!existsSync(path) || !statSync(path).isFile()) throw new PlainError(`There is no file ${path}.`);
  if (statSync(path).size > MOST)
    throw new PlainError(`${path} is larger than 500 megabytes. Give the pages of the collection one by one.`);
  const file = basename(path);
  const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  const value = parse(text, file);
  const acts = listOf(value).flatMap((one) => actsOf(one, file, report));
  if (acts.length === 0 && !listOf(value).some((one) => isNode(one) && isCollection(one)))
    throw new DamagedFile({ file, line: 1 }, 'It holds no collection or activity of Activity Streams 2.0.');
  const dated = acts.map((act) => ({ act, time: Date.parse(String(act.published)) }));
  const sorted = dated.sort((a, b) => (a.time || 0) - (b.time || 0)).map(({ act }) => act);
  const top = listOf(value).find(isNode);
  const host = idOf(top?.actor ?? nodeOf(top?.partOf) ?? top?.partOf ?? top?.id);
  return { name: host, acts: sorted, placeOf: placesIn(text, file) };
}

const isCollection = (node: Node) => typesOf(node).some((type) => /^(?:Ordered)?Collection(?:Page)?$/.test(type));

function actsOf(value: unknown, file: string, report: Report): Node[] {
  if (!isNode(value)) return [];
  if (!isCollection(value)) return typesOf(value).length ? [value] : [];
  const own = [...listOf(value.orderedItems), ...listOf(value.items)];
  const inside = nodeOf(value.first);
  for (const link of [value.next, inside ? undefined : value.first])
    if (typeof link === 'string' && (link === value.next || own.length === 0))
      report.note('collection', `There is more of it at ${link}, which is not read.`, { file, line: 1 });
  const strings = own.filter((item) => typeof item === 'string').length;
  for (let n = 0; n < strings; n += 1) report.skip('activity', 'The collection holds its address alone.');
  return [...own.filter(isNode), ...(inside ? actsOf(inside, file, report) : [])];
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const { message } = error as SyntaxError;
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
    const before = text.slice(0, position).split('\n');
    const place = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    throw new DamagedFile(place, `Not well-formed JSON: ${message.replace(/ in JSON at position.*$/, '')}.`);
  }
}

/** Finds acts by their address, going forth in the file and beginning again where it has to. */
function placesIn(text: string, file: string): As2File['placeOf'] {
  let from = 0;
  return (act) => {
    const id = idOf(act);
    if (id === undefined) return undefined;
    const quoted = JSON.stringify(id);
    let at = text.indexOf(quoted, from);
    if (at < 0) at = text.indexOf(quoted);
    if (at < 0) return undefined;
    from = at;
    const start = text.lastIndexOf('\n', at);
    return { file, line: text.slice(0, at).split('\n').length, column: at - start };
  };
}
