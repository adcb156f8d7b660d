import type { ListingKind } from '../domain/listing.ts';
import type { EventCount } from '../domain/look-to-book.ts';
import type { RevenueGroup, RevenueSums } from '../domain/revenue-report.ts';
import type { ListingActivity, ListingRanking } from '../domain/top-listings.ts';

/** Days (UTC), both included; an absent end is open. */
export type DaySpan = Readonly<{ from?: string | undefined; to?: string | undefined }>;

export type CountFilter = DaySpan & Readonly<{ topic?: string | undefined; types?: readonly string[] | undefined }>;
export type RankFilter = Readonly<{ by: ListingRanking; kind?: ListingKind | undefined; first: number }>;

/** Reads the rollups, over all partitions. */
export interface Reports {
  /** The newest day first, then by topic and type. */
  eventCounts(filter: CountFilter): Promise<EventCount[]>;
  /** Exact sums per group and currency. */
  revenue(groupBy: RevenueGroup, span: DaySpan): Promise<RevenueSums[]>;
  /** What is known of these listings; one entry per listing and currency, none for a listing without activity. */
  activity(listingIds: readonly string[]): Promise<ListingActivity[]>;
  /** Listings among which the first ones of a ranking surely are. By revenue: the first ones of each currency. */
  candidates(filter: RankFilter): Promise<string[]>;
}
