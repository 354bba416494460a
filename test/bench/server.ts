// How lists, searches and facets cost as a community grows. Run by hand:
//   node --import tsx test/bench/server.ts            on the embedded database
//   node scripts/postgres.js node --import tsx test/bench/server.ts
// `--explain` prints the plan of each query of the slowest size. Figures are ratios to the smallest size, with milliseconds beside them.
import { rows, sql, type Db } from '../../server/store/database.js';
import { startServer, type Harness } from '../server/harness.js';

const ROUNDS = 30;
const explain = process.argv.includes('--explain');

/** Rows are made in the database: a hundred thousand inserts by a client would take longer than what is measured. */
const fillMembers = (db: Db, count: number) =>
  db.execute(sql`
    insert into members (id, community_id, name, headline, bio, place, country, languages, topics, offers, needs, joined_at, visibility)
    select gen_random_uuid(), 'team-coaching',
      (array['Ada','Bruno','Chidi','Dörte','Émile','Fatou','Grete','Hiro','Ines','Jonas'])[1 + n % 10] || ' ' || chr(65 + (n / 10) % 26) || substr(md5(n::text), 1, 8),
      'Coach for ' || (array['teams','leaders','boards','schools'])[1 + n % 4], 'I work on ' || repeat(md5((n * 7)::text) || ' ', 8) || case when n % 50 = 0 then 'systemic constellations' else '' end,
      'City ' || n % 500, (array['DE','SE','FR','US','IN','BR','KE'])[1 + n % 7], array[(array['de','en','fr','sv'])[1 + n % 4]],
      array['topic-' || n % 40, 'topic-' || (n * 3) % 90], array['topic-' || n % 60], array['topic-' || (n * 7) % 80], now() - n * interval '1 minute',
      case when n % 5 = 0 then '{"offers": "members", "bio": "stewards"}'::jsonb else '{}'::jsonb end
    from generate_series(1, ${count}::int) n`);
const fillResources = (db: Db, count: number) =>
  db.execute(sql`
    insert into resources (id, community_id, kind, title, description, url, language, topics, created_at, uses_worked)
    select gen_random_uuid(), 'team-coaching', (array['article','tool','template','case','book'])[1 + n % 5], 'Resource ' || md5(n::text),
      repeat(md5((n * 3)::text) || ' ', 10) || case when n % 40 = 0 then 'retrospective formats' else '' end, 'https://example.org/' || n,
      (array['de','en',null])[1 + n % 3], array['topic-' || n % 40, 'topic-' || (n * 3) % 90], now() - n * interval '1 minute', n % 13
    from generate_series(1, ${count}::int) n`);

interface Case {
  name: string;
  path: (server: Harness) => Promise<string> | string;
}
/** The path of a later page: as many pages on as asked. */
async function later(server: Harness, path: string, pages: number): Promise<string> {
  let cursor = '';
  for (let page = 0; page < pages; page += 1) {
    const { body } = await server.as('anna').get<{ nextCursor: string | null }>(`${path}${cursor}`);
    if (body.nextCursor === null) break;
    cursor = `&cursor=${body.nextCursor}`;
  }
  return path + cursor;
}
const MEMBERS: Case[] = [
  { name: 'first page', path: () => '/members?limit=20' },
  { name: 'fifth page', path: (s) => later(s, '/members?limit=20', 4) },
  { name: 'newest', path: () => '/members?limit=20&sort=joined' },
  { name: 'rare filter', path: () => '/members?limit=20&offers=topic-7&country=SE' },
  { name: 'search, rare words', path: () => '/members?limit=20&q=systemic+constellations' },
  { name: 'search, common word', path: () => '/members?limit=20&q=coach' },
  { name: 'search, a name mistyped', path: () => '/members?limit=20&q=Dorrte' },
  { name: 'facets', path: () => '/members?limit=20&facets=true' },
  { name: 'facets, filtered', path: () => '/members?limit=20&facets=true&offers=topic-7' },
  { name: 'facets, searched', path: () => '/members?limit=20&facets=true&q=systemic+constellations' },
];
const RESOURCES: Case[] = [
  { name: 'first page', path: () => '/resources?limit=20' },
  { name: 'by title', path: () => '/resources?limit=20&sort=title' },
  { name: 'most used', path: () => '/resources?limit=20&sort=used' },
  { name: 'search', path: () => '/resources?limit=20&q=retrospective+formats' },
  { name: 'facets', path: () => '/resources?limit=20&facets=true' },
  { name: 'topics', path: () => '/topics' },
  { name: 'topics, completed', path: () => '/topics?q=top' },
];

interface Measured {
  p50: number;
  p95: number;
}
async function measure(server: Harness, { path }: Case): Promise<Measured> {
  const url = server.url(await path(server));
  const headers = { cookie: 'cop-session=anna' };
  const times: number[] = [];
  for (let round = -3; round < ROUNDS; round += 1) {
    const start = performance.now();
    const response = await fetch(url, { headers });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
    if (round >= 0) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { p50: times[Math.floor(ROUNDS / 2)] ?? NaN, p95: times[Math.floor(ROUNDS * 0.95)] ?? NaN };
}

async function compare(what: string, sizes: number[], fill: (db: Db, count: number) => Promise<unknown>, cases: Case[]): Promise<void> {
  const measured: Measured[][] = [];
  for (const size of sizes) {
    const server = await startServer();
    await fill(server.database.db, size);
    await server.database.db.execute(sql`analyze`);
    const results: Measured[] = [];
    for (const one of cases) {
      results.push(await measure(server, one));
      if (explain && size === sizes.at(-1)) await plan(server, one);
    }
    measured.push(results);
    await server.close();
  }
  console.log(`\n${what}: ${sizes.join(' → ')}`);
  const ms = ({ p50, p95 }: Measured) => `${p50.toFixed(1)}/${p95.toFixed(1)}`.padStart(14);
  cases.forEach(({ name }, i) => {
    const [small, large] = [measured[0]?.[i], measured.at(-1)?.[i]];
    if (!small || !large) return;
    console.log(
      `${name.padEnd(26)} ×${(large.p50 / small.p50).toFixed(2).padStart(6)} p50  ×${(large.p95 / small.p95).toFixed(2).padStart(6)} p95   ms p50/p95: ${ms(small)} →${ms(large)}`,
    );
  });
}

/** Runs the request once more with every statement explained. */
async function plan(server: Harness, one: Case): Promise<void> {
  const { db } = server.database;
  const client = (db as unknown as { $client: { query: (text: unknown, values?: unknown[], options?: unknown) => Promise<unknown> } })
    .$client;
  const query = client.query.bind(client);
  const seen: [string, unknown[]][] = [];
  client.query = (text, values, options) => {
    const statement = typeof text === 'string' ? text : (text as { text: string }).text;
    if (/^\s*(select|with)/i.test(statement) && /members|resources/.test(statement)) seen.push([statement, values ?? []]);
    return query(text, values, options);
  };
  await server.as('anna').get(await one.path(server));
  client.query = query;
  console.log(`\n# ${one.name}`);
  for (const [statement, values] of seen) {
    const result = (await query(`explain (analyze, costs off, timing off, summary on) ${statement}`, values)) as {
      rows: Record<string, string>[];
    };
    console.log(`${statement.slice(0, 90)}…\n  ${result.rows.map((row) => row['QUERY PLAN']).join('\n  ')}`);
  }
}

await compare('members', [100, 100_000], fillMembers, MEMBERS);
await compare('resources', [100, 10_000], fillResources, RESOURCES);
const [version] = await (async () => {
  const server = await startServer();
  const found = await rows<{ version: string }>(server.database.db, sql`select version()`);
  await server.close();
  return found;
})();
console.log(`\n${version?.version}, Node ${process.version}`);
