import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Found by going up, because this file may run from its source, from `dist`, or from a bundle of another package. */
export function findMigrationsFolder(from = import.meta.url): string {
  for (let folder = dirname(fileURLToPath(from)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'subgraphs', 'listings', 'prisma', 'migrations', 'sqlite');
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder))
      throw new Error('subgraphs/listings/prisma/migrations is missing. Is the checkout complete?');
  }
}
