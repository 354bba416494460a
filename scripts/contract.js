// npm run contract: openapi.json from the server's schemas and routes, types.ts from openapi.json.
// `--check` fails when the committed files are not what the server says, or the linter objects.
import { readFileSync, writeFileSync, existsSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { at } from './lib/paths.js';
import { run, runTool, stop } from './lib/run.js';

const JSON_FILE = 'src/contract/openapi.json';
const TYPES_FILE = 'src/contract/types.ts';
const HEADER = '// Generated from openapi.json by `npm run contract`: change server/contract/ instead.\n\n';

const read = (/** @type {string} */ file) => (existsSync(at(file)) ? readFileSync(at(file), 'utf8') : '');
const style = (await resolveConfig(at(TYPES_FILE))) ?? {};

async function generate() {
  const code = await run(process.execPath, ['--import', 'tsx', 'server/contract/write.ts']);
  if (code !== 0) stop('server/contract/write.ts did not succeed: see above.');
  const document = JSON.parse(read(JSON_FILE));
  writeFileSync(at(JSON_FILE), `${JSON.stringify(document, null, 2)}\n`);
  const types = HEADER + astToString(await openapiTS(document, { alphabetize: false }));
  writeFileSync(at(TYPES_FILE), await format(types, { ...style, parser: 'typescript' }));
}

const before = [JSON_FILE, TYPES_FILE].map(read);
await generate();
const changed = [JSON_FILE, TYPES_FILE].filter((file, index) => read(file) !== before[index]);

if (process.argv.includes('--check')) {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const lint = await runTool('@redocly/cli/bin/cli.js', ['lint', JSON_FILE], { env });
  if (changed.length > 0) stop(`${changed.join(' and ')} did not follow server/contract/. Written anew: commit (npm run contract).`);
  if (lint !== 0) stop('The contract has faults: see above.');
}
console.log(changed.length > 0 ? `Written: ${changed.join(', ')}` : 'The contract is up to date.');
