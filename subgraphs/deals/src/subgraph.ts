import type { Cursors } from '@meridian/platform/identity/cursor';
import { buildSubgraph } from '@meridian/platform/subgraph/build-schema';
import type { SubgraphDefinition } from '@meridian/platform/subgraph/subgraph-definition';
import type { DealsApplication } from './application/deals-application.ts';
import { typeDefs } from './generated/type-defs.ts';
import type { DealsContext } from './resolvers/context.ts';
import { createLoaders, type LoaderSources } from './resolvers/loaders.ts';
import { resolvers } from './resolvers/resolvers.ts';

type Dependencies = Readonly<{ application: DealsApplication; sources: LoaderSources; cursors: Cursors }>;

/** The deals subgraph: schema and resolvers, no input or output of its own. */
export function createDealsSubgraph({ application, sources, cursors }: Dependencies): SubgraphDefinition<DealsContext> {
  return {
    name: 'deals',
    schema: buildSubgraph({ typeDefs, resolvers }),
    createContext: (base) => ({
      ...base,
      deals: application,
      loaders: createLoaders(sources, application),
      cursors,
    }),
  };
}
