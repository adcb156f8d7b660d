import type { Cursors } from '@meridian/platform/identity/cursor';
import type { SubgraphContext } from '@meridian/platform/subgraph/subgraph-context';
import type { BookingsApplication } from '../application/bookings-application.ts';
import type { BookingsLoaders } from './loaders.ts';

/** What every resolver of bookings gets. */
export type BookingsContext = SubgraphContext &
  Readonly<{ bookings: BookingsApplication; loaders: BookingsLoaders; cursors: Cursors }>;
