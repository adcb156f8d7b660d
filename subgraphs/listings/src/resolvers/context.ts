import type { Cursors } from '@meridian/platform/identity/cursor';
import type { SubgraphContext } from '@meridian/platform/subgraph/subgraph-context';
import type { ListingsApplication } from '../application/listings-application.ts';
import type { ListingsLoaders } from './loaders.ts';

/** What this subgraph's resolvers know of a request. */
export type ListingsContext = SubgraphContext &
  Readonly<{ listings: ListingsApplication; loaders: ListingsLoaders; cursors: Cursors }>;
