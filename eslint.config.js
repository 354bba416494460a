import { defineConfig } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const syntax = (selector, message) => ({ selector, message });

/** What no code of ours may do, wherever it stands. */
const everywhere = [
  syntax(
    'CallExpression > MemberExpression[property.name=/^(skip|only)$/][object.name=/^(describe|it|test|suite)$/]',
    'A test runs or is deleted: no .skip and no .only.',
  ),
  syntax(
    'CallExpression[callee.name=/^(test|it|describe)$/] > ObjectExpression > Property[key.name=/^(skip|only|todo)$/]',
    'A test runs or is deleted: no skip, only or todo.',
  ),
];

const noHtmlStrings = [
  syntax(
    'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|parseFromString)$/]',
    'HTML strings go through src/ui/sanitize.ts.',
  ),
  syntax('MemberExpression[object.name="document"][property.name=/^(write|writeln)$/]', 'HTML strings go through src/ui/sanitize.ts.'),
  syntax('ImportSpecifier[imported.name=/^unsafe(HTML|SVG|MathML|Static)$/]', 'HTML strings go through src/ui/sanitize.ts.'),
  syntax('TemplateElement[value.raw=/\\.innerHTML\\s*=/]', 'HTML strings go through src/ui/sanitize.ts.'),
];

const noFetch = [
  syntax('CallExpression[callee.name="fetch"]', 'Only src/data/http.ts calls fetch.'),
  syntax(
    'CallExpression[callee.object.name=/^(window|globalThis|self)$/][callee.property.name="fetch"]',
    'Only src/data/http.ts calls fetch.',
  ),
  syntax('NewExpression[callee.name=/^(EventSource|XMLHttpRequest|WebSocket)$/]', 'Only src/data/http.ts talks to the server.'),
];

const noInlineStyle = [
  syntax(
    'TemplateElement[value.raw=/\\sstyle\\s*=/]',
    'A strict CSP forbids style="…": use classes, parts or custom properties of a style sheet.',
  ),
  syntax(
    'ImportDeclaration[source.value="lit/directives/style-map.js"]',
    'styleMap writes style="…" at first render, which a strict CSP forbids.',
  ),
];

const ban = (...rules) => ({ 'no-restricted-syntax': ['error', ...everywhere, ...rules.flat()] });

/** Of ESLint's own recommended rules those that TypeScript does not already settle. */
const LIKELY_MISTAKES = [
  'no-async-promise-executor',
  'no-cond-assign',
  'no-constant-binary-expression',
  'no-constant-condition',
  'no-control-regex',
  'no-debugger',
  'no-duplicate-case',
  'no-fallthrough',
  'no-irregular-whitespace',
  'no-loss-of-precision',
  'no-misleading-character-class',
  'no-self-assign',
  'no-self-compare',
  'no-sparse-arrays',
  'no-unsafe-finally',
  'no-unused-private-class-members',
  'no-useless-catch',
  'no-useless-escape',
  'use-isnan',
  'valid-typeof',
];

export default defineConfig(
  {
    ignores: ['**/node_modules', 'dist', 'storybook-static', 'coverage', 'demo/data', 'data', '.data', 'src/contract', '**/migrations'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.strict,
  {
    rules: {
      ...ban(),
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // A class with statics alone, an interface that only names another, and {} of a generic are all plain words here.
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, minimumDescriptionLength: 10 }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true, IIFEs: false }],
      ...Object.fromEntries(LIKELY_MISTAKES.map((rule) => [rule, 'error'])),
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-empty': ['error', { allowEmptyCatch: false }],
      'no-console': 'off',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  { ...wc['flat/best-practice'], files: ['src/**/*.ts'] },
  { ...lit['flat/recommended'], files: ['src/**/*.ts', 'stories/**/*.ts'] },
  { files: ['src/**/*.ts'], plugins: { 'lit-a11y': litA11y }, rules: litA11y.configs.recommended.rules },
  {
    files: ['src/**/*.ts'],
    rules: {
      ...ban(noHtmlStrings, noFetch, noInlineStyle),
      'no-console': 'error',
      // An element's tag stands in its .define.ts, and its name() takes another: the class file alone can't tell.
      'wc/file-name-matches-element': 'off',
      'wc/define-tag-after-class-definition': 'off',
      'wc/guard-super-call': 'off',
      'wc/no-self-class': 'off',
      'lit/no-invalid-html': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/no-template-map': 'off',
      'lit/no-classfield-shadowing': 'error',
    },
  },
  // The one that speaks to who builds the page.
  { files: ['src/ui/setup-check.ts'], rules: { 'no-console': 'off' } },
  { files: ['src/data/http.ts'], rules: ban(noHtmlStrings, noInlineStyle) },
  { files: ['src/ui/sanitize.ts'], rules: ban(noFetch, noInlineStyle) },
  { files: ['stories/**/*.ts'], rules: ban(noHtmlStrings, noInlineStyle) },
  {
    files: ['test/**', 'src/i18n/**', 'src/contract/**', 'server/contract/**', 'server/store/schema.ts', 'stories/**'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    // Chai's assertions are property reads.
    files: ['test/**'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
