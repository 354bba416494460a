import { html, type TemplateResult } from 'lit';
import { toJson } from '../src/data/json.js';
import type {
  Activity,
  Answer,
  Comment,
  CommunityInfo,
  Member,
  MemberRef,
  Problem,
  Question,
  QuestionSummary,
  Resource,
  Revision,
  Session,
  Topic,
} from '../src/contract/index.js';

/*
 * An endpoint in memory, for stories and for the tests that read them: each path has an answer of the contract's types,
 * or a state (never answers, no connection, a problem). Journeys run against the real server.
 */

export const ada: MemberRef = { id: 'm-ada', name: 'Ada Example', avatarUrl: null, url: null, demo: true };
export const bo: MemberRef = { id: 'm-bo', name: 'Bo Muster', avatarUrl: null, url: null, demo: true };
export const visitor: Session = { member: null, role: 'visitor', can: [], lastVisitAt: null };
export const member: Session = {
  member: ada,
  role: 'member',
  can: [
    'ask',
    'answer',
    'comment',
    'vote',
    'use',
    'suggest',
    'save',
    'collect',
    'request',
    'upload',
    'react',
    'post',
    'follow',
    'edit-profile',
  ],
  lastVisitAt: '2026-11-17T08:00:00Z',
};
export const steward: Session = { ...member, role: 'steward', can: [...member.can, 'endorse', 'moderate'] };
/** Signed in, and allowed nothing but reading. */
export const reader: Session = { ...member, can: [] };

export const info: CommunityInfo = {
  id: 'team-coaching',
  name: 'Team coaching and leadership',
  description: 'Coaches and team leads who help each other to help their teams.',
  language: 'en',
  capabilities: [
    'questions',
    'answers',
    'comments',
    'votes',
    'uses',
    'resources',
    'files',
    'members',
    'activities',
    'posts',
    'reactions',
    'catch-up',
    'search',
    'follows',
    'revisions',
    'same-questions',
    'reports',
    'stewarding',
    'ladder',
  ],
  counts: { questions: 350, answered: 337, resources: 1692, members: 702 },
  limits: { uploadBytes: 10_000_000, uploadTypes: ['application/pdf', 'image/png', 'text/markdown'] },
  sources: [],
  rules: {
    anonymousQuestions: false,
    premoderatedResources: false,
    autoCloseDays: null,
    reviewMonths: 12,
    ladder: { hours: [0, 24, 24, 24], size: 5, weeklyCap: 3, remindAfterHours: 168 },
  },
  profileFields: [],
};

/** An answer of the endpoint: a value, a function of the request, or a state. */
export type Reply = unknown | ((request: Request) => unknown);
export const never = Symbol('never answers');
export const offline = Symbol('no connection');
export const problem = (status: number, code: string, detail = ''): Problem => ({
  type: `urn:cop:problem:${code}`,
  title: code,
  status,
  detail,
});
const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'status' in value && 'title' in value && 'type' in value;

export const page = <T>(items: T[], extra: object = {}) => ({ items, nextCursor: null, total: items.length, facets: null, ...extra });

/** A `fetch` that answers from a table: `'GET /questions'`, `'GET /questions/:id'`, `'POST /questions'`. */
export function endpointOf(replies: Record<string, Reply>, session: Session = member): typeof fetch {
  const table: Record<string, Reply> = { 'GET /session': session, 'GET ': info, ...replies };
  return async (input, init) => {
    const request = new Request(input, init as RequestInit);
    const path = new URL(request.url).pathname.replace(/^.*\/communities\/[^/]+/, '');
    const key = Object.keys(table).find((k) => {
      const [method, pattern = ''] = k.split(' ');
      return method === request.method && new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path);
    });
    const entry = key === undefined ? problem(404, 'not-found') : table[key];
    const reply: unknown = typeof entry === 'function' ? await (entry as (r: Request) => unknown)(request) : entry;
    if (reply === offline) throw new TypeError('Failed to fetch');
    if (reply === never) {
      return new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError'))));
    }
    if (reply === undefined) return new Response(null, { status: 204 });
    const status = isProblem(reply) ? reply.status : 200;
    return new Response(toJson(reply), {
      status,
      headers: { 'content-type': status === 200 ? 'application/json' : 'application/problem+json' },
    });
  };
}

let count = 0;
/** A community of its own for each story, so that none sees another's cache. */
export function withEndpoint(fetch: typeof globalThis.fetch, content: TemplateResult): TemplateResult {
  const name = `story-${Date.now().toString(36)}-${(count += 1)}`;
  return html`<cop-community name=${name} endpoint="https://community.example/api/communities/${name}" .fetch=${fetch} sign-in-url="#sign-in">${content}</cop-community>`;
}

/** Waits for something inside an element, and presses it. */
export async function pressIn(canvas: HTMLElement, tag: string, selector: string): Promise<void> {
  const find = () => canvas.querySelector(tag)?.shadowRoot?.querySelector<HTMLElement>(selector);
  while (!find() && canvas.isConnected) await new Promise((next) => setTimeout(next, 20));
  find()?.click();
}

/** A steward begins to choose several rows of a list, and ticks those of these numbers, from 1. */
export async function chooseIn(canvas: HTMLElement, tag: string, ...rows: number[]): Promise<void> {
  const list = canvas.querySelector(tag) as (HTMLElement & { found?: { value: { session: unknown } | null } }) | null;
  while (!list?.found?.value?.session && canvas.isConnected) await new Promise((next) => setTimeout(next, 20));
  await pressIn(canvas, tag, '[part=menu]');
  await pressIn(canvas, tag, '[part=menu-item][data-id=choose]');
  for (const row of rows) await pressIn(canvas, tag, `.rows > :nth-child(${row}) .choose input`);
}

const noUses = { total: 0, worked: 0, adapted: 0, failed: 0, contexts: [] };
export const at = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString();

export const question = (change: Partial<Question> = {}): Question => ({
  id: 'q-1',
  kind: 'experience',
  title: 'How do you open the first retrospective of a team that has just been merged?',
  excerpt: 'Two teams of five become one on Monday. They have worked side by side for years and know little of each other’s habits.',
  body: 'Two teams of five become one on Monday.\n\nThey have worked side by side for years and know **little** of each other’s habits. What has worked for you?\n\n- a timeline\n- personal maps\n- nothing planned at all',
  topics: [
    { id: 'retrospectives', label: 'Retrospectives' },
    { id: 'team-building', label: 'Team building' },
  ],
  author: bo,
  createdAt: at(2),
  updatedAt: at(1),
  editedAt: null,
  version: 1,
  score: 9,
  answerCount: 2,
  commentCount: 1,
  acceptedAnswerId: null,
  closedAt: null,
  closedReason: null,
  closedNote: null,
  anonymous: false,
  about: null,
  sameCount: 0,
  details: {},
  merged: [],
  uses: { total: 12, worked: 9, adapted: 0, failed: 3, contexts: [{ outcome: 'failed', context: 'not in remote teams' }] },
  viewer: { vote: 0, can: ['vote', 'answer', 'comment'] },
  source: null,
  ...change,
});
export const questionSummary = (change: Partial<QuestionSummary> = {}): QuestionSummary => {
  const { body: _, details: __, merged: ___, ...summary } = question();
  return { ...summary, ...change };
};
export const answer = (change: Partial<Answer> = {}): Answer => ({
  id: 'a-1',
  questionId: 'q-1',
  body: 'Start with **personal maps**: each draws one for a neighbour, not for oneself. It takes 40 minutes for ten people.',
  author: ada,
  createdAt: at(1),
  updatedAt: at(1),
  editedAt: null,
  version: 1,
  score: 6,
  accepted: false,
  commentCount: 0,
  uses: { total: 3, worked: 2, adapted: 0, failed: 1, contexts: [{ outcome: 'failed', context: 'over video, with cameras off' }] },
  viewer: { vote: 0, use: null, can: ['vote', 'comment', 'use'] },
  source: null,
  ...change,
});
export const comment = (change: Partial<Comment> = {}): Comment => ({
  id: 'c-1',
  object: { type: 'question', id: 'q-1' },
  body: 'Do they sit together?',
  author: ada,
  createdAt: at(1),
  editedAt: null,
  version: 1,
  score: 0,
  viewer: { can: [] },
  source: null,
  ...change,
});
/** The states of a text, newest first. */
export const revisions = (...contents: Revision['content'][]): Revision[] =>
  contents.map((content, i) => ({
    id: `rev-${contents.length - i}`,
    version: contents.length - i,
    editor: i ? bo : ada,
    createdAt: at(i + 1),
    act: null,
    note: null,
    content,
  }));
export const resource = (change: Partial<Resource> = {}): Resource => ({
  id: 'r-1',
  kind: 'article',
  title: 'How to improve team closeness with personal maps',
  description: 'A picture that each member draws of another, to ask better questions.',
  url: 'https://example.org/personal-maps',
  file: null,
  creator: 'J. Example',
  publishedOn: '2019-04-03',
  language: 'en',
  licence: null,
  topics: [{ id: 'team-building', label: 'Team building' }],
  suggestedBy: bo,
  createdAt: at(30),
  updatedAt: at(30),
  editedAt: null,
  version: 1,
  commentCount: 0,
  score: 3,
  status: 'published',
  statusNote: '',
  link: null,
  change: null,
  endorsements: { total: 0, newest: [] },
  review: { steward: null, on: null, at: null, by: null, due: false },
  uses: { total: 16, worked: 12, adapted: 2, failed: 2, contexts: [{ outcome: 'failed', context: 'not in groups over 20' }] },
  viewer: { use: null, vote: 0, saved: false, endorsed: false, can: ['comment', 'use', 'vote', 'save'] },
  source: {
    name: 'Example list',
    url: 'https://example.org',
    licence: 'CC0 1.0',
    licenceUrl: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
  ...change,
});
export const person = (change: Partial<Member> = {}): Member => ({
  id: 'm-bo',
  name: 'Bo Muster',
  headline: 'Team lead, platform',
  bio: 'I look after three teams in two countries.',
  avatarUrl: null,
  pronouns: 'they/them',
  place: 'Port Sudan, Sudan',
  country: 'SD',
  languages: ['en', 'ar'],
  timeZone: 'Africa/Khartoum',
  topics: [{ id: 'remote-teams', label: 'Remote teams' }],
  offers: [
    { id: 'data-curation', label: 'Data curation' },
    { id: 'mentoring', label: 'Mentoring' },
  ],
  needs: [{ id: 'facilitation', label: 'Facilitation' }],
  links: [{ kind: 'website', label: 'example.org', url: 'https://example.org' }],
  groups: [{ name: 'Cohort 3', role: 'mentor' }],
  participation: 'active',
  workingHours: null,
  fields: {},
  presence: null,
  deletionDueAt: null,
  steward: false,
  demo: true,
  joinedAt: at(400),
  updatedAt: at(3),
  version: 1,
  listed: true,
  visibility: null,
  quietHours: null,
  asksPerWeek: null,
  reminders: null,
  viewer: { self: false, can: [] },
  source: null,
  ...change,
});
export const activity = (change: Partial<Activity> = {}): Activity => ({
  id: 'v-1',
  type: 'answered',
  published: at(0.01),
  actor: bo,
  object: { type: 'answer', id: 'a-1', title: null, url: null },
  target: { type: 'question', id: 'q-1', title: question().title, url: null },
  summary: 'Start with personal maps: each draws one for a neighbour.',
  reactions: [],
  forYou: null,
  source: null,
  ...change,
});
export const topic = (label: string, n = 1): Topic => ({ id: label.toLowerCase().replaceAll(' ', '-'), label, count: n });
export const nothingUsed = noUses;
