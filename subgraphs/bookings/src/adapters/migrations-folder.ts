import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Finds a folder of `subgraphs/bookings/prisma/migrations` by going up: this file may run from its source, from `dist`, or
 * inside a bundle of another package.
 */
export function findMigrationsFolder(name: 'sqlite' | 'sandbox-sqlite', from = import.meta.url): string {
  for (let folder = dirname(fileURLToPath(from)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'subgraphs', 'bookings', 'prisma', 'migrations', name);
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder)) {
      throw new Error(`subgraphs/bookings/prisma/migrations/${name} is missing. Is the checkout complete?`);
    }
  }
}
