import { openPriceIntake } from '@meridian/deals/price-intake';
import { openListingsIntake } from '@meridian/listings/listings-intake';
import type { DataFolder } from '@meridian/platform/config/data-folder';
import { openSecrets } from '@meridian/platform/config/secrets';
import { openSqliteEventLog } from '@meridian/platform/event-log/sqlite-event-log';
import { createIds } from '@meridian/platform/ids/ids';
import type { Logger } from '@meridian/platform/observability/logger';
import { openParts } from '@meridian/platform/shutdown/open-parts';
import type { Clock } from '@meridian/platform/time/clock';
import { composeUsers, usersSecrets } from '@meridian/users/compose';
import type { SeedDeps } from './seed-market.ts';

/** What seeding writes through, open on a data folder beside a running server or without one. */
export type Intakes = Pick<SeedDeps, 'listings' | 'prices' | 'ensureAccount'> & AsyncDisposable;

/** Opens the intakes, all or none. Their events wait in the outboxes for the server's relays. */
export async function openIntakes(
  dataFolder: DataFolder,
  deps: Readonly<{ clock: Clock; logger: Logger }>,
): Promise<Intakes> {
  const { clock, logger } = deps;
  const ids = createIds({ clock });
  const databaseFile = dataFolder.database('users');
  const { result, close } = await openParts(async (keep) => {
    const log = keep(await openSqliteEventLog({ file: dataFolder.eventLog, clock, logger }));
    const secrets = await openSecrets(dataFolder.secrets, usersSecrets);
    const users = keep(await composeUsers({ databaseFile, log, clock, ids, logger, secrets, issuer: 'meridian' }));
    const listings = keep(await openListingsIntake({ dataFolder, clock, ids, logger }));
    const prices = keep(await openPriceIntake({ dataFolder, clock, ids }));
    return { users, listings, prices };
  });
  const { users, listings, prices } = result;
  return {
    listings,
    prices,
    ensureAccount: async (account) => (await users.application.ensureAccount(account)).account.id,
    [Symbol.asyncDispose]: close,
  };
}
