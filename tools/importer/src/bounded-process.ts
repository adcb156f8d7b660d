import { fork } from 'node:child_process';

/**
 * Bounds of the heap in MB. Left alone, V8 lets garbage pile up for as long as there is memory, and a file of two million rows takes
 * half as much again as one of twenty thousand, although nothing of it is kept. Objects of a batch die young: a small nursery serves.
 * A running process cannot change these, hence the second one.
 */
const bounds = ['--max-semi-space-size=2', '--max-old-space-size=128', '--expose-gc'];

/** Whether this process was started by {@link runBounded}. */
export const isBounded = (execArgv: readonly string[]): boolean => bounds.every((bound) => execArgv.includes(bound));

/**
 * Runs a script in a process with a bounded heap, which shares this one's terminal, and answers with its exit code. Signals reach it through
 * here, once or more; when this process is killed, the other one ends too, because its channel closes. When a signal ended the other one,
 * which then can say nothing itself, `error` is told in one line what to do.
 */
export const runBounded = (script: string, argv: readonly string[], error: (line: string) => void): Promise<number> => {
  // A group of its own, so that Ctrl-C comes once, from here, and not from the terminal too: a second one ends at once.
  // Each thread's own arena of the C library keeps what SQLite gave back.
  const env = { MALLOC_ARENA_MAX: '2', ...process.env };
  const child = fork(script, [...argv], {
    execArgv: [...process.execArgv, ...bounds],
    stdio: 'inherit',
    detached: true,
    env,
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (signal !== null) error(`import: ended by the signal ${signal}; run the same command again to finish`);
      resolve(code ?? 1);
    });
  });
};
