import type { ExchangeRates } from '@meridian/platform/exchange-rates/exchange-rates';
import type { Principal } from '@meridian/platform/identity/principal';
import type { ListingKind } from '../domain/listing.ts';
import { type ListingRanking, rankListings, summariseListings, type TopListing } from '../domain/top-listings.ts';
import { weightsOf } from '../domain/weights.ts';
import type { Reports } from '../ports/reports.ts';
import { mayReadFigures } from './caller.ts';

/** By what, of which kind (of all unless said), and how many. */
export type ListTopListingsRequest = Readonly<{
  principal: Principal;
  by: ListingRanking;
  kind?: ListingKind | undefined;
  first: number;
}>;

type Dependencies = Readonly<{ reports: Pick<Reports, 'topListings' | 'activity'>; rates: ExchangeRates }>;

/** The first listings of a ranking, at the newest reference rates, for operators; undefined for others. */
export const createListTopListings =
  ({ reports, rates }: Dependencies) =>
  async ({ principal, by, kind, first }: ListTopListingsRequest): Promise<TopListing[] | undefined> => {
    if (!mayReadFigures(principal)) return undefined;
    const table = rates.current();
    const listingIds = await reports.topListings({ by, kind, first, weights: weightsOf(table) });
    return rankListings(summariseListings(await reports.activity(listingIds), table), by, first);
  };
