import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DocumentNode, parse, Source } from 'graphql';

/** The subgraphs, in the order in which they were designed: a later one may add to what an earlier one owns. */
const subgraphNames = ['users', 'listings', 'bookings', 'analytics', 'deals'] as const;

/** A subgraph as its author wrote it: without the shared types and without the repetition. */
export type SubgraphSource = Readonly<{
  name: string;
  /** Where problems point to: `schema/users.graphql`. */
  file: string;
  document: DocumentNode;
}>;

/** Everything the build reads. */
export type SchemaSources = Readonly<{ subgraphs: readonly SubgraphSource[]; shared: SubgraphSource }>;

/**
 * Parses SDL and remembers the file for messages.
 *
 * @throws GraphQLError with the line for what is no SDL
 */
export function parseSource(name: string, file: string, sdl: string): SubgraphSource {
  return { name, file, document: parse(new Source(sdl, file)) };
}

async function readSource(folder: string, name: string): Promise<SubgraphSource> {
  const file = `schema/${name}.graphql`;
  return parseSource(name, file, await readFile(join(folder, `${name}.graphql`), 'utf8'));
}

/** Reads `shared.graphql` and those of the five files that are there. */
export async function readSources(folder: string): Promise<SchemaSources> {
  const present = subgraphNames.filter((name) => existsSync(join(folder, `${name}.graphql`)));
  const subgraphs = await Promise.all(present.map((name) => readSource(folder, name)));
  return { subgraphs, shared: await readSource(folder, 'shared') };
}

/** The subgraphs whose file is not there. */
export const missingSubgraphs = ({ subgraphs }: SchemaSources): string[] =>
  subgraphNames.filter((name) => !subgraphs.some((source) => source.name === name));
