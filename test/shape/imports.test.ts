import { test } from 'node:test';
import { builtinModules } from 'node:module';
import { files, imports, noFaults, text } from './source.js';

/** The rooms of src/ from the top down: a room may import from its own floor and those below. */
const FLOORS = [['elements'], ['community', 'controllers', 'ui', 'i18n', 'styles'], ['data'], ['contract']];

const roomOf = (file: string) => /^src\/([^/]+)\//.exec(file)?.[1];
const floorOf = (room: string) => FLOORS.findIndex((floor) => floor.includes(room));

const source = files('src', '.ts');
const server = files('server', '.ts');

/** The package of an import: `@scope/name/part` belongs to `@scope/name`. */
const packageOf = (specifier: string) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

function dependencies(file: string): Set<string> {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(text(file));
  // A private workspace installs its tools with it; a published package must not import what its users lack.
  return new Set(Object.keys(file === 'server/package.json' ? { ...dependencies, ...devDependencies } : dependencies));
}

function wrongWay(from: string, to: string): boolean {
  const [fromRoom, toRoom] = [roomOf(from), roomOf(to)];
  // index.ts, define.ts and autoload.ts stand above all rooms.
  if (!fromRoom) return false;
  if (!toRoom) return true;
  if (fromRoom === 'adapters') return toRoom !== 'adapters' && toRoom !== 'contract';
  return toRoom === 'adapters' || floorOf(toRoom) < floorOf(fromRoom);
}

test('every folder of src is a known room', () => {
  const unknown = [...new Set(source.map(roomOf))].filter((room) => room && room !== 'adapters' && floorOf(room) < 0);
  noFaults(
    unknown.map((room) => `src/${room}`),
    'A new room needs a floor in test/shape/imports.test.ts:',
  );
});

test('imports point one way: elements → community, controllers, ui, i18n, styles → data → contract', () => {
  const faults = source.flatMap((file) =>
    imports(file)
      .filter((found) => found.file?.startsWith('src/') && wrongWay(file, found.file))
      .map((found) => `${file} imports ${found.file}`),
  );
  noFaults(faults, 'These imports point up the house; move what is shared to a lower room:');
});

test('the library never imports the server, tests, stories or demo, nor the server the library', () => {
  const faults = [...source, ...server].flatMap((file) =>
    imports(file)
      .filter((found) => found.file && !found.file.startsWith(`${file.split('/')[0]}/`))
      .map((found) => `${file} imports ${found.file}`),
  );
  noFaults(faults, 'The server and the library meet only in the generated contract, and import nothing else of the tree:');
});

test('an import names a package of its own workspace', () => {
  const rooms: [string[], string][] = [
    [source, 'package.json'],
    [server, 'server/package.json'],
  ];
  const faults = rooms.flatMap(([sources, manifest]) => {
    const known = dependencies(manifest);
    return sources.flatMap((file) =>
      imports(file)
        .filter(({ file, specifier }) => !file && !specifier.startsWith('node:') && !builtinModules.includes(specifier))
        .filter(({ specifier }) => !known.has(packageOf(specifier)))
        .map(({ specifier }) => `${file} imports ${specifier}, which ${manifest} does not list`),
    );
  });
  noFaults(faults, 'A package that is not listed is there by luck only:');
});

test('the library uses nothing of Node', () => {
  const faults = source.flatMap((file) =>
    imports(file)
      .filter(({ specifier }) => specifier.startsWith('node:'))
      .map(({ specifier }) => `${file} imports ${specifier}`),
  );
  noFaults(faults, 'src/ runs in a browser:');
});

const APART: { folder: string; never: RegExp; because: string }[] = [
  { folder: 'src/data', never: /^(lit|lit-.*|@lit\/.*)(\/|$)/, because: 'no data module knows the DOM' },
  { folder: 'src/contract', never: /./, because: 'the contract is types and needs nobody' },
  { folder: 'server/routes', never: /^(drizzle-orm|pg|@electric-sql\/pglite)(\/|$)/, because: 'no route knows SQL' },
  { folder: 'server/store', never: /^(hono|@hono\/.*)(\/|$)/, because: 'no store knows HTTP' },
];

for (const { folder, never, because } of APART) {
  test(`${folder}: ${because}`, () => {
    const faults = files(folder, '.ts').flatMap((file) =>
      imports(file)
        .filter((found) => !found.file && !found.typeOnly && never.test(found.specifier))
        .map((found) => `${file} imports ${found.specifier}`),
    );
    noFaults(faults, `In ${folder}, ${because}:`);
  });
}
