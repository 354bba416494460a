import type {
  CollectionWithItems,
  NewResource,
  NewUse,
  Resource,
  ResourceKind,
  ResourceRequest,
  Session,
  Use,
} from '../src/contract/index.js';
import { ada, bo, comment, info, member, page, problem, resource, type Reply } from './fixtures.js';

/*
 * A library of resources in memory that searches, filters, counts, pages and keeps what is sent, as an endpoint does,
 * so that stories can be used and tests can act on them.
 */

const at = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString();
const unused = { total: 0, worked: 0, adapted: 0, failed: 0, contexts: [] };
const topics = {
  teams: { id: 'team-building', label: 'Team building' },
  hiring: { id: 'hiring', label: 'Hiring' },
  remote: { id: 'remote-teams', label: 'Remote teams' },
  feedback: { id: 'feedback', label: 'Feedback' },
};

const of = (id: string, kind: ResourceKind, title: string, change: Partial<Resource> = {}): Resource =>
  resource({
    id,
    kind,
    title,
    url: `https://example.org/${id}`,
    description: '',
    uses: unused,
    commentCount: 0,
    createdAt: at(40),
    ...change,
  });

export const someResources: Resource[] = [
  resource({ commentCount: 2 }),
  of('r-2', 'article', 'How to run a successful team retreat', {
    creator: 'C. Sample',
    createdAt: at(31),
    uses: { ...unused, total: 5, worked: 5 },
  }),
  of('r-3', 'article', 'Incentivize teams, not people', { creator: 'R. Placeholder', topics: [topics.teams, topics.feedback] }),
  of('r-4', 'template', 'Working agreement for a new team', {
    url: null,
    file: {
      id: 'f-1',
      name: 'working-agreement.pdf',
      type: 'application/pdf',
      size: 183_400,
      url: '/api/communities/team-coaching/files/f-1',
      createdAt: at(9),
    },
    description: 'One page. Fill in the **first three lines** together, the rest when it hurts.',
    creator: null,
    licence: 'CC BY 4.0',
    suggestedBy: ada,
    source: null,
    viewer: { use: null, vote: 0, saved: false, endorsed: false, can: ['edit', 'delete', 'comment', 'use', 'save', 'review', 'retire'] },
  }),
  of('r-5', 'recording', 'Erste Schritte im Team-Coaching', {
    language: 'de',
    creator: 'M. Beispiel',
    topics: [topics.teams, topics.remote],
  }),
  of('r-6', 'tool', 'A timer that everybody sees', {
    topics: [topics.remote],
    uses: { ...unused, total: 3, worked: 1, failed: 2, contexts: [{ outcome: 'failed', context: 'with more than two time zones' }] },
  }),
  of('r-7', 'book', 'A field guide to difficult conversations', {
    topics: [topics.feedback],
    publishedOn: '2016-03-01',
    endorsements: { total: 1, newest: [{ member: bo, note: 'We give it to every new lead.', createdAt: at(50) }] },
    review: { steward: ada, on: '2025-03-01', at: '2024-03-04T09:00:00Z', by: bo, due: true },
    viewer: { use: null, vote: 0, saved: false, endorsed: false, can: ['comment', 'use', 'vote', 'save', 'review', 'hand-over', 'retire'] },
  }),
  of('r-8', 'case', 'How a team of forty hired without interviews', { topics: [topics.hiring] }),
  of('r-9', 'guide', 'Guide to the first hundred days of a lead', { topics: [topics.hiring, topics.feedback] }),
  of('r-10', 'article', 'What a good stand-up is for', { topics: [topics.remote] }),
  of('r-11', 'article', 'Pairing across time zones', { topics: [topics.remote, topics.teams] }),
  of('r-12', 'course', 'Listening, in six lessons', { topics: [topics.feedback] }),
];

const uses = (item: Resource): Use[] =>
  item.uses.contexts.map(({ outcome, context }, i) => ({
    id: `u-${i}`,
    object: { type: 'resource', id: item.id, title: item.title, url: null },
    outcome,
    context,
    member: i % 2 ? ada : bo,
    createdAt: at(i + 3),
    mine: false,
  }));

type Narrowing = 'kind' | 'topic' | 'language' | 'outcome' | 'year' | 'form' | 'mark';
const one = (value: string) => ({ value, label: value });
const valuesOf: Record<Narrowing, (r: Resource) => { value: string; label: string }[]> = {
  kind: ({ kind }) => [{ value: kind, label: kind }],
  topic: (r) => r.topics.map(({ id, label }) => ({ value: id, label })),
  language: ({ language }) => (language ? [one(language)] : []),
  outcome: ({ uses: sum }) => (['worked', 'adapted', 'failed'] as const).filter((outcome) => sum[outcome]).map(one),
  year: ({ publishedOn }) => (publishedOn ? [one(publishedOn.slice(0, 4))] : []),
  form: ({ file }) => [one(file ? 'file' : 'link')],
  mark: ({ endorsements, review }) => [...(endorsements.total ? [one('endorsed')] : []), ...(review.due ? [one('due')] : [])],
};
/** Roughly what the server does: links are compared without scheme, `www.` and final slash. */
const keyOf = (url: string) => url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/[/?#]+$/, '');
const NAMES = Object.keys(valuesOf) as Narrowing[];

function narrowed(all: readonly Resource[], params: URLSearchParams, but?: Narrowing): Resource[] {
  const q = (params.get('q') ?? '').toLowerCase();
  const mine = params.get('mine') === 'true';
  const url = params.get('url');
  const meets = (r: Resource, name: Narrowing) => {
    const asked = params.getAll(name);
    return name === but || !asked.length || valuesOf[name](r).some(({ value }) => asked.includes(value));
  };
  return all.filter(
    (r) =>
      `${r.title} ${r.description}`.toLowerCase().includes(q) &&
      r.status === (params.get('status') ?? 'published') &&
      (!url || keyOf(r.url ?? '') === keyOf(url)) &&
      (!mine || r.suggestedBy?.id === ada.id) &&
      NAMES.every((name) => meets(r, name)),
  );
}

function facet(all: readonly Resource[], params: URLSearchParams, name: Narrowing) {
  const counts = new Map<string, { value: string; label: string; count: number }>();
  for (const { value, label } of narrowed(all, params, name).flatMap(valuesOf[name])) {
    counts.set(value, { value, label, count: (counts.get(value)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}

function listed(all: readonly Resource[], { searchParams: params }: URL) {
  const found = narrowed(all, params);
  const order = params.get('sort');
  if (order === 'title') found.sort((a, b) => a.title.localeCompare(b.title));
  if (order === 'used') found.sort((a, b) => b.uses.total - a.uses.total);
  const limit = Number(params.get('limit') ?? 20);
  const from = Number(params.get('cursor') ?? 0);
  const facets = Object.fromEntries(NAMES.map((name) => [name, facet(all, params, name)]));
  const next = from + limit < found.length ? String(from + limit) : null;
  const meant = params.get('q') === 'fedback' ? 'feedback' : null;
  return { items: found.slice(from, from + limit), nextCursor: next, total: found.length, facets, didYouMean: meant };
}

const collection = (id: string, title: string, change: Partial<CollectionWithItems>): CollectionWithItems => ({
  id,
  title,
  description: '',
  author: ada,
  filter: null,
  featured: false,
  count: 0,
  createdAt: at(20),
  updatedAt: at(20),
  version: 1,
  viewer: { can: ['edit', 'delete'] },
  items: [],
  ...change,
});
const held = (all: readonly Resource[], id: string, note = '') => all.filter((r) => r.id === id).map((item) => ({ resource: item, note }));

/** Answers of an endpoint that holds these resources. */
export function library(start: readonly Resource[] = someResources, session: Session = member): Record<string, Reply> {
  let all = [...start];
  let comments = [
    comment({ id: 'c-1', object: { type: 'resource', id: 'r-1' }, body: 'Takes _forty minutes_ with ten people.', author: bo }),
  ];
  const idOf = (request: Request, before: number) => new URL(request.url).pathname.split('/').at(before) ?? '';
  const find = (id: string) => all.find((r) => r.id === id);
  const replace = (item: Resource) => {
    all = all.map((r) => (r.id === item.id ? item : r));
    return item;
  };
  let saves: { object: { type: string; id: string; title: string; url: null }; createdAt: string }[] = [];
  let collections: CollectionWithItems[] = [
    collection('k-1', 'For new leads', {
      featured: true,
      description: 'What we wish we had read in the first month.',
      items: [...held(all, 'r-9', 'Begin here.'), ...held(all, 'r-1'), ...held(all, 'r-7')],
    }),
    collection('k-2', 'Everything on feedback', {
      filter: { topic: ['feedback'] },
      author: bo,
      items: [...held(all, 'r-7'), ...held(all, 'r-12')],
    }),
  ];
  let requests: ResourceRequest[] = [];
  const withoutItems = ({ items, ...rest }: CollectionWithItems) => ({ ...rest, count: items.length });
  return {
    'GET ': () => ({
      ...info,
      capabilities: [...info.capabilities, 'saves', 'collections', 'requests', 'link-preview', 'endorsements', 'reviews'],
      counts: { ...info.counts, collections: collections.length, requests: requests.length },
    }),
    'GET /saves': () => ({ saves }),
    'PUT /saves/:type/:id': (request: Request) => {
      const id = idOf(request, -1);
      saves = [{ object: { type: 'resource', id, title: find(id)?.title ?? '', url: null }, createdAt: at(0) }, ...saves];
      return { saves };
    },
    'DELETE /saves/:type/:id': (request: Request) => {
      saves = saves.filter(({ object }) => object.id !== idOf(request, -1));
      return { saves };
    },
    'GET /collections': (request: Request) => {
      const of = new URL(request.url).searchParams.get('resource');
      return page(collections.filter(({ items }) => !of || items.some((item) => item.resource.id === of)).map(withoutItems));
    },
    'GET /collections/:id': (request: Request) => {
      const one = collections.find(({ id }) => id === idOf(request, -1));
      return one ? { ...one, count: one.items.length } : problem(404, 'not-found');
    },
    'POST /collections': async (request: Request) => {
      const made = collection('k-new', 'New', { ...((await request.json()) as object), items: [] });
      collections = [made, ...collections];
      return made;
    },
    'PUT /collections/:id/items': async (request: Request) => {
      const { items } = (await request.json()) as { items: { resourceId: string; note: string }[] };
      const before = collections.find(({ id }) => id === idOf(request, -2));
      if (!before) return problem(404, 'not-found');
      if (request.headers.get('if-match') !== `"${before.version}"`) return problem(412, 'stale-version');
      const now = { ...before, version: before.version + 1, items: items.flatMap(({ resourceId, note }) => held(all, resourceId, note)) };
      collections = collections.map((one) => (one.id === now.id ? now : one));
      return { ...now, count: now.items.length };
    },
    'GET /requests': () => page(requests),
    'POST /requests': async (request: Request) => {
      const { title, details } = (await request.json()) as { title: string; details: string };
      const made: ResourceRequest = {
        id: `w-${requests.length + 1}`,
        title,
        details,
        author: session.member,
        resource: null,
        createdAt: at(0),
        closedAt: null,
        version: 1,
        viewer: { can: ['edit', 'delete', 'fulfil'] },
      };
      requests = [made, ...requests];
      return made;
    },
    'PUT /resources/:id/vote': async (request: Request) => {
      const item = find(idOf(request, -2));
      const { value } = (await request.json()) as { value: -1 | 0 | 1 };
      return item
        ? replace({ ...item, score: item.score - item.viewer.vote + value, viewer: { ...item.viewer, vote: value } })
        : problem(404, 'not-found');
    },
    'POST /resources/:id/reviews': (request: Request) => {
      const item = find(idOf(request, -2));
      return item
        ? replace({ ...item, review: { ...item.review, due: false, at: at(0), by: session.member, on: '2999-01-01' } })
        : problem(404, 'not-found');
    },
    'PUT /resources/:id/endorsement': async (request: Request) => {
      const item = find(idOf(request, -2));
      const { note } = (await request.json()) as { note: string };
      const mine = { member: session.member, note, createdAt: at(0) };
      return item
        ? replace({ ...item, endorsements: { total: 1, newest: [mine] }, viewer: { ...item.viewer, endorsed: true } })
        : problem(404, 'not-found');
    },
    'PUT /resources/:id/status': async (request: Request) => {
      const item = find(idOf(request, -2));
      const { status, reason } = (await request.json()) as { status: Resource['status']; reason: string };
      return item ? replace({ ...item, status, statusNote: reason, version: item.version + 1 }) : problem(404, 'not-found');
    },
    'POST /link-preview': {
      url: 'https://example.net/thing',
      title: 'The thing, explained',
      description: 'What it is, and when to leave it.',
      siteName: 'Example',
      imageUrl: null,
      iconUrl: null,
      language: 'en',
      publishedOn: '2024-05-06',
      creator: 'T. Hing',
    },
    'GET /resources': (request: Request) => listed(all, new URL(request.url)),
    'GET /resources/:id': (request: Request) => find(idOf(request, -1)) ?? problem(404, 'not-found'),
    'POST /resources': async (request: Request) => {
      const { fileId, topics: labels, draft, requestId: _, ...sent } = (await request.json()) as NewResource;
      const { url } = sent;
      const existing = url && all.find((r) => r.url && keyOf(r.url) === keyOf(url));
      if (existing) return { ...problem(409, 'conflict'), existing: { type: 'resource', id: existing.id, title: existing.title, url } };
      const file = fileId
        ? { id: fileId, name: 'notes.pdf', type: 'application/pdf', size: 2048, url: `/files/${fileId}`, createdAt: at(0) }
        : null;
      const added = of(`r-new-${all.length}`, sent.kind, sent.title, {
        ...sent,
        file,
        topics: (labels ?? []).map((label) => ({ id: label.toLowerCase(), label })),
        suggestedBy: session.member,
        createdAt: at(0),
        source: null,
        status: draft ? 'draft' : 'published',
        viewer: {
          use: null,
          vote: 0,
          saved: false,
          endorsed: false,
          can: ['edit', 'delete', 'comment', 'use', 'save', 'review', 'retire'],
        },
      } as Partial<Resource>);
      all = [added, ...all];
      return added;
    },
    'PATCH /resources/:id': async (request: Request) => {
      const item = find(idOf(request, -1));
      if (!item) return problem(404, 'not-found');
      if (request.headers.get('if-match') !== `"${item.version}"`) return problem(412, 'stale-version');
      const { topics: labels, ...patch } = (await request.json()) as Partial<NewResource>;
      const changed = labels ? { topics: labels.map((label) => ({ id: label.toLowerCase(), label })) } : {};
      return replace({ ...item, ...(patch as Partial<Resource>), ...changed, version: item.version + 1, editedAt: at(0) });
    },
    'DELETE /resources/:id': (request: Request) => {
      all = all.filter((r) => r.id !== idOf(request, -1));
      return undefined;
    },
    'PUT /resources/:id/use': async (request: Request) => {
      const use = (await request.json()) as NewUse;
      const item = find(idOf(request, -2));
      if (!item) return problem(404, 'not-found');
      const told = { outcome: use.outcome, context: use.context ?? '' };
      const sum = {
        ...item.uses,
        total: item.uses.total + 1,
        [use.outcome]: item.uses[use.outcome] + 1,
        contexts: [told, ...item.uses.contexts],
      };
      replace({ ...item, uses: sum, viewer: { ...item.viewer, use: told } });
      return sum;
    },
    'GET /uses': (request: Request) =>
      page(uses(find(new URL(request.url).searchParams.get('resource') ?? '') ?? resource({ uses: unused }))),
    'GET /comments': (request: Request) =>
      page(comments.filter(({ object }) => object.id === new URL(request.url).searchParams.get('resource'))),
    'POST /comments': async (request: Request) => {
      const sent = comment({
        ...((await request.json()) as { body: string; object: { type: 'resource'; id: string } }),
        id: `c-${comments.length + 1}`,
        author: session.member,
        createdAt: at(0),
        viewer: { can: ['edit', 'delete'] },
      });
      comments = [...comments, sent];
      return sent;
    },
    'GET /topics': { items: Object.values(topics).map((topic, i) => ({ ...topic, count: 40 - i * 9 })) },
    'POST /files': { id: 'f-new', name: 'notes.pdf', type: 'application/pdf', size: 2048, url: '/files/f-new', createdAt: at(0) },
  };
}
