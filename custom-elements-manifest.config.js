// The manifest is made from the JSDoc of the classes; its paths are those of the published modules.
import { elements } from './scripts/lib/paths.js';

/** The class file does not register its tag, so the analyzer cannot know it. */
const tagOf = (modulePath) => elements().find(({ module }) => module === modulePath)?.tag;

const tags = {
  name: 'tag',
  packageLinkPhase({ customElementsManifest }) {
    for (const { path, declarations = [] } of customElementsManifest.modules) {
      const tag = tagOf(path);
      const declaration = declarations.find(({ kind, superclass }) => kind === 'class' && !superclass?.name.endsWith('Event'));
      if (tag && declaration) Object.assign(declaration, { tagName: tag, customElement: true });
    }
  },
};

/** Private members are nobody's interface, and a manifest without them is easier to review. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        // dispatchEvent(new AskedEvent(question)) is also found in the code, under no name or that of its argument; only the doc knows it.
        declaration.events = declaration.events?.filter(({ name, description }) => name && description);
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
  globs: ['src/elements/**/*.ts', 'src/community/*.ts', 'src/ui/*-element.ts'],
  exclude: ['**/*.styles.ts', '**/*.define.ts'],
  outdir: '.',
  litelement: true,
  plugins: [tags, publicOnly, publishedPaths],
};
