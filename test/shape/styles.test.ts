import { test } from 'node:test';
import { files, matches, noFaults, templates, text } from './source.js';

/** All CSS that is published, comments taken out. */
const sheets = [
  ...files('src', '.ts').flatMap((file) =>
    templates(file, 'css').map(({ line, strings }) => ({
      file: `${file} (from line ${line})`,
      css: strings.join('0'),
    })),
  ),
  ...files('src', '.css').map((file) => ({ file, css: text(file) })),
].map(({ file, css }) => ({ file, css: css.replace(/\/\*[^]*?\*\//g, '') }));

const LAWS: { law: string; never: RegExp }[] = [
  { law: 'Sizes follow the region an element stands in: em, not rem:', never: /[\d.]rem\b/g },
  {
    law: 'Right-to-left needs logical properties (margin-inline-start, inset-inline, text-align: start):',
    never:
      /(?<=[\s;{])(?:(?:margin|padding|border)-(?:left|right)|left|right)(?:-(?:width|color|style))?\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)\b/g,
  },
  {
    law: 'Nothing of ours loads a file from a style sheet, which a strict CSP forbids:',
    never: /@import\b|url\(\s*['"]?https?:/g,
  },
];

for (const { law, never } of LAWS) {
  test(law.slice(0, -1), () => {
    const faults = sheets.flatMap(({ file, css }) => matches(file, css, never).map(({ match }) => `${file}: ${match[0].trim()}`));
    noFaults(faults, law);
  });
}
