import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findSchemaFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const candidate = join(folder, 'schema', 'users.graphql');
    if (existsSync(candidate)) return dirname(candidate);
    if (folder === dirname(folder)) throw new Error('schema/users.graphql is missing. Is the checkout complete?');
  }
}

/** The subgraph's SDL with the shared value types appended. */
export async function readTypeDefs(): Promise<string> {
  const folder = findSchemaFolder();
  const texts = ['users.graphql', 'shared.graphql'].map((name) => readFile(join(folder, name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}
