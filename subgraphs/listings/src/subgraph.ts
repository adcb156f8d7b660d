import type { Cursors } from '@meridian/platform/identity/cursor';
import { buildSubgraph } from '@meridian/platform/subgraph/build-schema';
import type { SubgraphDefinition } from '@meridian/platform/subgraph/subgraph-definition';
import type { ListingsApplication } from './application/listings-application.ts';
import { typeDefs } from './generated/type-defs.ts';
import type { ListingsContext } from './resolvers/context.ts';
import { createLoaders, type LoaderSources } from './resolvers/loaders.ts';
import { resolvers } from './resolvers/resolvers.ts';

type Dependencies = Readonly<{ application: ListingsApplication; sources: LoaderSources; cursors: Cursors }>;

/** The listings subgraph: schema and resolvers, no input or output of its own. */
export function createListingsSubgraph({
  application,
  sources,
  cursors,
}: Dependencies): SubgraphDefinition<ListingsContext> {
  return {
    name: 'listings',
    schema: buildSubgraph({ typeDefs, resolvers }),
    createContext: (base) => ({ ...base, listings: application, loaders: createLoaders(sources), cursors }),
  };
}
