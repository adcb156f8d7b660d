import { composeAnalytics } from '@meridian/analytics/compose';
import { composeBookings } from '@meridian/bookings/compose';
import { composeDeals } from '@meridian/deals/compose';
import type { Readiness } from '@meridian/gateway/gateway-options';
import { createInProcessTransport } from '@meridian/gateway/transports/in-process-transport';
import { composeListings } from '@meridian/listings/compose';
import type { SubgraphDefinition } from '@meridian/platform/subgraph/subgraph-definition';
import { composeUsers } from '@meridian/users/compose';
import { type Foundation, tokenIssuer } from './foundation.ts';
import type { Services } from './services.ts';

/** What the host needs of a service, whichever it is. */
type Service = Readonly<{
  definition: SubgraphDefinition;
  start(): Promise<void>;
  readiness(): Promise<Readiness>;
  close(): Promise<void>;
}>;

/** Composes the five services in this process. Nothing runs in the background before `start`. */
export async function openInProcessServices(foundation: Foundation): Promise<Services> {
  const services = await composeAll(foundation);
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

function composeAll(foundation: Foundation): Promise<Service[]> {
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
  return Promise.all([
    composeUsers({ ...common('users'), issuer: tokenIssuer }),
    composeListings({ ...common('listings') }),
    composeBookings({ ...common('bookings'), offerPublicKeys, payments }),
    composeAnalytics({ ...common('analytics') }),
    composeDeals({ ...common('deals') }),
  ]) as Promise<Service[]>;
}
