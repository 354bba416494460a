import assert from 'node:assert/strict';
import { BlockList } from 'node:net';
import { after, before, test } from 'node:test';
import { eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { rows } from '../../server/store/database.js';
import { deleteLeavers } from '../../server/store/leaving.js';
import { PERSONAL } from '../../server/store/personal.js';
import {
  activities,
  answers,
  attachments,
  collections,
  comments,
  endorsements,
  files,
  follows,
  helpRequests,
  identities,
  members,
  mentions,
  posts,
  questions,
  reactions,
  resourceRequests,
  resources,
  revisions,
  reports,
  sameQuestions,
  saves,
  uses,
  votes,
} from '../../server/store/schema.js';
import { COMMUNITY, startServer, type Harness } from './harness.js';

interface Member {
  id: string;
  name: string;
  version: number;
  deletionDueAt: string | null;
  groups: { name: string; role: string | null }[];
  viewer: { can: string[] };
}
interface Export {
  readme: string[];
  tables: Record<string, Record<string, unknown>[]>;
}

const NAME = 'Nora Quillfeather';
const DAY = 86_400_000;
let server: Harness;
let nora: string;
const their: Record<'question' | 'answer' | 'comment' | 'post' | 'others' | 'vote' | 'use', string> = {
  question: uuidv7(),
  answer: uuidv7(),
  comment: uuidv7(),
  post: uuidv7(),
  others: uuidv7(),
  vote: uuidv7(),
  use: uuidv7(),
};

const at = { communityId: COMMUNITY };
const asNora = <T = Member>(method: string, path: string, body?: object, more: Record<string, string> = {}) =>
  server.ask<T>(
    method,
    server.url(path),
    { 'x-user': 'nora', 'x-name': NAME, ...(body && { 'content-type': 'application/json' }), ...more },
    body && JSON.stringify(body),
  );

/** Something of hers in every table that can hold it. */
async function fill(): Promise<void> {
  const { db } = server.database;
  const { anna, ben } = server.ids;
  const link = `[@${NAME}](member:${nora})`;
  await db.insert(questions).values([
    { ...at, id: their.question, title: 'Asked by her', body: 'Why?', excerpt: 'Why?', authorId: nora, answerCount: 1 },
    {
      ...at,
      id: their.others,
      title: 'Asked by Anna',
      body: `Does ${link} know?`,
      excerpt: `Does @${NAME} know?`,
      authorId: anna,
      closedById: nora,
      sameCount: 1,
    },
  ]);
  await db.insert(answers).values({
    ...at,
    id: their.answer,
    questionId: their.others,
    body: 'Because.',
    excerpt: 'Because.',
    authorId: nora,
    score: 1,
    usesWorked: 1,
  });
  await db.insert(comments).values([
    { ...at, id: their.comment, objectType: 'question', objectId: their.others, threadId: their.others, body: 'Hm.', authorId: nora },
    {
      ...at,
      id: uuidv7(),
      objectType: 'question',
      objectId: their.others,
      threadId: their.others,
      body: `Thanks, ${link}!`,
      authorId: ben,
    },
  ]);
  await db.insert(posts).values({ ...at, id: their.post, body: 'News.', authorId: nora });
  await db.insert(votes).values({ ...at, id: their.vote, objectType: 'answer', objectId: server.ids.answer, memberId: nora, value: 1 });
  await db.insert(uses).values({
    ...at,
    id: their.use,
    objectType: 'answer',
    objectId: server.ids.answer,
    memberId: nora,
    outcome: 'worked',
    context: 'in Kiel',
  });
  await db.update(answers).set({ score: 1, usesWorked: 1 }).where(eq(answers.id, server.ids.answer));
  await db.insert(revisions).values({
    ...at,
    id: uuidv7(),
    objectType: 'question',
    objectId: their.others,
    version: 1,
    editorId: nora,
    content: { body: `As ${link} says` },
  });
  await db.insert(follows).values([
    { ...at, memberId: nora, objectType: 'topic', objectId: 'equity' },
    { ...at, memberId: anna, objectType: 'member', objectId: nora },
  ]);
  await db.insert(reports).values({
    ...at,
    id: uuidv7(),
    objectType: 'question',
    objectId: their.others,
    threadId: their.others,
    memberId: nora,
    reason: 'other',
  });
  await db.insert(sameQuestions).values({ questionId: their.others, memberId: nora });
  await db.insert(helpRequests).values([
    { ...at, id: uuidv7(), questionId: their.others, memberId: nora, ring: 1, reason: { kind: 'offer' } },
    { ...at, id: uuidv7(), questionId: their.question, memberId: ben, ring: 0, reason: { kind: 'invited' }, invitedById: nora },
  ]);
  await db.insert(mentions).values({ ...at, objectType: 'question', objectId: their.others, memberId: nora });
  await db.insert(saves).values({ ...at, memberId: nora, objectType: 'question', objectId: their.others });
  const file = (name: string) => ({ ...at, id: uuidv7(), memberId: nora, name, type: 'text/plain', size: 1, sha256: 'x' });
  const [ofPost, ofAnswer, loose] = [file('post.txt'), file('answer.txt'), file('loose.txt')];
  await db.insert(files).values([ofPost, ofAnswer, loose]);
  await db.insert(attachments).values([
    { ...at, objectType: 'post', objectId: their.post, fileId: ofPost.id },
    { ...at, objectType: 'answer', objectId: their.answer, fileId: ofAnswer.id },
  ]);
  const resource = uuidv7();
  await db.insert(resources).values({
    ...at,
    id: resource,
    kind: 'article',
    title: 'Shared by her',
    url: 'https://example.org/n',
    authorId: nora,
    stewardId: nora,
    reviewedById: nora,
  });
  await db.insert(endorsements).values({ resourceId: server.ids.resource, memberId: nora });
  await db.update(resources).set({ endorsementCount: 1 }).where(eq(resources.id, server.ids.resource));
  await db.insert(collections).values({ ...at, id: uuidv7(), title: 'Hers', authorId: nora });
  await db.insert(resourceRequests).values({ ...at, id: uuidv7(), title: 'Looked for', authorId: nora });
  const activity = uuidv7();
  await db.insert(activities).values([
    { ...at, id: activity, type: 'asked', actorId: nora, objectType: 'question', objectId: their.question },
    { ...at, id: uuidv7(), type: 'asked', actorId: anna, objectType: 'question', objectId: their.others, summary: `Does @${NAME} know?` },
  ]);
  await db.insert(reactions).values({ activityId: activity, memberId: nora, kind: 'thanks' });
}

/** Rows of any table in which a text stands. */
async function mentioning(text: string): Promise<string[]> {
  const { db } = server.database;
  const tables = await rows<{ name: string }>(
    db,
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [hit] = await rows<{ n: number }>(
      db,
      sql`select count(*)::int as n from ${sql.identifier(name)} t where to_jsonb(t)::text ilike ${`%${text}%`}`,
    );
    if (hit?.n) found.push(name);
  }
  return found;
}

before(async () => {
  const trustedProxies = new BlockList();
  trustedProxies.addAddress('127.0.0.1');
  server = await startServer({ proxy: { userHeader: 'x-user', nameHeader: 'x-name' }, trustedProxies });
  await asNora('GET', '/session');
  const [known] = await server.database.db.select().from(identities).where(eq(identities.subject, 'nora'));
  nora = known?.memberId ?? '';
  assert.ok(nora);
  await fill();
});
after(() => server.close());

test('every column of the schema that points to a member is known to the export', async () => {
  const columns = await rows<{ key: string }>(
    server.database.db,
    sql`select distinct key from (
        select k.table_name || '.' || k.column_name as key from information_schema.referential_constraints r
          join information_schema.key_column_usage k on k.constraint_name = r.constraint_name
          join information_schema.constraint_column_usage u on u.constraint_name = r.constraint_name
          where u.table_name = 'members'
        union all
        select table_name || '.' || column_name from information_schema.columns where table_schema = 'public' and column_name = 'member_id'
      ) found`,
  );
  assert.deepEqual(Object.keys(PERSONAL).toSorted(), ['members.id', ...columns.map(({ key }) => key)].toSorted());
});

test('a member takes out all that is kept of them, and nobody else does', async () => {
  for (const persona of ['anna', 'stella'] as const)
    assert.equal((await server.as(persona).get(`/members/${nora}/export`)).status, 403, persona);
  assert.equal((await server.as('visitor').get(`/members/${nora}/export`)).status, 401);
  await asNora(
    'POST',
    '/questions',
    { kind: 'problem', title: 'A question with a key', body: 'x', topics: [] },
    { 'idempotency-key': 'key-of-nora' },
  );
  const { status, body, headers } = await asNora<Export>('GET', `/members/${nora}/export`);
  assert.equal(status, 200);
  assert.match(headers.get('content-disposition') ?? '', /attachment; filename="my-data-team-coaching\.json"/);
  const tables = new Set(Object.keys(body.tables).map((name) => name.split('.')[0]));
  assert.deepEqual(
    [...tables].toSorted(),
    [...new Set(Object.keys(PERSONAL).map((key) => key.split('.')[0]))].toSorted(),
    'something from every table',
  );
  assert.equal(body.tables.members?.[0]?.name, NAME);
  assert.equal(body.tables.votes?.[0]?.value, 1);
  assert.ok(body.readme.some((line) => line.startsWith('saves: ')));
  const text = JSON.stringify(body.tables);
  assert.ok(!text.includes('Does '), 'what others wrote is not in it');
  assert.ok(!text.includes('search'));
});

test('an account is deleted a day after its member asked for it by its name, unless they think better of it', async () => {
  const path = `/members/${nora}/deletion`;
  assert.equal((await server.as('stella').post(path, { name: NAME })).status, 403);
  assert.equal((await asNora('POST', path, { name: 'Nora' })).status, 422);
  const asked = await asNora('POST', path, { name: ` ${NAME.toUpperCase()} ` });
  assert.equal(asked.status, 200);
  const due = Date.parse(asked.body.deletionDueAt ?? '');
  assert.ok(Math.abs(due - Date.now() - DAY) < 60_000);
  assert.equal((await server.as('stella').get<Member>(`/members/${nora}`)).body.deletionDueAt, null, 'it is nobody else’s business');
  assert.equal(await deleteLeavers(server.database.db, new Date(due - 1000)), 0);
  assert.equal((await asNora('DELETE', path)).body.deletionDueAt, null);
  assert.equal(await deleteLeavers(server.database.db, new Date(due + DAY)), 0, 'kept');
});

test('who has left is nowhere any more, and what they wrote for others stays', async () => {
  await asNora('POST', `/members/${nora}/deletion`, { name: NAME });
  await server.as('anna').get(`/questions/${their.others}`);
  assert.equal(await deleteLeavers(server.database.db, new Date(Date.now() + 2 * DAY)), 1);
  assert.deepEqual(await mentioning(nora), [], 'the id');
  assert.deepEqual(await mentioning(NAME), [], 'the name');
  assert.deepEqual(await mentioning('nora'), [], 'what they signed in with');

  const thread = await server.as('anna').get<{ author: unknown; body: string; excerpt: string }>(`/questions/${their.others}`);
  assert.equal(thread.body.body, 'Does a former member know?');
  assert.equal(thread.body.excerpt, 'Does a former member know?');
  assert.equal((await server.as('anna').get<{ author: unknown }>(`/questions/${their.question}`)).body.author, null);
  const { body: given } = await server
    .as('anna')
    .get<{ items: { id: string; body: string; author: unknown }[] }>(`/questions/${their.others}/answers`);
  assert.deepEqual(
    given.items.map(({ id, body, author }) => [id, body, author]),
    [[their.answer, 'Because.', null]],
  );
  const { db } = server.database;
  const [vote] = await db.select().from(votes).where(eq(votes.id, their.vote));
  assert.deepEqual([vote?.memberId, vote?.value], [null, 1], 'the vote keeps counting');
  const { body: used } = await server
    .as('anna')
    .get<{ items: { member: unknown; context: string }[]; total: number }>(`/uses?answer=${server.ids.answer}`);
  assert.deepEqual(
    used.items.map(({ member, context }) => [member, context]),
    [[null, 'in Kiel']],
  );
  assert.equal(used.total, 1);
  assert.equal((await db.select().from(questions).where(eq(questions.id, their.others)))[0]?.sameCount, 0);
  assert.equal((await db.select().from(resources).where(eq(resources.id, server.ids.resource)))[0]?.endorsementCount, 0);
  assert.deepEqual(
    (await db.select().from(files)).map(({ name }) => name),
    ['answer.txt'],
    'only the file that a thread stands on',
  );
});

test('who signs in again later starts anew', async () => {
  const { body } = await asNora<{ member: { id: string } }>('GET', '/session');
  assert.notEqual(body.member.id, nora);
  assert.equal(await server.database.db.$count(members, eq(members.name, NAME)), 1);
});

test('stewards say who belongs to which group, from the version that they read', async () => {
  const path = `/members/${server.ids.ben}`;
  const groups = [
    { name: 'Cohort 3', role: 'mentor' },
    { name: 'Cohort 3', role: 'mentor' },
    { name: 'North', role: null },
  ];
  const put = (persona: 'anna' | 'stella', version: string) =>
    server.as(persona).put<Member>(`${path}/groups`, { groups }, { headers: { 'if-match': version } });
  const { etag, body } = await server.as('stella').get<Member>(path);
  assert.deepEqual(body.viewer.can, ['groups']);
  assert.equal((await put('anna', '*')).status, 403);
  const { status, body: changed } = await put('stella', etag);
  assert.equal(status, 200);
  assert.deepEqual(changed.groups, groups.slice(1));
  assert.equal((await put('stella', etag)).status, 412);
  const { body: found } = await server
    .as('visitor')
    .get<{ items: Member[]; facets: { group: { value: string; count: number }[] } }>('/members?group=North&facets=true');
  assert.deepEqual(
    found.items.map(({ name }) => name),
    ['Ben Okafor'],
  );
  assert.deepEqual(
    found.facets.group.map(({ value, count }) => [value, count]),
    [
      ['Cohort 3', 1],
      ['North', 1],
    ],
  );
});
