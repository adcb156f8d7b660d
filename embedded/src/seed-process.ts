import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What the seeding process tells on its way. */
export type SeedMessage =
  | Readonly<{ kind: 'progress'; what: string; done: number; total: number }>
  | Readonly<{ kind: 'done'; seconds: number }>;

export type SeedOptions = Readonly<{
  data: string;
  market: 'full' | 'small';
  onMessage: (message: SeedMessage) => void;
  signal: AbortSignal;
}>;

/**
 * Seeds or tops up the demo market in a process of its own, on the same data folder, as an import would (ADR 0003). The server
 * meanwhile consumes the events that come out of it.
 *
 * @throws Error when the process ends with another exit code than 0, unless it was aborted
 */
export function runSeedProcess({ data, market, onMessage, signal }: SeedOptions): Promise<void> {
  const entry = fileURLToPath(new URL('../../tools/market/dist/main.js', import.meta.url));
  const child = fork(entry, ['--data', data, '--market', market], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // A group of its own: Ctrl-C at the terminal comes to the host alone, which stops this process in its turn.
    detached: true,
  });
  const stop = () => child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  child.on('message', (message) => onMessage(message as SeedMessage));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      signal.removeEventListener('abort', stop);
      if (code === 0 || signal.aborted) resolve();
      else
        reject(
          new Error(`Seeding the demo market failed (exit code ${code}). Start again: it goes on where it stopped.`),
        );
    });
  });
}
