import type { RateTable } from '@meridian/platform/values/exchange';
import { type Money, money } from '@meridian/platform/values/money';
import { groupBy } from './group-by.ts';
import { kindOf, type ListingKind } from './listing.ts';
import { basisCurrency, byCurrency, type CurrencyRevenue, exactRevenue, toBasisMinor } from './revenue-report.ts';

/** What decides which listings come first. */
export type ListingRanking = 'VIEWS' | 'BOOKINGS' | 'REVENUE';

/** What is known of the interest in a listing, in one currency. Views have none. */
export type ListingActivity = Readonly<{
  listingId: string;
  currency: string;
  views: number;
  bookings: number;
  grossMinor: number;
  refundedMinor: number;
}>;

/** What is known of the interest in a listing, over all currencies. */
export type TopListing = Readonly<{
  listingId: string;
  kind: ListingKind;
  views: number;
  bookings: number;
  /** Gross less refunds, in the basis currency. */
  revenue: Money;
  /** The exact sums behind it. */
  currencies: readonly CurrencyRevenue[];
}>;

const netInBasis = (activity: ListingActivity, rates: RateTable): number =>
  activity.currency === '' ? 0 : toBasisMinor(activity.grossMinor - activity.refundedMinor, activity.currency, rates);

/** One entry per listing; what is no listing's id is left out. */
export function summariseListings(activities: readonly ListingActivity[], rates: RateTable): TopListing[] {
  const groups = groupBy(activities, ({ listingId }) => listingId);
  return [...groups].flatMap(([listingId, group]) => {
    const kind = kindOf(listingId);
    if (!kind) return [];
    const sum = (value: (activity: ListingActivity) => number) => group.reduce((total, each) => total + value(each), 0);
    const revenue = money(
      sum((each) => netInBasis(each, rates)),
      basisCurrency,
    );
    const currencies = byCurrency(group.filter(({ currency }) => currency !== '')).map((each) =>
      exactRevenue(each, rates),
    );
    const [views, bookings] = [sum((each) => each.views), sum((each) => each.bookings)];
    return [{ listingId, kind, views, bookings, revenue, currencies }];
  });
}

const value: { readonly [By in ListingRanking]: (listing: TopListing) => number } = {
  VIEWS: ({ views }) => views,
  BOOKINGS: ({ bookings }) => bookings,
  REVENUE: ({ revenue }) => revenue.minor,
};

/** The first ones by a ranking; those with nothing to show are left out, and the id decides among equals. */
export const rankListings = (listings: readonly TopListing[], by: ListingRanking, first: number): TopListing[] =>
  listings
    .filter((listing) => value[by](listing) > 0)
    .sort((left, right) => value[by](right) - value[by](left) || (left.listingId < right.listingId ? -1 : 1))
    .slice(0, first);
