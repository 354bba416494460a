import type { z } from '@hono/zod-openapi';
import { demand, namesIn, permissions, profileRights } from '../auth/policy.js';
import type { Session } from '../auth/session.js';
import type { Api, RequestContext } from '../context.js';
import {
  declineQuestion,
  dismissReminder,
  getLadder,
  inviteToQuestion,
  listReminders,
  undeclineQuestion,
  type AskedGroup,
  type HelpRequest,
  type Ladder,
} from '../contract/ladder.js';
import { LAST_RING, ringTimes } from '../ladder/decide.js';
import { Problem, invalidField } from '../problem.js';
import { rulesOf } from '../rules.js';
import { isUuid } from '../store/cursor.js';
import type { Db } from '../store/database.js';
import * as store from '../store/help-requests.js';
import { isOpen, quietUntil } from '../store/ladder.js';
import { titlesOf } from '../store/objects.js';
import { findQuestion, type QuestionColumns } from '../store/questions.js';
import * as reminders from '../store/reminders.js';
import { topicLabels, type TopicLabels } from '../store/topics.js';
import { actionsOn, questionAt } from './questions.js';
import { memberOf, memberRef, time } from './refs.js';

type View = z.infer<typeof Ladder>;
type Group = z.infer<typeof AskedGroup>;
type Request = z.infer<typeof HelpRequest>;

export function registerLadder(app: Api): void {
  app.openapi(getLadder, async (c) => c.json(await show(c, await questionAt(c, c.req.valid('param').id)), 200));
  app.openapi(inviteToQuestion, async (c) => {
    const row = await load(c);
    const session = c.get('session');
    demand(session, actionsOn(row, session), 'invite', 'The question is closed.');
    const { memberId } = c.req.valid('json');
    const refusal = isUuid(memberId)
      ? await store.invite(c.get('db'), row.question, memberId, memberOf(session).id, c.get('now'))
      : ('unknown' as const);
    if (refusal) throw invalidField('/memberId', refusal, REFUSALS[refusal]);
    return c.json(await show(c, row), 201);
  });
  app.openapi(declineQuestion, async (c) => {
    const { question } = await load(c);
    const [community, me] = [c.get('community'), memberOf(c.get('session')).id];
    if (!(await store.decline(c.get('db'), community, question.id, me, c.get('now'))))
      throw new Problem('conflict', 'Nothing was asked of you here, or it is settled.');
    return c.json(await mine(c, question), 200);
  });
  app.openapi(undeclineQuestion, async (c) => {
    const { question } = await load(c);
    if (!(await store.undecline(c.get('db'), question.communityId, question.id, memberOf(c.get('session')).id)))
      throw new Problem('conflict', 'There is nothing to take back.');
    return c.json(await mine(c, question), 200);
  });
  registerReminders(app);
}

const REFUSALS: Record<store.Refusal, string> = {
  unknown: 'There is no such member here.',
  self: 'One doesn’t invite oneself.',
  asker: 'This is who asked.',
  'not-now': 'They can’t be asked about this now. Is there somebody else?',
  limit: `One may invite ${store.MOST_INVITED} people to a question.`,
};

function registerReminders(app: Api): void {
  app.openapi(listReminders, async (c) => {
    const [db, session] = [c.get('db'), c.get('session')];
    const found = await reminders.listReminders(db, c.get('community').id, memberOf(session).id, isSteward(session));
    const titles = await titlesOf(
      db,
      found.flatMap(({ object, question }) => (question ? [object, question] : [object])),
    );
    const items = found.flatMap(({ object, question, use, ...reminder }) => {
      const title = titles.get(`${object.type}:${object.id}`);
      const asked = question && titles.get(`${question.type}:${question.id}`);
      return title ? [{ ...reminder, object: title, question: asked ?? null, use }] : [];
    });
    return c.json({ items }, 200);
  });
  app.openapi(dismissReminder, async (c) => {
    const session = c.get('session');
    const who = { communityId: c.get('community').id, memberId: memberOf(session).id, steward: isSteward(session) };
    const ended = await reminders.dismissReminder(c.get('db'), { ...who, id: c.req.valid('param').id }, c.get('now'));
    if (!ended) throw new Problem('not-found', 'Nothing of this waits for you.');
    return c.body(null, 204);
  });
}

const isSteward = (session: Session) => permissions(session).includes('moderate');

async function load(c: RequestContext) {
  const row = await findQuestion(c.get('db'), c.get('community').id, c.req.param('id') ?? '', 'lock');
  if (!row) throw new Problem('not-found', 'There is no such question.');
  return row;
}

/** What was asked of this session’s member, by question. */
export async function askedOf(
  db: Db,
  session: Session,
  questions: readonly Pick<QuestionColumns, 'id' | 'communityId'>[],
): Promise<Map<string, Request>> {
  const found = await store.helpRequestsOf(
    db,
    session.member?.id,
    questions.map(({ id }) => id),
  );
  const [any] = questions;
  if (!any || found.length === 0) return new Map();
  const labels = await topicLabels(
    db,
    any.communityId,
    found.flatMap(({ request }) => request.reason.topic ?? []),
  );
  return new Map(
    found.map(({ request, invitedBy, hiddenIds }) => {
      const reason = showReason(request, labels, invitedBy && namesIn(session, invitedBy.id, hiddenIds) ? invitedBy : null);
      return [request.questionId, { reason, askedAt: time(request.askedAt), outcome: request.outcome }];
    }),
  );
}

async function mine(c: RequestContext, question: QuestionColumns): Promise<Request> {
  const request = (await askedOf(c.get('db'), c.get('session'), [question])).get(question.id);
  if (!request) throw new Problem('not-found');
  return request;
}

function showReason({ reason }: store.HelpRow, labels: TopicLabels, by: store.InviterRow | null): Request['reason'] {
  const topic = reason.topic === undefined ? null : { id: reason.topic, label: labels.get(reason.topic) ?? reason.topic };
  return { kind: reason.kind, topic, by: memberRef(by) };
}

async function show(c: RequestContext, { question, author }: Awaited<ReturnType<typeof load>>): Promise<View> {
  const [db, session, now] = [c.get('db'), c.get('session'), c.get('now')];
  const found = await findQuestion(db, question.communityId, question.id);
  const current = found?.question ?? question;
  const asked = await store.everybodyAsked(db, question.id);
  const rules = rulesOf(c.get('community')).ladder;
  const named = actionsOn({ question, author }, session).includes('ladder');
  const labels = await topicLabels(
    db,
    question.communityId,
    asked.flatMap(({ request }) => request.reason.topic ?? []),
  );
  const running = isOpen(current) && current.ladderDueAt !== null;
  const next = running && current.ladderStartedAt ? comingRings(current.ladderStartedAt, current.ladderStep, rules) : [];
  const wakes = running ? await quietUntil(db, c.get('community'), current, now) : null;
  const before = wakes !== null && (next[0] === undefined || time(wakes) < next[0].at);
  const invited = asked.filter(({ request }) => request.invitedById !== null && request.invitedById === session.member?.id).length;
  return {
    state: stateOf(current, asked.length),
    asked: groupsOf(asked, labels, named ? session : null),
    next,
    quietUntil: before ? time(wakes) : null,
    wait: await store.medianWait(db, question.communityId, now),
    invitationsLeft: Math.max(0, store.MOST_INVITED - invited),
  };
}

function stateOf(question: QuestionColumns, asked: number): View['state'] {
  if (question.answerCount > 0) return 'answered';
  if (!isOpen(question)) return 'closed';
  if (question.ladderDueAt) return 'asking';
  return question.ladderStartedAt || asked > 0 ? 'asked' : 'off';
}

function comingRings(startedAt: Date, step: number, rules: { hours: readonly number[]; size: number }): View['next'] {
  const times = ringTimes(startedAt, rules);
  return times.slice(step, LAST_RING).map((at, i) => ({ ring: step + i + 1, at: time(at), upTo: rules.size }));
}

/** Who was asked for the same reason, together. @param session who may see names; null: nobody */
function groupsOf(asked: Awaited<ReturnType<typeof store.everybodyAsked>>, labels: TopicLabels, session: Session | null): Group[] {
  const groups = new Map<string, Group>();
  for (const { request, member } of asked) {
    const key = `${request.reason.kind} ${request.reason.topic ?? ''}`;
    const group = groups.get(key) ?? { reason: showReason(request, labels, null), count: 0, askedAt: '', members: [] };
    group.count += 1;
    group.askedAt = time(request.askedAt);
    // Someone’s reason tells what they offer: it is named no further than they show it.
    const rights = session && profileRights(session, member);
    if (rights?.sees && (request.reason.kind !== 'offer' || rights.field('offers')))
      group.members.push(memberRef(member) as Group['members'][number]);
    groups.set(key, group);
  }
  return [...groups.values()];
}
