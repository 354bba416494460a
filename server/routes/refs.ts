import type { z } from '@hono/zod-openapi';
import type { Session } from '../auth/session.js';
import type { MemberRef, Source } from '../contract/common.js';
import { Problem } from '../problem.js';
import type { MemberRow } from '../store/identities.js';
import type { SourceRecord } from '../store/schema.js';

/** The columns of a member that a MemberRef shows. */
export type MemberRefRow = Pick<MemberRow, 'id' | 'name' | 'avatarUrl' | 'url' | 'demo'>;

export function memberRef(row: MemberRefRow | null): z.infer<typeof MemberRef> | null {
  return row && { id: row.id, name: row.name, avatarUrl: row.avatarUrl, url: row.url, demo: row.demo };
}

export function sourceOf(source: SourceRecord | null): z.infer<typeof Source> | null {
  return source && { name: source.name, url: source.url, licence: source.licence, licenceUrl: source.licenceUrl };
}

export const time = (date: Date): string => date.toISOString();
export const timeOrNull = (date: Date | null): string | null => date?.toISOString() ?? null;

/** The member behind a write; the guard has seen to it that there is one. */
export function memberOf(session: Session): MemberRow {
  if (!session.member) throw new Problem('unauthenticated');
  return session.member;
}

/** Whose eyes a list is read with, for stores. */
export const viewerOf = (session: Session): { id: string | null; steward: boolean } => ({
  id: session.member?.id ?? null,
  steward: session.role === 'steward',
});
