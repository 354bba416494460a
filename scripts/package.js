// npm run package:check: what would be published resolves for every kind of importer (publint, attw),
// and carries nothing but the library.
import { spawnSync } from 'node:child_process';
import { elements, root } from './lib/paths.js';
import { runTool, stop } from './lib/run.js';

const ALLOWED = /^(dist\/|custom-elements\.json$|package\.json$|README\.md$|CHANGELOG\.md$|LICENSE$)/;

const pack = spawnSync('npm', ['pack', '--dry-run', '--json'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});
/** @type {{ files: { path: string }[], size: number }[]} */
const packed = Object.values(JSON.parse(pack.stdout));
const files = packed.flatMap((entry) => entry.files.map(({ path }) => path));
const strangers = files.filter((path) => !ALLOWED.test(path));
if (files.length === 0) stop('npm pack lists no files.');
if (strangers.length > 0) stop(`These must not be published:\n  ${strangers.join('\n  ')}`);

if ((await runTool('publint/src/cli.js', ['--strict'])) !== 0) stop('publint objects: see above.');

// attw does not follow wildcards, so every element is named.
const entries = ['.', 'define', 'autoload', 'custom-elements.json', 'openapi.json'];
for (const { name } of elements()) entries.push(`elements/${name}`, `elements/${name}/define`);
const options = ['--pack', '.', '--profile', 'esm-only', '--format', 'ascii', '--no-emoji', '--no-color'];
const attw = await runTool('@arethetypeswrong/cli/dist/index.js', [...options, '--entrypoints', ...entries]);
if (attw !== 0) stop('attw objects: see above.');
console.log(`The package has ${files.length} files, ${((packed[0]?.size ?? 0) / 1000).toFixed(0)} kB packed.`);
