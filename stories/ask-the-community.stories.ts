import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import '../src/elements/ask-the-community/ask-the-community.define.js';
import '../src/elements/community/community.define.js';
import type { Answer, Comment, Question, QuestionSummary, Report, Session } from '../src/contract/index.js';
import {
  ada,
  answer,
  bo,
  chooseIn,
  comment,
  endpointOf,
  info,
  member,
  never,
  nothingUsed,
  offline,
  page,
  person,
  problem,
  question,
  questionSummary,
  reader,
  resource,
  revisions,
  steward,
  topic,
  visitor,
  withEndpoint,
  type Reply,
} from './fixtures.js';

const meta: Meta = {
  title: 'Elements/Ask the community',
  component: 'cop-ask-the-community',
  tags: ['autodocs'],
  excludeStories: /^[a-z]/,
};
export default meta;

const row = (n: number, title: string, change: Partial<QuestionSummary>) => questionSummary({ id: `q-${n}`, title, ...change });
export const rows: QuestionSummary[] = [
  row(1, question().title, { score: 9, answerCount: 2 }),
  row(2, 'What incentives can you provide to potential employees when you don’t have any money?', {
    score: 27,
    answerCount: 8,
    acceptedAnswerId: 'a-9',
    kind: 'problem',
  }),
  row(3, 'Opening and managing a start-up with developers in different locations', {
    score: 0,
    answerCount: 0,
    uses: nothingUsed,
    kind: 'information',
  }),
  row(4, 'I have a great idea, but I’m not great at marketing or sales. How do I approach this?', {
    score: 36,
    answerCount: 7,
    kind: 'development',
  }),
  row(5, 'Which questions help a new team lead in the first month?', { score: -1, answerCount: 1, kind: null }),
];

const stackExchange = {
  name: 'Startups Stack Exchange',
  url: 'https://startups.stackexchange.com/q/1',
  licence: 'CC BY-SA 4.0',
  licenceUrl: 'https://creativecommons.org/licenses/by-sa/4.0/',
};
const outside = { id: 'm-out', name: 'killswitch', avatarUrl: null, url: 'https://stackexchange.com/users/1', demo: false };

export const thread = {
  question: question({ viewer: { vote: 1, can: ['vote', 'answer', 'comment'] } }),
  answers: [
    answer({ id: 'a-1', accepted: true, editedAt: '2026-11-20T10:00:00Z' }),
    answer({
      id: 'a-2',
      author: outside,
      source: stackExchange,
      score: 4,
      body: 'We began with a **timeline** of both teams:\n\n1. one wall for each\n2. then one for both\n\n> Nobody spoke for five minutes, and that was good.\n\nSee [the guide](https://example.org/timeline).',
      uses: nothingUsed,
    }),
  ] as Answer[],
  comments: [
    comment(),
    comment({ id: 'c-2', author: bo, body: 'They do **not**: three are in `UTC+2`.', viewer: { can: [] } }),
    comment({
      id: 'c-3',
      object: { type: 'answer', id: 'a-1' },
      body: 'How long did it take with ten?',
      viewer: { can: ['edit', 'delete'] },
      author: ada,
    }),
  ] as Comment[],
};

export const topics = [topic('Retrospectives', 41), topic('Team building', 33), topic('Remote teams', 17), topic('Hiring', 12)];

export const versions = revisions(
  { body: 'Start with **personal maps**: each draws one for a neighbour, not for oneself. It takes 40 minutes for ten people.' },
  { body: 'Start with personal maps: each draws one for oneself. It takes an hour.' },
);

export const helper = person({
  reasons: [{ kind: 'offer', topic: { id: 'facilitation', label: 'Facilitation' }, question: null }],
});

/** Everything that the element asks of an endpoint; each story changes what it is about. */
export function repliesOf(change: Record<string, Reply> = {}, of: Partial<typeof thread> = {}): Record<string, Reply> {
  const { question: q, answers, comments } = { ...thread, ...of };
  return {
    'GET /questions': (request: Request) =>
      page(new URL(request.url).searchParams.has('similar') ? rows.slice(0, 2) : rows, { total: 350 }),
    'GET /questions/:id': q,
    'GET /questions/:id/answers': page(answers),
    'GET /answers/:id': answers[0],
    'GET /comments': page(comments),
    'GET /topics': { items: topics },
    'GET /follows': { follows: [] },
    'GET /resources': (request: Request) => page(new URL(request.url).searchParams.has('similar') ? [resource()] : []),
    'GET /members': (request: Request) => page(new URL(request.url).searchParams.has('helpWith') ? [helper] : []),
    'PUT /questions/:id/same': q,
    'DELETE /questions/:id/same': q,
    'GET /reports': page([]),
    'GET /revisions': page(versions),
    'PUT /questions/:id/vote': q,
    'PUT /answers/:id/vote': answers[0],
    ...change,
  };
}

interface Scene {
  replies?: Record<string, Reply>;
  of?: Partial<typeof thread>;
  session?: Session;
  content?: TemplateResult;
}
const scene = ({
  replies,
  of,
  session = member,
  content = html`<cop-ask-the-community></cop-ask-the-community>`,
}: Scene = {}): StoryObj => ({
  render: () => withEndpoint(endpointOf(repliesOf(replies, of), session), content),
});

type Ask = HTMLElementTagNameMap['cop-ask-the-community'];
/** Opens what a story is about without touching the page’s address: each story has a community of its own. */
const opened = (open: (ask: Ask) => void, attributes: { lang?: string; dir?: 'rtl' | 'ltr' } = {}) =>
  html`<cop-ask-the-community lang=${attributes.lang ?? 'en'} dir=${attributes.dir ?? 'ltr'} ${ready(open)}></cop-ask-the-community>`;
const ready = (open: (ask: Ask) => void) =>
  ref((element) => element && void (element as Ask).updateComplete.then(() => later(element as Ask, open)));
const later = (ask: Ask, open: (ask: Ask) => void): void => {
  if (ask.found.value?.session) open(ask);
  else requestAnimationFrame(() => ask.isConnected && later(ask, open));
};
const openThread = (ask: Ask) => ask.url.open('q-1');
/** Presses something as soon as it is there. */
async function press(canvas: HTMLElement, selector: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = canvas.querySelector('cop-ask-the-community')?.shadowRoot?.querySelector<HTMLElement>(selector);
    if (found) return found.click();
    await new Promise((next) => setTimeout(next, 30));
  }
}
const openForm = (ask: Ask) => ask.ask();

export const Default = scene();
export const Compact = scene({ content: html`<cop-ask-the-community density="compact" limit="3"></cop-ask-the-community>` });
export const OwnRows = scene({
  content: html`<cop-ask-the-community .renderItem=${(q: QuestionSummary) => html`<b>${q.title}</b>`}></cop-ask-the-community>`,
});
export const Loading = scene({ replies: { 'GET /questions': never } });
export const Empty = scene({
  replies: { 'GET /questions': page([]), 'GET ': { ...info, counts: { ...info.counts, questions: 0, answered: 0 } } },
});
export const Error = scene({ replies: { 'GET /questions': problem(500, 'internal') } });
export const Offline = scene({ replies: { 'GET /questions': offline } });
export const NoPermission = scene({ replies: { 'GET /questions': problem(403, 'forbidden') } });
export const ReadOnly = scene({ session: reader });
export const SignedOut = scene({ session: visitor });
export const Unconfigured: StoryObj = { render: () => html`<cop-ask-the-community community="nowhere"></cop-ask-the-community>` };
export const BadEndpoint: StoryObj = { render: () => html`<cop-ask-the-community endpoint="http://["></cop-ask-the-community>` };
export const Narrow = scene({ content: html`<div class="narrow"><cop-ask-the-community></cop-ask-the-community></div>` });
export const German = scene({ content: html`<cop-ask-the-community lang="de"></cop-ask-the-community>` });

const own: Question = question({ author: ada, viewer: { vote: 0, can: ['edit', 'delete', 'comment', 'answer', 'accept'] } });
const ownAnswer = answer({ id: 'a-3', author: ada, viewer: { vote: 0, use: null, can: ['edit', 'delete', 'comment'] } });

export const Thread = scene({ content: opened(openThread) });
export const ThreadLoading = scene({ replies: { 'GET /questions/:id': never }, content: opened(openThread) });
export const ThreadGone = scene({ replies: { 'GET /questions/:id': problem(404, 'not-found') }, content: opened(openThread) });
export const ThreadError = scene({ replies: { 'GET /questions/:id': problem(500, 'internal') }, content: opened(openThread) });
export const ThreadSignedOut = scene({
  session: visitor,
  of: {
    question: question({ viewer: { vote: 0, can: [] } }),
    answers: thread.answers.map((a) => ({ ...a, viewer: { vote: 0, use: null, can: [] } })),
  },
  content: opened(openThread),
});
export const ThreadReadOnly = scene({
  session: reader,
  of: {
    question: question({ viewer: { vote: 0, can: [] } }),
    answers: thread.answers.map((a) => ({ ...a, viewer: { vote: 0, use: null, can: [] } })),
    comments: thread.comments.map((c) => ({ ...c, viewer: { can: [] } })),
  },
  content: opened(openThread),
});
export const ThreadOwn = scene({ of: { question: own, answers: [answer(), ownAnswer] }, content: opened(openThread) });
export const ThreadSteward = scene({
  session: steward,
  of: {
    question: question({
      author: outside,
      source: stackExchange,
      viewer: { vote: 0, can: ['vote', 'answer', 'comment', 'accept', 'delete'] },
    }),
  },
  content: opened(openThread),
});
const cared = {
  question: question({ viewer: { vote: 0, can: ['vote', 'answer', 'comment', 'moderate', 'close', 'report'] } }),
  answers: thread.answers.map((a): Answer => ({ ...a, viewer: { ...a.viewer, can: ['comment', 'moderate'] } })),
};
export const complaint: Report = {
  id: 'p-1',
  object: { type: 'question', id: 'q-1', title: null, url: null },
  reason: 'rude',
  note: 'Please look at the last line.',
  member: bo,
  createdAt: '2026-11-20T10:00:00Z',
};
const caring = (replies: Record<string, Reply>, what: (canvas: HTMLElement) => Promise<void>, lang = 'en'): StoryObj => ({
  ...scene({ session: steward, of: cared, replies, content: opened(openThread, { lang }) }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, '[part=care-button]');
    await what(canvasElement);
  },
});
export const ThreadCare = caring({ 'GET /reports': page([complaint]) }, async () => {});
export const ThreadCareClosing = caring({}, (canvas) => press(canvas, '#care-close'));
export const ThreadCarePlacing = caring({}, (canvas) => press(canvas, '#care-place'));
export const ThreadCareMerging = caring({}, (canvas) => press(canvas, '#care-merge'));
export const ThreadCareGerman = caring({ 'GET /reports': page([complaint]) }, (canvas) => press(canvas, '#care-close'), 'de');
export const ThreadReport: StoryObj = {
  ...scene({ content: opened(openThread) }),
  play: ({ canvasElement }) => press(canvasElement, '[part=report]'),
};
export const ThreadThanks: StoryObj = {
  ...scene({ session: steward, of: cared, content: opened(openThread) }),
  play: ({ canvasElement }) => press(canvasElement, '[part=thank]'),
};
export const TopicCare: StoryObj = {
  ...scene({ session: steward, content: html`<cop-ask-the-community topic="retrospectives"></cop-ask-the-community>` }),
  play: ({ canvasElement }) => press(canvasElement, '[part=topic-care]'),
};
/** Several questions are chosen, and something is about to be done with them. */
const choosing = (task: 'sort' | 'close' | 'merge' | '', replies: Record<string, Reply> = {}, lang = 'en'): StoryObj => ({
  ...scene({ session: steward, replies, content: html`<cop-ask-the-community lang=${lang}></cop-ask-the-community>` }),
  play: async ({ canvasElement }) => {
    await chooseIn(canvasElement, 'cop-ask-the-community', 1, 3);
    if (task) await press(canvasElement, `#bulk-${task}`);
  },
});
export const Choosing = choosing('');
export const ChoosingPlaces = choosing('sort');
export const ChoosingToClose = choosing('close');
export const ChoosingToMerge = choosing('merge');
export const ChoosingGerman = choosing('sort', {}, 'de');
export const ChoosingRefused: StoryObj = {
  ...choosing('close', { 'PUT /questions/:id/closing': problem(403, 'forbidden') }),
  play: async (context) => {
    await choosing('close').play?.(context);
    await press(context.canvasElement, '#bulk-go');
  },
};
export const ThreadClosed = scene({
  of: { question: question({ closedAt: '2026-11-01T10:00:00Z', viewer: { vote: 0, can: ['comment'] } }) },
  content: opened(openThread),
});
export const ThreadWithoutAnswers = scene({
  of: { question: question({ answerCount: 0, uses: nothingUsed }), answers: [], comments: [] },
  content: opened(openThread),
});
export const ThreadFollowed = scene({
  replies: {
    'GET /follows': { follows: [{ object: { type: 'question', id: 'q-1', title: question().title }, createdAt: question().createdAt }] },
  },
  content: opened(openThread),
});
export const ThreadVersions: StoryObj = {
  ...scene({
    of: {
      question: own,
      answers: thread.answers.map((a) => ({ ...a, author: ada, viewer: { ...a.viewer, can: ['edit', 'delete', 'comment'] } })),
    },
    content: opened(openThread),
  }),
  play: ({ canvasElement }) => press(canvasElement, '[part=answer] [part=edited]'),
};
export const ThreadGerman = scene({ content: opened(openThread, { lang: 'de' }) });
export const ThreadArabic = scene({
  of: {
    question: question({
      title: 'كيف تبدأ أول اجتماع استرجاعي لفريق اندمج حديثًا؟',
      body: 'فريقان من خمسة أشخاص يصبحان فريقًا واحدًا يوم الاثنين. ما الذي نجح معكم؟',
    }),
    answers: [answer({ body: 'ابدأ بـ **خرائط شخصية**: يرسم كل شخص خريطة لجاره.' })],
  },
  content: opened(openThread, { lang: 'ar', dir: 'rtl' }),
});
export const LongWords = scene({
  of: {
    question: question({
      title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsversammlungsprotokoll',
      body: `${'a'.repeat(300)}\n\n\`\`\`\n${'wide '.repeat(60)}\n\`\`\`\n\n| a | b |\n| - | - |\n| ${'x'.repeat(90)} | ${'y'.repeat(90)} |`,
    }),
  },
  content: opened(openThread),
});
export const HugeNumbers = scene({
  replies: {
    'GET /questions': page(
      rows.map((row) => ({ ...row, score: 1_234_567, answerCount: 98_765 })),
      { total: 9_999_999 },
    ),
  },
  of: { question: question({ score: 1_234_567, uses: { ...question().uses, total: 123_456, worked: 99_999 } }) },
});
export const Form = scene({ content: opened(openForm) });
const withTitle = (ask: Ask) => ask.ask('How do I open the first retrospective of two teams?');
const anonymousInfo = { ...info, rules: { ...info.rules, anonymousQuestions: true } };
export const FormSuggestions = scene({ content: opened(withTitle) });
export const FormProblem: StoryObj = {
  ...scene({ replies: { 'GET ': anonymousInfo }, content: opened(withTitle) }),
  play: ({ canvasElement }) => press(canvasElement, '#kind-problem'),
};
export const FormInformation: StoryObj = {
  ...scene({ content: opened(openForm) }),
  play: ({ canvasElement }) => press(canvasElement, '#kind-information'),
};
export const FormDevelopment: StoryObj = {
  ...scene({ content: opened(openForm) }),
  play: ({ canvasElement }) => press(canvasElement, '#kind-development'),
};
export const AboutThisPage = scene({
  replies: { 'GET /questions': page(rows.slice(0, 2)) },
  content: html`<cop-ask-the-community about="page" heading="Questions about this page"></cop-ask-the-community>`,
});
export const AboutThisPageEmpty = scene({
  replies: { 'GET /questions': page([]) },
  content: html`<cop-ask-the-community about="page" heading="Questions about this page"></cop-ask-the-community>`,
});
const aboutLeave = { url: 'https://portal.example.org/handbook/leave', title: 'Handbook: leave' };
export const ThreadAnonymous = scene({
  of: {
    question: question({
      author: null,
      anonymous: true,
      about: aboutLeave,
      sameCount: 3,
      viewer: { vote: 0, same: true, can: ['vote', 'answer', 'comment', 'same'] },
    }),
  },
  content: opened(openThread),
});
export const ThreadAnonymousOwn = scene({
  of: { question: { ...own, anonymous: true, viewer: { ...own.viewer, can: [...own.viewer.can, 'reveal'] } } },
  content: opened(openThread),
});
export const ThreadMerged = scene({
  of: {
    question: question({
      merged: [
        {
          id: 'q-0',
          title: 'What comes first when two teams merge?',
          body: 'We are **nine** people.',
          author: ada,
          createdAt: question().createdAt,
        },
      ],
    }),
  },
  content: opened(openThread),
});
export const ThreadClosedWithReason = scene({
  of: {
    question: question({
      closedAt: '2026-11-01T10:00:00Z',
      closedReason: 'outdated',
      closedNote: 'There are no merged teams any more.',
      viewer: { vote: 0, can: ['comment'] },
    }),
  },
  content: opened(openThread),
});
export const FormSignedOut = scene({ session: visitor, content: opened(openForm) });
export const FormGerman = scene({ content: opened(openForm, { lang: 'de' }) });
export const FormRefused = scene({
  replies: {
    'POST /questions': {
      ...problem(422, 'invalid'),
      errors: [{ pointer: '/title', code: 'too-alike', detail: 'This has been asked before, word for word.' }],
    },
  },
  content: opened(openForm),
});
