import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, normalize } from 'node:path';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { browser, BROWSER_FLAGS } from './scripts/browser.js';
import { at } from './scripts/lib/paths.js';
import { mediaCommand } from './scripts/lib/media-command.js';
import { countReporter } from './scripts/lib/count-reporter.js';

/** The folders of test/ whose files run in the browser. */
const FOLDERS = ['elements', 'community', 'controllers', 'ui', 'a11y', 'hosts'];

/** Stands in for Node's `process`, which libraries ask for that expect a bundler; nothing is bundled here. */
const testRunnerHtml = (/** @type {string} */ testFramework) => `<!doctype html>
<html lang="en">
  <head>
    <meta name="viewport" content="width=device-width" />
    <script>window.process = { env: { NODE_ENV: 'development' } };</script>
  </head>
  <body>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`;

/** Every file of stories, for the test that takes them all. @type {import('@web/dev-server-core').Plugin} */
const storiesIndex = {
  name: 'stories-index',
  serve({ path }) {
    if (path !== '/stories-index.js') return undefined;
    const files = readdirSync(at('stories')).filter((file) => file.endsWith('.stories.ts'));
    return `export const modules = {${files.map((file) => `'${file}': () => import('/stories/${file}')`).join()}};`;
  },
};

/**
 * Host pages are served as they are, without the scripts a development server adds, and with the headers of
 * `<page>.headers.json` beside them (a Content-Security-Policy, for one); /elements/ is what a real page loads.
 * @type {import('@web/dev-server-core').Middleware}
 */
function hostPages(context, next) {
  const path = normalize(decodeURIComponent(context.path));
  const isPage = path.startsWith('/test/hosts/') && path.endsWith('.html');
  const file = path.startsWith('/elements/') ? at('dist/browser', path.slice('/elements/'.length)) : at(path);
  if ((!isPage && !path.startsWith('/elements/')) || !existsSync(file)) return next();
  const headers = file.replace(/\.html$/, '.headers.json');
  if (isPage && existsSync(headers)) context.set(JSON.parse(readFileSync(headers, 'utf8')));
  context.set('Cache-Control', 'no-store');
  context.type = extname(file);
  context.body = readFileSync(file);
  return undefined;
}

export default {
  rootDir: at('.'),
  files: FOLDERS.map((folder) => `test/${folder}/**/*.test.ts`),
  nodeResolve: { exportConditions: ['development', 'browser'] },
  // A tab in the background draws no frames and has no focus, so one file after the other.
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 600_000,
  // A machine may be slow: who waits is patient, and a test that hangs is still told.
  testFramework: { config: { timeout: 20_000 } },
  browsers: [chromeLauncher({ launchOptions: { executablePath: browser(), headless: true, args: BROWSER_FLAGS } })],
  plugins: [storiesIndex, mediaCommand(), esbuildPlugin({ ts: true, tsconfig: at('tsconfig.json'), target: 'es2022' })],
  middleware: [hostPages],
  testRunnerHtml,
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: process.stdout.isTTY }), countReporter()],
};
