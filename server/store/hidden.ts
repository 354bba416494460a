import { sql, type SQL } from 'drizzle-orm';

/**
 * The ids of those whom the thread of a question does not name: who asked it without a name, or asked without a name what was merged
 * into it, over any number of steps. What they write in the thread would give them away.
 * @param question the id of the question, as SQL; where it is none of a question, nobody is hidden
 */
export const hiddenIn = (question: SQL): SQL<string[]> => sql<string[]>`array(
  with recursive thread as (
    select own.id, own.author_id, own.anonymous from questions own where own.id in (${question})
    union select came.id, came.author_id, came.anonymous from thread join questions came on came.merged_into_id = thread.id
  ) select author_id::text from thread where anonymous and author_id is not null)`;
