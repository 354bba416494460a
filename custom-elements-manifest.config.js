// The manifest is made from the JSDoc of the classes; its paths are those of the published modules.
import { existsSync, readFileSync } from 'node:fs';

/** An element's tag stands in <name>.define.ts, which the analyzer does not connect to the class. */
function tagOfDefine(modulePath) {
  const define = modulePath.replace(/\.ts$/, '.define.ts');
  if (!existsSync(define)) return undefined;
  return /['"`](cop-[a-z0-9-]+)['"`]/.exec(readFileSync(define, 'utf8'))?.[1];
}

const tags = {
  name: 'tag-from-define',
  moduleLinkPhase({ moduleDoc }) {
    for (const declaration of moduleDoc.declarations ?? []) {
      if (!declaration.customElement) continue;
      const tag = declaration.tagName ?? tagOfDefine(moduleDoc.path);
      if (tag) declaration.tagName = tag;
    }
  },
};

/** Private members are nobody's interface, and a manifest without them is easier to review. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        if (!declaration.members) continue;
        declaration.members = declaration.members.filter(
          ({ privacy, name }) => privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#'),
        );
      }
    }
  },
};

const published = (path) => path.replace(/^(\/?)src\/(.*)\.ts$/, '$1dist/$2.js').replace(/^(\/?)src\//, '$1dist/');

function publishPaths(value) {
  if (Array.isArray(value)) return value.forEach(publishPaths);
  if (value === null || typeof value !== 'object') return;
  for (const [key, inner] of Object.entries(value)) {
    if ((key === 'path' || key === 'module') && typeof inner === 'string') value[key] = published(inner);
    else publishPaths(inner);
  }
}

const publishedPaths = {
  name: 'published-paths',
  packageLinkPhase({ customElementsManifest }) {
    publishPaths(customElementsManifest.modules);
    customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

export default {
  globs: ['src/elements/**/*.ts', 'src/community/*.ts'],
  exclude: ['**/*.styles.ts', '**/*.define.ts'],
  outdir: '.',
  litelement: true,
  plugins: [tags, publicOnly, publishedPaths],
};
