import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exists, noFaults, text } from './source.js';

/** A row of the comparison: `| what peers have | ours | test/file.test.ts › name of the test |`, or a reason after “left out:”. */
interface Row {
  feature: string;
  ours: string;
  shownBy: string;
}

const PAGE = 'docs/peers.md';

const rows = (): Row[] =>
  text(PAGE)
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (-|what peers have )/.test(line))
    .map((line) => {
      const [feature = '', ours = '', shownBy = ''] = line
        .slice(2, -2)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim());
      return { feature, ours, shownBy };
    });

/** The tests that a cell names, as file and name. */
const named = (cell: string) =>
  [...cell.matchAll(/`(test\/[\w./-]+\.test\.ts)` › (.+?)(?=; `test\/|$)/g)].map(([, file = '', name = '']) => ({
    file,
    name: name.trim(),
  }));

const words = (code: string) => code.replaceAll(/\\?['’]/g, '’').replaceAll(/\s+/g, ' ');

/** Whether a file has a test of this name; one that is made for several things has a hole for each. */
function has(file: string, name: string): boolean {
  if (!exists(file)) return false;
  return [...text(file).matchAll(/\b(?:test|it|describe|journey)\(\s*(['"`])((?:\\.|(?!\1).)*)\1/gs)].some(([, quote, found = '']) => {
    if (quote !== '`') return words(found) === words(name);
    const [first = '', ...others] = words(found).split(/\$\{[^}]*\}/);
    const last = others.at(-1) ?? '';
    return first.length + last.length > 5 && words(name).startsWith(first) && words(name).endsWith(last);
  });
}

test('the comparison with peers names tests that are there, or says why a row is left out', () => {
  const faults = rows().flatMap(({ feature, ours, shownBy }) => {
    if (/^left out: \S/.test(ours)) return [];
    const tests = named(shownBy);
    if (tests.length === 0) return [`${feature}: no test`];
    return tests.filter(({ file, name }) => !has(file, name)).map(({ file, name }) => `${feature}: ${file} has no test “${name}”`);
  });
  noFaults(faults, `${PAGE}:`);
});

test('the comparison has all rows of the four elements', () => {
  // 25 of questions, 16 of resources, 14 of members and 13 of the feed.
  assert.ok(rows().length >= 68, `${PAGE} has ${rows().length} rows.`);
});
