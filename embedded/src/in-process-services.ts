import { composeAnalytics } from '@meridian/analytics/compose';
import { composeBookings } from '@meridian/bookings/compose';
import { composeDeals } from '@meridian/deals/compose';
import type { Readiness } from '@meridian/gateway/gateway-options';
import { createInProcessTransport } from '@meridian/gateway/transports/in-process-transport';
import { composeListings } from '@meridian/listings/compose';
import type { SubgraphDefinition } from '@meridian/platform/subgraph/subgraph-definition';
import { composeUsers } from '@meridian/users/compose';
import { type Foundation, tokenIssuer } from './foundation.ts';
import type { LogLines } from './log-lines.ts';
import type { Services } from './services.ts';

/** What the host needs of a service, whichever it is. */
type Service = Readonly<{
  definition: SubgraphDefinition;
  start(): Promise<void>;
  readiness(): Promise<Readiness>;
  close(): Promise<void>;
}>;

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
    readiness: async () => {
      const parts = await Promise.all(services.map((service) => service.readiness()));
      return { ready: parts.every((part) => part.ready), reasons: parts.flatMap((part) => part.reasons) };
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function composeAll(foundation: Foundation, logLines?: LogLines): Promise<Service[]> {
  const { folder, secrets, log, clock, ids, logger } = foundation;
  const common = (service: string) => ({
    databaseFile: folder.database(service),
    log,
    clock,
    ids,
    logger: logger.child({ service }),
    secrets,
  });
  const offerPublicKeys = secrets.offerKeys.map(({ kid, publicKey }) => ({ kid, publicKey }));
  const payments = { sandboxFile: folder.database('payments') };
  const analytics = await composeAnalytics({ ...common('analytics') });
  logLines?.attach(analytics.application.logs);
  const services = await Promise.all([
    composeUsers({ ...common('users'), issuer: tokenIssuer }),
    composeListings({ ...common('listings') }),
    composeBookings({ ...common('bookings'), offerPublicKeys, payments }),
    composeDeals({ ...common('deals') }),
  ]);
  // A context is only ever made and read by the definition that it belongs to.
  return [...services, analytics] as unknown as Service[];
}
