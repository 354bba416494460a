import { sql } from 'drizzle-orm';
import { rows, type Db } from './database.js';

/** Who is named with a resource; the others are counted. */
const SHOWN = 5;

export interface EndorsementRow {
  note: string;
  createdAt: Date;
  member: { id: string; name: string; avatarUrl: string | null; url: string | null; demo: boolean };
}

/** The newest endorsements of each resource, by its id. */
export async function endorsementsOf(
  db: Db,
  resources: readonly { id: string; endorsementCount: number }[],
): Promise<Map<string, EndorsementRow[]>> {
  const ids = resources.filter(({ endorsementCount }) => endorsementCount > 0).map(({ id }) => sql`${id}::uuid`);
  const found = new Map<string, EndorsementRow[]>();
  if (ids.length === 0) return found;
  const some = await rows<EndorsementRow & { key: string }>(
    db,
    sql`select key, note, created_at as "createdAt", member from (
        select e.resource_id as key, e.note, e.created_at,
          jsonb_build_object('id', m.id, 'name', m.name, 'avatarUrl', m.avatar_url, 'url', m.url, 'demo', m.demo) as member,
          row_number() over (partition by e.resource_id order by e.created_at desc, e.member_id) as place
        from endorsements e join members m on m.id = e.member_id where e.resource_id in (${sql.join(ids, sql`, `)})
      ) as placed where place <= ${SHOWN} order by key, place`,
  );
  for (const { key, createdAt, ...row } of some) found.set(key, [...(found.get(key) ?? []), { ...row, createdAt: new Date(createdAt) }]);
  return found;
}

/** Which of these resources a member stands for. */
export async function endorsedBy(db: Db, memberId: string | undefined, ids: readonly string[]): Promise<Set<string>> {
  if (memberId === undefined || ids.length === 0) return new Set();
  const list = sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const found = await rows<{ id: string }>(
    db,
    sql`select resource_id as id from endorsements where member_id = ${memberId} and resource_id in (${list})`,
  );
  return new Set(found.map(({ id }) => id));
}
