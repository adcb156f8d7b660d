import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/** None of our tools may call home: a fresh clone speaks to the npm registry only. */
const quietTools = {
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  CHECKPOINT_DISABLE: '1',
  APOLLO_TELEMETRY_DISABLED: '1',
};

function stdioOf(isShown) {
  if (isShown === 'stderr') return ['inherit', 'ignore', 'inherit'];
  return isShown ? 'inherit' : ['ignore', 'pipe', 'pipe'];
}

const running = new Set();

/** Ends the commands that run now. For a process that is told to end itself. */
export function endRunning() {
  for (const child of running) child.kill();
}

/**
 * Runs a command to its end.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, cwd?: string, isShown?: boolean | 'stderr' }} options `isShown` lets its output through,
 *   all of it or what goes to standard error
 * @returns {Promise<{ code: number, output: string }>} the exit code (128 and more for a signal) and what it printed
 */
export function run(command, args, { env = {}, cwd = root, isShown = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...quietTools, ...env },
      stdio: stdioOf(isShown),
    });
    running.add(child);
    let output = '';
    const collect = (chunk) => {
      output += chunk;
    };
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve({ code: code ?? (signal ? 130 : 1), output });
    });
  });
}

/** The path of a tool that npm has installed. */
export const tool = (name) => `${root}/node_modules/.bin/${name}`;
