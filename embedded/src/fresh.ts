import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolderAt } from '@meridian/platform/config/data-folder';

/** The services whose files lie in a data folder. */
export const services = ['users', 'listings', 'bookings', 'analytics', 'deals'] as const;

/**
 * Deletes what Meridian keeps in a folder, and nothing else: a mistyped `--data` must not cost anybody a file that is not ours.
 * The keys stay.
 */
export async function deleteMarket(folder: string): Promise<void> {
  const paths = dataFolderAt(folder);
  const files = [
    ...services.map((service) => paths.database(service)),
    paths.eventLog,
    join(paths.root, 'payments.db'),
  ];
  const withCompanions = files.flatMap((file) => [file, `${file}-wal`, `${file}-shm`, `${file}-turn`]);
  await Promise.all(withCompanions.map((file) => rm(file, { force: true })));
}
