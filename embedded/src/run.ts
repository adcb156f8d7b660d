import { demoAccounts } from '@meridian/market/accounts';
import { openDataFolder } from '@meridian/platform/config/data-folder';
import type { Logger } from '@meridian/platform/observability/logger';
import { type Readiness, readyUnless } from '@meridian/platform/observability/readiness';
import type { Shutdown } from '@meridian/platform/shutdown/shutdown';
import type { Clock } from '@meridian/platform/time/clock';
import { announcement, createProgressLine } from './announce.ts';
import { type Foundation, openFoundation } from './foundation.ts';
import { emptyMarket } from './fresh.ts';
import { createHost } from './host.ts';
import { openHttpServices } from './http-services.ts';
import { openInProcessServices } from './in-process-services.ts';
import type { LogLines } from './log-lines.ts';
import type { Options } from './options.ts';
import { runSeedProcess } from './seed-process.ts';
import { lockFolder } from './server-lock.ts';
import type { Services } from './services.ts';

export type RunDependencies = Readonly<{
  clock: Clock;
  logger: Logger;
  /** Where exchange rates are asked for; the reference table in the repository unless given. */
  exchangeRatesUrl?: string | undefined;
  /** For how many days events are kept that everybody has handled; 30 unless given. */
  keepDays?: number | undefined;
  /** Where lines of the log are handed on to operators. */
  logLines: LogLines;
  shutdown: Pick<Shutdown, 'register'>;
  out: NodeJS.WriteStream;
  /** Aborted when the start is to end where it is. */
  signal: AbortSignal;
}>;

/**
 * Runs Meridian on one data folder: services, gateway, demo market. Listens at once, so that readiness can be asked for, and
 * announces the addresses when everything has caught up.
 *
 * @throws Error with a hint when the port is busy or another server runs on the folder; what `signal` was aborted with
 */
export async function runEmbedded(options: Options, deps: RunDependencies): Promise<void> {
  const { shutdown, signal } = deps;
  const folder = await openDataFolder(options.data);
  const lock = await lockFolder(folder);
  shutdown.register('folder', () => lock.release());
  if (options.fresh) await emptyMarket(folder);
  const foundation = await openFoundation(folder, deps);
  signal.throwIfAborted();
  const services = await openServices(options, foundation, deps);
  shutdown.register('services', () => services.close());
  signal.throwIfAborted();
  const market = { ready: options.market === 'none' };
  const host = await createHost(foundation, services, { marketReadiness: () => marketReadiness(market.ready) });
  shutdown.register('gateway', () => host.close());
  const { url } = await listen(() => host.listen({ port: options.port }), options.port);
  await lock.tell(url);
  signal.throwIfAborted();
  await services.start();
  signal.throwIfAborted();
  await seed(options, deps);
  market.ready = true;
  await caughtUp(services, deps);
  const accounts = options.market === 'none' ? [] : demoAccounts.map((account) => ({ ...account, role: account.key }));
  deps.out.write(announcement(url, accounts));
}

const openServices = (
  options: Options,
  foundation: Foundation,
  { logLines, signal }: RunDependencies,
): Promise<Services> =>
  options.transport === 'http' ? openHttpServices(foundation, signal) : openInProcessServices(foundation, logLines);

const marketReadiness = (ready: boolean): Readiness => readyUnless(ready ? [] : ['The demo market is being seeded.']);

async function listen<Result>(open: () => Promise<Result>, port: number): Promise<Result> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new Error(`port ${port} is busy. Is Meridian running already? Otherwise: npm start -- --port ${port + 1}`);
  }
}

/** Seeds or tops up the demo market. Does nothing but look when it is complete. */
async function seed(options: Options, { signal, out }: RunDependencies): Promise<void> {
  if (options.market === 'none') return;
  const progress = createProgressLine(out);
  await runSeedProcess({
    data: options.data,
    market: options.market,
    signal,
    onMessage: (message) => {
      if (message.kind === 'progress') progress.show(message.what, message.done, message.total);
      else progress.end();
    },
  });
  progress.end();
  signal.throwIfAborted();
}

const lookEveryInMs = 50;

/** Waits until every consumer has applied what there is. */
async function caughtUp(services: Services, { signal, out }: RunDependencies): Promise<void> {
  const progress = createProgressLine(out);
  for (let { ready, reasons } = await services.readiness(); !ready; { ready, reasons } = await services.readiness()) {
    signal.throwIfAborted();
    if (out.isTTY) progress.show(`waiting: ${reasons[0] ?? ''}`, 0, reasons.length);
    await new Promise((resolve) => setTimeout(resolve, lookEveryInMs));
  }
  progress.end();
  signal.throwIfAborted();
}
