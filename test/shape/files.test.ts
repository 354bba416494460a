import { test } from 'node:test';
import { files, noFaults, text } from './source.js';

/** With comments and blank lines; the linter counts code alone and stops at 300. */
const LONGEST = 400;

/** Tables by nature: messages, the contract, what is generated. */
const LONG_BY_NATURE = /^(src\/i18n|src\/contract|server\/contract|server\/migrations|server\/store\/(migrations|schema\.ts))/;

test('no file has grown too long to read in one go', () => {
  const faults = [...files('src', '.ts', '.css'), ...files('server', '.ts'), ...files('demo', '.ts', '.css', '.html')]
    .filter((file) => !LONG_BY_NATURE.test(file) && !file.startsWith('demo/data/'))
    .map((file) => ({ file, lines: text(file).split('\n').length }))
    .filter(({ lines }) => lines > LONGEST);
  noFaults(
    faults.map(({ file, lines }) => `${file}: ${lines} lines`),
    `Above ${LONGEST} lines a file is two files:`,
  );
});

test('a file is called like the others: small letters and hyphens', () => {
  const odd = [...files('src', '.ts'), ...files('server', '.ts'), ...files('test', '.ts'), ...files('stories', '.ts')].filter(
    (file) => !/^[a-z0-9./-]+$/.test(file),
  );
  noFaults(odd, 'Rename:');
});
