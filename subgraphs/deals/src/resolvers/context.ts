import type { Cursors } from '@meridian/platform/identity/cursor';
import type { SubgraphContext } from '@meridian/platform/subgraph/subgraph-context';
import type { DealsApplication } from '../application/deals-application.ts';
import type { DealsLoaders } from './loaders.ts';

/** What this subgraph's resolvers know of a request. */
export type DealsContext = SubgraphContext &
  Readonly<{ deals: DealsApplication; loaders: DealsLoaders; cursors: Cursors }>;
