import { composeServices } from '@apollo/composition';
import type { GraphQLError } from 'graphql';
import { type AuthorizationMap, authorizationMapOf } from './contract/authorization-map.ts';
import { executionSupergraphOf } from './contract/execution-supergraph.ts';
import { publicContractOf } from './contract/public-contract.ts';
import { type AssembledSubgraph, assembleSubgraphs } from './sdl/assemble.ts';
import { placeOf } from './sdl/ast.ts';
import { parseSource, type SchemaSources } from './sdl/subgraph-source.ts';

/** Everything that is derived from the subgraphs together. */
export type Composition = Readonly<{
  subgraphs: readonly AssembledSubgraph[];
  /** `supergraph.graphql`, with the security directives. */
  supergraph: string;
  /** `supergraph.execution.graphql`, without them: what gateways load. */
  execution: string;
  /** What the removed directives demanded, by coordinate. */
  authorization: AuthorizationMap;
  /** `public.graphql`: the third parties' API schema. */
  publicContract: string;
  /** `public-fields.txt`: its coordinates, sorted. */
  publicFields: readonly string[];
  /** What composition found odd but not wrong, in words. */
  hints: readonly string[];
}>;

/** A composition, or why there is none: one sentence per problem, with subgraph and line. */
export type CompositionResult =
  | Readonly<{ ok: true; composition: Composition }>
  | Readonly<{ ok: false; problems: readonly string[] }>;

type ComposedNode = NonNullable<GraphQLError['nodes']>[number] & { subgraph?: string };

/** Composition's messages begin with the subgraph in brackets; ours begin with the places in the authors' files. */
function inWords(message: string, nodes: readonly ComposedNode[] | undefined): string {
  const places = [...new Set((nodes ?? []).map((node) => placeOf(node)))];
  return places.length === 0 ? message : `${places.join(', ')}: ${message}`;
}

/** An interface's fields are spread over subgraphs on purpose, see `repeatInterfaces`. */
const expectedHints: ReadonlySet<string> = new Set(['INCONSISTENT_INTERFACE_VALUE_TYPE_FIELD']);

/** Where a subgraph answers unless the gateway is configured otherwise. In one process the address is a name only. */
const addressOf = (name: string): string => `http://${name}:4000/graphql`;

/** Composes subgraphs into a supergraph and derives from it what the gateway and third parties need. */
export function compose(sources: SchemaSources): CompositionResult {
  const subgraphs = assembleSubgraphs(sources);
  const composed = composeServices(
    subgraphs.map(({ name, document }) => ({ name, url: addressOf(name), typeDefs: document })),
  );
  if (composed.errors !== undefined) {
    return { ok: false, problems: composed.errors.map((error) => inWords(error.message, error.nodes)) };
  }
  const execution = executionSupergraphOf(composed.supergraphSdl);
  const contract = publicContractOf(execution);
  if (!contract.ok) return contract;
  const composition: Composition = {
    subgraphs,
    supergraph: `${composed.supergraphSdl.trim()}\n`,
    execution,
    authorization: authorizationMapOf(composed.supergraphSdl),
    publicContract: contract.sdl,
    publicFields: contract.coordinates,
    hints: composed.hints
      .filter((hint) => !expectedHints.has(hint.definition.code))
      .map((hint) => inWords(`${hint.definition.code}: ${hint.message}`, hint.nodes)),
  };
  return { ok: true, composition };
}

/** Composes subgraphs given as text, for tests that add one of their own. */
export function composeTexts(subgraphs: Readonly<Record<string, string>>, shared: string): CompositionResult {
  return compose({
    subgraphs: Object.entries(subgraphs).map(([name, sdl]) => parseSource(name, `${name}.graphql`, sdl)),
    shared: parseSource('shared', 'shared.graphql', shared),
  });
}
