import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closure, elements, exists, files, noFaults, text } from './source.js';

/** Files of a name below a folder: name.test.ts, name-race.test.ts, name/race.test.ts. */
const named = (folder: string, name: string, ending: string) =>
  files(folder, ending).filter((file) => {
    const rest = file.slice(folder.length + 1);
    return rest.startsWith(`${name}.`) || rest.startsWith(`${name}-`) || rest.startsWith(`${name}/`);
  });

test('every folder of src/elements is an element', () => {
  const known = new Set(elements().map(({ folder }) => folder));
  const folders = new Set(files('src/elements', '.ts').map((file) => file.split('/').slice(0, 3).join('/')));
  const faults = [...folders].filter((folder) => !known.has(folder));
  noFaults(faults, 'These lack <name>.define.ts, which registers the tag:');
});

for (const { name, tag, folder, module, define } of elements()) {
  test(`${name} has its files`, () => {
    const wanted = [module, define, `${folder}/${name}.styles.ts`];
    // <cop-community> shows nothing of its own, so it may do without styles.
    const needed = tag === 'cop-community' ? wanted.slice(0, 2) : wanted;
    noFaults(
      needed.filter((file) => !exists(file)),
      `${folder} lacks:`,
    );
    assert.match(tag, /^cop-[a-z]/, `${module} must name a tag that begins with cop-.`);
    assert.match(text(define), /interface HTMLElementTagNameMap/, `${define} must add ${tag} to HTMLElementTagNameMap.`);
  });

  test(`${name} has a story, a test and a page in the docs`, () => {
    const tests = [...named('test/elements', name, '.test.ts'), ...files(`test/${name}`, '.test.ts')];
    const faults = [
      ...(named('stories', name, '.stories.ts').length > 0 ? [] : [`a story: stories/${name}.stories.ts`]),
      ...(tests.length > 0 ? [] : [`a test: test/elements/${name}.test.ts`]),
      ...(exists(`docs/elements/${name}.md`) ? [] : [`a page: docs/elements/${name}.md`]),
      ...(exists('README.md') && text('README.md').includes(tag) ? [] : [`a row in README.md's table of elements`]),
    ];
    noFaults(faults, `${tag} lacks:`);
  });

  test(`${name} is exported, registered by define.ts and found by autoload.ts`, () => {
    const loads = (entry: string, file: string) => closure(entry, (path) => path.startsWith('src/')).has(file);
    assert.ok(loads('src/index.ts', module), `src/index.ts must export ${module}.`);
    assert.ok(loads('src/define.ts', define), `src/define.ts must import ${define}.`);
    assert.ok(loads('src/autoload.ts', define), `src/autoload.ts must be able to import ${define}.`);
  });
}

test('importing the classes registers nothing', () => {
  const all = closure('src/index.ts', (path) => path.startsWith('src/'));
  const faults = [...all].filter((file) => file.endsWith('.define.ts') || /@customElement\(/.test(text(file)));
  noFaults(faults, 'src/index.ts must not lead to a registration:');
});
