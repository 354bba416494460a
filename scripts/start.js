// npm start: the portal, the elements, the API and its docs on one port, with demo data.
import { spawn } from 'node:child_process';
import { at, newest, root } from './lib/paths.js';
import { run, stop } from './lib/run.js';
import { setup } from './setup.js';

setup();

const built = newest([at('dist/browser/manifest.json')]);
if (built < newest([at('src'), at('vite.config.ts')])) {
  const code = await run(process.execPath, ['scripts/build.js', 'browser']);
  if (code !== 0) stop('The elements could not be built: see the message above.');
}

const server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts', '--demo', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});

// The server finishes its requests and streams before it ends; this process only passes the word on and waits.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => {
    // Ctrl+C in a terminal reaches both already.
    if (signal !== 'SIGINT' || !process.stdin.isTTY) server.kill(signal);
  });
}
server.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
