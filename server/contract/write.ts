import { mkdir, writeFile } from 'node:fs/promises';
import { openApiDocument } from './document.js';

const target = new URL('../../src/contract/', import.meta.url);
await mkdir(target, { recursive: true });
await writeFile(new URL('openapi.json', target), `${JSON.stringify(openApiDocument(), null, 2)}\n`);
