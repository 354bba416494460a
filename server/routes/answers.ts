import type { z } from '@hono/zod-openapi';
import { answerActions, demand, editing, namesIn } from '../auth/policy.js';
import type { Session } from '../auth/session.js';
import type { Api, RequestContext } from '../context.js';
import { createAnswer, deleteAnswer, getAnswer, listAnswers, updateAnswer, voteOnAnswer, type Answer } from '../contract/answers.js';
import { demandVersion, expectedVersion, setEtag } from '../http/etag.js';
import { excerpt } from '../text.js';
import { Problem } from '../problem.js';
import * as store from '../store/answers.js';
import type { Db } from '../store/database.js';
import { withMentions } from '../store/mentions.js';
import { reopenHelp, settleHelp } from '../store/help-requests.js';
import { findQuestion } from '../store/questions.js';
import { contextsOf, useSummary, usesOf } from '../store/uses.js';
import { setVote, votesOf } from '../store/votes.js';
import { actionsOn, questionAt } from './questions.js';
import { memberOf, memberRef, sourceOf, time, timeOrNull } from './refs.js';

type View = z.infer<typeof Answer>;

export function registerAnswers(app: Api): void {
  app.openapi(listAnswers, async (c) => {
    const { sort, limit, cursor } = c.req.valid('query');
    const { question } = await questionAt(c, c.req.valid('param').id);
    const page = await store.listAnswers(c.get('db'), question.id, { sort, limit, cursor });
    return c.json(
      { items: await showAll(c.get('db'), page.rows, c.get('session')), nextCursor: page.nextCursor, total: question.answerCount },
      200,
    );
  });
  app.openapi(createAnswer, async (c) => {
    const row = await lockQuestion(c);
    demand(c.get('session'), actionsOn(row, c.get('session')), 'answer', 'The question is closed.');
    const { body } = c.req.valid('json');
    const text = { body, excerpt: excerpt(body) };
    const id = await store.insertAnswer(c.get('db'), row.question.communityId, row.question.id, memberOf(c.get('session')).id, text);
    await settleHelp(c.get('db'), row.question.id, memberOf(c.get('session')).id, c.get('now'));
    return c.json(await readAnswer(c, id), 201);
  });
  app.openapi(getAnswer, async (c) => c.json(await readAnswer(c, c.req.param('id')), 200));
  app.openapi(updateAnswer, async (c) => {
    const expected = expectedVersion(c);
    const row = await load(c, 'edit');
    demandVersion(expected, row.answer.version);
    const { body } = c.req.valid('json');
    await store.updateAnswer(c.get('db'), row, memberOf(c.get('session')).id, { body, excerpt: excerpt(body) });
    return c.json(await readAnswer(c, row.answer.id), 200);
  });
  app.openapi(deleteAnswer, async (c) => {
    const expected = expectedVersion(c);
    const row = await load(c, 'delete');
    demandVersion(expected, row.answer.version);
    await store.deleteAnswer(c.get('db'), row);
    await reopenHelp(c.get('db'), row.answer, c.get('now'));
    return c.body(null, 204);
  });
  app.openapi(voteOnAnswer, async (c) => {
    const { answer } = await load(c, 'vote', 'One’s own answer can’t be voted on.');
    await setVote(
      c.get('db'),
      answer.communityId,
      memberOf(c.get('session')).id,
      { type: 'answer', id: answer.id },
      c.req.valid('json').value,
    );
    return c.json(await readAnswer(c, answer.id), 200);
  });
}

async function lockQuestion(c: RequestContext) {
  const row = await findQuestion(c.get('db'), c.get('community').id, c.req.param('id') ?? '', 'lock');
  if (!row) throw new Problem('not-found', 'There is no such question.');
  return row;
}

/** The answer of a write, its row held, after the policy has agreed. @throws Problem not-found, forbidden */
async function load(c: RequestContext, action: View['viewer']['can'][number], why?: string): Promise<store.AnswerRow> {
  const row = await store.findAnswer(c.get('db'), c.get('community').id, c.req.param('id') ?? '', 'lock');
  if (!row) throw new Problem('not-found', 'There is no such answer.');
  const can = answerActions(c.get('session'), row.answer);
  demand(c.get('session'), can, action === 'edit' ? editing(can) : action, why);
  return row;
}

/** An answer as this person sees it now, with its ETag. @throws Problem not-found */
export async function readAnswer(c: RequestContext, id: string): Promise<View> {
  const row = await store.findAnswer(c.get('db'), c.get('community').id, id);
  const [view] = row ? await showAll(c.get('db'), [row], c.get('session')) : [];
  if (!view) throw new Problem('not-found', 'There is no such answer.');
  setEtag(c, view.version);
  return view;
}

async function showAll(db: Db, found: readonly store.AnswerRow[], session: Session): Promise<View[]> {
  const answers = found.map(({ answer }) => answer);
  const ids = answers.map(({ id }) => id);
  const votes = await votesOf(db, session.member?.id, ids);
  const uses = await usesOf(db, session.member?.id, ids);
  const contexts = await contextsOf(db, answers);
  const bodies = await withMentions(
    db,
    answers[0]?.communityId ?? '',
    answers.map(({ body }) => body),
  );
  return found.map(({ answer, accepted, author, hiddenIds }, i) => ({
    id: answer.id,
    questionId: answer.questionId,
    body: bodies[i] ?? answer.body,
    author: author && namesIn(session, author.id, hiddenIds) ? memberRef(author) : null,
    createdAt: time(answer.createdAt),
    updatedAt: time(answer.updatedAt),
    editedAt: timeOrNull(answer.editedAt),
    version: answer.version,
    score: answer.score,
    accepted,
    commentCount: answer.commentCount,
    uses: useSummary(answer, contexts.get(answer.id)),
    viewer: { vote: votes.get(answer.id) ?? 0, use: uses.get(answer.id) ?? null, can: answerActions(session, answer) },
    source: sourceOf(answer.source),
  }));
}
