import { createHash } from 'node:crypto';
import type { RecordType } from './records.js';

const UUID = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/** An archive names records that were written here by their id: they get it back where it is free. */
export const isId = (key: string): boolean => UUID.test(key);

/**
 * The id of an imported record: a UUID of version 7 (RFC 9562) whose time is the record's and whose random part is a hash of its key.
 * So links to it still hold after the same source was imported anew, and ids sort by time.
 */
export function importedId(community: string, type: RecordType, key: string, time: string | null): string {
  const bytes = createHash('sha256').update(`${community}\n${type}\n${key}`).digest().subarray(0, 16);
  bytes.writeUIntBE(time === null ? 0 : Math.max(0, Date.parse(time)), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
