import { and, eq, isNotNull, lte, sql, type SQL } from 'drizzle-orm';
import { excerpt } from '../text.js';
import { rows, type Db } from './database.js';
import { members } from './schema.js';

/*
 * The account of a member is deleted. What others read stays, without a name: questions, answers, comments, news, shared resources;
 * votes and “I used this” keep counting. All else goes: the profile, what one signs in with, what one follows and keeps, who was asked
 * when, uploads that no text of others' stands on. Where others named the person by `@`, a plain word stands instead.
 * Most of it the database does itself, by what its foreign keys say; here is the rest.
 */

/** How somebody who left is named in texts, by the community's language. */
const FORMER: Record<string, string> = { de: 'ein früheres Mitglied', en: 'a former member' };
/** Tables with Markdown that can name people, and its column. */
const TEXTS = { members: 'bio', questions: 'body', answers: 'body', comments: 'body', posts: 'body', resources: 'description' } as const;
/** Tables that keep an excerpt of it. */
const EXCERPTS = new Set(['questions', 'answers']);

/** Deletes the accounts whose members asked for it and whose time of thought is over. @returns how many */
export async function deleteLeavers(db: Db, now: Date): Promise<number> {
  const due = await db
    .select({ id: members.id })
    .from(members)
    .where(and(isNotNull(members.deletionDueAt), lte(members.deletionDueAt, now)));
  for (const { id } of due) await db.transaction((tx) => deleteMember(tx, id));
  return due.length;
}

/** Deletes one account, at once and for good. */
export async function deleteMember(tx: Db, id: string): Promise<void> {
  const [member] = await rows<{ name: string; communityId: string; language: string }>(
    tx,
    sql`select m.name, c.id as "communityId", c.language from members m join communities c on c.id = m.community_id where m.id = ${id} for update of m`,
  );
  if (!member) return;
  await unname(tx, id, member.name, FORMER[member.language.split('-')[0] ?? ''] ?? FORMER['en'] ?? '');
  // What counts on keeps a mark of its own, by which an archive tells it from others of nobody.
  for (const table of [sql`votes`, sql`uses`])
    await tx.execute(sql`update ${table} set source_key = coalesce(source_key, 'former:' || id) where member_id = ${id}`);
  await uncount(tx, id);
  await tx.execute(sql`delete from files f where f.member_id = ${id}
    and not exists (select from resources r where r.file_id = f.id)
    and not exists (select from attachments a where a.file_id = f.id and a.object_type <> 'post')`);
  await tx.execute(sql`delete from follows where community_id = ${member.communityId} and object_type = 'member' and object_id = ${id}`);
  await tx.execute(sql`delete from activities where object_id = ${id} or target_id = ${id}`);
  await tx.execute(sql`delete from changes where object_id = ${id}`);
  // Answers kept for repeated requests may show the person, whoever got them.
  await tx.execute(sql`delete from idempotency where member_id = ${id} or body like ${`%${id}%`}`);
  await tx.delete(members).where(eq(members.id, id));
}

/** What goes with the person is no longer counted. */
async function uncount(tx: Db, id: string): Promise<void> {
  await tx.execute(
    sql`update questions set same_count = greatest(0, same_count - 1) where id in (select question_id from same_questions where member_id = ${id})`,
  );
  await tx.execute(
    sql`update resources set endorsement_count = greatest(0, endorsement_count - 1) where id in (select resource_id from endorsements where member_id = ${id})`,
  );
}

/** Takes the person out of the texts that name them by `[@name](member:id)`, and out of what was made of these. */
async function unname(tx: Db, id: string, name: string, former: string): Promise<void> {
  // No bracket in it but escaped ones, else it would begin at an open bracket long before; in JSON a backslash is two.
  const link = `\\[@?(?:[^][\\\\]|\\\\+[^\\\\])*\\]\\(member:${id}\\)`;
  const plain = (column: SQL) => sql`regexp_replace(${column}, ${link}, ${former.replaceAll('\\', '\\\\')}, 'gi')`;
  const names = `%(member:${id})%`;
  for (const [table, text] of Object.entries(TEXTS)) {
    const column = sql.identifier(text);
    const changed = await rows<{ id: string; text: string }>(
      tx,
      sql`update ${sql.identifier(table)} set ${column} = ${plain(sql`${column}`)} where ${column} ilike ${names} returning id, ${column} as text`,
    );
    for (const row of changed) {
      if (EXCERPTS.has(table))
        await tx.execute(sql`update ${sql.identifier(table)} set excerpt = ${excerpt(row.text)} where id = ${row.id}`);
      await tx.execute(
        sql`update activities set summary = replace(replace(summary, ${`@${name}`}, ${former}), ${name}, ${former}) where object_id = ${row.id} or target_id = ${row.id}`,
      );
    }
  }
  await tx.execute(sql`update revisions set content = ${plain(sql`content::text`)}::jsonb where content::text ilike ${names}`);
}
