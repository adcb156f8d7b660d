import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { ListingsIntake } from '@meridian/schema/contracts/intake';
import { createMemoryIntake, type MemoryIntake } from '@meridian/schema/contracts/testing/memory-intake';
import { type CommandDeps, runCommand } from '../src/run-command.ts';
import { airports } from './fixtures.ts';

/** A folder of its own for one test, with the intakes that stand for a data folder. */
export type Bench = AsyncDisposable &
  Readonly<{
    folder: string;
    intake: MemoryIntake;
    /** Writes a file into the folder and answers with its path. */
    file: (name: string, content: string | Uint8Array) => Promise<string>;
    run: (argv: readonly string[], changes?: Partial<CommandDeps>) => Promise<Run>;
  }>;

export type Run = Readonly<{
  code: number;
  out: readonly string[];
  error: readonly string[];
  counts: Record<string, number>;
}>;

const noTerminal = { isTTY: false } as NodeJS.WriteStream;

export const openBench = async (
  start = Date.UTC(2026, 10, 20, 12),
  wrap: (listings: ListingsIntake) => ListingsIntake = (it) => it,
): Promise<Bench> => {
  const folder = await mkdtemp(join(tmpdir(), 'meridian-importer-test-'));
  const intake = createMemoryIntake();
  const run: Bench['run'] = async (argv, changes = {}) => {
    const [out, error] = [[] as string[], [] as string[]];
    const code = await runCommand({
      argv: [...argv, '--json'],
      defaultData: join(folder, 'data'),
      pathFrom: (file) => file,
      openIntakes: async () => ({
        listings: wrap(intake.listings),
        prices: intake.prices,
        [Symbol.asyncDispose]: async () => undefined,
      }),
      clock: { now: () => start },
      peakRssMb: () => 1,
      out: (line) => out.push(line),
      error: (line) => error.push(line),
      terminal: noTerminal,
      signal: new AbortController().signal,
      ...changes,
    });
    const last = out.at(-1) ?? '';
    return { code, out, error, counts: last.startsWith('{') ? (JSON.parse(last) as Record<string, number>) : {} };
  };
  return {
    folder,
    intake,
    run,
    file: async (name, content) => {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
};

/** What the last line of JSON must say. */
export const counts = (
  read: number,
  imported: number,
  rest: Partial<Record<'updated' | 'unchanged' | 'skipped', number>> = {},
) => expect.objectContaining({ read, imported, updated: 0, unchanged: 0, skipped: 0, ...rest });
/** Imports the airports of the fixtures. */
export const withAirports = async (bench: Bench): Promise<void> => {
  expect((await bench.run(['ourairports', await bench.file('airports.csv', airports())])).counts).toEqual(counts(9, 9));
};
