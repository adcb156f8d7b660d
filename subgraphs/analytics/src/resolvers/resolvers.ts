import type { Resolvers } from '../generated/resolvers-types.ts';
import { Car } from './Car.ts';
import { DeadLetter } from './DeadLetter.ts';
import { Flight } from './Flight.ts';
import { Listing } from './Listing.ts';
import { Money } from './Money.ts';
import { replayDeadLetter } from './Mutation/replayDeadLetter.ts';
import { trackEvents } from './Mutation/trackEvents.ts';
import { consumerLag } from './Query/consumerLag.ts';
import { deadLetter } from './Query/deadLetter.ts';
import { deadLetters } from './Query/deadLetters.ts';
import { eventCounts } from './Query/eventCounts.ts';
import { liveEventsCursor } from './Query/liveEventsCursor.ts';
import { logRecords } from './Query/logRecords.ts';
import { lookToBook } from './Query/lookToBook.ts';
import { revenue } from './Query/revenue.ts';
import { topListings } from './Query/topListings.ts';
import { RevenueRow } from './RevenueRow.ts';
import { Stay } from './Stay.ts';
import { liveEvents } from './Subscription/liveEvents.ts';
import { TopListing } from './TopListing.ts';

/** Every resolver of this subgraph, by type and field. */
export const resolvers = {
  Query: {
    ...{ eventCounts, revenue, topListings, lookToBook },
    ...{ consumerLag, deadLetters, deadLetter, liveEventsCursor, logRecords },
  },
  Mutation: { trackEvents, replayDeadLetter },
  Subscription: { liveEvents },
  ...{ Listing, Flight, Stay, Car, RevenueRow, TopListing, Money, DeadLetter },
} satisfies Partial<Resolvers>;
