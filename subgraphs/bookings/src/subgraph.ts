import type { Cursors } from '@meridian/platform/identity/cursor';
import { buildSubgraph } from '@meridian/platform/subgraph/build-schema';
import type { SubgraphDefinition } from '@meridian/platform/subgraph/subgraph-definition';
import type { BookingsApplication } from './application/bookings-application.ts';
import type { BookingReader } from './ports/booking-reader.ts';
import type { BookingsContext } from './resolvers/context.ts';
import { createLoaders } from './resolvers/loaders.ts';
import { resolvers } from './resolvers/resolvers.ts';

type Dependencies = Readonly<{
  /** The subgraph's SDL as `schema/` assembles it: own types, repeated fields, shared types. */
  typeDefs: string;
  application: BookingsApplication;
  reader: BookingReader;
  cursors: Cursors;
}>;

/** The bookings subgraph: schema and resolvers, no input or output of its own. */
export function createBookingsSubgraph(deps: Dependencies): SubgraphDefinition<BookingsContext> {
  return {
    name: 'bookings',
    schema: buildSubgraph({ typeDefs: deps.typeDefs, resolvers }),
    createContext: (base) => ({
      ...base,
      bookings: deps.application,
      loaders: createLoaders(deps.reader, deps.application),
      cursors: deps.cursors,
    }),
  };
}
