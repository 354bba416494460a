import { test } from 'node:test';
import ts from 'typescript';
import { closure, elements, exists, files, imports, matches, noFaults, syntax, text, walk } from './source.js';

interface Documented {
  summary: boolean;
  slot: Set<string>;
  fires: Set<string>;
  csspart: Set<string>;
  cssprop: Set<string>;
  cssstate: Set<string>;
}

/** The tags of the JSDoc above the exported class of a module. */
function documented(module: string): Documented {
  const tree = syntax(module);
  let doc = '';
  walk(tree, (node) => {
    const exported = ts.isClassDeclaration(node) && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    const isElement = exported && node.heritageClauses?.some((clause) => !/\b\w*Event\b/.test(clause.getText(tree)));
    if (isElement && !doc)
      doc = ts
        .getJSDocCommentsAndTags(node)
        .map((part) => part.getText(tree))
        .join('\n');
  });
  const names = (tag: string) =>
    new Set(
      [...doc.matchAll(new RegExp(`@${tag}[ \\t]+(?:\\{[^}]*\\}[ \\t]+)?(\\[?)([^\\s\\]=]+)`, 'g'))].map(([, , name = '']) =>
        name === '-' ? '' : name,
      ),
    );
  const bareSlot = /@slot[ \t]*(\n|$)/.test(doc) ? [''] : [];
  return {
    summary: /@summary\s+\S/.test(doc),
    slot: new Set([...names('slot'), ...bareSlot]),
    fires: names('(?:fires|event)'),
    csspart: names('csspart'),
    cssprop: names('(?:cssprop|cssproperty)'),
    cssstate: names('cssstate'),
  };
}

/** The name of every event class in src, from its `static eventName` or `super('…')`. */
const eventNames = new Map<string, string>();
for (const file of files('src', '.ts')) {
  const tree = syntax(file);
  walk(tree, (node) => {
    if (!ts.isClassDeclaration(node) || !/\bextends \w*Event\b/.test(node.heritageClauses?.[0]?.getText(tree) ?? '')) return;
    const name = /(?:\beventName\b[^\n]*?=|\bsuper\()\s*['"`]([\w-]+)['"`]/.exec(node.getText(tree))?.[1];
    if (name && node.name) eventNames.set(node.name.text, name);
  });
}

/** An event without our prefix goes between objects of the library and never to a page. */
const isPublic = (name: string) => name.startsWith('cop-');

const words = (list: string) => list.split(/[\s,]+/).filter((word) => /^[a-z][\w-]*$/.test(word));

/** What `exportparts="inner: outer, same"` makes public. */
const outerNames = (list: string) => list.split(',').flatMap((pair) => words(pair.split(':').pop() ?? ''));

interface Use {
  kind: keyof Omit<Documented, 'summary'>;
  name: string;
  where: string;
}

/** The parts, slots, states and events of a file's code. */
function uses(file: string): Use[] {
  const code = text(file);
  const found = (kind: Use['kind'], pattern: RegExp, names: (match: RegExpExecArray) => string[]) =>
    matches(file, code, pattern).flatMap(({ where, match }) => names(match).map((name) => ({ kind, name, where })));
  const first = (match: RegExpExecArray) => [match[1] ?? ''];
  return [
    ...found('csspart', /\spart="([^"$]*)/g, (match) => words(match[1] ?? '')),
    ...found('csspart', /\sexportparts="([^"$]*)"/g, (match) => outerNames(match[1] ?? '')),
    ...found('slot', /<slot(?=[\s>])([^>]*)/g, (match) => [/\bname="([^"$]*)"/.exec(match[1] ?? '')?.[1] ?? '']),
    ...found('cssstate', /\bstates\.(?:add|delete)\(\s*['"`]([\w-]+)['"`]/g, first),
    ...found('fires', /\bnew (\w+Event)\(/g, (match) => [eventNames.get(match[1] ?? '') ?? ''].filter(isPublic)),
  ];
}

const tokens = (file: string): Use[] =>
  matches(file, text(file), /var\(\s*(--cop-[\w-]+)/g).map(({ where, match }) => ({
    kind: 'cssprop',
    name: match[1] ?? '',
    where,
  }));

/** A custom element of its own keeps its parts behind its own shadow root; an abstract base draws in the element's. */
const rendersElsewhere = (file: string) => /(?<!abstract )class \w+ extends \w*Element\b/.test(text(file));

/** What a base class documents holds for those that extend it. */
function withBases(module: string): Documented {
  const doc = documented(module);
  const name = /class \w+ extends (?!\w*Event\b)(\w+)/.exec(text(module))?.[1] ?? '';
  const base = imports(module).find(({ file }) => file && exists(file) && text(file).includes(`class ${name} extends`))?.file;
  if (!base) return doc;
  const inherited = withBases(base);
  for (const kind of ['slot', 'fires', 'csspart', 'cssprop', 'cssstate'] as const) {
    for (const entry of inherited[kind]) doc[kind].add(entry);
  }
  return doc;
}

const TAGS = { slot: '@slot', fires: '@fires', csspart: '@csspart', cssprop: '@cssprop', cssstate: '@cssstate' };

for (const { name, folder, module } of elements()) {
  test(`the doc of ${name} names every part, slot, event, state and token in its code`, () => {
    const doc = withBases(module);
    const own = files(folder, '.ts');
    const drawn = [...closure(module, (path) => path.startsWith(`${folder}/`) || path.startsWith('src/ui/'))].filter(
      (file) => file.startsWith('src/ui/') && !rendersElsewhere(file),
    );
    const used = [...own.flatMap(uses), ...drawn.flatMap(uses), ...own.flatMap(tokens)];
    const missing = used.filter((use) => !doc[use.kind].has(use.name));
    const faults = new Set(missing.map(({ kind, name, where }) => `${TAGS[kind]} ${name || '-'}   (${where})`));
    noFaults([...(doc.summary ? [] : ['@summary']), ...faults], `The JSDoc of the class in ${module} lacks:`);
  });
}

test('every token of the shared styles is in the doc of an element or in docs/', () => {
  const told = new Set(elements().flatMap(({ module }) => [...withBases(module).cssprop]));
  const prose = files('docs', '.md', '.mdx').map(text).join('\n');
  const shared = [...files('src/styles', '.ts'), ...files('src/ui', '.ts'), ...files('src/controllers', '.ts')];
  const faults = shared.flatMap(tokens).filter(({ name }) => !told.has(name) && !prose.includes(name));
  noFaults([...new Set(faults.map(({ name, where }) => `${name}   (${where})`))], 'Nothing tells what these are for:');
});

test('every event class is in GlobalEventHandlersEventMap', () => {
  const maps = files('src', '.ts').flatMap((file) =>
    matches(file, text(file), /interface GlobalEventHandlersEventMap \{([^}]*)\}/g).map(({ match }) => match[1] ?? ''),
  );
  const faults = [...eventNames].filter(([type, name]) => isPublic(name) && !maps.some((map) => map.includes(`'${name}': ${type}`)));
  noFaults(
    faults.map(([type, name]) => `'${name}': ${type}`),
    'interface GlobalEventHandlersEventMap lacks:',
  );
});

test('the manifest names every element', () => {
  const manifest = exists('custom-elements.json') ? text('custom-elements.json') : '';
  const faults = elements().filter(({ module }) => !manifest.includes(`"${module.replace('src/', 'dist/').replace('.ts', '.js')}"`));
  noFaults(
    faults.map(({ module }) => module),
    'custom-elements.json is out of date (npm run manifest):',
  );
});

test('the README and the page of an element name its attributes, and the page its parts and events', () => {
  interface Named {
    name: string;
    description?: string;
    inheritedFrom?: unknown;
  }
  interface Declaration {
    tagName?: string;
    attributes?: Named[];
    cssParts?: Named[];
    events?: Named[];
  }
  const manifest = JSON.parse(text('custom-elements.json')) as { modules: { declarations?: Declaration[] }[] };
  const own = (list: Named[] = []) =>
    list.filter((one) => !one.inheritedFrom && one.description !== 'Not used here.').map(({ name }) => name);
  const faults = manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap(({ tagName, attributes, cssParts, events }) => {
      if (!tagName) return [];
      const [page, row] = [
        text(`docs/elements/${tagName.slice(4)}.md`),
        text('README.md')
          .split('\n')
          .find((line) => line.startsWith(`| [\`<${tagName}>`)),
      ];
      const lacks = (place: string, content: string, names: string[]) =>
        names.filter((name) => !content.includes(`\`${name}\``)).map((name) => `${place} of ${tagName}: ${name}`);
      return [...lacks('row', row ?? '', own(attributes)), ...lacks('page', page, [...own(attributes), ...own(cssParts), ...own(events)])];
    });
  noFaults(faults, 'Not named:');
});
