import { join } from 'node:path';
import type { ListingsIntake, PriceIntake } from '@meridian/schema/contracts/intake';
import { type Command, help, readCommand } from './arguments.ts';
import { UsageError } from './failure.ts';
import { importFile } from './import-file.ts';
import { dayProblem } from './plausible-dates.ts';
import { prepareFile } from './prepare-file.ts';
import { openProgress } from './progress.ts';
import { createSkipReport } from './skip-report.ts';
import { jsonLine, summaryLines } from './summary.ts';

const exitCodes = { done: 0, fault: 1, usage: 2, stopped: 130 } as const;

/** The intakes of one data folder, open. */
export type OpenIntakes = AsyncDisposable & Readonly<{ listings: ListingsIntake; prices: PriceIntake }>;

/** Everything the command touches outside of itself. */
export type CommandDeps = Readonly<{
  argv: readonly string[];
  defaultData: string;
  /** Where a file lies that is named so on the command line. */
  pathFrom: (file: string) => string;
  /** Creates the folder if it is missing. */
  openIntakes: (dataFolder: string) => Promise<OpenIntakes>;
  clock: Readonly<{ now: () => number }>;
  /** In megabytes, of this process. */
  peakRssMb: () => number;
  out: (line: string) => void;
  error: (line: string) => void;
  terminal: NodeJS.WriteStream;
  /** Called now and then while nothing of the rows is held. */
  betweenBatches?: () => void;
  signal: AbortSignal;
}>;

type ImportCommand = Extract<Command, { kind: 'import' }>;

const reportPath = (command: ImportCommand, nowInMs: number): string => {
  const stamp = new Date(nowInMs).toISOString().replace(/[:.]/g, '-');
  return join(command.data, 'imports', `${command.request.format.name}-${stamp}.skipped.csv`);
};

const refuseFarCrawl = (observedOn: string | undefined, nowInMs: number): void => {
  const problem = observedOn && dayProblem(observedOn, new Date(nowInMs).toISOString().slice(0, 10));
  if (problem) throw new UsageError(`--observed-on: ${problem}`);
};

const runImport = async (command: ImportCommand, deps: CommandDeps): Promise<number> => {
  const startedAt = deps.clock.now();
  refuseFarCrawl(command.request.options.observedOn, startedAt);
  // Before the folder is touched: a wrong file must leave nothing behind, not even an empty database.
  const file = await prepareFile(command.request.format, deps.pathFrom(command.request.path));
  await using intakes = await deps.openIntakes(command.data);
  const report = createSkipReport(reportPath(command, startedAt));
  const progress = openProgress(deps.terminal);
  try {
    const { listings, prices } = intakes;
    const result = await importFile(
      { ...command.request, file },
      {
        listings,
        prices,
        report,
        clock: deps.clock,
        onProgress: progress.update,
        signal: deps.signal,
        ...(deps.betweenBatches === undefined ? {} : { betweenBatches: deps.betweenBatches }),
      },
    );
    progress.stop();
    const reportFile = await report.close();
    const seconds = Math.round((deps.clock.now() - startedAt) / 100) / 10;
    const finished = { ...result, seconds, peakRssMb: deps.peakRssMb(), firstSkips: report.first, reportFile };
    for (const line of summaryLines(finished)) (command.json ? deps.error : deps.out)(line);
    if (command.json) deps.out(jsonLine(finished));
    return result.stopped ? exitCodes.stopped : exitCodes.done;
  } finally {
    progress.stop();
    await report.close();
  }
};

/** Runs the command line. @returns the exit code; every failure is one line on stderr */
export const runCommand = async (deps: CommandDeps): Promise<number> => {
  try {
    const command = readCommand(deps.argv, deps.defaultData);
    if (command.kind === 'import') return await runImport(command, deps);
    deps.out(help);
    return exitCodes.done;
  } catch (cause) {
    if (cause instanceof UsageError) {
      deps.error(`import: ${cause.message}`);
      return exitCodes.usage;
    }
    deps.error(`import: stopped by a fault: ${(cause as Error).message}; run the same command again to finish`);
    return exitCodes.fault;
  }
};
