import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '../../server/store/database.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dump = join(root, 'test/fixtures/dump.example.org');
let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'command-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** The commands as `npm run import` and `npm run export` start them, on an embedded database of their own. */
function run(command: 'import' | 'export', ...args: string[]): Promise<{ code: number | null; output: string; errors: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', `server/${command}/main.ts`, ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', DATA_DIR: join(folder, 'data') },
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (errors += data));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output, errors })));
}

describe('npm run import and npm run export', () => {
  test('bring a dump in, write it out, and tell how much', async () => {
    const imported = await run(
      'import',
      '--community',
      'se',
      '--name',
      'A site',
      '--report',
      join(folder, 'report.txt'),
      'stackexchange',
      dump,
    );
    assert.equal(imported.code, 0, imported.errors);
    assert.match(imported.output, /questions +2 +0 +0\n/);
    assert.match(imported.output, /1 × answer: Its question is not in the dump\.\n {4}Posts\.xml:10/);
    assert.match(readFileSync(join(folder, 'report.txt'), 'utf8'), /^Posts\.xml:10: answer skipped: Its question is not in the dump\.$/m);
    assert.match(imported.errors, /Checking Posts\.xml: 100 %\n/);
    const exported = await run('export', '--community', 'se', join(folder, 'se.jsonl.gz'));
    assert.equal(exported.code, 0, exported.errors);
    const again = await run('import', '--community', 'se', 'archive', join(folder, 'se.jsonl.gz'));
    assert.match(again.output, /Nothing changed/, again.errors);
  });

  test('say plainly when a server has the database', async () => {
    const database = await openDatabase({ dataDir: join(folder, 'data') });
    try {
      for (const [command, ...args] of [
        ['import', 'stackexchange', dump],
        ['export', join(folder, 'no.jsonl')],
      ] as const) {
        const { code, errors } = await run(command, '--community', 'se', ...args);
        assert.equal(code, 1);
        assert.match(errors, /is in use by a running server \(pid \d+\)\.\nStop the server/);
        assert.doesNotMatch(errors, /\n {4}at /);
      }
      assert.equal(existsSync(join(folder, 'no.jsonl')), false);
    } finally {
      await database.close();
    }
  });

  test('say in a sentence what is missing or wrong', async () => {
    const cases: [string[], RegExp][] = [
      [['stackexchange', dump], /Into which community/],
      [['--community', 'se'], /What shall come in/],
      [['--community', 'A B', 'csv', dump], /small letters/],
      [['--community', 'se', 'mbox', dump], /no import of “mbox”/],
      [['--community', 'se', 'archive', '/nowhere'], /There is no file \/nowhere/],
      [['--community', 'se', '--nmae', 'x', 'csv', dump], /--nmae/],
      [
        ['--community', 'se', '--report', '/nowhere/r.txt', 'stackexchange', dump],
        /^\n\/nowhere\/r\.txt can’t be written: there is no such folder\.\n$/,
      ],
      [['--community', 'se', 'stackexchange', join(root, 'test')], /--site ai\.stackexchange\.com/],
    ];
    const results = await Promise.all(cases.map(([args]) => run('import', ...args)));
    results.forEach(({ code, errors }, i) => {
      assert.equal(code, 1);
      assert.match(errors, cases[i]?.[1] ?? /^$/);
      assert.doesNotMatch(errors, /\n {4}at /);
    });
    const lost = await run('export', '--community', 'se', '/nowhere/se.jsonl.gz');
    assert.equal(lost.code, 1);
    assert.match(lost.errors, /^\n\/nowhere\/se\.jsonl\.gz.*can’t be written: there is no such folder\.\n$/);
    assert.match((await run('import', '--help')).output, /--report <file>/);
    assert.match((await run('export', '--help')).output, /personal data/);
  });
});
