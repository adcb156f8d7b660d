import type { Cursors } from '@meridian/platform/identity/cursor';
import { buildSubgraph } from '@meridian/platform/subgraph/build-schema';
import type { SubgraphDefinition } from '@meridian/platform/subgraph/subgraph-definition';
import type { AnalyticsApplication } from './application/analytics-application.ts';
import { typeDefs } from './generated/type-defs.ts';
import type { AnalyticsContext } from './resolvers/context.ts';
import { createLoaders, type LoaderSources } from './resolvers/loaders.ts';
import { resolvers } from './resolvers/resolvers.ts';

type Dependencies = Readonly<{ application: AnalyticsApplication; sources: LoaderSources; cursors: Cursors }>;

/** The analytics subgraph: schema and resolvers, no input or output of its own. */
export function createAnalyticsSubgraph(deps: Dependencies): SubgraphDefinition<AnalyticsContext> {
  return {
    name: 'analytics',
    schema: buildSubgraph({ typeDefs, resolvers }),
    createContext: (base) => ({
      ...base,
      analytics: deps.application,
      loaders: createLoaders(deps.sources),
      cursors: deps.cursors,
    }),
  };
}
