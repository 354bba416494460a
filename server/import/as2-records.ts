import { topicId } from '../store/topic-id.js';
import { activityOf } from './activity.js';
import { hostOf, tagsOf, textOf, typesOf, urlOf, writtenOf, type Node } from './as2-nodes.js';
import { ArchiveRecord, type ArchiveInput, type RecordOf } from './records.js';

export type Kind = 'question' | 'answer' | 'comment' | 'post' | 'resource';
/** A thing that was written, as its acts leave it in the end. */
export interface Thing {
  id: string;
  kind: Kind;
  node: Node;
  act: Node;
  author: string | null;
  createdAt: string;
  editedAt: string | null;
  /** What an answer or a comment belongs to. */
  on: Thing | null;
}

const nameFrom = (iri: string) =>
  decodeURIComponent(
    iri
      .replace(/[/?#]+$/, '')
      .split(/[/@:]/)
      .at(-1) || iri,
  ).slice(0, 200);
/** A first line, for what has no title. */
const titleFrom = (markdown: string) => {
  const [line = ''] = markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`#>\\]/g, '')
    .trim()
    .split('\n');
  return line.length > 120 ? `${line.slice(0, 119).replace(/\s+\S*$/, '')}…` : line;
};

/** Somebody who did something, by their address; in the directory once they have joined. */
export function memberOf(id: string, node: Node | null, joinedAt: string | null): ArchiveInput {
  const username = node?.preferredUsername;
  const name = (node && textOf(node, 'name')) ?? (typeof username === 'string' && username ? username : nameFrom(id));
  const url = urlOf(node?.url) ?? urlOf(id);
  const source = { name: hostOf(id) ?? name, url, licence: null, licenceUrl: null };
  return { type: 'member', key: id, name: name.slice(0, 200), url, avatarUrl: urlOf(node?.icon), joinedAt, source };
}

/** Where a thing came from. */
export function sourceOf({ id, node }: Thing) {
  const url = urlOf(node.url) ?? urlOf(id);
  return { name: hostOf(url ?? id) ?? 'Activity Streams', url, licence: null, licenceUrl: null };
}

/** A thing, its topics, and what the feed tells of it. @param note hears of what could not be kept */
export function recordsOf(thing: Thing, accepted: boolean, note: (part: string) => void): ArchiveInput[] {
  const { markdown, dropped } = writtenOf(thing.node);
  for (const part of dropped) note(part);
  const topics = tagsOf(thing.node)
    .filter((label) => topicId(label))
    .slice(0, 5)
    .map((label) => ({ type: 'topic' as const, id: topicId(label), label }));
  const record = recordOf(thing, { markdown, accepted, topics: [...new Set(topics.map(({ id }) => id))] });
  const parsed = ArchiveRecord.safeParse(record);
  if (!parsed.success) return [record];
  return [
    ...topics,
    record,
    parsed.data.type === 'comment' ? commented(parsed.data) : activityOf(parsed.data as Parameters<typeof activityOf>[0]),
  ];
}

const commented = ({ key, createdAt, author, object, source }: RecordOf<'comment'>): ArchiveInput => ({
  type: 'activity',
  key: `${key}#commented`,
  verb: 'commented',
  published: createdAt,
  actor: author,
  object: { type: 'comment', key },
  target: object,
  source,
});

function recordOf(thing: Thing, { markdown, accepted, topics }: { markdown: string; accepted: boolean; topics: string[] }): ArchiveInput {
  const { id, kind, node, author, createdAt, editedAt, on } = thing;
  const written = { key: id, author, createdAt, updatedAt: editedAt, editedAt, source: sourceOf(thing) };
  const name = textOf(node, 'name') ?? null;
  const body = markdown || name || '…';
  switch (kind) {
    case 'question':
      return { type: 'question', title: name ?? titleFrom(body), body, topics, ...written };
    case 'answer':
      return { type: 'answer', question: on?.id ?? '', body, accepted, ...written };
    case 'comment':
      return { type: 'comment', object: { type: on?.kind as 'post', key: on?.id ?? '' }, body, ...written };
    case 'post':
      return { type: 'post', title: name, body, url: urlOf(node.url), topics, ...written };
    case 'resource':
      return {
        type: 'resource',
        kind: resourceKind(typesOf(node)),
        url: urlOf(node.url ?? node.href),
        title: name ?? titleFrom(markdown || id),
        description: markdown,
        topics,
        ...written,
      };
  }
}

function resourceKind(types: string[]): RecordOf<'resource'>['kind'] {
  if (types.includes('Video') || types.includes('Audio')) return 'recording';
  return types.includes('Article') || types.includes('Page') ? 'article' : 'other';
}
