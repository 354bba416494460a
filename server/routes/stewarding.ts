import { demand, questionActions } from '../auth/policy.js';
import type { Api, RequestContext } from '../context.js';
import {
  closeQuestion,
  draftGuide,
  mergeQuestion,
  mergeTopic,
  reopenQuestion,
  takeThanksBack,
  thankForAnswer,
  unmergeQuestion,
  unmergeTopic,
  updateTopic,
} from '../contract/stewarding.js';
import { guideText } from '../guide.js';
import { Problem, invalidField } from '../problem.js';
import { isUuid } from '../store/cursor.js';
import { findAnswer } from '../store/answers.js';
import * as merging from '../store/merging.js';
import { findQuestion, type QuestionColumns } from '../store/questions.js';
import * as store from '../store/stewarding.js';
import * as topics from '../store/topic-care.js';
import { readAnswer } from './answers.js';
import { loadQuestion, readQuestion } from './questions.js';
import { memberOf } from './refs.js';

const me = (c: RequestContext) => memberOf(c.get('session')).id;

export function registerStewarding(app: Api): void {
  registerClosing(app);
  registerMerging(app);
  registerTopicCare(app);
  app.openapi(draftGuide, async (c) => {
    const { question } = await loadQuestion(c, 'moderate');
    const answers = await store.answersForGuide(c.get('db'), question);
    const title = question.title;
    const id = await store.insertGuide(c.get('db'), question, me(c), { title, description: guideText(question, answers) });
    return c.json({ resource: { type: 'resource' as const, id, title, url: null } }, 201);
  });
  app.openapi(thankForAnswer, async (c) => {
    const { answer } = await answerOf(c);
    if (answer.authorId === me(c)) throw new Problem('forbidden', 'Nobody thanks themselves.');
    await store.thank(c.get('db'), me(c), answer, c.req.valid('json').note);
    return c.json(await readAnswer(c, answer.id), 200);
  });
  app.openapi(takeThanksBack, async (c) => {
    const { answer } = await answerOf(c);
    await store.takeThanksBack(c.get('db'), me(c), answer);
    return c.json(await readAnswer(c, answer.id), 200);
  });
}

async function answerOf(c: RequestContext) {
  const row = await findAnswer(c.get('db'), c.get('community').id, c.req.param('id') ?? '', 'lock');
  if (!row) throw new Problem('not-found', 'There is no such answer.');
  return row;
}

function registerClosing(app: Api): void {
  app.openapi(closeQuestion, async (c) => {
    const { question } = await loadQuestion(c, 'close', 'The asker or a steward closes a question.');
    await store.closeQuestion(c.get('db'), question, me(c), c.req.valid('json'));
    return c.json(await readQuestion(c, question.id), 200);
  });
  app.openapi(reopenQuestion, async (c) => {
    const { question } = await loadQuestion(c, 'reopen', 'Who closed it opens it, or a steward.');
    await store.reopenQuestion(c.get('db'), question, me(c));
    return c.json(await readQuestion(c, question.id), 200);
  });
}

function registerMerging(app: Api): void {
  app.openapi(mergeQuestion, async (c) => {
    const id = c.req.param('id').toLowerCase();
    const { note, ...body } = c.req.valid('json');
    const into = body.into.toLowerCase();
    const [db, communityId] = [c.get('db'), c.get('community').id];
    if (id === into) throw invalidField('/into', 'same', 'A question is not merged into itself.');
    if (!isUuid(into)) throw invalidField('/into', 'unknown', 'There is no such question.');
    // In one order for all, so that two stewards never wait for each other.
    const both = new Map<string, QuestionColumns>();
    for (const one of [id, into].sort()) {
      const row = await findQuestion(db, communityId, one, 'lock');
      if (row) both.set(one, row.question);
    }
    const [from, target] = [both.get(id), both.get(into)];
    if (!from) throw new Problem('not-found', 'There is no such question.');
    if (!target) throw invalidField('/into', 'unknown', 'There is no such question.');
    demand(c.get('session'), questionActions(c.get('session'), { ...from, authorHere: true }), 'moderate');
    await merging.mergeQuestions(db, from, target, me(c), note);
    return c.json(await readQuestion(c, target.id), 200);
  });
  app.openapi(unmergeQuestion, async (c) => {
    const [db, communityId] = [c.get('db'), c.get('community').id];
    const from = await merging.lockMerged(db, communityId, c.req.param('id'));
    const into = from?.mergedIntoId ? await findQuestion(db, communityId, from.mergedIntoId, 'lock') : undefined;
    if (!from || !into) throw new Problem('not-found', 'It is not merged into a question that is there.');
    await merging.unmergeQuestion(db, from, into.question, me(c));
    return c.json(await readQuestion(c, from.id), 200);
  });
}

function registerTopicCare(app: Api): void {
  const load = async (c: RequestContext, id: string) => {
    const topic = await topics.findTopic(c.get('db'), c.get('community').id, id);
    if (!topic) throw new Problem('not-found', 'There is no such topic.');
    return topic;
  };
  app.openapi(updateTopic, async (c) => {
    const [db, communityId] = [c.get('db'), c.get('community').id];
    const topic = await load(c, c.req.valid('param').topic);
    const { label, aliases } = c.req.valid('json');
    if (label !== undefined) await topics.nameTopic(db, communityId, topic.id, label);
    const taken = aliases && (await topics.setAliases(db, communityId, topic.id, aliases));
    if (taken !== undefined)
      throw invalidField(`/aliases/${aliases?.indexOf(taken) ?? 0}`, 'taken', `“${taken}” is a topic of its own; merge it instead.`);
    return c.json(await load(c, topic.id), 200);
  });
  app.openapi(mergeTopic, async (c) => {
    const from = await load(c, c.req.valid('param').topic);
    const { into } = c.req.valid('json');
    const target = from.id === into ? undefined : await topics.findTopic(c.get('db'), c.get('community').id, into);
    if (!target) throw invalidField('/into', 'unknown', 'There is no such other topic.');
    await topics.mergeTopics(c.get('db'), c.get('community').id, from, target.id);
    return c.json(await load(c, target.id), 200);
  });
  app.openapi(unmergeTopic, async (c) => {
    const { topic } = c.req.valid('param');
    if (!(await topics.unmergeTopic(c.get('db'), c.get('community').id, topic)))
      throw new Problem('not-found', 'No such topic was merged.');
    return c.json(await load(c, topic), 200);
  });
}
