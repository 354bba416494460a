// Child processes that stop with their parent and whose exit code is not lost.
import { spawn } from 'node:child_process';
import { root } from './paths.js';

/**
 * Runs a command with this terminal's input and output.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} the exit code; 1 when a signal ended it
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a command, shows its output as it comes and keeps it.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runAndKeep(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout?.on('data', (data) => {
      output += data;
      process.stdout.write(data);
    });
    child.stderr?.on('data', (data) => {
      output += data;
      process.stderr.write(data);
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs one of the tools in node_modules. @param {string} script path below node_modules @param {string[]} args @param {import('node:child_process').SpawnOptions} [options] */
export const runTool = (script, args, options) => run(process.execPath, [`${root}/node_modules/${script}`, ...args], options);

/** Ends with a plain message instead of a stack. @param {string} message @returns {never} */
export function stop(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}
