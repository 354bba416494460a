import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { AskReason, HelpRequest, Ladder, Question, QuestionSummary, Reminder, Session } from '../src/contract/index.js';
import type { CopAskTheCommunity } from '../src/elements/ask-the-community/ask-the-community.js';
import { repliesOf, rows } from './ask-the-community.stories.js';
import { ada, bo, endpointOf, member, nothingUsed, page, person, question, withEndpoint, type Reply } from './fixtures.js';

/** How a question finds its answer: who is asked, what is for the reader to answer, and how it went. */
const meta: Meta = {
  title: 'Elements/Ask the community: nobody waits',
  component: 'cop-ask-the-community',
  excludeStories: /^[a-z]/,
};
export default meta;

const HOUR = 3_600_000;
const inHours = (n: number) => new Date(Date.now() + n * HOUR).toISOString();
const reason = (kind: AskReason['kind'], change: Partial<AskReason> = {}): AskReason => ({
  kind,
  topic: { id: 'retrospectives', label: 'Retrospectives' },
  by: null,
  ...change,
});
const request = (change: Partial<HelpRequest> = {}): HelpRequest => ({
  reason: reason('offer'),
  askedAt: inHours(-2),
  outcome: null,
  ...change,
});

export const ladder: Ladder = {
  state: 'asking',
  asked: [
    { reason: reason('offer'), count: 3, askedAt: inHours(-2), members: [bo] },
    { reason: reason('invited', { topic: null, by: ada }), count: 1, askedAt: inHours(-1), members: [] },
  ],
  next: [
    { ring: 2, at: inHours(22), upTo: 5 },
    { ring: 4, at: inHours(70), upTo: 2 },
  ],
  quietUntil: inHours(9),
  wait: { medianHours: 5, n: 41 },
  invitationsLeft: 4,
};
const open = { answerCount: 0, uses: nothingUsed };
/** A question of the reader’s own that waits. */
export const mine: Question = question({ ...open, author: ada, viewer: { vote: 0, can: ['edit', 'comment', 'invite', 'ladder'] } });
/** A question that the reader is asked to answer. */
export const toMe: Question = question({
  ...open,
  author: bo,
  viewer: { vote: 0, can: ['vote', 'answer', 'comment'], asked: request() },
});
export const reminders: Reminder[] = [
  {
    kind: 'tell',
    id: 'q-1',
    object: { type: 'answer', id: 'a-1', title: question().title, url: null },
    question: { type: 'question', id: 'q-1', title: question().title, url: null },
    use: null,
    at: inHours(-3),
  },
  {
    kind: 'failed',
    id: 'u-1',
    object: { type: 'answer', id: 'a-7', title: 'Which questions help a new team lead?', url: null },
    question: { type: 'question', id: 'q-5', title: 'Which questions help a new team lead?', url: null },
    use: { outcome: 'failed', context: 'in a group of forty', member: bo },
    at: inHours(-30),
  },
];
export const waiting: Session = { ...member, waiting: { forMe: 2, reminders: 2, forStewards: 0 } };
const forMe: QuestionSummary[] = rows.slice(2, 4).map((row, i) => ({
  ...row,
  answerCount: 0,
  viewer: { ...row.viewer, asked: request({ reason: i ? reason('invited', { topic: null, by: bo }) : reason('offer') }) },
}));

/** An endpoint that looks for help. */
export const ask = (of: Question = mine, change: Record<string, Reply> = {}, session: Session = waiting, lang = 'en'): TemplateResult => {
  const replies = repliesOf(
    {
      'GET /questions': (r: Request) => page(new URL(r.url).searchParams.has('forMe') ? forMe : rows, { total: 350 }),
      'GET /questions/:id/ladder': ladder,
      'GET /reminders': { items: [] },
      'GET /members': page([person(), person({ id: 'm-cleo', name: 'Cleo Sample', headline: 'Facilitates large groups' }), person(ada)]),
      ...change,
    },
    of.answerCount ? { question: of } : { question: of, answers: [], comments: [] },
  );
  return withEndpoint(endpointOf(replies, session), html`<cop-ask-the-community lang=${lang}></cop-ask-the-community>`);
};

const after = (story: () => TemplateResult, ...presses: string[]): StoryObj => ({
  render: story,
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector('cop-ask-the-community') as CopAskTheCommunity;
    for (const selector of presses)
      for (let tries = 0; tries < 100; tries += 1) {
        const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
        found?.click();
        if (found) break;
        await new Promise((next) => setTimeout(next, 30));
      }
  },
});
const thread = '.rows .title a';

export const WhoHasBeenAsked = after(() => ask(), thread);
export const WhoHasBeenAskedGerman = after(() => ask(mine, {}, waiting, 'de'), thread);
export const EverybodyHasBeenAsked = after(
  () => ask(mine, { 'GET /questions/:id/ladder': { ...ladder, state: 'asked', next: [], quietUntil: null } }),
  thread,
);
export const NobodyYet = after(
  () => ask(mine, { 'GET /questions/:id/ladder': { ...ladder, asked: [], next: ladder.next.slice(0, 1), wait: null } }),
  thread,
);
export const Invite = after(() => ask(), thread, '#invite');
export const InviteNobodyMore = after(
  () => ask(mine, { 'GET /questions/:id/ladder': { ...ladder, invitationsLeft: 0 } }),
  thread,
  '#invite',
);
export const AskedOfMe = after(() => ask(toMe), thread);
export const DeclinedByMe = after(() => ask({ ...toMe, viewer: { ...toMe.viewer, asked: request({ outcome: 'declined' }) } }), thread);
export const ForMeToAnswer = after(() => ask(), '.tools .chip:nth-of-type(2)');
export const WhatWaitsForMyWord: StoryObj = { render: () => ask(question(), { 'GET /reminders': { items: reminders } }) };
