import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { isUuid } from './cursor.js';
import { rows, type Db } from './database.js';
import { members, mentions } from './schema.js';
import { outsideCode } from '../text.js';

/*
 * A person is named in a text by a Markdown link, `[@Anna Ek](member:0199…)`: it reads well where nothing renders it, and outlives a
 * change of the name. Who is named is kept beside the text, and taken from it again at each edit and import.
 */

export interface MentionObject {
  type: (typeof mentions.$inferInsert)['objectType'];
  id: string;
}

/** How many people one text may call; who is named after them is shown, and not told. */
const MOST = 20;
const MENTION = /\[@((?:[^[\]\\\n]|\\.){1,200})\]\(member:([0-9a-f-]{36})\)/gi;

/** The ids of whom a text names, in the order of the text, each once. */
export function mentionedIn(text: string): string[] {
  const ids = new Set<string>();
  if (!text.includes('](member:')) return [];
  outsideCode(text, (part) => {
    for (const [, , id = ''] of part.matchAll(MENTION)) if (isUuid(id)) ids.add(id.toLowerCase());
    return part;
  });
  return [...ids];
}

const present = (communityId: string, ids: readonly string[]) =>
  and(eq(members.communityId, communityId), inArray(members.id, [...ids]), members.listed, sql`${members.joinedAt} is not null`);

/**
 * Keeps who is named in a text, in place of who was before: members of the community who are in its directory, 20 at most.
 * Call it before `recordActivity`, which takes the community's lock.
 */
export async function recordMentions(tx: Db, communityId: string, object: MentionObject, text: string): Promise<void> {
  const named = mentionedIn(text);
  const found = named.length ? await tx.select({ id: members.id }).from(members).where(present(communityId, named)) : [];
  const here = new Set(found.map(({ id }) => id));
  const told = named.filter((id) => here.has(id)).slice(0, MOST);
  const others = told.length ? notInArray(mentions.memberId, told) : undefined;
  await tx.delete(mentions).where(and(eq(mentions.objectId, object.id), others));
  if (!told.length) return;
  const values = told.map((memberId) => ({ communityId, objectType: object.type, objectId: object.id, memberId }));
  await tx.insert(mentions).values(values).onConflictDoNothing();
}

const TEXTS = { question: 'body', answer: 'body', comment: 'body', resource: 'description', post: 'body' } as const;

/** The same for texts that came in by an import, as they stand in the database now. */
export async function recordMentionsOf(tx: Db, communityId: string, type: MentionObject['type'], ids: readonly string[]): Promise<void> {
  if (!ids.length) return;
  const [table, column] = [sql.identifier(`${type}s`), sql.identifier(TEXTS[type])];
  const found = await rows<{ id: string; text: string }>(
    tx,
    sql`select o.id, o.${column} as text from ${table} o where o.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)
      and (o.${column} like '%](member:%' or exists (select from mentions m where m.object_id = o.id))`,
  );
  for (const { id, text } of found) await recordMentions(tx, communityId, { type, id }, text);
}

/** A name as the text of a Markdown link. */
const label = (name: string) => `@${name.replace(/[[\]\\`*_<]/g, '\\$&')}`;

/**
 * Texts as they are to be read: whom they name goes by the present name, and who is gone, or has left the directory, by name alone.
 * So no link says one name and leads to another person.
 */
export async function withMentions(db: Db, communityId: string, texts: readonly string[]): Promise<string[]> {
  const ids = [...new Set(texts.flatMap(mentionedIn))];
  if (!ids.length) return [...texts];
  const found = await db.select({ id: members.id, name: members.name }).from(members).where(present(communityId, ids));
  const names = new Map(found.map(({ id, name }) => [id, name]));
  const shown = (_: string, text: string, id: string) => {
    const name = names.get(id.toLowerCase());
    return name === undefined ? `@${text}` : `[${label(name)}](member:${id.toLowerCase()})`;
  };
  return texts.map((text) => (text.includes('](member:') ? outsideCode(text, (part) => part.replace(MENTION, shown)) : text));
}

/** The same for one text. */
export const withMention = async (db: Db, communityId: string, text: string): Promise<string> =>
  (await withMentions(db, communityId, [text]))[0] ?? text;
