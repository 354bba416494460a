// npm run build: dist/ (one module per element, with types), dist/browser/ (everything included) and the manifest.
// `node scripts/build.js browser` builds dist/browser alone, which is all that the demo server needs.
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { build } from 'vite';
import { at } from './lib/paths.js';
import { runTool, stop } from './lib/run.js';
import { writeManifest } from './manifest.js';

const started = performance.now();
const browserOnly = process.argv[2] === 'browser';

/** @param {string} mode */
const vite = (mode) => build({ root: at('.'), mode, logLevel: 'warn' }).catch((error) => stop(`Vite could not build: ${error.message}`));

/** What is published as it is: the contract, and themes for brands. */
function copyFiles() {
  const copies = [
    ['src/contract/openapi.json', 'dist/openapi.json'],
    ['src/styles/themes', 'dist/themes'],
  ];
  for (const [from = '', to = ''] of copies) if (existsSync(at(from))) cpSync(at(from), at(to), { recursive: true });
}

async function buildLibrary() {
  const types = runTool('typescript/bin/tsc', ['-p', 'tsconfig.build.json']);
  const manifest = writeManifest();
  await vite('library');
  if ((await types) !== 0) stop('The types of src/ do not compile: see above.');
  await manifest;
}

if (!browserOnly) rmSync(at('dist'), { recursive: true, force: true });
mkdirSync(at('dist'), { recursive: true });
if (!browserOnly) await buildLibrary();
await vite('browser');
if (existsSync(at('src/styles/themes'))) cpSync(at('src/styles/themes'), at('dist/browser/themes'), { recursive: true });
copyFiles();
console.log(
  `Built ${browserOnly ? 'dist/browser' : 'dist, dist/browser and custom-elements.json'} in ${((performance.now() - started) / 1000).toFixed(1)} s.`,
);
