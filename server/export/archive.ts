import { sql, type SQL } from 'drizzle-orm';
import { PlainError } from '../import/place.js';
import { ARCHIVE, ArchiveRecord, toLine, type RecordType } from '../import/records.js';
import { rows, type Db } from '../store/database.js';

/** Rows read at a time, and lines given out at a time. */
const PAGE = 500;
/** Files are whole in memory while they are written. */
const FILE_PAGE = 4;

/** RFC 3339 in UTC, to the millisecond, on every driver alike. */
const time = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const key = (table: string) => sql.raw(`coalesce(${table}.source_key, ${table}.id::text)`);
/** The same order on every database, whatever its collation. */
const byKey = (table: string) => sql`${key(table)} collate "C"`;
const live = (table: string) => sql.raw(`${table}.deleted_at is null`);
const written = sql`${key('author')} as author, ${time(sql`o.created_at`)} as "createdAt", ${time(sql`o.updated_at`)} as "updatedAt",
  ${time(sql`o.edited_at`)} as "editedAt", o.version, o.source`;
const authored = sql`left join members author on author.id = o.author_id`;
const object = (type: string, id: string) =>
  sql.raw(`(select jsonb_build_object('type', ${type}, 'key', k.key) from live k where k.type = ${type} and k.id = ${id})`);
/** A question that was merged into one that is there is kept, since its address leads on and it can be taken out again. */
const kept = (table: string, community: string) => sql`(${live(table)} or ${sql.raw(`${table}.id`)} in (
  with recursive merged as (
    select q.id from questions q join questions t on t.id = q.merged_into_id and ${live('t')} where q.community_id = ${community} and q.deleted_at is not null
    union
    select q.id from questions q join merged on merged.id = q.merged_into_id where q.deleted_at is not null)
  select id from merged))`;

const ofObject = sql`object ->> 'type', object ->> 'key' collate "C"`;

/** Everything that can be referred to and was not deleted, with its key. */
const liveObjects = (community: string) =>
  sql.join(
    ['resource', 'post']
      .map(
        (type) =>
          sql`select ${sql.raw(`'${type}'`)} as type, o.id, ${key('o')} as key from ${sql.identifier(`${type}s`)} o where o.community_id = ${community} and ${live('o')}`,
      )
      .concat(
        sql`select 'question', o.id, ${key('o')} from questions o where o.community_id = ${community} and ${kept('o', community)}`,
        sql`select 'member', o.id, ${key('o')} from members o where o.community_id = ${community}`,
        sql`select 'collection', o.id, ${key('o')} from collections o where o.community_id = ${community} and ${live('o')}`,
        sql`select 'request', o.id, ${key('o')} from resource_requests o where o.community_id = ${community}`,
        sql`select 'answer', o.id, ${key('o')} from answers o join questions q on q.id = o.question_id and ${kept('q', community)} where o.community_id = ${community} and ${live('o')}`,
      ),
    sql` union all `,
  );

type Query = (community: string) => SQL;
const from = (select: SQL, table: string, joins: SQL, community: string, is = live('o')) =>
  sql`select ${key('o')} as key, ${select} from ${sql.identifier(table)} o ${joins} where o.community_id = ${community} and ${is} order by o.created_at, ${byKey('o')}`;

/** The same with comments, for what may be about them as well. */
const withComments: Query = (id) =>
  sql`with texts as not materialized (${liveObjects(id)}), live as not materialized (select * from texts union all
    select 'comment', o.id, ${key('o')} from comments o where o.community_id = ${id} and ${live('o')}
      and exists (select from texts t where t.type = o.object_type and t.id = o.object_id))`;
const activities: Query = (id) => sql`${withComments(id)},
  all_of as (select o.id, ${key('o')} as key, o.type as verb, ${time(sql`o.published`)} as published, ${key('m')} as actor, ${object('o.object_type', 'o.object_id')} as object,
    ${object('o.target_type', 'o.target_id')} as target, o.target_id, o.summary, o.source from activities o left join members m on m.id = o.actor_id where o.community_id = ${id})`;

/** Of a merge, what came along, as far as it is still there; ids become keys. */
const keysOf = (field: string, type: string) =>
  sql.raw(`(select coalesce(jsonb_agg(k.key order by each.place), '[]') from jsonb_array_elements_text(o.content -> 'merged' -> '${field}') with ordinality as each(id, place)
    join live k on k.type = '${type}' and k.id = each.id::uuid)`);
const keyOf = (field: string, type: string) =>
  sql.raw(`(select k.key from live k where k.type = '${type}' and k.id = (o.content -> 'merged' ->> '${field}')::uuid)`);
const merged = sql`case when ${keyOf('id', 'question')} is not null then jsonb_strip_nulls(jsonb_build_object('question', ${keyOf('id', 'question')},
  'answers', ${keysOf('answers', 'answer')}, 'comments', ${keysOf('comments', 'comment')}, 'same', ${keysOf('same', 'member')}, 'follows', ${keysOf('follows', 'member')},
  'saves', ${keysOf('saves', 'member')}, 'help', ${keysOf('help', 'member')},
  'accepted', ${keyOf('accepted', 'answer')}, 'votes', (
    select coalesce(jsonb_agg(case when v.source_key is null then jsonb_build_object('member', k.key) else jsonb_build_object('key', v.source_key) end order by each.place), '[]')
    from jsonb_array_elements_text(o.content -> 'merged' -> 'votes') with ordinality as each(id, place)
    join votes v on v.id = each.id::uuid and v.object_id = o.object_id left join live k on k.type = 'member' and k.id = v.member_id))) end`;

/** One query for each type, in the order of the archive; the columns are the fields of its records. */
const queries: [RecordType, Query][] = [
  [
    'community',
    (id) =>
      sql`select name, description, language, sources, rules, profile_fields as "profileFields", ${time(sql`created_at`)} as "createdAt" from communities where id = ${id}`,
  ],
  [
    'topic',
    (
      id,
    ) => sql`select id, label, (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'label', a.label) order by a.id collate "C"), '[]')
      from topic_aliases a where a.community_id = t.community_id and a.topic_id = t.id) as aliases from topics t where community_id = ${id} order by id collate "C"`,
  ],
  [
    'member',
    (
      id,
    ) => sql`select ${key('o')} as key, name, headline, bio, avatar_url as "avatarUrl", url, pronouns, place, country, languages, time_zone as "timeZone", topics, offers, needs,
      links, groups, participation, role, demo, not listed as unlisted, visibility, working_hours as "workingHours", fields, ${time(sql`deletion_due_at`)} as "deletionDueAt", quiet_hours as "quietHours", asks_per_week as "asksPerWeek", not reminders as unreminded, ${time(sql`joined_at`)} as "joinedAt", ${time(sql`last_visit_at`)} as "lastVisitAt", ${time(sql`caught_up_at`)} as "caughtUpAt",
      ${time(sql`updated_at`)} as "updatedAt", version, source,
      coalesce((select jsonb_agg(jsonb_build_object('issuer', i.issuer, 'subject', i.subject) order by i.issuer, i.subject) from identities i where i.member_id = o.id), '[]') as identities
      from members o where o.community_id = ${id} order by o.joined_at nulls first, ${byKey('o')}`,
  ],
  [
    'file',
    (
      id,
    ) => sql`select o.id::text as key, ${key('m')} as member, o.name, o.type as "mediaType", o.sha256, encode(b.bytes, 'base64') as base64, ${time(sql`o.created_at`)} as "createdAt"
      from files o join file_bytes b on b.file_id = o.id left join members m on m.id = o.member_id
      where o.community_id = ${id} and (exists (select from resources r where r.file_id = o.id and ${live('r')}) or exists (select from attachments a where a.file_id = o.id)) order by o.created_at, o.id`,
  ],
  [
    'post',
    (id) =>
      from(
        sql`o.title, o.body, o.url, o.topics, o.link, not o.link_preview as "plainLink", coalesce((select jsonb_agg(a.file_id::text order by a.position, a.file_id) from attachments a where a.object_id = o.id), '[]') as files, ${written}`,
        'posts',
        authored,
        id,
      ),
  ],
  [
    'question',
    (id) =>
      from(
        sql`o.kind, o.title, o.body, o.topics, o.details, o.anonymous,
          case when o.about_url is not null then jsonb_strip_nulls(jsonb_build_object('url', o.about_url, 'title', o.about_title)) end as about,
          ${time(sql`o.closed_at`)} as "closedAt", ${key('closer')} as "closedBy", o.closed_reason as "closedReason", o.closed_note as "closedNote",
          case when coalesce(o.accepted_at, o.reminded_at, o.unreminded_at) is not null then jsonb_strip_nulls(jsonb_build_object('at', ${time(sql`o.accepted_at`)},
            'remindedAt', ${time(sql`o.reminded_at`)}, 'unremindedAt', ${time(sql`o.unreminded_at`)})) end as acceptance,
          case when o.ladder_started_at is not null then jsonb_strip_nulls(jsonb_build_object('startedAt', ${time(sql`o.ladder_started_at`)},
            'step', o.ladder_step, 'dueAt', ${time(sql`o.ladder_due_at`)})) end as ladder, ${written}`,
        'questions',
        sql`${authored} left join members closer on closer.id = o.closed_by_id`,
        id,
        kept('o', id),
      ),
  ],
  [
    'resource',
    (id) =>
      from(
        sql`kind, title, description, o.url, o.file_id::text as file, creator, published_on as "publishedOn", language, licence, o.topics,
          o.status, o.status_note as "statusNote", o.link, ${key('keeper')} as steward, o.review_on::text as "reviewOn",
          ${time(sql`o.reviewed_at`)} as "reviewedAt", ${key('reviewer')} as "reviewedBy", (select ${key('q')} from questions q where q.id = o.question_id and ${kept('q', id)}) as question,
          case when o.pending is not null then jsonb_build_object('content', o.pending, 'by', ${key('proposer')}, 'at', ${time(sql`o.pending_at`)}, 'returned', o.pending_note) end as change, ${written}`,
        'resources',
        sql`${authored} left join members proposer on proposer.id = o.pending_by_id left join members keeper on keeper.id = o.steward_id left join members reviewer on reviewer.id = o.reviewed_by_id`,
        id,
      ),
  ],
  [
    'answer',
    (id) =>
      from(
        sql`${key('q')} as question, o.body, q.accepted_answer_id is not distinct from o.id as accepted, ${written}`,
        'answers',
        sql`${authored} join questions q on q.id = o.question_id and ${kept('q', id)}`,
        id,
      ),
  ],
  [
    'comment',
    (id) =>
      sql`with live as not materialized (${liveObjects(id)}), all_of as (${from(sql`${object('o.object_type', 'o.object_id')} as object, o.body, o.score, ${written}`, 'comments', authored, id)}) select * from all_of where object is not null order by "createdAt", key collate "C"`,
  ],
  [
    'vote',
    (
      id,
    ) => sql`with live as not materialized (${liveObjects(id)}), all_of as (select o.source_key as key, ${object('o.object_type', 'o.object_id')} as object, ${key('m')} as member, o.value, ${time(sql`o.created_at`)} as "createdAt"
      from votes o left join members m on m.id = o.member_id where o.community_id = ${id}) select * from all_of where object is not null order by "createdAt", ${ofObject}, key collate "C", member collate "C"`,
  ],
  [
    'use',
    (
      id,
    ) => sql`with live as not materialized (${liveObjects(id)}), all_of as (select o.source_key as key, ${object('o.object_type', 'o.object_id')} as object, ${key('m')} as member, o.outcome, o.context, ${time(sql`o.created_at`)} as "createdAt", ${time(sql`o.attended_at`)} as "attendedAt"
      from uses o left join members m on m.id = o.member_id where o.community_id = ${id}) select * from all_of where object is not null order by "createdAt", ${ofObject}, key collate "C", member collate "C"`,
  ],
  [
    'endorsement',
    (id) => sql`select ${key('r')} as resource, ${key('m')} as member, e.note, ${time(sql`e.created_at`)} as "createdAt"
      from endorsements e join resources r on r.id = e.resource_id and ${live('r')} join members m on m.id = e.member_id
      where r.community_id = ${id} order by e.created_at, ${byKey('r')}, ${byKey('m')}`,
  ],
  [
    'collection',
    (id) =>
      from(
        sql`o.title, o.description, o.filter, o.featured, (select coalesce(jsonb_agg(jsonb_build_object('resource', ${key('r')}, 'note', i.note,
            'addedAt', ${time(sql`i.added_at`)}) order by i.position, ${byKey('r')}), '[]')
          from collection_items i join resources r on r.id = i.resource_id and ${live('r')} where i.collection_id = o.id) as items, ${written}`,
        'collections',
        authored,
        id,
      ),
  ],
  [
    'request',
    (id) => sql`select ${key('o')} as key, o.title, o.details, ${key('author')} as author, ${key('r')} as resource,
        ${time(sql`o.closed_at`)} as "closedAt", ${time(sql`o.created_at`)} as "createdAt", o.version, o.source
      from resource_requests o ${authored} left join resources r on r.id = o.resource_id and ${live('r')}
      where o.community_id = ${id} order by o.created_at, ${byKey('o')}`,
  ],
  [
    'save',
    (
      id,
    ) => sql`with live as not materialized (${liveObjects(id)}), all_of as (select ${object('s.object_type', 's.object_id')} as object, ${key('m')} as member, ${time(sql`s.created_at`)} as "createdAt"
      from saves s join members m on m.id = s.member_id where s.community_id = ${id}) select * from all_of where object is not null order by "createdAt", ${ofObject}, member collate "C"`,
  ],
  [
    'follow',
    (
      id,
    ) => sql`with live as not materialized (${liveObjects(id)}), all_of as (select case o.object_type when 'topic' then (select jsonb_build_object('type', 'topic', 'key', t.id)
          from topics t where t.community_id = o.community_id and t.id = o.object_id)
        else ${object('o.object_type', `(case when o.object_type <> 'topic' then o.object_id end)::uuid`)} end as object,
        ${key('m')} as member, ${time(sql`o.created_at`)} as "createdAt"
      from follows o join members m on m.id = o.member_id where o.community_id = ${id}) select * from all_of where object is not null order by "createdAt", ${ofObject}, member collate "C"`,
  ],
  [
    'same',
    (id) => sql`select ${key('q')} as question, ${key('m')} as member, ${time(sql`o.created_at`)} as "createdAt"
      from same_questions o join questions q on q.id = o.question_id and ${kept('q', id)} join members m on m.id = o.member_id
      where q.community_id = ${id} order by o.created_at, ${byKey('q')}, ${byKey('m')}`,
  ],
  [
    'help',
    (
      id,
    ) => sql`select ${key('q')} as question, ${key('m')} as member, o.ring, o.reason, ${key('b')} as "invitedBy", ${time(sql`o.asked_at`)} as "askedAt", o.outcome, ${time(sql`o.outcome_at`)} as "outcomeAt"
      from help_requests o join questions q on q.id = o.question_id and ${kept('q', id)} join members m on m.id = o.member_id left join members b on b.id = o.invited_by_id
      where o.community_id = ${id} order by o.asked_at, ${byKey('q')}, ${byKey('m')}`,
  ],
  [
    'report',
    (
      id,
    ) => sql`${withComments(id)}, all_of as (select ${object('o.object_type', 'o.object_id')} as object, ${key('m')} as member, o.reason, o.note,
        ${time(sql`o.created_at`)} as "createdAt", ${time(sql`o.closed_at`)} as "closedAt", ${key('s')} as "closedBy"
      from reports o left join members m on m.id = o.member_id left join members s on s.id = o.closed_by_id where o.community_id = ${id})
      select * from all_of where object is not null order by "createdAt", ${ofObject}, member collate "C"`,
  ],
  [
    'revision',
    (
      id,
    ) => sql`${withComments(id)}, all_of as (select ${object('o.object_type', 'o.object_id')} as object, o.version, ${key('m')} as editor,
        o.content - 'merged' as content, ${merged} as merged, o.act, o.note, ${time(sql`o.created_at`)} as "createdAt"
      from revisions o left join members m on m.id = o.editor_id where o.community_id = ${id})
      select * from all_of where object is not null order by "createdAt", ${ofObject}, version`,
  ],
  [
    'activity',
    (id) =>
      sql`${activities(id)} select key, verb, published, actor, object, target, summary, source from all_of where object is not null and (target is not null or target_id is null) order by published, key collate "C"`,
  ],
  [
    'reaction',
    (
      id,
    ) => sql`${activities(id)} select a.key as activity, ${key('m')} as member, r.kind from reactions r join all_of a on a.id = r.activity_id join members m on m.id = r.member_id
      where a.object is not null and (a.target is not null or a.target_id is null) order by a.key collate "C", ${byKey('m')}, r.kind`,
  ],
  [
    'merge',
    (id) => sql`select ${key('q')} as question, ${key('t')} as "into", ${time(sql`q.deleted_at`)} as at
      from questions q join questions t on t.id = q.merged_into_id where q.community_id = ${id} and q.deleted_at is not null and ${kept('q', id)}
      order by q.deleted_at, ${byKey('q')}`,
  ],
];

/**
 * The archive of a community, line by line without line ends, as of one moment; what was deleted is not in it.
 * It holds personal data: profiles with all their fields, and the identities that members sign in with.
 * @throws PlainError when there is no such community
 */
export async function exportArchive(
  db: Db,
  community: string,
  write: (lines: string[]) => Promise<void>,
): Promise<Map<RecordType, number>> {
  const counts = new Map<RecordType, number>();
  await db.transaction(
    async (tx) => {
      const found = await rows(tx, sql`select 1 from communities where id = ${community}`);
      if (found.length === 0) throw new PlainError(`There is no community “${community}”.`);
      await write([JSON.stringify(ARCHIVE)]);
      for (const [type, query] of queries) {
        for await (const page of pages(tx, query(community), type === 'file' ? FILE_PAGE : PAGE)) {
          counts.set(type, (counts.get(type) ?? 0) + page.length);
          await write(page.map((row) => lineOf(type, row)));
        }
      }
      const records = [...counts.values()].reduce((sum, count) => sum + count, 0);
      await write([JSON.stringify({ type: 'end', records })]);
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
  return counts;
}

function lineOf(type: RecordType, row: Record<string, unknown>): string {
  // Line breaks are how PostgreSQL writes base64.
  if (typeof row.base64 === 'string') row.base64 = row.base64.replace(/\n/g, '');
  const record = { type, ...row };
  return toLine(ArchiveRecord.parse(record));
}

/** A cursor in the database: memory holds a page, however long the table. */
async function* pages(tx: Db, query: SQL, size: number): AsyncGenerator<Record<string, unknown>[]> {
  await tx.execute(sql`declare export_rows no scroll cursor for ${query}`);
  for (;;) {
    const page = await rows<Record<string, unknown>>(tx, sql`fetch ${sql.raw(String(size))} from export_rows`);
    if (page.length > 0) yield page;
    if (page.length < size) break;
  }
  await tx.execute(sql`close export_rows`);
}
