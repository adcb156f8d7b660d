import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { descendantsOf } from '../start/launched.ts';

const program = resolve(import.meta.dirname, '../../tools/importer/dist/main.js');

/** What the last line of an import says. */
export type Counts = Readonly<Record<'read' | 'imported' | 'updated' | 'unchanged' | 'skipped', number>>;

/** How an import ended. `counts` of one that was cut short are missing. */
export type Imported = Readonly<{ code: number | null; counts: Counts | undefined; said: string }>;

/** What to import, and where to. */
export type Import = Readonly<{ data: string; format: string; file: string; flags?: readonly string[] }>;

/** An import as `npm run import` runs it, in processes of its own. */
export interface RunningImport {
  readonly ended: Promise<Imported>;
  isRunning(): boolean;
  /** `kill -9` of the process that does the work, which is not the one that was started. Resolves when both are gone. */
  kill(): Promise<void>;
}

/** Ends a process unless it has just ended by itself. */
const killIfThere = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

/** Starts an import of a file into a data folder. */
export function startImport({ data, format, file, flags = [] }: Import): RunningImport {
  const args = [program, format, file, '--data', data, '--json', ...flags];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]).then(([out, said]) => {
    const last = out.trim().split('\n').at(-1) ?? '';
    return { code: child.exitCode, counts: last === '' ? undefined : (JSON.parse(last) as Counts), said };
  });
  return {
    ended,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    async kill() {
      const pid = child.pid ?? 0;
      for (const worker of [...(await descendantsOf(pid)), pid]) killIfThere(worker);
      await ended;
    },
  };
}

/** Imports a file to its end. */
export const runImport = (wish: Import): Promise<Imported> => startImport(wish).ended;
