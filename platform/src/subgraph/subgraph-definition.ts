import type { GraphQLSchema } from 'graphql';
import type { SubgraphContext } from './subgraph-context.ts';

/**
 * A subgraph without a transport: the same definition is called in-process by the gateway or served over HTTP by
 * {@link serveSubgraph}. Each subgraph's `create<Name>Subgraph(deps)` returns one.
 */
export type SubgraphDefinition<Context extends SubgraphContext = SubgraphContext> = Readonly<{
  /** As in the supergraph; also the audience that internal tokens are issued for. */
  name: string;
  schema: GraphQLSchema;
  /** Adds the subgraph's own use cases and loaders. Called once per request and once per event of a subscription. */
  createContext(base: SubgraphContext): Context;
}>;
