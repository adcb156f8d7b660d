import type { Resolvers } from '../generated/resolvers-types.ts';
import { Alert } from './Alert.ts';
import { AlertConnection } from './AlertConnection.ts';
import { Car } from './Car.ts';
import { Deal } from './Deal.ts';
import { DealConnection } from './DealConnection.ts';
import { DealExplanation } from './DealExplanation.ts';
import { DealFacets } from './DealFacets.ts';
import { DollarRate } from './DollarRate.ts';
import { Flight } from './Flight.ts';
import { Listing } from './Listing.ts';
import { ListingSnapshot } from './ListingSnapshot.ts';
import { Money } from './Money.ts';
import { createPriceWatch } from './Mutation/createPriceWatch.ts';
import { deletePriceWatch } from './Mutation/deletePriceWatch.ts';
import { markAlertsRead } from './Mutation/markAlertsRead.ts';
import { updatePriceWatch } from './Mutation/updatePriceWatch.ts';
import { PriceHistory } from './PriceHistory.ts';
import { PriceInsight } from './PriceInsight.ts';
import { PriceWatch } from './PriceWatch.ts';
import { deal } from './Query/deal.ts';
import { deals } from './Query/deals.ts';
import { dealsOutbox } from './Query/dealsOutbox.ts';
import { priceHistory } from './Query/priceHistory.ts';
import { priceWatch } from './Query/priceWatch.ts';
import { Stay } from './Stay.ts';
import { dealAlert } from './Subscription/dealAlert.ts';
import { priceWatchTriggered } from './Subscription/priceWatchTriggered.ts';
import { User } from './User.ts';
import { WatchedSearch } from './WatchedSearch.ts';

/** Every resolver of this subgraph, by type and field. */
export const resolvers = {
  Query: { deals, deal, priceHistory, priceWatch, dealsOutbox },
  Mutation: { createPriceWatch, updatePriceWatch, deletePriceWatch, markAlertsRead },
  Subscription: { dealAlert, priceWatchTriggered },
  ...{ Listing, Flight, Stay, Car, User },
  ...{ Deal, DealConnection, DealExplanation, DealFacets, DollarRate, PriceInsight, PriceHistory },
  ...{ PriceWatch, WatchedSearch, Alert, AlertConnection, ListingSnapshot, Money },
} satisfies Partial<Resolvers>;
