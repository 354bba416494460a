/** The pages that `scale.ts` opens, what is done on them, and how it is measured from inside. */

/** What a page can tell of one step. */
export interface InPage {
  /** From what was done to the rows it brings. */
  ms: number;
  /** How long the request for those rows took. */
  server: number;
  /** All nodes of the page, those in shadow roots too. */
  nodes: number;
}
export interface Measured extends InPage {
  megabytes: number;
}
interface Step {
  name: string;
  /** A call of `bench` in the page. */
  step: string;
  /** It only leads to the next. */
  between?: boolean;
}

const page = (body: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
<script type="module" src="/elements/autoload.js"></script><body><cop-community endpoint="ENDPOINT"></cop-community>${body}</body></html>`;
/** As one would write it by hand: every member is a row. */
const VANILLA = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><body><ul id="members"></ul><script type="module">
const text = (tag, content) => Object.assign(document.createElement(tag), { textContent: content });
let cursor = '';
for (let page = 0; page < 10 && cursor !== null; page += 1) {
  const { items, nextCursor } = await (await fetch('ENDPOINT/members?limit=100' + (cursor && '&cursor=' + cursor))).json();
  for (const m of items) {
    const row = document.createElement('li');
    const topics = document.createElement('ul');
    topics.append(...[...m.offers, ...m.needs].slice(0, 6).map((one) => text('li', one.label)));
    row.append(text('span', m.name.slice(0, 1)), text('h3', m.name), text('p', [m.headline, m.place].filter(Boolean).join(' · ')), topics);
    document.getElementById('members').append(row);
  }
  cursor = nextCursor;
}
window.filled = performance.now();
</script></body></html>`;

const search = (tag: string, name: string, q: string): Step => ({ name, step: `search('${tag}', ${JSON.stringify(q)})` });

/** Two letters of a name change places. */
const mistyped = (name: string) => name.replace(/^(..)(.)(.)/, '$1$3$2');

export type Task = 'member directory' | 'ask the community' | '1,000 members' | '1,000 members by hand';
export const PAGES: Record<Task, { html: string; steps: (name: string) => Step[] }> = {
  'member directory': {
    html: page('<cop-member-directory></cop-member-directory>'),
    steps: (name) => [
      { name: 'open', step: `opened('cop-member-directory')` },
      { name: 'ten pages on, each', step: `turn('cop-member-directory', 10)` },
      search('cop-member-directory', 'search, a rare word', 'palaeoecology'),
      search('cop-member-directory', 'search, a common word', 'research'),
      search('cop-member-directory', 'search, two words', 'data science'),
      search('cop-member-directory', 'search, a frequent name', name),
      search('cop-member-directory', 'search, that name mistyped', mistyped(name)),
      { name: 'search emptied', step: `emptied('cop-member-directory')`, between: true },
      { name: 'filters opened', step: `openFilters()` },
      { name: 'filter, one', step: `filter(0)` },
      { name: 'filter, two', step: `filter(2)` },
    ],
  },
  'ask the community': {
    html: page('<cop-ask-the-community></cop-ask-the-community>'),
    steps: () => [
      { name: 'open', step: `opened('cop-ask-the-community')` },
      { name: 'ten pages more, each', step: `more('cop-ask-the-community', 10)` },
      search('cop-ask-the-community', 'search, a rare word', 'arbitration'),
      search('cop-ask-the-community', 'search, a common word', 'business'),
      search('cop-ask-the-community', 'search, two words', 'equity investors'),
      search('cop-ask-the-community', 'search, a mistyped word', 'bussinness'),
      { name: 'search emptied', step: `emptied('cop-ask-the-community')`, between: true },
      { name: 'filter, a kind', step: `choose('cop-ask-the-community', 'select', 1)` },
      { name: 'filter, a kind and a topic', step: `choose('cop-ask-the-community', 'select:nth-of-type(2)', 3)` },
    ],
  },
  '1,000 members': {
    html: page('<cop-member-directory></cop-member-directory>'),
    steps: () => [{ name: 'the directory', step: `opened('cop-member-directory')` }],
  },
  '1,000 members by hand': { html: VANILLA, steps: () => [{ name: 'all rows', step: 'vanilla()' }] },
};

/** As text, since what compiles this file would put helpers of its own into a function. */
export const IN_PAGE = `
const frame = () => new Promise((done) => requestAnimationFrame(done));
const root = (tag) => document.querySelector(tag)?.shadowRoot;
const list = (tag) => root(tag)?.querySelector('[part~="list"]');
const empty = (tag) => root(tag)?.querySelector('[part~="empty"]');
const settled = (tag) => (list(tag)?.firstElementChild && list(tag).getAttribute('aria-busy') === 'false') || Boolean(empty(tag));
const until = async (check) => { while (!check()) await frame(); };
function count(node) {
  let n = 1;
  for (const child of node.childNodes) n += count(child);
  return node.shadowRoot ? n + count(node.shadowRoot) : n;
}
/** The request for rows that a step makes: not those for facets and the like. */
const request = (fits, since) => performance.getEntriesByType('resource').find(({ name, startTime, responseEnd }) =>
  startTime >= since && responseEnd > 0 && /\\/(members|questions)\\?/.test(name) && !/facets|limit=1(&|$)/.test(name) && fits(new URL(name).searchParams));
async function step(tag, act, fits) {
  await new Promise((done) => setTimeout(done, 150));
  performance.clearResourceTimings();
  const start = performance.now();
  act();
  let found;
  await until(() => (found = request(fits, start)) && settled(tag));
  return { ms: performance.now() - start, server: found.responseEnd - found.startTime, nodes: count(document) };
}
performance.setResourceTimingBufferSize?.(1000);
window.bench = {
  async opened(tag) {
    await until(() => list(tag)?.firstElementChild);
    const ms = performance.now();
    await until(() => settled(tag));
    await new Promise((done) => setTimeout(done, 1000));
    const rows = performance.getEntriesByType('resource').find(({ name }) => /\\/(members|questions)\\?/.test(name));
    return { ms, server: rows.responseEnd - rows.startTime, nodes: count(document) };
  },
  async emptied(tag) {
    const input = root(tag).querySelector('input[type=search]');
    input.value = '';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await new Promise((done) => setTimeout(done, 600));
    await until(() => settled(tag));
    return { ms: NaN, server: NaN, nodes: count(document) };
  },
  search(tag, q) {
    const input = root(tag).querySelector('input[type=search]');
    return step(tag, () => { input.value = q; input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })); }, (asked) => (asked.get('q') ?? '') === q);
  },
  async turn(tag, pages) {
    const all = [];
    for (let page = 0; page < pages; page += 1) {
      const next = root(tag).querySelector('[part~="pages"] button:last-of-type');
      if (next.disabled) break;
      all.push(await step(tag, () => next.click(), (asked) => asked.has('cursor')));
    }
    return bench.mean(all);
  },
  async more(tag, pages) {
    const all = [];
    for (let page = 0; page < pages; page += 1) {
      // The one above the list leads to the rows before.
      const more = root(tag).querySelector('[part~="list"] ~ .foot [part~="more"]');
      if (!more) break;
      const before = list(tag).lastElementChild;
      const took = await step(tag, () => more.click(), (asked) => asked.has('cursor') && list(tag).lastElementChild !== before);
      all.push(took);
    }
    return bench.mean(all);
  },
  mean(all) {
    const mean = (key) => all.reduce((sum, one) => sum + one[key], 0) / all.length;
    return { ms: mean('ms'), server: mean('server'), nodes: all.at(-1).nodes };
  },
  async openFilters() {
    const start = performance.now();
    root('cop-member-directory').querySelector('.filters').click();
    await until(() => root('cop-member-directory').querySelector('.facets .option'));
    return { ms: performance.now() - start, server: NaN, nodes: count(document) };
  },
  filter(group) {
    const option = root('cop-member-directory').querySelectorAll('.facets fieldset')[group].querySelector('input');
    const many = option.checked ? 0 : 1;
    return step('cop-member-directory', () => option.click(), (asked) => [...asked.keys()].filter((key) => /offers|needs|topic|country/.test(key)).length >= many);
  },
  choose(tag, which, index) {
    const select = root(tag).querySelectorAll('select')[/2/.test(which) ? 1 : 0];
    return step(tag, () => { select.selectedIndex = index; select.dispatchEvent(new Event('change', { bubbles: true })); }, (asked) => asked.has(/2/.test(which) ? 'topic' : 'kind'));
  },
  async vanilla() {
    await until(() => window.filled);
    return { ms: window.filled, server: NaN, nodes: count(document) };
  },
};`;
