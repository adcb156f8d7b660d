import { Alert } from './Alert.ts';
import { Deal } from './Deal.ts';
import { DealExplanation } from './DealExplanation.ts';
import { DealFacets } from './DealFacets.ts';
import { DollarRate } from './DollarRate.ts';
import { deals as dealsOfListing } from './Listing/deals.ts';
import { priceInsight } from './Listing/priceInsight.ts';
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
import { priceHistory } from './Query/priceHistory.ts';
import { priceWatch } from './Query/priceWatch.ts';
import { dealAlert } from './Subscription/dealAlert.ts';
import { priceWatchTriggered } from './Subscription/priceWatchTriggered.ts';
import { User } from './User.ts';
import { WatchedSearch } from './WatchedSearch.ts';

/** The three kinds of listings get the same fields from here; what they are, listings knows. */
const listing = (__typename: 'Flight' | 'Stay' | 'Car') => ({
  __resolveReference: ({ id }: { id: string }) => ({ __typename, id }),
  priceInsight,
  deals: dealsOfListing,
});

/** Every resolver of this subgraph, by type and field. */
export const resolvers = {
  Query: { deals, deal, priceHistory, priceWatch },
  Mutation: { createPriceWatch, updatePriceWatch, deletePriceWatch, markAlertsRead },
  Subscription: { dealAlert, priceWatchTriggered },
  Flight: listing('Flight'),
  Stay: listing('Stay'),
  Car: listing('Car'),
  User,
  Deal,
  DealExplanation,
  DealFacets,
  DollarRate,
  PriceInsight,
  PriceHistory,
  PriceWatch,
  WatchedSearch,
  Alert,
  ListingSnapshot,
  Money,
};
