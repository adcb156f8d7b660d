import { ownershipOf } from '../sdl/ownership.ts';
import type { SchemaSources } from '../sdl/subgraph-source.ts';
import type { Rule } from './rule.ts';
import * as rules from './rules.ts';

/** Every rule, by name. */
export const schemaRules: ReadonlyMap<string, Rule> = new Map(Object.entries(rules));

/** Holds the SDL to the conventions of `schema/README.md`. Answers all problems, file by file. */
export function lintSchema(sources: SchemaSources): string[] {
  const ownership = ownershipOf(sources);
  return [...sources.subgraphs, sources.shared].flatMap((source) =>
    [...schemaRules.values()].flatMap((rule) => rule({ source, sources, ownership })),
  );
}
