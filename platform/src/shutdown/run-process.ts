import type { EnvironmentResult } from '../config/environment.ts';
import { createLogger, type Logger, type LogLevel } from '../observability/logger.ts';
import { createShutdown, type Shutdown, type SignalSource } from './shutdown.ts';

/** What a process has of its own from its first moment. */
export type ProcessParts = Readonly<{
  logger: Logger;
  /** Closes on SIGINT and SIGTERM, when the start fails, and when a host that started this process is gone. */
  shutdown: Shutdown;
  /** Aborted when the process is to end before it has started: the start ends where it is, and nothing is closed before it has. */
  signal: AbortSignal;
}>;

/** The process as {@link runProcess} needs it; `process` fits. */
export type ProcessHost = SignalSource & {
  exitCode?: number | string | null | undefined;
  readonly pid: number;
  readonly stderr: { write(text: string): unknown };
  once(event: 'disconnect', listener: () => void): unknown;
  kill(pid: number, signal: NodeJS.Signals): unknown;
};

/** A process: what it is called, what it reads, and what it does. */
export type RunProcess<Environment extends Readonly<{ LOG_LEVEL: LogLevel }>> = Readonly<{
  name: string;
  /** What `readEnvironment(process.env)` answered. */
  settings: EnvironmentResult<Environment>;
  /** Resolves when it does its work; registers with the shutdown what it opens, as it opens it. */
  start(environment: Environment, parts: ProcessParts): Promise<void>;
  /** How long the closing of everything together may take. */
  shutdownTimeoutInMs: number;
}>;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Runs a process until a signal ends it. With wrong settings it tells every problem, one a line, and ends with 2. When the start
 * fails it says why, closes what was opened until then, and ends with 1. Both are told on standard error.
 */
export async function runProcess<Environment extends Readonly<{ LOG_LEVEL: LogLevel }>>(
  { name, settings, start, shutdownTimeoutInMs }: RunProcess<Environment>,
  host: ProcessHost = process,
): Promise<void> {
  if (!settings.ok) {
    host.stderr.write(`${settings.problems.join('\n')}\n`);
    host.exitCode = 2;
    return;
  }
  const logger = createLogger({ service: name, level: settings.environment.LOG_LEVEL });
  const shutdown = createShutdown({ logger, timeoutInMs: shutdownTimeoutInMs });
  shutdown.on(['SIGINT', 'SIGTERM'], host);
  // Started by a host and the host is gone: nobody is left to stop this process, or to ask it anything.
  host.once('disconnect', () => host.kill(host.pid, 'SIGTERM'));
  try {
    await shutdown.start((signal) => start(settings.environment, { logger, shutdown, signal }));
  } catch (error) {
    host.stderr.write(`${name} could not start: ${messageOf(error)}\n`);
    logger.error({ error }, 'The start failed.');
    await shutdown.close('failed start');
    host.exit(1);
  }
}
