import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { Activity, Comment, LinkCard, Post, Session } from '../src/contract/index.js';
import '../src/elements/activity-feed/activity-feed.define.js';
import '../src/elements/community/community.define.js';
import {
  activity,
  ada,
  bo,
  comment,
  endpointOf,
  info,
  member,
  never,
  offline,
  page,
  problem,
  question,
  reader,
  type Reply,
  visitor,
  withEndpoint,
} from './fixtures.js';

const meta: Meta = { title: 'Elements/Activity feed', component: 'cop-activity-feed', excludeStories: /^[a-z]/ };
export default meta;
type Story = StoryObj;

const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
const cleo = { id: 'm-cleo', name: 'Cleo Sample', avatarUrl: null, url: null, demo: true };
const dara = { id: 'm-dara', name: 'Dara Placeholder', avatarUrl: null, url: null, demo: true };
const digitalGov = { name: 'Digital.gov', url: 'https://digital.gov', licence: 'Public domain', licenceUrl: null };
const aQuestion = { type: 'question' as const, id: 'q-1', title: question().title, url: null };
const maps = {
  type: 'resource' as const,
  id: 'r-1',
  title: 'How to improve team closeness with personal maps',
  url: 'https://example.org/personal-maps',
};

/** Four answers to one question, a use, a comment; before the last visit a message, two who joined, news, a question. */
export const acts: Activity[] = [
  activity({ id: 'v-12', published: ago(0.2) }),
  activity({
    id: 'v-11',
    published: ago(0.6),
    actor: ada,
    object: { type: 'answer', id: 'a-2', title: null, url: null },
    summary: 'A timeline first: it shows both histories.',
  }),
  activity({
    id: 'v-10',
    published: ago(1.1),
    actor: cleo,
    object: { type: 'answer', id: 'a-3', title: null, url: null },
    summary: 'Ask them what they want to keep.',
  }),
  activity({
    id: 'v-9',
    published: ago(1.3),
    actor: dara,
    object: { type: 'answer', id: 'a-4', title: null, url: null },
    summary: 'Nothing planned at all: a long lunch.',
  }),
  activity({
    id: 'v-8',
    type: 'used',
    published: ago(2),
    actor: cleo,
    object: maps,
    target: null,
    summary: 'Worked, in a team of nine.',
    reactions: [
      { kind: 'thanks', count: 3, mine: false },
      { kind: 'insight', count: 1, mine: true },
    ],
  }),
  activity({
    id: 'v-7',
    type: 'commented',
    published: ago(20),
    actor: dara,
    object: { type: 'comment', id: 'c-1', title: null, url: null },
    target: aQuestion,
    summary: 'Do they sit together?',
  }),
  activity({
    id: 'v-6',
    type: 'posted',
    published: ago(140),
    object: { type: 'post', id: 'p-1', title: null, url: null },
    target: null,
    summary: 'On Thursday we look at three boards of three teams. Bring yours, however it looks.',
  }),
  activity({
    id: 'v-5',
    type: 'joined',
    published: ago(150),
    actor: cleo,
    object: { type: 'member', id: 'm-cleo', title: cleo.name, url: null },
    target: null,
    summary: null,
  }),
  activity({
    id: 'v-4',
    type: 'joined',
    published: ago(152),
    actor: dara,
    object: { type: 'member', id: 'm-dara', title: dara.name, url: null },
    target: null,
    summary: null,
  }),
  activity({
    id: 'v-3',
    type: 'posted',
    published: ago(500),
    actor: null,
    object: { type: 'post', id: 'p-2', title: 'Plain language in practice: what five agencies changed', url: 'https://digital.gov/plain' },
    target: null,
    summary: 'Five teams tell what they cut, and what their readers said about it.',
    source: digitalGov,
  }),
  activity({
    id: 'v-2',
    type: 'accepted',
    published: ago(600),
    object: { type: 'answer', id: 'a-1', title: null, url: null },
    target: aQuestion,
    summary: null,
  }),
  activity({ id: 'v-1', type: 'asked', published: ago(700), object: aQuestion, target: null, summary: question().excerpt }),
];

export const post = (change: Partial<Post> = {}): Post => ({
  id: 'p-1',
  title: null,
  body: 'On Thursday we look at **three boards** of three teams. Bring yours, however it looks.\n\n- 14:00, room 3\n- by video for everyone else',
  url: null,
  topics: [{ id: 'boards', label: 'Boards' }],
  files: [],
  author: bo,
  createdAt: ago(140),
  editedAt: null,
  version: 1,
  commentCount: 1,
  viewer: { can: ['comment'] },
  source: null,
  ...change,
});
const remark: Comment = comment({
  id: 'c-9',
  object: { type: 'post', id: 'p-1' },
  body: 'We bring *ours*.',
  author: ada,
  viewer: { can: ['edit', 'delete'] },
});

const since: Session = { ...member, lastVisitAt: ago(100) };
const replies = (more: Record<string, Reply> = {}): Record<string, Reply> => ({
  'GET /activities': page(acts),
  'GET /posts/:id': post(),
  'GET /comments': page([remark]),
  'PUT /session/last-visit': since,
  ...more,
});
const feed = (
  content: TemplateResult = html`<cop-activity-feed></cop-activity-feed>`,
  more: Record<string, Reply> = {},
  session: Session = since,
) => withEndpoint(endpointOf(replies(more), session), content);

export const Default: Story = { render: () => feed() };
export const OwnRows: Story = {
  render: () =>
    feed(html`<cop-activity-feed .renderItem=${(acts: readonly Activity[]) => html`<b>${acts[0]?.object.title}</b>`}></cop-activity-feed>`),
};
export const Loading: Story = { render: () => feed(undefined, { 'GET /activities': never }) };
export const Empty: Story = { render: () => feed(undefined, { 'GET /activities': page([]) }) };
export const EmptyFilter: Story = {
  render: () => feed(html`<cop-activity-feed filter="people"></cop-activity-feed>`, { 'GET /activities': page([]) }),
};
export const Failed: Story = { render: () => feed(undefined, { 'GET /activities': problem(500, 'internal') }) };
export const Offline: Story = { render: () => feed(undefined, { 'GET /activities': offline }) };
export const NoPermission: Story = { render: () => feed(undefined, { 'GET /activities': problem(403, 'forbidden') }) };
export const ReadOnly: Story = { render: () => feed(undefined, {}, reader) };
export const SignedOut: Story = { render: () => feed(undefined, {}, visitor) };
export const Unconfigured: Story = { render: () => html`<cop-activity-feed></cop-activity-feed>` };
export const SecondPage: Story = {
  render: () =>
    feed(undefined, {
      'GET /activities': (request: Request) =>
        new URL(request.url).searchParams.has('cursor') ? page(acts.slice(6)) : page(acts.slice(0, 6), { nextCursor: 'more' }),
    }),
};
export const NothingNew: Story = { render: () => feed(undefined, {}, { ...member, lastVisitAt: ago(0.05) }) };
export const OnlyQuestions: Story = { render: () => feed(html`<cop-activity-feed types="asked answered accepted"></cop-activity-feed>`) };
export const Compact: Story = { render: () => feed(html`<cop-activity-feed density="compact" limit="6"></cop-activity-feed>`) };
export const WithoutPosts: Story = {
  render: () => feed(undefined, { 'GET ': { ...info, capabilities: ['questions', 'answers', 'activities'] } }),
};
export const LinksOfTheHost: Story = {
  render: () => feed(html`<cop-activity-feed item-url="/communities/{type}s?{item}"></cop-activity-feed>`),
};
export const German: Story = { render: () => html`<div lang="de">${feed()}</div>` };
export const RightToLeft: Story = {
  render: () =>
    html`<div dir="rtl">
      ${feed(undefined, {
        'GET /activities': page([
          activity({
            id: 'v-22',
            actor: { ...bo, name: 'سارة مثال' },
            target: { ...aQuestion, title: 'كيف نبدأ أول اجتماع لفريقين اندمجا للتو؟' },
            summary: 'ابدأوا بخريطة شخصية: كل واحد يرسم لجاره.',
          }),
          ...acts.slice(4),
        ]),
      })}
    </div>`,
};
export const LongWords: Story = {
  render: () =>
    feed(undefined, {
      'GET /activities': page([
        activity({
          id: 'v-30',
          actor: { ...bo, name: 'Wolfeschlegelsteinhausenbergerdorff-Schattenparker' },
          target: { ...aQuestion, title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft: wie weiter?' },
          summary: 'https://example.org/' + 'sehr-lang-'.repeat(20),
          reactions: [{ kind: 'thanks', count: 12_345_678, mine: true }],
        }),
      ]),
    }),
};

const own = post({ author: ada, viewer: { can: ['edit', 'delete', 'comment'] } });
const ready = async (element: HTMLElement, selector: string) => {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = element.shadowRoot?.querySelector<HTMLElement>(selector);
    if (found) return found;
    await new Promise((next) => setTimeout(next, 30));
  }
  throw new Error(`${selector} did not come.`);
};
const press =
  (selector: string): Story['play'] =>
  async ({ canvasElement }) => {
    const element = canvasElement.querySelector<HTMLElement>('cop-activity-feed');
    if (element) (await ready(element, selector)).click();
  };

/** What is left of a round that one can finish; it keeps what was marked, as the endpoint does. */
export const catchUp = (left: Activity[] = acts.slice(0, 9)): Record<string, Reply> => {
  const round = { since: ago(100), until: ago(0) };
  const answer = () => ({ ...round, total: left.length, later: 0, items: left });
  return {
    'GET /session/catch-up': answer,
    'PUT /session/catch-up': async (request: Request) => {
      const { seen, all } = (await request.json()) as { seen: string[]; all: boolean };
      left = all ? [] : left.filter(({ id }) => !seen.includes(id));
      return answer();
    },
  };
};
const [named, yours, ...others] = acts;
export const CatchingUp: Story = {
  render: () =>
    feed(
      undefined,
      catchUp([
        { ...(named as Activity), id: 'v-mention', forYou: 'mention', summary: 'Ada, you have done this with nine: how long did it take?' },
        { ...(yours as Activity), id: 'v-yours', forYou: 'yours' },
        ...others.slice(0, 7),
      ]),
    ),
  play: press('[part~=catch-up]'),
};
export const MuchToCatchUp: Story = {
  render: () => feed(undefined, {}, { ...since, waiting: { forMe: 0, reminders: 0, forStewards: 0, catchUp: 51 } }),
};
export const CaughtUp: Story = { render: () => feed(undefined, catchUp([])), play: press('[part~=catch-up]') };
export const CatchUpFailed: Story = {
  render: () => feed(undefined, { 'GET /session/catch-up': problem(500, 'internal') }),
  play: press('[part~=catch-up]'),
};
/** What one member did on some topics since a day: each is an attribute. */
export const Narrowed: Story = {
  render: () =>
    feed(
      html`<cop-activity-feed actor="m-bo" topic="retrospectives agile" since="2026-03-14" types="asked answered posted"></cop-activity-feed>`,
      {
        'GET /activities': page(acts.filter(({ actor }) => actor?.id === 'm-bo')),
      },
    ),
};
const grouped = { ...info, counts: { ...info.counts, groups: 2 } };
/** What members of a group did; others can be chosen. */
export const OfAGroup: Story = {
  render: () =>
    feed(html`<cop-activity-feed group="Cohort 2026"></cop-activity-feed>`, {
      'GET ': grouped,
      'GET /groups': {
        items: [
          { name: 'Cohort 2026', count: 24 },
          { name: 'Agile coaches of the north, with those who look after them', count: 7 },
        ],
      },
      'GET /activities': (request: Request) => page(new URL(request.url).searchParams.has('group') ? acts.slice(4, 8) : acts),
    }),
};
export const FollowingNothing: Story = {
  render: () => feed(html`<cop-activity-feed filter="following"></cop-activity-feed>`, { 'GET /activities': page([]) }),
};
export const MentionsMe: Story = {
  render: () =>
    feed(html`<cop-activity-feed filter="mentions"></cop-activity-feed>`, {
      'GET /activities': page([{ ...(named as Activity), forYou: 'mention' }]),
    }),
};
export const Unfolded: Story = { render: () => feed(), play: press('[part=unfold]') };
export const Reacting: Story = { render: () => feed(), play: press('[part=react]') };
export const Writing: Story = { render: () => feed(), play: press('[part~=write]') };
export const Message: Story = { render: () => feed(), play: press('a[data-id=p-1]') };
const file = (id: string, name: string, type: string, size: number) => ({
  id,
  name,
  type,
  size,
  url: `/api/communities/team-coaching/files/${id}`,
  createdAt: ago(60),
});
/** A picture, for all that is asked for as one. */
const picture = new URL('../docs/pictures/portal-wide-light.png', import.meta.url).href;
export const MessageWithFiles: Story = {
  render: () =>
    feed(undefined, {
      'GET /posts/:id': post({
        files: [
          { ...file('f-1', 'board.png', 'image/png', 812_000), url: picture },
          file('f-2', 'How we plan: a template.pdf', 'application/pdf', 1_400_000),
        ],
      }),
    }),
  play: press('a[data-id=p-1]'),
};
export const card = (change: Partial<LinkCard> = {}): LinkCard => ({
  url: 'https://www.example.org/guides/retros?lang=en',
  title: 'Retrospectives that lead somewhere',
  description: 'Five formats, how long each takes, and what to do when nobody speaks. With a sheet to print.',
  siteName: 'Agile Commons',
  object: null,
  ...change,
});
const nothingRead = { title: null, description: null, siteName: null };
const sent = (id: string, link: LinkCard, summary: string) =>
  activity({
    id: `v-${id}`,
    type: 'posted',
    object: { type: 'post', id, title: null, url: null },
    target: null,
    summary,
    link,
    published: ago(1),
  });
/** A page that was read, one that was not, what is here itself, and one that says too much. */
export const LinksInMessages: Story = {
  render: () =>
    feed(undefined, {
      'GET /activities': page([
        sent('p-1', card(), 'This helped us a lot: https://www.example.org/guides/retros?lang=en'),
        sent('p-2', card({ url: 'https://wiki.example.org/x/1', ...nothingRead }), 'https://wiki.example.org/x/1'),
        sent(
          'p-3',
          card({ ...nothingRead, url: 'https://portal.example/?cop-ask=1', title: question().title, object: aQuestion }),
          'Who knows more?',
        ),
        sent(
          'p-4',
          card({
            title: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft '.repeat(2),
            siteName: '<b>Bank</b>',
          }),
          'Long.',
        ),
      ]),
    }),
};
export const MessageWithLink: Story = {
  render: () => feed(undefined, { 'GET /posts/:id': post({ link: card(), linkPreview: true }) }),
  play: press('a[data-id=p-1]'),
};
export const OwnMessageWithLink: Story = {
  render: () =>
    feed(undefined, {
      'GET /posts/:id': post({ author: ada, link: card(), linkPreview: true, viewer: { can: ['edit', 'delete', 'comment'] } }),
    }),
  play: press('a[data-id=p-1]'),
};
export const WritingWithLink: Story = {
  render: () =>
    feed(undefined, {
      'GET ': { ...info, capabilities: [...info.capabilities, 'link-preview'] },
      'POST /link-preview': { ...card(), imageUrl: null, iconUrl: null, language: null, publishedOn: null, creator: null },
    }),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<HTMLElement>('cop-activity-feed');
    if (!element) return;
    (await ready(element, '[part~=write]')).click();
    const area = (await ready(element, 'textarea')) as HTMLTextAreaElement;
    area.value = 'This helped us a lot: https://www.example.org/guides/retros?lang=en.';
    area.dispatchEvent(new Event('input', { bubbles: true }));
    await ready(element, '[part=link-card]');
  },
};
/** One file is there, one is refused by its size. */
export const WritingWithFiles: Story = {
  render: () => feed(undefined, { 'POST /files': file('f-1', 'board.png', 'image/png', 812_000) }),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<HTMLElement>('cop-activity-feed');
    if (!element) return;
    (await ready(element, '[part~=write]')).click();
    const input = (await ready(element, '.attach input')) as HTMLInputElement;
    const chosen = new DataTransfer();
    chosen.items.add(new File([new Uint8Array(812_000)], 'board.png', { type: 'image/png' }));
    chosen.items.add(new File([new Uint8Array(11_000_000)], 'recording.pdf', { type: 'application/pdf' }));
    input.files = chosen.files;
    input.dispatchEvent(new Event('change'));
  },
};
export const OwnMessage: Story = { render: () => feed(undefined, { 'GET /posts/:id': own }), play: press('a[data-id=p-1]') };
export const MessageGone: Story = {
  render: () => feed(undefined, { 'GET /posts/:id': problem(404, 'not-found') }),
  play: press('a[data-id=p-1]'),
};
