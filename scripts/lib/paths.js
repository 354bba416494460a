// Where things are in this repository, for the scripts beside this folder.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's top folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** @param {string[]} parts a path below the repository's top */
export const at = (...parts) => join(root, ...parts);

/**
 * All files below a folder, sorted, as absolute paths; an absent folder has none.
 * @param {string} folder absolute
 * @param {(path: string) => boolean} [keep]
 * @returns {string[]}
 */
export function filesBelow(folder, keep = () => true) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path, keep);
      return keep(path) ? [path] : [];
    })
    .sort();
}

/** The time of the newest change (ms since 1970) among files and folders; 0 when none is there. @param {string[]} paths */
export function newest(paths) {
  const files = paths.flatMap((path) => {
    if (!existsSync(path)) return [];
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
  return Math.max(0, ...files.map((file) => statSync(file).mtimeMs));
}

/** The tag that an element's files name: in the .define.ts, or as `static tag` of the class. @param {string[]} files */
function tagIn(files) {
  const texts = files.map((file) => (existsSync(at(file)) ? readFileSync(at(file), 'utf8') : ''));
  const [define = '', module = ''] = texts;
  return /\btag\b[^\n]*?=\s*['"`](cop-[a-z0-9-]+)['"`]/.exec(module)?.[1] ?? /['"`](cop-[a-z0-9-]+)['"`]/.exec(define)?.[1] ?? '';
}

/**
 * Every element of the library: each <name>.define.ts with its class in <name>.ts beside it, in a folder of
 * src/elements.
 * @returns {{ name: string, tag: string, folder: string, module: string, define: string }[]} paths relative to the top
 */
export function elements() {
  return filesBelow(at('src/elements'), (path) => path.endsWith('.define.ts')).map((path) => {
    const define = relative(root, path).replaceAll('\\', '/');
    const module = define.replace('.define.ts', '.ts');
    const [, folder = '', name = ''] = /^(.*)\/([^/]+)\.ts$/.exec(module) ?? [];
    return { name, tag: tagIn([define, module]), folder, module, define };
  });
}
