import { test } from 'node:test';
import { files, matches, noFaults, templates } from './source.js';

const all = files('src', '.ts').flatMap((file) => templates(file, 'html', 'svg'));

/** Stands for an expression; no letter, so it is never taken for text. */
const HOLE = '\u0000';

test('no template has a style attribute, which a strict CSP forbids', () => {
  const faults = all.flatMap(({ file, line, strings }) =>
    matches(file, strings.join(HOLE), /\sstyle\s*=/g).map(() => `${file}: the template at line ${line}`),
  );
  noFaults(faults, 'Use a class, a part, or el.style in code:');
});

test('no template has words of its own: they are messages in src/i18n', () => {
  const faults = all.flatMap(({ file, line, strings }) => {
    // What stands in <code> is for a machine in every language.
    const html = strings.join(HOLE).replace(/<!--[^]*?-->|<(code|kbd)\b[^]*?<\/\1>|&\w+;/g, '');
    const attributes = [...html.matchAll(/\s(?:aria-label|aria-description|title|alt|placeholder|label)="([^"]*)"/g)];
    const between = html.replace(/<[^>]*>/g, '\n');
    const words = [between, ...attributes.map(([, value = '']) => value)].flatMap((part) => part.match(/\p{L}{2,}[^\0\n]*/gu) ?? []);
    return words.map((word) => `${file}: "${word.trim()}" in the template at line ${line}`);
  });
  noFaults(faults, 'Every word is a key of the typed messages:');
});
