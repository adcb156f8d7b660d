import { readEnvironment } from '@meridian/platform/config/environment';
import { exchangeRatesSettings } from '@meridian/platform/exchange-rates/open-exchange-rates';
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
  const options = parseOptions(process.argv.slice(2));
  const settings = readEnvironment(exchangeRatesSettings, process.env);
  if (!settings.ok) throw new Error(settings.problems.join(' '));
  const { EXCHANGE_RATES_URL: exchangeRatesUrl } = settings.environment;
  await runEmbedded(options, { clock, logger, exchangeRatesUrl, logLines, shutdown, out: process.stdout });
} catch (error) {
  process.stderr.write(`\nMeridian could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  await shutdown.close('failed start');
  process.exit(1);
}
