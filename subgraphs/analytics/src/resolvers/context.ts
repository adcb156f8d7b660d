import type { Cursors } from '@meridian/platform/identity/cursor';
import type { SubgraphContext } from '@meridian/platform/subgraph/subgraph-context';
import type { AnalyticsApplication } from '../application/analytics-application.ts';
import type { AnalyticsLoaders } from './loaders.ts';

/** What every resolver of analytics gets. */
export type AnalyticsContext = SubgraphContext &
  Readonly<{ analytics: AnalyticsApplication; loaders: AnalyticsLoaders; cursors: Cursors }>;
