import type { DataFolder } from '@meridian/platform/config/data-folder';
import { createIds, type Ids } from '@meridian/platform/ids/ids';
import type { Logger } from '@meridian/platform/observability/logger';
import { type Clock, systemClock } from '@meridian/platform/time/clock';
import type { ListingsIntake } from '@meridian/schema/contracts/intake';
import { openListingsFile } from './adapters/open-database.ts';
import { createStores } from './stores.ts';

/** Where the intake writes; clock and ids are the system's unless given. */
export type OpenListingsIntakeOptions = Readonly<{
  dataFolder: Pick<DataFolder, 'database'>;
  clock?: Clock;
  ids?: Ids;
  logger?: Logger;
}>;

/**
 * Opens the intake alone, for a process that writes beside a running server or without one. Events wait in the outbox until a
 * server's relay takes them.
 */
export async function openListingsIntake(
  options: OpenListingsIntakeOptions,
): Promise<ListingsIntake & AsyncDisposable> {
  const clock = options.clock ?? systemClock;
  const database = await openListingsFile(options.dataFolder.database('listings'));
  const { intake } = createStores({ database, clock, ids: options.ids ?? createIds({ clock }) });
  return { ...intake, [Symbol.asyncDispose]: () => database.close() };
}
