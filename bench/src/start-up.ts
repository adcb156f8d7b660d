import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { summary } from './figures.ts';

export type StartUpOptions = Readonly<{ starts: number; market: 'full' | 'small'; data?: string }>;

// Two levels above both `src` and `dist`.
const root = resolve(import.meta.dirname, '../..');
const readyLine = /^ {2}Meridian +http:\S+$/m;

/**
 * Measures what `npm start` needs from the command to its announcement, which comes when everything is ready: the first time, when
 * it seeds, and then again and again on the same folder. Prints, asserts nothing.
 */
export async function measureStartUp(options: StartUpOptions): Promise<void> {
  const data = options.data ?? (await mkdtemp(join(tmpdir(), 'meridian-bench-')));
  try {
    const first = await startOnce(data, options.market);
    console.log(
      `first start, seeding the ${options.market} market: ${seconds(first.readyInMs)}, stopped in ${seconds(first.stoppedInMs)}`,
    );
    const later: number[] = [];
    const stops: number[] = [];
    for (let start = 0; start < options.starts; start += 1) {
      const { readyInMs, stoppedInMs } = await startOnce(data, options.market);
      later.push(readyInMs);
      stops.push(stoppedInMs);
    }
    console.log(summary('later starts, until ready', later));
    console.log(summary('Ctrl-C until the process has ended', stops));
  } finally {
    if (options.data === undefined) await rm(data, { recursive: true, force: true });
  }
}

const seconds = (timeInMs: number): string => `${(timeInMs / 1000).toFixed(1)} s`;

async function startOnce(data: string, market: string) {
  const begin = performance.now();
  const args = [join(root, 'scripts/start.mjs'), '--port', '0', '--data', data, '--market', market];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  await announced(child.stdout);
  const readyInMs = performance.now() - begin;
  child.kill('SIGINT');
  const [code] = await ended;
  if (code !== 0) throw new Error(`Ctrl-C ended the server with ${code}.`);
  return { readyInMs, stoppedInMs: performance.now() - begin - readyInMs };
}

/** Reads on afterwards: a server whose output nobody takes would fail at its next line. */
function announced(output: Readable): Promise<void> {
  let text = '';
  return new Promise((resolveWith, reject) => {
    output.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (readyLine.test(text)) resolveWith();
    });
    output.once('end', () => reject(new Error(`The server ended before it was ready:\n${text}`)));
  });
}
