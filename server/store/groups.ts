import { sql, type SQL } from 'drizzle-orm';
import { rows, type Db } from './database.js';
import { inDirectory, inGroups, seen, type Reader } from './members.js';
import { members } from './schema.js';

/*
 * Groups and cohorts are names on profiles. Who has left the directory, or shows their groups to others than the reader, is in none of them.
 */

/** More than these nobody reads through. */
const MOST = 100;

/** Those in a group, as far as the reader may see who is in it. As in the directory, any of several groups will do. */
export const membersIn = (communityId: string, groups: readonly string[], reader: Reader): SQL =>
  sql`(select ${members.id} from ${members} where ${inDirectory(communityId)} and ${inGroups(groups, reader)})`;

/** The groups of a community, the largest first, with how many are in them as far as the reader may see it. */
export function listGroups(db: Db, communityId: string, reader: Reader): Promise<{ name: string; count: number }[]> {
  return rows(
    db,
    sql`select each.name, count(*)::int as count
      from ${members}, lateral (select distinct one ->> 'name' as name from jsonb_array_elements(${members.groups}) as one) as each
      where ${inDirectory(communityId)} and ${members.groups} <> '[]'::jsonb and ${seen('groups', reader)}
      group by each.name order by count desc, each.name limit ${MOST}`,
  );
}
