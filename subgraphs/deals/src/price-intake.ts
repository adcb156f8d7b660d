import type { DataFolder } from '@meridian/platform/config/data-folder';
import { createReferenceRates } from '@meridian/platform/exchange-rates/reference-rates';
import type { Ids } from '@meridian/platform/ids/ids';
import type { Clock } from '@meridian/platform/time/clock';
import type { PriceIntake } from '@meridian/schema/contracts/intake';
import { openDealsFile } from './adapters/open-database.ts';
import { createRecordObservations } from './application/record-observations.ts';
import { createSqlParts } from './compose-store.ts';

/**
 * The intake alone, for a process beside the server (or without one) on the same data folder. Its events wait in the outbox; the
 * relay of the deals service publishes them. Prices are compared at the reference table, whatever rates the service itself uses.
 */
export async function openPriceIntake(deps: {
  dataFolder: Pick<DataFolder, 'database'>;
  clock: Clock;
  ids: Ids;
}): Promise<PriceIntake & AsyncDisposable> {
  const database = await openDealsFile(deps.dataFolder.database('deals'));
  const { store, publisher } = createSqlParts({ ...deps, database });
  const recordObservations = createRecordObservations({ store, publisher, rates: createReferenceRates() });
  return { recordObservations, [Symbol.asyncDispose]: () => database.close() };
}
