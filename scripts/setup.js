// Sees to what every other script needs: a Node that is new enough, and the packages of package-lock.json.
// Plain Node without dependencies, for it runs before there are any.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { at, root } from './lib/paths.js';
import { stop } from './lib/run.js';

const OLDEST = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = OLDEST;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  stop(`This needs Node ${OLDEST.join('.')} or newer; this is Node ${process.versions.node}. See https://nodejs.org`);
}

/** npm writes node_modules/.package-lock.json when an install has ended well. */
function packagesAreCurrent() {
  const installed = at('node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  if (statSync(installed).mtimeMs >= statSync(at('package-lock.json')).mtimeMs) return true;
  return sameVersions(installed);
}

/** A fresh checkout touches package-lock.json without changing it, so the versions decide. @param {string} installed */
function sameVersions(installed) {
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) => !path.includes('node_modules/') || entry.optional || entry.link || have[path]?.version === entry.version,
  );
}

/** Makes this checkout ready to run; shows what it does. */
export function setup() {
  checkNode();
  if (packagesAreCurrent()) return;
  console.log('Installing the packages of package-lock.json (npm ci) …');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) stop('npm ci did not succeed: see its message above.');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) setup();
