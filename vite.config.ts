import { existsSync, readFileSync } from 'node:fs';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { at, elements } from './scripts/lib/paths.js';
import { licenses } from './scripts/lib/licenses.js';

const production = { 'process.env.NODE_ENV': JSON.stringify('production') };

/** Comments, indentation and other space of css`…` are for readers only. */
const shortStyles: Plugin = {
  name: 'short-styles',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('.ts') || !code.includes('css`')) return;
    const short = (css: string) =>
      css
        .replace(/\/\*[^]*?\*\//g, '')
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};]) ?/g, '$1')
        .replace(/([:,]) /g, '$1')
        .replace(/(?<![\d.])0\.(?=\d)/g, '.')
        .replace(/;}/g, '}');
    return { code: code.replace(/\bcss`[^`]*`/g, short), map: null };
  },
};

/** Line ends and indentation of html`…` are for readers only; a space stays, since between words it counts. */
const shortTemplates: Plugin = {
  name: 'short-templates',
  renderChunk(code) {
    const cuts: [number, number][] = [];
    const visit = (node: unknown) => {
      if (typeof node !== 'object' || node === null) return;
      const { type, quasi } = node as { type?: string; quasi?: { quasis: { start: number; end: number }[] } };
      if (type === 'TaggedTemplateExpression') for (const { start, end } of quasi?.quasis ?? []) cuts.push([start, end]);
      Object.values(node).forEach(visit);
    };
    visit(this.parse(code));
    cuts.sort(([a], [b]) => a - b);
    return cuts.reduceRight(
      (text, [start, end]) => text.slice(0, start) + text.slice(start, end).replace(/\s*\n\s*/g, ' ') + text.slice(end),
      code,
    );
  },
};

/** What dist/browser takes in place of others' modules, by the end of their names: the same without what only other browsers or other uses need. */
const LEAN: [module: RegExp, source: string][] = [
  [/reactive-element\/css-tag\.js$/, at('scripts/lean/css-tag.js')],
  [/lit\/decorators\.js$/, at('scripts/lean/decorators.js')],
  [/helpers\/esm\/decorate\.js$/, at('scripts/lean/decorate.js')],
  [/lit-html\/directives\/repeat\.js$/, at('scripts/lean/repeat.js')],
];

const lean: Plugin = {
  name: 'lean',
  enforce: 'pre',
  transform(_, id) {
    const [, source] = LEAN.find(([module]) => module.test(id)) ?? [];
    return source ? { code: readFileSync(source, 'utf8'), map: null } : null;
  },
};

/** Modules that the first view of every element needs: one file, since small ones compress badly and each is a request. */
const BASE =
  /node_modules\/(lit|lit-html|lit-element|@lit\/reactive-element|idb-keyval)\/(?!.*(until|async-directive|private-async|directives\/(ref|live)))|src\/(community\/(community|events|page|openers)|controllers\/(community|query|scheme|item)|data\/(cache|community|http|json|lists|problem|read|storage|topics)|i18n\/(formats|languages|localize|en\/common)|styles\/(tokens|controls|rows)|ui\/(cop-element|lazy|states|person|source|time|tools))[.-]/;

/** Modules that the first view of one element needs beside its own, by the element's folder: they come with it. */
const FIRST_VIEW: Record<string, RegExp> = {
  'ask-the-community': /src\/(elements\/ask-the-community\/question-(row|tools)|i18n\/en\/ask)\./,
  'resource-list': /src\/(elements\/resource-list\/resource-(row|tools)|i18n\/en\/resources)\./,
  'member-directory': /src\/(elements\/member-directory\/(member-row|filters|place)|i18n\/en\/members)\./,
  'activity-feed': /src\/(elements\/activity-feed\/(activity-row|arrivals|filters)|data\/activities|i18n\/en\/feed)\./,
};

/** The bundler's helper that makes module namespaces would be a file of its own, a round trip behind all others: they are written out as objects of getters. */
const inlineRuntime: Plugin = {
  name: 'inline-runtime',
  enforce: 'post',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      if (chunk.name === 'rolldown-runtime') Reflect.deleteProperty(bundle, chunk.fileName);
      const [use, helper] = /import\{t as ([\w$]+)\}from"[^"]*rolldown-runtime-[^"]*";/.exec(chunk.code) ?? [];
      if (!use || !helper) continue;
      const namespace = new RegExp(`=${helper.replaceAll('$', '\\$')}\\(\\{((?:\\w+:\\(\\)=>[\\w$]+,?)*)\\}\\)`, 'g');
      const getters = (_all: string, members: string) => `={${members.replace(/(\w+):\(\)=>([\w$]+)/g, 'get $1(){return $2}')}}`;
      const code = chunk.code.replace(use, '');
      chunk.code = code.replace(namespace, getters);
      if (chunk.code === code || code.includes('rolldown-runtime'))
        throw new Error(`${chunk.fileName} uses the bundler's helper in another way than expected.`);
    }
  },
};

/** Events are made by what is loaded when somebody writes. */
const ownOf = (name: string) => new RegExp(`/${name}/${name}\\.(?!events)`);

/** Languages beside English: what one opens in an element comes as one file, as its words are needed one after the other. */
const GERMAN: Record<string, RegExp> = {
  'de-question': /i18n\/de\/(thread|compose|asking|steward|history|ladder|bulk)\./,
  'de-more': /i18n\/de\/(resource|library|member|account|post|follow|mention|catch-up|attach|shared)\./,
};

/** Base first, so that no element takes what all need. */
const groups = [
  ...Object.entries(GERMAN).map(([name, test]) => ({ name, test, priority: 3 })),
  { name: 'base', test: BASE, priority: 2 },
  ...Object.entries(FIRST_VIEW).map(([name, more]) => ({ name, test: (id: string) => more.test(id) || ownOf(name).test(id), priority: 1 })),
];

/** What exists of the given sources, as entry names without `src/` and `.ts`. */
const entries = (sources: string[]) =>
  Object.fromEntries(
    sources.filter((source) => existsSync(at(source))).map((source) => [source.slice('src/'.length, -'.ts'.length), at(source)]),
  );

/** dist/: one module per source file and the dependencies left to the page's own bundler. */
const library = (): UserConfig => ({
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    minify: false,
    sourcemap: true,
    reportCompressedSize: false,
    lib: {
      entry: entries(['src/index.ts', 'src/define.ts', 'src/autoload.ts', ...elements().flatMap(({ module, define }) => [module, define])]),
      formats: ['es'],
    },
    rolldownOptions: {
      external: (id) => !id.startsWith('.') && !id.startsWith('/') && !id.startsWith('\0') && !/^[a-z]:[\\/]/i.test(id),
      output: { preserveModules: true, preserveModulesRoot: at('src'), entryFileNames: '[name].js' },
    },
  },
});

/** dist/browser/: everything included and split. autoload.js, the one entry, has a stable name; all else is named by its content. */
const browser = (): UserConfig => ({
  base: './',
  publicDir: false,
  define: production,
  plugins: [lean, shortStyles, shortTemplates, licenses('licenses.txt'), inlineRuntime],
  build: {
    outDir: 'dist/browser',
    emptyOutDir: true,
    target: 'es2022',
    minify: true,
    manifest: 'manifest.json',
    reportCompressedSize: false,
    // As a library, or Vite would wrap each import() in a preload helper of 0.9 kB that only styles need.
    lib: { entry: entries(['src/autoload.ts']), formats: ['es'] },
    rolldownOptions: {
      output: {
        minify: true,
        comments: false,
        codeSplitting: { groups },
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        assetFileNames: 'chunks/[name]-[hash][extname]',
      },
    },
  },
});

export default defineConfig(({ mode }) => (mode === 'browser' ? browser() : library()));
