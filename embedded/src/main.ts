import { readEnvironment } from '@meridian/platform/config/environment';
import { retentionSettings } from '@meridian/platform/config/retention-settings';
import { exchangeRatesSettings } from '@meridian/platform/exchange-rates/open-exchange-rates';
import { createLogger } from '@meridian/platform/observability/logger';
import { createShutdown, type SignalSource } from '@meridian/platform/shutdown/shutdown';
import { systemClock as clock } from '@meridian/platform/time/clock';
import { createLogLines } from './log-lines.ts';
import { parseOptions } from './options.ts';
import { runEmbedded } from './run.ts';

/** Ctrl-C ends with 0 when everything closed, at whatever moment of the start it came, and says so. */
const signals: SignalSource = {
  on: (signal, listener) => process.on(signal, listener),
  off: (signal, listener) => process.off(signal, listener),
  exit(code) {
    if (code === 0) process.stdout.write('\nStopped.\n');
    process.exit(code);
  },
};

const logLines = createLogLines(process.stderr);
const level = process.env.LOG_LEVEL === 'debug' ? 'debug' : 'info';
const logger = createLogger({ service: 'meridian', level, destination: logLines });
const shutdown = createShutdown({ logger, timeoutInMs: 15_000 });
shutdown.on(['SIGINT', 'SIGTERM'], signals);
try {
  const options = parseOptions(process.argv.slice(2));
  const settings = readEnvironment(exchangeRatesSettings.extend(retentionSettings.shape), process.env);
  if (!settings.ok) throw new Error(settings.problems.join(' '));
  const { EXCHANGE_RATES_URL: exchangeRatesUrl, EVENT_LOG_KEEP_DAYS: keepDays } = settings.environment;
  const deps = { clock, logger, exchangeRatesUrl, keepDays, logLines, shutdown, out: process.stdout };
  await shutdown.start((signal) => runEmbedded(options, { ...deps, signal }));
} catch (error) {
  process.stderr.write(`\nMeridian could not start: ${error instanceof Error ? error.message : String(error)}\n`);
  await shutdown.close('failed start');
  process.exit(1);
}
