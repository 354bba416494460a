// Where things are in this repository, for the scripts beside this folder.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
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

/**
 * Every element of the library: a folder of src/elements, and src/community for <cop-community>.
 * @returns {{ name: string, folder: string, module: string, define: string }[]} paths relative to the top
 */
export function elements() {
  const folders = existsSync(at('src/elements'))
    ? readdirSync(at('src/elements'), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => `src/elements/${entry.name}`)
    : [];
  return ['src/community', ...folders.sort()]
    .map((folder) => {
      const name = folder.slice(folder.lastIndexOf('/') + 1);
      return { name, folder, module: `${folder}/${name}.ts`, define: `${folder}/${name}.define.ts` };
    })
    .filter((element) => existsSync(at(element.define)));
}
