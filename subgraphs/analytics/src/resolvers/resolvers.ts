import type { Resolvers } from '../generated/resolvers-types.ts';
import { __resolveReference } from './Listing/__resolveReference.ts';
import { __resolveType } from './Listing/__resolveType.ts';
import { conversion } from './Listing/conversion.ts';
import { views } from './Listing/views.ts';
import { amount } from './Money/amount.ts';
import { trackEvents } from './Mutation/trackEvents.ts';
import { consumerLag } from './Query/consumerLag.ts';
import { eventCounts } from './Query/eventCounts.ts';
import { logRecords } from './Query/logRecords.ts';
import { lookToBook } from './Query/lookToBook.ts';
import { revenue } from './Query/revenue.ts';
import { topListings } from './Query/topListings.ts';
import { vendor } from './RevenueRow/vendor.ts';
import { liveEvents } from './Subscription/liveEvents.ts';
import { listing } from './TopListing/listing.ts';

/** What answers is held to the schema by the compiler; members of result unions get their type's name at run time. */
type Typed = Pick<Resolvers, 'Query' | 'RevenueRow' | 'TopListing'>;

const typed: Typed = {
  Query: { eventCounts, revenue, topListings, lookToBook, consumerLag, logRecords },
  RevenueRow: { vendor },
  TopListing: { listing },
};

const listingFields = { __resolveReference, views, conversion };

/** Every resolver of this subgraph, by type and field. */
export const resolvers = {
  ...typed,
  Money: { amount },
  Mutation: { trackEvents },
  Subscription: { liveEvents },
  Listing: { __resolveType },
  Flight: listingFields,
  Stay: listingFields,
  Car: listingFields,
};
