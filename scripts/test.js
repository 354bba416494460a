// npm test: types, then every test, on both databases and in the browser; one line with the sum at the end.
// `npm test -- data elements` runs those alone; the names are types and the folders of test/, or single files.
import { existsSync, readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { at, filesBelow, newest, root } from './lib/paths.js';
import { run, runAndKeep, runTool, stop } from './lib/run.js';
import { setup } from './setup.js';

setup();

const NODE = ['shape', 'i18n', 'data', 'adapters', 'contract', 'server', 'build'];
const DATABASE = ['contract', 'server'];
const BROWSER = ['elements', 'community', 'controllers', 'ui', 'a11y', 'hosts'];
const JOURNEYS = ['journeys'];
const NO_TESTS = ['bench', 'fixtures', 'support', 'helpers'];
const ROOMS = [...NODE, ...BROWSER, ...JOURNEYS];

const wanted = process.argv.slice(2);
const sum = { passed: 0, failed: 0 };

const heading = (/** @type {string} */ text) => console.log(`\n━━ ${text} ${'━'.repeat(Math.max(0, 70 - text.length))}\n`);

/** @param {string} file relative to the top @returns {string} the folder of test/ it is in */
const roomOf = (file) => file.split('/')[1] ?? '';

/** The test files of some folders that this run is about, relative to the top. @param {string[]} rooms */
function filesOf(rooms) {
  return filesBelow(at('test'), (path) => path.endsWith('.test.ts'))
    .map((path) => relative(root, path).replaceAll('\\', '/'))
    .filter((file) => rooms.includes(roomOf(file)))
    .filter((file) => wanted.length === 0 || wanted.some((word) => word === roomOf(file) || file.startsWith(word)));
}

/** A folder or a word that nobody runs would look like passing tests. */
function checkNames() {
  const folders = existsSync(at('test')) ? readdirSync(at('test'), { withFileTypes: true }).filter((entry) => entry.isDirectory()) : [];
  for (const { name } of folders) {
    if (![...ROOMS, ...NO_TESTS].includes(name)) stop(`scripts/test.js does not know how to run test/${name}: add it there.`);
  }
  for (const word of wanted) {
    if (word !== 'types' && filesOf(ROOMS).every((file) => roomOf(file) !== word && !file.startsWith(word))) {
      stop(`There are no tests "${word}". Use: types, ${ROOMS.join(', ')}, or test/<path>.`);
    }
  }
}

/** @param {number} passed @param {number} failed @param {number} code the runner's exit code */
function count(passed, failed, code) {
  sum.passed += passed;
  // A runner that fails without naming a test, or that was given files and ran none, has failed all the same.
  const silent = failed === 0 && (code !== 0 || passed === 0);
  sum.failed += silent ? 1 : failed;
}

/** @param {string} output @param {string} word */
const numberOf = (output, word) => Number(new RegExp(`^(?:ℹ|#) ${word} (\\d+)$`, 'm').exec(output)?.[1] ?? 0);

/**
 * node:test by way of tsx.
 * @param {string} title
 * @param {string[]} files
 * @param {{ atOnce?: number, env?: Record<string, string | undefined> }} [options]
 */
async function nodeTests(title, files, { atOnce = 2, env = {} } = {}) {
  if (files.length === 0) return;
  heading(title);
  const args = ['--import', 'tsx', '--test', `--test-concurrency=${atOnce}`, '--test-reporter=spec', ...files];
  const { code, output } = await runAndKeep(process.execPath, args, { env: { ...process.env, NO_COLOR: '1', ...env } });
  count(numberOf(output, 'pass'), numberOf(output, 'fail') + numberOf(output, 'cancelled'), code);
}

async function onPostgres() {
  const files = filesOf(DATABASE);
  if (files.length === 0) return;
  if (process.env.DATABASE_URL) return nodeTests('server, on the PostgreSQL of DATABASE_URL', files);
  const { startPostgres } = await import('./postgres.js');
  const cluster = await startPostgres();
  if (!cluster) {
    heading('server, on PostgreSQL');
    console.log('PostgreSQL is not installed here, so these tests ran on the embedded database only.');
    console.log('(Debian and Ubuntu: apt install postgresql; or set DATABASE_URL. CI always runs both.)');
    if (process.env.CI) count(0, 1, 1);
    return undefined;
  }
  process.once('exit', cluster.stop);
  await nodeTests('server, on PostgreSQL', files, { env: { DATABASE_URL: cluster.url } });
  return undefined;
}

async function browserTests() {
  const files = filesOf(BROWSER);
  if (files.length === 0) return;
  heading('in the browser');
  const args = ['node_modules/@web/test-runner/dist/bin.js', '--files', ...files];
  const { code, output } = await runAndKeep(process.execPath, args, { env: { ...process.env, NO_COLOR: '1' } });
  const [, passed = 0, failed = 0] = /^browser tests: pass (\d+), fail (\d+)$/m.exec(output) ?? [];
  count(Number(passed), Number(failed), code);
}

/** Host pages and journeys load what a real page loads. */
async function build() {
  if (filesOf(['hosts', 'build', ...JOURNEYS]).length === 0) return;
  if (newest([at('dist/browser/manifest.json')]) >= newest([at('src'), at('vite.config.ts')])) return;
  heading('build');
  if ((await run(process.execPath, ['scripts/build.js'])) !== 0) stop('The build failed: see above.');
}

async function types() {
  if (wanted.length > 0 && !wanted.includes('types')) return;
  heading('types');
  const code = await runTool('typescript/bin/tsc', ['--noEmit']);
  console.log(code === 0 ? 'The types are sound.' : 'The types are not sound: see above.');
  count(code === 0 ? 1 : 0, 0, code);
}

async function journeys() {
  const files = filesOf(JOURNEYS);
  if (files.length === 0) return;
  const { browser } = await import('./browser.js');
  await nodeTests('journeys', files, { atOnce: 1, env: { CHROME_PATH: browser() } });
}

process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

checkNames();
await types();
await build();
await nodeTests('without a browser, on the embedded database', filesOf(NODE), { env: { DATABASE_URL: undefined } });
await onPostgres();
await browserTests();
await journeys();

if (sum.passed + sum.failed === 0) stop('No test ran.');
console.log(`\ntests: ${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed > 0 ? 1 : 0);
