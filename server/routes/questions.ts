import type { z } from '@hono/zod-openapi';
import { pageAddress } from '../about.js';
import { demand, editing, permissions, questionActions, readerOf, seesAsker } from '../auth/policy.js';
import type { Session } from '../auth/session.js';
import type { Api, RequestContext } from '../context.js';
import {
  acceptAnswer,
  createQuestion,
  deleteQuestion,
  deleteSame,
  getQuestion,
  listQuestions,
  putSame,
  unacceptAnswer,
  updateQuestion,
  voteOnQuestion,
  type Question,
  type QuestionPatch,
  type QuestionSummary,
} from '../contract/questions.js';
import { demandVersion, expectedVersion, setEtag } from '../http/etag.js';
import { rulesOf } from '../rules.js';
import { excerpt } from '../text.js';
import { Problem, invalidField } from '../problem.js';
import { findAnswer } from '../store/answers.js';
import { isUuid } from '../store/cursor.js';
import type { Db } from '../store/database.js';
import { labelled } from '../store/facets.js';
import { withMentions } from '../store/mentions.js';
import { mergedInto, mergedQuestions } from '../store/merging.js';
import { startLadder } from '../store/ladder.js';
import * as store from '../store/questions.js';
import { sameOf, setSame } from '../store/same.js';
import { revealAsker } from '../store/stewarding.js';
import { meantIds } from '../store/topic-care.js';
import { ensureTopics, topicLabels, topicRefs } from '../store/topics.js';
import { contextsOfQuestions, useSummary } from '../store/uses.js';
import { setVote, votesOf } from '../store/votes.js';
import { askedOf } from './ladder.js';
import { memberOf, memberRef, sourceOf, time, timeOrNull } from './refs.js';

type Summary = z.infer<typeof QuestionSummary>;
type View = z.infer<typeof Question>;

/** After so many days without anything new a question counts as untouched. */
const UNTOUCHED_DAYS = 30;

export function registerQuestions(app: Api): void {
  registerReads(app);
  registerWrites(app);
  registerAssessments(app);
}

function registerReads(app: Api): void {
  app.openapi(listQuestions, async (c) => {
    const [db, community, session] = [c.get('db'), c.get('community'), c.get('session')];
    const {
      mine,
      followed,
      forMe,
      forStewards,
      facets = false,
      limit,
      cursor,
      sort,
      topic,
      about,
      reported,
      untouched,
      ...filters
    } = c.req.valid('query');
    if (reported !== undefined && readerOf(session) < 2) throw new Problem('forbidden', 'Reports are for stewards.');
    const me = session.member?.id ?? null;
    const by = mine ? me : undefined;
    const page = await store.listQuestions(db, community.id, {
      filters: {
        ...filters,
        by,
        topic: topic && (await meantIds(db, community.id, topic)),
        about: about && pageAddress(about),
        reported,
        untouchedSince: untouched ? new Date(c.get('now').getTime() - UNTOUCHED_DAYS * 86_400_000) : undefined,
        followedBy: followed ? me : undefined,
        askedOf: forMe ? me : undefined,
        forStewards: forStewards ? permissions(session).includes('moderate') || null : undefined,
        seesHidden: readerOf(session) === 2 || (session.member !== null && session.member.id === filters.author),
      },
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
  app.openapi(getQuestion, async (c) => c.json(await readQuestion(c, c.req.param('id')), 200));
}

function registerWrites(app: Api): void {
  app.openapi(createQuestion, async (c) => {
    const [db, community] = [c.get('db'), c.get('community')];
    const { topics, about, anonymous = false, details = {}, ...text } = c.req.valid('json');
    if (anonymous && !rulesOf(community).anonymousQuestions)
      throw invalidField('/anonymous', 'not-allowed', 'In this community, questions are asked by name.');
    const ids = await ensureTopics(db, community.id, topics);
    const id = await store.insertQuestion(db, community.id, memberOf(c.get('session')).id, {
      ...text,
      details,
      anonymous,
      aboutUrl: about ? pageAddress(about.url) : null,
      aboutTitle: about ? about.title : null,
      excerpt: excerpt(text.body),
      topics: ids,
    });
    await startLadder(db, community, id, c.get('now'));
    return c.json(await readQuestion(c, id), 201);
  });
  app.openapi(updateQuestion, async (c) => {
    const expected = expectedVersion(c);
    const { question } = await loadQuestion(c, 'edit');
    demandVersion(expected, question.version);
    const { anonymous, ...patch } = c.req.valid('json');
    const me = memberOf(c.get('session')).id;
    if (anonymous === false && question.anonymous) {
      if (question.authorId !== me) throw new Problem('forbidden', 'Who asked tells their name themselves.');
      await revealAsker(c.get('db'), question, me);
    }
    const now = anonymous === false ? await loadQuestion(c, 'edit') : { question };
    if (Object.keys(patch).length > 0) await store.updateQuestion(c.get('db'), now.question, me, await textOf(c, patch));
    return c.json(await readQuestion(c, question.id), 200);
  });
  app.openapi(deleteQuestion, async (c) => {
    const expected = expectedVersion(c);
    const { question } = await loadQuestion(c, 'delete', 'Somebody has answered already: ask a steward.');
    demandVersion(expected, question.version);
    await store.deleteQuestion(c.get('db'), question.communityId, question.id);
    return c.body(null, 204);
  });
}

function registerAssessments(app: Api): void {
  app.openapi(voteOnQuestion, async (c) => {
    const { question } = await loadQuestion(c, 'vote', 'One’s own question can’t be voted on.');
    await setVote(
      c.get('db'),
      question.communityId,
      memberOf(c.get('session')).id,
      { type: 'question', id: question.id },
      c.req.valid('json').value,
    );
    return c.json(await readQuestion(c, question.id), 200);
  });
  const same = async (c: RequestContext, on: boolean) => {
    const { question } = await loadQuestion(c, 'same', 'It is one’s own question.');
    await setSame(c.get('db'), question.communityId, memberOf(c.get('session')).id, question.id, on);
    return readQuestion(c, question.id);
  };
  app.openapi(putSame, async (c) => c.json(await same(c, true), 200));
  app.openapi(deleteSame, async (c) => c.json(await same(c, false), 200));
  app.openapi(acceptAnswer, async (c) => {
    const { question } = await loadQuestion(c, 'accept', 'The asker accepts an answer.');
    const { answerId } = c.req.valid('json');
    const found = isUuid(answerId) ? await findAnswer(c.get('db'), question.communityId, answerId) : undefined;
    if (found?.answer.questionId !== question.id) throw invalidField('/answerId', 'unknown', 'This question has no such answer.');
    await store.acceptAnswer(c.get('db'), question.communityId, question, found.answer, memberOf(c.get('session')).id, c.get('now'));
    return c.json(await readQuestion(c, question.id), 200);
  });
  app.openapi(unacceptAnswer, async (c) => {
    const { question } = await loadQuestion(c, 'accept', 'The asker accepts an answer.');
    await store.unacceptAnswer(c.get('db'), question.communityId, question);
    return c.json(await readQuestion(c, question.id), 200);
  });
}

/** The question of a write, its row held, after the policy has agreed. @throws Problem not-found, forbidden */
export async function loadQuestion(c: RequestContext, action: View['viewer']['can'][number], why?: string): Promise<store.QuestionRow> {
  const row = await store.findQuestion(c.get('db'), c.get('community').id, c.req.param('id') ?? '', 'lock');
  if (!row) throw new Problem('not-found', 'There is no such question.');
  const can = actionsOn(row, c.get('session'));
  demand(c.get('session'), can, action === 'edit' ? editing(can) : action, why);
  return row;
}

async function textOf(
  c: RequestContext,
  { topics, ...patch }: Omit<z.infer<typeof QuestionPatch>, 'anonymous'>,
): Promise<Partial<store.QuestionText>> {
  const ids = topics && (await ensureTopics(c.get('db'), c.get('community').id, topics));
  return { ...patch, ...(patch.body !== undefined && { excerpt: excerpt(patch.body) }), ...(ids && { topics: ids }) };
}

/** A question as this person sees it now, with its ETag. @throws Problem not-found */
export async function readQuestion(c: RequestContext, id: string): Promise<View> {
  const [db, community] = [c.get('db'), c.get('community')];
  const row = await questionAt(c, id);
  setEtag(c, row.question.version);
  const labels = await topicLabels(db, community.id, row.question.topics);
  const [view] = await showAll(db, [row], c.get('session'), labels);
  if (!view) throw new Problem('not-found');
  const { body, details } = row.question;
  const others = await mergedQuestions(db, row.question.id);
  const [own = body, ...bodies] = await withMentions(db, community.id, [body, ...others.map((one) => one.body)]);
  const merged = others.map(({ anonymous, author, createdAt, ...one }, i) => ({
    ...one,
    body: bodies[i] ?? one.body,
    createdAt: time(createdAt),
    author: anonymous && !seesAsker(c.get('session'), author?.id ?? null) ? null : memberRef(author),
  }));
  return { ...view, body: own, details, merged };
}

/** The question that an address leads to: itself, or the one it was merged into. @throws Problem not-found */
export async function questionAt(c: RequestContext, id: string): Promise<store.QuestionRow> {
  const [db, communityId] = [c.get('db'), c.get('community').id];
  const here = await store.findQuestion(db, communityId, id);
  const into = here || !isUuid(id) ? undefined : await mergedInto(db, communityId, id);
  const row = here ?? (into && (await store.findQuestion(db, communityId, into)));
  if (!row) throw new Problem('not-found', 'There is no such question.');
  return row;
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
  const same = await sameOf(
    db,
    session.member?.id,
    questions.map(({ id }) => id),
  );
  const asked = await askedOf(db, session, questions);
  return found.map((row) => {
    const { question } = row;
    return {
      id: question.id,
      kind: question.kind,
      title: question.title,
      excerpt: question.excerpt,
      topics: topicRefs(labels, question.topics),
      author: seesAsker(session, question.anonymous ? question.authorId : null) ? memberRef(row.author) : null,
      anonymous: question.anonymous,
      about: question.aboutUrl === null ? null : { url: question.aboutUrl, title: question.aboutTitle ?? '' },
      createdAt: time(question.createdAt),
      updatedAt: time(question.updatedAt),
      editedAt: timeOrNull(question.editedAt),
      version: question.version,
      score: question.score,
      answerCount: question.answerCount,
      commentCount: question.commentCount,
      acceptedAnswerId: question.acceptedAnswerId,
      closedAt: timeOrNull(question.closedAt),
      closedReason: question.closedReason,
      closedNote: question.closedNote,
      sameCount: question.sameCount,
      uses: useSummary(question, contexts.get(question.id)),
      viewer: {
        vote: votes.get(question.id) ?? 0,
        same: same.has(question.id),
        can: actionsOn(row, session),
        asked: asked.get(question.id) ?? null,
      },
      source: sourceOf(question.source),
    };
  });
}
