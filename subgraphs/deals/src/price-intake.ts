import type { DataFolder } from '@meridian/platform/config/data-folder';
import type { Ids } from '@meridian/platform/ids/ids';
import { platformMigrationsFolder } from '@meridian/platform/sql/platform-migrations';
import { openSqliteDatabase } from '@meridian/platform/sql/sqlite-database';
import type { Clock } from '@meridian/platform/time/clock';
import type { PriceIntake } from '@meridian/schema/contracts/intake';
import { findMigrationsFolder } from './adapters/migrations-folder.ts';
import { createRecordObservations } from './application/record-observations.ts';
import { createSqlBooks } from './books.ts';

/**
 * The intake alone, for a process beside the server (or without one) on the same data folder. Its events wait in the outbox; the
 * relay of the deals service publishes them.
 */
export async function openPriceIntake(deps: {
  dataFolder: Pick<DataFolder, 'database'>;
  clock: Clock;
  ids: Ids;
}): Promise<PriceIntake & AsyncDisposable> {
  const database = await openSqliteDatabase({
    file: deps.dataFolder.database('deals'),
    migrationsFolder: [platformMigrationsFolder, findMigrationsFolder()],
  });
  const recordObservations = createRecordObservations({ ...createSqlBooks(deps), database });
  return { recordObservations, [Symbol.asyncDispose]: () => database.close() };
}
