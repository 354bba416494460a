import type { z } from '@hono/zod-openapi';
import { demand, editing, questionActions } from '../auth/policy.js';
import type { Session } from '../auth/session.js';
import type { Api, RequestContext } from '../context.js';
import {
  acceptAnswer,
  createQuestion,
  deleteQuestion,
  getQuestion,
  listQuestions,
  unacceptAnswer,
  updateQuestion,
  voteOnQuestion,
  type Question,
  type QuestionPatch,
  type QuestionSummary,
} from '../contract/questions.js';
import { demandVersion, expectedVersion, setEtag } from '../http/etag.js';
import { excerpt } from '../text.js';
import { Problem, invalidField } from '../problem.js';
import { findAnswer } from '../store/answers.js';
import { isUuid } from '../store/cursor.js';
import type { Db } from '../store/database.js';
import { labelled } from '../store/facets.js';
import { withMention } from '../store/mentions.js';
import * as store from '../store/questions.js';
import { ensureTopics, topicLabels, topicRefs } from '../store/topics.js';
import { contextsOfQuestions, useSummary } from '../store/uses.js';
import { setVote, votesOf } from '../store/votes.js';
import { memberOf, memberRef, sourceOf, time, timeOrNull } from './refs.js';

type Summary = z.infer<typeof QuestionSummary>;
type View = z.infer<typeof Question>;

export function registerQuestions(app: Api): void {
  registerReads(app);
  registerWrites(app);
  registerAssessments(app);
}

function registerReads(app: Api): void {
  app.openapi(listQuestions, async (c) => {
    const [db, community, session] = [c.get('db'), c.get('community'), c.get('session')];
    const { mine, followed, facets = false, limit, cursor, sort, ...filters } = c.req.valid('query');
    const by = mine ? (session.member?.id ?? null) : undefined;
    const page = await store.listQuestions(db, community.id, {
      filters: { ...filters, by, followedBy: followed ? (session.member?.id ?? null) : undefined },
      sort,
      facets,
      limit,
      cursor,
    });
    const counts = page.facets;
    const ids = [...page.items.flatMap(({ question }) => question.topics), ...(counts?.topic ?? []).map(({ value }) => value)];
    const labels = await topicLabels(db, community.id, ids);
    const items = await showAll(db, page.items, session, labels);
    return c.json(
      {
        items,
        nextCursor: page.nextCursor,
        total: page.total,
        facets: counts && { kind: labelled(counts.kind, new Map()), topic: labelled(counts.topic, labels) },
      },
      200,
    );
  });
  app.openapi(getQuestion, async (c) => c.json(await read(c, c.req.param('id')), 200));
}

function registerWrites(app: Api): void {
  app.openapi(createQuestion, async (c) => {
    const [db, community] = [c.get('db'), c.get('community')];
    const { topics, ...text } = c.req.valid('json');
    const ids = await ensureTopics(db, community.id, topics);
    const id = await store.insertQuestion(db, community.id, memberOf(c.get('session')).id, {
      ...text,
      excerpt: excerpt(text.body),
      topics: ids,
    });
    return c.json(await read(c, id), 201);
  });
  app.openapi(updateQuestion, async (c) => {
    const expected = expectedVersion(c);
    const { question } = await load(c, 'edit');
    demandVersion(expected, question.version);
    await store.updateQuestion(c.get('db'), question, memberOf(c.get('session')).id, await textOf(c, c.req.valid('json')));
    return c.json(await read(c, question.id), 200);
  });
  app.openapi(deleteQuestion, async (c) => {
    const expected = expectedVersion(c);
    const { question } = await load(c, 'delete', 'Somebody has answered already: ask a steward.');
    demandVersion(expected, question.version);
    await store.deleteQuestion(c.get('db'), question.communityId, question.id);
    return c.body(null, 204);
  });
}

function registerAssessments(app: Api): void {
  app.openapi(voteOnQuestion, async (c) => {
    const { question } = await load(c, 'vote', 'One’s own question can’t be voted on.');
    await setVote(
      c.get('db'),
      question.communityId,
      memberOf(c.get('session')).id,
      { type: 'question', id: question.id },
      c.req.valid('json').value,
    );
    return c.json(await read(c, question.id), 200);
  });
  app.openapi(acceptAnswer, async (c) => {
    const { question } = await load(c, 'accept', 'The asker accepts an answer.');
    const { answerId } = c.req.valid('json');
    const found = isUuid(answerId) ? await findAnswer(c.get('db'), question.communityId, answerId) : undefined;
    if (found?.answer.questionId !== question.id) throw invalidField('/answerId', 'unknown', 'This question has no such answer.');
    await store.acceptAnswer(c.get('db'), question.communityId, question, found.answer, memberOf(c.get('session')).id);
    return c.json(await read(c, question.id), 200);
  });
  app.openapi(unacceptAnswer, async (c) => {
    const { question } = await load(c, 'accept', 'The asker accepts an answer.');
    await store.unacceptAnswer(c.get('db'), question.communityId, question);
    return c.json(await read(c, question.id), 200);
  });
}

/** The question of a write, its row held, after the policy has agreed. @throws Problem not-found, forbidden */
async function load(c: RequestContext, action: View['viewer']['can'][number], why?: string): Promise<store.QuestionRow> {
  const row = await store.findQuestion(c.get('db'), c.get('community').id, c.req.param('id') ?? '', 'lock');
  if (!row) throw new Problem('not-found', 'There is no such question.');
  const can = actionsOn(row, c.get('session'));
  demand(c.get('session'), can, action === 'edit' ? editing(can) : action, why);
  return row;
}

async function textOf(c: RequestContext, { topics, ...patch }: z.infer<typeof QuestionPatch>): Promise<Partial<store.QuestionText>> {
  const ids = topics && (await ensureTopics(c.get('db'), c.get('community').id, topics));
  return { ...patch, ...(patch.body !== undefined && { excerpt: excerpt(patch.body) }), ...(ids && { topics: ids }) };
}

/** A question as this person sees it now, with its ETag. @throws Problem not-found */
async function read(c: RequestContext, id: string): Promise<View> {
  const [db, community] = [c.get('db'), c.get('community')];
  const row = await store.findQuestion(db, community.id, id);
  if (!row) throw new Problem('not-found', 'There is no such question.');
  setEtag(c, row.question.version);
  const labels = await topicLabels(db, community.id, row.question.topics);
  const [view] = await showAll(db, [row], c.get('session'), labels);
  if (!view) throw new Problem('not-found');
  return { ...view, body: await withMention(db, community.id, row.question.body) };
}

export const actionsOn = ({ question, author }: store.QuestionRow, session: Session) =>
  questionActions(session, { ...question, authorHere: author !== null && author.joinedAt !== null });

async function showAll(
  db: Db,
  found: readonly store.QuestionRow[],
  session: Session,
  labels: ReadonlyMap<string, string>,
): Promise<Summary[]> {
  const questions = found.map(({ question }) => question);
  const votes = await votesOf(
    db,
    session.member?.id,
    questions.map(({ id }) => id),
  );
  const contexts = await contextsOfQuestions(db, questions);
  return found.map((row) => {
    const { question } = row;
    return {
      id: question.id,
      kind: question.kind,
      title: question.title,
      excerpt: question.excerpt,
      topics: topicRefs(labels, question.topics),
      author: memberRef(row.author),
      createdAt: time(question.createdAt),
      updatedAt: time(question.updatedAt),
      editedAt: timeOrNull(question.editedAt),
      version: question.version,
      score: question.score,
      answerCount: question.answerCount,
      commentCount: question.commentCount,
      acceptedAnswerId: question.acceptedAnswerId,
      closedAt: timeOrNull(question.closedAt),
      uses: useSummary(question, contexts.get(question.id)),
      viewer: { vote: votes.get(question.id) ?? 0, can: actionsOn(row, session) },
      source: sourceOf(question.source),
    };
  });
}
