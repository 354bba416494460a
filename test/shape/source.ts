// Reads the source as text and syntax for the laws beside this file.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { at, elements, filesBelow, root } from '../../scripts/lib/paths.js';

export { at, elements };

/** A path relative to the repository's top, with forward slashes. */
const fromTop = (path: string) => relative(root, path).replaceAll('\\', '/');

/** The files below a folder, relative to the top, that end in one of the given endings. */
export const files = (folder: string, ...endings: string[]) =>
  filesBelow(at(folder), (path) => endings.some((ending) => path.endsWith(ending))).map(fromTop);

export const text = (file: string) => readFileSync(at(file), 'utf8');

export const exists = (file: string) => existsSync(at(file));

const trees = new Map<string, ts.SourceFile>();

export function syntax(file: string): ts.SourceFile {
  const known = trees.get(file);
  if (known) return known;
  const tree = ts.createSourceFile(file, text(file), ts.ScriptTarget.Latest, true);
  trees.set(file, tree);
  return tree;
}

/** Calls back with every node of a file, outermost first. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

export interface Import {
  /** As it is written. */
  specifier: string;
  /** The file it means, relative to the top; undefined for a package. */
  file: string | undefined;
  /** `import type`, which leaves no trace at run time. */
  typeOnly: boolean;
  /** `import(…)`, which loads when it is called. */
  lazy: boolean;
}

function fileOf(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = fromTop(join(at(dirname(from)), specifier));
  const candidates = [path.replace(/\.js$/, '.ts'), path, path.replace(/\.js$/, '.d.ts')];
  return candidates.find(exists) ?? path;
}

/** Everything a file imports or re-exports. */
export function imports(file: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean, lazy: boolean) =>
    found.push({ specifier, file: fileOf(file, specifier), typeOnly, lazy });
  walk(syntax(file), (node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword, false);
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, node.isTypeOnly, false);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument && ts.isStringLiteralLike(argument)) add(argument.text, false, true);
    }
  });
  return found;
}

/** A file and all it imports, directly or not, at run time. */
export function closure(file: string, within: (file: string) => boolean, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !exists(file) || !within(file)) return seen;
  seen.add(file);
  for (const found of imports(file)) if (found.file && !found.typeOnly) closure(found.file, within, seen);
  return seen;
}

export interface Template {
  file: string;
  line: number;
  tag: string;
  /** The literal pieces, between which an expression stands. */
  strings: string[];
}

/** The html`…`, svg`…` and css`…` of a file. */
export function templates(file: string, ...tags: string[]): Template[] {
  const found: Template[] = [];
  const tree = syntax(file);
  walk(tree, (node) => {
    if (!ts.isTaggedTemplateExpression(node) || !tags.includes(node.tag.getText(tree))) return;
    const { template } = node;
    const strings = ts.isNoSubstitutionTemplateLiteral(template)
      ? [template.text]
      : [template.head.text, ...template.templateSpans.map((span) => span.literal.text)];
    const line = tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
    found.push({ file, line, tag: node.tag.getText(tree), strings });
  });
  return found;
}

/** All matches of a pattern with the line they stand in, as `file:line` and the match. */
export function matches(file: string, source: string, pattern: RegExp): { where: string; match: RegExpExecArray }[] {
  const found: { where: string; match: RegExpExecArray }[] = [];
  for (const match of source.matchAll(pattern)) {
    found.push({ where: `${file}:${source.slice(0, match.index).split('\n').length}`, match });
  }
  return found;
}

/** Fails with one line for each fault, or not at all. */
export function noFaults(faults: string[], law: string): void {
  if (faults.length > 0) throw new Error(`${law}\n  ${faults.join('\n  ')}`);
}
