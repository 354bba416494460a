// Finds the browser for the tests: the one CHROME_PATH names, one that is installed, else Debian's, installed here.
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { stop } from './lib/run.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const MAC = ['Chromium', 'Google Chrome', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);

const WINDOWS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
  .map((name) => process.env[name])
  .filter((folder) => folder !== undefined)
  .flatMap((folder) =>
    ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(
      (path) => join(folder, path),
    ),
  );

/** What headless Chromium is started with: as root it has no sandbox of its own, and it stays off the network. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param {string} path */
function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of an installed browser of the Chromium family, or undefined. */
export function installedBrowser() {
  const named = process.env.CHROME_PATH;
  if (named) return runnable(named) ? named : stop(`CHROME_PATH is "${named}", which is not a program here.`);
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...MAC, ...WINDOWS].find(runnable);
}

function debianAsRoot() {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

/** The path of a browser; installs Debian's Chromium where that is allowed, else ends with what to install. */
export function browser() {
  const found = installedBrowser();
  if (found) return found;
  if (debianAsRoot()) {
    console.log('No Chromium is installed: installing Debian’s (apt-get install chromium) …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'inherit', env });
    const installed = installedBrowser();
    if (installed) return installed;
  }
  return stop(
    'The tests of the elements need Chromium, Chrome or Edge, and none was found.\n' +
      'Install one (Debian and Ubuntu: sudo apt install chromium; macOS: brew install --cask chromium),\n' +
      'or say where it is: CHROME_PATH=/path/to/chrome npm test',
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  // --quiet only asks, by the exit code, whether one is installed.
  if (process.argv.includes('--quiet')) process.exit(installedBrowser() ? 0 : 1);
  const path = browser();
  console.log(
    `${path}\n${execFileSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()}`,
  );
}
