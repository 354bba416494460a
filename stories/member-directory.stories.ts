import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import '../src/elements/community/community.define.js';
import '../src/elements/member-directory/member-directory.define.js';
import type { Activity, Member, MemberPatch, Problem, Session } from '../src/contract/index.js';
import {
  activity,
  ada,
  chooseIn,
  endpointOf,
  info,
  member,
  never,
  offline,
  page,
  person,
  pressIn,
  problem,
  reader,
  steward,
  topic,
  visitor,
  withEndpoint,
} from './fixtures.js';

const meta: Meta = { title: 'Elements/Member directory', component: 'cop-member-directory', excludeStories: /^[a-z]/ };
export default meta;

const SURNAMES = ['Abara', 'Berg', 'Castillo', 'Dlamini', 'Eriksen', 'Fofana', 'García', 'Haddad', 'Ivanova', 'Jansen'];
const PLACES = [
  { place: 'Port Sudan, Sudan', country: 'SD', timeZone: 'Africa/Khartoum' },
  { place: 'Boston, United States', country: 'US', timeZone: 'America/New_York' },
  { place: 'Köln, Germany', country: 'DE', timeZone: 'Europe/Berlin' },
  { place: null, country: 'BR', timeZone: 'America/Sao_Paulo' },
  { place: null, country: null, timeZone: 'Asia/Tokyo' },
] as const;

/** The n-th of a long list of people, always the same. */
export const numbered = (n: number): Member =>
  person({
    id: `m-${n}`,
    name: `${['Amal', 'Bo', 'Chiara', 'Dele'][n % 4]} ${SURNAMES[n % 10]} ${n}`,
    headline: ['Lecturer', 'Software engineer', 'Agile coach', ''][n % 4] ?? '',
    ...PLACES[n % 5],
    participation: n % 7 === 3 ? 'break' : 'active',
    steward: n === 2,
    pronouns: n % 3 === 0 ? 'she/her' : null,
    offers: [topic('Data curation'), topic('Mentoring'), topic('Remote teams')].slice(0, n % 4),
    needs: n % 2 ? [topic('Facilitation')] : [],
  });
const people = [person(), ...Array.from({ length: 5 }, (_, n) => numbered(n + 1))];

/** Ada, who is signed in. */
export const self = (change: Partial<Member> = {}): Member =>
  person({
    id: ada.id,
    name: ada.name,
    headline: 'Agile coach',
    bio: 'I help teams to **start well**.\n\nBefore that I was a teacher.',
    visibility: { links: 'members' },
    links: [
      { kind: 'email', label: '', url: 'mailto:ada@example.org' },
      { kind: 'orcid', label: '', url: 'https://orcid.org/0000-0002-1825-0097' },
    ],
    viewer: { self: true, can: ['edit'] },
    ...change,
  });

const facets = {
  offers: [
    topic('Data curation', 21),
    topic('Mentoring', 14),
    topic('Remote teams', 9),
    topic('Retrospectives', 5),
    topic('Hiring', 3),
    topic('Kanban', 2),
    topic('Writing', 1),
  ],
  needs: [topic('Facilitation', 12), topic('Data curation', 4)],
  topic: [topic('Team building', 30)],
  country: [
    { id: 'DE', label: 'DE', count: 41 },
    { id: 'SD', label: 'SD', count: 7 },
  ],
  language: [
    { id: 'en', label: 'en', count: 90 },
    { id: 'ar', label: 'ar', count: 12 },
  ],
  zone: [
    { id: 'Europe/Berlin', label: 'Europe/Berlin', count: 38 },
    { id: 'Africa/Khartoum', label: 'Africa/Khartoum', count: 7 },
  ],
  group: [
    { id: 'Cohort 2026', label: 'Cohort 2026', count: 8 },
    { id: 'Working group on hiring', label: 'Working group on hiring', count: 5 },
  ],
};
const counted = Object.fromEntries(
  Object.entries(facets).map(([name, values]) => [name, values.map(({ id, label, count }) => ({ value: id, label, count }))]),
);

const deeds: Activity[] = [
  activity(),
  activity({
    id: 'v-2',
    type: 'used',
    object: { type: 'resource', id: 'r-1', title: 'Personal maps', url: null },
    target: null,
    summary: null,
  }),
  activity({
    id: 'v-3',
    type: 'joined',
    object: { type: 'member', id: 'm-bo', title: 'Bo Muster', url: null },
    target: null,
    summary: null,
  }),
];

/** An endpoint over a list of members: search by name, filters, pages by cursor. */
export function directory(members: readonly Member[], change: Record<string, unknown> = {}, session?: Session) {
  const list = (request: Request) => {
    const query = new URL(request.url).searchParams;
    const has = (name: string, values: (m: Member) => (string | null)[]) => (m: Member) => {
      const asked = query.getAll(name);
      return !asked.length || values(m).some((value) => value !== null && asked.includes(value));
    };
    const found = members
      .filter((m) => m.name.toLowerCase().includes((query.get('q') ?? '').toLowerCase()))
      .filter(has('offers', (m) => m.offers.map(({ id }) => id)))
      .filter(has('needs', (m) => m.needs.map(({ id }) => id)))
      .filter(has('country', (m) => [m.country]));
    const from = Number(query.get('cursor') ?? 0);
    const limit = Number(query.get('limit') ?? 20);
    return page(found.slice(from, from + limit), {
      total: query.has('cursor') ? null : found.length,
      nextCursor: from + limit < found.length ? String(from + limit) : null,
      facets: query.get('facets') ? counted : null,
    });
  };
  const one = (request: Request) => {
    const id = new URL(request.url).pathname.split('/').at(-1);
    return members.find((m) => m.id === id) ?? problem(404, 'not-found');
  };
  return endpointOf(
    {
      'GET ': { ...info, counts: { ...info.counts, members: members.length } },
      'GET /members': list,
      'GET /members/:id': one,
      'GET /activities': page(deeds),
      'GET /topics': { items: [topic('Facilitation', 12), topic('Mentoring', 9)] },
      ...change,
    },
    session,
  );
}

/** Takes what is saved, with a version; refuses as told. */
export function saving(start: Member, refuse: (patch: MemberPatch, request: Request) => Problem | undefined = () => undefined) {
  let kept = start;
  const refs = (labels: readonly string[]) => labels.map((label) => topic(label));
  return {
    get kept() {
      return kept;
    },
    /** As another tab of the same person would. */
    elsewhere(change: Partial<Member>) {
      kept = { ...kept, ...change, version: kept.version + 1 };
    },
    replies: {
      'GET /members/:id': () => kept,
      'PATCH /members/:id': async (request: Request) => {
        const patch = (await request.json()) as MemberPatch;
        const refused = refuse(patch, request);
        if (refused) return refused;
        if (request.headers.get('if-match') !== `"${kept.version}"`) return problem(412, 'stale-version');
        const { topics, offers, needs, ...plain } = patch;
        kept = {
          ...kept,
          ...plain,
          ...(topics && { topics: refs(topics) }),
          ...(offers && { offers: refs(offers) }),
          ...(needs && { needs: refs(needs) }),
          version: kept.version + 1,
        } as Member;
        return kept;
      },
    },
  };
}

const element = html`<cop-member-directory></cop-member-directory>`;
const story = (render: () => TemplateResult): StoryObj => ({ render });

type Directory = HTMLElementTagNameMap['cop-member-directory'];
/** Opens a profile as a click on its name would, once it is known who is signed in. */
const opened = (id: string) =>
  html`<cop-member-directory ${ref((found) => found && openLater(found as Directory, id))}></cop-member-directory>`;
function openLater(directory: Directory, id: string): void {
  if (directory.found.value?.session) directory.url.open(id);
  else requestAnimationFrame(() => directory.isConnected && openLater(directory, id));
}
const others = ({ id }: Member) => people.filter((m) => m.id !== id);
const profileOf = (shown: Member, session?: Session, change: Record<string, unknown> = {}) =>
  story(() => withEndpoint(directory([shown, ...others(shown)], change, session), opened(shown.id)));

export const Default = story(() => withEndpoint(directory(people), element));
export const OwnRows = story(() =>
  withEndpoint(
    directory(people),
    html`<cop-member-directory .renderItem=${(one: Member) => html`<b>${one.name}</b>`}></cop-member-directory>`,
  ),
);
export const Pages = story(() =>
  withEndpoint(
    directory(Array.from({ length: 250 }, (_, n) => numbered(n))),
    html`<cop-member-directory limit="10"></cop-member-directory>`,
  ),
);
export const Filtered = story(() =>
  withEndpoint(directory(people), html`<cop-member-directory offers="data-curation" country="SD, US" q="b"></cop-member-directory>`),
);
const topicRef = { id: 'remote-teams', label: 'Remote teams' };
const found = [
  person({ reasons: [{ kind: 'offer', topic: topicRef, question: null }] }),
  { ...numbered(1), reasons: [{ kind: 'topic' as const, topic: topicRef, question: null }] },
  {
    ...numbered(2),
    reasons: [
      {
        kind: 'answered' as const,
        topic: null,
        question: { type: 'question' as const, id: 'q-1', title: 'How do we begin a retrospective?', url: null },
      },
    ],
  },
];
export const WhoCanHelp = story(() =>
  withEndpoint(
    directory(people, { 'GET /members': page(found) }),
    html`<cop-member-directory mode="help" q="remote teams"></cop-member-directory>`,
  ),
);
export const WhoAlsoNeeds = story(() =>
  withEndpoint(
    directory(people, { 'GET /members': page([person({ reasons: [{ kind: 'need', topic: topicRef, question: null }] })]) }),
    html`<cop-member-directory mode="need" q="remote teams"></cop-member-directory>`,
  ),
);
export const NobodyCanHelp = story(() =>
  withEndpoint(directory([]), html`<cop-member-directory mode="help" q="beekeeping"></cop-member-directory>`),
);
export const Loading = story(() => withEndpoint(directory([], { 'GET /members': never }), element));
export const Empty = story(() => withEndpoint(directory([]), element));
export const EmptyFound = story(() =>
  withEndpoint(directory(people), html`<cop-member-directory q="nobody is called so"></cop-member-directory>`),
);
export const Error = story(() => withEndpoint(directory([], { 'GET /members': problem(503, 'busy') }), element));
export const Offline = story(() => withEndpoint(directory([], { 'GET /members': offline }), element));
export const NoPermission = story(() => withEndpoint(directory([], { 'GET /members': problem(403, 'forbidden') }, reader), element));
export const SignedOut = story(() => withEndpoint(directory(people, {}, visitor), element));
export const Unconfigured = story(() => html`<cop-member-directory community="nowhere"></cop-member-directory>`);
export const Compact = story(() =>
  withEndpoint(directory(people), html`<cop-member-directory density="compact" heading="Who is who"></cop-member-directory>`),
);
export const Narrow = story(
  () => html`<div class="narrow">${withEndpoint(directory(people), html`<cop-member-directory limit="3"></cop-member-directory>`)}</div>`,
);
export const Dark = story(() => html`<div class="dark-host">${withEndpoint(directory(people), element)}</div>`);
export const German = story(() => html`<div lang="de">${withEndpoint(directory(people), element)}</div>`);
export const LongWords = story(() =>
  withEndpoint(
    directory([
      person({
        name: 'Maximiliane-Friederike von und zu Donaudampfschifffahrtsgesellschaft',
        headline: 'Rechtsschutzversicherungsgesellschaftenbeauftragte für Betriebsunterbrechungsversicherungen',
        offers: Array.from({ length: 12 }, (_, n) => topic(`Betriebsratsvorsitzendenschulungsprogramm ${n}`)),
        needs: Array.from({ length: 5 }, (_, n) => topic(`Aufmerksamkeitsdefizit ${n}`)),
      }),
    ]),
    element,
  ),
);
export const HugeNumbers = story(() =>
  withEndpoint(
    directory(people, {
      'GET /members': page(people, { total: 1_234_567, nextCursor: 'x' }),
      'GET ': { ...info, counts: { ...info.counts, members: 1_234_567 } },
    }),
    element,
  ),
);
const arabic = person({
  id: 'm-noor',
  name: 'نور الهدى',
  headline: 'مدربة فرق',
  place: 'بورتسودان، السودان',
  bio: 'أعمل مع ثلاثة فرق في بلدين.',
  offers: [{ id: 'tanzim', label: 'تنظيم البيانات' }],
  needs: [{ id: 'taysir', label: 'التيسير' }],
  pronouns: null,
});
export const RightToLeft = story(() => html`<div dir="rtl" lang="ar">${withEndpoint(directory([arabic, ...people]), element)}</div>`);

export const Profile = profileOf(person());
export const ProfileSignedOut = profileOf(person({ links: [] }), visitor);
const withFields = {
  ...info,
  profileFields: [
    { id: 'team', label: 'Team', type: 'choice' as const, options: ['North', 'South'] },
    { id: 'page', label: 'Team page', type: 'url' as const },
  ],
};
const telling = {
  workingHours: { days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00' },
  fields: { team: 'North', page: 'https://example.org/north' },
  presence: 'today' as const,
};
export const ProfileTelling = profileOf(person(telling), member, { 'GET ': withFields, 'GET /follows': { follows: [] } });
export const ProfileSparse = profileOf(
  person({
    headline: '',
    bio: '',
    pronouns: null,
    place: null,
    country: null,
    timeZone: null,
    languages: [],
    topics: [],
    offers: [],
    needs: [],
    links: [],
    groups: [],
    participation: null,
    joinedAt: null,
    demo: false,
    source: {
      name: 'Example list',
      url: 'https://example.org',
      licence: 'CC0 1.0',
      licenceUrl: 'https://creativecommons.org/publicdomain/zero/1.0/',
    },
  }),
  member,
  { 'GET /activities': page([]) },
);
export const ProfileOwn = profileOf(self({ offers: [], bio: '', listed: false }));
export const ProfileRightToLeft = story(() => html`<div dir="rtl" lang="ar">${withEndpoint(directory([arabic]), opened(arabic.id))}</div>`);
export const ProfileGone = profileOf(person({ id: 'm-gone' }), member, { 'GET /members/:id': problem(404, 'not-found') });
export const ProfileLoading = profileOf(person(), member, { 'GET /members/:id': never });
export const ProfileError = profileOf(person(), member, { 'GET /members/:id': problem(500, 'server') });

const press = (canvas: HTMLElement, selector: string) => pressIn(canvas, 'cop-member-directory', selector);
const editing = (replies: Record<string, unknown>, ...presses: string[]): StoryObj => ({
  render: () => withEndpoint(directory([self(), ...people], replies), opened(ada.id)),
  play: async ({ canvasElement }) => {
    for (const selector of ['.edit', ...presses]) await press(canvasElement, selector);
  },
});
/** Opens what is below a profile. */
const below = (shown: Member, session: Session | undefined, change: Record<string, unknown> = {}): StoryObj => ({
  render: () => withEndpoint(directory([shown, ...others(shown)], change, session), opened(shown.id)),
  play: ({ canvasElement }) => press(canvasElement, '.profile > .actions button'),
});
export const ProfileAccount = below(self({ viewer: { self: true, can: ['edit', 'export', 'delete'] } }), member);
export const ProfileLeaving = profileOf(
  self({ viewer: { self: true, can: ['edit', 'export', 'delete'] }, deletionDueAt: '2031-05-02T10:00:00Z' }),
);
export const ProfileGroups = below(person({ viewer: { self: false, can: ['groups'] } }), steward);
/** Members as a steward sees them; the second is in two groups. */
export const cared = people.map((m, n): Member => ({
  ...m,
  groups:
    n === 1
      ? [
          { name: 'Cohort 2026', role: 'mentor' },
          { name: 'Working group on hiring', role: null },
        ]
      : m.groups,
  viewer: { self: false, can: ['groups'] },
}));
/** Several members are chosen, and something is about to be done with them. */
const choosing = (presses: readonly string[] = [], change: Record<string, unknown> = {}, content = element): StoryObj => ({
  render: () => withEndpoint(directory(cared, change, steward), content),
  play: async ({ canvasElement }) => {
    await chooseIn(canvasElement, 'cop-member-directory', 1, 2, 4);
    for (const selector of presses) await pressIn(canvasElement, 'cop-member-directory', selector);
  },
});
/** The same, with the second of two ways chosen: out of a group. */
const leaving = (presses: readonly string[] = [], change: Record<string, unknown> = {}): StoryObj => {
  const begun = choosing(['#bulk-groups'], change);
  return {
    ...begun,
    play: async (context) => {
      await begun.play?.(context);
      const select = () =>
        context.canvasElement.querySelector('cop-member-directory')?.shadowRoot?.querySelector<HTMLSelectElement>('.bulk select');
      while (!select() && context.canvasElement.isConnected) await new Promise((next) => setTimeout(next, 20));
      Object.assign(select() ?? {}, { value: 'out' });
      select()?.dispatchEvent(new Event('change'));
      for (const selector of presses) await pressIn(context.canvasElement, 'cop-member-directory', selector);
    },
  };
};
export const Choosing = choosing();
export const ChoosingAGroup = choosing(['#bulk-groups']);
export const ChoosingToTakeOut = leaving();
export const ChoosingRunning = leaving(['#bulk-go[aria-disabled=false]'], { 'PUT /members/:id/groups': never });
export const ChoosingRefused = leaving(['#bulk-go[aria-disabled=false]'], { 'PUT /members/:id/groups': problem(403, 'forbidden') });
export const ChoosingOwnRows = choosing([], {}, html`<cop-member-directory .renderItem=${(m: Member) => m.name}></cop-member-directory>`);
export const ChoosingGerman = choosing(['#bulk-groups'], {}, html`<cop-member-directory lang="de"></cop-member-directory>`);
export const ChoosingRightToLeft = choosing(['#bulk-groups'], {}, html`<div dir="rtl" lang="ar">${element}</div>`);
export const ProfileFormOwnFields = editing({
  ...saving(self({ ...telling, quietHours: { from: '20:00', to: '08:00' } })).replies,
  'GET ': withFields,
});
export const ProfileForm = editing(saving(self()).replies);
export const ProfileFormRefused = editing(
  {
    ...saving(self(), () => ({
      ...problem(422, 'invalid', 'Two things are wrong.'),
      errors: [
        { pointer: '/timeZone', code: 'unknown', detail: 'This is not a time zone.' },
        { pointer: '/links/1/url', code: 'invalid', detail: 'This address is too long.' },
      ],
    })).replies,
  },
  'input[value=break]',
  '.profile-form .primary',
);
export const ProfileFormServerDown = editing(
  saving(self(), () => problem(500, 'server')).replies,
  'input[value=break]',
  '.profile-form .primary',
);
export const ProfileFormGerman: StoryObj = {
  ...ProfileForm,
  render: () => html`<div lang="de">${withEndpoint(directory([self(), ...people]), opened(ada.id))}</div>`,
};
