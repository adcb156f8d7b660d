import { createLogger } from '@meridian/platform/observability/logger';
import { createShutdown } from '@meridian/platform/shutdown/shutdown';
import { systemClock as clock } from '@meridian/platform/time/clock';
import { createLogLines } from './log-lines.ts';
import { parseOptions } from './options.ts';
import { runEmbedded } from './run.ts';

const logLines = createLogLines(process.stderr);
const level = process.env.LOG_LEVEL === 'debug' ? 'debug' : 'info';
const logger = createLogger({ service: 'meridian', level, destination: logLines });
const shutdown = createShutdown({ logger, timeoutInMs: 15_000 });
shutdown.on(['SIGINT', 'SIGTERM']);
try {
  await runEmbedded(parseOptions(process.argv.slice(2)), { clock, logger, logLines, shutdown, out: process.stdout });
} catch (error) {
  process.stderr.write(`\nMeridian could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  await shutdown.close('failed start');
  process.exit(1);
}
