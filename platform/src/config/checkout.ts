import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Finds a file or folder of the repository, such as a service's migrations, by its path from the root. Looked for upwards from this
 * file, because it may run from `platform/src`, from `platform/dist`, or inside the bundle of another package.
 *
 * @throws Error when no folder above holds it
 */
export function findInCheckout(path: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, path);
    if (existsSync(candidate)) return candidate;
    if (folder === dirname(folder)) throw new Error(`${path} is missing. Is the checkout complete?`);
  }
}
