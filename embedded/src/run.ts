import { demoAccounts } from '@meridian/market/accounts';
import type { Logger } from '@meridian/platform/observability/logger';
import type { Readiness } from '@meridian/platform/observability/readiness';
import type { Shutdown } from '@meridian/platform/shutdown/shutdown';
import type { Clock } from '@meridian/platform/time/clock';
import { announcement, createProgressLine } from './announce.ts';
import { type Foundation, openFoundation } from './foundation.ts';
import { deleteMarket } from './fresh.ts';
import { createHost } from './host.ts';
import { openHttpServices } from './http-services.ts';
import { openInProcessServices } from './in-process-services.ts';
import type { LogLines } from './log-lines.ts';
import type { Options } from './options.ts';
import { runSeedProcess } from './seed-process.ts';
import { markRunning, refuseWhileRunning } from './server-mark.ts';
import type { Services } from './services.ts';

export type RunDependencies = Readonly<{
  clock: Clock;
  logger: Logger;
  /** Where exchange rates are asked for; the reference table in the repository unless given. */
  exchangeRatesUrl?: string | undefined;
  /** Where lines of the log are handed on to operators. */
  logLines: LogLines;
  shutdown: Shutdown;
  out: NodeJS.WriteStream;
}>;

/**
 * Runs Meridian on one data folder: services, gateway, demo market. Listens at once, so that readiness can be asked for, and
 * announces the addresses when everything has caught up.
 *
 * @throws Error with a hint when the port is busy
 */
export async function runEmbedded(options: Options, deps: RunDependencies): Promise<void> {
  const { shutdown } = deps;
  if (options.fresh) {
    await refuseWhileRunning(options.data);
    await deleteMarket(options.data);
  }
  const foundation = await openFoundation(options.data, deps);
  shutdown.register('mark', await markRunning(options.data));
  shutdown.register('event log', () => foundation.log.close());
  const services = await openServices(options, foundation, deps.logLines);
  shutdown.register('services', () => services.close());
  const market = { ready: options.market === 'none' };
  const host = await createHost(foundation, services, { marketReadiness: () => marketReadiness(market.ready) });
  shutdown.register('gateway', () => host.close());
  const { url } = await listen(() => host.listen({ port: options.port }), options.port);
  await services.start();
  await seed(options, deps);
  market.ready = true;
  await caughtUp(services, deps.out);
  const accounts = options.market === 'none' ? [] : demoAccounts.map((account) => ({ ...account, role: account.key }));
  deps.out.write(announcement(url, accounts));
}

const openServices = (options: Options, foundation: Foundation, logLines: LogLines): Promise<Services> =>
  options.transport === 'http' ? openHttpServices(foundation) : openInProcessServices(foundation, logLines);

const marketReadiness = (ready: boolean): Readiness => ({
  ready,
  reasons: ready ? [] : ['The demo market is being seeded.'],
});

async function listen<Result>(open: () => Promise<Result>, port: number): Promise<Result> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new Error(`port ${port} is busy. Is Meridian running already? Otherwise: npm start -- --port ${port + 1}`);
  }
}

/** Seeds or tops up the demo market. Does nothing but look when it is complete. */
async function seed(options: Options, { shutdown, out }: RunDependencies): Promise<void> {
  if (options.market === 'none') return;
  const abort = new AbortController();
  shutdown.register('seeding', () => abort.abort());
  const progress = createProgressLine(out);
  await runSeedProcess({
    data: options.data,
    market: options.market,
    signal: abort.signal,
    onMessage: (message) => {
      if (message.kind === 'progress') progress.show(message.what, message.done, message.total);
      else progress.end();
    },
  });
}

const lookEveryInMs = 50;

/** Waits until every consumer has applied what there is. */
async function caughtUp(services: Services, out: NodeJS.WriteStream): Promise<void> {
  const progress = createProgressLine(out);
  for (let { ready, reasons } = await services.readiness(); !ready; { ready, reasons } = await services.readiness()) {
    if (out.isTTY) progress.show(`waiting: ${reasons[0] ?? ''}`, 0, reasons.length);
    await new Promise((resolve) => setTimeout(resolve, lookEveryInMs));
  }
  progress.end();
}
