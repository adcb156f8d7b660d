import { analyticsSecrets, composeAnalytics } from '@meridian/analytics/compose';
import { bookingsSecrets, composeBookings } from '@meridian/bookings/compose';
import { composeDeals, dealsSecrets } from '@meridian/deals/compose';
import { createInProcessTransport } from '@meridian/gateway/transports/in-process-transport';
import { composeListings, listingsSecrets } from '@meridian/listings/compose';
import { onlySecrets, type SecretName } from '@meridian/platform/config/secrets';
import type { EventLog } from '@meridian/platform/event-log/event-log';
import { createKeptFor, defaultKeepDays } from '@meridian/platform/event-log/kept-for';
import { startRetention } from '@meridian/platform/event-log/retention';
import { openSqliteEventLog } from '@meridian/platform/event-log/sqlite-event-log';
import { joinReadiness } from '@meridian/platform/observability/readiness';
import { openParts, openTogether } from '@meridian/platform/shutdown/open-parts';
import type { Service, ServiceFoundation } from '@meridian/platform/subgraph/service';
import { topics } from '@meridian/schema/events/registry';
import { composeUsers, usersSecrets } from '@meridian/users/compose';
import { type Foundation, signUpsPerAddress, tokenIssuer } from './foundation.ts';
import type { LogLines } from './log-lines.ts';
import type { ServiceName, Services } from './services.ts';

/**
 * Composes the five services in this process, on one event log. Nothing runs in the background before `start`. Given `logLines`,
 * the process's log can be searched by operators as well.
 */
export async function openInProcessServices(foundation: Foundation, logLines?: LogLines): Promise<Services> {
  const keptFor = createKeptFor(foundation.keepDays ?? defaultKeepDays, topics);
  const { result, close: closeServices } = await openParts(async (keep) => {
    const { folder, clock, logger } = foundation;
    const log = keep(await openSqliteEventLog({ file: folder.eventLog, clock, logger }));
    await log.declareTopics(topics);
    const services = keep(await openTogether(composeAll({ foundation, log, logLines }))).result;
    return { services, forgetOld: () => keep(startRetention({ log, clock, logger, keptFor })) };
  });
  const { services, forgetOld } = result;
  const deps = { verifier: foundation.internalTokens, logger: foundation.logger };
  const transports = new Map(
    services.map(({ definition }) => [definition.name, createInProcessTransport(definition, deps)]),
  );
  const close = async () => {
    await Promise.all([...transports.values()].map((transport) => transport.close()));
    await closeServices();
  };
  return {
    transports,
    async start() {
      await Promise.all(services.map((service) => service.start()));
      forgetOld();
    },
    readiness: async () => joinReadiness(await Promise.all(services.map((service) => service.readiness()))),
    close,
    [Symbol.asyncDispose]: close,
  };
}

type Stage = Readonly<{ foundation: Foundation; log: EventLog; logLines: LogLines | undefined }>;

/** Each service gets the keys that it names, as it would in a process of its own. */
function composeAll(stage: Stage): readonly Promise<Service>[] {
  const { folder, secrets, clock, ids, logger, exchangeRatesUrl } = stage.foundation;
  const given = <Name extends SecretName & keyof Foundation['secrets']>(
    service: ServiceName,
    names: readonly Name[],
  ): ServiceFoundation<Name> => ({
    databaseFile: folder.database(service),
    log: stage.log,
    clock,
    ids,
    logger: logger.child({ service }),
    secrets: onlySecrets(secrets, names),
  });
  const payments = { sandboxFile: folder.database('payments') };
  return [
    composeUsers({ ...given('users', usersSecrets), issuer: tokenIssuer, limits: { signUpsPerAddress } }),
    composeListings({ ...given('listings', listingsSecrets), exchangeRatesUrl }),
    composeBookings({ ...given('bookings', bookingsSecrets), payments }),
    composeDeals({ ...given('deals', dealsSecrets), exchangeRatesUrl }),
    composeAnalytics({ ...given('analytics', analyticsSecrets), exchangeRatesUrl }).then((analytics) => {
      stage.logLines?.attach(analytics.application.logs);
      return analytics;
    }),
  ];
}
