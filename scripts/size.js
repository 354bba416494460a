// npm run size: what a page loads for each element, gzip (level 6, what servers commonly use), 1 kB = 1000 bytes.
// An element that has its own endpoint costs autoload.js and itself, each with all it imports statically; what loads
// only when it is needed is listed apart. Fails above the budgets. --json prints the numbers for programs.
import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { at, elements } from './lib/paths.js';
import { stop } from './lib/run.js';

const BUDGETS = { first: 28_000, all: 45_000, further: 5_000 };
/** What `all` is about; each further element may add `further`. */
const FOUR = ['cop-community', 'cop-ask-the-community', 'cop-resource-list', 'cop-member-directory', 'cop-activity-feed'];
const folder = at('dist/browser');

if (!existsSync(`${folder}/manifest.json`)) stop('dist/browser is not there: run npm run build first.');

/** @type {Record<string, { file: string, imports?: string[], dynamicImports?: string[], name?: string }>} */
const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8'));

/** The file that registers an element: a module's own, or one that its first view shares. @param {string} define */
const chunkOf = (define) =>
  manifest[define] ? define : `${Object.keys(manifest).find((key) => manifest[key]?.name === define.split('/').at(-2))}`;

/** @param {string} key */
const chunk = (key) => manifest[key] ?? stop(`${key} is not in dist/browser: run npm run build first.`);

/** The files that load with the given modules. @param {string[]} keys @param {Set<string>} [seen] */
function closure(keys, seen = new Set()) {
  for (const key of keys) {
    if (seen.has(key)) continue;
    seen.add(key);
    closure(chunk(key).imports ?? [], seen);
  }
  return seen;
}

/** @type {Map<string, number>} */
const sizes = new Map();

/** @param {string} key */
function gzipOf(key) {
  const { file } = chunk(key);
  const size = sizes.get(file) ?? gzipSync(readFileSync(`${folder}/${file}`), { level: 6 }).length;
  sizes.set(file, size);
  return size;
}

/** @param {Iterable<string>} keys */
const sum = (keys) => [...new Set(keys)].reduce((total, key) => total + gzipOf(key), 0);

const all = elements();
const shared = closure(['src/autoload.ts']);
const alone = all.map(({ tag, define }) => ({ name: tag, bytes: sum(closure([chunkOf(define)], new Set(shared))) }));
const together = closure(
  all.filter(({ tag }) => FOUR.includes(tag)).map(({ define }) => chunkOf(define)),
  new Set(shared),
);
/** What an element adds to a page that has those. */
const further = all
  .filter(({ tag }) => !FOUR.includes(tag))
  .map(({ tag, define }) => ({ name: tag, bytes: sum([...closure([chunkOf(define)])].filter((key) => !together.has(key))) }));
const largestFurther = Math.max(0, ...further.map(({ bytes }) => bytes));
const lazy = Object.keys(manifest)
  .filter((key) => !together.has(key) && chunk(key).file.endsWith('.js'))
  .map((key) => ({ name: chunk(key).file, bytes: gzipOf(key) }));

const first = Math.max(0, ...alone.map(({ bytes }) => bytes));
const result = { elements: alone, first, all: sum(together), further, lazy, budgets: BUDGETS };

const kB = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
const row = (/** @type {string} */ label, /** @type {number} */ bytes, note = '') =>
  console.log(`  ${label.padEnd(44)}${kB(bytes)}  ${note}`);

if (process.argv.includes('--json')) console.log(JSON.stringify(result, null, 2));
else {
  console.log('gzip, level 6, 1 kB = 1000 bytes\n\nOne element alone: autoload.js, the element and all they import');
  for (const { name, bytes } of alone) row(name, bytes);
  console.log('\nBudgets');
  row('the largest first element', first, `of ${kB(BUDGETS.first).trim()}`);
  row(`the ${FOUR.length} of the first release together`, result.all, `of ${kB(BUDGETS.all).trim()}`);
  for (const { name, bytes } of further) row(`${name} beside them`, bytes, `of ${kB(BUDGETS.further).trim()}`);
  console.log('\nThe files of all together');
  for (const key of together) row(chunk(key).file, gzipOf(key));
  console.log('\nLoaded only when needed');
  for (const { name, bytes } of lazy) row(name, bytes);
}
if (alone.length === 0) stop('There are no elements in src/elements to measure.');
if (first > BUDGETS.first || result.all > BUDGETS.all || largestFurther > BUDGETS.further) stop('Over the budget: see the table above.');
