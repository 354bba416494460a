import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchiveInput } from '../../server/import/records.js';
import { activityOf } from '../../server/import/activity.js';
import { ArchiveRecord } from '../../server/import/records.js';
import { topicId } from '../../server/store/topic-id.js';
import { decodeEntities } from '../../server/text.js';
import type { SourceRecord } from '../../server/store/schema.js';

export type { SourceRecord };
export interface Composed {
  records: ArchiveInput[];
  sources: SourceRecord[];
}

/** The day on which the sets were collected: the date of what has none of its own. */
export const COLLECTED = '2026-08-22T00:00:00.000Z';

/** Reads a set by its path below the folder. */
export type Sets = <T>(path: string) => T[];
export const setsIn =
  (folder: string): Sets =>
  <T>(path: string) =>
    JSON.parse(readFileSync(join(folder, path), 'utf8')) as T[];

/** Text as people meant it: character references decoded, shortcodes, tags and invisible characters gone, blanks joined. */
export function clean(text: string | undefined): string {
  return decodeEntities(decodeEntities(text ?? ''))
    .replace(/\{\{[<%].*?[>%]\}\}/gs, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, ' ')
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Topics of several records: each once, with its label. */
export class Topics {
  readonly #labels = new Map<string, string>();

  /** @returns the ids, each once */
  add(labels: Iterable<string>): string[] {
    const ids = [...labels].flatMap((label) => {
      const text = label.trim().slice(0, 60).trim();
      const id = topicId(text);
      if (id && !this.#labels.has(id)) this.#labels.set(id, text);
      return id ? [id] : [];
    });
    return [...new Set(ids)];
  }
  get records(): ArchiveInput[] {
    return [...this.#labels].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, label]) => ({ type: 'topic', id, label }));
  }
}

/** A record and what the feed tells of it. */
export function told(record: Extract<ArchiveInput, { type: 'question' | 'answer' | 'resource' | 'post' }>): ArchiveInput[] {
  return [record, activityOf(ArchiveRecord.parse(record) as Parameters<typeof activityOf>[0])];
}

/** `http` and `https` addresses only; without a scheme, `https` is meant. */
export function webAddress(text: string | undefined): string | null {
  const trimmed = text?.trim();
  if (!trimmed) return null;
  try {
    const url = new URL(/^[a-z]+:/i.test(trimmed) ? trimmed : `https://${trimmed}`);
    return /^https?:$/.test(url.protocol) && url.hostname.includes('.') && url.href.length <= 500 ? url.href : null;
  } catch {
    return null;
  }
}

export const sentenceCase = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
