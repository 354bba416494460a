import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { marked } from 'marked';
import type { Activity, Answer, Member, Question, Resource } from '../../src/contract/index.js';
import { toCsv, toJsonLd, toMarkdown, type Exported } from '../../src/data/exports.js';

const href = (id: string) => `https://intranet.example/cop?cop-ask=team/${id}`;
const uses = { total: 3, worked: 1, adapted: 1, failed: 1, contexts: [] };
const ada = { id: 'm-1', name: 'Ada Ek', avatarUrl: null, url: null, demo: false };

const question = (change: Partial<Question> = {}) =>
  ({
    id: 'q-1',
    kind: 'problem',
    title: 'How do you begin?',
    excerpt: 'We have tried',
    body: 'We have tried *rounds*.',
    topics: [{ id: 'first-meeting', label: 'First meeting' }],
    author: ada,
    createdAt: '2026-11-01T10:00:00Z',
    score: -2,
    answerCount: 1,
    acceptedAnswerId: 'a-1',
    uses,
    source: null,
    viewer: { vote: 0, can: ['edit'] },
    ...change,
  }) as unknown as Question;
const answer = {
  id: 'a-1',
  body: 'With silence.',
  author: ada,
  createdAt: '2026-11-02T10:00:00Z',
  score: 4,
  accepted: true,
  uses,
  source: null,
} as unknown as Answer;
const list = (items: readonly unknown[], noun: Exported['noun'] = 'questions'): Exported => ({ noun, title: 'Questions', items, href });

/** RFC 4180, read by hand, so that the writer isn't tested by itself. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < csv.length; i++) {
    const c = csv[i] as string;
    if (quoted) {
      if (c === '"' && csv[i + 1] === '"') {
        cell += '"';
        i++;
      } else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"') quoted = true;
    else if (c === ',' || c === '\r') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (c === '\r') {
        i++;
        rows.push([]);
      }
    } else cell += c;
  }
  return rows.slice(0, -1);
}

test('CSV has one row for each item under the names of the contract, after a byte order mark', () => {
  const csv = toCsv(list([question()]));
  assert.equal(csv[0], '\ufeff');
  const [heads = [], row = []] = parse(csv.slice(1));
  const record = Object.fromEntries(heads.map((head, i) => [head, row[i]]));
  assert.deepEqual(
    [
      record['id'],
      record['title'],
      record['topics'],
      record['author'],
      record['score'],
      record['accepted'],
      record['worked'],
      record['url'],
    ],
    ['q-1', 'How do you begin?', 'First meeting', 'Ada Ek', '-2', 'yes', '1', href('q-1')],
  );
});

test('CSV gives back every text, whatever is in it, and no cell begins like a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (titles) => {
      const rows = parse(toCsv(list(titles.map((title) => question({ title, score: 1 })))).slice(1)).slice(1);
      assert.equal(rows.length, titles.length);
      rows.forEach((row, i) => {
        assert.ok(!/^\s*[=+\-@\t\r]/.test(row[1] ?? ''), `formula: ${row[1]}`);
        assert.ok(row[1] === titles[i] || row[1] === `'${titles[i]}`);
      });
    }),
  );
});

test('a formula that hides behind space is no formula either', () => {
  for (const title of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1']) {
    assert.equal(parse(toCsv(list([question({ title })])).slice(1))[1]?.[1], `'${title}`);
  }
});

test('Markdown of a question has its text, its answers and where it stands', async () => {
  const text = await toMarkdown({ ...list([question()]), title: 'How do you begin?', answers: [answer] });
  assert.match(text, /^# \[How do you begin\?\]\(<https:\/\/intranet\.example\/cop\?cop-ask=team\/q-1>\)\n/);
  assert.match(text, /We have tried \*rounds\*\./);
  assert.match(text, /## ✓ Ada Ek\n\n2026-11-02T10:00:00Z · score: 4\n\nWith silence\./);
});

test('Markdown takes no title for a mark and no address for a script', async () => {
  const text = await toMarkdown(list([question({ title: '[x](javascript:alert(1)) # *y*\n# z' })]));
  assert.match(text, /## \[\\\[x\\\]\(javascript:alert\(1\)\) \\# \\\*y\\\* \\# z\]\(<https:/);
  const bad = await toMarkdown({ ...list([question()]), href: () => 'javascript:alert(1)' });
  assert.ok(!bad.includes('javascript:'));
});

/** What of a text is HTML to a reader of Markdown. */
function htmlIn(markdown: string): string[] {
  const found: string[] = [];
  marked.walkTokens(marked.lexer(markdown), (token) => void (token.type === 'html' && found.push(token.raw)));
  return found;
}
const markdownOf = (...bodies: string[]) =>
  toMarkdown({ noun: 'questions', title: 'How do you begin?', items: bodies.map((body) => question({ body })), href });

test('Markdown has no HTML that what reads it would run, whatever stands around it', async () => {
  const bits = [
    '<script>',
    '<img src=x onerror=alert(1)>',
    '<!-- -->',
    '</a>',
    '`',
    '``',
    '```',
    '~~~',
    '\n',
    '\n\n',
    '    ',
    '- a',
    '> b',
    '\\',
    'text',
    ' ',
    'js',
    '<https://example.org/>',
  ];
  const body = fc.array(fc.constantFrom(...bits), { maxLength: 14 }).map((some) => some.join(''));
  await fc.assert(
    fc.asyncProperty(body, body, async (one, next) => {
      assert.deepEqual(htmlIn(await markdownOf(one)), []);
      assert.deepEqual(htmlIn(await markdownOf(one, next)), []);
    }),
    { numRuns: 3000 },
  );
});

test('Markdown has no HTML where a span of code crosses a line, or the next text closes a fence', async () => {
  for (const bodies of [['``\n``<script>``'], ['```', '```\n<script>'], ['```\n', '~~~\n```\n<script>\n~~~']])
    assert.deepEqual(htmlIn(await markdownOf(...bodies)), [], JSON.stringify(bodies));
});

test('Markdown leaves code and links as they were written', async () => {
  const body = 'Use `<div>` so:\n\n```html\n<b>bold</b>\n```\n\nand 1 < 2, see <https://example.org/>.';
  assert.ok((await markdownOf(body)).includes(body));
  assert.ok((await markdownOf('A <b>bold</b> word')).includes('A &lt;b>bold&lt;/b> word'));
});

test('one question is a QAPage with its accepted and its suggested answers', () => {
  const page = toJsonLd({ ...list([question()]), answers: [answer, { ...answer, id: 'a-2', accepted: false }] }, true) as {
    mainEntity: Record<string, unknown>;
  } & Record<string, unknown>;
  assert.equal(page['@type'], 'QAPage');
  assert.equal(page.mainEntity['@type'], 'Question');
  assert.deepEqual((page.mainEntity['acceptedAnswer'] as { text: string }).text, 'With silence.');
  assert.equal((page.mainEntity['suggestedAnswer'] as unknown[]).length, 1);
  assert.equal(page.mainEntity['upvoteCount'], 0, 'schema.org counts no negative votes');
});

test('a list is an ItemList of what it holds, and says nothing of what the reader may do', () => {
  const resource = {
    id: 'r-1',
    kind: 'book',
    title: 'Circles',
    description: '',
    url: 'https://a.example',
    creator: 'B',
    language: 'en',
    licence: 'CC-BY-4.0',
    publishedOn: '2020-01-01',
    topics: [],
    uses,
    source: null,
    viewer: { can: ['edit'] },
  } as unknown as Resource;
  const member = {
    id: 'm-1',
    name: 'Ada Ek',
    headline: 'Coach',
    bio: '',
    avatarUrl: null,
    country: 'SE',
    place: null,
    languages: ['sv'],
    offers: [{ id: 't', label: 'T' }],
    topics: [],
    needs: [],
    groups: [],
    links: [{ kind: 'email', label: '', url: 'mailto:a@b.example' }],
    source: null,
  } as unknown as Member;
  const act = {
    id: 'x',
    type: 'asked',
    published: '2026-11-01T10:00:00Z',
    actor: ada,
    object: { type: 'question', id: 'q-1', title: 'How?', url: null },
    target: null,
    summary: null,
    reactions: [],
    source: null,
  } as unknown as Activity;
  const types = (
    [
      ['resources', resource, 'Book'],
      ['members', member, 'Person'],
      ['activities', act, 'AskAction'],
    ] as const
  ).map(([noun, item, type]) => {
    const ld = toJsonLd(list([item], noun), false) as {
      '@type': string;
      numberOfItems: number;
      itemListElement: { position: number; item: { '@type': string } }[];
    };
    assert.equal(ld['@type'], 'ItemList');
    assert.equal(ld.itemListElement[0]?.position, 1);
    assert.equal(ld.itemListElement[0]?.item['@type'], type);
    return JSON.stringify(ld);
  });
  assert.ok(!types.join().includes('"can"'));
  assert.ok(!types.join().includes('mailto:'), 'an address for mail is nothing for crawlers');
});
