import { placeOf } from '../sdl/ast.ts';
import type { Ownership } from '../sdl/ownership.ts';
import type { SchemaSources, SubgraphSource } from '../sdl/subgraph-source.ts';

/** What a rule looks at: one subgraph's file, with all others at hand. */
export type RuleInput = Readonly<{ source: SubgraphSource; sources: SchemaSources; ownership: Ownership }>;

/** A rule answers the problems of one file, each a sentence that begins with file and line and says what to do. */
export type Rule = (input: RuleInput) => string[];

/** A problem at the line of a node. */
export const problemAt = (node: Parameters<typeof placeOf>[0], sentence: string): string =>
  `${placeOf(node)}: ${sentence}`;
