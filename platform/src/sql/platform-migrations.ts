import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Finds a folder of `platform/migrations`. Looked for upwards from this file, because it may run from `platform/src`, from
 * `platform/dist`, or inside another package's bundle.
 */
function findMigrations(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    for (const candidate of [join(folder, 'migrations', name), join(folder, 'platform', 'migrations', name)]) {
      if (existsSync(join(candidate, '..', 'platform-migrations.md'))) return candidate;
    }
    if (folder === dirname(folder))
      throw new Error(`platform/migrations/${name} is missing. Is the checkout complete?`);
  }
}

/** Tables that every service's database has beside its own: outbox, inbox, parked events. */
export const platformMigrationsFolder = findMigrations('sqlite');

/** Tables of the event log's own file. */
export const eventLogMigrationsFolder = findMigrations('event-log-sqlite');
