import { openPriceIntake } from '@meridian/deals/price-intake';
import { openListingsIntake } from '@meridian/listings/listings-intake';
import { openDataFolder } from '@meridian/platform/config/data-folder';
import { createIds } from '@meridian/platform/ids/ids';
import { silentLogger as logger } from '@meridian/platform/observability/logger';
import { openParts } from '@meridian/platform/shutdown/open-parts';
import { systemClock as clock } from '@meridian/platform/time/clock';
import type { OpenIntakes } from './run-command.ts';

/** What opens the intake of a service on its database in the data folder. */
export type Openers = Readonly<{
  openListingsIntake: typeof openListingsIntake;
  openPriceIntake: typeof openPriceIntake;
}>;

/** {@link openIntakes}, for the intakes that these openers open. */
export const createOpenIntakes =
  (open: Openers) =>
  async (folder: string): Promise<OpenIntakes> => {
    const dataFolder = await openDataFolder(folder);
    const ids = createIds({ clock });
    const { result: intakes, close } = await openParts(async (keep) => {
      const listings = keep(await open.openListingsIntake({ dataFolder, clock, ids, logger }));
      const prices = keep(await open.openPriceIntake({ dataFolder, clock, ids }));
      return { listings, prices };
    });
    return { ...intakes, [Symbol.asyncDispose]: close };
  };

/**
 * Opens the intakes of a data folder, beside a running server or without one: both or none. Their events wait in the outboxes for
 * the server's relays.
 */
export const openIntakes = createOpenIntakes({ openListingsIntake, openPriceIntake });
