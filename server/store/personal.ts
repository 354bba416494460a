import { sql, type SQL } from 'drizzle-orm';
import { rows, type Db } from './database.js';

/*
 * All that the tables keep of a person, in one place: what of it they can take out, and (in leaving.ts) what goes with them.
 * `PERSONAL` names every column that points to a member; a test compares it with the schema, so that a new one can't be forgotten.
 */

/** Made by the database for search and sorting, or of the import alone. */
const INTERNAL = ['search', 'search_members', 'search_stewards', 'sort_name', 'sort_title', 'excerpt', 'source_key', 'url_key'];

interface Personal {
  /** In plain words, for the readme. */
  words: string;
  /** The columns given out; else all of the row's: it is the member's own. Rows of others show no more than what one did with them. */
  only?: readonly string[];
}

/** By `table.column`. */
export const PERSONAL: Readonly<Record<string, Personal>> = {
  'members.id': { words: 'Your profile with all its settings.' },
  'identities.member_id': { words: 'What you sign in with.' },
  'questions.author_id': { words: 'Questions you asked.' },
  'questions.closed_by_id': { words: 'Questions you closed.', only: ['id', 'title', 'closed_at', 'closed_reason'] },
  'answers.author_id': { words: 'Answers you gave.' },
  'comments.author_id': { words: 'Comments you wrote.' },
  'votes.member_id': { words: 'Your votes.' },
  'revisions.editor_id': { words: 'Earlier states of texts, written by you.' },
  'reports.member_id': { words: 'What you asked the stewards to look at.' },
  'reports.closed_by_id': { words: 'Reports you saw to.', only: ['id', 'object_type', 'object_id', 'closed_at'] },
  'follows.member_id': { words: 'What you follow.' },
  'same_questions.member_id': { words: 'Questions that you have as well.' },
  // Not by whom: the question may be asked without a name.
  'help_requests.member_id': {
    words: 'When you were asked to help, and why.',
    only: ['id', 'community_id', 'question_id', 'member_id', 'ring', 'reason', 'asked_at', 'outcome', 'outcome_at'],
  },
  'help_requests.invited_by_id': { words: 'Whom you asked to help.', only: ['question_id', 'member_id', 'asked_at'] },
  'mentions.member_id': { words: 'Where you are named by “@”.' },
  'saves.member_id': { words: 'What you kept for later.' },
  'uses.member_id': { words: 'What you used, and how it went.' },
  'resources.author_id': { words: 'Resources you suggested.' },
  'resources.steward_id': { words: 'Resources you look after.', only: ['id', 'title', 'review_on'] },
  'resources.reviewed_by_id': { words: 'Resources you looked through again.', only: ['id', 'title', 'reviewed_at'] },
  'resources.pending_by_id': {
    words: 'Changes of resources you wrote that no steward has accepted yet.',
    only: ['id', 'title', 'pending', 'pending_note'],
  },
  'endorsements.member_id': { words: 'Resources you stand for.' },
  'collections.author_id': { words: 'Collections you made.' },
  'resource_requests.author_id': { words: 'Resources you looked for.' },
  'files.member_id': { words: 'Files you uploaded; the files themselves are to be had from their pages.' },
  'posts.author_id': { words: 'News you wrote.' },
  'activities.actor_id': { words: 'What the feed tells of you.' },
  'reactions.member_id': { words: 'Your reactions in the feed.' },
  'idempotency.member_id': { words: 'Keys of what you sent lately, kept for a day.', only: ['key', 'created_at'] },
};

export interface PersonalData {
  readme: string[];
  tables: Record<string, Record<string, unknown>[]>;
}

const [QUOTE, LIST] = [
  (name: string) => sql`${sql.identifier(name)}`,
  (names: readonly string[]) =>
    sql.join(
      names.map((name) => sql`${name}`),
      sql`, `,
    ),
];

/** The rows of one column. */
function rowsOf(key: string, { only }: Personal, memberId: string): SQL {
  const [table = '', column = ''] = key.split('.');
  // Whose votes and follows a merge moved is theirs.
  const whole = sql`(to_jsonb(t) - array[${LIST(INTERNAL)}]::text[]) #- '{content,merged}'`;
  const some =
    only && sql`(select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(t)) where key = any(array[${LIST(only)}]::text[]))`;
  return sql`select ${some ?? whole} as row from ${QUOTE(table)} t where t.${QUOTE(column)} = ${memberId}::uuid`;
}

/** All that is kept of a member, as of one moment; what is deleted is in it as long as it is kept. */
export async function personalData(db: Db, memberId: string): Promise<PersonalData> {
  const tables: PersonalData['tables'] = {};
  const readme = ['All that this community keeps of you, by the tables it is kept in. Times are in UTC.'];
  for (const [key, personal] of Object.entries(PERSONAL)) {
    const found = await rows<{ row: Record<string, unknown> }>(db, rowsOf(key, personal, memberId));
    if (found.length === 0) continue;
    const name = key.endsWith('.id') || !personal.only ? (key.split('.')[0] ?? key) : key;
    tables[name] = found.map(({ row }) => row);
    readme.push(`${name}: ${personal.words}`);
  }
  return { readme: [...readme, 'Texts that you have begun and not sent are kept in your browser alone.'], tables };
}
