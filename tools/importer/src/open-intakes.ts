import { openPriceIntake } from '@meridian/deals/price-intake';
import { openListingsIntake } from '@meridian/listings/listings-intake';
import { openDataFolder } from '@meridian/platform/config/data-folder';
import { createIds } from '@meridian/platform/ids/ids';
import { silentLogger as logger } from '@meridian/platform/observability/logger';
import { systemClock as clock } from '@meridian/platform/time/clock';
import type { OpenIntakes } from './run-command.ts';

/**
 * Opens the intakes of a data folder, beside a running server or without one. Their events wait in the outboxes for the server's
 * relays.
 */
export const openIntakes = async (folder: string): Promise<OpenIntakes> => {
  const dataFolder = await openDataFolder(folder);
  const ids = createIds({ clock });
  const listings = await openListingsIntake({ dataFolder, clock, ids, logger });
  const prices = await openPriceIntake({ dataFolder, clock, ids });
  return {
    listings,
    prices,
    async [Symbol.asyncDispose]() {
      await prices[Symbol.asyncDispose]();
      await listings[Symbol.asyncDispose]();
    },
  };
};
