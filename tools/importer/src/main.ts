import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { openIntakes } from './open-intakes.ts';
import { runCommand } from './run-command.ts';

// Young objects die with their batch. Without a bound V8 lets the nursery grow with the length of the run, and a file of two million
// rows would take more memory than one of twenty thousand, although nothing is kept.
setFlagsFromString('--max-semi-space-size=16');

const stop = new AbortController();
// The first signal ends after the batch in hand; a second one ends at once, which is as safe: a batch is a transaction.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  });
}

process.exitCode = await runCommand({
  argv: process.argv.slice(2),
  // npm changes into the repository; a file is named from where the command was typed.
  pathFrom: (file) => resolve(process.env.INIT_CWD ?? process.cwd(), file),
  defaultData: '.meridian',
  openIntakes,
  clock: { now: () => Date.now() },
  peakRssMb: () => Math.round(process.resourceUsage().maxRSS / 1024),
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
  terminal: process.stderr,
  signal: stop.signal,
});
