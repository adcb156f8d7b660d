import { composeAnalytics } from '@meridian/analytics/compose';
import { composeBookings } from '@meridian/bookings/compose';
import { composeDeals } from '@meridian/deals/compose';
import { createInProcessTransport } from '@meridian/gateway/transports/in-process-transport';
import { composeListings } from '@meridian/listings/compose';
import { joinReadiness } from '@meridian/platform/observability/readiness';
import type { Service, ServiceFoundation } from '@meridian/platform/subgraph/service';
import { composeUsers } from '@meridian/users/compose';
import { type Foundation, signUpsPerAddress, tokenIssuer } from './foundation.ts';
import type { LogLines } from './log-lines.ts';
import type { ServiceName, Services } from './services.ts';

/**
 * Composes the five services in this process. Nothing runs in the background before `start`. Given `logLines`, the process's log
 * can be searched by operators as well.
 */
export async function openInProcessServices(foundation: Foundation, logLines?: LogLines): Promise<Services> {
  const services = await composeAll(foundation, logLines);
  const deps = { verifier: foundation.internalTokens, logger: foundation.logger };
  const transports = new Map(
    services.map(({ definition }) => [definition.name, createInProcessTransport(definition, deps)]),
  );
  const close = async () => {
    await Promise.all([...transports.values()].map((transport) => transport.close()));
    await Promise.all(services.map((service) => service.close()));
  };
  return {
    transports,
    async start() {
      await Promise.all(services.map((service) => service.start()));
    },
    readiness: async () => joinReadiness(await Promise.all(services.map((service) => service.readiness()))),
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function composeAll(foundation: Foundation, logLines?: LogLines): Promise<Service[]> {
  const { folder, secrets, log, clock, ids, logger, exchangeRatesUrl } = foundation;
  const common = (service: ServiceName): ServiceFoundation => ({
    databaseFile: folder.database(service),
    log,
    clock,
    ids,
    logger: logger.child({ service }),
    secrets,
  });
  const offerPublicKeys = secrets.offerKeys.map(({ kid, publicKey }) => ({ kid, publicKey }));
  const payments = { sandboxFile: folder.database('payments') };
  const analytics = await composeAnalytics({ ...common('analytics'), exchangeRatesUrl });
  logLines?.attach(analytics.application.logs);
  const services = await Promise.all([
    composeUsers({ ...common('users'), issuer: tokenIssuer, limits: { signUpsPerAddress } }),
    composeListings({ ...common('listings'), exchangeRatesUrl }),
    composeBookings({ ...common('bookings'), offerPublicKeys, payments }),
    composeDeals({ ...common('deals'), exchangeRatesUrl }),
  ]);
  return [...services, analytics];
}
