import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { communities, members } from '../../server/store/schema.js';
import { COMMUNITY, startServer, type Harness, type Persona } from './harness.js';

interface Ref {
  id: string;
  label: string;
}
interface Member {
  id: string;
  name: string;
  bio: string;
  place: string | null;
  country: string | null;
  languages: string[];
  timeZone: string | null;
  topics: Ref[];
  offers: Ref[];
  needs: Ref[];
  links: { kind: string; url: string; label: string }[];
  participation: string | null;
  workingHours: object | null;
  fields: Record<string, string>;
  presence: string | null;
  version: number;
  listed: boolean;
  visibility: Record<string, string> | null;
  viewer: { self: boolean; can: string[] };
}
interface Count {
  value: string;
  label: string;
  count: number;
}
interface Page {
  items: Member[];
  nextCursor: string | null;
  total: number | null;
  facets:
    | (Record<'topic' | 'offers' | 'needs' | 'country' | 'language' | 'zone' | 'group', Count[]> & {
        fields: { id: string; values: Count[] }[];
      })
    | null;
}

let server: Harness;
before(async () => {
  server = await startServer();
});
after(() => server.close());

const list = (query: string, persona: Persona = 'visitor') => server.as(persona).get<Page>(`/members?${query}`);
const names = async (query: string, persona?: Persona) => (await list(query, persona)).body.items.map(({ name }) => name);
const profile = async (id: string, persona: Persona) => (await server.as(persona).get<Member>(`/members/${id}`)).body;
const edit = async (persona: 'anna' | 'ben' | 'stella', change: object) => {
  const id = server.ids[persona];
  const { etag } = await server.as(persona).get(`/members/${id}`);
  return server.as(persona).patch<Member>(`/members/${id}`, change, etag);
};
async function allPages(query: string, persona?: Persona): Promise<Member[]> {
  const items: Member[] = [];
  let cursor = '';
  do {
    const { body } = await list(`${query}${cursor && `&cursor=${cursor}`}`, persona);
    items.push(...body.items);
    cursor = body.nextCursor ?? '';
  } while (cursor);
  return items;
}

test('the directory holds who joined and is listed', async () => {
  assert.deepEqual(await names(''), ['Anna Ek', 'Ben Okafor', 'Stella Marin']);
  const fay = await profile(server.ids.fay, 'visitor');
  assert.equal(fay.name, 'Fay Author', 'who wrote elsewhere has a profile, though not in the directory');
  await edit('ben', { listed: false });
  assert.deepEqual(await names(''), ['Anna Ek', 'Stella Marin']);
  assert.deepEqual(await names('q=okafor', 'anna'), []);
  for (const [persona, status] of [
    ['visitor', 404],
    ['anna', 404],
    ['ben', 200],
    ['stella', 200],
  ] as const) {
    assert.equal((await server.as(persona).get(`/members/${server.ids.ben}`)).status, status, persona);
  }
  await edit('ben', { listed: true });
});

test('a profile is edited by its member alone, from the version that was read', async () => {
  const path = `/members/${server.ids.anna}`;
  const { etag, body } = await server.as('anna').get<Member>(path);
  assert.deepEqual(body.viewer, { self: true, can: ['edit', 'export', 'delete'] });
  const changed = await server.as('anna').patch<Member>(
    path,
    {
      bio: 'I *coach*.',
      offers: ['Conflict', 'C++', 'conflict'],
      languages: ['en', 'sv'],
      timeZone: 'Europe/Stockholm',
      country: 'SE',
      participation: 'active',
      pronouns: null,
    },
    etag,
  );
  assert.equal(changed.status, 200);
  assert.deepEqual(
    changed.body.offers.map(({ label }) => label),
    ['Conflict', 'C++'],
    'labels are kept, twice the same is once',
  );
  assert.notEqual(changed.etag, etag);
  assert.equal((await server.as('anna').patch(path, { bio: 'x' }, etag)).status, 412);
  assert.equal((await server.as('anna').patch(path, { bio: 'x' }, null)).status, 428);
  for (const persona of ['ben', 'stella'] as const)
    assert.equal((await server.as(persona).patch(path, { bio: 'x' }, '*')).status, 403, persona);
  assert.equal((await server.as('visitor').patch(path, { bio: 'x' }, '*')).status, 401);
});

test('bad profiles are refused, field by field', async () => {
  const bad: [object, string][] = [
    [{ name: ' ' }, '/name'],
    [{ bio: 'x'.repeat(5001) }, '/bio'],
    [{ country: 'Sweden' }, '/country'],
    [{ languages: ['not a language'] }, '/languages/0'],
    [{ timeZone: 'Mars/Olympus' }, '/timeZone'],
    [{ offers: ['???'] }, '/offers/0'],
    [{ links: [{ kind: 'website', label: 'x', url: 'javascript:alert(1)' }] }, '/links/0/url'],
    [{ links: [{ kind: 'email', label: 'x', url: 'mailto:a b@example.org' }] }, '/links/0/url'],
    [{ participation: 'busy' }, '/participation'],
    [{ visibility: { bio: 'friends' } }, '/visibility/bio'],
    [{ topics: Array.from({ length: 13 }, (_, i) => `t${i}`) }, '/topics'],
  ];
  for (const [change, pointer] of bad) {
    const { status, body } = await server.as('anna').patch<{ errors: { pointer: string }[] }>(`/members/${server.ids.anna}`, change, '*');
    assert.equal(status, 422, pointer);
    assert.deepEqual(
      body.errors.map((error) => error.pointer),
      [pointer],
    );
  }
  assert.equal((await server.as('anna').get('/members/nobody')).status, 404);
  for (const query of ['limit=0', 'limit=101', 'sort=age']) assert.equal((await list(query)).status, 422, query);
  for (const cursor of [
    'x',
    Buffer.from('["name",1]').toString('base64url'),
    Buffer.from('["joined","2026-01-01T00:00:00Z","no"]').toString('base64url'),
  ]) {
    assert.equal((await list(`cursor=${cursor}`)).status, 400, cursor);
  }
});

const SEEN: Record<string, Persona[]> = {
  everyone: ['visitor', 'anna', 'stella', 'ben'],
  members: ['anna', 'stella', 'ben'],
  stewards: ['stella', 'ben'],
  nobody: ['ben'],
};

test('each field is read, found, filtered and counted by whom its member chose, and nobody else', async () => {
  const filled = {
    bio: 'Loves xylophones',
    place: 'Zanzibar',
    country: 'TZ',
    languages: ['sw'],
    timeZone: 'Africa/Dar_es_Salaam',
    offers: ['Yodelling'],
    needs: ['Quilting'],
    links: [{ kind: 'website', label: 'Home', url: 'https://example.org' }],
    participation: 'core',
  };
  const fields = ['bio', 'place', 'languages', 'timeZone', 'offers', 'needs', 'links', 'participation'] as const;
  const searches: [string, string][] = [
    ['bio', 'q=xylophones'],
    ['place', 'q=zanzibar'],
    ['offers', 'q=yodelling'],
    ['offers', 'offers=yodelling'],
    ['needs', 'needs=quilting'],
    ['place', 'country=TZ'],
    ['languages', 'language=sw'],
    ['timeZone', 'zone=Africa/Dar_es_Salaam'],
  ];
  const facets: [string, 'offers' | 'needs' | 'country' | 'language' | 'zone', string][] = [
    ['offers', 'offers', 'yodelling'],
    ['needs', 'needs', 'quilting'],
    ['place', 'country', 'TZ'],
    ['languages', 'language', 'sw'],
    ['timeZone', 'zone', 'Africa/Dar_es_Salaam'],
  ];
  for (const [level, readers] of Object.entries(SEEN)) {
    await edit('ben', { ...filled, visibility: Object.fromEntries(fields.map((field) => [field, level])) });
    for (const persona of ['visitor', 'anna', 'stella', 'ben'] as const) {
      const sees = readers.includes(persona);
      const ben = await profile(server.ids.ben, persona);
      for (const field of fields) {
        const value = ben[field];
        assert.equal(value !== null && value.length > 0, sees, `${persona} reads ${field} for ${level}`);
      }
      assert.equal(ben.country !== null, sees);
      assert.equal(ben.visibility !== null, persona === 'ben' || persona === 'stella');
      // A list counts and finds with the eyes of one's role, also oneself.
      const finds = sees && (persona !== 'ben' || readers.includes('anna'));
      for (const [field, query] of searches)
        assert.equal((await names(query, persona)).includes('Ben Okafor'), finds, `${persona} finds ${field} by ${query} for ${level}`);
      const counted = (await list('facets=true', persona)).body.facets;
      for (const [field, facet, value] of facets) {
        assert.equal(counted?.[facet].some((one) => one.value === value) ?? false, finds, `${persona} counts ${field} for ${level}`);
      }
    }
  }
  await edit('ben', { visibility: Object.fromEntries(fields.map((field) => [field, 'everyone'])) });
});

const OWN_FIELDS = [
  { id: 'team', label: 'Team', type: 'choice' as const, options: ['Red', 'Blue'] },
  { id: 'page', label: 'Page', type: 'url' as const },
  { id: 'motto', label: 'Motto', type: 'text' as const },
];

test('the community’s own fields, working hours and presence are seen by whom their member chose; fields and presence by members unless said otherwise', async () => {
  const { db } = server.database;
  await db.update(communities).set({ profileFields: OWN_FIELDS }).where(eq(communities.id, COMMUNITY));
  await db.update(members).set({ lastVisitAt: new Date() }).where(eq(members.id, server.ids.ben));
  const workingHours = { days: [1, 2, 3], from: '09:00', to: '17:00' };
  await edit('ben', { workingHours, fields: { team: 'Red', motto: 'Onward' }, visibility: { workingHours: 'everyone' } });
  const told = ({ workingHours: hours, fields, presence }: Member) => [hours !== null, fields.team, presence];
  assert.deepEqual(told(await profile(server.ids.ben, 'visitor')), [true, undefined, null]);
  assert.deepEqual(told(await profile(server.ids.ben, 'anna')), [true, 'Red', 'today']);
  for (const [level, readers] of Object.entries(SEEN)) {
    await edit('ben', { visibility: { workingHours: level, fields: level, presence: level } });
    for (const persona of ['visitor', 'anna', 'stella', 'ben'] as const) {
      const sees = readers.includes(persona);
      assert.deepEqual(
        told(await profile(server.ids.ben, persona)),
        sees ? [true, 'Red', 'today'] : [false, undefined, null],
        `${persona} ${level}`,
      );
      const finds = sees && (persona !== 'ben' || readers.includes('anna'));
      assert.equal((await names('field=team:Red', persona)).includes('Ben Okafor'), finds, `${persona} finds by a field for ${level}`);
      const counted = (await list('facets=true', persona)).body.facets?.fields;
      assert.deepEqual(
        counted?.map(({ id, values }) => [id, values.map(({ value }) => value)]),
        [['team', finds ? ['Red'] : []]],
        `${persona} counts ${level}`,
      );
    }
  }
  await edit('ben', { visibility: { workingHours: 'everyone', fields: 'members', presence: 'members' } });
  for (const [days, presence] of [
    [0.9, 'today'],
    [6, 'week'],
    [8, null],
  ] as const) {
    await db
      .update(members)
      .set({ lastVisitAt: new Date(Date.now() - days * 86_400_000) })
      .where(eq(members.id, server.ids.ben));
    assert.equal((await profile(server.ids.ben, 'anna')).presence, presence, `${days} days ago`);
  }
  await edit('ben', { fields: { motto: '' } });
  assert.deepEqual((await profile(server.ids.ben, 'ben')).fields, { team: 'Red' }, 'an empty text takes it away, the rest stays');
  for (const [fields, pointer] of [
    [{ team: 'Green' }, '/fields/team'],
    [{ page: 'javascript:alert(1)' }, '/fields/page'],
    [{ salary: '1' }, '/fields/salary'],
  ] as const) {
    const { status, body } = await server
      .as('anna')
      .patch<{ errors: { pointer: string }[] }>(`/members/${server.ids.anna}`, { fields }, '*');
    assert.deepEqual([status, body.errors[0]?.pointer], [422, pointer]);
  }
  for (const hours of [
    { ...workingHours, days: [] },
    { ...workingHours, days: [8] },
    { ...workingHours, from: '9:00' },
  ])
    assert.equal((await server.as('anna').patch(`/members/${server.ids.anna}`, { workingHours: hours }, '*')).status, 422);
});

test('many people are had by their ids in one request, in that order, without those who are not to be seen', async () => {
  await edit('ben', { listed: false });
  const { anna, ben, stella, fay } = server.ids;
  const query = [stella, ben, fay, anna, uuidv7(), 'nobody', stella].map((id) => `id=${id}`).join('&');
  assert.deepEqual(await names(query), ['Stella Marin', 'Fay Author', 'Anna Ek']);
  assert.deepEqual(await names(query, 'stella'), ['Stella Marin', 'Ben Okafor', 'Fay Author', 'Anna Ek']);
  await edit('ben', { listed: true });
  const { body } = await list(`id=${ben}&limit=1&q=nothing`);
  assert.deepEqual([body.items.length, body.nextCursor, body.facets], [1, null, null]);
  const hundred = Array.from({ length: 100 }, () => `id=${uuidv7()}`).join('&');
  assert.equal((await list(hundred)).status, 200);
  assert.equal((await list(`${hundred}&id=${ben}`)).status, 422);
  assert.equal(
    (await server.as('anna', 'digital-government').get<Page>(`/members?id=${ben}`)).body.items.length,
    0,
    'of another community',
  );
});

test('nowhere is a number that sums up what a person did', async () => {
  const numbers = Object.entries(await profile(server.ids.ben, 'stella')).filter(([, value]) => typeof value === 'number');
  assert.deepEqual(
    numbers.map(([name]) => name),
    ['version'],
  );
});

test('a mail address is for members, unless its owner says otherwise', async () => {
  const links = [
    { kind: 'email', label: 'Mail', url: 'mailto:stella@example.org' },
    { kind: 'website', label: 'Home', url: 'https://example.org/' },
  ];
  await edit('stella', { links });
  const kinds = async (persona: Persona) => (await profile(server.ids.stella, persona)).links.map(({ kind }) => kind);
  assert.deepEqual(await kinds('visitor'), ['website']);
  assert.deepEqual(await kinds('anna'), ['email', 'website']);
  await edit('stella', { visibility: { links: 'everyone' } });
  assert.deepEqual(await kinds('visitor'), ['email', 'website']);
});

test('what one offers weighs most, then name, headline and topics, then the text; typing errors are forgiven', async () => {
  const { db } = server.database;
  const row = (name: string, more: object) => ({ id: uuidv7(), communityId: COMMUNITY, name, joinedAt: new Date(), ...more });
  await db
    .insert(members)
    .values([
      row('Text only', { bio: 'facilitation '.repeat(30) }),
      row('In the headline', { headline: 'Facilitation', topics: ['facilitation'], bio: 'facilitation' }),
      row('Offers it', { offers: ['facilitation'] }),
      row('Žofie Müller-Lüdenscheidt', {}),
    ]);
  assert.deepEqual(await names('q=facilitation'), ['Offers it', 'In the headline', 'Text only']);
  assert.deepEqual(await names('q=facilit'), ['Offers it', 'In the headline', 'Text only'], 'while it is being typed');
  for (const typed of ['zofie', 'Žofie', 'muller', 'ludenscheit', 'Mueller Ludenscheidt']) {
    assert.ok((await names(`q=${encodeURIComponent(typed)}`)).includes('Žofie Müller-Lüdenscheidt'), typed);
  }
  for (const odd of ["'", '"', ':*', '&|!', '%', '\\', 'a & b', '???', "o'hara", '-', '"open', 'x OR', '🙂']) {
    assert.equal((await list(`q=${encodeURIComponent(odd)}`)).status, 200, odd);
  }
  const relevance = (await allPages('q=facilitation&limit=1')).map(({ name }) => name);
  assert.deepEqual(relevance, ['Offers it', 'In the headline', 'Text only'], 'paged one by one');
});

test('where enough people have the words themselves, what is merely alike is left out', async () => {
  const { db } = server.database;
  const row = (name: string, headline: string) => ({ id: uuidv7(), communityId: COMMUNITY, name, headline, joinedAt: new Date() });
  await db.insert(members).values(row('Meddiation Only-Alike', ''));
  assert.deepEqual(await names('q=mediation'), ['Meddiation Only-Alike'], 'nobody has it');
  await db.insert(members).values(['One', 'Two', 'Three', 'Four', 'Five'].map((name) => row(name, 'Mediation')));
  assert.deepEqual((await names('q=mediation')).toSorted(), ['Five', 'Four', 'One', 'Three', 'Two']);
});

test('filters, facets, sorts and pages say what a plain loop over all rows says', async () => {
  const { db } = server.database;
  await db.delete(members);
  const [T, C, L, Z] = [
    ['t1', 't2', 't3'],
    ['DE', 'SE', null],
    ['de', 'en', 'sv'],
    ['Europe/Berlin', 'America/New_York'],
  ];
  const level = fc.constantFrom('everyone', 'members', 'stewards', 'nobody');
  const some = (from: string[]) => fc.subarray(from);
  const person = fc.record({
    name: fc.constantFrom('Ada', 'ada', 'Åsa', 'Bo', 'Émile', 'Zoë', 'Élodie'),
    topics: some(T),
    offers: some(T),
    needs: some(T),
    country: fc.constantFrom(...C),
    languages: some(L),
    timeZone: fc.constantFrom(null, ...Z),
    listed: fc.boolean(),
    joined: fc.constantFrom(null, 1, 2, 3),
    visibility: fc.record({ offers: level, needs: level, place: level, languages: level, timeZone: level }, { requiredKeys: [] }),
  });
  const query = fc.record({
    topic: some(T),
    offers: some(T),
    needs: some(T),
    country: some(['DE', 'SE']),
    language: some(L),
    zone: some(Z),
  });
  const people = fc.sample(person, { numRuns: 300, seed: 7 });
  const rows = people.map(({ joined, visibility, ...p }) => ({
    ...p,
    id: uuidv7(),
    communityId: COMMUNITY,
    joinedAt: joined && new Date(Date.UTC(2026, 0, joined)),
    visibility: { ...visibility } as Record<string, string>,
  }));
  await db.insert(members).values(rows);
  const seen = (row: (typeof rows)[number], field: string) => (row.visibility[field] ?? 'everyone') === 'everyone';
  const values = {
    topic: (row: (typeof rows)[number]) => row.topics,
    offers: (row: (typeof rows)[number]) => (seen(row, 'offers') ? row.offers : []),
    needs: (row: (typeof rows)[number]) => (seen(row, 'needs') ? row.needs : []),
    country: (row: (typeof rows)[number]) => (seen(row, 'place') && row.country ? [row.country] : []),
    language: (row: (typeof rows)[number]) => (seen(row, 'languages') ? row.languages : []),
    zone: (row: (typeof rows)[number]) => (seen(row, 'timeZone') && row.timeZone ? [row.timeZone] : []),
  };
  const keys = Object.keys(values) as (keyof typeof values)[];
  const fold = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  for (const asked of fc.sample(query, { numRuns: 40, seed: 3 })) {
    const fits = (row: (typeof rows)[number], but?: string) =>
      row.listed &&
      row.joinedAt !== null &&
      keys.every((key) => key === but || asked[key].length === 0 || values[key](row).some((value) => asked[key].includes(value)));
    const wanted = rows.filter((row) => fits(row));
    const text = keys.flatMap((key) => asked[key].map((value) => `${key}=${value}`)).join('&');
    const { total, facets } = (await list(`${text}&facets=true&limit=1`)).body;
    assert.equal(total, wanted.length, text);
    assert.equal((await list(text)).body.total, wanted.length, text);
    for (const key of keys) {
      const counts = new Map(asked[key].map((value) => [value, 0]));
      for (const row of rows.filter((one) => fits(one, key)))
        for (const value of values[key](row)) counts.set(value, (counts.get(value) ?? 0) + 1);
      assert.deepEqual(new Map(facets?.[key].map(({ value, count }) => [value, count])), counts, `${key} under ${text}`);
    }
    const byName = (await allPages(`${text}&limit=7&sort=name`)).map(({ id }) => id);
    assert.deepEqual(
      byName,
      wanted.toSorted((a, b) => compare(fold(a.name), fold(b.name)) || compare(a.id, b.id)).map(({ id }) => id),
    );
    const byJoined = (await allPages(`${text}&limit=7&sort=joined`)).map(({ id }) => id);
    assert.deepEqual(
      byJoined,
      wanted.toSorted((a, b) => Number(b.joinedAt) - Number(a.joinedAt) || compare(b.id, a.id)).map(({ id }) => id),
    );
  }
});
