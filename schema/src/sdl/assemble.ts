import { type DocumentNode, Kind, print } from 'graphql';
import { completeTypes } from './complete-types.ts';
import { createForeignDescriptions } from './foreign-descriptions.ts';
import { ownershipOf } from './ownership.ts';
import { repeatInterfaces } from './repeat-interfaces.ts';
import type { SchemaSources } from './subgraph-source.ts';

/** A subgraph as it is composed and executed: own types, repeated fields, shared types. */
export type AssembledSubgraph = Readonly<{ name: string; document: DocumentNode }>;

/** Appends the shared types and the repetition to each subgraph. Every node keeps its place in its author's file. */
export function assembleSubgraphs(written: SchemaSources): AssembledSubgraph[] {
  const sources = { ...written, subgraphs: written.subgraphs.map(completeTypes) };
  const { subgraphs, shared } = sources;
  const withoutForeignDescriptions = createForeignDescriptions(sources, ownershipOf(sources));
  return subgraphs.map((source) => {
    const own = repeatInterfaces(source, subgraphs).map((node) => withoutForeignDescriptions(source.name, node));
    return {
      name: source.name,
      document: { kind: Kind.DOCUMENT, definitions: [...own, ...shared.document.definitions] },
    };
  });
}

/** The SDL that a subgraph executes, as text. */
export const printSubgraph = (subgraph: AssembledSubgraph): string => `${print(subgraph.document)}\n`;
