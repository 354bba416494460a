// custom-elements.json from the JSDoc of the classes. `--check` fails when the committed one is out of date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { at } from './lib/paths.js';
import { runTool, stop } from './lib/run.js';

const FILE = 'custom-elements.json';

/** Elements and events are the interface; helpers beside them are not. @param {any} module */
function ofInterest(module) {
  const declarations = (module.declarations ?? []).filter(
    (/** @type {any} */ declaration) => declaration.customElement || declaration.superclass?.name?.endsWith('Event'),
  );
  const names = declarations.map((/** @type {any} */ declaration) => declaration.name);
  const exports = module.exports?.filter((/** @type {any} */ entry) => names.includes(entry.declaration.name));
  return { ...module, declarations, exports };
}

/** Writes custom-elements.json. @returns {Promise<boolean>} whether it changed */
export async function writeManifest() {
  const before = existsSync(at(FILE)) ? readFileSync(at(FILE), 'utf8') : '';
  const code = await runTool('@custom-elements-manifest/analyzer/cem.js', ['analyze', '--quiet']);
  if (code !== 0) stop('The custom elements manifest could not be made: see above.');
  const manifest = JSON.parse(readFileSync(at(FILE), 'utf8'));
  const modules = manifest.modules.map(ofInterest).filter((/** @type {any} */ module) => module.declarations.length > 0);
  const after = `${JSON.stringify({ ...manifest, modules }, null, 2)}\n`;
  writeFileSync(at(FILE), after);
  return after !== before;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const changed = await writeManifest();
  if (changed && process.argv.includes('--check')) {
    stop(`${FILE} was out of date. It is written anew: commit it (npm run manifest).`);
  }
  console.log(`${FILE} ${changed ? 'is written' : 'is up to date'}.`);
}
